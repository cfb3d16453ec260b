"""Ten seconds for eighty numbers: pasted with three doubles, drawn, and standing in the matrix."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controllers.opening import Opening
from tests.conftest import CHEAP
from tests.journeys.officer import ALT, CTRL, NONE, NOW, WORDS, Officer
from tests.journeys.conftest import Hire
from ui.kit.page import Ref

EIGHTY = [f"KZ-{place:03}" for place in range(1, 81)]
PASTED = "\n".join([*EIGHTY[:20], "KZ-004", *EIGHTY[20:60], " KZ-017 ", *EIGHTY[60:], "KZ-080"])


@pytest.fixture
def path(begun: Path) -> Path:
    return begun


def stands_in(officer: Officer):
    (check,) = officer.file.checks.ids()
    officer.desk.go(Ref("check", check))
    officer.until(lambda: officer.check.check is not None)
    officer.rest()
    return officer.check


def test_eighty_numbers_stand_in_the_matrix_within_ten_seconds(
    officer: Officer, capsys: pytest.CaptureFixture[str]
) -> None:
    view = stands_in(officer)
    desk, keys = view.dossiers.draw_desk, 0

    def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        nonlocal keys
        keys += 1
        officer.key(key, held)

    QApplication.clipboard().setText(PASTED)
    start = perf_counter()
    press(Qt.Key.Key_S, ALT)
    officer.until(lambda: officer.focus is desk.numbers)
    press(Qt.Key.Key_V, CTRL)
    officer.rest()
    told = desk.form.row("numbers")._help.text()
    assert told.startswith("83 nummers, 3 dubbel, 80 over.")
    press(Qt.Key.Key_Return, CTRL)
    officer.until(lambda: view.dossiers.drawn and view.dossiers.list.hasFocus())
    press(Qt.Key.Key_Return)  # fill in the first one
    officer.until(lambda: view.matrix.matrix.hasFocus())
    took = perf_counter() - start
    drawn = [pick.number for pick in officer.file.checks.desk(view.check.id).picks]
    assert len(drawn) == 10
    assert [each.number for each in view.check.dossiers] == drawn
    assert view.matrix.matrix.focus_cell is not None
    assert keys == 4
    assert (officer.bugs, officer.strays) == ([], [])
    with capsys.disabled():
        print(f"\n80 numbers, 3 doubles, 10 in the matrix: {keys} keys, {took:.2f} s")  # noqa: T201


def test_leaving_half_way_loses_nothing_and_leaves_no_half_sample(hire: Hire, path: Path) -> None:
    """Escape while the list is read and while it is drawn, and the window that closes on it."""
    officer = hire()
    officer.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    officer.rest()
    view = stands_in(officer)
    officer.key(Qt.Key.Key_S, ALT)
    officer.until(lambda: officer.focus is view.dossiers.draw_desk.numbers)
    QApplication.clipboard().setText(PASTED)
    officer.key(Qt.Key.Key_V, CTRL)
    officer.key(Qt.Key.Key_Escape)  # the list is still being read
    officer.rest()
    assert view.dossiers.draw_desk.numbers.value() == PASTED
    officer.close()  # a list that waits

    again = hire()
    again.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    again.rest()
    view = stands_in(again)
    desk = view.dossiers.draw_desk
    again.key(Qt.Key.Key_S, ALT)
    again.until(lambda: desk.numbers.value() == PASTED)
    again.rest()
    again.key(Qt.Key.Key_Return, CTRL)
    again.key(Qt.Key.Key_Escape)  # the draw is on its way
    again.close()

    made = Opening(lambda: NOW, cost=CHEAP).open(path, WORDS)
    (check,) = made.checks.ids()
    desk_now = made.checks.desk(check)
    assert desk_now.sample is not None
    assert len(desk_now.picks) == len(made.checks.file(check).dossiers) == 10
    assert made.checks.prove_samples() == ()
    made.close()
