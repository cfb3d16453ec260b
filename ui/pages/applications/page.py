"""The page of applications: the list, or the dossier that was opened from it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from controllers.bundle import Controllers
from models.kernel.text import N_
from ui.back_page import BackPage
from ui.back_view import BackView
from ui.kit.memory import Memory
from ui.pages.applications.application_view import ApplicationView
from ui.pages.applications.listing import ApplicationList
from ui.pages.applications.new_card import NewCard
from ui.pages.applications.taking import WORDS
from ui.tasks import Tasks


class ApplicationsPage(BackPage):
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
        back = BackView(controllers.applications, controllers.drafts, tasks, WORDS)
        waiting = controllers.applications.waiting
        super().__init__(tasks, memory, (listed, dossier), waiting, back)
        self._controllers = controllers
        self.list, self.dossier = listed, dossier
        self.new_card: NewCard | None = None
        dossier.acts.taking.came_back.connect(self._read_back)

    def begin(self, centre_id: UUID | None) -> None:
        self.new_card = NewCard(self, self._controllers, self._tasks)
        self.new_card.made.connect(self.open_one)
        self.new_card.start(centre_id)

    def centre_name(self, thing: UUID) -> str:
        file = self.dossier.file
        return file.centre_name if file is not None and file.id == thing else ""

    def _read_back(self, path: Path) -> None:
        file = self.dossier.file
        if file is not None:
            self.read_back(file.id, file.centre_name, path)


PAGE = ApplicationsPage
