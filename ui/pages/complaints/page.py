"""The page of complaints: the list, or the complaint that was opened from it."""

from __future__ import annotations

from uuid import UUID

from controllers.bundle import Controllers
from models.complaints.rules import tells_nobody
from models.kernel.text import N_
from ui.card_drafts import lay_aside, of_new
from ui.drafting import DraftSheet
from ui.kit.list_page import ListPage
from ui.kit.memory import Memory
from ui.pages.complaints.complaint_view import ComplaintView
from ui.pages.complaints.listing import ComplaintList
from ui.pages.complaints.new_card import NewCard
from ui.tasks import Tasks


class ComplaintsPage(ListPage):
    """Registers a complaint, also of a centre that is known already."""

    key = "complaints"
    icon = "message-report"
    word = N_("Complaints")
    counts = ("complaint", "complaint_route")
    shows = (*counts, "centre", "dossier_check", "setting", "rule_change")
    opens = ("complaint", "complaints", "complain")
    one_kind, new_kind = "complaint", "complain"

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        listed = ComplaintList(controllers, tasks, memory)
        one = ComplaintView(controllers, tasks)
        super().__init__(tasks, memory, (listed, one), controllers.complaints.waiting)
        self._controllers = controllers
        self.list, self.one = listed, one
        self.new_card: NewCard | None = None
        self._sheet = DraftSheet(controllers.drafts, tasks, tells_nobody)

    def begin(self, centre_id: UUID | None) -> None:
        self.new_card = NewCard(self, self._controllers, self._tasks)
        self.new_card.made.connect(self.open_one)
        self.new_card.start(centre_id)
        self._sheet.turn_to(of_new(self.one_kind))
        lay_aside(self.new_card, self._sheet, centre_id or "")


PAGE = ComplaintsPage
