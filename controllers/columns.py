"""A column, said once: the screen, the workbook and the console all read it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

R = TypeVar("R")
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column(Generic[R]):
    """`key` is its name for the console, `label` a message id, `width` in characters."""

    key: str
    label: str
    cell: Callable[[R], Cell]
    width: int = 16
    kind: str = "text"
    """`two` (title and second line), `text`, `badge`, `date`, `number`: how the screen draws it."""
    sub: Callable[[R], str] | None = None
    """The second line, for `two`."""
    state: Callable[[R], str] | None = None
    """The badge's state (see ui.kit.badge), for `badge`."""
