"""What was asked for opens only where it was asked, and only while the same thing shows there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.kit.overlay import when_in_sight

T = TypeVar("T")


def only_here(
    host: QWidget,
    thing: Callable[[], object],
    then: Callable[[T], None],
    elsewhere: Callable[[T], None] | None = None,
) -> Callable[[T], None]:
    """`then` for a ticket: it hears the answer unless `host` was left, or shows another `thing`.

    In that case `elsewhere` hears it. While a cover hides the window it waits for who comes back.
    """
    asked = thing()

    def tell(answer: T) -> None:
        here = host.isVisible() and thing() == asked
        deliver = then if here else elsewhere
        if deliver is not None:
            deliver(answer)

    return partial(_arrived, host, tell)


def _arrived(host: QWidget, tell: Callable[[T], None], answer: T) -> None:
    when_in_sight(host, partial(tell, answer))
