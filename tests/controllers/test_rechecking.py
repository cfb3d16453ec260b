"""The next check at the same centre, on a real file: what was open comes back, and how often."""

from datetime import date
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    CheckNotBegun,
    NoteMissing,
    OwnerJudges,
    TickerOwns,
    RecheckOutcome,
    RechecksOpen,
    Unit,
    VisitAfterFollowed,
)
from models.store.store import Store
from tests.controllers.finished import finished_check, settle
from tests.controllers.statements import statements

TODAY = date(2026, 5, 4)
KEY = "DC-01"


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def first(do: Controllers):
    return finished_check(do)


def again(do: Controllers, first: UUID, failing: bool = False) -> UUID:
    """A second visit to the same centre, with every answer given."""
    check = do.checks.plan(do.checks.file(first).centre_id, TODAY)
    do.checks.start(check)
    do.checks.add_dossiers(check, "KZ-101")
    file = do.checks.file(check)
    answers = {
        question.key: ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
        if question.answer_type is AnswerType.HOURS_COMPARE
        else ChecklistAnswer(AnswerValue.YES)
        for question in file.template.questions
    }
    if failing:
        answers[KEY] = ChecklistAnswer(AnswerValue.NO, "Weer niet.")
    do.checks.fill(check, file.dossiers[0].id, answers, file.dossiers[0].number)
    return check


def test_an_open_finding_comes_back_in_the_next_check(do: Controllers, first):
    check = again(do, first)
    (found,) = do.checks.follow(check).rechecks
    assert (found.question_key, found.earlier_check_id, found.outcome) == (KEY, first, None)
    assert found.title
    assert found.measure
    with pytest.raises(RechecksOpen):
        do.checks.finish(check)
    do.checks.recheck(check, found.id, RecheckOutcome.PARTLY, "Half.")
    do.checks.finish(check)


def test_what_was_found_then_is_told_as_it_was_recorded(do: Controllers, first):
    """An officer read the general words of the rule instead of what was written down."""
    do.checks.reopen(first, "Een dag ontbrak.")
    do.checks.edit_finding(first, KEY, "measure", "Maak een POP per klant.")
    do.checks.edit_finding(first, KEY, "measure_due", date(2026, 11, 29))
    do.checks.finish(first)
    told = next(one for one in do.checks.file(first).findings if one.question_key == KEY)
    (found,) = do.checks.follow(again(do, first)).rechecks
    assert found.text == told.text
    assert found.text.startswith("In ") and " van de " in found.text and "KZ-" in found.text
    assert (found.grade, found.measure) == (told.grade, "Maak een POP per klant.")
    assert found.due == date(2026, 11, 29)


def test_what_was_recorded_stays_when_the_earlier_check_is_open_again(do: Controllers, first):
    check = again(do, first)
    (before,) = do.checks.follow(check).rechecks
    do.checks.reopen(first, "Een woord.")
    do.checks.edit_finding(first, KEY, "statement", "Iets anders.")
    (after,) = do.checks.follow(check).rechecks
    assert after.text == before.text


def test_solved_carries_the_earlier_measure_out_in_one_step(do: Controllers, first):
    check = again(do, first)
    centre = do.checks.file(first).centre_id
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, RecheckOutcome.SOLVED)
    assert do.checks.agreed(centre)[0].met_on == TODAY
    do.history.undo()
    assert do.checks.agreed(centre)[0].open
    assert do.checks.follow(check).rechecks[0].outcome is None
    do.history.redo()
    do.checks.recheck(check, found.id, RecheckOutcome.NOT_SOLVED, "Toch niet.")
    assert do.checks.agreed(centre)[0].open


def test_what_could_not_be_seen_needs_a_note(do: Controllers, first):
    check = again(do, first)
    (found,) = do.checks.follow(check).rechecks
    with pytest.raises(NoteMissing):
        do.checks.recheck(check, found.id, RecheckOutcome.NOT_SEEN)
    do.checks.recheck(check, found.id, RecheckOutcome.NOT_SEEN, "De begeleider was ziek.")


def test_what_was_settled_since_it_was_planned_leaves_again(do: Controllers, first):
    check = do.checks.plan(do.checks.file(first).centre_id, TODAY)
    assert len(do.checks.follow(check).rechecks) == 1
    do.checks.carry_out(first, KEY, TODAY)
    do.checks.start(check)
    assert do.checks.follow(check).rechecks == ()


