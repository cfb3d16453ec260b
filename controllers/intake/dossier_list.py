"""A list of dossiers as a centre gives it: pasted, CSV in any coding, or a workbook.

Kept are the numbers and what can be spread over. A column that says something of clients is told
and left out before anything else sees it.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from controllers.intake.cells import shown_of
from controllers.intake.dossier_columns import (
    Columns,
    Row,
    all_numbers,
    doubtful,
    find_columns,
    is_guide,
    quarter,
)
from controllers.intake.limits import Limits
from controllers.intake.list_kind import ListNotText, ListOtherKind, other_kind
from controllers.intake.refusals import WorkbookHidden, WrongFileKind
from controllers.intake.total_rows import TotalRow, total_rows
from controllers.intake.workbook import bytes_of, read_workbook
from models.centres.rules.numbers import mask_national_numbers
from models.checks.rules.draw import normal
from models.checks.rules.pseudonym import numbers_in
from models.checks.values.sampling import Listed
from models.checks.values.sampling_refusals import ColumnToSpreadUnknown
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.kernel.typed import keepable
from models.kernel.words import clean, fold

LIMITS = Limits(packed_bytes=8 << 20, rows=20_000, area=2_000_000)
BY_QUARTER = N_("{column}, per quarter")
_AMOUNT = re.compile(r"[\d.,%]*")
_PARTS = "\t;,|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MOST_GROUPS = 60


class ListWithoutNumbers(Refused):
    sentence = N_(
        "No column of {name} holds dossier numbers. Give that column the heading Dossiernummer."
    )


class ListColumnUnclear(Refused):
    sentence = N_(
        "No column of {name} is called a dossier number, and {column} may well be something else:"
        " {given} numbers, {twice} double. Give the right column the heading Dossiernummer."
    )


@dataclass(frozen=True, slots=True)
class Twice:
    """A row with a number that stood in an earlier row."""

    row: int
    number: str
    first_row: int


@dataclass(frozen=True)
class DossierList:
    """What was read, row by row; a number that stands twice is still twice in it."""

    name: str
    numbers: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    """The row of each number, as Excel shows it."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a column is called -> its cells, beside the numbers."""
    dropped: tuple[str, ...] = ()
    """Columns about clients, left out."""
    without_number: tuple[int, ...] = ()
    """Rows that hold something, but no dossier number."""
    totals: tuple[TotalRow, ...] = ()
    """Rows that add up, left out."""
    header_row: int | None = None
    """The row with the names of the columns, as Excel shows it; None without one."""
    blank: int = 0
    """Rows in between that hold nothing."""
    doubt: str = ""
    """What the column is called that was guessed and may well hold something else."""
    called: bool = False
    """Whether the column is called the number of a dossier."""

    @property
    def twice(self) -> tuple[Twice, ...]:
        first: dict[str, int] = {}
        found = []
        for number, row in zip(self.numbers, self.rows, strict=True):
            if number in first:
                found.append(Twice(row, number, first[number]))
            first.setdefault(number, row)
        return tuple(found)

    @property
    def offered(self) -> tuple[str, ...]:
        """Columns it makes sense to spread over: a few groups, more dossiers; counsellors first."""
        found = [name for name, cells in self.columns.items() if _groups_well(cells)]
        return tuple(sorted(found, key=lambda name: not is_guide(name)))

    def column(self, wanted: str) -> str:
        """The column that is meant; a column of days is meant by quarter.

        Raises ColumnToSpreadUnknown.
        """
        said = fold(clean(wanted))
        for name in self.columns:
            if fold(name) == said:
                return name
        for name in self.columns:
            if fold(name).startswith(f"{said},") and said:
                return name
        known = ", ".join(self.columns) or "–"
        raise ColumnToSpreadUnknown(field="by", column=clean(wanted), columns=known)

    def entries(self, by: str = "") -> list[Listed]:
        """Numbers with their group. Raises ColumnToSpreadUnknown."""
        if not by:
            return [Listed(number) for number in self.numbers]
        groups = self.columns[self.column(by)]
        return [Listed(*pair) for pair in zip(self.numbers, groups, strict=True)]

    def as_text(self) -> str:
        """What is kept, as text that reads back the same: nothing of clients is in it.

        Every number keeps its row, so that what is told of row 71 is still said of row 71.
        """
        shown = {name: cells for name, cells in self.columns.items() if name in self.offered}
        lines = ["\t".join(line) for line in zip(self.numbers, *shown.values(), strict=True)]
        head = "\t".join(["Dossiernummer", *shown])
        pairs = [*zip(self.rows, lines, strict=True), *((one.row, one.text) for one in self.totals)]
        pairs.sort(key=lambda pair: pair[0])
        if not all(one < other for one, other in pairwise((1, *(row for row, _line in pairs)))):
            lines = [line for _row, line in pairs]  # no row for a head
            return "\n".join([head, *lines] if shown else lines)
        placed = {1: head} | dict(pairs)
        return "\n".join(placed.get(row, "") for row in range(1, max(placed) + 1))


