"""Stretches seen from afar: what would fall into the same column of pixels is drawn once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.timeline.rules.scale import Scale

T = TypeVar("T")

Days = tuple[int, int, T]
"""First and last day as ordinals, both included, and what they carry."""


@dataclass(frozen=True)
class Run(Generic[T]):
    """A piece to draw, from `left` to `right`; `item` is the first that fell into it."""

    left: float
    right: float
    item: T
    count: int


def merged(spans: Iterable[Days[T]], scale: Scale, least: float = 1.0) -> Iterator[Run[T]]:
    """Spans in the order of their first day, as pieces to draw; only those in sight.

    Everything narrower than `least` that begins before that much room is over joins the piece
    before it, so there are never more pieces than columns, however many spans.
    """
    start, per_day, width = scale.start, scale.per_day, scale.width
    held: Run[T] | None = None
    for first, last, item in spans:
        left, right = (first - start) * per_day, (last + 1 - start) * per_day
        if right < 0:
            continue
        if left > width:
            break
        if held is not None and left < held.left + least and right - left < least:
            held = Run(held.left, max(held.right, right), held.item, held.count + 1)
            continue
        if held is not None:
            yield held
        held = Run(left, max(right, left + least), item, 1)
    if held is not None:
        yield held
