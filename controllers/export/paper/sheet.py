"""The sheet of a centre as one tagged page: set smaller and shorter until it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, TableStyle

from controllers.export import palette
from controllers.export.facts import PROGRAM
from controllers.export.paper.document import document
from controllers.export.paper.fonts import REGULAR, load_fonts
from controllers.export.paper.pieces import Grid, Title, Words, ink, plain
from controllers.export.paper.plain_page import shortened
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element, TaggedCanvas
from controllers.export.sheet_parts import CentreSheet, Line, Part, Task, Tone
from models.kernel.text import _, ngettext

SIDE, TOP, FOOT = 1.7 * cm, 1.5 * cm, 1.4 * cm
NOTES = 3 * cm
"""From so much room on, what is left is ruled to write on."""
WIDTH = A4[0] - 2 * SIDE
HEIGHT = A4[1] - TOP - FOOT
LINE = 0.8 * cm
_TALL = 10_000.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How large and how much: every next one takes less room."""

    scale: float = 1.0
    tasks: int = 9
    signs: int = 170
    """A text is cut after so many signs."""
    extra: int = 3
    """Lines of letters and of the log."""


FITS = (
    Fit(),
    Fit(0.94),
    Fit(0.9, 9, 120),
    Fit(0.9, 7, 100, 2),
    Fit(0.86, 6, 90, 2),
    Fit(0.82, 5, 70, 1),
    Fit(0.78, 4, 50, 1),
)


def draw_sheet(sheet: CentreSheet, *, made_at: datetime, fingerprint: str) -> bytes:
    """The page as PDF; `made_at` is an instant in UTC that stands in the dates of the file."""
    load_fonts()
    setting = next((one for fit in FITS if (one := _Setting(sheet, fit)).fits), None)
    setting = setting or _Setting(sheet, FITS[-1])
    target = BytesIO()
    pages = _page(target, sheet)
    root = setting.root
    pages.build(
        setting.story,
        canvasmaker=lambda *args, **more: TaggedCanvas(
            *args,
            root=root,
            made_at=made_at.replace(tzinfo=None),
            fingerprint=fingerprint,
            draw_total=_nothing,
            **more,
        ),
    )
    return target.getvalue()


class _Setting:
    """One try: the story at a size, and whether it fits the page."""

    def __init__(self, sheet: CentreSheet, fit: Fit) -> None:
        self._sheet, self._fit = sheet, fit
        self.root = Element("Document")
        self._faces = {tone: self._face(tone) for tone in Tone}
        self._heading = style(
            9.5 * fit.scale, 12 * fit.scale, bold=True, colour=palette.ACCENT_DEEP,
            before=7 * fit.scale, after=2 * fit.scale,
        )  # fmt: skip
        self.story = list(self._pieces())
        left = HEIGHT - 1 - self._height(self.story)
        self.fits = left >= 0
        if left > NOTES:
            heading = Title.of(_("Notes"), self._heading, self.root.child("H2"))
            room = left - self._height([heading])
            self.story += [heading, Lines(room - 2)]

    def _face(self, tone: Tone) -> ParagraphStyle:
        scale = self._fit.scale
        size = 9.5 if tone is Tone.STRONG else 8.8
        colours = {Tone.QUIET: palette.QUIET, Tone.LATE: palette.LATE, Tone.DUE: palette.DUE}
        return style(
            size * scale, 1.36 * size * scale, bold=tone in {Tone.STRONG, Tone.LATE, Tone.DUE},
            colour=colours.get(tone, palette.INK), after=1.0 * scale,
        )  # fmt: skip

    def _pieces(self) -> Iterator[Flowable]:
        sheet, root, scale = self._sheet, self.root, self._fit.scale
        yield Words.of(sheet.stamp, style(8 * scale, 11 * scale, colour=palette.QUIET), _p(root))
        title = Title.of(
            self._cut(sheet.title, 110), style(17 * scale, 21 * scale, bold=True), root.child("H1")
        )
        title.level = 0
        yield title
        quiet = self._faces[Tone.QUIET]
        for line in sheet.sub:
            yield Words.of(self._cut(line), quiet, _p(root))
        yield from self._part(sheet.mandate)
        if sheet.bars:
            yield Strip(sheet, 30 * scale, 7.5 * scale)
        yield from self._part(sheet.certificate)
        yield from self._part(sheet.agreed)
        if sheet.tasks:
            yield self._table(sheet.tasks)
        yield from self._more_tasks()
        yield from self._part(sheet.satisfaction)
        for part in sheet.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[Flowable]:
        yield Title.of(part.title, self._heading, self.root.child("H2"))
        for line in part.lines[: max(2, self._fit.extra + 1)]:
            yield self._line(line)

    def _line(self, line: Line) -> Words:
        return Words.of(self._cut(line.text), self._faces[line.tone], _p(self.root))

    def _more_tasks(self) -> Iterator[Flowable]:
        hidden = len(self._sheet.tasks) - self._fit.tasks
        if hidden > 0:
            said = ngettext("and {count} more …", "and {count} more …", hidden)
            yield self._line(Line(said.format(count=hidden), Tone.QUIET))

    def _table(self, tasks: Sequence[Task]) -> Grid:
        scale = self._fit.scale
        table = self.root.child("Table")
        head_face = style(8 * scale, 10.5 * scale, bold=True, colour=palette.ACCENT_DEEP)
        heads = [_("Last day"), _("Measure"), _("State")]
        row = table.child("TR")
        cells = [row.child("TH", O="Table", Scope="Column") for _head in heads]
        lines = [[Words.of(t, head_face, c) for t, c in zip(heads, cells, strict=True)]]
        lines += [self._task(task, table.child("TR")) for task in tasks[: self._fit.tasks]]
        widths = [WIDTH * share for share in (0.13, 0.70, 0.17)]
        grid = Grid(lines, widths, hAlign="LEFT", style=TableStyle(_rules(scale)))
        grid.spaceAfter = 2
        return grid

    def _task(self, task: Task, row: Element) -> list[Any]:
        scale = self._fit.scale
        face = style(8.4 * scale, 11 * scale)
        late = style(8.4 * scale, 11 * scale, bold=True, colour=palette.LATE)
        day = Words.of(task.due, late if task.late else face, row.child("TD"))
        what = f"{self._cut(task.what)}\n{self._cut(task.about)}"
        told = Words.of(what, face, row.child("TD"))
        return [day, told, Words.of(task.late or _("open"), late if task.late else face,
                                    row.child("TD"))]  # fmt: skip

    def _cut(self, text: str, most: int = 0) -> str:
        return shortened(text, most or self._fit.signs)

    @staticmethod
    def _height(pieces: Sequence[Flowable]) -> float:
        total = 0.0
        for piece in pieces:
            total += piece.wrap(WIDTH, _TALL)[1] + piece.getSpaceBefore() + piece.getSpaceAfter()
        return float(total)


