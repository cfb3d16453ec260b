"""Whose Ctrl+Z it is: the field's while it has typing to take back, after that the desk's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ui.kit.fields import LineField
from ui.kit.overlay import Overlay
from ui.kit.page import Page
from ui.kit.text_field import TextField


class FieldUndo(QObject):
    """Ctrl+Z belongs to a field while it has typing to take back; after that, to the desk.

    Listens to the field that has the keyboard only: a filter over the whole program would be
    asked for every event there is.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit) and isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            field = QApplication.focusWidget()
            if _turns(event) and _on_page(field) and not _has_typing(field):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _turns(event: QKeyEvent) -> bool:
    keys = event.keyCombination()
    return keys in (_UNDO, *_REDOS)


_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_UNDO = QKeyCombination(_CTRL, Qt.Key.Key_Z)
_REDOS = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))


def _on_page(field: QWidget | None) -> bool:
    """Whether this is a field of a page: what floats above the desk keeps its own keys."""
    above = field
    while above is not None and not isinstance(above, Page | Overlay):
        above = above.parentWidget()
    return isinstance(above, Page)


def _has_typing(field: QWidget | None) -> bool:
    """Whether something was typed here that is not handed in yet, or that Esc just took away."""
    if isinstance(field, TextField | LineField):
        return field.dirty() or field.can_type_again()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
