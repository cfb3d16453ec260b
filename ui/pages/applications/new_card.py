"""Write down an application: of which centre, when it came in, and from when it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.values import ApplicationKind
from models.centres.values import CentreFile
from models.checklists.rules import ASSESSMENT
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from ui.centre_search import CentreSearch
from ui.kit.act_card import ActCard, Values
from ui.kit.base import row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.tasks import Tasks, Ticket

MOST, TALL, WIDTH = 20, 176, 560
TOPMOST = Qt.AlignmentFlag.AlignTop


class ApplicantMissing(Refused):
    sentence = N_("Choose the centre first: type a part of its name, number or town.")


class NewCard(ActCard):
    """`made(UUID)` gives the new application."""

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, _("New application"), _("Write down"), width=WIDTH)
        self._controllers, self._tasks = controllers, tasks
        today = controllers.today()
        self.centres = CentreSearch(controllers, tasks, self)
        self.search, self.found = self.centres.field, self.centres.found
        self.received, self.start_day = DateField(today), DateField(today)
        self.kind = ChoiceField(
            [(ApplicationKind.FIRST, _("First mandate")), (ApplicationKind.RENEWAL, _("Renewal"))]
        )
        self.checklist = ChoiceField()
        self.received.set_value(today, afresh=True)
        self.kind.set_value(ApplicationKind.FIRST, afresh=True)
        add, days = self.form.add, row(gap=12)
        start_help = _("The first day of the mandate as the centre asks it.")
        for made, share in (
            (add("received_on", _("Received on"), self.received), 1),
            (add("requested_start", _("Asked from"), self.start_day, start_help, True), 1),
        ):
            days.addWidget(made, share, TOPMOST)
        self.lay_out(
            (
                add("centre", _("Centre"), self.search),
                self.found,
                self.centres.none,
                wrap(days),
                add("kind", _("Which mandate"), self.kind),
                add("checklist", _("Judged by"), self.checklist),
            )
        )
        self.form.row("checklist").hide()
        self.search.textEdited.connect(self.form.row("centre").clear)
        self.search.returnPressed.disconnect()  # here Enter takes a centre
        self.centres.stood.connect(self._show_centre_of)
        self.centres.taken.connect(self._to_days)
        self.centres.fitted.connect(self.place)
        self.kind.edited.connect(self._ask_regime)
        self.start_day.edited.connect(self._ask_regime)
        for field in (self.received, self.start_day):
            field.returnPressed.connect(self.hand_in)

    def start(self, centre_id: UUID | None = None) -> None:
        """Open; with a centre, go straight to the days."""
        self.begin(self.search if centre_id is None else self.received, self._receive)
        self._tasks.ask(self._controllers.applications.checklists).then(self._show_checklists)
        if centre_id is None:
            self.centres.look("")
        else:
            self.centres.close_list()
            self.centres.stand_on(centre_id)

    def _receive(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(self._keep, self.centres.centre, values)

    def _keep(self, centre_id: UUID | None, values: Values) -> UUID:
        """On the writer's thread."""
        if centre_id is None:
            raise ApplicantMissing(field="centre")
        return self._controllers.applications.receive(
            centre_id,
            values["received_on"],
            values["kind"],
            values["requested_start"],
            values["checklist"] or ASSESSMENT,
        )

    def _ask_regime(self, _value: object) -> None:
        """A next period may need no application at all, by the rule of its first day."""
        start = self.start_day.value()
        self.form.row("kind").set_help("")
        if self.kind.value() is ApplicationKind.RENEWAL and start is not None:
            asked = self._tasks.ask(self._controllers.applications.asked_for_renewal, start)
            asked.then(self._show_regime)

    def _show_regime(self, sentence: str) -> None:
        self.form.row("kind").set_help(sentence)
        self.place()

    def _show_checklists(self, found: Sequence[tuple[str, str]]) -> None:
        """There is something to choose only when the office made a list of its own."""
        self.checklist.set_choices(found)
        self.checklist.set_value(found[0][0] if found else None, afresh=True)
        self.form.row("checklist").setVisible(len(found) > 1)
        self.place()

    def _to_days(self, _centre: UUID) -> None:
        self.received.setFocus()
        self.received.selectAll()

    def _show_centre_of(self, centre_id: UUID) -> None:
        self.form.row("centre").clear()
        self._tasks.ask(self._controllers.centres.file, centre_id).then(self._show_centre)

    def _show_centre(self, file: CentreFile) -> None:
        if file.identity.id == self.centres.centre:
            self.search.setText(file.identity.name)
