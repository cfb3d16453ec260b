"""What a cell of a table shows and how it is painted: two lines, badge, date, number, text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from controllers.columns import Cell
from models.kernel.wording import short_date
from ui.kit.badge import badge_width, paint_badge
from ui.kit.paint import CENTER, LEFT, RIGHT, rounded
from ui.kit.theme import theme, themes

PAD = 12
"""Air left and right inside a cell, in pixels."""

Style = tuple[str, int, bool]
"""A font by meaning: size, weight, and whether its figures stand in columns."""

TITLE: Style = ("body", 500, False)
WORDS: Style = ("body", 400, True)
SECOND: Style = ("small", 400, True)
BADGE: Style = ("small", 500, True)


@dataclass(frozen=True, slots=True)
class Face:
    """A cell as the eye sees it: `sub` is the second line, `state` the badge's (ui.kit.badge)."""

    text: str
    sub: str = ""
    state: str = ""

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        return f"{self.text}, {self.sub}" if self.sub else self.text


def said(value: Cell, kind: str = "text") -> str:
    """A cell's value in Dutch writing: 14 mei 2026, 1.250, 6,5."""
    match value:
        case None:
            return ""
        case datetime():
            return short_date(value.date())
        case date():
            return short_date(value)
        case int() if kind == "number":
            return f"{value:,}".replace(",", ".")
        case float():
            return _said_fraction(value)
        case _:
            return str(value)


def heading_alignment(kind: str) -> int:
    """Numbers are compared, so their heading stands to the right with them."""
    return int(RIGHT if kind == "number" else LEFT)


def row_height() -> int:
    """Room for two lines and air, from the font: 52 pixels at 100 %."""
    title, sub = line_heights()
    return title + sub + 14


def line_heights() -> tuple[int, int]:
    """The heights of a first and a second line, in pixels: 20 and 18 at 100 %."""
    return theme().line("body") + 3, theme().line("small") + 3


def character() -> float:
    """The width of an average character of the body font, in pixels."""
    return advance("loopbaanbegeleider", WORDS) / 18


def paint_face(p: QPainter, cell: QRectF, kind: str, face: Face) -> None:
    """Paint one cell; the ground of its row is already there."""
    room = cell.adjusted(PAD, 0, -PAD, 0)
    if kind == "two":
        title, sub = line_heights()
        top = room.center().y() - (title + (sub if face.sub else 0)) / 2
        line(p, QRectF(room.left(), top, room.width(), title), face.text, TITLE, "ink")
        below = QRectF(room.left(), top + title, room.width(), sub)
        line(p, below, face.sub, SECOND, "quiet")
    elif kind == "badge":
        _paint_badge(p, room, face)
    elif kind == "number":
        line(p, room, face.text, WORDS, "ink", RIGHT)
    else:
        line(p, room, face.text, WORDS, "quiet")


def paint_waiting(p: QPainter, cell: QRectF, kind: str, row: int) -> None:
    """Quiet bars where the words will come; their length differs a little from row to row."""
    room = cell.adjusted(PAD, 0, -PAD, 0)
    share = 0.45 + 0.1 * ((row * 7) % 4)
    bars = ((-9.0, share, 8.0), (9.0, share * 0.7, 6.0)) if kind == "two" else ((0.0, share, 8.0),)
    for drop, part, height in bars:
        width = min(room.width(), 240.0) * part
        left = room.right() - width if kind == "number" else room.left()
        bar = QRectF(left, room.center().y() + drop - height / 2, width, height)
        rounded(p, bar, height / 2, theme().color("track", 0.7))


LINE = {align: int(align | Qt.TextFlag.TextSingleLine) for align in (LEFT, RIGHT, CENTER)}
"""Added up once: this is asked for each word on the screen."""


def line(
    p: QPainter,
    room: QRectF,
    text: str,
    style: Style,
    tone: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, elided at its end when it does not fit."""
    if not text:
        return
    p.setFont(theme().font(*style))
    p.setPen(theme().color(tone))
    p.drawText(room, LINE[align], elided(text, style, room.width()))


def elided(text: str, style: Style, width: float) -> str:
    """The text as far as it fits; measured once for each text, font and width."""
    return _elided(text, style, int(width), theme().scale)


def advance(text: str, style: Style) -> float:
    """The width of one line of text, in pixels."""
    return _metrics(style, theme().scale).horizontalAdvance(text)


@lru_cache(maxsize=8192)
def _elided(text: str, style: Style, width: int, scale: float) -> str:
    metrics = _metrics(style, scale)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)


@lru_cache(maxsize=32)
def _metrics(style: Style, _scale: float) -> QFontMetricsF:
    return QFontMetricsF(theme().font(*style))


def _forget() -> None:
    """Another theme may bring other faces."""
    _elided.cache_clear()
    _metrics.cache_clear()


themes.changed.connect(_forget)


def _paint_badge(p: QPainter, room: QRectF, face: Face) -> None:
    state = face.state or "plain"
    word = face.text
    if badge_width(state, word) > room.width():
        spare = badge_width(state, "")
        word = elided(word, BADGE, room.width() - spare)
    if face.text:
        paint_badge(p, room.left(), room.center().y(), state, word)


def _said_fraction(value: float) -> str:
    written = f"{value:,.2f}".rstrip("0").rstrip(".")
    return written.translate(str.maketrans(",.", ".,"))
