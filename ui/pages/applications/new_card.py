"""Write down an application: of which centre, when it came in, and from when it asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.values import ApplicationKind
from models.centres.values import CentreFile
from models.checklists.rules import ASSESSMENT
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.mandates.values import CentreFilter, CentreRow
from ui.kit.act_card import ActCard, Values
from ui.kit.base import row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.reading import grouped
from ui.kit.row_list import Row, RowList
from ui.tasks import Tasks, Ticket

MOST, TALL, WIDTH = 20, 176, 560
TOPMOST = Qt.AlignmentFlag.AlignTop


class ApplicantMissing(Refused):
    sentence = N_("Choose the centre first: type a part of its name, number or town.")


class ApplicantField(LineField):
    """Up and Down move in the list below while somebody types."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class NewCard(ActCard):
    """`made(UUID)` gives the new application."""

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, _("New application"), _("Write down"), width=WIDTH)
        self._controllers, self._tasks = controllers, tasks
        self._searching: Ticket[list[CentreRow]] | None = None
        self._centre: UUID | None = None
        today = controllers.today()
        self.search = ApplicantField(_("Name, number or town"))
        self.found = RowList(compact=True)
        self.found.setFixedHeight(TALL)
        self.found.setAccessibleName(_("Centres found"))
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
                wrap(days),
                add("kind", _("Which mandate"), self.kind),
                add("checklist", _("Judged by"), self.checklist),
            )
        )
        self.form.row("checklist").hide()
        self.search.textEdited.connect(self._typed)
        self.search.returnPressed.disconnect()
        self.search.returnPressed.connect(self._take_first)
        self.search.moved.connect(self._step)
        self.found.chosen.connect(self._choose)
        self.found.opened.connect(self._to_days)
        self.kind.edited.connect(self._ask_regime)
        self.start_day.edited.connect(self._ask_regime)
        for field in (self.received, self.start_day):
            field.returnPressed.connect(self.hand_in)

    def start(self, centre_id: UUID | None = None) -> None:
        """Open; with a centre, go straight to the days."""
        self.begin(self.search if centre_id is None else self.received, self._receive)
        self._tasks.ask(self._controllers.applications.checklists).then(self._show_checklists)
        if centre_id is None:
            self._typed("")
        else:
            self.found.hide()
            self._show_centre_of(centre_id)

    def _receive(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(self._keep, self._centre, values)

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

    def _typed(self, text: str) -> None:
        self._centre = None
        self.found.show()
        self.form.row("centre").clear()
        ask = partial(_centres, self._controllers, text)
        self._searching = self._tasks.ask(ask).instead_of(self._searching).then(self._show_found)

    def _show_found(self, found: Sequence[CentreRow]) -> None:
        self.found.set_rows(
            [Row(each.name, _second_line(each), "icon:building", payload=each.id) for each in found]
        )

    def _step(self, step: int) -> None:
        at = self.found.currentIndex().row() + step
        if 0 <= at < self.found.model().rowCount():
            self.found.setCurrentIndex(self.found.model().index(at, 0))

    def _take_first(self) -> None:
        if self._centre is None and self.found.model().rowCount():
            self.found.setCurrentIndex(self.found.model().index(0, 0))
        if self._centre is not None:
            self._to_days(self._centre)

    def _choose(self, centre_id: UUID) -> None:
        self._show_centre_of(centre_id)

    def _to_days(self, _centre: UUID) -> None:
        self.received.setFocus()
        self.received.selectAll()
        self.found.hide()

    def _show_centre_of(self, centre_id: UUID) -> None:
        self._centre = centre_id
        self.form.row("centre").clear()
        self._tasks.ask(self._controllers.centres.file, centre_id).then(self._show_centre)

    def _show_centre(self, file: CentreFile) -> None:
        if file.identity.id == self._centre:
            self.search.setText(file.identity.name)


def _second_line(centre: CentreRow) -> str:
    number = grouped(centre.enterprise_number, (4, 3, 3))
    return " · ".join(part for part in (number, centre.locality) if part)


def _centres(controllers: Controllers, text: str) -> list[CentreRow]:
    ids = controllers.mandates.ids(CentreFilter(text))[:MOST]
    rows = {row.id: row for row in controllers.mandates.rows(ids)}
    return [rows[each] for each in ids if each in rows]
