"""Whether what stands beside a hidden key is still what that key is of.

A key that was moved on its own would bring an answer in under another dossier or question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from controllers.exchange.aligning import Aligned
from controllers.exchange.grids import FORMULA, Grid, at_of
from controllers.exchange.refusals import KeyOfAnotherColumn, KeyOfAnotherRow
from controllers.export import return_marks as marks
from models.centres.rules import mask_national_numbers
from models.checks.values.exchange import CellKey
from models.kernel.errors import Refused
from models.kernel.text import _

_SHORT = 60
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    marks.MATRIX: (marks.KEY, marks.QUESTION),
    marks.FINDINGS: (marks.QUESTION, marks.STATEMENT),
    marks.CRITERIA: (marks.KEY, marks.QUESTION),
}
"""The columns in which one sees what a row is of, by their id."""
_NOTE_NAMES = (0, 1, 2)
"""In the notes: dossier, number and text of the question, which have no id."""
_OF_NOBODY = frozenset({marks.HEAD, marks.NUMBER_ROW, marks.VERDICT_ROW})


@dataclass(frozen=True)
class Doubts:
    """Rows and columns of which the hidden key and the words one sees do not agree."""

    rows: Mapping[tuple[str, str], Refused] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], Refused] = field(default_factory=dict)
    """By part and id."""

    def of(self, key: CellKey) -> Refused | None:
        """Why this cell cannot be trusted to be what its keys say; None when it can."""
        return self.columns.get((key.part, key.column)) or self.rows.get((key.part, key.row))


def doubts_of(pairs: Iterable[Aligned]) -> Doubts:
    """Every row and column whose visible words are another's than its hidden key."""
    rows: dict[tuple[str, str], Refused] = {}
    columns: dict[tuple[str, str], Refused] = {}
    for pair in pairs:
        if pair.base.part in marks.PARTS and pair.theirs.mark:
            rows.update(_rows(pair))
            columns.update(_columns(pair))
    return Doubts(rows, columns)


def _rows(pair: Aligned) -> Iterator[tuple[tuple[str, str], Refused]]:
    base, theirs = pair.base, pair.theirs
    before = _names(base)
    after = [pair.columns.get(at) for at in before]
    for row, there in pair.rows.items():
        key = base.row_ids.get(row)
        if key is None or key in _OF_NOBODY or theirs.row_ids.get(there) != key:
            continue
        was = [at_of(base.rows[row], at) for at in before]
        now = [at_of(theirs.rows[there], at) for at in after]
        if was != now:
            yield (base.part, key), KeyOfAnotherRow(**_words(was, now))


def _columns(pair: Aligned) -> Iterator[tuple[tuple[str, str], Refused]]:
    base, theirs = pair.base, pair.theirs
    head = base.head
    mine, other = base.rows.get(head, ()), theirs.rows.get(pair.rows.get(head, 0), ())
    for at, key in base.column_ids.items():
        was, now = at_of(mine, at), at_of(other, pair.columns.get(at))
        if was != now and theirs.column_ids.get(pair.columns.get(at, -1)) == key:
            yield (base.part, key), KeyOfAnotherColumn(**_words([was], [now]))


def _names(base: Grid) -> Sequence[int]:
    if base.part == marks.NOTES:
        return _NOTE_NAMES
    wanted = _NAMED_BY[base.part]
    return [at for at, key in base.column_ids.items() if key in wanted]


def _words(was: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Two names of what stands there; in full where their beginnings are the same."""
    told, found = _name(was[:2]), _name(now[:2])
    if told == found:
        told, found = _name(was[-1:]), _name(now[-1:])
    return {"told": told, "found": found}


def _name(words: Sequence[str]) -> str:
    said = " · ".join(word for word in words if word and not word.startswith(FORMULA))
    told = mask_national_numbers(said)
    short = told if len(told) <= _SHORT else f"{told[:_SHORT].rpartition(' ')[0] or told[:_SHORT]}…"
    return f"“{short}”" if said else _("nothing")
