"""What the sheet of a centre is made of, before anybody prints it: parts, lines, tasks, bars."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tone(StrEnum):
    """How a line is printed; its words say it too."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    LATE = "late"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Task:
    """One measure: last day, what, and how late."""

    due: str
    what: str
    about: str
    late: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with lines, in reading order."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A span on the strip, as parts of its whole: from 0 to 1."""

    left: float
    right: float
    certificate: bool


@dataclass(frozen=True, slots=True)
class CentreSheet:
    """What stands on the sheet, in Dutch, from top to bottom."""

    title: str
    sub: tuple[str, ...]
    stamp: str
    """On which day it is true; `as known on` when it is of the past."""
    mandate: Part
    bars: tuple[Bar, ...]
    years: tuple[tuple[float, str], ...]
    """Where each year begins on the strip, and its number."""
    marks: tuple[float, ...]
    today: float | None
    certificate: Part
    agreed: Part
    tasks: tuple[Task, ...]
    satisfaction: Part
    parts: tuple[Part, ...]
    day: date
