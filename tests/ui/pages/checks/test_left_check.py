"""What was handed in for a check that was left is told of that check, and nothing waits for ever."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.checks.values import AnswerValue
from ui.kit.page import Ref
from ui.pages.checks.sight import look


@pytest.fixture
def other(desk):
    """A second check that runs, with a dossier."""
    checks = desk.office.controllers.checks
    made = checks.plan(desk.office.centre, date(2026, 5, 11))
    checks.start(made)
    checks.add_dossiers(made, "NB-001")
    return made


def turn(desk, check):
    """The other check shows before anything else that was handed in comes back."""
    desk.page.open(Ref("check", check))
    sight = look(desk.office.controllers.checks, check, None)
    desk.view._fill(sight.check, sight, desk.view.answering.stamp, focus=False)


def test_a_note_that_is_refused_late_lies_aside_with_its_own_check(desk, other):
    do, check = desk.office.controllers, desk.office.check
    desk.office.answer_all()
    desk.rest()
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("De klant belde.")
    do.checks.finish(check)
    desk.panel.settle()
    turn(desk, other)
    desk.until(lambda: any(one.tone == "late" for one in desk.messages))
    desk.until(
        lambda: [one.text for one in do.drafts.unsaved(check).values()] == ["De klant belde."]
    )
    assert not do.drafts.unsaved(other)
    assert not desk.panel.form.refusals()
    told = next(one.sentence for one in desk.messages if one.tone == "late")
    assert told.startswith(f"{desk.office.file.reference} · DC-02 · KZ-003: ")


def test_an_answer_that_arrives_after_its_check_was_left_counts_for_nobody(desk, other):
    answering, check = desk.view.answering, desk.office.check
    place = "DC-02", desk.office.dossier("KZ-003")
    answering.answer(place, AnswerValue.YES)
    turn(desk, other)
    desk.until(lambda: desk.kept("DC-02", "KZ-003") is not None)
    desk.rest()
    turn(desk, check)
    answering.answer(place, AnswerValue.NO)
    assert answering.ahead(place, answering.stamp), "it waits for this answer"


def test_a_cell_does_not_wait_for_ever_after_a_bug(desk, tasks):
    answering = desk.view.answering
    place = "DC-02", desk.office.dossier("KZ-003")
    bugs = []
    tasks.broken.connect(bugs.append)
    answering._write(place, {"value": None}, desk.office.controllers.checks.answer)  # lacks a fact
    desk.until(lambda: bugs)
    desk.until(lambda: not tasks.busy)
    assert not answering.ahead(place, answering.stamp)
