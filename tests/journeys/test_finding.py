"""From a no in the matrix to a finding in the officer's own words: three keys, no mouse, no wait.

The wall time of the whole is printed (`pytest -s`) and asserted nowhere.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt

from controllers.opening import Opening
from tests.conftest import CHEAP
from tests.journeys.officer import NOW, WORDS, Officer
from ui.kit.page import Ref
from ui.pages.checks.check_sides import FINDINGS

VISIT = date(2026, 4, 14)
KEY, NUMBER = "DC-05", "KZ-004"
TEXT = "In KZ-004 staat de loopbaanvraag niet in de woorden van de klant."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a running check of twelve dossiers, nothing answered yet."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    check = made.checks.plan(made.centres.add("0566988259", "Antea Loopbanen"), VISIT)
    made.checks.start(check)
    made.checks.add_dossiers(check, "\n".join(f"KZ-{n:03}" for n in range(1, 13)))
    made.close()
    return file


def test_a_no_becomes_a_finding_in_three_keys(officer: Officer) -> None:
    (check,) = officer.file.checks.ids()
    officer.desk.go(Ref("check", check))
    view = officer.check
    officer.until(lambda: view.check is not None)
    officer.rest()
    dossier = next(one.id for one in view.check.dossiers if one.number == NUMBER)
    matrix = view.matrix.matrix
    assert matrix.go_to(KEY, dossier)
    matrix.setFocus()

    keys, began = 0, perf_counter()

    def press(key: Qt.Key) -> None:
        nonlocal keys
        keys += 1
        officer.key(key)

    press(Qt.Key.Key_3)
    if matrix.focus_cell != (KEY, dossier):
        press(Qt.Key.Key_Up)
    assert matrix.focus_cell == (KEY, dossier)
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_Return)
    assert view.sides.choice() == FINDINGS
    officer.until(view.findings.finding.statement.hasFocus)
    officer.type(TEXT)
    officer.until(lambda: _statement(officer, check) == TEXT)
    print(f"\na finding from a no: {keys} keys, {perf_counter() - began:.2f} s with the typing")
    assert keys == 3
    (found,) = officer.file.checks.file(check).findings
    assert (found.question_key, found.failed) == (KEY, (NUMBER,))
    assert found.grade is not None
    assert view.findings.list.current == KEY
    assert (officer.bugs, officer.strays) == ([], [])
    officer.file.history.undo()
    officer.file.history.undo()
    assert officer.file.checks.file(check).findings == ()


def _statement(officer: Officer, check: Any) -> str:
    found = officer.file.checks.file(check).findings
    return found[0].statement if found else ""
