"""Rows under a list that add it up: they are no dossier, and are told, never dropped in silence."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from models.kernel.words import fold

_WORDS = (
    r"(?:(?:alg\w*|eind|sub)[ -]?)?(?:totaal|totalen|total|som|sum|aantal)(?: generaal)?"
    r"(?: (?:aantal )?(?:dossiers?|trajecten|nummers?|rijen|klanten|clienten|deelnemers))?"
)
_TOTAL = re.compile(
    rf"(?P<words>{_WORDS})(?:(?: ?[:=] ?| )(?P<count>[\d.,]+ ?%?)(?: dossiers?)?| ?[:=])?"
)


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that adds up: where it stands, as Excel shows it, and the words that say so."""

    row: int
    text: str

    def __str__(self) -> str:
        return f"{self.row} {self.text}"


def total_rows(said: Iterable[tuple[int, str]]) -> tuple[TotalRow, ...]:
    """Those of these rows of which the cell says a total and nothing else; at most its count too.

    Totaal-77 is a number of a dossier. So are Totaal 1 and Totaal 2 together: a list has one
    count.
    """
    matched = [(TotalRow(row, cell), _TOTAL.fullmatch(fold(cell))) for row, cell in said]
    found = [(total, match["words"], match["count"]) for total, match in matched if match]
    counts = Counter(words for words, _n in {(words, count) for _, words, count in found if count})
    return tuple(total for total, words, count in found if not count or counts[words] == 1)