def read_dossier_list(path: Path) -> DossierList:
    """Read a list from a file: a workbook or text in any usual coding.

    Raises ListNotText, ListWithoutNumbers, ListColumnUnclear, WorkbookHidden, and what
    `read_workbook` raises.
    """
    try:
        whole = bytes_of(path, LIMITS)
    except WrongFileKind as refusal:
        raise ListOtherKind(name=path.name, found=refusal.facts["found"]) from refusal
    if whole.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _best_sheet(path)
    text = _decoded(whole)
    if found_instead := other_kind(path, whole, text):
        raise ListOtherKind(name=path.name, found=found_instead)
    if "\0" in text or not text.strip():
        raise ListNotText(name=path.name)
    found = read_dossier_text(text, path.name)
    if not found.numbers:
        raise ListWithoutNumbers(name=path.name)
    return _sure(found)


def _sure(found: DossierList) -> DossierList:
    """The list of a file, unless its column was guessed and may be another."""
    if found.doubt:
        given, twice = len(found.numbers), len(found.twice)
        raise ListColumnUnclear(name=found.name, column=found.doubt, given=given, twice=twice)
    return found


def read_dossier_text(text: str, name: str = "") -> DossierList:
    """Read what was pasted: a number a line, numbers between semicolons, or a table."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and not any(sign == '"' for sign in text):
        return _loose(name, [(1, normal(keepable(part))) for part in numbers_in(lines[0])])
    rows = _cut(text, _separator(_bare(text).splitlines()))
    if all_numbers([row for row in rows if any(row)]):
        loose = [(at, cell) for at, row in enumerate(rows, 1) for cell in row if cell]
        return _loose(name, loose, _blank(rows))
    return _read(name, rows)


def _loose(name: str, cells: Sequence[tuple[int, str]], blank: int = 0) -> DossierList:
    """Numbers beside each other, each with its row."""
    totals = total_rows(cells)
    adding = {(one.row, one.text) for one in totals}
    taken = [(row, cell) for row, cell in cells if (row, cell) not in adding]
    numbers, rows = tuple(cell for _row, cell in taken), tuple(row for row, _cell in taken)
    return DossierList(name, numbers, rows, totals=totals, blank=blank)


def _best_sheet(path: Path) -> DossierList:
    """The sheet that shows and has the most numbers, in a column called so or else without doubt.

    A tie goes to the first.
    """
    found: list[DossierList] = []
    with read_workbook(path, LIMITS) as book:
        for sheet in book.sheets():
            if sheet.visible:
                rows = [tuple(map(shown_of, cells)) for _number, cells in sheet.rows()]
                found.append(_read(path.name, rows))
    if not found:
        raise WorkbookHidden(name=path.name)
    best = max(found, key=lambda each: (each.called, len(each.numbers), not each.doubt))
    if not best.numbers:
        raise ListWithoutNumbers(name=path.name)
    return _sure(best)


def _read(name: str, rows: Sequence[Row]) -> DossierList:
    """Rows that count from 1 as Excel shows them, blank ones too."""
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    columns = find_columns([row for _number, row in filled])
    if columns is None:
        return DossierList(name)
    body = filled if columns.header_row is None else filled[columns.header_row + 1 :]
    taken: list[tuple[int, Row]] = []
    without = []
    cells = {
        number: row[columns.number] if columns.number < len(row) else "" for number, row in body
    }
    totals = total_rows((number, cells[number] or next(filter(None, row))) for number, row in body)
    adding = {one.row for one in totals}
    for number, row in body:
        if number in adding:
            continue
        if not cells[number]:
            without.append(number)
        elif not _repeats_header(row, filled, columns):
            taken.append((number, row))
    return DossierList(
        name,
        numbers=tuple(row[columns.number] for _number, row in taken),
        rows=tuple(number for number, _row in taken),
        columns=_grouping(columns, [row for _number, row in taken]),
        dropped=columns.dropped,
        without_number=tuple(without),
        totals=totals,
        header_row=None if columns.header_row is None else filled[columns.header_row][0],
        blank=_blank(rows),
        doubt=doubtful(columns, [row[columns.number] for _number, row in taken]),
        called=columns.clear and bool(taken),
    )


def _blank(rows: Sequence[Row]) -> int:
    """Rows that hold nothing, between the first and the last that do."""
    filled = [at for at, row in enumerate(rows) if any(row)]
    return filled[-1] - filled[0] + 1 - len(filled) if filled else 0


def _repeats_header(row: Row, filled: Sequence[tuple[int, Row]], columns: Columns) -> bool:
    return columns.header_row is not None and row == filled[columns.header_row][1]


def _grouping(columns: Columns, rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The cells to spread over, without national register numbers; days as their quarter."""
    kept = list(rows)
    found = {}
    for name, at in columns.kept.items():
        cells = (mask_national_numbers(row[at]) if at < len(row) else "" for row in kept)
        if name in columns.days:
            found[_(BY_QUARTER).format(column=name)] = tuple(map(quarter, cells))
        else:
            found[name] = tuple(cells)
    return found


