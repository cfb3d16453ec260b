"""Keys of a part of the file: while it is in sight, or only while it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def inside(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """While the widget is in sight, wherever the keyboard is on the page."""
    return QShortcut(QKeySequence(keys), widget, act)


def upon(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Only while the widget itself has the keyboard."""
    shortcut = QShortcut(QKeySequence(keys), widget, act)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # as an argument it is not heard
