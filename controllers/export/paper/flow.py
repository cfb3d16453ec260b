"""The flow of a letter: from references to enclosures, with breaks where a reader expects them."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer, TableStyle

from controllers.export import palette
from controllers.export.paper.fonts import REGULAR
from controllers.export.paper.pieces import Grid, Point, Title, Words, fitted, ink
from controllers.export.paper.styles import (
    BODY,
    CELL,
    CELL_HEAD,
    FACT,
    HEADING,
    LABEL,
    LEADING,
    POINT,
    SUBJECT,
    TIGHT,
    Measures,
)
from controllers.export.paper.tags import Element
from models.letters.values import Block, BlockKind, LetterDocument

PADDING = 10.0
"""Left and right of a cell together, in points."""
_ENDS = (",", ".", "!", "?", ":", ";")
_TALL = 10_000.0


class Flow:
    """Composes the text of one letter in reading order."""

    def __init__(
        self, document: LetterDocument, sizes: Measures, root: Element, page: float
    ) -> None:
        self._document, self._sizes, self._root, self._page = document, sizes, root, page
        self._width = sizes.width

    def story(self) -> list[Flowable]:
        """Everything that flows, top to bottom."""
        opening = [*self._references(), *self._opening()]
        parts = [self._pieces(block) for block in self._document.blocks]
        tail = self._ending()
        return [*opening, *self._joined(parts, tail), *tail]

    def _references(self) -> Iterator[Flowable]:
        pairs = [(label, value) for label, value in self._document.references]
        most = len(self._sizes.tabs)
        for start in range(0, len(pairs), most):
            line = pairs[start : start + most]
            if any(value.strip() for _label, value in line):
                yield ReferenceLine(line, self._sizes, self._root)
        contact = " · ".join(line for line in self._document.contact_lines if line.strip())
        if contact:
            yield Spacer(0, 7)
            holder = self._root.child("P")
            yield Words.of("contactpersoon", LABEL, holder)
            yield Words.of(contact, FACT, holder)
        yield self._blank("after_reference")

    def _opening(self) -> Iterator[Flowable]:
        document = self._document
        yield Words.of(document.subject_label, LABEL, self._root.child("P"))
        subject = Title.of(document.subject, SUBJECT, self._root.child("H1"))
        subject.level = 0
        yield subject
        yield self._blank("after_subject")
        yield Words.of(_with_comma(document.salutation), TIGHT, self._root.child("P"))
        yield self._blank("after_salutation")

    def _joined(self, parts: list[list[Flowable]], tail: list[Flowable]) -> Iterator[Flowable]:
        """Blocks, each after a break when what must stay together does not fit."""
        last = len(parts) - 1
        end = self._height(tail)
        if not parts:
            yield CondPageBreak(min(end, self._page))
        for index, pieces in enumerate(parts):
            yield CondPageBreak(min(self._together(parts, index, end), self._page * 0.9))
            yield from pieces
            if index == last and self._document.blocks[index].kind is not BlockKind.PARAGRAPH:
                yield CondPageBreak(min(end, self._page * 0.9))

    def _together(self, parts: list[list[Flowable]], index: int, end: float) -> float:
        """How much room the first piece of this block needs to begin decently."""
        if index >= len(parts):
            return end
        pieces = parts[index]
        if not pieces:
            return self._together(parts, index + 1, end)
        if isinstance(pieces[0], Grid):
            return pieces[0].start
        first = self._height(pieces[:1])
        if first <= self._leads(index) * LEADING:
            return first + self._together(parts, index + 1, end)
        return min(first, 3 * LEADING)

    def _leads(self, index: int) -> int:
        """How many lines this block may have and still be kept with what follows it."""
        blocks = self._document.blocks
        kind = blocks[index].kind
        if kind is BlockKind.HEADING:
            return 99
        if kind is not BlockKind.PARAGRAPH:
            return 0
        if index == len(blocks) - 1:
            return 8
        return 4 if blocks[index + 1].kind in (BlockKind.BULLETS, BlockKind.TABLE) else 0

    def _pieces(self, block: Block) -> list[Flowable]:
        match block.kind:
            case BlockKind.HEADING:
                return [Title.of(block.text, HEADING, self._root.child("H2"))]
            case BlockKind.BULLETS:
                items = [item for item in block.items if item.strip()]
                if not items:
                    return []
                list_ = self._root.child("L", O="List", ListNumbering="Disc")
                return [*(Point.under(item, POINT, list_) for item in items), Spacer(0, 3)]
            case BlockKind.TABLE:
                return [self._table(block), Spacer(0, 9)] if block.columns else []
            case _:
                if not block.text.strip():
                    return []
                return [Words.of(block.text, BODY, self._root.child("P"))]

    def _table(self, block: Block) -> Grid:
        table = self._root.child("Table")
        head_row = table.child("TR")
        head: list[Words] = []
        for column in block.columns:
            cell = head_row.child("TH", O="Table", Scope="Column")
            words = Words.of(column.title, CELL_HEAD, cell)
            words.once = True
            head.append(words)
        rows = [_row(table, row, len(block.columns)) for row in block.rows]
        widths = fitted(
            [column.share for column in block.columns],
            [_words_of(block, index) for index in range(len(block.columns))],
            self._width,
            PADDING,
        )
        drawn = TableStyle(GRID_RULES)
        grid = Grid([head, *rows], widths, repeatRows=1, hAlign="LEFT", style=drawn)
        grid.settle(self._width, self._page)
        return grid

    def _ending(self) -> list[Flowable]:
        document, root = self._document, self._root
        pieces: list[Flowable] = [self._blank("after_body")]
        pieces.append(Words.of(_with_comma(document.closing), TIGHT, root.child("P")))
        pieces.append(self._blank("after_closing"))
        signed = (document.signatory_name, document.signatory_function)
        pieces += [Words.of(line, TIGHT, root.child("P")) for line in signed if line.strip()]
        enclosures = [line for line in document.enclosures if line.strip()]
        if enclosures:
            pieces.append(self._blank("after_signature"))
            pieces.append(Words.of(document.enclosures_label, LABEL, root.child("P")))
            pieces += [Words.of(line, FACT, root.child("P")) for line in enclosures]
        return pieces

    def _blank(self, name: str) -> Spacer:
        return Spacer(0, self._sizes.blank[name] * LEADING)

    def _height(self, pieces: Sequence[Flowable]) -> float:
        total = 0.0
        for piece in pieces:
            total += piece.wrap(self._width, _TALL)[1] + piece.getSpaceBefore()
            total += piece.getSpaceAfter()
        return float(total)


class ReferenceLine(Flowable):
    """Labels and values side by side at the tabs of the reference line (DOMAIN.md F5.20)."""

    def __init__(self, pairs: list[tuple[str, str]], sizes: Measures, root: Element) -> None:
        super().__init__()
        self._sizes = sizes
        self._cells: list[tuple[float, float, list[Words]]] = []
        edges = [*sizes.tabs, sizes.width]
        for index, (label, value) in enumerate(pairs):
            if not value.strip():
                continue
            holder = root.child("P")
            words = [Words.of(label, LABEL, holder), Words.of(value, FACT, holder)]
            room = edges[index + 1] - edges[index]
            gap = 0.0 if index + 1 == len(sizes.tabs) else 6.0
            self._cells.append((edges[index], room - gap, words))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        tall = 0.0
        for _x, room, words in self._cells:
            tall = max(tall, sum(part.wrap(room, availHeight)[1] for part in words))
        self.width, self.height = availWidth, tall
        return availWidth, tall

    def draw(self) -> None:
        for x, room, words in self._cells:
            y = self.height
            for part in words:
                y -= part.wrapOn(self.canv, room, self.height)[1]
                part.drawOn(self.canv, x, y)


GRID_RULES: list[Any] = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), PADDING / 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING / 2),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("BACKGROUND", (0, 0), (-1, 0), ink(palette.ACCENT_SOFT)),
    ("LINEBELOW", (0, 0), (-1, 0), 1, ink(palette.ACCENT)),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, ink(palette.EDGE)),
]


def _words_of(block: Block, column: int) -> list[tuple[str, ParagraphStyle]]:
    cells = [(row[column], CELL) for row in block.rows if column < len(row)]
    return [(block.columns[column].title, CELL_HEAD), *cells]


def _row(table: Element, row: tuple[str, ...], count: int) -> list[Words]:
    line = table.child("TR")
    texts = [*row, *[""] * (count - len(row))][:count]
    return [Words.of(text, CELL, line.child("TD")) for text in texts]


def _with_comma(text: str) -> str:
    kept = text.rstrip()
    return kept if not kept or kept.endswith(_ENDS) else f"{kept},"
