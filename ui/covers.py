"""What lies over the desk: the curtain that hides all of it, and the screen turned to the centre.

F11 turns the screen when a check runs that is open, and draws the curtain in any other case;
Shift+F11 is the curtain always. Leaving what was turned goes by the curtain: the laptop is still
turned away when the key is pressed, so nothing of the desk shows before it is drawn back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ui.curtain import Curtain
from ui.kit.base import column
from ui.kit.overlay import Overlay
from ui.kit.page import Page
from ui.kit.theme import theme


class Turned(Overlay):
    """One view over the whole window, without a chink; the keys of the desk sleep."""

    def __init__(self, host: QWidget, view: QWidget) -> None:
        super().__init__(host, 0)
        self.view = view
        self.setAccessibleName(view.windowTitle())
        self.card.setLayout(column(view, gap=0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())
            self.card.setGeometry(self.rect())


class Covers(QObject):
    """Knows which of both is up. `page` hands in what is typed and gives the page that is open."""

    def __init__(self, desk: QWidget, frame: QWidget, page: Callable[[], Page]) -> None:
        super().__init__(desk)
        self._desk, self._frame, self._page = desk, frame, page
        self._title = ""
        self.curtain: Curtain | None = None
        self.turned: Turned | None = None
        for keys, act in (("F11", self.turn), ("Shift+F11", self.cover)):
            shortcut = QShortcut(QKeySequence(keys), desk)
            shortcut.activated.connect(act)

    @property
    def drawn(self) -> bool:
        """Whether the curtain hides everything."""
        return self.curtain is not None and self.curtain.isVisible()

    def turn(self) -> None:
        """F11: what is up goes; else the screen is turned to the centre, or covered."""
        if self.drawn:
            self.cover()
        elif self.turned is not None:
            self.leave()
        else:
            view = self._page().for_the_centre()
            if view is None:
                self.cover()
            else:
                self._show(view)

    def cover(self) -> None:
        """Draw the curtain, or draw it back."""
        if not self.drawn and self.turned is None:
            self._page()
        if self.curtain is None:
            self.curtain = Curtain(self._desk)
        self.curtain.turn()

    def leave(self) -> None:
        """Back to the desk, behind the curtain."""
        self._take_away()
        if not self.drawn:
            self.cover()

    def shut(self) -> None:
        """The file closes: the window is as it was."""
        self._take_away()

    def _show(self, view: QWidget) -> None:
        window = self._desk.window()
        self._title = window.windowTitle()
        self.turned = Turned(self._desk, view)
        self.turned.closed.connect(self.leave)
        self.turned.open(view)
        self._frame.hide()
        window.setWindowTitle(f"{view.windowTitle()} – Waarmerk")

    def _take_away(self) -> None:
        turned, self.turned = self.turned, None
        if turned is None:
            return
        self._frame.show()
        self._desk.window().setWindowTitle(self._title)
        turned.closed.disconnect(self.leave)
        turned.close_card()
        turned.deleteLater()