def test_a_planned_check_tells_what_is_open_today_and_looking_writes_nothing(
    do: Controllers, first
):
    centre = do.checks.file(first).centre_id
    check = do.checks.plan(centre, TODAY)
    do.checks.carry_out(first, KEY, TODAY)
    steps = do.history.ids()
    assert do.checks.follow(check).rechecks == ()
    assert do.checks.unseen(check) == 0
    assert do.checks.closing(check).unseen == ()
    assert do.history.ids() == steps
    do.history.undo()
    (found,) = do.checks.follow(check).rechecks
    assert (do.checks.unseen(check), found.question_key) == (1, KEY)


def test_what_was_opened_again_after_planning_can_be_answered_at_once(do: Controllers, first):
    do.checks.carry_out(first, KEY, TODAY)
    check = do.checks.plan(do.checks.file(first).centre_id, TODAY)
    do.checks.carry_out(first, KEY, None)
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, RecheckOutcome.PARTLY, "Half.")
    assert do.checks.follow(check).rechecks[0].outcome is RecheckOutcome.PARTLY
    do.checks.start(check)
    assert do.checks.unseen(check) == 0


def test_the_second_time_is_told_at_the_finding(do: Controllers, first):
    check = again(do, first, failing=True)
    recurrence = do.checks.follow(check).recurrences[KEY]
    assert (recurrence.times, recurrence.in_a_row) == (2, 1)
    assert do.checks.follow(first).recurrences == {}


@pytest.mark.parametrize(
    "outcome", [RecheckOutcome.NOT_SOLVED, RecheckOutcome.PARTLY, RecheckOutcome.NOT_SEEN]
)
def test_what_was_not_solved_stays_agreed_until_a_check_sees_it_solved(
    do: Controllers, first, outcome
):
    check = again(do, first)
    centre = do.checks.file(first).centre_id
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, outcome, "Nog altijd niet.")
    do.checks.finish(check)
    assert [one.check_id for one in do.checks.agreed(centre) if one.open] == [first]
    assert [
        one.check_id for one in do.registers.every("measures", centre) if one.met_on is None
    ] == [first]
    third = again(do, first)
    (found,) = do.checks.follow(third).rechecks
    assert found.earlier_check_id == first
    do.checks.recheck(third, found.id, RecheckOutcome.SOLVED)
    do.checks.finish(third)
    assert not [one for one in do.checks.agreed(centre) if one.open]


def test_not_solved_counts_as_found_again(do: Controllers, first):
    check = again(do, first)
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, RecheckOutcome.NOT_SOLVED, "Nog altijd niet.")
    do.checks.finish(check)
    third = again(do, first, failing=True)
    assert do.checks.follow(third).recurrences[KEY].times == 3


def test_a_visit_does_not_move_past_the_one_that_looked_at_it_again(do: Controllers, first):
    check = again(do, first)
    do.checks.edit(check, "visit_date", date(2026, 4, 28))
    do.checks.reopen(first, "De dag was fout.")
    (look,) = do.checks.follow(check).rechecks
    do.checks.edit(first, "visit_date", date(2026, 4, 30))
    do.checks.edit(first, "visit_date", date(2026, 4, 14))
    do.checks.recheck(check, look.id, RecheckOutcome.PARTLY)
    with pytest.raises(VisitAfterFollowed):
        do.checks.edit(first, "visit_date", date(2026, 4, 29))
    do.checks.edit(first, "visit_date", date(2026, 4, 28))


@pytest.mark.parametrize("unsolved", [0, 1])
def test_of_two_looks_at_one_question_the_worst_counts(do: Controllers, first, unsolved):
    """The same was found in Gent and in Leuven; one visit looks back at both."""
    centre = do.checks.file(first).centre_id
    other = again(do, first, failing=True)
    do.checks.visit(other, do.centres.add_establishment(centre, "Leuven"))
    (look,) = do.checks.follow(other).rechecks
    do.checks.recheck(other, look.id, RecheckOutcome.PARTLY)
    do.checks.finish(other)
    check = again(do, first)
    looks = sorted(do.checks.follow(check).rechecks, key=lambda one: one.id.bytes)
    assert {one.earlier_check_id for one in looks} == {first, other}
    for place, look in enumerate(looks):
        outcome = RecheckOutcome.NOT_SOLVED if place == unsolved else RecheckOutcome.SOLVED
        do.checks.recheck(check, look.id, outcome)
    do.checks.finish(check)
    (found,) = [one for one in do.registers.rows("patterns") if one.question_key == KEY]
    assert found.times == 3


