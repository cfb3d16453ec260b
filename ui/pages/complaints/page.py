"""The page of complaints: the list, or the complaint that was opened from it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from controllers.bundle import Controllers
from models.kernel.changes import Changes
from models.kernel.text import N_
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.pages.complaints.complaint_view import ComplaintView
from ui.pages.complaints.listing import ComplaintList
from ui.pages.complaints.new_card import NewCard
from ui.tasks import Tasks

OPEN = "complaints/open"
"""Which complaint was open when the window closed."""
OWN = ("complaint", "complaint_route")


class ComplaintsPage(Page):
    """Two rooms behind one door; after a restart the officer is back where the work was."""

    key = "complaints"
    icon = "message-report"
    word = N_("Complaints")
    shows = (*OWN, "centre", "dossier_check", "setting", "rule_change")
    opens = ("complaint", "complaints", "complain")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self.list = ComplaintList(controllers, tasks, memory)
        self.one = ComplaintView(controllers, tasks)
        self.new_card: NewCard | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.one)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self._new)
        self.list.shown.connect(self._tell_keys)
        self.one.closed.connect(self._close)
        self.one.wanted.connect(self.wanted)
        for part in (self.list, self.one):
            part.said.connect(self.said)
        tasks.changed.connect(self._recount)
        self._count()
        self._come_back()

    @property
    def showing_one(self) -> bool:
        return self._stack.currentWidget() is self.one

    def reload(self) -> None:
        (self.one if self.showing_one else self.list).reload()
        self._count()

    def open(self, ref: Ref) -> None:
        """A complaint, the list, or the card that registers one, of a centre when it is known."""
        if ref.kind == "complaint" and ref.id is not None:
            self._open(ref.id)
        elif ref.kind == "complain":
            self._close()
            self._new_for(ref.id)
        elif self.isVisible():
            self._close()

    def settle(self) -> None:
        self.one.settle()
        self.list.settle()

    def drafts(self) -> str:
        return ", ".join(self.one.drafts())

    @Slot(Changes)
    def _recount(self, changes: Changes) -> None:
        """The rail counts on while another page is looked at."""
        if not self.isVisible() and any(changes.touch(table) for table in OWN):
            self._count()

    def _open(self, complaint_id: UUID) -> None:
        self._memory.keep_word(OPEN, str(complaint_id))
        self._stack.setCurrentWidget(self.one)
        self.one.open(complaint_id)
        self._tell_keys()

    def _close(self) -> None:
        if self.showing_one:
            self.one.settle()
        self._memory.keep_word(OPEN, "")
        self._stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.view.setFocus()
        self._tell_keys()

    def _come_back(self) -> None:
        kept = self._memory.word(OPEN)
        try:
            complaint_id = UUID(kept)
        except ValueError:
            return
        self._stack.setCurrentWidget(self.one)
        self.one.open(complaint_id)

    def _new(self) -> None:
        self._new_for(None)

    def _new_for(self, centre_id: UUID | None) -> None:
        self.new_card = NewCard(self, self._controllers, self._tasks)
        self.new_card.made.connect(self._open)
        self.new_card.start(centre_id)

    def _count(self) -> None:
        self._tasks.ask(self._controllers.complaints.waiting).then(self._tell_count)

    def _tell_count(self, counts: tuple[int, int]) -> None:
        self.counted.emit(*counts)

    def _tell_keys(self) -> None:
        self.keys_changed.emit((self.one if self.showing_one else self.list).keys())


PAGE = ComplaintsPage
