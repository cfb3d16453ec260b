"""Plan a check: which centre, which place, which day. Over the window, closed again with Esc."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.checks import DOSSIERS, OFFER
from models.centres.values import CentreFile, EstablishmentFile
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _
from models.mandates.values import CentreFilter, CentreRow
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.overlay import Overlay
from ui.kit.reading import grouped
from ui.kit.row_list import Row, RowList
from ui.tasks import Tasks, Ticket

WIDTH, TOP = 560, 90
TOPMOST = Qt.AlignmentFlag.AlignTop
"""A refusal under one field leaves its neighbour where it was."""
MOST = 20


class CentreMissing(Refused):
    sentence = N_("Choose the centre first: type a part of its name, number or town.")


class SearchField(LineField):
    """Up and Down move in the list below while somebody types."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class PlanCard(Overlay):
    """`planned(UUID)` gives the new check."""

    planned = Signal(object)

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, WIDTH, TOP)
        self.setAccessibleName(_("Plan a check"))
        self._controllers, self._tasks = controllers, tasks
        self._search: Ticket[list[CentreRow]] | None = None
        self._file: Ticket[CentreFile] | None = None
        self._centre: UUID | None = None
        self.form = Form(self)
        self.text = SearchField(_("Name, number or town"))
        self.found = RowList(compact=True)
        self.what = ChoiceField(
            [(DOSSIERS, _("Dossiers of clients")), (OFFER, _("The public offer"))]
        )
        self.what.set_value(DOSSIERS, afresh=True)
        self.where = ChoiceField([(None, _("The seat of the centre"))])
        self.day = DateField(controllers.today())
        self.plan = Button(_("Plan"), "primary")
        self.cancel = Button(_("Cancel"), "secondary")
        self._lay_out()
        self.text.textEdited.connect(self._typed)
        self.text.returnPressed.connect(self._take_first)
        self.text.moved.connect(self._step)
        self.found.chosen.connect(self._choose)
        self.found.opened.connect(self._to_place)
        self.day.returnPressed.connect(self._plan)
        self.plan.clicked.connect(self._plan)
        self.cancel.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self, centre_id: UUID | None = None) -> None:
        """Open; with a centre, go straight to the day."""
        self.open(self.text)
        if centre_id is None:
            self._typed("")
        else:
            self.found.hide()
            self._show_file_of(centre_id)
            self.day.setFocus()

    def _lay_out(self) -> None:
        self.found.setFixedHeight(196)
        self.found.setAccessibleName(_("Centres found"))
        pair = row(gap=12)
        pair.addWidget(self.form.add("place", _("Place"), self.where), 3, TOPMOST)
        day = self.form.add("planned_on", _("Day"), self.day, optional=True)
        pair.addWidget(day, 2, TOPMOST)
        self.card.setLayout(
            column(
                Text(_("Plan a check"), "body", 600),
                4,
                self.form.add("centre", _("Centre"), self.text),
                self.found,
                self.form.add("what", _("What do you look into?"), self.what),
                pair,
                6,
                row(None, self.cancel, self.plan, gap=8),
                gap=8,
                margins=(24, 22, 24, 20),
            )
        )

    def _typed(self, text: str) -> None:
        self._centre = None
        self.found.show()
        self.form.row("centre").clear()
        ask = partial(_centres, self._controllers, text)
        self._search = self._tasks.ask(ask).instead_of(self._search).then(self._show_found)

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
            self._to_place(self._centre)

    def _choose(self, centre_id: UUID) -> None:
        self._show_file_of(centre_id)

    def _to_place(self, _centre: UUID) -> None:
        """The centre is known: the list has done its work until somebody types again."""
        self.day.setFocus()
        self.found.hide()

    def _show_file_of(self, centre_id: UUID) -> None:
        self._centre = centre_id
        self.form.row("centre").clear()
        question = self._tasks.ask(self._controllers.centres.file, centre_id)
        self._file = question.instead_of(self._file).then(self._show_file)

    def _show_file(self, file: CentreFile) -> None:
        self.text.setText(file.identity.name)
        self.where.set_choices(places(file.establishments))
        self.where.set_value(None, afresh=True)

    def _plan(self) -> None:
        self.day.settle()
        if self.form.refusals() or not self.plan.isEnabled():
            return
        if self._centre is None:
            self.form.explain(CentreMissing(field="centre"))
            self.text.setFocus()
            return
        self.plan.setEnabled(False)
        day: date | None = self.day.value()
        ticket = self._tasks.do(
            self._controllers.checks.plan,
            self._centre,
            day,
            self.where.value(),
            self.what.value(),
        )
        ticket.then(self._planned).otherwise(self._explain)

    def _planned(self, check_id: UUID) -> None:
        self.close_card()
        self.planned.emit(check_id)

    def _explain(self, error: AppError) -> None:
        self.plan.setEnabled(True)
        if not self.form.explain(error):
            self.form.refuse("centre", str(error))


def places(establishments: Sequence[EstablishmentFile]) -> list[tuple[UUID | None, str]]:
    """The seat, and every establishment that is open, by name and address."""
    open_ones = [each for each in establishments if each.active]
    return [(None, _("The seat of the centre")), *((each.id, said(each)) for each in open_ones)]


def said(place: EstablishmentFile) -> str:
    """Name, street and town of an establishment on one line."""
    address = place.address
    street = " ".join(part for part in (address.street, address.house_number) if part)
    parts = (place.name, street, address.locality)
    return ", ".join(part for part in parts if part) or place.establishment_number


def _second_line(centre: CentreRow) -> str:
    number = grouped(centre.enterprise_number, (4, 3, 3))
    return " · ".join(part for part in (number, centre.locality) if part)


def _centres(controllers: Controllers, text: str) -> list[CentreRow]:
    ids = controllers.mandates.ids(CentreFilter(text))[:MOST]
    rows = {row.id: row for row in controllers.mandates.rows(ids)}
    return [rows[each] for each in ids if each in rows]
