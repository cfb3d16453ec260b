"""A plain A4 page with a foot: what the sheets and reports of a check have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageTemplate

from controllers.export import palette
from controllers.export.paper.document import document
from controllers.export.paper.fonts import REGULAR
from controllers.export.paper.pieces import ink, plain
from controllers.export.paper.tags import TOTAL, Element, TaggedCanvas

SIDE, TOP, FOOT = 1.7 * cm, 1.5 * cm, 1.5 * cm
CELL_SIDE = 4.0
"""Points beside the words of a cell."""
HEAD = 0.9 * cm
"""What a running head takes."""
WIDTH = A4[0] - 2 * SIDE
HEIGHT = A4[1] - TOP - FOOT
_TALL = 10_000.0
_SMALL = 7.0


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What stands about the file and at the foot of every page."""

    title: str
    subject: str
    foot: str
    made_at: datetime
    fingerprint: str
    head: str = ""
    """Repeated on every page, as far as it goes; with it come page numbers too."""
    state: str = ""
    """Which version it is: stands behind the head and is never cut."""
    wide: bool = False
    """A4 on its side."""

    @property
    def paper(self) -> tuple[float, float]:
        width, height = A4
        return (height, width) if self.wide else (width, height)


def build(target: BytesIO, story: list[Flowable], root: Element, facts: PageFacts) -> None:
    """Draw the story on pages of A4, tagged, with these facts."""
    made = document(target, facts.title, facts.subject, facts.paper)
    width, height = facts.paper
    tall_ = height - TOP - FOOT - (HEAD if facts.head else 0)
    frame = Frame(SIDE, FOOT, width - 2 * SIDE, tall_, 0, 0, 0, 0)
    page = partial(_furnish, facts)
    made.addPageTemplates([PageTemplate("page", frame, onPage=page)])
    maker = partial(
        TaggedCanvas,
        root=root,
        made_at=facts.made_at.replace(tzinfo=None),
        fingerprint=facts.fingerprint,
        draw_total=_draw_total,
    )
    made.build(story, canvasmaker=maker)


def tall(pieces: Sequence[Flowable]) -> float:
    """How much room these take below each other."""
    total = 0.0
    for piece in pieces:
        total += piece.wrap(WIDTH, _TALL)[1] + piece.getSpaceBefore() + piece.getSpaceAfter()
    return float(total)


def grid_rules(scale: float = 1.0) -> list[Any]:
    """A table with a coloured head and hairlines."""
    return [
        ("FONT", (0, 0), (-1, -1), REGULAR, 8.5 * scale),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), CELL_SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), CELL_SIDE),
        ("TOPPADDING", (0, 0), (-1, -1), 2.4 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.0 * scale),
        ("BACKGROUND", (0, 0), (-1, 0), ink(palette.ACCENT_SOFT)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, ink(palette.EDGE)),
    ]


def _furnish(facts: PageFacts, canvas: TaggedCanvas, _pages: object) -> None:
    with canvas.artifact("Pagination"):
        canvas.setFillColor(ink(palette.QUIET))
        canvas.setFont(REGULAR, _SMALL)
        canvas.drawString(SIDE, 0.85 * cm, cut(plain(facts.foot), _SMALL, WIDTH))
        if not facts.head:
            return
        width, height = facts.paper
        y = height - TOP
        canvas.setFont(REGULAR, 8)
        text = f"pagina {canvas.getPageNumber()} van "
        x = width - SIDE - stringWidth("000", REGULAR, 8)
        room = x - stringWidth(text, REGULAR, 8) - SIDE - 12
        canvas.drawString(SIDE, y, _headed(facts, room))
        canvas.drawRightString(x, y, text)
        canvas.saveState()
        canvas.translate(x, y)
        canvas.doForm(TOTAL)
        canvas.restoreState()
        canvas.setStrokeColor(ink(palette.LINE))
        canvas.setLineWidth(0.6)
        canvas.line(SIDE, y - 5, width - SIDE, y - 5)


def cut(text: str, size: float, room: float) -> str:
    """One line of at most so many points, with three dots where something is left out."""
    if stringWidth(text, REGULAR, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = stringWidth(f"{text[:middle]}…", REGULAR, size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip()}…"


def shortened(text: str, room: int) -> str:
    """At most so many signs, cut between words, with three dots where something is left out."""
    said = " ".join(text.split())
    if len(said) <= room:
        return said
    head, _blank, _tail = said[:room].rpartition(" ")
    return f"{(head if len(head) > room // 2 else said[:room]).rstrip(' ,;.')}…"


def _headed(facts: PageFacts, room: float) -> str:
    """The running head: a long name gives way, the version does not."""
    state = f" · {facts.state}" if facts.state else ""
    return cut(plain(facts.head), 8, room - stringWidth(state, REGULAR, 8)) + state


def _draw_total(canvas: Canvas, count: int) -> None:
    canvas.setFillColor(ink(palette.QUIET))
    canvas.setFont(REGULAR, 8)
    canvas.drawString(0, 0, str(count))
