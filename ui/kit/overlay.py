"""A card over the whole window: holds the keyboard until it closes, then gives it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from ui.kit.paint import rounded, soft_shadow
from ui.kit.theme import theme

EDGE = 24
HAND_IN = "Ctrl+Enter"
"""The keys that hand a card in, from any field of it."""
_READY = (QEvent.Type.EnabledChange, QEvent.Type.Show)


class Overlay(QWidget):
    """Esc and a press beside the card close it. `closed` comes once, after the focus went back.

    While a Cover hides the window it opens and closes out of sight, and shows itself after it.
    """

    closed = Signal()

    def __init__(self, host: QWidget, width: int, top: int | None = None) -> None:
        super().__init__(host.window())
        self._wide, self._top = width, top
        self._open, self._stood = False, False
        self._before: QWidget | None = None
        self._back_to: QWidget | None = None
        self._goes_first: QWidget = self
        self._awaited: QWidget | None = None
        """The first thing to do, while it cannot be done yet."""
        self._giver: QAbstractButton | None = None
        self.card = QWidget(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.window().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hold_keyboard)

    def hand_in_by(self, button: QAbstractButton) -> None:
        """Ctrl+Enter presses this, from wherever in the card one writes."""
        self._giver = button

    @property
    def is_open(self) -> bool:
        """Until it is closed or given up, also while it is put aside."""
        return self._open

    @property
    def goes_back_to(self) -> QWidget | None:
        """What the keyboard would go back to."""
        return self._before if self._before is not None and isValid(self._before) else None

    def open(self, first: QWidget, back_to: QWidget | None = None) -> None:
        """Show, and put the keyboard on the first thing to do.

        It goes back to where it is now, or to `back_to`. What cannot be done yet gets the keyboard
        as soon as it can; until then the card has it, so that Esc and Tab work.
        """
        if not self._open:
            self._stood, self._back_to = False, back_to
        self._open, self._goes_first = True, first
        for one in self.card.findChildren(QWidget) if self._giver is not None else ():
            one.installEventFilter(self)
        self._come()

    def put_aside(self) -> None:
        """Out of sight while something is shown that hides all; it stays open."""
        if self._open:
            self.hide()

    def bring_back(self) -> None:
        """In sight again, if it is still open and was in sight before; the keyboard stays."""
        if self._open and self._stood:
            self._place()
            self.show()

    def give_up(self) -> None:
        """Hide, and leave the keyboard to whoever does this."""
        self._open, self._before = False, None
        self.hide()

    def close_card(self) -> None:
        if not self._open:
            return
        before, under = self.goes_back_to, self._lies_under()
        self._open, self._before = False, None
        for one in _cards(self.parentWidget()):
            one.inherit(self, before)
        self.hide()
        if before is not None and not under:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """The card has another size now."""
        if not self.isHidden():
            self._place()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        if event.type() == QEvent.Type.KeyPress and watched is not self.parentWidget():
            return isinstance(event, QKeyEvent) and self._hands_in(event)
        if watched is self._awaited and event.type() in _READY:
            self._begin_after_all(self._awaited)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_F11:  # the curtain falls over cards too
                return super().event(event)
            event.accept()  # while a card is open, the shortcuts of the page below sleep
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        self._hands_in(event)
        event.accept()

    def _hands_in(self, event: QKeyEvent) -> bool:
        """Whether this key hands the card in; its button may be off while that is under way."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._giver is None or not enter or not held:
            return False
        self._giver.click()
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the card."""
        ring = [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        now = QApplication.focusWidget()
        if not ring:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        step = 1 if forward else -1
        at = ring.index(now) if now in ring else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(at + step) % len(ring)].setFocus(reason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_card()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        dark = look.name == "dark"
        veil = look.color("shadow" if dark else "window", 0.5 if dark else 0.62)
        painter.fillRect(self.rect(), veil)
        area = QRectF(self.card.geometry())
        soft_shadow(painter, area, 14, 26, 9)
        edge = look.color("edge" if look.contrast else "line")
        rounded(painter, area, 14, look.color("raised"), edge)

    def _come(self) -> None:
        when_in_sight(self, self._stand)

    def _stand(self) -> None:
        """Nothing hides the window: stand in it, unless it was closed while something did."""
        if not self._open:
            return
        if not self._stood:
            self._stood, self._before = True, self._back_to or QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        first, self._awaited = self._goes_first, None
        if first.isEnabled() and first.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._awaited = first
            first.installEventFilter(self)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lies_under(self) -> bool:
        """Whether another card or a cover came over this one: that has the keyboard."""
        layers = _cards(self.parentWidget())
        return any(not one.isHidden() for one in layers[layers.index(self) + 1 :])

    def inherit(self, card: Overlay, before: QWidget | None) -> None:
        """Another card closed that had the keyboard before: it goes where that had it from."""
        mine = self.goes_back_to
        if mine is not None and (mine is card or card.isAncestorOf(mine)):
            self._before = before

    def _begin_after_all(self, first: QWidget) -> None:
        """What was waited for can be done now; whoever went elsewhere meanwhile stays there."""
        if first.isEnabled() and first.isVisible():
            self._awaited = None
            if self.hasFocus():
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_keyboard(self, old: QWidget | None, now: QWidget | None) -> None:
        """What lies under an open card never gets the keyboard; what came over it may."""
        if now is None or self.isHidden() or now is self or self.isAncestorOf(now):
            return
        host = self.parentWidget()
        if host is None or now.window() is not host:
            return
        layers = host.children()
        over = next((at for at, one in enumerate(layers) if _holds(one, now)), -1)
        if over < layers.index(self) or not now.isVisible():
            mine = old is not None and self.isAncestorOf(old) and old.isVisible()
            back = old if mine and old is not None and old.isEnabled() else self
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        self.setGeometry(host.rect())
        width = min(theme().px(self._wide), host.width() - 2 * EDGE)
        layout = self.card.layout()
        tall = self.card.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            tall = layout.heightForWidth(width)
        tall = min(tall, host.height() - 2 * EDGE)
        top = (host.height() - tall) * 0.42 if self._top is None else float(self._top)
        top = max(EDGE, min(top, host.height() - tall - EDGE))
        corner = QPointF((host.width() - width) / 2, top).toPoint()
        self.card.setGeometry(corner.x(), corner.y(), width, tall)


def _holds(layer: QObject, widget: QWidget) -> bool:
    return isinstance(layer, QWidget) and (layer is widget or layer.isAncestorOf(widget))


class Cover(Overlay):
    """Hides all of the window: what opens meanwhile waits, and shows itself once it is lifted."""

    def __init__(self, host: QWidget, width: int) -> None:
        super().__init__(host, width)
        self._waiting: list[Callable[[], None]] = []

    def wait(self, act: Callable[[], None]) -> None:
        """Do this once it is lifted."""
        self._waiting.append(act)

    def forget_waiting(self) -> None:
        """What waits does not come any more: the file closes."""
        self._waiting.clear()

    def close_card(self) -> None:
        super().close_card()
        self._lift()

    def give_up(self) -> None:
        super().give_up()
        self._lift()

    def _lift(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _come(self) -> None:
        self._stand()


def covered(host: QWidget) -> bool:
    """Whether a cover hides the window of `host`."""
    return next(_covers(host), None) is not None


def when_in_sight(host: QWidget, act: Callable[[], None]) -> None:
    """Do this now, or as soon as no cover hides the window of `host` any more."""
    if not isValid(host):
        return
    cover = next(_covers(host), None)
    if cover is None:
        act()
    else:
        cover.wait(partial(when_in_sight, host, act))


def _covers(host: QWidget) -> Iterator[Cover]:
    return (one for one in _cards(host.window()) if isinstance(one, Cover) and one.is_open)


def _cards(window: QWidget | None) -> list[Overlay]:
    """Those of this window, the one on top last."""
    return [one for one in window.children() if isinstance(one, Overlay)] if window else []
