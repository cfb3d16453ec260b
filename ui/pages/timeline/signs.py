"""The signs of moments on a row: a shape of their own for each kind, drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from models.portfolio.values import PieceKind
from ui.kit.theme import theme, themes

SIDE = 12
"""How large a sign is, at 100 %."""
_LOOKS: dict[PieceKind, tuple[str, str]] = {
    PieceKind.CHECK: ("disc", "done"),
    PieceKind.PLANNED: ("ring", "due"),
    PieceKind.APPLICATION: ("frame", "accent"),
    PieceKind.GRANTED: ("diamond", "accent"),
    PieceKind.REFUSED: ("cross", "late"),
    PieceKind.ENDED: ("square", "late"),
    PieceKind.ACTION: ("dot", "note"),
    PieceKind.COMPLAINT: ("peak", "late"),
}
"""Shape, and the token of its colour."""
MARKS = tuple(_LOOKS)


def sign(kind: PieceKind, ratio: float) -> QPixmap:
    """The sign of a moment, as large as the text asks for."""
    return _drawn(kind, theme().px(SIDE), ratio)


def all_signs(ratio: float) -> dict[PieceKind, QPixmap]:
    """The sign of every kind, looked up once for a whole row."""
    return {kind: sign(kind, ratio) for kind in MARKS}


@lru_cache(maxsize=64)
def _drawn(kind: PieceKind, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(p, QRectF(0, 0, side, side), *_LOOKS[kind])
    p.end()
    return picture


def _paint(p: QPainter, box: QRectF, shape: str, tone: str) -> None:
    look, middle = theme(), box.center()
    ink, ground = look.color(tone), look.color("surface")
    hollow = shape in {"ring", "frame"}
    p.setPen(QPen(ink, 1.7) if hollow else Qt.PenStyle.NoPen)
    p.setBrush(ground if hollow else ink)
    reach = box.width() / 2 - 1.2
    match shape:
        case "disc" | "ring":
            p.drawEllipse(middle, reach - 0.4, reach - 0.4)
        case "dot":
            p.drawEllipse(middle, reach * 0.52, reach * 0.52)
        case "square":
            p.drawRect(
                QRectF(middle.x() - reach * 0.8, middle.y() - reach * 0.8, reach * 1.6, reach * 1.6)
            )
        case "cross":
            p.setPen(QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            arm = reach * 0.72
            p.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
            p.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
        case "peak":
            peak = (QPointF(0, -reach), QPointF(reach, reach * 0.8), QPointF(-reach, reach * 0.8))
            p.drawPolygon(QPolygonF([middle + corner for corner in peak]))
        case _:
            corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
            p.drawPolygon(QPolygonF([middle + corner for corner in corners]))


themes.changed.connect(_drawn.cache_clear)
