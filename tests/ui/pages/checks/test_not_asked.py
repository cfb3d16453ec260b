"""A question that is not asked in a dossier is set aside on the screen, and keeps its answer."""

from __future__ import annotations

import pytest

from controllers.bundle import Controllers
from models.checklists.values import AnswerValue, Condition
from models.store.store import Store
from ui.pages.checks.sight import how_far, look

YES, NO = AnswerValue.YES, AnswerValue.NO


@pytest.fixture
def office(store: Store):
    controllers = Controllers(store)
    draft = controllers.checklists.draft_from("dossier_check", 1)
    row = controllers.checklists.file("dossier_check", 2).question_ids["DC-04"]
    controllers.checklists.edit_question(row, "asked_when", Condition("DC-03", (NO,)))
    controllers.checklists.begin_test(draft)
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    check = controllers.checks.plan(centre, version=2)
    controllers.checks.start(check)
    (dossier,) = controllers.checks.add_dossiers(check, "KZ-1")
    return controllers, check, dossier


def test_its_cell_is_no_gap_and_comes_back_when_the_condition_holds(office):
    controllers, check, dossier = office
    controllers.checks.answer(check, dossier, "DC-03", NO)
    controllers.checks.answer(check, dossier, "DC-04", NO)
    before = look(controllers.checks, check)
    assert before.cells["DC-04", dossier].answer == "no"
    controllers.checks.answer(check, dossier, "DC-03", YES)
    after = look(controllers.checks, check, before)
    assert after.cells["DC-04", dossier].answer == "na"
    assert not after.cells["DC-04", dossier].gap
    assert after.gaps == len(controllers.checks.gaps(check)) == 25
    one = after.check.dossiers[0]
    assert how_far(after.counts[one.id]) == "1 of 26"
    controllers.checks.answer(check, dossier, "DC-03", NO)
    assert look(controllers.checks, check, after).cells["DC-04", dossier].answer == "no"
