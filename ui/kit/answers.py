"""The five answers of a checklist: a sign with a shape of its own, a tone and a word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from models.kernel.text import N_, _
from ui.kit.icons import paint_icon
from ui.kit.paint import CENTER, rounded
from ui.kit.theme import theme, themes


@dataclass(frozen=True, slots=True)
class Answer:
    """`key` is the digit that gives it; `icon` is a name of ui.kit.icons, or '' when painted."""

    key: int
    icon: str
    tone: str
    ground: str
    label: str

    @property
    def word(self) -> str:
        """The answer in Dutch."""
        return _(self.label)


ANSWERS: dict[str, Answer] = {
    "yes": Answer(1, "check", "done", "", N_("yes")),
    "partial": Answer(2, "", "due", "due-soft", N_("partly")),
    "no": Answer(3, "x", "late", "late-soft", N_("no")),
    "na": Answer(4, "minus", "quiet", "", N_("not applicable")),
    "not_checked": Answer(5, "", "wait", "wait-soft", N_("not assessable")),
}
"""In the order of the keys 1 to 5; the values are those of models.checks.values.AnswerValue."""

SIGN = 16
BOX = 24
LETTER = 14


def paint_answer(p: QPainter, value: str, center: QPointF, ratio: float = 1.0) -> None:
    """The sign of an answer, with its ground, round this point; sharp at this device ratio."""
    worn = theme()
    picture = _picture(value, worn.name, worn.scale, ratio)
    side = BOX * worn.scale
    p.drawPixmap(QPointF(center.x() - side / 2, center.y() - side / 2), picture)


class AnswerMark(QWidget):
    """The sign of one answer, for a legend."""

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.setAccessibleName(ANSWERS[value].word)
        themes.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        side = round(BOX * theme().scale)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        center = QPointF(self.width() / 2, self.height() / 2)
        paint_answer(QPainter(self), self._value, center, self.devicePixelRatioF())

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())


@lru_cache(maxsize=64)
def _picture(value: str, _name: str, scale: float, ratio: float) -> QPixmap:
    """Painted once for each theme and screen: a matrix shows hundreds of them."""
    side = BOX * scale
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    answer, worn = ANSWERS[value], theme()
    if answer.ground:
        edge = worn.color(answer.tone) if worn.contrast else None
        rounded(p, QRectF(0, 0, side, side), worn.radius("small"), worn.color(answer.ground), edge)
    sign = SIGN * scale
    square = QRectF((side - sign) / 2, (side - sign) / 2, sign, sign)
    if answer.icon:
        paint_icon(p, answer.icon, worn.color(answer.tone), square, 2.2)
    elif value == "partial":
        _paint_half(p, square, answer.tone)
    else:
        face = worn.font("body", 600)
        face.setPixelSize(round(LETTER * scale))
        p.setFont(face)
        p.setPen(worn.color(answer.tone))
        p.drawText(QRectF(0, 0, side, side), CENTER, "?")
    p.end()
    return picture


def _paint_half(p: QPainter, square: QRectF, tone: str) -> None:
    disc = square.adjusted(2.5, 2.5, -2.5, -2.5)
    p.setPen(QPen(theme().color(tone), 1.6))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawEllipse(disc)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme().color(tone))
    p.drawPie(disc, 90 * 16, 180 * 16)
