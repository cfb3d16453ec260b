"""The assessment of an application, drawn: a table a requirement, under its section."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Spacer, TableStyle

from controllers.export import palette
from controllers.export.assessment_paper import AssessmentPaper
from controllers.export.paper.fonts import REGULAR, load_fonts
from controllers.export.paper.heading import APART, headed
from controllers.export.paper.pieces import Grid, Title, Words, ink
from controllers.export.paper.plain_page import HEAD, HEIGHT, WIDTH, PageFacts, build, grid_rules
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element, TaggedCanvas
from models.applications.values import CriterionFile

TITLE = style(17, 22, bold=True, after=4)
QUIET = style(8.2, 11, colour=palette.QUIET, after=5)
SECTION = style(11.5, 15, bold=True, colour=palette.ACCENT_DEEP, before=8, after=4)
REQUIREMENT = style(8.8, 11.6, bold=True, colour=palette.ACCENT_DEEP)
BASIS = style(7.8, 10.2, colour=palette.QUIET)
LABEL = style(8.2, 10.8, colour=palette.QUIET)
CELL = style(8.6, 11.4)
STRONG = style(8.6, 11.4, bold=True)
LABELLED = 92.0
PAGE = HEIGHT - HEAD
BEGIN = 110.0
"""Points a long text asks to begin in, above the end of a page."""
MOTIVATION, RECEIVED = 3, 2
"""Lines to write on."""
HOW = (
    "Kruis per vereiste één vakje aan. Het nummer is dat van het scherm: met G gaat u er daar"
    " naartoe. Bij elk oordeel hoort een motivering."
)


def draw_assessment(paper: AssessmentPaper, *, made_at: datetime) -> bytes:
    """The paper as PDF."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    file = paper.file
    facts = PageFacts(
        title=f"{paper.what} {file.reference} – {file.centre_name}",
        subject=file.centre_name,
        foot=f"{file.template.title}, versie {file.template.version} · kenmerk {paper.mark[:16]}",
        made_at=made_at,
        fingerprint=paper.mark,
        head=f"{paper.what} {file.reference} · {file.centre_name}",
    )
    build(target, list(_Story(paper, root).pieces()), root, facts)
    return target.getvalue()


class _Story:
    """Composes the pieces, from top to bottom."""

    def __init__(self, paper: AssessmentPaper, root: Element) -> None:
        self._paper, self._file, self._root = paper, paper.file, root
        self._rules = TableStyle([*grid_rules(), ("SPAN", (0, 0), (-1, 0))])

    def pieces(self) -> Iterator[Flowable]:
        yield from self._opening()
        by_key = {one.key: one for one in self._file.criteria}
        for section in self._file.template.sections:
            title = Title.of(section.title, SECTION, self._root.child("H2"))
            for number, criterion in enumerate(section.questions):
                before, grid = self._criterion(by_key[criterion.key])
                room = min(sum(grid._rowHeights) + 12, PAGE)  # noqa: SLF001
                yield CondPageBreak((BEGIN if before else room) + (30 if number == 0 else 0))
                if number == 0:
                    yield title
                if before:
                    yield from before
                    yield Spacer(0, APART)
                    yield CondPageBreak(room)
                yield grid

    def _opening(self) -> Iterator[Flowable]:
        file = self._file
        yield Words.of(f"Aanvraag {file.reference}", QUIET, self._root.child("P"))
        title = Title.of(file.centre_name, TITLE, self._root.child("H1"))
        title.level = 0
        yield title
        table = self._root.child("Table")
        rows = [self._line(table, label, value) for label, value in self._paper.facts]
        grid = Grid(rows, [LABELLED + 30, WIDTH - LABELLED - 30], hAlign="LEFT", spaceAfter=8)
        grid.setStyle(TableStyle(grid_rules()[1:6]))
        grid.settle(WIDTH, PAGE)
        yield grid
        if not self._paper.filled:
            yield Words.of(HOW, QUIET, self._root.child("P"))

    def _criterion(self, one: CriterionFile) -> tuple[list[Words], Grid]:
        """Its table; a text too long to stand at the head of it flows over the pages before it."""
        said = zip(self._paper.head(one), (REQUIREMENT, BASIS), strict=True)
        head = headed(list(said), self._root, PAGE)
        table = head.table
        rows: list[list[Any]] = [[head.cells, ""]]
        rows += self._filled(table, one) if self._paper.filled else self._empty(table, one)
        widths = [LABELLED, WIDTH - LABELLED]
        grid = Grid(rows, widths, repeatRows=1, hAlign="LEFT", style=self._rules, spaceAfter=8)
        grid.settle(WIDTH, PAGE)
        return head.before, grid

    def _filled(self, table: Element, one: CriterionFile) -> list[list[Any]]:
        return [
            self._line(table, label, text, strong=not place)
            for place, (label, text) in enumerate(self._paper.judged(one))
        ]

    def _empty(self, table: Element, one: CriterionFile) -> list[list[Any]]:
        labels = [label for _judgement, label in self._file.template.assessing.labels]
        return [
            self._line(table, "Kan dit tonen", ", ".join(one.criterion.evidence)),
            self._row(table, "Oordeel", Choices(labels, table)),
            self._row(table, "Motivering", Room(MOTIVATION, table)),
            self._row(table, "Wat ontvangen is", Room(RECEIVED, table)),
        ]

    @staticmethod
    def _line(table: Element, label: str, text: str, *, strong: bool = False) -> list[Any]:
        line = table.child("TR")
        said = Words.of(text, STRONG if strong else CELL, line.child("TD"))
        return [Words.of(label, LABEL, line.child("TH", O="Table", Scope="Row")), said]

    @staticmethod
    def _row(table: Element, label: str, piece: Flowable) -> list[Any]:
        line = table.child("TR")
        return [Words.of(label, LABEL, line.child("TH", O="Table", Scope="Row")), piece]


class Choices(Flowable):
    """A box for each judgement, with its key and its word."""

    canv: TaggedCanvas
    BOX, TALL, APART = 9.0, 15.0, 16.0

    def __init__(self, labels: list[str], table: Element) -> None:
        super().__init__()
        self._told = [f"{key} {label}" for key, label in enumerate(labels, 1)]
        self._figure = table.child("Figure")
        self._figure.alternative = f"vakjes om aan te kruisen: {', '.join(self._told)}"

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self.TALL
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.tagged(self._figure):
            self.canv.setStrokeColor(ink(palette.INK))
            self.canv.setFillColor(ink(palette.INK))
            self.canv.setLineWidth(0.6)
            self.canv.setFont(REGULAR, 8)
            x = 0.0
            for told in self._told:
                self.canv.rect(x, 3, self.BOX, self.BOX, stroke=1, fill=0)
                self.canv.drawString(x + self.BOX + 4, 4.6, told)
                x += self.BOX + 4 + stringWidth(told, REGULAR, 8) + self.APART


class Room(Flowable):
    """Lines to write on."""

    canv: TaggedCanvas
    LINE = 18.0

    def __init__(self, lines: int, table: Element) -> None:
        super().__init__()
        self._lines = lines
        self._figure = table.child("Figure")
        self._figure.alternative = "plaats om te schrijven"

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, self._lines * self.LINE
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.tagged(self._figure):
            self.canv.setStrokeColor(ink(palette.EDGE))
            self.canv.setLineWidth(0.5)
            for line in range(self._lines):
                self.canv.line(0, line * self.LINE + 2, self.width - 6, line * self.LINE + 2)
