"""Fields of one line: they speak Python's types and never lose what a person is typing.

Every field has `value()`, `set_value(value)`, `settle()` and the signal `edited(object)`, sent
once when the field is left or Enter is pressed with something new. `set_value` is news from the
file: it shows, unless the person is typing or the draft was refused and the news is old news.
`set_value(value, afresh=True)` is for another record: it always shows. Esc brings back what is
kept. A draft that cannot be read stays, and `unreadable(str)` says why ("" once it can be read).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import clean
from ui.kit.reading import digits, grouped, read_amount, read_hours, say_amount, say_hours
from ui.kit.theme import wear

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class NumberUnreadable(Refused):
    sentence = N_("{raw} is not a whole number from 0 on. Write digits only, such as 45.")


class LineField(QLineEdit):
    """One line of text. Subclasses say how a value is read and written."""

    edited = Signal(object)
    unreadable = Signal(str)

    def __init__(self, placeholder: str = "", name: str = "") -> None:
        super().__init__()
        self._stored: Any = self.read("")
        self._told: Any = self._stored
        self._puzzling = self._rests = False
        self._left_at: str | None = None
        """What stood here after Esc, until the field is left."""
        self.tidy: Callable[[str], str] = str
        """What is told in the place of what is typed; see ui.masking."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        wear(self, "body", 400, tabular=True)

    def read(self, raw: str) -> Any:
        """The value of what is typed. Raises Refused with a sentence for the person."""
        return clean(raw)

    def write(self, value: Any) -> str:
        """The value as it stands in the field."""
        return str(value) if value is not None else ""

    def value(self) -> Any:
        """What stands here now; when it cannot be read, what was last told."""
        try:
            return self.read(self.tidy(self.text()))
        except Refused:
            return self._told

    def set_value(self, value: Any, afresh: bool = False) -> None:
        value = self.read("") if value is None else value
        old_news = value == self._stored
        keep = self.dirty() and (old_news or self.hasFocus()) and not afresh
        if keep and self._told == self._stored:
            self._told = value
        self._stored = value
        if not keep:
            self._take(value)

    def dirty(self) -> bool:
        """Whether the draft differs from what is kept in the file."""
        return self.text() != self.write(self._stored)

    def waiting(self) -> bool:
        """Whether something is typed that was not handed in, also when it cannot be read."""
        return self.typed() != self.write(self._told)

    def typed(self) -> str:
        """What stands here, as a draft keeps it."""
        return self.tidy(self.text())

    def standing(self) -> tuple[str, str]:
        """What is kept in the file, and what was handed in last, as text."""
        return self.write(self._stored), self.write(self._told)

    def type_again(self, text: str) -> None:
        """Put a draft back; it is handed in when the field is left, as if just typed."""
        self.setText(text)

    @property
    def puzzling(self) -> bool:
        """Whether a draft that cannot be read stands here."""
        return self._puzzling

    def settle(self) -> None:
        """The person is done here: tell what is new, or say why it cannot be read."""
        typed = self.text()
        if self.tidy(typed) != typed:
            self.replace_text(self.tidy(typed))
        try:
            value = self.read(self.text())
        except Refused as error:
            self._puzzling = True
            self.unreadable.emit(str(error))
            return
        self._understood()
        self._show(value)
        if value != self._told:
            self._told = value
            self._forget_typing()
            self.edited.emit(value)

    def replace_text(self, text: str) -> None:
        """Show this in the place of what is typed, with no way back to it; the caret stays."""
        before = len(self.tidy(self.text()[: self.cursorPosition()]))
        self.setText(text)
        self.setCursorPosition(before)

    def restore(self) -> None:
        """Back to what is kept."""
        before, value = self._told, self._stored
        self._told = value
        self.selectAll()
        self.insert(self.write(value))  # as typed, so that Ctrl+Z takes it back
        self._understood()
        self._left_at = self.text()
        if before != value:
            self.edited.emit(value)

    def can_type_again(self) -> bool:
        """Whether Esc just took away what Ctrl+Z brings back."""
        return self._left_at == self.text() and self.isUndoAvailable()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here writes on; Tab takes the whole, and the mouse its own place."""
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._rests and not by_mouse and not self.hasSelectedText():
            self.end(False)
        self._rests = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._left_at = None
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.dirty() or self._puzzling):
            self.restore()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()

    def _take(self, value: Any) -> None:
        self._told = value
        self._show(value)
        self._understood()

    def _show(self, value: Any) -> None:
        if self.text() != self.write(value):
            self.setText(self.write(value))
            if not self.hasFocus():
                self._rests = True
                self.setCursorPosition(0)  # of a long text the beginning shows

    def _forget_typing(self) -> None:
        """What was handed in is taken back as a step, no longer sign by sign."""
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)

    def _understood(self) -> None:
        if self._puzzling:
            self._puzzling = False
            self.unreadable.emit("")


class HoursField(LineField):
    """Decimal hours (float or None), typed as 3,5, 3.5, 3:30 or 3u30."""

    def read(self, raw: str) -> Any:
        return read_hours(raw)

    def write(self, value: Any) -> str:
        return say_hours(value)


class AmountField(LineField):
    """A number (float or None), typed as 12, 12,5 or 12.5."""

    def read(self, raw: str) -> Any:
        return read_amount(raw)

    def write(self, value: Any) -> str:
        return say_amount(value)


class NumberField(LineField):
    """An identifying number: shown in groups, kept as digits (str). 4, 3, 3 fits an enterprise.

    What holds other signs is handed on as typed, so that the rule can say what is wrong.
    """

    def __init__(
        self, groups: tuple[int, ...] = (4, 3, 3), placeholder: str = "", name: str = ""
    ) -> None:
        self._groups = groups
        super().__init__(placeholder, name)

    def read(self, raw: str) -> Any:
        text = clean(raw)
        return text if any(sign.isalpha() for sign in text) else digits(text)

    def write(self, value: Any) -> str:
        return grouped(str(value or ""), self._groups)


class WholeField(LineField):
    """A whole number (int or None)."""

    def read(self, raw: str) -> Any:
        text = clean(raw)
        if not text:
            return None
        if not text.isdecimal() or len(text) > 9:
            raise NumberUnreadable(raw=text)
        return int(text)
