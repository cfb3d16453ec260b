"""The pages of a protocol: facts, what was drawn in rank order, who was replaced, two initials."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Spacer,
    TableStyle,
)

from controllers.export import palette
from controllers.export.paper.document import document
from controllers.export.paper.fonts import REGULAR, load_fonts
from controllers.export.paper.page import canvas_maker
from controllers.export.paper.pieces import Grid, Title, Words, ink, plain
from controllers.export.paper.styles import style
from controllers.export.paper.tags import TOTAL, Element, TaggedCanvas
from models.checks.rules.protocol import Protocol, ProtocolLine

SIDE, TOP, FOOT = 1.8 * cm, 1.5 * cm, 1.5 * cm
WIDTH, HEIGHT = A4[0] - 2 * SIDE, A4[1] - TOP - FOOT
SCALES = (1.0, 0.93, 0.86, 0.8)
BLOCKS = (16, 36)
"""Up to so many places stand in one column, and in two; more stand in three."""
SIGN = 62.0
_TALL = 10_000.0
_SMALL = 7.5


def draw_protocol(protocol: Protocol, *, made_at: datetime, fingerprint: str) -> bytes:
    """One page, set smaller where that helps; else more pages, with the head repeated."""
    load_fonts()
    tries = [_Setting(protocol, scale) for scale in SCALES]
    setting = next((one for one in tries if one.tall <= HEIGHT - 1), tries[1])
    target = BytesIO()
    maker = canvas_maker(setting.root, made_at=made_at, fingerprint=fingerprint)
    _pages(target, protocol).build(setting.story, canvasmaker=maker)
    return target.getvalue()


class _Setting:
    """One try at one size, and how tall it is."""

    def __init__(self, protocol: Protocol, scale: float) -> None:
        self._protocol, self._scale = protocol, scale
        self.root = Element("Document")
        self._face = style(9 * scale, 12.4 * scale)
        self._strong = style(9 * scale, 12.4 * scale, bold=True)
        self._cell = style(8.4 * scale, 11 * scale)
        self._head = style(8.4 * scale, 11 * scale, bold=True, colour=palette.ACCENT_DEEP)
        self._heading = style(10 * scale, 13 * scale, bold=True, colour=palette.ACCENT_DEEP,
                              before=8 * scale, after=3 * scale)  # fmt: skip
        self.story = list(self._pieces())
        self.tall = sum(
            piece.wrap(WIDTH, _TALL)[1] + piece.getSpaceBefore() + piece.getSpaceAfter()
            for piece in self.story
            if not isinstance(piece, CondPageBreak)
        )

    def _pieces(self) -> Iterator[Flowable]:
        protocol, scale = self._protocol, self._scale
        title = Title.of(
            protocol.title, style(17 * scale, 21 * scale, bold=True), self.root.child("H1")
        )
        title.level = 0
        yield title
        yield self._words(protocol.centre, self._strong)
        yield Spacer(0, 5 * scale)
        yield self._facts()
        if protocol.drawn:
            yield self._title("Getrokken, in volgorde van rang")
            yield self._drawn()
            yield self._words(f"Reserves, in volgorde: {protocol.spares}.", before=3)
        yield from self._section("Vervangen", protocol.replaced)
        yield from self._section("Los van de steekproef", protocol.own)
        yield from self._section("Wat dit zegt over alle dossiers", (protocol.sentence,))
        yield from self._section("Narekenen", (protocol.repeat,))
        yield CondPageBreak(SIGN + 14)
        yield Spacer(0, 10 * scale)
        yield Initials(self.root, style(8 * scale, 10 * scale, colour=palette.QUIET))

    def _section(self, title: str, lines: Sequence[str]) -> Iterator[Flowable]:
        if lines:
            yield CondPageBreak(40)
            yield self._title(title)
            for line in lines:
                yield self._words(line)

    def _title(self, text: str) -> Title:
        return Title.of(text, self._heading, self.root.child("H2"))

    def _words(self, text: str, face: Any = None, before: float = 0) -> Words:
        made = Words.of(text, face or self._face, self.root.child("P"))
        made.spaceBefore = before
        return made

    def _facts(self) -> Grid:
        table, body = self.root.child("Table"), []
        for name, value in self._protocol.facts:
            line = table.child("TR")
            head = line.child("TH", O="Table", Scope="Row")
            body.append(
                [Words.of(name, self._head, head), Words.of(value, self._cell, line.child("TD"))]
            )
        grid = Grid(body, [WIDTH * 0.25, WIDTH * 0.75], hAlign="LEFT", style=self._rules(0))
        grid.settle(WIDTH, HEIGHT)
        return grid

    def _drawn(self) -> Grid:
        lines = self._protocol.drawn
        blocks = 1 + sum(len(lines) > most for most in BLOCKS)
        tall = -(-len(lines) // blocks)
        heads = ("", "Dossier", self._protocol.grouped_by or "Opmerking") * blocks
        table = self.root.child("Table")
        row = table.child("TR")
        head = [self._column_head(text or "Nr.", row) for text in heads]
        body = [
            [cell for block in range(blocks) for cell in self._cells(table_row, lines, at, block)]
            for at in range(tall)
            for table_row in (_Row(table.child("TR"), tall),)
        ]
        part = WIDTH / blocks
        widths = [part * share for share in (0.15, 0.35, 0.5)] * blocks
        grid = Grid([head, *body], widths, repeatRows=1, hAlign="LEFT", style=self._rules(1))
        grid.settle(WIDTH, HEIGHT)
        return grid

    def _column_head(self, text: str, row: Element) -> Words:
        words = Words.of(text, self._head, row.child("TH", O="Table", Scope="Column"))
        words.once = True
        return words

    def _cells(
        self, row: "_Row", lines: Sequence[ProtocolLine], at: int, block: int
    ) -> list[Words]:
        place = block * row.tall + at
        line = lines[place] if place < len(lines) else ProtocolLine("", "", "")
        texts = (line.place, line.number, line.group)
        faces = (self._cell, self._strong_cell(), self._cell)
        return [
            Words.of(text, face, row.element.child("TD"))
            for text, face in zip(texts, faces, strict=True)
        ]

    def _strong_cell(self) -> Any:
        return style(8.4 * self._scale, 11 * self._scale, bold=True)

    def _rules(self, heads: int) -> TableStyle:
        scale = self._scale
        lines: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5 * scale),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2 * scale),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, ink(palette.EDGE)),
        ]
        if heads:
            lines.append(("BACKGROUND", (0, 0), (-1, 0), ink(palette.ACCENT_SOFT)))
        return TableStyle(lines)


class _Row:
    """A row of the table while its blocks are filled."""

    def __init__(self, element: Element, tall: int) -> None:
        self.element, self.tall = element, tall


class Initials(Flowable):
    """Two boxes to put initials in, each with who it is for."""

    canv: TaggedCanvas

    def __init__(self, root: Element, face: Any) -> None:
        super().__init__()
        labels = ("Paraaf voor de dienst, datum", "Paraaf voor het centrum, naam en datum")
        self._labels = [Words.of(label, face, root.child("P")) for label in labels]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, SIGN
        return availWidth, SIGN

    def draw(self) -> None:
        half = (self.width - 14) / 2
        for place, label in enumerate(self._labels):
            left = place * (half + 14)
            with self.canv.artifact():
                self.canv.setStrokeColor(ink(palette.EDGE))
                self.canv.setLineWidth(0.8)
                self.canv.roundRect(left, 0, half, SIGN, 4)
            tall = label.wrapOn(self.canv, half - 12, SIGN)[1]
            label.drawOn(self.canv, left + 6, SIGN - tall - 4)


def _pages(target: BytesIO, protocol: Protocol) -> BaseDocTemplate:
    made = document(target, f"{protocol.title} {protocol.reference}", protocol.centre)
    said = plain(f"{protocol.title} · {protocol.reference} · {protocol.centre}")

    def foot(canvas: Any, _pages: object) -> None:
        number = f"pagina {canvas.getPageNumber()} van "
        x, y = A4[0] - SIDE - stringWidth("00", REGULAR, _SMALL), 0.85 * cm
        with canvas.artifact("Pagination"):
            canvas.setFillColor(ink(palette.QUIET))
            canvas.setFont(REGULAR, _SMALL)
            canvas.drawString(SIDE, y, said[:110])
            canvas.drawRightString(x, y, number)
            canvas.saveState()
            canvas.translate(x, y)
            canvas.doForm(TOTAL)
            canvas.restoreState()

    frame = Frame(SIDE, FOOT, WIDTH, HEIGHT, 0, 0, 0, 0)
    made.addPageTemplates([PageTemplate("protocol", frame, onPage=foot)])
    return made
