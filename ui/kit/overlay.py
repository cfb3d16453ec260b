"""A card over the whole window: holds the keyboard until it closes, then gives it back."""

from __future__ import annotations

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
    """Esc and a press beside the card close it. `closed` comes once, after the focus went back."""

    closed = Signal()

    def __init__(self, host: QWidget, width: int, top: int | None = None) -> None:
        super().__init__(host.window())
        self._wide, self._top = width, top
        self._before: QWidget | None = None
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

    def open(self, first: QWidget, back_to: QWidget | None = None) -> None:
        """Show, and put the keyboard on the first thing to do.

        It goes back to where it is now, or to `back_to`. What cannot be done yet gets the keyboard
        as soon as it can; until then the card has it, so that Esc and Tab work.
        """
        if self.isHidden():
            self._before = back_to or QApplication.focusWidget()
        for one in self.card.findChildren(QWidget) if self._giver is not None else ():
            one.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._awaited = None
        if first.isEnabled() and first.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._awaited = first
            first.installEventFilter(self)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> QWidget | None:
        """Hide, and hand over what the keyboard would go back to."""
        before, self._before = self._before, None
        self.hide()
        return before if before is not None and isValid(before) else None

    def close_card(self) -> None:
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
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

    def _begin_after_all(self, first: QWidget) -> None:
        """What was waited for can be done now; whoever went elsewhere meanwhile stays there."""
        if first.isEnabled() and first.isVisible():
            self._awaited = None
            if self.hasFocus():
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_keyboard(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What lies under an open card never gets the keyboard; what came over it may."""
        if now is None or self.isHidden() or now is self or self.isAncestorOf(now):
            return
        host = self.parentWidget()
        if host is None or now.window() is not host:
            return
        layers = host.children()
        over = next((at for at, one in enumerate(layers) if _holds(one, now)), -1)
        if over < layers.index(self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

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
