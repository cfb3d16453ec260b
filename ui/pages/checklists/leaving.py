"""Esc keeps what was typed in a form and sends the keyboard back to the questions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.form import Form


class Leaving(QObject):
    """`left` when Esc was pressed in one of the fields; nothing typed is lost by it."""

    left = Signal()

    def __init__(self, form: Form, fields: Iterable[QObject]) -> None:
        super().__init__(form)
        self._form = form
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._form.settle()
        self.left.emit()
        return True
