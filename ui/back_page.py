"""A room with a list, one thing, and a workbook of that thing that came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from ui.back_view import BackView
from ui.kit.list_page import ListPage
from ui.kit.memory import Memory
from ui.kit.one_view import OneView
from ui.kit.record_list import RecordList
from ui.tasks import Tasks


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
        self.back = back
        """Known first: what was open last time tells its keys while the room is made."""
        super().__init__(tasks, memory, views, waiting)
        self._stack.addWidget(back)
        back.left.connect(self._back_left)
        back.said.connect(self.said)
        back.keys_changed.connect(self.tell_keys)

    @property
    def showing_back(self) -> bool:
        return self._stack.currentWidget() is self.back

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
