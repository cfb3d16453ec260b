"""The parts of a centre file: each a tab with a word, a view, and how it shows the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.pages.centres.file_facts import FileFacts


@dataclass(frozen=True, slots=True)
class FilePart:
    """One tab: a view with `settle()` hands in what is typed, one with `turn_to(str)` has places.

    Its signals `said` and `wanted` are heard.
    """

    key: str
    word: str
    """A message id."""
    view: QWidget
    show: Callable[[FileFacts], object]
    scrolls: bool = False
    """True when the file scrolls it; other views scroll themselves."""
    keys: str = ""
    """A message id: the keys that matter in it, for the status bar; empty for those of the file."""

    def settle(self) -> None:
        settle = getattr(self.view, "settle", None)
        if settle is not None:
            settle()

    def turn_to(self, place: str) -> None:
        """Show this place in it, when the view has places of its own."""
        turn = getattr(self.view, "turn_to", None)
        if turn is not None:
            turn(place)
