"""Every page of the demonstration, walked by somebody who cannot see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.program import Program
from ui.screens import shots


def quiet(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)
    QApplication.processEvents()


def name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def nameless(window: QWidget) -> list[str]:
    """Kind and owner of each visible thing that takes the keyboard and says nothing."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and not isinstance(widget.parentWidget(), QAbstractScrollArea)
        and not name(widget)
    ]


def test_everything_that_takes_the_keyboard_says_its_name(qtbot: QtBot, at_work: Program) -> None:
    desk = at_work.desk
    assert desk is not None
    found: dict[str, list[str]] = {}
    for page, ref in shots(desk._controllers).items():
        desk.go(ref)
        quiet(qtbot, at_work)
        found[page] = nameless(at_work.window)
    assert {page: kinds for page, kinds in found.items() if kinds} == {}
    assert len(found) >= 10


def test_tab_comes_round_on_every_page_and_never_gets_stuck(qtbot: QtBot, at_work: Program) -> None:
    desk = at_work.desk
    assert desk is not None
    for page, ref in shots(desk._controllers).items():
        desk.go(ref)
        quiet(qtbot, at_work)
        seen: list[QWidget | None] = []
        for _step in range(400):
            qtbot.keyClick(at_work.window.focusWidget() or at_work.window, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            if len(set(seen)) > 1 and now is seen[0]:
                break
            seen.append(now)
        assert now is seen[0], page
        assert len(set(seen)) > 3, page
        quiet(qtbot, at_work)
