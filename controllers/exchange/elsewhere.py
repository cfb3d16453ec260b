"""Every cell of a workbook that was not open and is another than when it left, and why not."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from controllers.exchange.agreeing import Doubts
from controllers.exchange.aligning import Aligned
from controllers.exchange.content import Content
from controllers.exchange.grids import FORMULA, Grid, at_of
from controllers.exchange.refusals import (
    CellWasLocked,
    CellWithoutKey,
    ColumnAdded,
    ColumnTakenOut,
    FormulaWasLocked,
    HiddenKeyChanged,
    RowAdded,
    RowCopied,
    RowTakenOut,
    SheetAdded,
    SheetRenamed,
    SheetTakenOut,
)
from controllers.exchange.review import Group, Item, Told
from controllers.export import return_marks as marks
from controllers.intake.checklist_back import RawCell
from controllers.intake.letters import column_letter
from models.centres.rules import mask_national_numbers
from models.checks.values.exchange import CellKey
from models.kernel.errors import Refused
from models.kernel.ids import natural_id
from models.kernel.text import _

MOST = 1_000
"""So many changed cells of one sheet are listed; what follows is counted."""
_SHORT, _LONG = 40, 200
_PLACES = re.compile(r"\$?[A-Z]{1,3}\$?\d+")
_SPELLING = re.compile(r"[\s$'\"]|_xlfn\.")


@dataclass
class Elsewhere:
    """The whole workbook against the whole workbook of before."""

    pairs: Sequence[Aligned]
    base: Sequence[Grid]
    theirs: Sequence[Grid]
    facts: Collection[CellKey]
    """What bears a fact."""
    read: Mapping[CellKey, RawCell]
    """Cells as they were read under their keys: these are compared three ways, and not here."""
    doubts: Doubts
    told: list[Told] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Sheet by sheet, row by row."""
        moved = any(pair.moved for pair in self.pairs)
        for pair in self.pairs:
            found = _Sheet(pair, self, moved).items()
            yield from islice(found, MOST)
            more = sum(1 for _item in found)
            if more:
                said = _("{count} more cells of this sheet were changed, and are not taken over.")
                name = pair.theirs.name
                self.told.append(Told("more_changed", said.format(count=more), name))
        yield from self._whole_sheets(self.pairs)

    def _whole_sheets(self, pairs: Sequence[Aligned]) -> Iterator[Item]:
        there = {id(grid) for pair in pairs for grid in (pair.base, pair.theirs)}
        for pair in pairs:
            mine, theirs = pair.base.name, pair.theirs.name
            if mine != theirs:
                yield _item(theirs, 0, "", theirs, (mine, theirs), SheetRenamed())
        for grid in self.base:
            if id(grid) not in there:
                words = _("{count} rows").format(count=len(grid.rows)), ""
                yield _item(grid.name, 0, "", grid.name, words, SheetTakenOut())
        for grid in self.theirs:
            if id(grid) not in there:
                words = "", _("{count} rows").format(count=len(grid.rows))
                yield _item(grid.name, 0, "", grid.name, words, SheetAdded())


