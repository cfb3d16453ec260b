"""Keys that count while the keyboard is somewhere inside a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def inside(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """While the widget, or anything in it, has the keyboard."""
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    return QShortcut(QKeySequence(keys), widget, act, context=context)


def upon(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    """Only while the widget itself has the keyboard."""
    QShortcut(QKeySequence(keys), widget, act, context=Qt.ShortcutContext.WidgetShortcut)
