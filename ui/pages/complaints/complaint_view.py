"""One complaint: where it stands, its routes with their clocks, its facts and its outcome."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QResizeEvent

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.complaints.rules import tells_nobody
from models.complaints.values import ComplaintFile
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import CARD
from ui.drafting import DraftSheet, apart
from ui.kit.badge import Badge
from ui.kit.base import column, row, wrap
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.one_view import OneView
from ui.kit.reading import grouped
from ui.kit.shell import panel, scrolled
from ui.pages.complaints.about_form import AboutForm
from ui.pages.complaints.acts import ComplaintActs
from ui.pages.complaints.outcome_form import OutcomeForm
from ui.pages.complaints.routes_view import RoutesView
from ui.resuming import Resuming
from ui.tasks import Tasks, Ticket

WIDTH = 380


class ComplaintView(OneView):
    """Reads one complaint in the background and hands it to its parts; `closed` to the list."""

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._id: UUID | None = None
        self._asked: Ticket[ComplaintFile] | None = None
        self.file: ComplaintFile | None = None
        self.header = Header(_("Complaint"))
        self.sheet = DraftSheet(controllers.drafts, tasks, tells_nobody)
        self.acts = ComplaintActs(controllers, tasks, self, self.sheet)
        self.routes = RoutesView(controllers, tasks)
        self.about = AboutForm(controllers, tasks, self.sheet)
        self.outcome = OutcomeForm(controllers, tasks, self.sheet)
        left = wrap(column(self.routes, self.about, None, gap=16, margins=(28, 4, 24, 28)))
        self._panel = panel("right", WIDTH, column(self.outcome, None, gap=0), scroll=True)
        fit_panel(self._panel, WIDTH, self.width())
        line = row(gap=0)
        line.addWidget(scrolled(left), 1)
        line.addWidget(self._panel)
        whole = column(self.header, gap=0)
        whole.addLayout(line, 1)
        self.setLayout(whole)
        self._connect()

    def open(self, complaint_id: UUID, _detail: str = "") -> None:
        if complaint_id != self._id:
            self.settle()
            self._id, self.file = complaint_id, None
        self.reload()

    def reload(self) -> None:
        if self._id is None:
            return
        ticket = self._tasks.ask(self._controllers.complaints.file, self._id)
        self._asked = ticket.instead_of(self._asked).then(self._show).otherwise(self._lost)

    def settle(self) -> None:
        for part in (self.routes, self.about, self.outcome):
            part.settle()
        self.sheet.settle()

    def drafts(self) -> list[str]:
        refused = any(part.refused() for part in (self.routes, self.about, self.outcome))
        return [self.file.reference] if refused and self.file is not None else []

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("Tab next field · Alt+T why this date")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_panel(self._panel, WIDTH, self.width())

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self.follow_crumb)
        self.acts.settled.connect(self.settle)
        self.outcome.dismiss_wanted.connect(self.acts.dismiss)
        self.outcome.wanted.connect(self.wanted)
        self.routes.add_wanted.connect(self.acts.add_route)
        self.routes.forward_wanted.connect(self.acts.forward)
        for part in (self.acts, self.routes, self.about, self.outcome):
            part.said.connect(self.said)
        self.acts.wanted.connect(self.wanted)
        self.acts.removed.connect(self.closed)
        self.resuming = Resuming(self, self.sheet, self._bring_back)
        self.resuming.said.connect(self.said)
        for form in (self.about, self.outcome):
            form.drafting.brought.connect(self.resuming.stand_in)

    def _show(self, file: ComplaintFile) -> None:
        if file.id != self._id:
            return
        first = self.file is None
        self.file = file
        self.sheet.turn_to(file.id)
        self._show_head(file)
        self.routes.show_file(file)
        self.about.show_file(file)
        self.outcome.show_file(file)
        if first and self.isVisible():
            self.routes.start()

    def _bring_back(self) -> None:
        """The card in which somebody was writing when the program stopped."""
        part, card, _field = apart(self.sheet.newest())
        if part == CARD:
            self.acts.bring_back(card)

    def _show_head(self, file: ComplaintFile) -> None:
        self.header.set_title(file.centre_name)
        self.header.set_crumbs((_("Complaints"), file.reference))
        number = grouped(file.enterprise_number, (4, 3, 3))
        self.header.set_sub(f"{number} · {file.theme} · {file.why}")
        state = Badge(badge(file.state), word(file.state))
        state.setToolTip(file.why)
        late = (Badge("late", _("Late")),) if file.late else ()
        self.header.set_badges((state, *late))
        self.acts.show_file(file)
        self.header.set_actions(self.acts.buttons())

    def _lost(self, error: AppError) -> None:
        """It was removed in the meantime, such as by undoing that it was registered."""
        shown = self.file is not None
        self._id, self.file = None, None
        self.close_lost(error, shown=shown, tone="accent")
