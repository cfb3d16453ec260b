"""The parts of a centre file on top of each other, each made when somebody first turns to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.shell import scrolled
from ui.kit.stack import Stack
from ui.pages.centres.file_facts import FileFacts

V = TypeVar("V", bound=QWidget)


@dataclass(frozen=True, slots=True)
class FilePart(Generic[V]):
    """One tab: a view with `settle()` hands in what is typed, one with `turn_to(str)` has places.

    Its signals `said`, `wanted` and `part_wanted` are heard.
    """

    key: str
    word: str
    """A message id."""
    view: Callable[[], V]
    """Makes it the first time, and gives the same one ever after."""
    show: Callable[[V, FileFacts], object]
    scrolls: bool = False
    """True when the file scrolls it; other views scroll themselves."""
    keys: str = ""
    """A message id: the keys that matter in it, for the status bar; empty for those of the file."""


class FileParts(Stack):
    """Only the part in sight is drawn anew; the others catch up when they are turned to."""

    said = Signal(object)
    wanted = Signal(object)
    part_wanted = Signal(str)
    """Another part of the file, by its key."""

    def __init__(self, parts: Sequence[FilePart[Any]]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._made: dict[int, QWidget] = {}
        self._facts: FileFacts | None = None
        self._behind: set[int] = set()
        self._leaves = tuple(QWidget() for _part in self._parts)
        """Each holds the place of a part until it is made."""
        for leaf in self._leaves:
            self.addWidget(leaf)

    def turn(self, number: int) -> None:
        """Look at the part of this number, as the file stands now."""
        self._reach(number)
        self.setCurrentIndex(number)

    def place(self, key: str) -> int | None:
        """The number of the part with this key, or None when there is none."""
        return next((n for n, part in enumerate(self._parts) if part.key == key), None)

    def reach(self, key: str) -> None:
        """Let the part with this key know the file as it stands, without turning to it."""
        number = self.place(key)
        assert number is not None  # noqa: S101 - asked by name, of what is declared
        self._reach(number)

    def show_facts(self, facts: FileFacts) -> None:
        self._facts, self._behind = facts, set(range(len(self._parts)))
        if self.currentIndex() in self._made:
            self._catch_up(self.currentIndex())

    def settle(self) -> None:
        """Hand in what is typed in any of them."""
        for view in self._made.values():
            settle = getattr(view, "settle", None)
            if settle is not None:
                settle()

    def turn_to(self, place: str) -> None:
        """Show this place in the part in sight, when its view has places of its own."""
        turn = getattr(self._made[self.currentIndex()], "turn_to", None)
        if turn is not None:
            turn(place)

    def does(self, act: str) -> bool:
        """Whether the part in sight has this act for itself, such as `print_it`."""
        return hasattr(self._made.get(self.currentIndex()), act)

    def _reach(self, number: int) -> None:
        if number not in self._made:
            self._make(number)
        self._catch_up(number)

    def _make(self, number: int) -> None:
        part = self._parts[number]
        self._made[number] = view = part.view()
        for name in ("said", "wanted", "part_wanted"):
            signal = getattr(view, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))
        shown, leaf = self.currentIndex(), self._leaves[number]
        self.blockSignals(True)  # it stays at the number where it was
        self.insertWidget(number, scrolled(view) if part.scrolls else view)
        self.removeWidget(leaf)
        self.setCurrentIndex(shown)
        self.blockSignals(False)
        leaf.deleteLater()

    def _catch_up(self, number: int) -> None:
        if self._facts is not None and number in self._behind:
            self._behind.discard(number)
            self._parts[number].show(self._made[number], self._facts)
