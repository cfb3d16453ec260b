"""A timeline on paper: A4 on its side, drawn as vectors, with the same things as a list after it.

Tagged, with embedded fonts; the same facts give the same bytes.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from models.centres.rules import show_enterprise_number
from models.kernel.text import _
from models.kernel.wording import long_date
from models.timeline.rules import by_year, lane_word, when
from models.timeline.rules.telling import CERTAINTIES
from models.timeline.values import CentreTimeline, TimelineEvent

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from controllers.export.paper.tags import Element

MARGIN, TOP, BOTTOM = 36.0, 40.0, 34.0
BOARD = 440.0
"""Height of the drawing, in points."""
SHARES = (0.2, 0.11, 0.29, 0.29, 0.11)


def timeline_pdf(timeline: CentreTimeline) -> bytes:
    """The timeline as PDF. Its dates are noon of the day it was seen, so bytes can be compared."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import Frame, PageTemplate

    from controllers.export.paper.document import document
    from controllers.export.paper.fonts import load_fonts
    from controllers.export.paper.page import canvas_maker
    from controllers.export.paper.tags import Element

    load_fonts()
    target, root, size = BytesIO(), Element("Document"), landscape(A4)
    title = f"{_('Timeline')} {timeline.name}"
    pages = document(target, title, _told(timeline), size)
    wide, tall = size[0] - 2 * MARGIN, size[1] - TOP - BOTTOM
    frame = Frame(MARGIN, BOTTOM, wide, tall, 0, 0, 0, 0)
    foot = _Foot(f"{timeline.name} · {_told(timeline)}", size)
    pages.addPageTemplates([PageTemplate("page", frame, onPage=foot.draw)])
    moment = datetime.combine(timeline.today, time(12))
    maker = canvas_maker(root, made_at=moment, fingerprint=fingerprint(timeline))
    pages.build(_story(timeline, root, wide, tall), canvasmaker=maker)
    return target.getvalue()


def write_timeline(timeline: CentreTimeline, path: Path) -> Exported:
    """Put the timeline in a .pdf at `path`, whole or not at all.

    Raises a subclass of Unavailable from controllers.export.landing.
    """
    return land(timeline_pdf(timeline), named(path, ".pdf"))


class _Foot:
    """What it is and the number of the page, at the foot of every page."""

    def __init__(self, text: str, size: tuple[float, float]) -> None:
        self._text, self._wide = text, size[0]

    def draw(self, canvas: Any, _pages: object) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        from controllers.export import palette
        from controllers.export.paper.fonts import REGULAR
        from controllers.export.paper.pieces import ink, plain
        from controllers.export.paper.tags import TOTAL

        told = f"pagina {canvas.getPageNumber()} van "
        x = self._wide - MARGIN - stringWidth("0", REGULAR, 8)
        with canvas.artifact("Pagination"):
            canvas.setFont(REGULAR, 8)
            canvas.setFillColor(ink(palette.QUIET))
            canvas.drawString(MARGIN, 18, plain(self._text))
            canvas.drawString(x - stringWidth(told, REGULAR, 8), 18, told)
            canvas.saveState()
            canvas.translate(x, 18)
            canvas.doForm(TOTAL)
            canvas.restoreState()


def _told(timeline: CentreTimeline) -> str:
    """Of when it is: as it was seen on its day, or as the file knew it then."""
    if timeline.known_on is not None:
        return _("as the file knew it on {day}").format(day=long_date(timeline.known_on))
    return _("as on {day}").format(day=long_date(timeline.today))


def _story(timeline: CentreTimeline, root: "Element", wide: float, tall: float) -> "list[Flowable]":
    from reportlab.platypus import PageBreak, Spacer

    from controllers.export.paper.pieces import Title, Words
    from controllers.export.paper.styles import FACT, style
    from controllers.export.paper.timeline_board import TimelineBoard

    title = Title.of(timeline.name, style(17, 21, bold=True), root.child("H1"))
    title.level = 0
    sub = Words.of(" · ".join(_subtitle(timeline)), FACT, root.child("P"))
    figure = root.child("Figure")
    figure.alternative = _("A drawing of what stands in the list after it.")
    room = min(BOARD, tall - 60)
    board = TimelineBoard(timeline, days_on_paper(timeline), (wide, room), figure)
    legend = Words.of(_legend(), style(7.5, 10), root.child("P"))
    story: list[Any] = [title, sub, Spacer(0, 8), board, Spacer(0, 6), legend, PageBreak()]
    return [*story, *_list(timeline, root, wide, tall)]


def _subtitle(timeline: CentreTimeline) -> list[str]:
    parts = [_("Timeline"), show_enterprise_number(timeline.number)]
    if timeline.mandate is not None:
        first, last = timeline.mandate
        span = _("mandate from {first} to {last}")
        parts.append(span.format(first=long_date(first), last=long_date(last)))
    return [*parts, _told(timeline)]


def _legend() -> str:
    return _(
        "Solid: passed. Light: to come. Dashed: not certain. Hatched: something is missing."
        " A number: so many things on days close together; the list names them."
    )


def days_on_paper(timeline: CentreTimeline) -> tuple[date, date]:
    """The mandate that counts with some air around it, or everything without a mandate."""
    if timeline.mandate is None:
        first, last = timeline.whole
        return first - timedelta(days=60), last + timedelta(days=60)
    first, last = timeline.mandate
    return first - timedelta(days=200), last + timedelta(days=100)


def _list(timeline: CentreTimeline, root: "Element", wide: float, tall: float) -> "list[Flowable]":
    """Every thing as a row, under a heading for each year."""
    from reportlab.platypus import CondPageBreak, Spacer

    from controllers.export.paper.pieces import Title, Words
    from controllers.export.paper.styles import FACT, SUBJECT

    story: list[Any] = [Title.of(_("The same as a list"), SUBJECT, root.child("H1"))]
    if not timeline.events:
        return [*story, Words.of(_("Nothing yet."), FACT, root.child("P"))]
    for year, events in by_year(timeline.events):
        grid = _table(events, root, wide, tall, str(year))
        story += [CondPageBreak(60 + grid[1].start), Spacer(0, 6), *grid, Spacer(0, 4)]
    return story


def _table(
    events: tuple[TimelineEvent, ...], root: "Element", wide: float, tall: float, year: str
) -> Any:
    from reportlab.platypus import TableStyle

    from controllers.export.paper.flow import GRID_RULES
    from controllers.export.paper.pieces import Grid, Title, Words
    from controllers.export.paper.styles import CELL, CELL_HEAD, HEADING

    heading = Title.of(year, HEADING, root.child("H2"))
    table = root.child("Table")
    line = table.child("TR")
    head = []
    for word in (_("Day or days"), _("Lane"), _("What"), _("Detail"), _("Certainty")):
        cell = Words.of(word, CELL_HEAD, line.child("TH", O="Table", Scope="Column"))
        cell.once = True
        head.append(cell)
    body = []
    for event in events:
        line = table.child("TR")
        certain = _(CERTAINTIES[event.certainty])
        texts = (when(event), lane_word(event), event.word, event.sub, certain)
        body.append([Words.of(text, CELL, line.child("TD")) for text in texts])
    widths = [share * wide for share in SHARES]
    grid = Grid([head, *body], widths, repeatRows=1, hAlign="LEFT", style=TableStyle(GRID_RULES))
    grid.settle(wide, tall)
    return heading, grid
