"""A page with the message bar floating over it, out of the way of the hand that works."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.kit.message_bar import HALO, MessageBar
from ui.kit.shell import Panel
from ui.kit.theme import theme
from ui.kit.worked_on import places_of

BAR_WIDTH = 660
FADE = 26
"""How far above the bar and its shadow the page begins to fade, in pixels."""


class Floating(QWidget):
    """A page with the message bar over its foot; what lies behind the bar fades out.

    Where the bar would cover the row or the field that has the keyboard, it stands at the head. It
    stays where it is for as long as it covers neither, so that it does not jump about.
    """

    def __init__(self, content: QWidget, bar: MessageBar | None = None) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self._veil = _Veil(self, content)
        self._high = False
        self._watched: list[QWidget] = []
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._make_way)
        self.bar = bar if bar is not None else MessageBar()
        self.bar.setParent(self)
        self.bar.shown.connect(self._settle)
        self.bar.hidden.connect(self._rest)
        self._veil.setVisible(False)
        self.bar.setVisible(bool(self.bar.text()))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
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
        self._look.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keyboard is painted anew when another row of it is stood on."""
        if event.type() == QEvent.Type.Paint:
            self._look.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self._follow(None, QApplication.focusWidget())
        self._stand()
        self._veil.raise_()
        self.bar.raise_()

    def _rest(self) -> None:
        self._leave()
        self._veil.hide()
        self._high = False

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keep an eye on what has the keyboard, while something is said."""
        self._leave()
        if now is None or self.bar.isHidden() or not self._on_page(now):
            return
        self._watched = [now]
        if isinstance(now, QAbstractScrollArea):
            self._watched.append(now.viewport())
        for one in self._watched:
            one.installEventFilter(self)
        self._look.start()

    def _on_page(self, widget: QWidget) -> bool:
        return widget is self._content or self._content.isAncestorOf(widget)

    def _leave(self) -> None:
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        self._watched = []

    def _make_way(self) -> None:
        if not self.bar.isHidden() and not self.bar.underMouse():
            self._stand()

    def _stand(self) -> None:
        self._high = self._should_be_high()
        self._place()
        self._veil.setVisible(not self._high)

    def _should_be_high(self) -> bool:
        """Of the two places the one it has, unless it covers there what is worked on."""
        if self._watched and isValid(self._watched[0]):
            for work in places_of(self._watched[0], self):
                for high in (self._high, not self._high):
                    if not self._covered(high).intersects(work):
                        return high
        return self._high

    def _place(self) -> None:
        self.bar.setGeometry(self._area(self._high))
        self._veil.setGeometry(self._faded())

    def _area(self, high: bool) -> QRect:
        """Of the bar with its shadow, at the head or at the foot."""
        width = min(theme().px(BAR_WIDTH), self.width())
        tall = self.bar.heightForWidth(width)
        return QRect((self.width() - width) // 2, 0 if high else self.height() - tall, width, tall)

    def _faded(self) -> QRect:
        """Of what fades out behind the bar at the foot."""
        area = self._area(high=False)
        return QRect(1, area.top() - FADE, self.width() - 14, area.height() + FADE - 1)

    def _covered(self, high: bool) -> QRect:
        """Where nothing can be read: at the head only behind the sentence itself."""
        around = (HALO, HALO, -HALO, -HALO)
        return self._area(high).adjusted(*around) if high else self._faded()


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
