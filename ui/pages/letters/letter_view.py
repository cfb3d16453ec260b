"""One letter: the paper, the places beside it, and the ways out of the house."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrinter

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import _
from models.letters.values import LetterFile, LetterIncomplete
from ui.kit.ask import choose_save
from ui.kit.badge import Badge
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.one_view import OneView
from ui.kit.page import Message, Ref
from ui.kit.printing import print_pages
from ui.kit.shell import panel
from ui.kit.theme import theme, themes
from ui.pages.letters.paper import Paper
from ui.pages.letters.places_panel import PlacesPanel
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

PDF = "PDF (*.pdf)"
PANEL, ROOMY = 360, 1240
"""Pixels at 100 %: the panel, and from where the actions have room for their words."""


class LetterView(OneView):
    """Reads one letter in the background; `closed` goes to the list."""

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._id: UUID | None = None
        self._letter: LetterFile | None = None
        self._question: Ticket[LetterFile] | None = None
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""
        self.header = Header(_("Letter"))
        self.paper = Paper(controllers, tasks)
        self.places = PlacesPanel(controllers, tasks)
        self.badge = Badge("draft", _("Draft"))
        self.to_check = Button(_("Open the check"), "secondary", "checklist")
        self.print = Button(_("Print"), "secondary", "printer")
        self.keep = Button(_("Keep as PDF"), "primary", "file-text")
        self._words = {button: button.text() for button in (self.to_check, self.print)}
        self.header.set_badges((self.badge,))
        self.header.set_actions((self.to_check, self.print, self.keep))
        left = column(self.header, gap=0)
        left.addLayout(column(self.paper, gap=0, margins=(24, 0, 22, 10)), 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        inside = column(self.places, gap=0, margins=(1, 1, 1, 1))
        self.panel = panel("right", PANEL, inside)
        whole.addWidget(self.panel)
        self.setLayout(whole)
        self._connect()

    @property
    def letter(self) -> LetterFile | None:
        return self._letter

    def open(self, letter_id: UUID, _detail: str = "") -> None:
        if letter_id != self._id:
            self.settle()
            self._id, self._letter = letter_id, None
        self.reload()

    def reload(self) -> None:
        if self._id is not None:
            ask = self._tasks.ask(self._controllers.letters.file, self._id)
            self._question = ask.instead_of(self._question).then(self._show).otherwise(self._lost)

    def settle(self) -> None:
        self.places.settle()

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("F8 next missing value · Ctrl+S keep as PDF · Ctrl+P print")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.header.crumb_chosen.connect(self.follow_crumb)
        self.to_check.clicked.connect(self._open_check)
        self.places.check_wanted.connect(self._open_check)
        self.print.clicked.connect(self.print_letter)
        self.keep.clicked.connect(self.ask_where)
        for part in (self.paper, self.places):
            part.said.connect(self.said)
        for keys, act in (
            ("F8", self.places.go_to_missing),
            (QKeySequence.StandardKey.Print, self.print_letter),
            (QKeySequence.StandardKey.Save, self.ask_where),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        fit_panel(self.panel, PANEL, self.width())
        self._fit_actions()

    def _fit_actions(self) -> None:
        """Where there is little room, the second actions keep their picture and their tip."""
        roomy = self.width() >= theme().px(ROOMY)
        for button, word in self._words.items():
            if bool(button.text()) != roomy:
                button.setText(word if roomy else "")
                button.setToolTip("" if roomy else word)
                button.setAccessibleName(word)

    def _show(self, letter: LetterFile) -> None:
        if letter.id != self._id:
            return
        self._letter = letter
        self.header.set_title(letter.title)
        self.header.set_crumbs((_("Letters"), letter.centre_name))
        ready = not letter.missing
        self.badge.set_state("done" if ready else "draft", _("Ready") if ready else _("Draft"))
        self.keep.allow("" if ready else str(LetterIncomplete(places=", ".join(letter.wanted))))
        word = _("Open the check") if letter.check_id else _("Open the centre")
        self._words[self.to_check] = word
        self.to_check.setText(word)
        self.to_check.set_icon("checklist" if letter.check_id else "building")
        self._fit_actions()
        self.places.show_letter(letter)
        self.paper.show_letter(letter)

    def _lost(self, error: AppError) -> None:
        """The letter was taken back in the meantime."""
        shown = self._letter is not None
        self._id = self._letter = None
        self.close_lost(error, shown=shown)

    def follow_crumb(self, place: int) -> None:
        self.settle()
        if place == 0:
            self.closed.emit()
        elif self._letter is not None:
            self.wanted.emit(Ref("centre", self._letter.centre_id))

    def _open_check(self) -> None:
        """Where the letter comes from: its check, else the mandates of its centre."""
        letter = self._letter
        if letter is not None:
            self.settle()
            centre = Ref("centre", letter.centre_id, "rights")
            self.wanted.emit(Ref("check", letter.check_id) if letter.check_id else centre)

    def ask_where(self) -> None:
        """Ask where the PDF must lie; a letter that is not complete says what is missing."""
        self.settle()
        if self._letter is None:
            return
        if not self.keep.isEnabled():
            self.said.emit(Message(self.keep.toolTip(), tone="due"))
            return
        name = f"{self._letter.reference} {self._letter.centre_name}.pdf"
        tidy = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name)
        choose_save(self, _("Keep the letter"), PDF, tidy, self._write)

    def _write(self, path: Path) -> None:
        if self._id is not None:
            ticket = self._tasks.do(self._controllers.outgoing.letter, self._id, path)
            ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Letter kept in {path}").format(path=made.path)))

    def print_letter(self) -> None:
        """To a printer; what is being typed goes with it."""
        self.settle()
        if self._letter is not None:
            ticket = self._tasks.do(self._controllers.outgoing.pages, self._letter.id)
            ticket.then(partial(self._print, self._letter)).otherwise(self._explain)

    def _print(self, letter: LetterFile, pages: PdfPages) -> None:
        title = f"{letter.reference} {letter.centre_name}"
        try:
            known = self.printer is not None
            done = print_pages(self, pages, title, dialog=not known, printer=self.printer)
        except AppError as error:
            self._explain(error)
            return
        if done:
            self.said.emit(Message(_("Letter sent to the printer.")))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
