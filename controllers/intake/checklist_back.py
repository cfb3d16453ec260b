"""Reads a checklist that came back: its stamp, and every cell under the id of its row and column.

Where a row stands does not matter, only its id. Nothing is judged here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from controllers.export import return_marks as marks
from controllers.intake.cells import shown_of
from controllers.intake.letters import column_letter
from controllers.intake.remarks import remarks_of
from controllers.intake.sheet_frame import Area
from controllers.intake.whole_text import holds_national_number
from controllers.intake.workbook import CellValue, Sheet, Workbook, read_workbook
from models.centres.rules import mask_national_numbers, national_numbers
from models.checks.values.exchange import CellKey, SheetUse
from models.kernel.errors import Refused
from models.kernel.text import N_

_STAMP_ROWS = 40
Rows = Sequence[tuple[int, tuple[CellValue, ...]]]


class NotOurChecklist(Refused):
    sentence = N_(
        "{name} is no checklist that this program made: the hidden sheet that says so is missing."
        " Choose the workbook that you exported yourself."
    )


class ChecklistStampDamaged(Refused):
    sentence = N_(
        "{name} does not say any more which checklist it is: its hidden sheet was changed. Export"
        " the checklist again."
    )


class ChecklistOfNewerProgram(Refused):
    sentence = N_(
        "{name} was made by a newer version of this program. Update this program first, then read"
        " it in."
    )


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says a workbook is."""

    export: UUID
    mark: str
    use: SheetUse
    about: UUID
    """The check or the application."""
    reference: str
    centre: str
    centre_name: str
    checklist: str
    version: int


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell, and where it stood."""

    key: CellKey
    value: CellValue
    sheet: str
    row: int
    column: str
    wrong: bool = False
    """Whether Excel shows an error there, such as #N/A."""
    unsolved: bool = False
    """Whether a formula stands there that no program worked out."""
    merged: str = ""
    """The first cell of those it was merged with; empty for that one, and for any other cell."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that cannot be followed: without an id, or with one that another row has too."""

    sheet: str
    row: int
    column: str
    other_row: int | None = None
    """The row with the same id that counts; None for a row without an id."""


@dataclass(frozen=True, slots=True)
class PartBack:
    """One sheet with ids."""

    sheet: str
    part: str
    header_row: int
    rows: tuple[str, ...]
    """The ids of its rows, in its order."""


@dataclass(frozen=True)
class SheetBack:
    """Every cell of one sheet, as it came back."""

    name: str
    rows: tuple[tuple[int, tuple[CellValue, ...]], ...] = field(repr=False)
    formulas: Mapping[str, str] = field(repr=False)
    protected: bool
    remarks: tuple[str, ...] = ()
    """The cells at which somebody hung a remark."""


@dataclass(frozen=True)
class ChecklistBack:
    """A workbook of ours as it came back."""

    name: str
    content: bytes = field(repr=False)
    stamp: Stamp
    parts: tuple[PartBack, ...]
    cells: Mapping[CellKey, RawCell] = field(repr=False)
    strays: tuple[Stray, ...]
    sheets: tuple[SheetBack, ...] = field(default=(), repr=False)
    """All of them but the hidden one."""
    private: bool = False
    """Whether a national register number stands anywhere in it, so that it is not kept whole."""

    @property
    def of_application(self) -> bool:
        """Whether it is the assessment of an application; else it is of a check."""
        return any(part.part == marks.CRITERIA for part in self.parts)


@dataclass(frozen=True)
class _Frame:
    """What every row of a sheet needs to be read."""

    name: str
    heads: Mapping[int, str]
    wrong: Set[str]
    formulas: Mapping[str, str]
    merged: tuple[Area, ...]


@dataclass
class _Under:
    """What was found so far."""

    parts: list[PartBack] = field(default_factory=list)
    cells: dict[CellKey, RawCell] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)


def read_checklist(path: Path) -> ChecklistBack:
    """Read it whole. Raises what `read_workbook` raises, NotOurChecklist and its neighbours."""
    with read_workbook(path) as book:
        stamp: Stamp | None = None
        sheets: list[SheetBack] = []
        remarks = remarks_of(book.content)
        found = _Under()
        for sheet in book.sheets():
            rows = tuple(sheet.rows())
            if stamp is None and _is_stamp(sheet.name, book.sheet_names, rows[:_STAMP_ROWS]):
                stamp = _stamp(book, rows[:_STAMP_ROWS])
                continue
            name = mask_national_numbers(sheet.name)
            said = remarks.get(sheet.part, ())
            sheets.append(SheetBack(name, rows, sheet.formulas, sheet.protected, said))
            place = _mark(rows)
            if place and not _is_copy(sheet.name, place[0], book.sheet_names, found):
                _read_part(sheet, rows, *place, found)
        if stamp is None:
            raise NotOurChecklist(name=book.name)
        others = map(mask_national_numbers, book.other_sheets)
        sheets += [SheetBack(name, (), {}, protected=True) for name in others]
        return ChecklistBack(
            book.name,
            book.content,
            stamp,
            tuple(found.parts),
            found.cells,
            tuple(found.strays),
            tuple(sheets),
            holds_national_number(book.content) or _in_a_cell(sheets),
        )


