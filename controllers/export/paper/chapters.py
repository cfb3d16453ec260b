"""What the chapters of a report are made of: heads that stay with their text, points, tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, TableStyle

from controllers.export import palette
from controllers.export.paper.pieces import Grid, Point, Title, Words, fitted
from controllers.export.paper.plain_page import CELL_SIDE, HEAD, HEIGHT, WIDTH, grid_rules
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from controllers.export.paper.together import unbreakable
from models.kernel.wording import long_date

BODY = style(9.2, 12.8, after=4)
QUIET = style(8.2, 11, colour=palette.QUIET, after=3)
POINT = style(9.2, 12.8, after=2, indent=13)
CELL = style(8.4, 11)
HEADED = style(8.2, 11, bold=True, colour=palette.ACCENT_DEEP)
CHAPTER = style(12.5, 16, bold=True, colour=palette.ACCENT_DEEP, before=12, after=4)
WHOLE = 24
"""So many signs stand on one line: a date in words, and the long words of the trade."""
ROOM = 90.0
"""Points that must be left under a heading, or it goes to the next page."""

Facts = Mapping[str, Any]


class Chapters:
    """Composes under one root, in reading order."""

    def __init__(self, root: Element) -> None:
        self.root = root

    def chapter(self, title: str) -> Iterator[Flowable]:
        yield CondPageBreak(ROOM)
        yield Title.of(title, CHAPTER, self.root.child("H2"))

    def points(self, points: Iterable[str]) -> Iterator[Flowable]:
        list_ = self.root.child("L", O="List", ListNumbering="Disc")
        for point in points:
            yield Point.under(point, POINT, list_)

    def words(self, text: str) -> Words:
        return Words.of(text, BODY, self.paragraph())

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> Grid:
        drawn = self.root.child("Table")
        row = drawn.child("TR")
        head = [
            Words.of(text, HEADED, row.child("TH", O="Table", Scope="Column")) for text in heads
        ]
        for cell in head:
            cell.once = True
        lines: list[list[Any]] = [list(head)]
        for texts in rows:
            line = drawn.child("TR")
            lines.append([Words.of(text, CELL, line.child("TD")) for text in texts])
        widths = fitted(shares, _columns(heads, rows), WIDTH, 2 * CELL_SIDE)
        grid = Grid(lines, widths, repeatRows=1, hAlign="LEFT", style=TableStyle(grid_rules()))
        grid.settle(WIDTH, HEIGHT - HEAD)
        grid.spaceAfter = 6
        return grid

    def paragraph(self) -> Element:
        return self.root.child("P")


def _columns(
    heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[list[tuple[str, ParagraphStyle]]]:
    """What must stand whole in each column: a date, a word; a longer one may break."""
    columns = zip(heads, *rows, strict=True)
    return [
        [
            (part, HEADED if at == 0 else CELL)
            for at, text in enumerate(column)
            for part in unbreakable(text)
            if len(part) <= WHOLE
        ]
        for column in columns
    ]


def day_words(text: Any) -> str:
    """A day that was kept as text, in words; empty without one."""
    return long_date(date.fromisoformat(str(text))) if text else ""
