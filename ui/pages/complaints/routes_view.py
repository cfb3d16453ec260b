"""The routes of a complaint, each with its own days and its two clocks."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import word
from models.complaints.values import Clock, ClockKind, ComplaintFile, RouteFile
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.kit.base import Text, column, dismiss, row, wrap
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.day_field import DateField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.tasks import Tasks
from ui.why import EDGE, WhyDate

TOPMOST = Qt.AlignmentFlag.AlignTop


class RoutesView(QWidget):
    """A card a route; `forward_wanted(UUID)` and `add_wanted` ask for more."""

    said = Signal(object)
    add_wanted = Signal()
    forward_wanted = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._file: ComplaintFile | None = None
        self.cards: dict[UUID, RouteCard] = {}
        self.add = Button(_("Add a route"), "link", "plus")
        self.add.clicked.connect(self.add_wanted)
        head = row(Text(_("Routes and terms"), "body", 600), None, self.add, gap=8)
        self._column = column(head, gap=10)
        self.setLayout(self._column)

    def show_file(self, file: ComplaintFile) -> None:
        self._file = file
        known = {route.id for route in file.routes}
        for gone in [key for key in self.cards if key not in known]:
            card = self.cards.pop(gone)
            self._column.removeWidget(card)
            dismiss(card)
        for place, route in enumerate(file.routes):
            card = self.cards.get(route.id) or self._new(route.id)
            self._column.removeWidget(card)
            self._column.insertWidget(place + 1, card)
            card.show_route(file, route, self._controllers.today())
        self.add.setVisible(not file.closed)

    def start(self) -> None:
        """The keyboard on the first day that is still to be written."""
        pressing = self._file.pressing if self._file else None
        front = [self.cards[pressing[0].id]] if pressing else []
        for card in (*front, *self.cards.values()):
            if card.start():
                return
        for card in self.cards.values():
            card.fields["received_on"].setFocus()
            return

    def settle(self) -> None:
        for card in self.cards.values():
            card.form.settle()

    def refused(self) -> bool:
        return any(card.form.refusals() for card in self.cards.values())

    def _new(self, route_id: UUID) -> RouteCard:
        card = self.cards[route_id] = RouteCard(self._controllers, self._tasks)
        card.said.connect(self.said)
        card.forward_wanted.connect(self.forward_wanted)
        return card


class RouteCard(Card):
    """Received, receipt confirmed, answered: every day kept at once, every clock explained."""

    said = Signal(object)
    forward_wanted = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        self._complaints, self._tasks = controllers.complaints, tasks
        self._complaint: UUID | None = None
        self._route: UUID | None = None
        today = controllers.today()
        names = ("received_on", "acknowledged_on", "answered_on", "forwarded_on")
        self.fields: dict[str, DateField] = {name: DateField(today) for name in names}
        self.clocks = {ClockKind.ACKNOWLEDGE: ClockLine(), ClockKind.REPLY: ClockLine()}
        self.forward = Button(_("Pass on"), "link", "mail-forward")
        self.forward.setProperty("acts", True)
        self.remove = Button("", "ghost", "x", _("Remove this route"))
        tools = wrap(row(self.forward, self.remove, gap=6))
        line = row(gap=16)
        super().__init__(_("Route"), line, trailing=tools, icon="message-report", gap=4)
        self.form = Form(self)
        self._lay_out(line)
        self.form.changed.connect(self._hand_in)
        self.forward.clicked.connect(self._forward)
        self.remove.clicked.connect(self._remove)

    def show_route(self, file: ComplaintFile, route: RouteFile, today: date) -> None:
        self._complaint, self._route = file.id, route.id
        self.set_title(_route_title(route))
        days = route.days
        self.form.show({name: getattr(days, name) for name in self.fields}, of=route.id)
        self.form.lock(locked=file.closed)
        self.form.row("forwarded_on").setVisible(days.forwarded_on is not None)
        answered = self.form.row("answered_on")
        answered.setVisible(days.forwarded_on is None or days.answered_on is not None)
        found = list(route.clocks)
        for line, clock in zip(self.clocks.values(), (*found, None, None), strict=False):
            line.show_clock(clock, today)
        settled = days.settled_on is not None or file.closed
        self.forward.setVisible(not settled)
        self.remove.setVisible(len(file.routes) > 1 and not file.closed)

    def start(self) -> bool:
        for name in ("acknowledged_on", "answered_on"):
            field = self.fields[name]
            here = not self.form.row(name).isHidden()
            if here and field.value() is None and not field.isReadOnly():
                field.setFocus()
                return True
        return False

    def _lay_out(self, line: Any) -> None:
        add, fields = self.form.add, self.fields
        acknowledge, reply = self.clocks.values()
        for made in (
            column(add("received_on", _("Received on"), fields["received_on"]), None, gap=2),
            column(
                add("acknowledged_on", _("Receipt confirmed on"), fields["acknowledged_on"]),
                acknowledge,
                None,
                gap=2,
            ),
            column(
                add("answered_on", _("Answered on"), fields["answered_on"]),
                add("forwarded_on", _("Passed on on"), fields["forwarded_on"]),
                reply,
                None,
                gap=2,
            ),
        ):
            line.addLayout(made, 1)

    def _hand_in(self, name: str, value: date | None) -> None:
        if self._complaint is not None and self._route is not None:
            of = self._route
            ticket = self._tasks.do(self._complaints.edit_route, self._complaint, of, name, value)
            ticket.otherwise(partial(self._explain, of))

    def _explain(self, of: UUID, error: AppError) -> None:
        if of != self._route or not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))

    def _forward(self) -> None:
        if self._route is not None:
            self.forward_wanted.emit(self._route)

    def _remove(self) -> None:
        if self._complaint is not None and self._route is not None:
            ticket = self._tasks.do(self._complaints.remove_route, self._complaint, self._route)
            ticket.then(self._removed).otherwise(partial(self._explain, self._route))

    def _removed(self, _answer: object) -> None:
        self.said.emit(Message(_("The route is removed."), undo=True))


class ClockLine(QWidget):
    """The last day of a clock, which answers why; how far off or how late it is."""

    def __init__(self) -> None:
        super().__init__()
        self.label = Text("", "small", 400, "quiet")
        self.day = WhyDate()
        self.internal = Text("", "small", 400, "quiet")
        lines = (row(EDGE, self.label, gap=0), row(self.day, None, gap=0))
        self.setLayout(column(*lines, row(EDGE, self.internal, gap=0), gap=1))

    def show_clock(self, clock: Clock | None, today: date) -> None:
        self.setVisible(clock is not None)
        if clock is None:
            self.day.show_term(None)
            return
        late = clock.days_late(today)
        tone = "late" if late else "quiet"
        self.label.setText(clock_words(clock, today))
        self.label.set_tone(tone)
        self.day.show_term(clock.term, short_date(clock.term.due), word(clock.kind))
        other = clock.open and clock.term.internal != clock.term.due
        said = _("work with {day}").format(day=short_date(clock.term.internal))
        self.internal.setText(said if other else "")
        self.internal.setVisible(other)
        self.day.set_tone(tone)


def clock_words(clock: Clock, today: date) -> str:
    """How a clock stands, in few words before its last day."""
    late, left = clock.days_late(today), clock.days_left(today)
    if late:
        said = ngettext("{count} day late", "{count} days late", late)
        return said.format(count=late)
    if not clock.open:
        return _("in time; last day:") if clock.done_on else _("closed without it; last day:")
    if clock.kind is ClockKind.NOTICE:
        said = ngettext("{count} day left to tell it", "{count} days left to tell it", left)
        return said.format(count=left)
    said = ngettext("{count} day left", "{count} days left", left)
    return said.format(count=left)


def _route_title(route: RouteFile) -> str:
    said = _("{route}: received on {day}")
    return said.format(route=word(route.days.entry), day=short_date(route.days.received_on))
