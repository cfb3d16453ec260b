"""A part of the screen that can be read and not changed: fields stand still, acts are not there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.kit.button import Button
from ui.kit.form import FormRow


class Still(QObject):
    """Keeps everything in `host` as it is, also what comes to stand in it later.

    A field of a form can be read and copied; a button that begins, adds or takes away is hidden.
    Buttons that only show something stay. What still slips through, the store refuses.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._watch(host)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished:
            for child in watched.children():
                if isinstance(child, QWidget):
                    self._watch(child)
        elif event.type() == QEvent.Type.Show and isinstance(watched, Button) and watched.acts:
            watched.hide()
        return super().eventFilter(watched, event)

    def _watch(self, widget: QWidget) -> None:
        for one in (widget, *widget.findChildren(QWidget)):
            if not isinstance(one, QLineEdit | QPlainTextEdit):
                one.removeEventFilter(self)
                one.installEventFilter(self)
            if isinstance(one, Button) and one.acts:
                one.hide()
            elif isinstance(one, FormRow):
                _stop(one.field)


def _stop(field: QWidget) -> None:
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.setReadOnly(True)
    else:
        field.setEnabled(False)
