"""A state is always icon, word and colour; only what asks for attention gets a ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import paint_icon
from ui.kit.paint import rounded, text_at
from ui.kit.theme import theme

PAD, ICON, GAP = 8, 15, 5

# state: (icon, tone, ground token or "" for a calm state)
STATES: dict[str, tuple[str, str, str]] = {
    "late": ("alert-circle", "late", "late-soft"),
    "due": ("clock", "due", "due-soft"),
    "remark": ("alert-triangle", "due", "due-soft"),
    "done": ("circle-check", "done", ""),
    "good": ("circle-check", "done", "done-soft"),
    "plan": ("calendar-event", "accent", ""),
    "busy": ("progress", "accent", "accent-soft"),
    "wait": ("hourglass", "wait", ""),
    "draft": ("circle-dashed", "wait", ""),
    "lock": ("lock", "wait", "wait-soft"),
    "note": ("note", "note", "note-soft"),
    "plain": ("", "wait", "wait-soft"),
}


def badge_height() -> int:
    return max(24, theme().line("small") + 8)


def badge_width(state: str, word: str, plain: bool = False) -> int:
    """In logical pixels; plain is without ground, for dense lists."""
    name, _, ground = STATES[state]
    pad = theme().px(PAD) * 2 if ground and not plain else 0
    return pad + (theme().px(ICON + GAP) if name else 0) + theme().width(word, "small", 500, True)


def paint_badge(
    painter: QPainter, x: float, middle: float, state: str, word: str, plain: bool = False
) -> float:
    """Paints with the left edge at x and the middle at y; returns the width."""
    look = theme()
    name, tone, ground = STATES[state]
    width, height = badge_width(state, word, plain), badge_height()
    area = QRectF(x, middle - height / 2, width, height)
    if ground and not plain:
        edge = look.color(tone) if look.contrast else None
        rounded(painter, area, look.radius("small"), look.color(ground), edge)
        x += look.px(PAD)
    if name:
        side = look.px(ICON)
        spot = QRectF(x, middle - side / 2, side, side)
        paint_icon(painter, name, look.color(tone), spot, 2.0)
        x += look.px(ICON + GAP)
    words = QRectF(x, area.top(), width + 4, height)
    text_at(painter, words, word, look.font("small", 500, True), look.color(tone), elide=False)
    return width


class Badge(QWidget):
    """One of STATES with its word."""

    def __init__(self, state: str, word: str, plain: bool = False) -> None:
        super().__init__()
        self._plain = plain
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, word)

    def set_state(self, state: str, word: str) -> None:
        self._state, self._word = state, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._state, self._word, self._plain) + 2, badge_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self.height() / 2
        paint_badge(QPainter(self), 0, middle, self._state, self._word, self._plain)
