"""The page of letters: the list, or the letter that was opened from it or from a check."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout

from controllers.bundle import Controllers
from models.kernel.errors import AppError
from models.kernel.text import N_
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.pages.letters.letter_view import LetterView
from ui.pages.letters.listing import LetterList
from ui.tasks import Tasks

OPEN = "letters/open"
"""Which letter was open when the window closed."""


class LettersPage(Page):
    """Two rooms behind one door; after a restart the officer is back where the work was."""

    key = "letters"
    icon = "mail"
    word = N_("Letters")
    shows = (
        *("letter", "letter_place", "dossier_check", "checked_dossier", "checklist_answer"),
        *("finding", "centre", "contact", "setting", "rule_change"),
        *("mandate", "certificate", "counsellor", "engagement"),
        *("establishment", "application", "criterion_judgement", "advice", "decision"),
    )
    opens = ("letter", "letters", "letter-of", "renewal-of", "decision-letter-of")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self._writes: dict[str, Callable[[UUID], UUID]] = {
            "letter-of": controllers.letters.write_audit_letter,
            "renewal-of": controllers.letters.write_renewal_letter,
            "decision-letter-of": controllers.letters.write_decision_letter,
        }
        self.list = LetterList(controllers, tasks, memory)
        self.letter = LetterView(controllers, tasks)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.letter)
        self.list.opened.connect(self._open_letter)
        self.letter.closed.connect(self._close_letter)
        for part in (self.list, self.letter):
            part.said.connect(self.said)
            part.wanted.connect(self.wanted)
        self._come_back()

    @property
    def showing_letter(self) -> bool:
        return self._stack.currentWidget() is self.letter

    def reload(self) -> None:
        if self.showing_letter:
            self.letter.reload()
        else:
            self.list.reload()

    def open(self, ref: Ref) -> None:
        """A letter, the letter about a thing (begun when there is none), or the list."""
        if ref.kind == "letter" and ref.id is not None:
            self._open_letter(ref.id)
        elif ref.kind in self._writes and ref.id is not None:
            ticket = self._tasks.do(self._writes[ref.kind], ref.id)
            ticket.then(self._open_letter).otherwise(self._refuse)
        elif self.showing_letter and self.isVisible():
            self._close_letter()
        self._tell_keys()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        if self.showing_letter:
            self.letter.paper.view.setFocus()
        else:
            self.list.start()

    def centre(self) -> UUID | None:
        letter = self.letter.letter if self.showing_letter else None
        return letter.centre_id if letter is not None else None

    def settle(self) -> None:
        self.letter.settle()
        self.list.settle()

    def _open_letter(self, letter_id: UUID) -> None:
        self._memory.keep_word(OPEN, str(letter_id))
        self._stack.setCurrentWidget(self.letter)
        self.letter.open(letter_id)
        if self.isVisible():
            self.letter.paper.view.setFocus()
        self._tell_keys()

    def _close_letter(self) -> None:
        self.letter.settle()
        self._memory.keep_word(OPEN, "")
        self._stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.start()
        self._tell_keys()

    def _refuse(self, error: AppError) -> None:
        """There is no letter to make of this check yet: say why, over the list."""
        self.said.emit(Message(str(error), tone="late"))
        if self.showing_letter:
            self._close_letter()
        else:
            self.list.reload()

    def _come_back(self) -> None:
        try:
            letter_id = UUID(self._memory.word(OPEN))
        except ValueError:
            return
        self._stack.setCurrentWidget(self.letter)
        self.letter.open(letter_id)

    def _tell_keys(self) -> None:
        self.keys_changed.emit((self.letter if self.showing_letter else self.list).keys())


PAGE = LettersPage
