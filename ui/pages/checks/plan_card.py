"""Plan a check: which centre, which place, which day. Over the window, closed again with Esc."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.checks import DOSSIERS, OFFER
from models.centres.values import CentreFile, EstablishmentFile
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _
from ui.centre_search import CentreSearch
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.form import Form
from ui.kit.overlay import Overlay
from ui.tasks import Tasks, Ticket

WIDTH, TOP = 560, 90
TOPMOST = Qt.AlignmentFlag.AlignTop
"""A refusal under one field leaves its neighbour where it was."""
MOST = 20


class CentreMissing(Refused):
    sentence = N_("Choose the centre first: type a part of its name, number or town.")


class PlanCard(Overlay):
    """`planned(UUID)` gives the new check."""

    planned = Signal(object)

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, WIDTH, TOP)
        self.setAccessibleName(_("Plan a check"))
        self._controllers, self._tasks = controllers, tasks
        self._file: Ticket[CentreFile] | None = None
        self.form = Form(self)
        self.search = CentreSearch(controllers, tasks, self)
        self.text, self.found = self.search.field, self.search.found
        self.what = ChoiceField(
            [(DOSSIERS, _("Dossiers of clients")), (OFFER, _("The public offer"))]
        )
        self.what.set_value(DOSSIERS, afresh=True)
        self.where = ChoiceField([(None, _("The seat of the centre"))])
        self.day = DateField(controllers.today())
        self.plan = Button(_("Plan"), "primary")
        self.cancel = Button(_("Cancel"), "secondary")
        self._lay_out()
        self.text.textEdited.connect(self.form.row("centre").clear)
        self.search.stood.connect(self._show_file_of)
        self.search.taken.connect(self._to_day)
        self.search.fitted.connect(self.place)
        self.day.returnPressed.connect(self._plan)
        self.plan.clicked.connect(self._plan)
        self.cancel.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self, centre_id: UUID | None = None) -> None:
        """Open; with a centre, go straight to the day."""
        self.open(self.text)
        if centre_id is None:
            self.search.look("")
        else:
            self.search.close_list()
            self.search.stand_on(centre_id)
            self.day.setFocus()

    def _lay_out(self) -> None:
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
                self.search.none,
                self.form.add("what", _("What do you look into?"), self.what),
                pair,
                6,
                row(None, self.cancel, self.plan, gap=8),
                gap=8,
                margins=(24, 22, 24, 20),
            )
        )

    def _to_day(self, _centre: UUID) -> None:
        self.day.setFocus()

    def _show_file_of(self, centre_id: UUID) -> None:
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
        if self.search.centre is None:
            self.form.explain(CentreMissing(field="centre"))
            self.text.setFocus()
            return
        self.plan.setEnabled(False)
        day: date | None = self.day.value()
        ticket = self._tasks.do(
            self._controllers.checks.plan,
            self.search.centre,
            day,
            self.where.value(),
            self.what.value(),
        )
        ticket.ended(self._over).then(self._planned).otherwise(self._explain)

    def _over(self) -> None:
        self.plan.setEnabled(True)

    def _planned(self, check_id: UUID) -> None:
        self.close_card()
        self.planned.emit(check_id)

    def _explain(self, error: AppError) -> None:
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