def test_following_takes_as_many_statements_however_many_checks(
    do: Controllers, first, store: Store
):
    check = again(do, first, failing=True)
    with statements(store) as few:
        do.checks.follow(check)
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, RecheckOutcome.PARTLY, "Half.")
    do.checks.finish(check)
    third = again(do, first, failing=True)
    with statements(store) as many:
        do.checks.follow(third)
    assert len(few) == len(many)


def test_planning_takes_as_many_statements_however_many_checks(
    do: Controllers, first, store: Store
):
    centre = do.checks.file(first).centre_id
    with statements(store, writing=True) as few:
        do.checks.plan(centre, TODAY)
    for _ in range(2):
        check = again(do, first)
        for one in do.checks.follow(check).rechecks:
            do.checks.recheck(check, one.id, RecheckOutcome.PARTLY, "Half.")
        do.checks.finish(check)
    with statements(store, writing=True) as many:
        last = do.checks.plan(centre, TODAY)
    assert len(do.checks.follow(last).rechecks) == 1
    assert len(few) == len(many)


def test_a_check_that_has_not_begun_cannot_be_finished(do: Controllers, first):
    check = do.checks.plan(do.checks.file(first).centre_id, TODAY)
    with pytest.raises(CheckNotBegun):
        do.checks.finish(check)


def test_who_carries_a_measure_out_does_not_see_it_solved(do: Controllers, first):
    check = again(do, first)
    (found,) = do.checks.follow(check).rechecks
    do.checks.assign(first, KEY, "lotte verhaegen")
    with pytest.raises(OwnerJudges):
        do.checks.recheck(check, found.id, RecheckOutcome.SOLVED)
    do.checks.recheck(check, found.id, RecheckOutcome.PARTLY)
    do.checks.assign(first, KEY, "An Jansen")
    do.checks.recheck(check, found.id, RecheckOutcome.SOLVED)
    assert do.checks.agreed(do.checks.file(first).centre_id)[0].met_on == TODAY


def own(do: Controllers, name: str) -> UUID:
    """A checklist of the office's own, with one question."""
    version = do.checklists.new(name, Unit.CLIENT_DOSSIER)
    section = do.checklists.add_section(version, "1. Alles")
    question = do.checklists.add_question(section)
    for field, words in {"text": "Is het in orde?", "finding": "is dit niet in orde"}.items():
        do.checklists.edit_question(question, field, words)
    do.checklists.edit_question(question, "mandate_relevant", True)
    return version


def failed(do: Controllers, centre: UUID, checklist: str, version: int, day: date) -> UUID:
    """A finished check of one dossier in which the only question is no."""
    check = do.checks.plan(centre, day, checklist=checklist, version=version)
    do.checks.start(check)
    do.checks.edit(check, "visit_date", day)
    do.checks.add_dossiers(check, "KZ-1")
    file = do.checks.file(check)
    (question,) = file.template.questions
    no = {question.key: ChecklistAnswer(AnswerValue.NO, "Niets.")}
    do.checks.fill(check, file.dossiers[0].id, no, "KZ-1")
    for one in do.checks.follow(check).rechecks:
        do.checks.recheck(check, one.id, RecheckOutcome.PARTLY)
    do.checks.finish(check)
    return check


def times(do: Controllers, check: UUID) -> int:
    (key,) = do.checks.file(check).template.keys
    found = do.checks.follow(check).recurrences.get(key)
    return found.times if found is not None else 1


def test_every_version_counts_and_a_revision_does_not(do: Controllers):
    centre = do.centres.add("0887010362", "Talentkaai")
    do.checklists.begin_test(own(do, "Eigen lijst"))
    first = failed(do, centre, "eigen_lijst", 1, date(2026, 2, 2))
    do.checks.reopen(first, "Een naam vergeten.")
    do.checks.finish(first)
    do.checklists.begin_test(do.checklists.draft_from("eigen_lijst", 1))
    second = failed(do, centre, "eigen_lijst", 2, date(2026, 3, 2))
    third = failed(do, centre, "eigen_lijst", 2, date(2026, 4, 2))
    assert [times(do, one) for one in (first, second, third)] == [1, 2, 3]


