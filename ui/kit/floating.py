"""A page with the message bar floating over its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.message_bar import MessageBar
from ui.kit.shell import Panel
from ui.kit.theme import theme

BAR_WIDTH = 660


class Floating(QWidget):
    """A page with the message bar over its foot; what lies behind the bar fades out."""

    def __init__(self, content: QWidget, bar: MessageBar | None = None) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self._veil = _Veil(self, content)
        self.bar = bar if bar is not None else MessageBar()
        self.bar.setParent(self)
        self.bar.shown.connect(self._settle)
        self.bar.hidden.connect(self._veil.hide)
        self._veil.setVisible(False)
        self.bar.setVisible(bool(self.bar.text()))
        if self.bar.text():
            self._settle()

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _settle(self) -> None:
        self._place()
        self._veil.show()
        self._veil.raise_()
        self.bar.raise_()

    def _place(self) -> None:
        width = min(theme().px(BAR_WIDTH), self.width())
        tall = self.bar.heightForWidth(width)
        self._veil.setGeometry(1, self.height() - tall - 26, self.width() - 14, tall + 25)
        self.bar.setGeometry((self.width() - width) // 2, self.height() - tall, width, tall)


class _Veil(QWidget):
    """Fades out the ground of the sheet; a panel has a ground of its own and stays as it is."""

    def __init__(self, parent: QWidget, content: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def free(self) -> QRegion:
        """Where the ground of the sheet lies under it."""
        region = QRegion(self.rect())
        for part in self._content.findChildren(Panel):
            if part.isVisible():
                region -= QRegion(
                    QRect(self.mapFromGlobal(part.mapToGlobal(QPoint())), part.size())
                )
        return region

    def paintEvent(self, _event: QPaintEvent) -> None:
        fade = QLinearGradient(0, 0, 0, self.height() * 0.62)
        fade.setColorAt(0, theme().color("surface", 0.004))
        fade.setColorAt(1, theme().color("surface"))
        painter = QPainter(self)
        painter.setClipRegion(self.free())
        painter.fillRect(self.rect(), fade)
