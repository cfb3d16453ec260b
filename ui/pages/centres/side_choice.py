"""One field of two centres side by side: choose by mouse or arrow keys which value stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.duplicates.values import FieldPair, Side
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.kit.base import Text, column, row
from ui.kit.button import Pressable
from ui.kit.paint import rounded, text_at, tick
from ui.kit.theme import theme
from ui.pages.centres.words import FIELDS

LABEL, PAD, DOT = 150, 12, 18
KEPT, OTHER = 0, 1
MIDDLE = Qt.AlignmentFlag.AlignVCenter
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SideChoice(Pressable):
    """The value of one side, with who wrote it when; ticked when it is the one that stays."""

    turned = Signal(int)
    """To the left (0) or to the right (1)."""
    moved = Signal(int)
    """To the field above (-1) or below (1)."""

    def __init__(self, label: str, side: Side) -> None:
        super().__init__(side.text)
        self._side = side
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = f"{label}: {side.text or _('empty')}"
        self.setAccessibleName(f"{said} ({told(side)})" if told(side) else said)
        self.setToolTip(side.text)

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(180, look.line() + look.line("small") + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def nextCheckState(self) -> None:
        """A press chooses; it never leaves a field without a choice."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.turned.emit(KEPT)
            case Qt.Key.Key_Right:
                self.turned.emit(OTHER)
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self.moved.emit(_STEPS[Qt.Key(key)])
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        chosen, radius = self.isChecked(), theme().radius("control")
        ground = "accent-soft" if chosen else "hover" if self.underMouse() else "surface"
        edge = look.color("accent" if chosen else "line")
        rounded(painter, area, radius, look.color(ground), edge, 1.4 if chosen else 1.0)
        side = look.px(DOT)
        if chosen:
            spot = QRectF(PAD, area.center().y() - side / 2, side, side)
            rounded(painter, spot, side / 2, look.color("accent"))
            tick(painter, QPointF(spot.center()), side / 2, look.color("accent-ink"))
        words = area.adjusted(PAD + side + 10, 5, -PAD, -5)
        upper = QRectF(words.left(), words.top(), words.width(), look.line())
        under = told(self._side)
        if not under:
            upper.moveTop(area.center().y() - look.line() / 2)
        ink = "ink" if chosen else "quiet"
        face = look.font("body", 500 if chosen else 400)
        text_at(painter, upper, self._side.text or _("empty"), face, look.color(ink))
        lower = QRectF(words.left(), upper.bottom(), words.width(), look.line("small"))
        tone = look.color("quiet" if chosen else "faint")
        text_at(painter, lower, under, look.font("small"), tone)
        self.paint_ring(painter, radius)


class FieldChoice(QWidget):
    """A field of both centres. Where both say the same there is nothing to choose."""

    chosen = Signal()
    moved = Signal(int)

    def __init__(self, pair: FieldPair) -> None:
        super().__init__()
        self.key = pair.key
        label = _(FIELDS[pair.key]) if pair.key in FIELDS else pair.label.capitalize()
        self.setAccessibleName(label)
        name = Text(label, "small", 500, "quiet", wrap=True)
        name.setFixedWidth(theme().px(LABEL))
        self.sides: Sequence[SideChoice] = ()
        line = row(gap=10)
        line.addWidget(name, 0, MIDDLE)
        if pair.differs:
            self.sides = tuple(SideChoice(label, side) for side in (pair.kept, pair.other))
            for number, side in enumerate(self.sides):
                side.clicked.connect((self._take_kept, self._take_other)[number])
                side.turned.connect(self.take)
                side.moved.connect(self.moved)
                line.addWidget(side, 1)
            self.take(KEPT)
        else:
            same = Text(pair.kept.text or _("empty in both"), "body", 400, "faint", wrap=True)
            line.addLayout(column(6, same, 6, gap=0), 1)
        self.setLayout(line)

    @property
    def takes_other(self) -> bool:
        return bool(self.sides) and self.sides[OTHER].isChecked()

    def take(self, number: int) -> None:
        """Let this side stay; the keyboard follows when it was here."""
        had = any(side.hasFocus() for side in self.sides)
        for at, side in enumerate(self.sides):
            side.setChecked(at == number)
            here = Qt.FocusPolicy.StrongFocus if at == number else Qt.FocusPolicy.ClickFocus
            side.setFocusPolicy(here)
        if had:
            self.sides[number].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit()

    def start(self) -> None:
        """Put the keyboard on the value that stays."""
        self.sides[OTHER if self.takes_other else KEPT].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_kept(self) -> None:
        self.take(KEPT)

    def _take_other(self) -> None:
        self.take(OTHER)


def told(side: Side) -> str:
    """Who wrote it, and when."""
    if side.at is None:
        return ""
    return f"{side.who}, {short_date(side.at.astimezone().date())}"
