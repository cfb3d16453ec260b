"""Finds the header row of a foreign list, and what each column is for, by meaning."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from controllers.intake.cells import shown_of
from controllers.intake.letters import column_letter
from controllers.intake.workbook import CellValue
from models.kernel.words import fold

_LETTER = re.compile(r"[^\W\d_]")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_HEADER_DEPTH = 40
"""How many rows from the top a header is sought in."""
_SPARSE = 0.6
"""Titles over groups of columns fill at most this share of the cells below them."""
_LEAST_SHARE = 30
_HEAD_FIRST = 30

Rows = Sequence[tuple[int, tuple[CellValue, ...]]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column we look for: `said` is how it may be called, `shown` what we call it ourselves.

    `said` is a pattern over the folded header (lower case, no accents, no punctuation).
    """

    field: str
    shown: str
    said: re.Pattern[str]
    weight: int = 1

    def rank(self, header: str) -> int:
        """How well the header says this: the share it explains, more when it begins so.

        0 is not at all. The first word decides: `telefoon contactpersoon` is a telephone.
        """
        found = self.said.search(header)
        share = round(100 * len(found[0]) / len(header)) if found else 0
        if not found or share < _LEAST_SHARE:
            return 0
        return share + (_HEAD_FIRST if found.start() == 0 else 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of sheet: its columns, and of each group at least one must be there."""

    role: str
    wanted: tuple[Wanted, ...]
    needed: tuple[tuple[str, ...], ...]

    def shown(self, key: str) -> str:
        return next(item.shown for item in self.wanted if item.field == key)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A column we understood."""

    field: str
    letter: str
    index: int
    header: str


@dataclass(frozen=True)
class Header:
    """A row of headers read as one layout."""

    layout: Layout
    row: int
    columns: Mapping[str, Recognised]
    unknown: tuple[tuple[str, str], ...]
    """Letter and header of columns that mean nothing to us."""
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field -> letters that fit it equally well; none of them is used."""

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """Needed groups of which no column was found."""
        return tuple(
            group for group in self.layout.needed if not any(key in self.columns for key in group)
        )

    @property
    def weight(self) -> int:
        return sum(item.weight for item in self.layout.wanted if item.field in self.columns)


def spoken(cell: CellValue) -> str:
    """A header made comparable."""
    return _NOT_WORDS.sub(" ", fold(shown_of(cell))).strip()


def best_header(rows: Rows, layouts: Sequence[Layout]) -> Header | None:
    """The row and the layout that explain most; None when no row looks like a header."""
    found: list[Header] = []
    above: tuple[CellValue, ...] = ()
    for number, cells in rows[:_HEADER_DEPTH]:
        if _may_be_header(cells):
            group = above if 0 < _filled(above) <= _SPARSE * _filled(cells) else ()
            found.extend(read_header(layout, number, cells, group) for layout in layouts)
        above = cells
    likely = [header for header in found if len(header.columns) >= 2]
    return max(
        likely,
        key=lambda header: (not header.missing, header.weight, -len(header.unknown), -header.row),
        default=None,
    )


def _filled(cells: Sequence[CellValue]) -> int:
    return sum(bool(spoken(cell)) for cell in cells)


def _may_be_header(cells: Sequence[CellValue]) -> bool:
    """At least two words, and hardly a number, a day or an e-mail address among them."""
    said = [cell for cell in cells if spoken(cell)]
    facts = [
        cell
        for cell in said
        if not isinstance(cell, str) or "@" in cell or not _LETTER.search(cell)
    ]
    return len(said) >= 2 and len(facts) <= len(said) / 5


def read_header(
    layout: Layout,
    row: int,
    cells: Sequence[CellValue],
    above: Sequence[CellValue] = (),
) -> Header:
    """Read one row as headers of a layout; `above` may hold titles over groups of columns."""
    titles = [spoken(cell) for cell in cells]
    stacked = _stacked(titles, [spoken(cell) for cell in above])
    claims: dict[str, list[tuple[int, int]]] = {}
    for index, title in enumerate(titles):
        key, rank = _meaning(layout, title, stacked[index])
        if key:
            claims.setdefault(key, []).append((rank, index))
    columns: dict[str, Recognised] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for key, claim in claims.items():
        best = max(rank for rank, _index in claim)
        winners = [index for rank, index in claim if rank == best]
        if len(winners) > 1:
            doubtful[key] = tuple(column_letter(index) for index in winners)
        else:
            columns[key] = recognised(key, winners[0], cells)
    used = {item.index for item in columns.values()}
    unknown = tuple(
        (column_letter(index), shown_of(cells[index]))
        for index, title in enumerate(titles)
        if title and index not in used
    )
    return Header(layout, row, columns, unknown, doubtful)


def recognised(key: str, index: int, cells: Sequence[CellValue]) -> Recognised:
    header = shown_of(cells[index]) if index < len(cells) else ""
    return Recognised(key, column_letter(index), index, header)


def _meaning(layout: Layout, title: str, stacked: str) -> tuple[str, int]:
    """The field that explains most of a title, by itself or together with the title above it."""
    ranked = [
        (item.rank(text), bool(text == stacked), item.weight, item.field)
        for text in (title, stacked)
        if text
        for item in layout.wanted
    ]
    rank, _whole, _weight, key = max(ranked, default=(0, False, 0, ""))
    return (key, rank) if rank else ("", 0)


def _stacked(titles: list[str], above: list[str]) -> list[str]:
    """Each title with the group title above it, which stands over its first column only."""
    lines: list[str] = []
    group = ""
    for index, title in enumerate(titles):
        group = (above[index] if index < len(above) else "") or group
        lines.append(f"{group} {title}".strip() if title and group else "")
    return lines