def test_another_checklist_with_the_same_keys_does_not_count(do: Controllers):
    centre = do.centres.add("0887010362", "Talentkaai")
    for name in ("Eigen lijst", "Ernstige lijst"):
        do.checklists.begin_test(own(do, name))
    one = failed(do, centre, "eigen_lijst", 1, date(2026, 2, 2))
    other = failed(do, centre, "ernstige_lijst", 1, date(2026, 3, 2))
    assert do.checks.file(one).template.keys == do.checks.file(other).template.keys
    assert times(do, other) == 1


def test_a_check_that_was_opened_again_stands_before_what_came_after_it(do: Controllers, first):
    second = again(do, first, failing=True)
    (found,) = do.checks.follow(second).rechecks
    do.checks.recheck(second, found.id, RecheckOutcome.PARTLY, "Half.")
    do.checks.finish(second)
    do.checks.reopen(first, "Een naam vergeten.")
    assert do.checks.follow(first).recurrences == {}


def test_the_report_says_how_often_it_was_found(do: Controllers, first):
    second = again(do, first, failing=True)
    told, *_rest = do.checks.content(second)["outcome"]["findings"]
    assert told["again"].startswith("Tweede keer op dit punt")
    assert "again" not in do.checks.content(first)["outcome"]["findings"][0]


def test_who_saw_it_solved_at_the_next_check_does_not_become_its_owner(do: Controllers, first):
    check = again(do, first)
    (found,) = do.checks.follow(check).rechecks
    do.checks.recheck(check, found.id, RecheckOutcome.SOLVED)
    with pytest.raises(TickerOwns):
        do.checks.assign(first, KEY, "Lotte Verhaegen")
    do.checks.recheck(check, found.id, RecheckOutcome.PARTLY)
    do.checks.assign(first, KEY, "Lotte Verhaegen")


def test_a_tick_by_hand_survives_a_change_of_mind_at_the_next_check(do: Controllers, first):
    check = again(do, first)
    centre = do.checks.file(first).centre_id
    (found,) = do.checks.follow(check).rechecks
    do.checks.carry_out(first, KEY, TODAY)
    do.checks.recheck(check, found.id, RecheckOutcome.SOLVED)
    do.checks.recheck(check, found.id, RecheckOutcome.NOT_SEEN, "De map was weg.")
    assert do.checks.agreed(centre)[0].met_on == TODAY


def test_not_solved_opens_a_measure_that_was_ticked_off_in_one_step(do: Controllers, first):
    check = again(do, first)
    centre = do.checks.file(first).centre_id
    (found,) = do.checks.follow(check).rechecks
    proof = do.checks.deliver(first, KEY, TODAY, "Een map met POP's.")
    do.checks.judge_proof(first, proof, True, "Alles zit erin.")
    do.checks.carry_out(first, KEY, TODAY)
    do.checks.recheck(check, found.id, RecheckOutcome.NOT_SOLVED, "Het is er niet.")
    assert do.checks.agreed(centre)[0].open
    do.history.undo()
    assert do.checks.agreed(centre)[0].met_on == TODAY
    assert do.checks.follow(check).rechecks[0].outcome is None


@pytest.mark.parametrize("by", ["null", "'Jo Peeters'"])
def test_a_tick_of_an_earlier_build_is_not_moved_by_proof(do: Controllers, first, store, by):
    """Before migration 0005 a tick bore no name; until lately solved was written as by hand."""
    centre = do.checks.file(first).centre_id
    do.checks.carry_out(first, KEY, date(2026, 4, 20))
    with store._writing.begin() as connection:
        connection.exec_driver_sql(f"update finding set measure_met_by = {by}")
    proof = do.checks.deliver(first, KEY, TODAY, "Een map met POP's.")
    do.checks.judge_proof(first, proof, True, "Alles zit erin.")
    assert do.checks.agreed(centre)[0].met_on == date(2026, 4, 20)
    do.checks.judge_proof(first, proof, False, "Toch niet.")
    assert do.checks.agreed(centre)[0].met_on == date(2026, 4, 20)
    check = again(do, first)
    assert do.checks.follow(check).rechecks == ()
