"""Which size is proposed at this centre on this day: what its last check found, and the rules."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from controllers.centres import Centres
from controllers.checks import Checks
from controllers.history import History
from controllers.rules import Rules
from models.checks.values import AnswerType, AnswerValue, Grade
from models.checks.values.sampling import DrawWish, Listed
from models.settings.values import ChangeDraft
from models.store.store import Store
from tests.conftest import NOW

TODAY = NOW.date()
YES, NO = AnswerValue.YES, AnswerValue.NO
WHY = "Het centrum toonde het bewijs later."


def finished(checks: Checks, centre: UUID, day: date, value: AnswerValue = YES) -> UUID:
    """A finished check of one dossier; a no on the definition is a serious shortcoming."""
    check = checks.plan(centre, day)
    checks.start(check)
    (dossier,) = checks.add_dossiers(check, "KZ-001")
    for question in checks.file(check).template.questions:
        if question.answer_type is AnswerType.HOURS_COMPARE:
            checks.hours(check, dossier, question.key, 4.0, 4.0)
        elif value is NO and question.definition_condition:
            checks.answer(check, dossier, question.key, NO)
            checks.note(check, dossier, question.key, "Ontbreekt in het dossier.")
        else:
            checks.answer(check, dossier, question.key, YES)
    checks.finish(check)
    return check


def proposed(checks: Checks, centre: UUID, day: date | None = None) -> tuple[int, str]:
    found = checks.desk(checks.plan(centre, day)).proposal
    return found.size, found.why


def test_a_first_check_gets_the_usual_size(checks: Checks, centre: UUID) -> None:
    size, why = proposed(checks, centre)
    assert size == 10
    assert "laatste afgeronde controle" not in why


def test_after_a_serious_shortcoming_more_are_proposed_with_why(
    checks: Checks, centre: UUID
) -> None:
    before = finished(checks, centre, TODAY - timedelta(days=300), NO)
    size, why = proposed(checks, centre, TODAY)
    assert size == 20
    assert checks.file(before).reference in why
    assert "ernstige tekortkoming" in why


def test_only_the_last_finished_check_counts(checks: Checks, centre: UUID) -> None:
    finished(checks, centre, TODAY - timedelta(days=10))
    finished(checks, centre, TODAY - timedelta(days=300), NO)
    assert proposed(checks, centre)[0] == 10


def test_a_check_that_is_open_again_does_not_count(
    store: Store, checks: Checks, centre: UUID
) -> None:
    before = finished(checks, centre, TODAY - timedelta(days=30), NO)
    checks.reopen(before, WHY)
    assert proposed(checks, centre)[0] == 10
    History(store).undo()
    History(store).undo()
    assert proposed(checks, centre)[0] == 20


@pytest.mark.parametrize("kind", ["left out", "weighed lighter"])
def test_what_the_officer_judged_otherwise_counts_as_judged(
    checks: Checks, centre: UUID, kind: str
) -> None:
    before = finished(checks, centre, TODAY - timedelta(days=30), NO)
    checks.reopen(before, WHY)
    for each in checks.file(before).findings:
        if each.grade is Grade.MAJOR and kind == "left out":
            checks.leave_out(before, each.question_key, out=True, reason=WHY)
        elif each.grade is Grade.MAJOR:
            checks.override_grade(before, each.question_key, Grade.MINOR, WHY)
    checks.finish(before)
    assert proposed(checks, centre)[0] == 10


def test_another_centre_and_another_checklist_say_nothing_here(
    store: Store, checks: Checks, centre: UUID
) -> None:
    other = Centres(store).add("0403170701", "Atelier Loopbaan")
    finished(checks, other, TODAY - timedelta(days=30), NO)
    assert proposed(checks, centre)[0] == 10


def test_a_change_of_the_rule_is_proposed_from_its_day_on(
    store: Store, checks: Checks, centre: UUID
) -> None:
    reference = "Instructie kwaliteit 2026/3"

    def change(key: str, first: date, last: date | None) -> None:
        Rules(store).record(ChangeDraft(key, "15", first, last, reference))

    change("sample_dossiers", TODAY + timedelta(days=1), None)
    assert proposed(checks, centre)[0] == 10
    change("sample_dossiers", TODAY - timedelta(days=9), TODAY)
    size, why = proposed(checks, centre)
    assert size == 15
    assert reference in why


def test_a_sample_keeps_the_certainty_of_its_day(
    store: Store, checks: Checks, centre: UUID
) -> None:
    check = checks.plan(centre, TODAY)
    checks.start(check)
    entries = tuple(Listed(f"KZ-{place:03}") for place in range(40))
    checks.draw(check, DrawWish(entries, 1, seed="zaad"))
    (dossier,) = checks.file(check).dossiers
    for question in checks.file(check).template.questions:
        if question.answer_type is AnswerType.HOURS_COMPARE:
            checks.hours(check, dossier.id, question.key, 4.0, 4.0)
        else:
            checks.answer(check, dossier.id, question.key, YES)
    assert "95 % zekerheid" in checks.desk(check).assurance.sentence
    draft = ChangeDraft("sample_certainty_pct", "90", TODAY + timedelta(days=1), None, "Nota 7")
    Rules(store).record(draft)
    assert "95 % zekerheid" in checks.desk(check).assurance.sentence
    assert checks.desk(check).proposal is None
