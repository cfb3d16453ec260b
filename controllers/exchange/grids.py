"""Sheets as words in rows and columns, the same whether they leave or come back.

So every cell of a workbook can be compared, also those that bear no fact that can be taken over.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from controllers.export import return_marks as marks
from controllers.export.formula import Formula
from controllers.intake.cells import shown_of
from controllers.intake.letters import column_index

if TYPE_CHECKING:
    from controllers.export.sheets.book import Book

FORMULA = "\x01"
"""Before the text of a formula; no cell can hold this sign."""
Line = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet: its rows by their number, each a word a column; an empty cell is an empty word."""

    name: str
    rows: Mapping[int, Line]

    @cached_property
    def mark(self) -> tuple[int, int] | None:
        """The row of the ids of columns, and the place of the column of the ids of rows."""
        for number, line in self.rows.items():
            for at, word in enumerate(line):
                if word.startswith(marks.MARK):
                    return number, at
        return None

    @cached_property
    def part(self) -> str:
        """Which part of the checklist this is; empty for a sheet without ids."""
        place = self.mark
        return self.rows[place[0]][place[1]].removeprefix(marks.MARK) if place else ""

    @cached_property
    def row_ids(self) -> Mapping[int, str]:
        """Of one that stands twice the first counts, as where the cells are read."""
        if self.mark is None:
            return {}
        head, at = self.mark
        return _first({number: at_of(line, at) for number, line in self.rows.items()} | {head: ""})

    @cached_property
    def column_ids(self) -> Mapping[int, str]:
        if self.mark is None:
            return {}
        head, at = self.mark
        return _first(dict(enumerate(self.rows[head])) | {at: ""})

    @cached_property
    def head(self) -> int:
        """The row in which one sees what a column is of: by its id, else above those of columns."""
        above = self.mark[0] - 1 if self.mark else 0
        named = {marks.HEAD, marks.NUMBER_ROW}
        return next((row for row, key in self.row_ids.items() if key in named), above)

    @cached_property
    def columns(self) -> Sequence[int]:
        """The places of the columns in which something stands."""
        widest = max(map(len, self.rows.values()), default=0)
        lines = self.rows.values()
        return [at for at in range(widest) if any(at < len(one) and one[at] for one in lines)]


@dataclass
class Words:
    """Values in words; sheets say the same over and over, so each is worked out once."""

    _known: dict[object, str] = field(default_factory=dict)

    def of(self, value: Any) -> str:
        key = value if type(value) is str else (type(value), value)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _words(value)
        return known

    def grid(
        self,
        name: str,
        rows: Iterable[tuple[int, Sequence[Any]]],
        formulas: Mapping[str, str] | None = None,
    ) -> Grid:
        """Rows of values, and the formulas of cells by their place (`D14`)."""
        lines: dict[int, list[str]] = {number: [*map(self.of, cells)] for number, cells in rows}
        for place, formula in (formulas or {}).items():
            letters = place.rstrip("0123456789")
            at, line = column_index(letters), lines.setdefault(int(place[len(letters) :]), [])
            line.extend([""] * (at + 1 - len(line)))
            line[at] = FORMULA + formula
        kept = {number: tuple(line) for number, line in sorted(lines.items()) if any(line)}
        return Grid(name, kept)


def grids_of(book: "Book") -> tuple[Grid, ...]:
    """Every sheet of a workbook that is about to leave."""
    words = Words()
    return tuple(words.grid(name, rows) for name, rows in book.lines())


def at_of(line: Line, at: int | None) -> str:
    """The word at a place; empty where the row is shorter, or the place is not there."""
    return line[at] if at is not None and at < len(line) else ""


def packed(grids: Iterable[Grid]) -> dict[str, Any]:
    """As plain JSON, column by column, each word once."""
    words: dict[str, int] = {"": 0}
    sheets = []
    for grid in grids:
        wide = range(max(map(len, grid.rows.values()), default=0))
        columns = [
            [words.setdefault(at_of(line, at), len(words)) for line in grid.rows.values()]
            for at in wide
        ]
        sheets.append({"name": grid.name, "rows": [*grid.rows], "columns": columns})
    return {"words": [*words], "sheets": sheets}


def unpacked(kept: Mapping[str, Any]) -> tuple[Grid, ...]:
    """The grids that were packed."""
    words = kept["words"]
    made = []
    for sheet in kept["sheets"]:
        lines = zip(*([words[at] for at in column] for column in sheet["columns"]), strict=True)
        made.append(Grid(sheet["name"], dict(zip(sheet["rows"], lines, strict=True))))
    return tuple(made)


def _words(value: Any) -> str:
    if isinstance(value, Formula):
        return FORMULA + value[1:]
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, datetime):  # Excel keeps a moment as a fraction of a day
        value = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return shown_of(value)


def _first(ids: Mapping[int, str]) -> dict[int, str]:
    places: dict[str, int] = {}
    for place, word in ids.items():
        if word:
            places.setdefault(word, place)
    return {place: word for word, place in places.items()}
