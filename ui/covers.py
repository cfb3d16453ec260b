"""What lies over the desk: the curtain that hides all of it, and the screen turned to the centre.

F11 turns the screen when a check runs that is open, and draws the curtain in any other case;
Shift+F11 is the curtain always. Leaving what was turned goes by the curtain: the laptop is still
turned away when the key is pressed, so nothing of the desk shows before it is drawn back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolTip, QWidget

from ui.curtain import Curtain
from ui.kit.distance import far
from ui.kit.overlay import Cover, Overlay
from ui.kit.page import Page
from ui.kit.theme import themes
from ui.turned import Turned


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
            page = self._page()
            themes.lend(far(self._desk.window().size()))
            view = page.for_the_centre()
            if view is None:
                themes.lend(None)
                self.cover()
            else:
                self._show(view)

    def cover(self) -> None:
        """Draw the curtain, or draw it back."""
        if not self.drawn and self.turned is None:
            self._page()
        self._draw()

    def leave(self) -> None:
        """Back to the desk, behind the curtain: that is drawn before anything of the desk shows."""
        if not self.drawn and self.turned is not None:
            themes.lend(None)  # the curtain wears the letters of the desk
            self._draw(self.turned.goes_back_to)
        self._take_away()
        self._bring_back()

    def shut(self) -> None:
        """The file closes: the window is as it was, and what waited for it does not come."""
        for cover in (self.curtain, self.turned):
            if cover is not None:
                cover.forget_waiting()
        if self.turned is not None:
            self._take_away()
            self._bring_back()

    def _draw(self, back_to: QWidget | None = None) -> None:
        QToolTip.hideText()
        if self.curtain is None:
            self.curtain = Curtain(self._desk)
        self.curtain.turn(back_to)

    def _show(self, view: QWidget) -> None:
        QToolTip.hideText()
        window = self._desk.window()
        self._title = window.windowTitle()
        self.turned = Turned(self._desk, view)
        self.turned.closed.connect(self.leave)
        self.turned.open(view)
        for card in self._cards():
            card.put_aside()
        self._frame.hide()
        window.setWindowTitle(f"{view.windowTitle()} – Waarmerk")

    def _cards(self) -> list[Overlay]:
        """What must not stay beneath either, like the desk: a screen reader sees it."""
        only = Qt.FindChildOption.FindDirectChildrenOnly
        cards = self._desk.window().findChildren(Overlay, options=only)
        return [each for each in cards if not isinstance(each, Cover)]

    def _take_away(self) -> None:
        turned, self.turned = self.turned, None
        if turned is not None:
            turned.closed.disconnect(self.leave)
            turned.give_up()
            turned.deleteLater()
            themes.lend(None)

    def _bring_back(self) -> None:
        self._frame.show()
        for card in self._cards():
            card.bring_back()
        self._desk.window().setWindowTitle(self._title)
