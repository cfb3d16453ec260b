"""A room with two views: the list of one kind of thing, and the thing that was opened from it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Slot

from models.kernel.changes import Changes
from ui.kit.base import column
from ui.kit.memory import Memory
from ui.kit.one_view import OneView
from ui.kit.page import Page, Ref
from ui.kit.record_list import RecordList
from ui.kit.stack import Stack
from ui.tasks import Tasks


class ListPage(Page):
    """Two views behind one door; after a restart the officer is back where the work was.

    A page names the kind of ref that opens one thing, the kind that begins a new one, and the
    tables whose news moves the count on the rail.
    """

    one_kind = ""
    new_kind = ""
    counts: tuple[str, ...] = ()

    def __init__(
        self,
        tasks: Tasks,
        memory: Memory,
        views: tuple[RecordList, OneView],
        waiting: Callable[[], tuple[int, int]] | None = None,
    ) -> None:
        """`waiting` gives how many there are and how many are late, for the rail."""
        super().__init__(tasks)
        self._memory, self._waiting = memory, waiting
        self._listed, self._one = views
        self._stack = Stack()
        self.setLayout(column(self._stack, gap=0))
        for view in views:
            self._stack.addWidget(view)
            view.said.connect(self.said)
            view.wanted.connect(self.wanted)
        self._listed.opened.connect(self._open_listed)
        self._listed.new_wanted.connect(self._begin)
        self._listed.shown.connect(self.tell_keys)
        self._one.closed.connect(self.close_one)
        self._one.keys_changed.connect(self.tell_keys)
        tasks.changed.connect(self._recount)
        self._count()
        self._came_back = self._come_back()
        """Whether it opens on the thing of last time: going to the room then leaves it so, once."""

    @property
    def showing_one(self) -> bool:
        return self._stack.currentWidget() is self._one

    def begin(self, centre_id: UUID | None) -> None:
        """Open the card that begins a new one, at a centre when it is known."""

    def reload(self) -> None:
        (self._one if self.showing_one else self._listed).reload()
        self._count()

    def open(self, ref: Ref) -> None:
        """One thing, the list, or the card that begins a new one."""
        back, self._came_back = self._came_back, False
        if ref.kind == self.one_kind and ref.id is not None:
            self.open_one(ref.id, ref.detail)
        elif ref.kind == self.new_kind:
            self.close_one()
            self.begin(ref.id)
        elif self.isVisible() and not back:
            self.close_one()

    def open_one(self, thing: UUID, detail: str = "") -> None:
        """Show this thing, and remember that it is open."""
        self._memory.keep_word(self._place, str(thing))
        self._stack.setCurrentWidget(self._one)
        self._one.returning = False
        self._one.open(thing, detail)
        self.opened_one(thing)
        self.tell_keys()

    def opened_one(self, thing: UUID) -> None:
        """What the room does when a thing opens, also after a restart."""

    def close_one(self) -> None:
        """Back to the list, with what was typed handed in."""
        if self.showing_one:
            self._one.settle()
        self._memory.keep_word(self._place, "")
        self._stack.setCurrentWidget(self._listed)
        self._listed.reload()
        self._listed.start()
        self.tell_keys()

    def settle(self) -> None:
        self._one.settle()
        self._listed.settle()

    def drafts(self) -> str:
        return ", ".join(self._one.drafts())

    def tell_keys(self, _keys: str = "") -> None:
        """What works in the view that is shown."""
        self.keys_changed.emit((self._one if self.showing_one else self._listed).keys())

    @property
    def _place(self) -> str:
        """Where the window remembers which thing was open when it closed."""
        return f"{self.key}/open"

    @Slot(Changes)
    def _recount(self, changes: Changes) -> None:
        """The rail counts on while another page is looked at."""
        if not self.isVisible() and any(changes.touch(table) for table in self.counts):
            self._count()

    def _count(self) -> None:
        if self._waiting is not None:
            self._tasks.ask(self._waiting).then(self._tell_count)

    def _tell_count(self, counts: tuple[int, int]) -> None:
        self.counted.emit(*counts)

    def _open_listed(self, thing: UUID) -> None:
        self.open_one(thing)

    def _begin(self) -> None:
        self.begin(None)

    def _come_back(self) -> bool:
        kept = self._memory.word(self._place)
        try:
            thing = UUID(kept)
        except ValueError:
            return False
        self._stack.setCurrentWidget(self._one)
        self._one.come_back(thing)
        self.opened_one(thing)
        return True