class Lines(Flowable):
    """Lines to write on."""

    canv: TaggedCanvas

    def __init__(self, height: float) -> None:
        super().__init__()
        self._tall = height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self._tall
        return availWidth, self._tall

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(ink(palette.EDGE))
            self.canv.setLineWidth(0.4)
            for number in range(1, int(self._tall // LINE) + 1):
                y = self._tall - number * LINE
                self.canv.line(0, y, self.width, y)


class Strip(Flowable):
    """The years of the mandate: decoration, since its words stand above it."""

    canv: TaggedCanvas

    def __init__(self, sheet: CentreSheet, height: float, size: float) -> None:
        super().__init__()
        self._sheet, self._tall, self._size = sheet, height, size

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self._tall
        return availWidth, self._tall

    def draw(self) -> None:
        canvas, unit = self.canv, self._tall / 30
        with canvas.artifact():
            canvas.saveState()
            for certificate, top, thick in (
                (False, 21 * unit, 7 * unit),
                (True, 14 * unit, 4 * unit),
            ):
                canvas.setFillColor(ink(palette.LINE))
                canvas.rect(0, top, self.width, thick, stroke=0, fill=1)
                canvas.setFillColor(ink(palette.DONE if certificate else palette.ACCENT))
                for bar in self._sheet.bars:
                    if bar.certificate is certificate:
                        left, right = bar.left * self.width, bar.right * self.width
                        canvas.rect(left, top, max(1, right - left), thick, stroke=0, fill=1)
            self._scale(unit)
            canvas.restoreState()

    def _scale(self, unit: float) -> None:
        canvas = self.canv
        canvas.setFont(REGULAR, self._size)
        canvas.setStrokeColor(ink("FFFFFF"))
        canvas.setLineWidth(0.8)
        edges = [*(place for place, _year in self._sheet.years[1:]), 1.0]
        for (place, year), right in zip(self._sheet.years, edges, strict=True):
            if place:
                canvas.line(place * self.width, 14 * unit, place * self.width, 28 * unit)
            if (right - place) * self.width > stringWidth(year, REGULAR, self._size) + 4:
                canvas.setFillColor(ink(palette.QUIET))
                canvas.drawCentredString((place + right) / 2 * self.width, 4 * unit, year)
        for mark in self._sheet.marks:
            x, y, half = mark * self.width, 24.5 * unit, 3 * unit
            path = canvas.beginPath()
            path.moveTo(x, y - half)
            for dx, dy in ((half, 0), (0, half), (-half, 0)):
                path.lineTo(x + dx, y + dy)
            path.close()
            canvas.setFillColor(ink("FFFFFF"))
            canvas.drawPath(path, stroke=0, fill=1)
        if self._sheet.today is not None:
            canvas.setStrokeColor(ink(palette.INK))
            canvas.setLineWidth(1.2)
            x = self._sheet.today * self.width
            canvas.line(x, 12 * unit, x, 30 * unit)


def _page(target: BytesIO, sheet: CentreSheet) -> BaseDocTemplate:
    made = document(target, f"{sheet.title}, {sheet.stamp}", sheet.title)
    frame = Frame(SIDE, FOOT, WIDTH, HEIGHT, 0, 0, 0, 0)
    foot = _("For use by the service only.")

    def footer(canvas: Any, _pages: object) -> None:
        with canvas.artifact("Pagination"):
            canvas.setFillColor(ink(palette.QUIET))
            canvas.setFont(REGULAR, 7.5)
            canvas.drawString(SIDE, 0.85 * cm, plain(f"{PROGRAM} · {sheet.stamp} · {foot}"))

    made.addPageTemplates([PageTemplate("sheet", frame, onPage=footer)])
    return made


def _rules(scale: float) -> list[Any]:
    return [
        ("FONT", (0, 0), (-1, -1), REGULAR, 8.5 * scale),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2 * scale),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8 * scale),
        ("BACKGROUND", (0, 0), (-1, 0), ink(palette.ACCENT_SOFT)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, ink(palette.EDGE)),
    ]


def _p(root: Element) -> Element:
    return root.child("P")


def _nothing(_canvas: object, _count: int) -> None:
    """There is one page: nobody counts them."""
