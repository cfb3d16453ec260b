"""Under the board: what the signs mean, and how many years are in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.kernel.text import N_, _
from models.portfolio.values import PieceKind
from ui.kit.base import Text, column, row, rule
from ui.kit.fitting import way_of_lines
from ui.kit.paint import rounded
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes
from ui.pages.timeline.signs import SIDE, sign
from ui.pages.timeline.tiles import BAR, THIN

SIGNS = (
    (PieceKind.CHECK, N_("check")),
    (PieceKind.PLANNED, N_("planned")),
    (PieceKind.APPLICATION, N_("application")),
    (PieceKind.GRANTED, N_("granted")),
    (PieceKind.REFUSED, N_("refused")),
    (PieceKind.ENDED, N_("stopped")),
    (PieceKind.ACTION, N_("action")),
    (PieceKind.COMPLAINT, N_("complaint")),
)
BARS = (("bar-mandate", N_("mandate")), ("bar-cert", N_("certificate")))
YEARS = (6, 10, 0)


class Foot(QWidget):
    """`years(int)` asks for so many years in sight; none means all there is."""

    years = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        words = (_("6 years"), _("10 years"), _("All years"))
        self.span = Segmented(words, name=_("Years in sight"))
        self.span.chosen.connect(self._tell)
        first, second = row(gap=10), row(gap=10)
        for tone, word in BARS:
            first.addLayout(_told(_Bar(tone), word))
        for at, (kind, word) in enumerate(SIGNS):
            (first if at < 3 else second).addLayout(_told(_Sign(kind), word))
        second.addStretch(1)
        self._signs = row(first, second, gap=10)
        whole = row(gap=14, margins=(28, 7, 24, 8))
        whole.addLayout(self._signs, 1)
        whole.addWidget(self.span)
        self.setLayout(column(rule(), whole, gap=0))
        self._fit()
        themes.changed.connect(self._fit)

    def _fit(self) -> None:
        """Large text takes a line more."""
        self._signs.setDirection(way_of_lines())

    def _tell(self, choice: int) -> None:
        self.years.emit(YEARS[choice])


def _told(sign_of_it: QWidget, word: str) -> QHBoxLayout:
    return row(sign_of_it, Text(_(word), "small", 400, "quiet"), gap=5)


class _Bar(QWidget):
    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(18), theme().px(SIDE) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tall = theme().px(BAR if self._tone == "bar-mandate" else THIN)
        area = QRectF(0, (self.height() - tall) / 2, self.width(), tall)
        rounded(QPainter(self), area, tall / 4, theme().color(self._tone))


class _Sign(QWidget):
    def __init__(self, kind: PieceKind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(SIDE), theme().px(SIDE) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = sign(self._kind, self.devicePixelRatioF())
        area = QRectF(self.rect())
        QPainter(self).drawPixmap(0, round(area.center().y() - theme().px(SIDE) / 2), picture)
