"""Every computed date answers "Why this date?": the words that ask, and the keys for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel.text import _
from models.kernel.wording import long_date
from models.terms.values import Term
from ui.kit.button import Pressable
from ui.kit.paint import text_at
from ui.kit.theme import theme
from ui.why_card import explain, heading

KEYS = "Alt+T"
EDGE = 4
"""Room left and right of the words, for the ring of the keyboard."""


class WhyDate(Pressable):
    """A computed date as words with dots under them; a press opens the card that explains it."""

    def __init__(self, size: str = "small", weight: int = 500, tone: str = "ink") -> None:
        super().__init__()
        self._size, self._weight, self._tone = size, weight, tone
        self._title = ""
        self._term: Term | None = None
        self._ask: Callable[[str], object] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.explain)
        self.show_term(None)

    def term(self) -> Term | None:
        return self._term

    def show_term(self, term: Term | None, text: str = "", title: str = "") -> None:
        """The last day of the term, or `text`; without a term the text asks nothing."""
        self._term, self._title = term, title
        words = text or (long_date(term.due) if term else "")
        self.setText(words)
        asks = term is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if asks else Qt.FocusPolicy.NoFocus)
        pointer = Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor
        self.setCursor(pointer)
        self.setToolTip(_("Why this date? ({keys})").format(keys=KEYS) if asks else "")
        named = _("{date}, why this date?").format(date=words) if asks else words
        self.setAccessibleName(named)

    def let_ask(self, ask: Callable[[str], object]) -> None:
        """Let the card offer a question for the next visit; `ask` gets what it is about."""
        self._ask = ask

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def explain(self) -> None:
        if self._term is not None:
            about = heading(self._term, self._title)
            ask = partial(self._ask, about) if self._ask is not None else None
            explain(self, self._term, self._title, ask)

    def sizeHint(self) -> QSize:
        wide = theme().width(self.text(), self._size, self._weight, True)
        return QSize(wide + 2 * EDGE, theme().line(self._size) + EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(90)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_T:
            self.explain()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        warm = self._term is not None and self.underMouse()
        color = look.color("accent" if warm else self._tone)
        area = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        face = look.font(self._size, self._weight, True)
        used = min(area.width(), text_at(painter, area, self.text(), face, color))
        if self._term is not None:
            dots = QPen(look.color("accent" if warm else "faint"), 1.2, Qt.PenStyle.DotLine)
            painter.setPen(dots)
            low = self.height() - 1.5
            painter.drawLine(QPointF(area.left(), low), QPointF(area.left() + used, low))
        self.paint_ring(painter, look.radius("small"))


def explain_first(window: QWidget) -> bool:
    """Ask the date that has the keyboard, else the first one in sight; False when there is none."""
    dates = [one for one in window.findChildren(WhyDate) if _asks(one)]
    dates.sort(key=partial(_place, window))
    focused = [one for one in dates if one.hasFocus()]
    for one in (focused or dates)[:1]:
        one.explain()
    return bool(dates)


def _place(window: QWidget, date: WhyDate) -> tuple[int, int]:
    corner = date.mapTo(window, date.rect().topLeft())
    return corner.y(), corner.x()


def _asks(date: WhyDate) -> bool:
    return date.isVisible() and date.term() is not None and not date.visibleRegion().isEmpty()
