"""Questions noted down for a visit: where they land, and what is refused."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from controllers.checks import Checks
from models.checks.values import CheckFinished, NoVisitPlanned, QuestionMissing
from models.kernel.errors import Gone
from models.store.store import Store

LABEL = "Het Qfor-label eindigt elf dagen voor de volgende periode. Wanneer is de audit?"


def asked(checks: Checks, check: UUID) -> list[str]:
    return [question.text for question in checks.file(check).questions]


def test_a_question_lands_in_the_first_visit_to_come(checks: Checks, centre: UUID):
    later = checks.plan(centre, date(2026, 9, 1))
    first = checks.plan(centre, date(2026, 5, 5))
    assert checks.ask_at_next_visit(centre, f"  {LABEL} ", "Certificaat tot 20 oktober") == first
    assert asked(checks, first) == [LABEL]
    assert checks.file(first).questions[0].origin == "Certificaat tot 20 oktober"
    assert asked(checks, later) == []


def test_a_running_check_goes_before_a_planned_one_and_one_without_a_day_comes_last(
    checks: Checks, centre: UUID
):
    checks.plan(centre)
    planned = checks.plan(centre, date(2026, 5, 5))
    assert checks.next_visit(centre) == planned
    running = checks.plan(centre, date(2026, 6, 5))
    checks.start(running)
    assert checks.next_visit(centre) == running


def test_without_a_visit_the_sentence_says_to_plan_one(checks: Checks, centre: UUID):
    with pytest.raises(NoVisitPlanned) as refused:
        checks.ask_at_next_visit(centre, LABEL)
    assert "Loopbaanhuis Demer bv" in str(refused.value)


def test_what_is_no_question_is_refused_at_its_field(checks: Checks, centre: UUID):
    check = checks.plan(centre)
    with pytest.raises(QuestionMissing) as refused:
        checks.add_question(check, "  ")
    assert refused.value.field == "text"
    assert asked(checks, check) == []


def test_questions_are_answered_taken_away_and_brought_back(
    store: Store, checks: Checks, centre: UUID
):
    check = checks.plan(centre)
    first, second = (checks.add_question(check, text) for text in ("Een?", "Twee?"))
    checks.edit_question(check, first, "answer", "In juni.")
    checks.remove_question(check, second)
    assert [(q.text, q.answer) for q in checks.file(check).questions] == [("Een?", "In juni.")]
    store.undo()
    assert asked(checks, check) == ["Een?", "Twee?"]
    store.undo()
    assert checks.file(check).questions[0].answer == ""
    store.redo()
    assert checks.file(check).questions[0].answer == "In juni."


def test_a_question_of_another_check_is_not_to_be_found(checks: Checks, centre: UUID):
    check, other = checks.plan(centre), checks.plan(centre)
    question = checks.add_question(check, "Een?")
    with pytest.raises(Gone):
        checks.edit_question(other, question, "answer", "Twee.")


def test_a_finished_check_takes_no_question(checks: Checks, centre: UUID):
    check = checks.plan(centre)
    checks.start(check)
    (dossier,) = checks.add_dossiers(check, "KZ-003")
    file = checks.file(check)
    from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer

    answers = {
        one.key: ChecklistAnswer(hours_registered=4.0, hours_documented=4.0)
        if one.answer_type is AnswerType.HOURS_COMPARE
        else ChecklistAnswer(AnswerValue.YES)
        for one in file.template.questions
    }
    checks.fill(check, dossier, answers, "KZ-003")
    checks.finish(check)
    with pytest.raises(CheckFinished):
        checks.add_question(check, "Nog iets?")
