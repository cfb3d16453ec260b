"""Whoever cannot see the window hears a name for everything that can have the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.sheet import kit_sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    window = kit_sheet()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_everything_focusable_has_a_name(sheet: QWidget) -> None:
    nameless = [
        type(widget).__name__
        for widget in sheet.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollArea)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_no_control_is_lower_than_its_text(
    qapp: QApplication, sheet: QWidget, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    QApplication.processEvents()
    squeezed = [
        (type(widget).__name__, widget.height())
        for widget in sheet.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.height() < theme.theme().line("small")
    ]
    assert squeezed == []


def test_nothing_hangs_over_the_edge_of_the_smallest_window(sheet: QWidget) -> None:
    assert sheet.width() == 1280
    outside = [
        type(widget).__name__
        for widget in sheet.findChildren(QWidget)
        if widget.isVisible() and widget.mapTo(sheet, widget.rect().topRight()).x() > sheet.width()
    ]
    assert outside == []
