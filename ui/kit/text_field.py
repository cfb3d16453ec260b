"""Long text: a field that grows with what is written and keeps it after a short silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.kit.theme import theme, wear

SILENCE_MS = 700
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class TextField(QPlainTextEdit):
    """Several lines (str). Tells `edited` after a silence, when it is left, or on Ctrl+Enter.

    Grows from `lines` to `most` lines, then scrolls. Tab goes on to the next field.
    """

    edited = Signal(object)

    def __init__(
        self,
        placeholder: str = "",
        lines: int = 3,
        most: int = 14,
        silence_ms: int = SILENCE_MS,
        name: str = "",
    ) -> None:
        super().__init__()
        self._stored, self._told, self._seen = "", "", ""
        self._left_at: str | None = None
        """What stood here after Esc, until the field is left."""
        self.tidy: Callable[[str], str] = str
        """What is told in the place of what is typed; see ui.masking."""
        self.spelled = True
        """Whether it holds Dutch sentences; see ui.spelling."""
        self._fewest, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        wear(self, "body")
        self._timer = QTimer(self, singleShot=True, interval=silence_ms)
        self._timer.timeout.connect(self.settle)
        self.textChanged.connect(self._typed)
        self._grow()

    def value(self) -> str:
        return self.tidy(self.toPlainText().strip())

    def set_value(self, value: Any, afresh: bool = False) -> None:
        text = str(value or "")
        old_news = text == self._stored
        keep = self.dirty() and (old_news or self.hasFocus()) and not afresh
        if keep and self._told == self._stored:
            self._told = text
        self._stored = text
        if not keep:
            self._take(text)

    def dirty(self) -> bool:
        """Whether the draft differs from what is kept in the file."""
        return self.value() != self._stored.strip()

    def waiting(self) -> bool:
        """Whether something is typed that was not handed in."""
        return self.value() != self._told.strip()

    def typed(self) -> str:
        """What stands here, as a draft keeps it."""
        return self.value()

    def standing(self) -> tuple[str, str]:
        """What is kept in the file, and what was handed in last, as text."""
        return self._stored.strip(), self._told.strip()

    def type_again(self, text: str) -> None:
        """Put a draft back, with the caret behind it; it hands itself in as if just typed."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace_text(self, text: str) -> None:
        """Show this in the place of what is typed, with no way back to it; the caret stays."""
        at = self.textCursor().position()
        before = len(self.tidy(self.toPlainText()[:at]))
        self.setPlainText(text)
        caret = self.textCursor()
        caret.setPosition(min(before, len(text)))
        self.setTextCursor(caret)

    def settle(self) -> None:
        self._timer.stop()
        typed = self.toPlainText()
        if self.tidy(typed) != typed:
            self.replace_text(self.tidy(typed))
        if self.waiting():
            self._told = self.value()
            self.edited.emit(self._told)

    def restore(self) -> None:
        """Back to what is kept."""
        before, self._told = self._told, self._stored
        all_of_it = QTextCursor(self.document())
        all_of_it.select(QTextCursor.SelectionType.Document)
        all_of_it.insertText(self._stored)  # as typed, so that Ctrl+Z takes it back
        self._timer.stop()
        self._left_at = self.toPlainText()
        if before.strip() != self._stored.strip():
            self.edited.emit(self._stored)

    def can_type_again(self) -> bool:
        """Whether Esc just took away what Ctrl+Z brings back."""
        return self._left_at == self.toPlainText() and self.document().isUndoAvailable()

    def sizeHint(self) -> QSize:
        return QSize(240, self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._left_at = None
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.dirty():
            self.restore()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _take(self, text: str) -> None:
        self._told = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._timer.stop()

    def _typed(self) -> None:
        """Also called when only the look of the text changed, such as the line under a word."""
        typed = self.toPlainText()
        if typed == self._seen:
            return
        self._seen = typed
        self._grow()
        if self.waiting():
            self._timer.start()

    def _grow(self) -> None:
        self._show_bar()
        if self.height() != self._wanted():
            self.updateGeometry()

    def _show_bar(self) -> None:
        """A bar that came and went with the last word would turn the lines round for ever."""
        much = round(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if much else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _wanted(self) -> int:
        """The height for the lines there are; a plain text document counts its height in lines."""
        needed = round(self.document().size().height())
        lines = min(self._most, max(self._fewest, needed))
        return lines * theme().line() + 20
