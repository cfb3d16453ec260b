"""The page of letters: the list, or the letter that was opened from it or from a check."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QShowEvent

from controllers.bundle import Controllers
from models.kernel.errors import AppError
from models.kernel.text import N_
from ui.kit.list_page import ListPage
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.letters.letter_view import LetterView
from ui.pages.letters.listing import LetterList
from ui.tasks import Tasks


class LettersPage(ListPage):
    """Begins the letter about a thing where there is none yet."""

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

    one_kind = "letter"

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        listed, letter = LetterList(controllers, tasks, memory), LetterView(controllers, tasks)
        super().__init__(tasks, memory, (listed, letter))
        self._writes: dict[str, Callable[[UUID], UUID]] = {
            "letter-of": controllers.letters.write_audit_letter,
            "renewal-of": controllers.letters.write_renewal_letter,
            "decision-letter-of": controllers.letters.write_decision_letter,
        }
        self.list, self.letter = listed, letter

    def open(self, ref: Ref) -> None:
        """A letter, the letter about a thing (begun when there is none), or the list."""
        if ref.kind in self._writes and ref.id is not None:
            ticket = self._tasks.do(self._writes[ref.kind], ref.id)
            ticket.then(self.open_one).otherwise(self._refuse)
        else:
            super().open(ref)

    def open_one(self, thing: UUID, detail: str = "") -> None:
        super().open_one(thing, detail)
        if self.isVisible():
            self.letter.paper.view.setFocus()

    def begin(self, _centre_id: UUID | None) -> None:
        """A letter begins at what it is about."""
        self.wanted.emit(Ref("checks"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        if self.showing_one:
            self.letter.paper.view.setFocus()
        else:
            self.list.start()

    def centre(self) -> UUID | None:
        letter = self.letter.letter if self.showing_one else None
        return letter.centre_id if letter is not None else None

    def _refuse(self, error: AppError) -> None:
        """There is no letter to make of this check yet: say why, over the list."""
        self.said.emit(Message(str(error), tone="late"))
        if self.showing_one:
            self.close_one()
        else:
            self.list.reload()


PAGE = LettersPage
