"""Which facts the program looks up beside a criterion: each one ticked or not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.checklists.values import LookedUp
from ui.kit.base import column
from ui.kit.choice_field import Toggle
from ui.pages.checklists import words

Facts = tuple[LookedUp, ...]


class FactsField(QWidget):
    """`edited` gives all facts that are ticked, in their fixed order."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ticks = {fact: Toggle(word) for fact, word in words.facts()}
        self.setLayout(column(*self.ticks.values(), gap=0))
        self.setFocusProxy(next(iter(self.ticks.values())))
        for tick in self.ticks.values():
            tick.edited.connect(self._told)

    def value(self) -> Facts:
        return tuple(fact for fact, tick in self.ticks.items() if tick.value())

    def set_value(self, value: Any, afresh: bool = False) -> None:
        wanted: Collection[LookedUp] = value or ()
        for fact, tick in self.ticks.items():
            tick.set_value(fact in wanted, afresh)

    def dirty(self) -> bool:
        return any(tick.dirty() for tick in self.ticks.values())

    def settle(self) -> None:
        """A tick is told at once; nothing is waiting here."""

    def setReadOnly(self, locked: bool) -> None:
        for tick in self.ticks.values():
            tick.setEnabled(not locked)

    def _told(self, _ticked: object) -> None:
        self.edited.emit(self.value())
