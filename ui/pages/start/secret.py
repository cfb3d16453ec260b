"""A field for a passphrase: hidden, with a word beside it to show it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from models.kernel.text import _
from ui.kit.button import Pressable
from ui.kit.icons import paint_icon
from ui.kit.theme import theme, wear


class SecretField(QLineEdit):
    """Kept nowhere: not in an undo stack, not in a memory, not in the clipboard.

    Ctrl+H shows what is typed, or hides it; Tab passes the eye by.
    """

    edited = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        wear(self, "body")
        self.setTextMargins(0, 0, 34, 0)
        self._eye = _Eye()
        self._eye.setParent(self)
        self._eye.clicked.connect(self.turn)

    def value(self) -> str:
        return self.text()

    def turn(self) -> None:
        """Show what is typed, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.set_open(hidden)

    def forget(self) -> None:
        """Empty the field for good."""
        self.clear()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye.set_open(opened=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 6
        self._eye.setGeometry(self.width() - side - 3, 3, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_H:
            self.turn()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class _Eye(Pressable):
    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or a passphrase would be typed into it
        self.set_open(opened=False)

    def set_open(self, opened: bool) -> None:
        self._open = opened
        word = _("Hide passphrase") if opened else _("Show passphrase")
        self.setAccessibleName(word)
        self.setToolTip(f"{word} (Ctrl+H)")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), QRectF(self.rect()).center()
        spot = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        paint_icon(painter, "eye-off" if self._open else "eye", theme().color("quiet"), spot)
        self.paint_ring(painter, 6)
