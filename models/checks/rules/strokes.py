"""A drawn mark as text: a line a stroke, points of x,y from 0 to 1000 with blanks between."""

import re
from collections.abc import Iterable, Sequence

Point = tuple[int, int]
EDGE = 1000
MOST = 20_000
"""Signs a mark may take: a minute of drawing."""

_NUMBER = r"(?:1000|\d{1,3})"
_POINT = rf"{_NUMBER},{_NUMBER}"
_MARK = re.compile(rf"{_POINT}(?:[ \n]{_POINT})*")


def strokes(text: str) -> tuple[tuple[Point, ...], ...]:
    """The strokes of a mark; none for an empty one."""
    return tuple(
        tuple((int(x), int(y)) for x, y in (point.split(",") for point in line.split(" ")))
        for line in text.split("\n")
        if line
    )


def written(drawn: Iterable[Sequence[Point]]) -> str:
    """The text of these strokes; points over the edge are brought back to it."""
    lines = (" ".join(f"{_kept(x)},{_kept(y)}" for x, y in stroke) for stroke in drawn if stroke)
    return "\n".join(lines)


def is_mark(text: str) -> bool:
    """Whether a text is one we wrote."""
    return len(text) <= MOST and _MARK.fullmatch(text) is not None


def _kept(place: int) -> int:
    return max(0, min(EDGE, place))
