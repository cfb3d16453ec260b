"""Journey 4: twelve dossiers filled by keys alone, a remark in the fourth, the power gone at nine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from controllers.opening import Opening
from models.checklists.values import Unit
from models.checks.values import AnswerValue
from tests.conftest import CHEAP
from tests.journeys import at_the_window
from tests.journeys.conftest import Hire
from tests.journeys.officer import CTRL, NOW, WORDS, Officer
from tests.plug import OFFICE
from ui.kit.page import Ref
from ui.pages.checks.check_sides import FINDINGS, MATRIX

ELEMENTS, DOSSIERS = 9, 12
POP = "In het dossier zit geen persoonlijk ontwikkelingsplan."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a check of twelve dossiers, on the nine elements of the definition."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    do = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    version = do.checklists.new("Negen elementen", Unit.CLIENT_DOSSIER)
    section = do.checklists.add_section(version, "1. De definitie")
    for number in range(1, ELEMENTS + 1):
        row = do.checklists.add_question(section)
        for field, value in (
            ("text", f"Is element {number} in orde?"),
            ("finding", f"is element {number} niet in orde"),
            ("definition_condition", True),
        ):
            do.checklists.edit_question(row, field, value)
    do.checklists.begin_test(version)
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer bv")
    check = do.checks.plan(centre, date(2026, 5, 4), checklist="negen_elementen", version=1)
    do.checks.start(check)
    do.checks.add_dossiers(check, "\n".join(f"KZ-{n:02}" for n in range(1, DOSSIERS + 1)))
    do.close()
    return file


def test_twelve_dossiers_by_keys_and_the_power_goes_at_the_ninth(
    path: Path, tmp_path: Path, hire: Hire
) -> None:
    officer = hire()
    officer.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    officer.rest()
    officer.desk.go(Ref("check", officer.file.checks.ids()[0]))
    officer.rest()
    view, matrix = officer.check, officer.check.matrix.matrix
    matrix.setFocus()
    fill(officer, 3 * ELEMENTS)
    assert view.check.progress.answered == 3 * ELEMENTS, "nine keys a dossier, ten are allowed"
    a_remark_with_proof(officer)
    fill(officer, 4)
    officer.close()

    here, there = OFFICE.Pipe(duplex=False)
    given = 4 * ELEMENTS + 4
    work = OFFICE.Process(target=at_the_window.fill, args=(path, tmp_path, given, there))
    work.start()
    there.close()
    stood = here.recv()
    work.kill()
    work.join()

    back = hire()
    back.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    back.rest()
    view, matrix = back.check, back.check.matrix.matrix
    back.until(lambda: matrix.isVisible() and matrix.focus_cell is not None)
    assert matrix.focus_cell == stood, "on the same question, without a key"
    assert stood[1] == view.check.dossiers[8].id, "in the ninth dossier"
    assert view.check.progress.answered == 8 * ELEMENTS + 4, "nothing that was given is lost"
    assert back.file.history.verify().whole
    matrix.setFocus()
    fill(back, DOSSIERS * ELEMENTS - view.check.progress.answered)
    assert view.check.progress.answered == DOSSIERS * ELEMENTS
    assert (back.bugs, back.strays) == ([], [])


def fill(officer: Officer, cells: int) -> None:
    """One key an answer, and none to go on."""
    for _cell in range(cells):
        officer.type("1")
    officer.rest()


def a_remark_with_proof(officer: Officer) -> None:
    """Dossier 4, element 5: three, a note by its block, a scan with a name made black, F."""
    view, matrix = officer.check, officer.check.matrix.matrix
    fill(officer, 4)
    officer.type("3")
    place = matrix.focus_cell
    assert place is not None
    officer.key(Qt.Key.Key_N)
    officer.type("::pop ")
    officer.until(lambda: view.matrix.panel.note.value() == POP)
    officer.key(Qt.Key.Key_Escape)
    officer.rest()
    scan = QImage(400, 300, QImage.Format.Format_RGB32)
    scan.fill(0xFFDDDDDD)
    QApplication.clipboard().setImage(scan)
    officer.key(Qt.Key.Key_B)
    officer.key(Qt.Key.Key_V, CTRL)
    proof = view.matrix.panel.proof
    officer.until(lambda: proof.card is not None and proof.card.keep.isEnabled())
    officer.key(Qt.Key.Key_Return)
    officer.key(Qt.Key.Key_Return, CTRL)
    officer.until(lambda: matrix.cell(*place).proofs == 1)
    QApplication.clipboard().clear()
    matrix.setFocus()
    officer.key(Qt.Key.Key_F)
    assert view.sides.choice() == FINDINGS
    view.show_side(MATRIX)
    matrix.setFocus()
    assert matrix.focus_cell == place
    answer = officer.file.checks.file(view.check.id).dossiers[3].answers[place[0]]
    assert (answer.value, answer.note, answer.proofs) == (AnswerValue.NO, POP, 1)
    officer.key(Qt.Key.Key_Down)
