"""Says what was done and offers the way back: never blocks, never asks, never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.kernel.text import _
from ui.kit.base import LEFT, Icon, Text, announce, row
from ui.kit.button import Button
from ui.kit.overlay import covered
from ui.kit.paint import rounded, soft_shadow
from ui.kit.theme import theme

HALO = 18  # room for the shadow round a floating piece
GOOD_NEWS_MS = 8000

_ICONS = {
    "done": "circle-check",
    "late": "alert-circle",
    "due": "alert-triangle",
    "accent": "info-circle",
}


class MessageBar(QWidget):
    """One sentence, at most one action. Good news goes by itself; anything else waits for a hand.

    `acted` tells that the action was pressed; `shown` and `hidden` tell the frame.
    """

    acted = Signal()
    shown = Signal()
    hidden = Signal()

    def __init__(self, good_news_ms: int = GOOD_NEWS_MS) -> None:
        super().__init__()
        self._icon = Icon("circle-check", "done", 18)
        self._text = Text("", "body", wrap=True, align=LEFT)
        self._keys = Text("", "small", 500, "faint")
        self._action = Button("", "link")
        self._close = Button("", "ghost", "x", _("Close message"))
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        line = row(self._icon, gap=10, margins=(16 + HALO, HALO, 8 + HALO, HALO))
        line.addWidget(self._text, 1)
        for part in (self._keys, self._action, self._close):
            line.addWidget(part)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=good_news_ms)
        self._timer.timeout.connect(self._leave_if_alone)
        self._good = True
        self._before: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.hide()

    def show_message(
        self, text: str, action: str | None = None, keys: str = "", tone: str = "done"
    ) -> None:
        """Replace what was said. tone: done goes by itself; accent, due and late stay."""
        self._good = tone == "done"
        self._icon.set_icon(_ICONS[tone], tone)
        self._text.setText(text)
        self._keys.setText(keys if action else "")
        self._keys.setVisible(bool(keys and action))
        self._action.setText(action or "")
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setVisible(True)
        self.shown.emit()
        if not covered(self):
            announce(self, text)
        self._start()

    def text(self) -> str:
        return self._text.text()

    def waits(self) -> bool:
        """Whether something is said that does not go by itself."""
        return not self._good and not self.isHidden()

    def dismiss(self) -> None:
        if self.isHidden():
            return
        self._timer.stop()
        self._text.setText("")
        had_keyboard = self._holds(QApplication.focusWidget())
        self.hide()
        if had_keyboard and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hidden.emit()

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * HALO - 24 - 28 - self._close.sizeHint().width() - 10
        for part in (self._keys, self._action):
            if not part.isHidden():
                room -= part.sizeHint().width() + 10
        words = self._text.heightForWidth(max(120, room))
        return max(theme().control() + 14, words + 24) + 2 * HALO

    def sizeHint(self) -> QSize:
        return QSize(660, self.heightForWidth(660))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        area = QRectF(self.rect()).adjusted(HALO, HALO, -HALO, -HALO)
        soft_shadow(painter, area, look.radius("card"), HALO - 4, 4)
        edge = look.color("edge" if look.contrast else "line")
        rounded(painter, area, look.radius("card"), look.color("raised"), edge)

    def _start(self) -> None:
        if self._good and not self.isHidden():
            self._timer.start()

    def _leave_if_alone(self) -> None:
        if not self._attended():
            self.dismiss()

    def _attended(self) -> bool:
        return self.underMouse() or self._holds(QApplication.focusWidget())

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever had the keyboard gets it back when the bar goes."""
        if self._holds(new) and not self._holds(old):
            self._before = old
        if not self.isHidden() and not self._timer.isActive():
            self._start()

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()

    def mousePressEvent(self, _event: object) -> None:
        """A press on the bar is not a press on what lies under it."""
