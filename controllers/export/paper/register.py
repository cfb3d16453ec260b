"""A register drawn as one long table on A4 on its side."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable

from controllers.export import palette
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.long_table import CELL, NUMBER, long_table
from controllers.export.paper.pieces import Title, Words
from controllers.export.paper.plain_page import (
    FOOT,
    HEAD,
    SIDE,
    TOP,
    PageFacts,
    build,
)
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date

if TYPE_CHECKING:
    from controllers.export.register_paper import RegisterPaper

ACROSS = A4[1] - 2 * SIDE
ROOM = A4[0] - TOP - FOOT - HEAD
TITLE = style(15, 19, bold=True, after=3)
NEEDED = {"date": 66.0, "number": 48.0}
"""Points, by the kind of a column."""
QUIET = style(8.6, 11.5, colour=palette.QUIET, after=6)


def draw_register(paper: "RegisterPaper", *, made_at: datetime) -> bytes:
    """The table as PDF."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    title, day = _(paper.register.title), long_date(paper.day)
    facts = PageFacts(
        title=f"{title} · {day}",
        subject=paper.narrowed or title,
        foot=f"{title} · {day}",
        made_at=made_at,
        fingerprint=paper.mark,
        head=" · ".join(part for part in (title, paper.narrowed) if part),
        wide=True,
    )
    build(target, list(_story(paper, root)), root, facts)
    return target.getvalue()


def _story(paper: "RegisterPaper", root: Element) -> Iterator[Flowable]:
    title = Title.of(_(paper.register.title), TITLE, root.child("H1"))
    title.level = 0
    yield title
    count = len(paper.rows)
    counted = ngettext("{count} row", "{count} rows", count).format(count=count)
    parts = (long_date(paper.day), counted, paper.narrowed)
    yield Words.of(" · ".join(part for part in parts if part), QUIET, root.child("P"))
    if not paper.rows:
        return
    widths = _widths(paper)
    faces = [NUMBER if column.kind == "number" else CELL for column in paper.columns]
    heads = [_(column.label) for column in paper.columns]
    yield long_table(root, heads, paper.cells(), widths, ROOM, faces)


def _widths(paper: "RegisterPaper") -> list[float]:
    """A day and a number take what they need; the words share the rest."""
    taken = sum(NEEDED.get(column.kind, 0.0) for column in paper.columns)
    shares = sum(column.width for column in paper.columns if column.kind not in NEEDED)
    rest = (ACROSS - taken) / shares
    return [NEEDED.get(column.kind, column.width * rest) for column in paper.columns]
