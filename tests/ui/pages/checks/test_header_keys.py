"""What stands above a check is reached in the order of the eye, and done by its own keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.checks.values import CheckState

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def acts(desk):
    return {one.text(): one.keys for one in desk.view.header.acts()}


def test_tab_reads_header_then_sides_then_the_matrix(desk):
    desk.view.header._crumbs.itemAt(0).widget().setFocus()
    walked = []
    while desk.focus is not desk.matrix:
        walked.append(desk.focus.accessibleName())
        assert len(walked) < 20
        desk.key(Qt.Key.Key_Tab)
    above = ["Checks", "Loopbaanhuis Demer", *acts(desk)]
    assert walked[: len(above)] == above
    assert walked[len(above)].startswith("Matrix")


def test_every_act_above_a_check_has_keys_in_every_state(desk):
    checks, check = desk.office.controllers.checks, desk.office.check
    running = acts(desk)
    assert all(running.values())
    assert len(set(running.values())) == len(running)
    desk.office.answer_all()
    checks.finish(check)
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    assert acts(desk)["Reopen"] == "Alt+H"
    assert all(acts(desk).values())


def test_a_planned_check_is_started_by_keys(bare):
    assert acts(bare) == {"Papers": "Alt+P", "Start the check": "Alt+F"}
    bare.matrix.setFocus()
    bare.key(Qt.Key.Key_F, ALT)
    bare.until(lambda: bare.view.check.state is CheckState.RUNNING)


def test_finish_and_reopen_by_keys_alone_and_answer_on(desk):
    desk.office.answer_all()
    desk.until(lambda: desk.view.matrix._sight.gaps == 0)
    desk.stand("DC-02", "KZ-011")
    desk.key(Qt.Key.Key_F, ALT)
    desk.until(lambda: desk.view.check.state is CheckState.FINISHED)
    desk.rest()
    desk.key(Qt.Key.Key_H, ALT)
    desk.type("Nog een stuk ontvangen.")
    desk.key(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: desk.view.check.state is CheckState.RUNNING)
    desk.rest()
    assert QApplication.focusWidget() is desk.matrix
    assert desk.matrix.focus_cell == ("DC-02", desk.office.dossier("KZ-011"))
