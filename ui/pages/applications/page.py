"""The page of applications: the list, or the dossier that was opened from it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from controllers.bundle import Controllers
from models.kernel.changes import Changes
from models.kernel.text import N_
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.pages.applications.application_view import ApplicationView
from ui.pages.applications.listing import ApplicationList
from ui.pages.applications.new_card import NewCard
from ui.tasks import Tasks

OPEN = "applications/open"
"""Which application was open when the window closed."""
OWN = ("application", "criterion_judgement", "advice", "decision")


class ApplicationsPage(Page):
    """Two rooms behind one door; after a restart the officer is back where the work was."""

    key = "applications"
    icon = "inbox"
    word = N_("Applications")
    shows = (
        *OWN,
        *("centre", "establishment", "certificate", "mandate"),
        *("attachment", "setting", "rule_change"),
    )
    opens = ("application", "applications", "apply")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self.list = ApplicationList(controllers, tasks, memory)
        self.dossier = ApplicationView(controllers, tasks)
        self.new_card: NewCard | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.dossier)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self._new)
        self.list.shown.connect(self._tell_keys)
        self.dossier.closed.connect(self._close)
        self.dossier.wanted.connect(self.wanted)
        self.dossier.keys_changed.connect(self._tell_keys)
        for part in (self.list, self.dossier):
            part.said.connect(self.said)
        tasks.changed.connect(self._recount)
        self._count()
        self._come_back()

    @property
    def showing_dossier(self) -> bool:
        return self._stack.currentWidget() is self.dossier

    def reload(self) -> None:
        (self.dossier if self.showing_dossier else self.list).reload()
        self._count()

    def open(self, ref: Ref) -> None:
        """An application, the list, or the card that writes a new one down for a centre."""
        if ref.kind == "application" and ref.id is not None:
            self._open(ref.id, ref.detail)
        elif ref.kind == "apply":
            self._close()
            self._new_for(ref.id)
        elif self.isVisible():
            self._close()

    def settle(self) -> None:
        self.dossier.settle()
        self.list.settle()

    def drafts(self) -> str:
        return ", ".join(self.dossier.drafts())

    @Slot(Changes)
    def _recount(self, changes: Changes) -> None:
        """The rail counts on while another page is looked at."""
        if not self.isVisible() and any(changes.touch(table) for table in OWN):
            self._count()

    def _open(self, application_id: UUID, detail: str = "") -> None:
        self._memory.keep_word(OPEN, str(application_id))
        self._stack.setCurrentWidget(self.dossier)
        self.dossier.open(application_id, detail)
        self._tell_keys()

    def _close(self) -> None:
        if self.showing_dossier:
            self.dossier.settle()
        self._memory.keep_word(OPEN, "")
        self._stack.setCurrentWidget(self.list)
        self.list.reload()
        self.list.view.setFocus()
        self._tell_keys()

    def _come_back(self) -> None:
        kept = self._memory.word(OPEN)
        try:
            application_id = UUID(kept)
        except ValueError:
            return
        self._stack.setCurrentWidget(self.dossier)
        self.dossier.open(application_id)

    def _new(self) -> None:
        self._new_for(None)

    def _new_for(self, centre_id: UUID | None) -> None:
        self.new_card = NewCard(self, self._controllers, self._tasks)
        self.new_card.made.connect(self._open)
        self.new_card.start(centre_id)

    def _count(self) -> None:
        self._tasks.ask(self._controllers.applications.waiting).then(self._tell_count)

    def _tell_count(self, counts: tuple[int, int]) -> None:
        self.counted.emit(*counts)

    def _tell_keys(self, _keys: str = "") -> None:
        self.keys_changed.emit((self.dossier if self.showing_dossier else self.list).keys())


PAGE = ApplicationsPage