def _in_a_cell(sheets: Iterable[SheetBack]) -> bool:
    """Also a number whose digits are in more runs of text than one, or that is a number itself."""
    return any(
        national_numbers(shown_of(cell))
        for sheet in sheets
        for _row, cells in sheet.rows
        for cell in cells
        if cell is not None
    )


def _is_copy(name: str, part: str, names: Iterable[str], found: _Under) -> bool:
    """A second sheet with the same ids: the one with its own name counts, else the first."""
    own = marks.SHEETS[part]
    return any(one.part == part for one in found.parts) or (name != own and own in names)


def _is_stamp(name: str, names: Iterable[str], top: Rows) -> bool:
    """The hidden sheet; of more than one the one with its own name counts."""
    if name != marks.STAMP_SHEET and marks.STAMP_SHEET in names:
        return False
    return any(cells[:1] == (marks.STAMP_TITLE,) for _row, cells in top)


def _stamp(book: Workbook, top: Rows) -> Stamp:
    facts = {shown_of(cells[0]): cells[1] for _row, cells in top if len(cells) > 1 and cells[0]}
    said = {key: shown_of(cell) for key, cell in facts.items()}
    kind = facts.get(marks.STAMP_TITLE)
    if isinstance(kind, int) and kind > marks.FORMAT:
        raise ChecklistOfNewerProgram(name=book.name)
    try:
        return Stamp(
            export=UUID(said["export"]),
            mark=said["mark"],
            use=SheetUse(said["use"]),
            about=UUID(said["check"]),
            reference=said["reference"],
            centre=said["centre"],
            centre_name=said["centre_name"],
            checklist=said["checklist"],
            version=int(said["version"]),
        )
    except (KeyError, ValueError) as wrong:
        raise ChecklistStampDamaged(name=book.name) from wrong


def _mark(rows: Rows) -> tuple[str, int, int] | None:
    """Which part this sheet is, and the row and the column of its ids."""
    for number, cells in rows:
        for at, cell in enumerate(cells):
            if isinstance(cell, str) and cell.startswith(marks.MARK):
                part = cell.removeprefix(marks.MARK)
                return (part, number, at) if part in marks.PARTS else None
    return None


def _read_part(
    sheet: Sheet, all_rows: Rows, part: str, header: int, ids_at: int, found: _Under
) -> None:
    rows: dict[str, int] = {}
    lines = dict(all_rows)
    heads = dict(_heads(lines.pop(header), ids_at))
    frame = _Frame(
        mask_national_numbers(sheet.name), heads, {*sheet.error_cells}, sheet.formulas, sheet.merged
    )
    for number, cells in lines.items():
        row_id = shown_of(cells[ids_at]) if ids_at < len(cells) else ""
        if row_id == marks.HEAD:
            continue
        first = rows.setdefault(row_id, number) if row_id else None
        if first == number:
            for cell in _cells(CellKey(part, row_id, ""), number, cells, frame):
                found.cells[cell.key] = cell
        elif number > header and (letter := _filled(part, cells, heads)):
            found.strays.append(Stray(frame.name, number, letter, first))
    found.parts.append(PartBack(frame.name, part, header, tuple(rows)))


def _heads(cells: tuple[CellValue, ...], ids_at: int) -> Iterator[tuple[int, str]]:
    """The id of every column; one that stands twice counts once."""
    seen: set[str] = set()
    for at, cell in enumerate(cells):
        said = shown_of(cell)
        if said and at != ids_at and said not in seen:
            seen.add(said)
            yield at, said


def _cells(
    place: CellKey, number: int, cells: tuple[CellValue, ...], sheet: _Frame
) -> Iterator[RawCell]:
    areas = [area for area in sheet.merged if area.top <= number <= area.bottom]
    for at, column in sheet.heads.items():
        letter = column_letter(at)
        value = cells[at] if at < len(cells) else None
        key = place._replace(column=column)
        cell = f"{letter}{number}"
        unsolved = value is None and cell in sheet.formulas
        area = next((one for one in areas if one.holds(number, at) and one.first != cell), None)
        merged = area.first if area else ""
        wrong = cell in sheet.wrong
        yield RawCell(key, value, sheet.name, number, letter, wrong, unsolved, merged)


def _filled(part: str, cells: tuple[CellValue, ...], heads: Mapping[int, str]) -> str:
    """The letter of the first column in which this row says something; empty when none does."""
    telling = marks.TOLD_BY.get(part) or {*heads.values()} - marks.SILENT
    for at, column in heads.items():
        if column in telling and at < len(cells) and shown_of(cells[at]):
            return column_letter(at)
    return ""
