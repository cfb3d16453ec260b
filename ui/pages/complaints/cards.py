"""The acts on a complaint that ask first: another route, pass on, dismiss, close, reopen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.complaints.values import ComplaintFile, EntryRoute, Inadmissibility
from models.kernel.text import _
from ui.kit.act_card import ActCard, Values
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.text_field import TextField
from ui.pages.complaints.words import choices, nobody
from ui.tasks import Tasks, Ticket

NEVER = 2_000_000_000
"""Milliseconds of silence after which a text would hand itself in: only the button does."""
WIDE = 520


class DayCard(ActCard):
    """Asks for one day, today at first."""

    def __init__(
        self, host: QWidget, controllers: Controllers, title: str, text: str, word: str
    ) -> None:
        super().__init__(host, title, word, text)
        today = controllers.today()
        self.day = DateField(today)
        self.day.set_value(today, afresh=True)

    def start(self, name: str, label: str, act: Callable[[Any], Ticket[Any]]) -> None:
        self._act, self._name = act, name
        self.lay_out((self.form.add(name, label, self.day),))
        self.begin(self.day, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        return self._act(values[self._name])


class RouteCard(ActCard):
    """The same complaint came in along another route too, or is passed on to another party."""

    def __init__(
        self,
        host: QWidget,
        file: ComplaintFile,
        controllers: Controllers,
        tasks: Tasks,
        route: UUID | None = None,
    ) -> None:
        titles = (
            (_("Add a route"), _("Add"), _("The clocks of both routes run beside each other."))
            if route is None
            else (
                _("Pass the complaint on"),
                _("Pass on"),
                _("The other party has its own day of receipt and clocks; the first stays."),
            )
        )
        super().__init__(host, titles[0], titles[1], titles[2], WIDE)
        self._file, self._route = file, route
        self._complaints, self._tasks = controllers.complaints, tasks
        today = controllers.today()
        self.entry = ChoiceField(choices(EntryRoute))
        self.passed, self.received = DateField(today), DateField(today)
        taken = {one.days.entry for one in file.routes}
        free = [one for one in EntryRoute if one not in taken]
        self.entry.set_value(free[-1] if free else EntryRoute.VDAB, afresh=True)
        self.received.set_value(today, afresh=True)
        self.passed.set_value(today, afresh=True)
        add = self.form.add
        entry = add("entry", _("Came in at") if route is None else _("Pass on to"), self.entry)
        passed = add("forwarded_on", _("Passed on on"), self.passed)
        self.lay_out(
            (
                entry,
                *((passed,) if route is not None else ()),
                add("received_on", _("Received there on"), self.received),
            )
        )

    def start(self) -> None:
        self.begin(self.entry, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        entry, received = values["entry"], values["received_on"]
        if self._route is None:
            return self._tasks.do(self._complaints.add_route, self._file.id, entry, received)
        passed = values["forwarded_on"]
        return self._tasks.do(
            self._complaints.forward, self._file.id, self._route, entry, passed, received
        )


class DismissCard(ActCard):
    """It will not be handled: on which ground, and why."""

    def __init__(
        self, host: QWidget, file: ComplaintFile, controllers: Controllers, tasks: Tasks
    ) -> None:
        text = _(
            "Tell it with reasons within ten calendar days after the receipt (Bestuursdecreet,"
            " art. II.77, § 2)."
        )
        super().__init__(host, _("Not admissible"), _("Keep"), text, WIDE)
        self._file, self._tasks = file, tasks
        self._complaints = controllers.complaints
        self.ground = ChoiceField(choices(Inadmissibility), placeholder=_("Choose a ground"))
        self.ground.set_value(file.inadmissibility, afresh=True)
        self.reason = TextField(lines=3, most=6, silence_ms=NEVER)
        self.reason.set_value(file.admissibility_reason, afresh=True)
        add = self.form.add
        self.lay_out(
            (
                add("inadmissibility", _("Ground"), self.ground),
                add("admissibility_reason", _("Reason"), self.reason, nobody()),
            )
        )

    def start(self) -> None:
        self.begin(self.ground, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._complaints.dismiss,
            self._file.id,
            values["inadmissibility"],
            values["admissibility_reason"],
        )


class CloseCard(ActCard):
    """Nothing more is done with it; without an answer it says why."""

    def __init__(
        self, host: QWidget, file: ComplaintFile, controllers: Controllers, tasks: Tasks
    ) -> None:
        super().__init__(host, _("Close the complaint"), _("Close it"), "", WIDE)
        self._file, self._tasks = file, tasks
        self._complaints = controllers.complaints
        today = controllers.today()
        self.day = DateField(today)
        self.day.set_value(today, afresh=True)
        self.reason = TextField(lines=2, most=6, silence_ms=NEVER)
        why = _("Needed when a route has no answer.")
        add = self.form.add
        self.lay_out(
            (
                add("closed_on", _("Closed on"), self.day),
                add("closing_reason", _("Reason"), self.reason, why, optional=True),
            )
        )

    def start(self) -> None:
        self.begin(self.day, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._complaints.close, self._file.id, values["closed_on"], values["closing_reason"]
        )


class ReopenCard(ActCard):
    """Why a closed complaint goes on; the reason stands in the history."""

    def __init__(
        self, host: QWidget, file: ComplaintFile, controllers: Controllers, tasks: Tasks
    ) -> None:
        text = _("The reason stays in the history.")
        super().__init__(host, _("Reopen the complaint"), _("Reopen"), text, WIDE)
        self._file, self._tasks = file, tasks
        self._complaints = controllers.complaints
        self.reason = TextField(lines=2, most=6, silence_ms=NEVER)
        self.lay_out((self.form.add("reason", _("Reason"), self.reason, nobody()),))

    def start(self) -> None:
        self.begin(self.reason, self._hand_over)

    def _hand_over(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(self._complaints.reopen, self._file.id, values["reason"])
