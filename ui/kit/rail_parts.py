"""The parts of the rail: mark, items, search button and initials."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel.text import _
from ui.kit.badge import STATES
from ui.kit.button import Pressable
from ui.kit.icons import paint_icon
from ui.kit.paint import CENTER, RIGHT, rounded, text_at
from ui.kit.theme import theme

_CUT = 0.28
_STRUCK = ((0.25, 0.38), (0.375, 0.66), (0.5, 0.46), (0.625, 0.66), (0.75, 0.38))


class Mark(QWidget):
    """The hallmark: a stamp with cut corners and a W struck into it."""

    def __init__(self, size: int = 24) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()))


class RailItem(Pressable):
    """One line of the rail. `chosen(object)` gives its payload, `stepped(int)` an arrow key."""

    chosen = Signal(object)
    stepped = Signal(int)

    def __init__(self, word: str, icon: str, tone: str, meaning: str = "") -> None:
        super().__init__(word)
        self._icon, self._tone, self._meaning = icon, tone, meaning
        self._count, self._late, self._narrow = 0, 0, False
        self.payload: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)
        self._name_it()

    @classmethod
    def for_state(cls, word: str, state: str, meaning: str) -> RailItem:
        """A pinned record: the icon is its state."""
        icon, tone, _ground = STATES[state]
        return cls(word, icon or "bookmark", tone, meaning)

    def set_count(self, count: int, late: int) -> None:
        self._count, self._late = count, late
        self._name_it()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._name_it()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().control())

    def minimumSizeHint(self) -> QSize:
        return QSize(34, theme().control())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        radius, on = look.radius("control"), self.isChecked()
        if on:
            edge = look.color("accent" if look.contrast else "line")
            rounded(painter, area, radius, look.color("surface"), edge)
        elif self.underMouse():
            rounded(painter, area, radius, look.color("hover"))
        middle = area.center().y()
        side = look.px(18)
        left = (area.width() - side) / 2 if self._narrow else 10.0
        tone = look.color("accent" if on else self._tone)
        paint_icon(painter, self._icon, tone, QRectF(left, middle - side / 2, side, side))
        if self._narrow:
            self._paint_dot(painter, area)
        else:
            used = self._paint_count(painter, area)
            weight = 600 if on else 500 if self.isCheckable() else 400
            words = area.adjusted(20 + side, 0, -(used + 10), 0)
            text_at(painter, words, self.text(), look.font("body", weight), look.color("ink"))
        self.paint_ring(painter, radius)

    def _paint_count(self, painter: QPainter, area: QRectF) -> float:
        look, middle = theme(), area.center().y()
        if self._late:
            word = str(self._late)
            width = max(22.0, 14.0 + look.width(word, "small", 600, True))
            tall = max(20, look.line("small") + 4)
            pill = QRectF(area.right() - width - 8, middle - tall / 2, width, tall)
            edge = look.color("late") if look.contrast else None
            rounded(painter, pill, look.radius("small"), look.color("late-soft"), edge)
            face = look.font("small", 600, True)
            text_at(painter, pill, word, face, look.color("late"), CENTER, elide=False)
            return width + 8
        if self._count:
            place, face = area.adjusted(0, 0, -14, 0), look.font("small", 500, True)
            return 14 + text_at(painter, place, str(self._count), face, look.color("faint"), RIGHT)
        return 0

    def _paint_dot(self, painter: QPainter, area: QRectF) -> None:
        if self._late:
            spot = QRectF(area.right() - 12, area.top() + 5, 7, 7)
            rounded(painter, spot, 3.5, theme().color("late-fill"))

    def _name_it(self) -> None:
        parts = [self.text()]
        if self._late:
            parts.append(_("{count} late").format(count=self._late))
        elif self._count:
            parts.append(str(self._count))
        if self._meaning:
            parts.append(self._meaning)
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(self.accessibleName() if self._narrow or self._meaning else "")

    def _tell(self) -> None:
        self.chosen.emit(self.payload)


class SearchButton(Pressable):
    """Looks like a search box, opens the palette."""

    def __init__(self, word: str, keys: str) -> None:
        super().__init__(word)
        self._keys, self._narrow = keys, False
        self.setAccessibleName(f"{word} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.accessibleName() if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().control() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        radius, edge = look.radius("control"), "control" if look.contrast else "line"
        lit = self.underMouse() and not look.contrast
        rounded(
            painter, area, radius, look.color("surface"), look.color("control" if lit else edge)
        )
        side = look.px(17)
        left = (area.width() - side) / 2 if self._narrow else 10.0
        spot = QRectF(left, area.center().y() - side / 2, side, side)
        paint_icon(painter, "search", look.color("quiet"), spot)
        if not self._narrow:
            faint, place = look.color("faint"), area.adjusted(21 + side, 0, -12, 0)
            used = text_at(painter, place, self._keys, look.font("small", 500), faint, RIGHT)
            words = place.adjusted(0, 0, -used - 8, 0)
            text_at(painter, words, self.text(), look.font("body"), faint)
        self.paint_ring(painter, radius)


class Initials(QWidget):
    """The first letters of a person in a disc."""

    def __init__(self, person: str = "", size: int = 30) -> None:
        super().__init__()
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(person)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._side), theme().px(self._side))

    def set_person(self, person: str) -> None:
        words = person.split()
        letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
        self._letters = "".join(letters).upper()
        self.setAccessibleName(person)
        self.setToolTip(person)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        edge = look.color("accent") if look.contrast else None
        rounded(painter, area, area.width() / 2, look.color("accent-soft"), edge)
        face = look.font("small", 600)
        text_at(painter, area, self._letters, face, look.color("accent"), CENTER, elide=False)


def paint_mark(painter: QPainter, area: QRectF) -> None:
    """The hallmark in this square, for the rail, the start screen and the icon of the window."""
    size = area.width()
    near = size * 0.075
    cut = size * _CUT
    corners = [(cut, near), (size - cut, near), (size - near, cut), (size - near, size - cut)]
    corners += [(size - cut, size - near), (cut, size - near), (near, size - cut), (near, cut)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.setPen(_round_pen(theme().color("accent"), size * 0.1))
    painter.setBrush(theme().color("accent"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setPen(_round_pen(theme().color("accent-ink"), size * 0.088))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(size * x, size * y) for x, y in _STRUCK]))
    painter.restore()


def mark_icon() -> QIcon:
    """The hallmark for the window and the task bar, in every size a system asks for."""
    out = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        out.addPixmap(picture)
    return out


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
