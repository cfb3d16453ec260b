"""Rows under a list that add it up: they are no dossier, and are told, never dropped in silence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.kernel.words import fold

_TOTAL = re.compile(
    r"(?:(?:alg\w*|eind|sub)[ -]?)?(?:totaal|totalen|total|som|sum|aantal)(?P<rest>(?:[ :=(].*)?)"
)
_PART = re.compile(r"[^\W\d]+(?:[-'/][^\W\d]+)*|[\d.,]+%?")
"""A word, or a count."""
_BETWEEN = re.compile(r"[ :=()]+")
_BARE = re.compile(r" [\d.,]+%?")
"""Only a count after the word, and no sign that says so."""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that adds up: where it stands, as Excel shows it, and the words that say so."""

    row: int
    text: str

    def __str__(self) -> str:
        return f"{self.row} {self.text}"


def total_rows(said: Iterable[tuple[int, str]]) -> tuple[TotalRow, ...]:
    """Those of these rows of which the cell says a total, of what, and at most its count.

    Totaal-77 and Totaal A-3 are numbers of dossiers. So are Totaal 1 and Totaal 2 together: a list
    has one count.
    """
    found = [(TotalRow(row, cell), _after_total(cell)) for row, cell in said]
    bare = {rest for _total, rest in found if rest is not None and _BARE.fullmatch(rest)}
    several = len(bare) > 1
    return tuple(
        total for total, rest in found if rest is not None and not (several and rest in bare)
    )


def reads_as_total(number: str) -> bool:
    """Whether a number that counts as a dossier may be meant as a total, such as Totaal 1."""
    return _after_total(number) is not None


def _after_total(cell: str) -> str | None:
    """What stands behind the word for a total; None of a cell that says no total."""
    match = _TOTAL.fullmatch(fold(cell))
    parts = [part for part in _BETWEEN.split(match["rest"]) if part] if match else ()
    return match["rest"] if match and all(map(_PART.fullmatch, parts)) else None
