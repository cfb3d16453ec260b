"""What was asked for opens only where it was asked, and only while the same thing shows there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.kit.overlay import when_in_sight

T = TypeVar("T")


def only_here(
    host: QWidget, thing: Callable[[], object], then: Callable[[T], None]
) -> Callable[[T], None]:
    """`then` for a ticket: it hears the answer unless `host` was left, or shows another `thing`.

    While a cover hides the window the answer waits for who comes back.
    """
    return partial(_arrived, host, thing, thing(), then)


def _arrived(
    host: QWidget, thing: Callable[[], object], asked: object, then: Callable[[T], None], answer: T
) -> None:
    when_in_sight(host, partial(_tell, host, thing, asked, then, answer))


def _tell(
    host: QWidget, thing: Callable[[], object], asked: object, then: Callable[[T], None], answer: T
) -> None:
    if host.isVisible() and thing() == asked:
        then(answer)
