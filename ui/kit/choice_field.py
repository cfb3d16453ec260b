"""Choosing: one of a list, or yes and no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from ui.kit.icons import paint_icon
from ui.kit.paint import focus_ring, rounded, text_at, tick
from ui.kit.theme import theme, wear

BOX, GAP = 18, 9
_SETTLING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape)


class ChoiceField(QComboBox):
    """One of (value, word); typing the first letters selects. A value of None is allowed.

    `weighed` is for a choice that is written down as something that happened: the arrows only move
    over it. Enter, Space, leaving the field, a click or a digit hands it in; Esc goes back.
    """

    edited = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[Any, str]] = (),
        placeholder: str = "",
        name: str = "",
        *,
        weighed: bool = False,
    ) -> None:
        super().__init__()
        self._weighed, self._passing = weighed, False
        self._values: list[Any] = []
        self._stored: Any = None
        self._told: Any = None
        self.setView(QListView())
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        wear(self)
        self.set_choices(choices)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Other choices; what was chosen stays chosen when it is still there."""
        self.clear()
        self._values = [value for value, _word in choices]
        self.addItems([word for _value, word in choices])
        self._select(self._told)

    def choices(self) -> list[Any]:
        """The values there are to choose from."""
        return list(self._values)

    def choose(self, value: Any) -> None:
        """As if somebody chose it."""
        self._select(value)
        self._activated()

    def value(self) -> Any:
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Any, afresh: bool = False) -> None:
        old_news = value == self._stored
        keep = self.dirty() and old_news and not afresh
        self._stored = value
        if not keep:
            self._told = value
            self._select(value)

    def dirty(self) -> bool:
        return bool(self._told != self._stored) or self._waiting()

    def settle(self) -> None:
        """A choice is told at once; only a weighed one may be waiting."""
        if self._waiting():
            self._activated()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._weighed and self._hand(event):
            event.accept()
            return
        self._passing = self._weighed
        super().keyPressEvent(event)
        self._passing = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = theme(), theme().px(16)
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            faint = option.palette.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, faint)
        option.currentText = self.shown_word()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        tone = look.color("quiet" if self.isEnabled() else "faint")
        spot = QRectF(self.width() - 11 - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", tone, spot)

    def shown_word(self) -> str:
        """What stands in the field: the chosen word, with dots where it is cut."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        line = self.style().subControlRect(control, option, part, self)
        room = min(line.right(), self.width() - 11 - theme().px(16) - 4) - line.left()
        word = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        return self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:  # the whole word, where it is cut
            word = self.currentText()
            self.setToolTip(word if self.shown_word() != word else "")
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page over a field must not change it."""
        event.ignore()

    def _select(self, value: Any) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _hand(self, event: QKeyEvent) -> bool:
        """Whether this key handed in, or took back, what is chosen."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.text().isdecimal():
            return self._choose_place(int(event.text()))
        if not self._waiting() or event.key() not in _SETTLING:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._select(self._told)
        else:
            self.settle()
        return True

    def _choose_place(self, number: int) -> bool:
        """The first choice is 1; what stands for nothing chosen is 0."""
        places = [at for at, value in enumerate(self._values) if value is not None]
        nothing = [at for at, value in enumerate(self._values) if value is None]
        known = dict(enumerate(places, 1)) | dict(enumerate(nothing))
        if number not in known:
            return False
        self.setCurrentIndex(known[number])
        self._activated()
        return True

    def _waiting(self) -> bool:
        return self._weighed and self.isEnabled() and bool(self.value() != self._told)

    def _activated(self, _at: int = -1) -> None:
        if self._passing:
            return
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self._told)


class Toggle(QCheckBox):
    """Yes or no (bool), with its own words beside it."""

    edited = Signal(object)

    def __init__(self, word: str, name: str = "") -> None:
        super().__init__(word.replace("&", "&&"))
        self._word, self._by_mouse, self._stored = word, False, False
        self.setAccessibleName(name or word)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._told)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: Any, afresh: bool = False) -> None:
        news, self._stored = bool(value) != self._stored, bool(value)
        if news or afresh:
            self.setChecked(self._stored)

    def dirty(self) -> bool:
        return self.isChecked() != self._stored

    def settle(self) -> None:
        """A tick is told at once; nothing is waiting here."""

    def sizeHint(self) -> QSize:
        look = theme()
        side = look.px(BOX + GAP)
        return QSize(side + look.width(self._word) + 10, max(28, look.line() + 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(BOX + GAP + 60, self.sizeHint().height())

    def hitButton(self, _pos: object) -> bool:
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        side = look.px(BOX)
        box = QRectF(4, area.center().y() - side / 2, side, side)
        ink = look.color("ink" if self.isEnabled() else "faint")
        if self.isChecked():
            ground = look.color("accent" if self.isEnabled() else "control")
            rounded(painter, box, 5, ground)
            tick(painter, QPointF(box.center()), side / 2, look.color("accent-ink"))
        else:
            ground = look.color("hover" if self.underMouse() else "surface")
            rounded(painter, box, 5, ground, look.color("control"), 1.4)
        words = area.adjusted(side + GAP + 4, 0, -4, 0)
        text_at(painter, words, self._word, look.font(), ink)
        if self.hasFocus() and not self._by_mouse:
            focus_ring(painter, area, look.radius("small"))

    def _told(self, checked: bool) -> None:
        self.edited.emit(checked)
