"""The head of a question's table: its text, or its first words when the text flows before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from reportlab.lib.styles import ParagraphStyle

from controllers.export.paper.pieces import Words
from controllers.export.paper.plain_page import tall
from controllers.export.paper.tags import Element

FIRST_WORDS = 110
"""Signs of a long text that come back at the head of its table."""
APART = 6.0
"""Points between a text before a table and the table."""


@dataclass(frozen=True, slots=True)
class Headed:
    """`before` stands in front of the table, on as many pages as it takes; mostly it is empty."""

    before: list[Words]
    table: Element
    cells: list[Words]
    """What stands in the first cell, on every page again."""


def headed(said: Sequence[tuple[str, ParagraphStyle]], root: Element, page: float) -> Headed:
    """A head may take a third of a page of `page` points: rows must find room under it."""
    cells = [Words.of(text, face, root) for text, face in said]
    before: list[Words] = []
    if tall(cells) > page / 3:
        before = cells
        text, face = said[0]
        cells = [Words.of(shorten(text, FIRST_WORDS, placeholder=" …"), face, root)]
    for one in before:
        one.element = root.child("P")
    table = root.child("Table")
    head = table.child("TR").child("TH", O="Table", Scope="Column")
    for one in cells:
        one.element, one.once = head, True
    return Headed(before, table, cells)
