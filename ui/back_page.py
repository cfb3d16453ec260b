"""A room with a list, one thing, and a workbook of that thing that came back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from models.kernel.text import _
from ui.back_ticks import Workbook
from ui.back_view import KEPT, BackView
from ui.kit.list_page import ListPage
from ui.kit.memory import Memory
from ui.kit.one_view import OneView
from ui.kit.only_here import only_here
from ui.kit.page import Message, Ref
from ui.kit.record_list import RecordList
from ui.tasks import Tasks, Ticket

REVIEW = "workbook"
"""Where in a check or application a review is, for a Ref."""


class BackPage(ListPage):
    """The review of a workbook takes the place of what it is of, until it is left."""

    def __init__(
        self,
        tasks: Tasks,
        memory: Memory,
        views: tuple[RecordList, OneView],
        waiting: Callable[[], tuple[int, int]],
        back: BackView,
    ) -> None:
        self._offered: Ticket[Workbook | None] | None = None
        self.back = back
        """Known first: what was open last time tells its keys while the room is made."""
        super().__init__(tasks, memory, views, waiting)
        self._stack.addWidget(back)
        back.left.connect(self._back_left)
        back.put_off.connect(self._say_put_off)
        back.said.connect(self.said)
        back.keys_changed.connect(self.tell_keys)

    @property
    def showing_back(self) -> bool:
        return self._stack.currentWidget() is self.back

    def open_one(self, thing: UUID, detail: str = "") -> None:
        """Also the review of a workbook of which cells were ticked before, when that is asked."""
        super().open_one(thing, "" if detail == REVIEW else detail)
        if detail == REVIEW:
            self._offer_no_more()
            ticket = self._tasks.ask(self.back.ticks.workbook, thing)
            ticket.then(only_here(self._one, self._opened, partial(self._go_on, thing)))

    def _opened(self) -> str:
        return self._memory.word(self._place)

    def opened_one(self, thing: UUID) -> None:
        """Offer to go on with a review that was left half-way."""
        ticket = self._tasks.ask(self.back.ticks.workbook, thing).instead_of(self._offered)
        self._offered = ticket.then(partial(self._offer, thing))

    def settle(self) -> None:
        self.back.settle()
        super().settle()

    def centre_name(self, thing: UUID) -> str:
        """The name of the centre of what is open; empty while it is being read."""
        raise NotImplementedError

    def reload(self) -> None:
        if self.showing_back:
            self.back.reload()
            self._count()
        else:
            super().reload()

    def tell_keys(self, keys: str = "") -> None:
        if self.showing_back:
            self.keys_changed.emit(self.back.keys())
        else:
            super().tell_keys(keys)

    def read_back(self, about: UUID, centre: str, path: Path) -> None:
        """Show what this workbook says otherwise."""
        self._offer_no_more()
        self._stack.setCurrentWidget(self.back)
        self.back.read(about, centre, path)
        self.tell_keys()

    def came_in(self, reactions: int) -> None:
        """What the room does with reactions that came in."""

    def _back_left(self, reactions: int) -> None:
        if self.showing_back:
            self._stack.setCurrentWidget(self._one)
            self.came_in(reactions)
            self._one.reload()
            self.tell_keys()

    def _offer_no_more(self) -> None:
        """Somebody is going on."""
        if self._offered is not None:
            self._offered.drop()

    def _offer(self, thing: UUID, found: Workbook | None) -> None:
        if found is not None and not self.showing_back:
            said = _("Your ticks in {name}, the workbook that came back, still wait.")
            there = Ref(self.one_kind, thing, REVIEW)
            words = said.format(name=found.name)
            self.said.emit(Message(words, tone="accent", opens=there, word=_("Go on")))

    def _go_on(self, thing: UUID, found: Workbook | None) -> None:
        if found is not None:
            self.read_back(thing, self.centre_name(thing), found.path)

    def _say_put_off(self) -> None:
        there = Ref(self.one_kind, self.back.about, REVIEW)
        self.said.emit(Message(_(KEPT), opens=there, word=_("Go on")))