def _groups_well(cells: Sequence[str]) -> bool:
    """Counts and hours are no groups."""
    groups = len(set(cells))
    return not all(map(_AMOUNT.fullmatch, cells)) and 2 <= groups <= min(
        _MOST_GROUPS, len(cells) / 2
    )


def _decoded(whole: bytes) -> str:
    """UTF-8, UTF-16 by its mark or by its zeros, else what Windows writes here."""
    for mark, coding in _MARKS:
        if whole.startswith(mark):
            return whole.decode(coding, errors="replace")
    zeros = Counter(place % 2 for place, byte in enumerate(whole[:400]) if not byte)
    if zeros:
        coding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
        return whole.decode(coding, errors="replace")
    try:
        return whole.decode()
    except UnicodeDecodeError:
        return whole.decode("cp1252", errors="replace")


def _separator(lines: Sequence[str]) -> str:
    """The sign that parts most lines in the same number of cells; a tab when none does."""

    def fitness(sign: str) -> tuple[int, int]:
        counts = Counter(line.count(sign) for line in lines[:60])
        counts.pop(0, None)
        return max(((lines_, cells) for cells, lines_ in counts.items()), default=(0, 0))

    best = max(_PARTS, key=fitness)
    return best if fitness(best)[0] * 2 > len(lines[:60]) else "\t"


def _bare(text: str) -> str:
    """Without what stands between quotes and without blank lines."""
    bare = re.sub(r'"[^"]*"', "", text)
    return "\n".join(line for line in bare.splitlines() if line.strip())


def _cut(text: str, sign: str) -> list[Row]:
    lines = io.StringIO(keepable(text), newline="")
    rows = [tuple(map(normal, row)) for row in csv.reader(lines, delimiter=sign)]
    first = rows[0] if rows else ()
    if first and fold(first[0]).startswith("sep="):  # what Excel writes for itself
        return [(), *rows[1:]]
    return rows
