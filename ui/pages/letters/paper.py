"""The letter as it will lie in the envelope, with its page and how near we stand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.kernel.errors import AppError
from models.kernel.text import _
from models.letters.values import LetterDocument, LetterFile
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.pdf_view import PdfView
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages


class Paper(QWidget):
    """Made anew in the background when the letter says something else; the old stays till then."""

    shown = Signal()
    """The pages of the letter as it stands are there."""
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._outgoing, self._tasks = controllers.outgoing, tasks
        self._of: UUID | None = None
        self._told: LetterDocument | None = None
        self._question: Ticket[PdfPages] | None = None
        self.pages: PdfPages | None = None
        self.view = PdfView(tasks)
        self.place = Text("", "small", 400, "faint", tabular=True)
        self.measure = Text("", "small", 400, "faint", tabular=True)
        self.smaller = Button("", "ghost", "minus", _("Smaller (Ctrl −)"))
        self.larger = Button("", "ghost", "plus", _("Larger (Ctrl +)"))
        foot = row(self.place, None, self.smaller, self.measure, self.larger, gap=4)
        foot.setContentsMargins(8, 0, 0, 0)
        lines = column(gap=4)
        lines.addWidget(self.view, 1)
        lines.addLayout(foot)
        self.setLayout(lines)
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.view.page_changed.connect(self._tell)
        self.view.zoomed.connect(self._tell)

    def show_letter(self, letter: LetterFile) -> None:
        """Ask for the pages, unless these are the words that are shown already."""
        if letter.id != self._of:
            self._of, self._told, self.pages = letter.id, None, None
            self.view.clear()
            self.view.verticalScrollBar().setValue(0)
        if letter.document == self._told:
            return
        self._told = letter.document
        ask = self._tasks.ask(self._outgoing.preview, letter.id)
        self._question = ask.instead_of(self._question).then(self._show).otherwise(self._explain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _show(self, pages: PdfPages) -> None:
        self.pages = pages
        self.view.show_pages(pages.sizes, pages.render)
        self._tell()
        self.shown.emit()

    def _explain(self, error: AppError) -> None:
        self._told = None
        self.said.emit(Message(str(error), tone="late"))

    def _tell(self, _what: object = None) -> None:
        count = len(self.pages.sizes) if self.pages else 0
        said = _("Page {page} of {count}").format(page=self.view.page + 1, count=count)
        self.place.setText(said if count else "")
        self.measure.setText(f"{self.view.zoom:.0%}".replace("%", " %"))
