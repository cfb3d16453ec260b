"""Register a complaint: of which centre, about what, when and by which route it came in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.complaints.values import ComplaintDraft, EntryRoute, RegistrationKind
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from ui.centre_finder import CentreFinder
from ui.kit.act_card import ActCard, Values
from ui.kit.base import row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.pages.complaints.words import choices, nobody
from ui.tasks import Tasks, Ticket

WIDTH = 560
TOPMOST = Qt.AlignmentFlag.AlignTop


class CentreMissing(Refused):
    sentence = N_("Choose of which centre it is: type a part of its name, number or town.")


class NewCard(ActCard):
    """`made(UUID)` gives the new complaint."""

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, _("Register a complaint"), _("Register"), nobody(), width=WIDTH)
        self._controllers, self._tasks = controllers, tasks
        today = controllers.today()
        self.centre = CentreFinder(controllers, tasks)
        self.theme = LineField(_("such as: extra costs"))
        self.received, self.facts = DateField(today), DateField(today)
        self.entry = ChoiceField(choices(EntryRoute))
        self.kind = ChoiceField(choices(RegistrationKind))
        self.received.set_value(today, afresh=True)
        self.entry.set_value(EntryRoute.VDAB, afresh=True)
        self.kind.set_value(RegistrationKind.COMPLAINT, afresh=True)
        add, days, sort = self.form.add, row(gap=12), row(gap=12)
        facts_help = _("The day of what is complained of.")
        for made in (
            add("received_on", _("Received on"), self.received),
            add("facts_on", _("Facts of"), self.facts, facts_help, optional=True),
        ):
            days.addWidget(made, 1, TOPMOST)
        for made in (
            add("entry", _("Came in at"), self.entry),
            add("kind", _("What it is"), self.kind),
        ):
            sort.addWidget(made, 1, TOPMOST)
        self.lay_out(
            (
                add("centre", _("Centre"), self.centre),
                add("theme", _("It is about"), self.theme),
                wrap(sort),
                wrap(days),
            )
        )
        for field in (self.received, self.facts):
            field.returnPressed.connect(self.hand_in)
        self.centre.found.connect(self._onto_theme)

    def start(self, centre_id: UUID | None = None) -> None:
        """Open; with a centre, go straight to what it is about."""
        self.begin(self.centre if centre_id is None else self.theme, self._register)
        if centre_id is not None:
            self.centre.set_value(centre_id)

    def _register(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(self._keep, values)

    def _keep(self, values: Values) -> UUID:
        """On the writer's thread."""
        if values["centre"] is None:
            raise CentreMissing(field="centre")
        draft = ComplaintDraft(
            values["received_on"],
            values["entry"],
            values["kind"],
            theme=values["theme"],
            facts_on=values["facts_on"],
        )
        return self._controllers.complaints.register(values["centre"], draft)

    def _onto_theme(self, _centre: UUID) -> None:
        self.theme.setFocus()
