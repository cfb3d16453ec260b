"""One long table under repeated heads: a list on paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from controllers.export import palette
from controllers.export.paper.pieces import Grid, Words
from controllers.export.paper.plain_page import grid_rules
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element

HEADED = style(8.2, 11, bold=True, colour=palette.ACCENT_DEEP)
CELL = style(8.4, 11)
NUMBER = CELL.clone("number", alignment=2)
"""To the right."""


def long_table(
    root: Element,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    page: float,
    faces: Sequence[ParagraphStyle] | None = None,
) -> Grid:
    """Widths in points, one for each head; `page` is how tall a page is below its running head."""
    table = root.child("Table")
    line = table.child("TR")
    headed = [Words.of(text, HEADED, line.child("TH", O="Table", Scope="Column")) for text in heads]
    for head in headed:
        head.once = True
    drawn: list[list[Any]] = [list(headed)]
    worn = faces or [CELL] * len(heads)
    for texts in rows:
        line = table.child("TR")
        pairs = zip(texts, worn, strict=True)
        drawn.append([Words.of(text, face, line.child("TD")) for text, face in pairs])
    grid = Grid(drawn, list(widths), repeatRows=1, hAlign="LEFT", style=TableStyle(grid_rules()))
    grid.settle(sum(widths), page)
    return grid
