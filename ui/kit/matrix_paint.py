"""How a matrix looks: only what is in sight is painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from models.kernel.text import _
from ui.kit.badge import STATES
from ui.kit.cells import Style, advance, line
from ui.kit.icons import paint_icon
from ui.kit.matrix_cell import paint_cell
from ui.kit.matrix_earlier import paint_earlier, paint_earlier_head
from ui.kit.matrix_layout import AIR, CODE, EDGE, GROUND, NUMBER, QUESTION, SMALL, Layout
from ui.kit.matrix_values import (
    OPEN,
    Earlier,
    MatrixCell,
    MatrixColumn,
    MatrixQuestion,
    MatrixSection,
)
from ui.kit.paint import CENTER, LEFT, RIGHT, rounded
from ui.kit.shares import Share, paint_counts, paint_share, tellings, width_of_counts
from ui.kit.theme import theme

SECTION: Style = ("small", 600, False)
COUNTED: Style = ("small", 500, True)
BESIDE = 12
"""Air between the heading of a section and its numbers."""
APART = 8
"""Air between the numbers of two dossiers."""


@dataclass(slots=True)
class Scene:
    """What is to be painted, and from where it is seen."""

    layout: Layout
    cells: dict[tuple[str, UUID], MatrixCell]
    earlier: Mapping[str, Earlier]
    sections: Mapping[str, Share]
    focus: tuple[int, int] | None
    """Row and column of the focus cell."""
    hover: tuple[int, int]
    """Row and column under the mouse; -1 for none."""
    active: bool
    """Whether the keyboard is here."""
    across: float
    """How far it is scrolled to the right, in pixels."""
    down: float
    width: float
    height: float
    ratio: float

    @property
    def end(self) -> float:
        """Where the last dossier ends, perhaps out of sight to the right."""
        return self.layout.words + self.layout.body_width - self.across

    def cell_area(self, row: int, column: int) -> QRectF:
        """Where a cell stands in the viewport."""
        place = self.layout
        left = place.words + column * place.cell - self.across
        top = place.head + place.top(row) - self.down
        return QRectF(left, top, place.cell, place.height(row))

    def columns(self) -> range:
        """The dossiers in sight."""
        place = self.layout
        first = int(self.across // place.cell)
        seen = int((self.width - place.words) // place.cell) + 2
        return range(first, min(len(place.columns), first + seen))

    def lines(self) -> range:
        """The lines in sight."""
        place = self.layout
        if not place.tops:
            return range(0)
        last = place.line_at(self.down + self.height - place.head)
        return range(place.line_at(self.down), last + 1)


def paint_matrix(p: QPainter, scene: Scene) -> None:
    """Paint everything in sight: the cross, the questions, the cells, the head, the focus."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = scene.layout
    body = QRectF(0, place.head, scene.width, scene.height - place.head)
    grid = body.adjusted(place.words, 0, 0, 0)
    _paint_columns(p, scene, QRectF(place.words, 0, scene.width - place.words, scene.height))
    p.setClipRect(body)
    _paint_rows(p, scene)
    p.setClipRect(grid)
    _paint_cells(p, scene)
    _paint_focus(p, scene)
    p.setClipping(False)
    _paint_head(p, scene)


def _paint_columns(p: QPainter, scene: Scene, area: QRectF) -> None:
    """The upright of the soft cross: under everything, the head included."""
    p.setClipRect(area)
    place, t = scene.layout, theme()
    for column, color in (
        (scene.hover[1], t.color("hover")),
        (scene.focus[1] if scene.focus else -1, t.color("accent-soft", 0.55)),
    ):
        if column >= 0:
            left = place.words + column * place.cell - scene.across
            p.fillRect(QRectF(left, 0, place.cell, scene.height), color)


def _paint_rows(p: QPainter, scene: Scene) -> None:
    place, t = scene.layout, theme()
    focus_line = place.questions[scene.focus[0]] if scene.focus else -1
    hover_line = place.questions[scene.hover[0]] if scene.hover[0] >= 0 else -1
    ground_width = scene.end - 2 * GROUND
    for number in scene.lines():
        top = place.head + place.tops[number] - scene.down
        height = place.heights[number]
        each = place.lines[number]
        if not isinstance(each, MatrixQuestion):
            _paint_section(p, scene, each, QRectF(EDGE, top + 8, 0, height - 8))
            continue
        ground = QRectF(GROUND, top + 1, ground_width, height - 2)
        if number == focus_line:
            rounded(p, ground, t.radius("control"), t.color("accent-soft", 0.75), _edge("accent"))
        elif number == hover_line:
            rounded(p, ground, t.radius("control"), t.color("hover"))
        _paint_question(p, place, each, top, height, number == focus_line)
        if each.key in scene.earlier:
            last = QRectF(place.words - place.earlier, top, place.earlier, height)
            paint_earlier(p, last, scene.earlier[each.key])
        if number != focus_line:
            rule = QRectF(EDGE, top + height - 1, ground_width - EDGE + GROUND, 1)
            p.fillRect(rule, t.color("line", 0.6))


def _paint_section(p: QPainter, scene: Scene, section: MatrixSection, at: QRectF) -> None:
    """Its name, and beside it how far it is and, where there is room, what was answered."""
    room = QRectF(at)
    room.setRight(scene.layout.words - 12)
    share = scene.sections.get(section.key)
    if share is not None and share.total:
        answers = counts_beside(section.title, share, room.width())
        taken = paint_counts(p, room, share, answers, scene.ratio)
        room.setRight(room.right() - taken - BESIDE)
    line(p, room, section.title, SECTION, "quiet")