@dataclass
class _Sheet:
    """One sheet beside itself."""

    pair: Aligned
    whole: Elsewhere
    moved: bool
    """Whether rows or columns moved anywhere, so that formulas may name other places."""

    def items(self) -> Iterator[Item]:
        base, theirs = self.pair.base, self.pair.theirs
        for at in self.pair.gone_columns:
            head = self._head(base, at)
            count = sum(1 for line in base.rows.values() if at_of(line, at))
            words = _("{count} cells").format(count=count), ""
            yield _item(theirs.name, 0, column_letter(at), head, words, ColumnTakenOut())
        for at in self.pair.new_columns:
            filled = [row for row, line in theirs.rows.items() if at_of(line, at)]
            words = "", _("{count} cells").format(count=len(filled))
            head = self._head(theirs, at)
            yield _item(theirs.name, filled[0], column_letter(at), head, words, ColumnAdded())
        for before, after in self.pair.rows.items():
            yield from self._row(before, after)
        for row in self.pair.gone_rows:
            words = _told(base, row), ""
            yield _item(theirs.name, row, "", _name(base, row), words, RowTakenOut())
        for row in self.pair.new_rows:
            yield from self._new_row(row)

    def _new_row(self, row: int) -> Iterator[Item]:
        """A copy of a row tells what it says otherwise; another row, and a true copy, itself."""
        theirs = self.pair.theirs
        key = at_of(theirs.rows[row], theirs.mark[1] if theirs.mark else None)
        first = next((there for there, one in theirs.row_ids.items() if one == key), row)
        before = next((was for was, there in self.pair.rows.items() if there == first), None)
        why: Refused = RowAdded() if before is None else RowCopied(row=row, other=first)
        cells = [] if before is None else [*self._copied(before, row, why)]
        words = "", _told(theirs, row)
        yield from cells or [_item(theirs.name, row, "", _name(theirs, row), words, why)]

    def _copied(self, before: int, row: int, why: Refused) -> Iterator[Item]:
        for at, there, was, became in self._changed(before, row):
            if became and self._fact(before, at) is not None:
                yield self._cell(before, row, at, there, (was, became), why)

    def _row(self, before: int, after: int) -> Iterator[Item]:
        base, theirs = self.pair.base, self.pair.theirs
        stayed = (before == after and not self.moved) or before not in base.row_ids
        if stayed and base.rows[before] == theirs.rows[after]:
            return
        for at, there, was, became in self._changed(before, after):
            why = self._why((before, at), (after, there), was, became)
            if why is not None:
                yield self._cell(before, after, at, there, (was, became), why)

    def _changed(self, before: int, after: int) -> Iterator[tuple[int, int, str, str]]:
        """The places at which two rows differ, as they were and as they are, and both words."""
        mine, other = self.pair.base.rows[before], self.pair.theirs.rows[after]
        for at, there in self.pair.columns.items():
            was, became = at_of(mine, at), at_of(other, there)
            if was != became:
                yield at, there, was, became

    def _cell(
        self, before: int, after: int, at: int, there: int, words: tuple[str, str], why: Refused
    ) -> Item:
        base = self.pair.base
        keys = base.mark or (0, None)
        names = _name(base, before) * (before != keys[0]), self._head(base, at) * (at != keys[1])
        what = " · ".join(filter(None, names)) or base.name
        said = _shown(words[0]), _shown(words[1])
        return _item(self.pair.theirs.name, after, column_letter(there), what, said, why)

    def _fact(self, row: int, at: int) -> CellKey | None:
        """The fact that this cell bears; None when it bears none."""
        key = self._key(row, at)
        return key if key in self.whole.facts else None

    def _key(self, row: int, at: int) -> CellKey:
        base = self.pair.base
        return CellKey(base.part, base.row_ids.get(row, ""), base.column_ids.get(at, ""))

    def _why(
        self, before: tuple[int, int], after: tuple[int, int], was: str, became: str
    ) -> Refused | None:
        key, fact = self._key(*before), self._fact(*before)
        if fact is not None:
            cell = self.whole.read.get(fact)
            place = cell and (cell.sheet, cell.row, cell.column)
            here = self.pair.theirs.name, after[0], column_letter(after[1])
            return None if place == here else CellWithoutKey()
        if was.startswith(FORMULA):
            same = became.startswith(FORMULA) and self._formula(was) == self._formula(became)
            return None if same else FormulaWasLocked()
        mark = self.pair.base.mark
        if mark and (before[0] == mark[0] or before[1] == mark[1]):
            return HiddenKeyChanged()
        return self.whole.doubts.of(key) or CellWasLocked()

    def _formula(self, text: str) -> str:
        """How a formula reads, however a program spells it."""
        plain = _SPELLING.sub("", text).casefold().replace(";", ",")
        return _PLACES.sub("", plain.upper()) if self.moved else plain

    def _head(self, grid: Grid, at: int) -> str:
        """What a column is called: its words on the row of heads, or the first that it has."""
        lines = [line for row, line in grid.rows.items() if row != (grid.mark or (0, 0))[0]]
        lines = [grid.rows.get(grid.head, ()), *lines]
        word = next((word for line in lines if (word := at_of(line, at))), "")
        return "" if word.startswith(FORMULA) else word[:_SHORT]


def facts_of(base: Content) -> frozenset[CellKey]:
    """Cells that are compared three ways."""
    rows = {key.row for key in base.cells if key.part == marks.FINDINGS}
    said = (CellKey(marks.FINDINGS, row, one) for row in rows for one in marks.REACTION_COLUMNS)
    return frozenset((*base.cells, *said))


def _name(grid: Grid, row: int) -> str:
    """What a row is called: its first words."""
    words = (word for word in grid.rows[row] if word and not word.startswith(FORMULA))
    return next(words, "")[:_SHORT]


def _told(grid: Grid, row: int) -> str:
    return " | ".join(_shown(word) for word in grid.rows[row] if word)[:_LONG]


def _shown(word: str) -> str:
    """As it may be shown: a formula as one, a national register number never in full."""
    plain = f"={word.removeprefix(FORMULA)}" if word.startswith(FORMULA) else word
    return mask_national_numbers(plain)[:_LONG]


def _item(
    sheet: str, row: int, column: str, what: str, words: tuple[str, str], why: Refused
) -> Item:
    key = CellKey(f"sheet {sheet}", str(row), f"{column} {why.code}")
    three = words[0], words[0], words[1]
    return Item(
        natural_id("cell", *key),
        Group.FORBIDDEN,
        key,
        sheet,
        row,
        column,
        what,
        *three,
        str(why),
        why.code,
    )
