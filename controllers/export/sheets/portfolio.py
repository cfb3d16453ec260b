"""The sheets of all centres: half-years as coloured cells with a number, and the flat list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from controllers.export.sheets.book import Book
from controllers.export.sheets.cells import Value, put
from controllers.export.sheets.printing import spread
from controllers.wording import word
from models.kernel.text import N_, _
from models.portfolio import rules
from models.portfolio.values import Group, Grouping, PortfolioRow

HEAD_ROW = 5
FACTS = (
    (N_("Centre"), 34),
    (N_("Province"), 17),
    (N_("File keeper"), 20),
    (N_("State"), 14),
    (N_("Mandate until"), 14),
)
PIECES = (
    (N_("Centre"), 34),
    (N_("Province"), 17),
    (N_("File keeper"), 20),
    (N_("What"), 24),
    (N_("Number or name"), 28),
    (N_("From"), 13),
    (N_("Until"), 13),
    (N_("Days"), 9),
)
NARROW = 4.6
MOST_YEARS = 14


@dataclass(frozen=True, slots=True)
class Half:
    """Half a year; both days as `date.toordinal`, both included."""

    year: int
    number: int
    first: int
    last: int

    @classmethod
    def of(cls, year: int, number: int) -> "Half":
        begin = date(year, 1 if number == 1 else 7, 1)
        after = date(year, 7, 1) if number == 1 else date(year + 1, 1, 1)
        return cls(year, number, begin.toordinal(), after.toordinal() - 1)


def portfolio_bytes(
    groups: Sequence[Group], grouping: Grouping, today: date, made_at: datetime
) -> bytes:
    """The workbook with both sheets, in the order and the groups of the screen."""
    book = Book(_("Timeline"), made_at)
    _write_board(book, groups, grouping, today)
    _write_pieces(book, groups)
    return book.to_bytes()


def halves(rows: Sequence[PortfolioRow], today: date) -> list[Half]:
    """The half-years that mandates lie in, around today and not more than fourteen years."""
    years = [today.year]
    for row in rows:
        for piece in row.mandates:
            years += [piece.day.year, piece.until.year]
    first = max(min(years), today.year - MOST_YEARS // 2)
    last = min(max(years), first + MOST_YEARS - 1)
    return [Half.of(year, number) for year in range(first, last + 1) for number in (1, 2)]


def _write_board(book: Book, groups: Sequence[Group], grouping: Grouping, today: date) -> None:
    title = _("Timeline")
    sheet = book.sheet(title)
    rows = [row for group in groups for row in group.rows]
    columns = halves(rows, today)
    put(sheet, 1, 1, title, "W titel")
    sheet.row_dimensions[1].height = 32
    put(sheet, 2, 1, _(LEGEND), "W onderschrift")
    _write_heads(sheet, columns, today)
    at = HEAD_ROW
    for group in groups:
        if grouping is not Grouping.NOTHING:
            at += 1
            heading = f"{rules.heading_words(group, grouping)} ({len(group.rows)})"
            for column in range(1, len(FACTS) + len(columns) + 1):
                put(sheet, at, column, heading if column == 1 else None, "W sectie")
        for row in group.rows:
            at += 1
            _write_row(sheet, at, row, columns)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW - 1}:{HEAD_ROW}"
    spread(sheet, len(FACTS) + len(columns))
    book.running_heads(sheet, title, "")


LEGEND = N_(
    "A cell is half a year and holds the number of moments. Blue: mandate with a certificate."
    " Yellow with a dash: mandate without a certificate. Grey: certificate without a mandate."
)


def _write_heads(sheet: Worksheet, columns: Sequence[Half], today: date) -> None:
    for column, (label, width) in enumerate(FACTS, start=1):
        put(sheet, HEAD_ROW, column, _(label), "W kop")
        put(sheet, HEAD_ROW - 1, column, None, "W kop")
        sheet.column_dimensions[get_column_letter(column)].width = width
    for at, half in enumerate(columns, start=len(FACTS) + 1):
        now = half.first <= today.toordinal() <= half.last
        put(sheet, HEAD_ROW, at, half.number, "W kop midden")
        put(sheet, HEAD_ROW - 1, at, half.year if half.number == 1 else None, "W kop midden")
        sheet.column_dimensions[get_column_letter(at)].width = NARROW
        if half.number == 2:
            sheet.merge_cells(
                start_row=HEAD_ROW - 1, end_row=HEAD_ROW - 1, start_column=at - 1, end_column=at
            )
        if now:
            put(sheet, HEAD_ROW - 2, at, "▼", "W punt")


def _write_row(sheet: Worksheet, at: int, row: PortfolioRow, columns: Sequence[Half]) -> None:
    facts: tuple[Value, ...] = (row.name, row.province, row.officer, word(row.state), row.end)
    for column, value in enumerate(facts, start=1):
        style = "W dag" if isinstance(value, date) else "W tekst kort"
        put(sheet, at, column, value, style)
    for column, half in enumerate(columns, start=len(FACTS) + 1):
        style, count = half_of(row, half)
        put(sheet, at, column, count, style)


def half_of(row: PortfolioRow, half: Half) -> tuple[str, int | None]:
    """The style of a cell, and how many moments lie in it; none where nothing lies at all."""
    held, certified = (
        any(piece.first <= half.last and half.first <= piece.last for piece in lane)
        for lane in (row.mandates, row.certificates)
    )
    count = len(rules.in_sight(row.marks, half.first, half.last))
    if held:
        return ("W vak gedekt" if certified else "W vak ongedekt"), count
    if certified:
        return "W vak certificaat", count
    return "W vak leeg", count or None


def _write_pieces(book: Book, groups: Sequence[Group]) -> None:
    title = _("Periods")
    sheet = book.sheet(title)
    put(sheet, 1, 1, title, "W titel")
    sheet.row_dimensions[1].height = 32
    for column, (label, width) in enumerate(PIECES, start=1):
        put(sheet, 3, column, _(label), "W kop")
        sheet.column_dimensions[get_column_letter(column)].width = width
    at = 3
    for cells in _flat(groups):
        at += 1
        for column, value in enumerate(cells, start=1):
            put(sheet, at, column, value, _style(value))
    sheet.auto_filter.ref = f"A3:{get_column_letter(len(PIECES))}{at}"
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "3:3"
    spread(sheet, len(PIECES))
    book.running_heads(sheet, title, "")


def _flat(groups: Sequence[Group]) -> Iterator[tuple[Value, ...]]:
    for group in groups:
        for row in group.rows:
            for piece in row.pieces:
                days = piece.last - piece.first + 1 if piece.kind in rules.STRETCHES else None
                yield (
                    *(row.name, row.province, row.officer, _(rules.WORDS[piece.kind])),
                    *(piece.word, piece.day, piece.until, days),
                )


def _style(value: Value) -> str:
    match value:
        case date():
            return "W dag"
        case int():
            return "W getal"
        case _:
            return "W tekst kort"
