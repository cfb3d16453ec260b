"""What can be done with a complaint as a whole, in the order of its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.complaints.values import ClockKind, ComplaintFile, ComplaintState, RouteFile
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.act_card import ActCard
from ui.kit.button import Button, act_button, small_act
from ui.kit.page import Message, Ref
from ui.pages.complaints.cards import CloseCard, DayCard, DismissCard, ReopenCard, RouteCard
from ui.tasks import Tasks, Ticket

S = ComplaintState
DISMISSING, CLOSING, REOPENING = "dismiss", "close", "reopen"
"""How the drafts of a card are called."""
CENTRE, REMOVE, CLOSE, REOPEN, ONWARD = "Alt+C", "Alt+W", "Alt+S", "Alt+H", "Alt+F"
"""Keys of the header; the one that leads onward confirms the receipt, answers, then closes."""


class ComplaintActs(QObject):
    """`settled` asks to hand in what is still being typed; `removed` leads back to the list."""

    said = Signal(object)
    wanted = Signal(object)
    settled = Signal()
    removed = Signal()

    def __init__(
        self, controllers: Controllers, tasks: Tasks, host: QWidget, sheet: DraftSheet
    ) -> None:
        """`sheet`: where what is written on a card lies until it is handed in."""
        super().__init__(host)
        self._sheet = sheet
        self._host, self._controllers, self._tasks = host, controllers, tasks
        self._complaints = controllers.complaints
        self._file: ComplaintFile | None = None
        self.card: ActCard | None = None

    def show_file(self, file: ComplaintFile) -> None:
        self._file = file

    def buttons(self) -> list[Button]:
        """What the header offers in this state, at most one of them primary."""
        if self._file is None:
            return []
        made = [
            small_act(_("Centre file"), "building", self.open_centre, CENTRE),
            small_act(_("Remove this complaint"), "x", self.remove, REMOVE),
        ]
        match self._file.state:
            case S.CLOSED:
                return [
                    *made,
                    act_button(_("Reopen"), "secondary", "lock-open", self.reopen, REOPEN),
                ]
            case S.ANSWERED:
                return [*made, act_button(_("Close it"), "primary", "lock", self.close, ONWARD)]
            case _ if self._waits_for_receipt():
                confirm = act_button(
                    _("Confirm receipt"), "primary", "mail", self.acknowledge, ONWARD
                )
                return [
                    *made,
                    act_button(_("Close it"), "secondary", "lock", self.close, CLOSE),
                    confirm,
                ]
            case _:
                answer = act_button(_("Answered"), "primary", "check", self.answer, ONWARD)
                return [
                    *made,
                    act_button(_("Close it"), "secondary", "lock", self.close, CLOSE),
                    answer,
                ]

    def bring_back(self, card: str) -> None:
        """The card in which something was being written when the program stopped, if it is time."""
        if self._file is None:
            return
        acts = {DISMISSING: self.dismiss, CLOSING: self.close, REOPENING: self.reopen}
        if card in acts and self._file.closed is (card == REOPENING):
            acts[card]()

    def open_centre(self) -> None:
        if self._file is not None:
            self.wanted.emit(Ref("centre", self._file.centre_id, "overview"))

    def acknowledge(self) -> None:
        """Of the first open route that was not confirmed."""
        route = self._first("acknowledged_on")
        if route is not None:
            title, text = _("Confirm receipt"), _("In writing, within ten calendar days.")
            field = "acknowledged_on", _("Receipt confirmed on")
            verb = partial(self._complaints.edit_route, self._about.id, route.id, field[0])
            self._ask_day((title, text, _("Confirmed")), field, verb, _("The receipt is noted."))

    def answer(self) -> None:
        """Of the first open route."""
        route = self._first("answered_on")
        if route is not None:
            field = "answered_on", _("Answered on")
            verb = partial(self._complaints.edit_route, self._about.id, route.id, field[0])
            texts = (_("The complaint is answered"), "", _("Answered"))
            self._ask_day(texts, field, verb, _("The answer is noted."))

    def add_route(self) -> None:
        card = RouteCard(self._host, self._about, self._controllers, self._tasks)
        self._open(card, _("The route is added; its clocks run."), card.start, "route")

    def forward(self, route: UUID) -> None:
        card = RouteCard(self._host, self._about, self._controllers, self._tasks, route)
        self._open(card, _("The complaint is passed on."), card.start, "forward", route)

    def dismiss(self) -> None:
        card = DismissCard(self._host, self._about, self._controllers, self._tasks)
        said = _("The complaint is not admissible; tell it with reasons.")
        self._open(card, said, card.start, DISMISSING)

    def close(self) -> None:
        card = CloseCard(self._host, self._about, self._controllers, self._tasks)
        self._open(card, _("The complaint is closed."), card.start, CLOSING)

    def reopen(self) -> None:
        card = ReopenCard(self._host, self._about, self._controllers, self._tasks)
        self._open(card, _("The complaint is open again."), card.start, REOPENING)

    def remove(self) -> None:
        """At once: undo brings it back."""
        ticket = self._tasks.do(self._complaints.remove, self._about.id)
        ticket.then(self._gone).otherwise(self._tell)

    @property
    def _about(self) -> ComplaintFile:
        assert self._file is not None  # noqa: S101 - the buttons come with the file
        return self._file

    def _waits_for_receipt(self) -> bool:
        """Whether the clock that runs out first is the one of the receipt."""
        pressing = self._about.pressing
        if pressing is None:
            return self._about.state is S.RECEIVED
        return pressing[1].kind is ClockKind.ACKNOWLEDGE

    def _first(self, field: str) -> RouteFile | None:
        """Of the routes where this is still to be done, the one whose clock runs out first."""
        pressing = self._about.pressing
        front = [pressing[0]] if pressing else []
        for route in (*front, *self._about.routes):
            if route.days.settled_on is None and getattr(route.days, field) is None:
                return route
        return None

    def _ask_day(
        self,
        texts: tuple[str, str, str],
        field: tuple[str, str],
        verb: Callable[[date | None], None],
        done: str,
    ) -> None:
        title, text, word = texts
        card = DayCard(self._host, self._controllers, title, text, word)
        self._open(card, done, partial(card.start, *field, partial(self._do, verb)), field[0])

    def _do(self, verb: Callable[[date | None], None], day: date | None) -> Ticket[Any]:
        return self._tasks.do(verb, day)

    def _open(self, card: ActCard, done: str, start: Callable[[], None], *of: object) -> None:
        """What stands in it lies aside, as `of`, until it is handed in or cancelled."""
        self.settled.emit()
        self.card = card
        card.made.connect(partial(self._done, done))
        start()
        lay_aside(card, self._sheet, *of)

    def _done(self, sentence: str, _answer: object) -> None:
        self.said.emit(Message(sentence, undo=True))

    def _gone(self, _answer: object) -> None:
        self.said.emit(Message(_("The complaint is removed."), undo=True))
        self.removed.emit()

    def _tell(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
