"""Ten-second row 9: what was answered here last time, without a single key."""

from __future__ import annotations

from datetime import date

import pytest

from models.checks.values import AnswerValue
from tests.ui.pages.checks.conftest import Office

THEN = date(2026, 2, 10)


@pytest.fixture
def office(office: Office) -> Office:
    """The check of the office is finished with one no of three; a next one runs."""
    checks = office.controllers.checks
    office.answer_all()
    first = office.dossier("KZ-003")
    checks.answer(office.check, first, "DC-01", AnswerValue.NO)
    checks.note(office.check, first, "DC-01", "Niet gevonden.")
    checks.edit(office.check, "visit_date", THEN)
    checks.finish(office.check)
    again = checks.plan(office.centre, date(2026, 5, 4))
    checks.start(again)
    checks.add_dossiers(again, "KZ-101 KZ-102")
    return Office(office.controllers, office.centre, again)


def test_last_time_stands_beside_every_question_at_once(desk):
    assert set(desk.matrix._earlier) == {each.key for each in desk.office.file.template.questions}
    assert (desk.matrix._earlier["DC-01"].text, desk.matrix._earlier["DC-02"].text) == (
        "1/3",
        "0/3",
    )
    assert desk.panel.last.isVisible()
    assert "10 feb 2026" in desk.panel.last._when.text()
    assert "1 of 3 not in order" in desk.matrix.accessibleDescription()


def test_better_and_worse_are_said_in_words_as_answers_come_in(desk):
    desk.stand("DC-01", "KZ-101")
    desk.type("3")
    desk.rest()
    desk.until(lambda: desk.matrix._earlier["DC-01"].word == "worse")
    desk.stand("DC-01", "KZ-101")
    desk.type("1")
    desk.rest()
    desk.until(lambda: desk.matrix._earlier["DC-01"].word == "better")
    desk.stand("DC-01", "KZ-102")
    assert desk.panel.last._went.text() == "Better than then: now 0 of 1."


def test_nothing_of_last_time_is_copied_without_a_key(desk):
    desk.stand("DC-01", "KZ-101")
    desk.rest()
    assert desk.kept("DC-01", "KZ-101") is None
    assert desk.office.file.progress.answered == 0


def test_the_open_measure_stands_with_its_question(desk):
    desk.stand("DC-01", "KZ-101")
    assert "Measure open" in desk.panel.last._open.text()
    desk.stand("DC-02", "KZ-101")
    assert not desk.panel.last._open.isVisible()


def test_last_time_is_read_once_for_a_check(desk):
    first = desk.view.reader.sight.last
    desk.stand("DC-01", "KZ-101")
    desk.type("1")
    desk.rest()
    desk.until(lambda: desk.view.check.progress.answered == 1)
    assert desk.view.reader.sight.last is first
