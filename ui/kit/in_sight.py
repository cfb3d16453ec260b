"""Something new on a page that scrolls: stand on it, and have all of it in sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid


def area_of(part: QWidget) -> QScrollArea | None:
    """What it scrolls in; None when it always stands still."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def go_on(field: QWidget) -> None:
    """Stand in this field, and have it in sight."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    above = area_of(field)
    if above is not None:
        above.ensureWidgetVisible(field)


class InSight(QObject):
    """Waits until what is new is laid out: before that nobody knows where it will stand."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._there: QWidget | None = None
        self._whole: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)

    def bring(self, there: QWidget, whole: QWidget) -> None:
        """The keyboard to `there`, and `whole`, which it is a part of, into sight."""
        self._there, self._whole = there, whole
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def _show(self) -> None:
        there, whole = self._there, self._whole
        self._there = self._whole = None
        if there is None or whole is None or not (isValid(there) and isValid(whole)):
            return
        above = area_of(there)
        if above is not None:
            above.ensureWidgetVisible(whole)
            above.ensureWidgetVisible(there)
