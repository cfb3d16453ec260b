"""Every cell of a workbook that was not open and is another than when it left, and why not."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from controllers.exchange.aligning import Aligned
from controllers.exchange.content import Content
from controllers.exchange.grids import FORMULA, Grid, Words, at_of
from controllers.exchange.refusals import (
    CellWasLocked,
    ColumnAdded,
    ColumnTakenOut,
    FormulaWasLocked,
    HiddenKeyChanged,
    RowAdded,
    RowTakenOut,
    SheetAdded,
    SheetRenamed,
    SheetTakenOut,
)
from controllers.exchange.review import Group, Item, Told
from controllers.export import return_marks as marks
from controllers.intake.checklist_back import ChecklistBack
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

    base: Sequence[Grid]
    theirs: Sequence[Grid]
    compared: Collection[CellKey]
    """Cells that bear a fact: these are compared three ways, and not here."""
    strays: Mapping[str, Collection[int]] = field(default_factory=dict)
    """By sheet: rows that are told of already."""
    told: list[Told] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Sheet by sheet, row by row."""
        pairs = self._sheets()
        moved = any(pair.moved for pair in pairs)
        for pair in pairs:
            found = _Sheet(pair, self.compared, moved).items()
            yield from islice(found, MOST)
            more = sum(1 for _item in found)
            if more:
                said = _("{count} more cells of this sheet were changed, and are not taken over.")
                name = pair.theirs.name
                self.told.append(Told("more_changed", said.format(count=more), name))
        yield from self._whole_sheets(pairs)

    def _sheets(self) -> list[Aligned]:
        """A sheet is known by its ids, else by its name, else by what stands at its top."""
        found: list[Aligned] = []
        waiting = [*self.theirs]
        for same in (_same_part, _same_name, _same_top):
            for grid in self.base:
                if any(pair.base is grid for pair in found):
                    continue
                other = next((one for one in waiting if same(grid, one)), None)
                if other is not None:
                    waiting.remove(other)
                    found.append(Aligned(grid, other, self.strays.get(other.name, ())))
        order = {id(grid): place for place, grid in enumerate(self.base)}
        return sorted(found, key=lambda pair: order[id(pair.base)])

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
    compared: Collection[CellKey]
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
            words = "", _told(theirs, row)
            yield _item(theirs.name, row, "", _name(theirs, row), words, RowAdded())

    def _row(self, before: int, after: int) -> Iterator[Item]:
        base, theirs = self.pair.base, self.pair.theirs
        mine, other = base.rows[before], theirs.rows[after]
        if mine == other and before == after and not self.moved:
            return
        for at, there in self.pair.columns.items():
            was, became = at_of(mine, at), at_of(other, there)
            if was == became or self._by_fact(before, at):
                continue
            why = self._why(before, at, was, became)
            if why is not None:
                what = " · ".join(one for one in (_name(base, before), self._head(base, at)) if one)
                place = after, column_letter(there)
                yield _item(theirs.name, *place, what, (_shown(was), _shown(became)), why)

    def _by_fact(self, row: int, at: int) -> bool:
        """Whether this cell bears a fact, and so is compared three ways."""
        base = self.pair.base
        ids = base.row_ids.get(row), base.column_ids.get(at)
        return None not in ids and CellKey(base.part, str(ids[0]), str(ids[1])) in self.compared

    def _why(self, row: int, at: int, was: str, became: str) -> Refused | None:
        if was.startswith(FORMULA):
            same = became.startswith(FORMULA) and self._formula(was) == self._formula(became)
            return None if same else FormulaWasLocked()
        mark = self.pair.base.mark
        return HiddenKeyChanged() if mark and (row == mark[0] or at == mark[1]) else CellWasLocked()

    def _formula(self, text: str) -> str:
        """How a formula reads, however a program spells it."""
        plain = _SPELLING.sub("", text).casefold().replace(";", ",")
        return _PLACES.sub("", plain.upper()) if self.moved else plain

    def _head(self, grid: Grid, at: int) -> str:
        """What a column is called: its words on the row of heads, or the first that it has."""
        lines = [line for row, line in grid.rows.items() if row != (grid.mark or (0, 0))[0]]
        if grid.mark is not None:
            lines = [grid.rows[row] for row in grid.rows if row > grid.mark[0]][:1] or lines
        word = next((word for line in lines if (word := at_of(line, at))), "")
        return "" if word.startswith(FORMULA) else word[:_SHORT]


def with_elsewhere(
    back: ChecklistBack, base: Content, items: Iterable[Item]
) -> tuple[tuple[Item, ...], list[Told]]:
    """The cells that were compared three ways and all the others that changed, sheet by sheet.

    An export that did not keep its sheets yet has nothing to lay the others beside.
    """
    if base.sheets is None:
        return tuple(items), []
    strays: defaultdict[str, list[int]] = defaultdict(list)
    for stray in back.strays:
        strays[stray.sheet].append(stray.row)
    words = Words()
    theirs = [words.grid(sheet.name, sheet.rows, sheet.formulas) for sheet in back.sheets]
    elsewhere = Elsewhere(base.sheets, theirs, _facts(base), strays)
    order = {sheet.name: place for place, sheet in enumerate(back.sheets)}
    every = (*items, *elsewhere.items())
    return tuple(sorted(every, key=lambda item: order.get(item.sheet, len(order)))), elsewhere.told


def _facts(base: Content) -> frozenset[CellKey]:
    """Cells that are compared three ways."""
    rows = {key.row for key in base.cells if key.part == marks.FINDINGS}
    said = (CellKey(marks.FINDINGS, row, one) for row in rows for one in marks.REACTION_COLUMNS)
    return frozenset((*base.cells, *said))


def _same_part(one: Grid, other: Grid) -> bool:
    return bool(one.part) and one.part == other.part and _same_name(one, other)


def _same_name(one: Grid, other: Grid) -> bool:
    return one.name.casefold() == other.name.casefold()


def _same_top(one: Grid, other: Grid) -> bool:
    tops = [next(iter(grid.rows.values()), ()) for grid in (one, other)]
    return (one.part == other.part) if one.part else bool(tops[0]) and tops[0] == tops[1]


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
