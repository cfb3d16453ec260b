"""A checklist that leaves as a workbook and comes back: its cells, and how each one stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Plain = str | float | None
"""What a cell holds, comparable: text, a number, a day as ISO text, an answer by its code."""


class SheetUse(StrEnum):
    """For whom a workbook was made; it decides which cells are open."""

    OFFICER = "officer"
    CENTRE = "centre"


class CellKey(NamedTuple):
    """Which fact a cell is, wherever its row and column were moved to."""

    part: str
    row: str
    column: str


Cells = Mapping[CellKey, Plain]


class Standing(StrEnum):
    """How a cell stands between the export, the file of today and the sheet that came back."""

    SAME = "same"
    OURS = "ours"
    """Only the file changed since the export."""
    THEIRS = "theirs"
    """Only the sheet changed."""
    BOTH = "both"
    """Both changed, to the same."""
    CONFLICT = "conflict"
    """Both changed, each to something else."""
    FORBIDDEN = "forbidden"
    """The sheet changed what was not open."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One cell, three times."""

    key: CellKey
    base: Plain
    ours: Plain
    theirs: Plain
    standing: Standing
