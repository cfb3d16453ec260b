"""What an answer lacks is called by its name: a note, a proof, or one of both."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.checklists.values import Proof
from models.checks.values import AnswerValue


@pytest.fixture
def strict(desk):
    """A check by a list in test: DC-05 wants proof with a no, DC-06 a note or proof."""
    lists, checks = desk.office.controllers.checklists, desk.office.controllers.checks
    draft = lists.draft_from("dossier_check", 1)
    ids = lists.file("dossier_check", 2).question_ids
    lists.edit_question(ids["DC-05"], "proof", Proof.PROOF)
    lists.edit_question(ids["DC-06"], "proof", Proof.NOTE_OR_PROOF)
    lists.begin_test(draft)
    desk.office.check = checks.plan(desk.office.centre, date(2026, 5, 4), version=2)
    checks.start(desk.office.check)
    checks.add_dossiers(desk.office.check, "KZ-011")
    return desk.open()


def test_panel_and_header_say_what_is_missing_and_f8_goes_there(strict):
    desk, checks = strict, strict.office.controllers.checks
    dossier = desk.office.dossier("KZ-011")
    desk.office.answer_all()
    for key in ("DC-04", "DC-05", "DC-06"):
        checks.answer(desk.office.check, dossier, key, AnswerValue.NO)
    checks.note(desk.office.check, dossier, "DC-05", "Niets gezien.")
    desk.rest()
    told = desk.view.matrix.progress.lacking
    desk.until(lambda: told.text() == "1 without note, 1 without proof, 1 without note or proof")
    desk.stand("DC-04", "KZ-011")
    desk.key(Qt.Key.Key_F8)
    said = desk.panel.form.row("note")._help.text()
    assert desk.panel.code.text().startswith("DC-05")
    assert said == "A negative answer asks for proof: add it with B. It is still missing."
    desk.key(Qt.Key.Key_F8)
    assert "note, or for proof" in desk.panel.form.row("note")._help.text()
