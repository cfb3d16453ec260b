"""The page of applications: the list, or the dossier that was opened from it."""

from __future__ import annotations

from uuid import UUID

from controllers.bundle import Controllers
from models.kernel.text import N_
from ui.kit.list_page import ListPage
from ui.kit.memory import Memory
from ui.pages.applications.application_view import ApplicationView
from ui.pages.applications.listing import ApplicationList
from ui.pages.applications.new_card import NewCard
from ui.tasks import Tasks


class ApplicationsPage(ListPage):
    """Writes an application down, also of a centre that is known already."""

    key = "applications"
    icon = "inbox"
    word = N_("Applications")
    counts = ("application", "criterion_judgement", "advice", "decision")
    shows = (
        *counts,
        *("centre", "establishment", "certificate", "mandate"),
        *("attachment", "setting", "rule_change"),
    )
    opens = ("application", "applications", "apply")
    one_kind, new_kind = "application", "apply"

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        listed = ApplicationList(controllers, tasks, memory)
        dossier = ApplicationView(controllers, tasks, memory)
        super().__init__(tasks, memory, (listed, dossier), controllers.applications.waiting)
        self._controllers = controllers
        self.list, self.dossier = listed, dossier
        self.new_card: NewCard | None = None

    def begin(self, centre_id: UUID | None) -> None:
        self.new_card = NewCard(self, self._controllers, self._tasks)
        self.new_card.made.connect(self.open_one)
        self.new_card.start(centre_id)


PAGE = ApplicationsPage
