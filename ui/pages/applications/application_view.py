"""One application: where it stands, what can be done with it, and its three sides."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.applications.values import ApplicationFile
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import CARD
from ui.drafting import apart
from ui.kit.badge import Badge
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.one_view import OneView
from ui.kit.reading import grouped
from ui.kit.segmented import Segmented
from ui.kit.stack import Stack
from ui.pages.applications.acts import ApplicationActs
from ui.pages.applications.criteria_view import CriteriaView
from ui.pages.applications.days_view import DATES, DaysView
from ui.pages.applications.outcome_view import OutcomeView
from ui.pages.applications.steps_band import StepsBand
from ui.resuming import Resuming
from ui.tasks import Tasks, Ticket

CRITERIA, DAYS, OUTCOME = range(3)
DETAILS = {"criteria": CRITERIA, "days": DAYS, "outcome": OUTCOME}
"""What a Ref to an application may ask to see, beside the key of a requirement."""


class ApplicationView(OneView):
    """Reads one application in the background and hands it to its sides; `closed` to the list."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._id: UUID | None = None
        self._stand_on = ""
        self._onward = False
        self._buttons: list[Button] = []
        self._asked: Ticket[ApplicationFile] | None = None
        self.file: ApplicationFile | None = None
        self.header, self.band = Header(_("Application")), StepsBand()
        self.sides = Segmented(
            (_("Requirements"), _("Days and remarks"), _("Advice and decision")),
            name=_("Sides of the application"),
        )
        self.criteria = CriteriaView(controllers, tasks, memory)
        self._sheet = self.criteria.panel.sheet
        self.acts = ApplicationActs(controllers, tasks, self, self._sheet)
        self.days = DaysView(controllers, tasks, self._sheet)
        self.outcome = OutcomeView(controllers, tasks)
        self.stack = Stack()
        for side in (self.criteria, self.days, self.outcome):
            self.stack.addWidget(side)
        whole = column(self.header, self.band, gap=0)
        whole.addLayout(row(self.sides, None, margins=(28, 0, 24, 10)))
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()

    def open(self, application_id: UUID, detail: str = "") -> None:
        """Show this application; detail is one of DETAILS, or a requirement to stand on."""
        if application_id != self._id:
            self.settle()
            self._id, self.file = application_id, None
            self.acts.leave()
            self.show_side(CRITERIA)
        if detail in DETAILS:
            self.show_side(DETAILS[detail])
        else:
            self._stand_on = detail
        self.reload()

    def reload(self) -> None:
        if self._id is None:
            return
        ticket = self._tasks.ask(self._controllers.applications.file, self._id)
        self._asked = ticket.instead_of(self._asked).then(self._show).otherwise(self._lost)

    def settle(self) -> None:
        for side in (self.criteria, self.days, self.outcome):
            side.settle()

    def drafts(self) -> list[str]:
        return self.criteria.drafts()

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        if self.sides.choice() == CRITERIA:
            return _("1 2 3 4 judge · N motivation · B proof · F8 next gap · ? keys")
        return _("Tab next field · Alt+T why this date")

    def show_side(self, side: int) -> None:
        if side != self.sides.choice():
            self.sides.choose(side)
        self._turn(side)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self.follow_crumb)
        self.sides.chosen.connect(self._turn)
        self.acts.settled.connect(self.settle)
        self.acts.lacking.connect(self._to_gap)
        self.acts.done.connect(self._go_on)
        self.resuming = Resuming(self, self._sheet, self._bring_back)
        self.resuming.said.connect(self.said)
        self.days.drafting.brought.connect(self._go_on_with)
        for part in (self.acts, self.criteria, self.days, self.outcome):
            part.said.connect(self.said)
        for part in (self.acts, self.outcome):
            part.wanted.connect(self.wanted)

    def _show(self, file: ApplicationFile) -> None:
        if file.id != self._id:
            return
        first = self.file is None
        self.file = file
        self._show_head(file)
        self.band.show_file(file, self._controllers.today())
        self.criteria.show_file(file)
        self.days.show_file(file)
        self.outcome.show_file(file)
        if self._stand_on:
            self.criteria.stand_on(self._stand_on)
            self._stand_on = ""
        if self._onward:
            self._onward = False
            self._stand_where_work_goes_on(file)
        if first and self.stack.currentWidget() is self.criteria and self.isVisible():
            self.criteria.list.setFocus()

    def _show_head(self, file: ApplicationFile) -> None:
        self.header.set_title(file.centre_name)
        self.header.set_crumbs((_("Applications"), file.reference))
        number = grouped(file.enterprise_number, (4, 3, 3))
        self.header.set_sub(f"{number} · {file.why}")
        state = Badge(badge(file.state), word(file.state))
        state.setToolTip(file.why)
        self.header.set_badges((state,))
        self.acts.show_file(file)
        self._show_buttons()

    def _lost(self, error: AppError) -> None:
        """It was taken back in the meantime, such as by undoing that it was received."""
        shown = self.file is not None
        self._id, self.file = None, None
        self.close_lost(error, shown=shown, tone="accent")

    def _turn(self, side: int) -> None:
        self.settle()
        self.stack.setCurrentIndex(side)
        self.keys_changed.emit(self.keys())

    def _show_buttons(self) -> None:
        """Who stands on a button stands on its successor after news."""
        stood = [one.text() for one in self._buttons if isValid(one) and one.hasFocus()]
        self._buttons = self.acts.buttons()
        self.header.set_actions(self._buttons)
        for one in self._buttons:
            if one.text() in stood:
                _stand_on(one)

    def _go_on(self) -> None:
        """An act replaced the buttons of the header: the keyboard needs a place of its own."""
        self._onward = True
        self.reload()

    def _stand_where_work_goes_on(self, file: ApplicationFile) -> None:
        """After a decision how it is made known, while something lacks that, else the next act."""
        if file.decision is not None:
            self.show_side(OUTCOME)
            self.outcome.decision.fields["sent_by"].setFocus()
        elif file.settled or any(one.gap is not None for one in file.asked):
            self.show_side(CRITERIA)
            self.criteria.list.setFocus()
        else:
            _stand_on(self._buttons[-1])

    def _bring_back(self) -> None:
        """The card in which somebody was writing, unless it was put away."""
        part, card, _field = apart(self._sheet.newest())
        if part == CARD:
            self.acts.bring_back(card)

    def _go_on_with(self, field: QWidget) -> None:
        """Days and remarks are on a side of their own."""
        if apart(self._sheet.newest())[0] == DATES:
            self.show_side(DAYS)
            self.resuming.stand_in(field)

    def _to_gap(self) -> None:
        self.show_side(CRITERIA)
        self.criteria.list.choose(self.criteria.list.next_gap() or self.criteria.list.current)


def _stand_on(button: Button) -> None:
    """Its header shows it only once it is laid out, and nobody stands on what does not show."""
    button.show()
    button.setFocus()
