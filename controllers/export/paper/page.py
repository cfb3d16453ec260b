"""The pages: sender and addressee on the first, a small running head on the others."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from controllers.export import palette
from controllers.export.facts import PROGRAM
from controllers.export.paper.fonts import BOLD, REGULAR
from controllers.export.paper.pieces import Words, ink, plain
from controllers.export.paper.styles import SENDER, WORDMARK, Measures, style
from controllers.export.paper.tags import TOTAL, Element, TaggedCanvas
from models.letters.values import LetterDocument

_SMALL = 8.0
_HEAD_TOP = 1.35 * cm
_FOOT = 1.1 * cm
_HEAD_ROOM = 0.4 * cm
"""How much lower than the margin the text begins under a running head."""


class LetterPages(BaseDocTemplate):
    """A letter on A4: two kinds of page, one flow of text."""

    def __init__(self, target: BytesIO, document: LetterDocument, sizes: Measures) -> None:
        title = f"ONTWERP – {document.subject}" if document.draft else document.subject
        super().__init__(
            target,
            pagesize=A4,
            title=plain(title or document.title),
            author=plain(document.sender_name),
            subject=plain(document.title),
            creator=PROGRAM,
            producer=PROGRAM,
            lang=document.language or "nl-BE",
            initialFontName=REGULAR,
            pageCompression=1,
        )
        self._document, self._sizes = document, sizes
        first_height = A4[1] - sizes.reference_top - sizes.bottom
        self.next_height = A4[1] - sizes.top - _HEAD_ROOM - sizes.bottom
        first = PageTemplate("first", _frame(sizes, first_height), onPage=self._draw_first)
        first.autoNextPageTemplate = "next"
        others = PageTemplate("next", _frame(sizes, self.next_height), onPage=self._draw_next)
        self.addPageTemplates([first, others])

    def head_pieces(self, root: Element) -> None:
        """Make the sender and the addressee, so that they come first in reading order."""
        document, sizes = self._document, self._sizes
        self._sender = [Words.of(document.sender_name, WORDMARK, root.child("P"))]
        lines = "\n".join(line for line in document.sender_lines if line.strip())
        if lines:
            self._sender.append(Words.of(lines, SENDER, root.child("P")))
        size = sizes.address_size
        lines = "\n".join(address_lines(document.addressee_lines, sizes.address_most))
        self._addressee = Words.of(lines, style(size, size * 1.32), root.child("P"))

    def _draw_first(self, canvas: Any, _pages: object) -> None:
        sizes = self._sizes
        self._draw_draft(canvas)
        y = A4[1] - sizes.top + 6
        for words in self._sender:
            y -= words.wrapOn(canvas, sizes.width, y)[1]
            words.drawOn(canvas, sizes.left, y)
            y -= 2
        room = A4[0] - sizes.address_left - 1.5 * cm
        tall = self._addressee.wrapOn(canvas, room, A4[1])[1]
        self._addressee.drawOn(canvas, sizes.address_left, A4[1] - sizes.address_top - tall + 8)
        self._draw_page_number(canvas, _FOOT)

    def _draw_next(self, canvas: Any, _pages: object) -> None:
        self._draw_draft(canvas)
        y = A4[1] - _HEAD_TOP
        told = [f"{label} {value}" for label, value in self._document.references[-2:] if value]
        text = plain("   ·   ".join([self._document.sender_name, *told]))
        with canvas.artifact("Pagination"):
            _draw(canvas, self._sizes.left, y, text)
            canvas.setStrokeColor(ink(palette.LINE))
            canvas.setLineWidth(0.6)
            canvas.line(self._sizes.left, y - 6, A4[0] - self._sizes.right, y - 6)
        self._draw_page_number(canvas, y)

    def _draw_page_number(self, canvas: TaggedCanvas, y: float) -> None:
        text = f"pagina {canvas.getPageNumber()} van "
        room = stringWidth("0", REGULAR, _SMALL)
        x = A4[0] - self._sizes.right - room
        with canvas.artifact("Pagination"):
            _draw(canvas, x - stringWidth(text, REGULAR, _SMALL), y, text)
            canvas.saveState()
            canvas.translate(x, y)
            canvas.doForm(TOTAL)
            canvas.restoreState()

    def _draw_draft(self, canvas: TaggedCanvas) -> None:
        if not self._document.draft:
            return
        with canvas.artifact("Pagination"):
            canvas.saveState()
            canvas.setFillColor(ink(palette.WINDOW))
            canvas.setFont(BOLD, 92)
            canvas.translate(A4[0] / 2, A4[1] / 2 - 60)
            canvas.rotate(52)
            canvas.drawCentredString(0, -30, "ONTWERP")
            canvas.restoreState()
            text = "ONTWERP: niet verzenden"
            x = A4[0] - self._sizes.right - stringWidth(text, BOLD, _SMALL)
            y = A4[1] - 0.9 * cm
            canvas.setFillColor(ink(palette.DUE))
            canvas.setFont(BOLD, _SMALL)
            canvas.drawString(x, y, text)


def address_lines(lines: tuple[str, ...], most: int) -> list[str]:
    """Without empty lines; what is over the most joins the last line, so nothing is lost."""
    kept = [line.strip() for line in lines if line.strip()]
    return kept if len(kept) <= most else [*kept[: most - 1], " ".join(kept[most - 1 :])]


def draw_total(canvas: Canvas, count: int) -> None:
    """The number of pages at the origin of the form TOTAL."""
    _draw(canvas, 0, 0, str(count))


def canvas_maker(root: Element, **facts: Any) -> Any:
    """What reportlab calls to make the canvas of this letter."""
    return partial(TaggedCanvas, root=root, draw_total=draw_total, **facts)


def _frame(sizes: Measures, height: float) -> Frame:
    return Frame(sizes.left, sizes.bottom, sizes.width, height, 0, 0, 0, 0)


def _draw(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFillColor(ink(palette.QUIET))
    canvas.setFont(REGULAR, _SMALL)
    canvas.drawString(x, y, text)
