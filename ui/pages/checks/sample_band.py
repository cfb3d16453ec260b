"""The sample that was drawn, in two lines over the dossiers, and its protocol on paper or kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.checks.rules.protocol import honest
from models.checks.values.sampling import SampleDesk, SampleFile
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.printing import print_pages
from ui.pages.checks.list_words import how_drawn
from ui.pages.checks.repeat_card import RepeatCard
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

PDF = "PDF (*.pdf)"


class SampleBand(QWidget):
    """What was drawn, what it says of all dossiers, and the protocol."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._outgoing, self._checks = controllers.outgoing, controllers.checks
        self._tasks = tasks
        self._sample: SampleFile | None = None
        self._id: UUID | None = None
        self._name = ""
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""
        self.drawn = Text("", "small", 500, "quiet", wrap=True)
        self.sentence = Text("", "body", 500, "ink", wrap=True)
        self.print = Button(_("Print the protocol"), "secondary", "printer", keys="Ctrl+P")
        self.keep = Button(_("Keep as PDF"), "secondary", "download")
        self.repeat = Button(_("Repeat the draw"), "secondary", "shield-check")
        self.card: RepeatCard | None = None
        words = column(self.sentence, self.drawn, gap=2)
        line = row(gap=10, margins=(28, 4, 24, 12))
        line.addLayout(words, 1)
        for button in (self.print, self.keep, self.repeat):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.print.clicked.connect(self.print_protocol)
        self.keep.clicked.connect(self.ask_where)
        self.repeat.clicked.connect(self.repeat_draw)

    def show_desk(self, check_id: UUID, desk: SampleDesk) -> None:
        self._id, self._name = check_id, f"{_('Protocol')} {desk.reference}"
        self._sample = desk.sample
        self.drawn.setText(how_drawn(desk))
        self.sentence.setText(honest(desk))

    def repeat_draw(self) -> None:
        """Make the draw again, in front of the centre; nothing is written."""
        if self._id is not None and self._sample is not None:
            self.card = RepeatCard(self, self._checks, self._tasks, self._id, self._sample)
            self.card.begin()

    def print_protocol(self) -> None:
        """To a printer, such as to have it initialled at the table."""
        if self._id is not None:
            ticket = self._tasks.do(self._outgoing.protocol_pages, self._id)
            ticket.then(self._print).otherwise(self._explain)

    def ask_where(self) -> None:
        tidy = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", f"{self._name}.pdf")
        choose_save(self, _("Keep the protocol"), PDF, tidy, self._write)

    def _write(self, path: Path) -> None:
        if self._id is not None:
            ticket = self._tasks.do(self._outgoing.protocol, self._id, path)
            ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Protocol kept in {path}").format(path=made.path)))

    def _print(self, pages: PdfPages) -> None:
        known = self.printer is not None
        try:
            done = print_pages(self, pages, self._name, dialog=not known, printer=self.printer)
        except AppError as error:
            self._explain(error)
            return
        if done:
            self.said.emit(Message(_("Protocol sent to the printer.")))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