def counts_beside(title: str, share: Share, room: float) -> tuple[str, ...]:
    """The answers whose numbers can stand beside the whole heading; how far it is always does."""
    left = room - advance(title, SECTION) - BESIDE
    told = tellings(share)
    return next((one for one in told if width_of_counts(share, one) <= left), told[-1])


def _paint_question(
    p: QPainter, place: Layout, question: MatrixQuestion, top: float, height: float, on: bool
) -> None:
    t = theme()
    if question.decisive:
        side = min(13.0, 11 * t.scale)
        mark = QRectF(EDGE - side - 3, top + (height - side) / 2, side, side)
        paint_icon(p, "scale", t.color("accent" if on else "quiet"), mark, 2.0)
    line(p, QRectF(EDGE, top, place.code, height), question.code, CODE, "faint")
    left = EDGE + place.code
    room = QRectF(left, top, place.words - place.earlier - left - 12, height)
    p.setFont(t.font(*QUESTION) if on else t.font("body"))
    p.setPen(t.color("ink"))
    p.drawText(room, int(LEFT) | int(Qt.TextFlag.TextWordWrap), question.text)


def _paint_cells(p: QPainter, scene: Scene) -> None:
    place = scene.layout
    columns = [(column, place.columns[column].id) for column in scene.columns()]
    lefts = [place.words + column * place.cell - scene.across for column, _id in columns]
    for number in scene.lines():
        question = place.lines[number]
        if not isinstance(question, MatrixQuestion):
            continue
        top = place.head + place.tops[number] - scene.down
        height = place.heights[number]
        for (_column, id_), left in zip(columns, lefts, strict=True):
            cell = scene.cells.get((question.key, id_), OPEN)
            paint_cell(p, QRectF(left, top, place.cell, height), cell, scene.ratio)


def _paint_focus(p: QPainter, scene: Scene) -> None:
    if scene.focus is None:
        return
    t = theme()
    area = scene.cell_area(*scene.focus).adjusted(1, 3, -1, -3)
    question = scene.layout.question(scene.focus[0])
    column = scene.layout.columns[scene.focus[1]]
    cell = scene.cells.get((question.key, column.id), OPEN)
    ring = t.color("focus") if scene.active else t.color("control")
    rounded(p, area, 7, t.color("surface"), ring, 2.0 if scene.active else 1.0)
    paint_cell(p, area.adjusted(-1, -3, 1, 3), cell, scene.ratio)


def _paint_head(p: QPainter, scene: Scene) -> None:
    place, t = scene.layout, theme()
    tall = t.line("small") + 6
    room = QRectF(EDGE, 8, place.words - place.earlier - EDGE - 12, tall)
    if place.earlier:
        paint_earlier_head(p, QRectF(place.words - place.earlier, 8, place.earlier, tall))
    line(p, room, _("Question"), SMALL, "faint")
    if place.prefix:
        line(p, room, f"{place.prefix}…", SMALL, "faint", RIGHT)
    p.setClipRect(QRectF(place.words, 0, scene.width - place.words, place.head))
    for number in scene.columns():
        on = scene.focus is not None and scene.focus[1] == number
        left = place.words + number * place.cell - scene.across
        if left < place.words - place.cell / 2:
            continue  # the last sliver of a dossier that is scrolled away
        area = QRectF(left, 8, place.cell, tall)
        _paint_number(p, area, place.labels[number], on)
        _paint_progress(p, area, place.columns[number])
    p.setClipping(False)
    p.fillRect(QRectF(GROUND, place.head - 1, scene.end - 2 * GROUND, 1), t.color("line"))
    if scene.across > 0:
        p.fillRect(QRectF(place.words - 1, 0, 1, scene.height), t.color("line"))


def _paint_number(p: QPainter, area: QRectF, number: str, on: bool) -> None:
    style = NUMBER if on else SMALL
    p.setFont(theme().font(*style))
    p.setPen(theme().color("accent" if on else "quiet"))
    p.drawText(area, int(CENTER), middle_elided(number, style, area.width() - AIR + 1))


def middle_elided(text: str, style: Style, room: float) -> str:
    """Both ends of a number, for the end tells dossiers apart."""
    if advance(text, style) <= room:
        return text
    for kept in range(len(text) - 1, 1, -1):
        end = (kept + 1) // 2
        shown = f"{text[: kept - end]}…{text[-end:]}"
        if advance(shown, style) <= room:
            return shown
    return text[-1:]


def _paint_progress(p: QPainter, above: QRectF, column: MatrixColumn) -> None:
    t = theme()
    side = 16 * t.scale
    width = min(40 * t.scale, above.width() - 8)
    bar = QRectF(above.center().x() - width / 2, above.bottom() + 3, width, 5)
    if column.share.total:
        paint_share(p, bar, column.share)
    else:
        rounded(p, bar, 2, t.color("track"))
    done = QRectF(above.left(), bar.bottom() + 2, above.width(), t.line("small"))
    if column.share.total:
        share = column.share
        room = advance(f"{share.total}/{share.total}", COUNTED) <= above.width() - APART
        said = f"{share.answered}/{share.total}" if room else str(share.answered)
        line(p, done, said, COUNTED, "quiet", CENTER)
    bar.setBottom(done.bottom() - 3)
    if column.verdict_state:
        name, tone, _ground = STATES[column.verdict_state]
        square = QRectF(bar.center().x() - side / 2, bar.bottom() + 5, side, side)
        if name:
            paint_icon(p, name, t.color(tone), square, 2.0)


def _edge(tone: str) -> QColor | None:
    return theme().color(tone) if theme().contrast else None
