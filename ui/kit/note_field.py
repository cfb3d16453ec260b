"""The field for the note with an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from ui.kit.text_field import TextField


class NoteField(TextField):
    """Both keep the note: Esc goes back to its cell, Ctrl+Enter on to the next one."""

    left = Signal()
    passed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A key that calls the note goes on where it ended, not before it."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.left.emit()
        elif enter and control:
            self.settle()
            self.passed.emit()
        else:
            super().keyPressEvent(event)
