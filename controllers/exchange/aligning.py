"""Which row and column of a sheet that came back is which of the sheet that left."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from controllers.exchange.grids import FORMULA, Grid, Line, at_of

_ALIKE = 0.5
"""More than this share of the words is the same: it is the same row, changed."""
_MOST = 40_000
"""So many pairs of rows are weighed one against the other; beyond that nobody edits by hand."""


@dataclass
class Aligned:
    """A sheet as it left beside the same sheet as it came back."""

    base: Grid
    theirs: Grid

    @cached_property
    def columns(self) -> Mapping[int, int]:
        """Of each column that left, where it is now: by its id, else in order, else by its head."""
        pairs = _by_id(self.base.column_ids, self.theirs.column_ids)
        if self.base.mark and self.theirs.mark:
            pairs[self.base.mark[1]] = self.theirs.mark[1]
        left = [at for at in self.base.columns if at not in pairs]
        taken = {*pairs.values()}
        found = [at for at in self.theirs.columns if at not in taken]
        if len(left) == len(found):
            return pairs | dict(zip(left, found, strict=True))
        heads = {_head(self.theirs, at): at for at in reversed(found)}
        for at in left:
            there = heads.pop(_head(self.base, at), None)
            if there is not None:
                pairs[at] = there
        return pairs

    @cached_property
    def new_columns(self) -> tuple[int, ...]:
        known = {*self.columns.values()}
        return tuple(at for at in self.theirs.columns if at not in known)

    @cached_property
    def gone_columns(self) -> tuple[int, ...]:
        return tuple(at for at in self.base.columns if at not in self.columns)

    @cached_property
    def rows(self) -> Mapping[int, int]:
        """Of each row that left, where it is now: by its id, its words, its place, its likeness."""
        pairs = _by_id(self.base.row_ids, self.theirs.row_ids)
        if self.base.mark and self.theirs.mark:
            pairs[self.base.mark[0]] = self.theirs.mark[0]
        self._same_words(pairs)
        self._same_place(pairs)
        self._alike(pairs)
        return dict(sorted(pairs.items()))

    @cached_property
    def new_rows(self) -> tuple[int, ...]:
        known = {*self.rows.values()}
        return tuple(row for row in self.theirs.rows if row not in known)

    @cached_property
    def gone_rows(self) -> tuple[int, ...]:
        """Without ids: what has an id may be taken out, and is told of by its count."""
        ids = self.base.row_ids
        return tuple(row for row in self.base.rows if row not in self.rows and row not in ids)

    @property
    def moved(self) -> bool:
        """Whether a row or a column stands elsewhere now, so that formulas name other places."""
        pairs = (*self.rows.items(), *self.columns.items())
        return any(before != after for before, after in pairs)

    def _left(self, pairs: Mapping[int, int]) -> tuple[list[int], list[int]]:
        taken = {*pairs.values()}
        mine = [row for row in self.base.rows if row not in pairs]
        theirs = [row for row in self.theirs.rows if row not in taken]
        return mine, theirs

    def _same_words(self, pairs: dict[int, int]) -> None:
        mine, theirs = self._left(pairs)
        places = [*self.columns.items()]
        found: defaultdict[Line, deque[int]] = defaultdict(deque)
        for row in theirs:
            found[_signs(self.theirs.rows[row], [after for _before, after in places])].append(row)
        for row in mine:
            same = found.get(_signs(self.base.rows[row], [before for before, _after in places]))
            if same:
                pairs[row] = same.popleft()

    def _same_place(self, pairs: dict[int, int]) -> None:
        """A changed row between two that stayed; one with an id has to look the same as well."""
        mine, theirs = self._left(pairs)
        if not mine or not theirs:
            return
        before = [*self.base.rows]
        following = dict(pairwise(before))
        after = [*self.theirs.rows]
        preceding = {row: above for above, row in pairwise(after)}
        waiting, base_of = {*mine}, {there: row for row, there in pairs.items()}
        for row in theirs:
            previous = base_of.get(preceding.get(row, 0))
            there = following.get(previous) if previous else before[0]
            if there in waiting and self._fits(there, row):
                pairs[there], base_of[row] = row, there
                waiting.discard(there)

    def _fits(self, row: int, there: int) -> bool:
        return row not in self.base.row_ids or self._likeness(row, there) > _ALIKE

    def _alike(self, pairs: dict[int, int]) -> None:
        mine, theirs = self._left(pairs)
        if len(mine) * len(theirs) > _MOST:
            return
        for row in mine:
            best = max(theirs, key=lambda there: self._likeness(row, there), default=None)
            if best is not None and self._likeness(row, best) > _ALIKE:
                pairs[row] = best
                theirs.remove(best)

    def _likeness(self, row: int, there: int) -> float:
        """The share of the words that is the same, the id not counted."""
        ids = self.base.mark[1] if self.base.mark else None
        mine, theirs = self.base.rows[row], self.theirs.rows[there]
        both = [
            (at_of(mine, before), at_of(theirs, after))
            for before, after in self.columns.items()
            if before != ids
        ]
        filled = [(one, other) for one, other in both if one or other]
        return sum(one == other for one, other in filled) / max(len(filled), 1)


def align(base: Sequence[Grid], theirs: Sequence[Grid]) -> tuple[Aligned, ...]:
    """Sheets beside themselves: known by their ids, else their name, else what is at their top."""
    found: dict[int, Aligned] = {}
    waiting = [*theirs]
    ways: tuple[Callable[[Grid, Grid], bool], ...] = (_same_part, _same_name, _same_top)
    for same in ways:
        for place, grid in enumerate(base):
            other = next((one for one in waiting if place not in found and same(grid, one)), None)
            if other is not None:
                waiting.remove(other)
                found[place] = Aligned(grid, other)
    return tuple(found[place] for place in sorted(found))


def _same_part(one: Grid, other: Grid) -> bool:
    return bool(one.part) and one.part == other.part and _same_name(one, other)


def _same_name(one: Grid, other: Grid) -> bool:
    return one.name.casefold() == other.name.casefold()


def _same_top(one: Grid, other: Grid) -> bool:
    tops = [[*filter(None, next(iter(grid.rows.values()), ()))] for grid in (one, other)]
    return (one.part == other.part) if one.part else bool(tops[0]) and tops[0] == tops[1]


def _by_id(mine: Mapping[int, str], theirs: Mapping[int, str]) -> dict[int, int]:
    places = {word: place for place, word in theirs.items()}
    return {place: places[word] for place, word in mine.items() if word in places}


def _head(grid: Grid, at: int) -> str:
    return next((word for line in grid.rows.values() if (word := at_of(line, at))), "")


def _signs(line: Line, places: list[int]) -> Line:
    """A row as it is known by; a formula follows what stands elsewhere, and says nothing of it."""
    words = (at_of(line, at) for at in places)
    return tuple(FORMULA if word.startswith(FORMULA) else word for word in words)
