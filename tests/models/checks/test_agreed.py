"""What was agreed with a centre: late first, and a later check has the last word."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from models.checks.rules import agreed, template
from models.checks.values import LetterDays
from tests.models.builders import all_yes, answer, check, sample

FIRST = template().questions[0].key
FAILS = {FIRST.replace("-", "_"): answer("no", "Niet gevonden.")}
SENT, TODAY = date(2026, 1, 15), date(2026, 5, 4)


def failing(**changed):
    return check(sample(6, all_yes(**FAILS), all_yes(**FAILS)), id=uuid4(), **changed)


def in_order(**changed):
    return check(sample(6), id=uuid4(), **changed)


def test_a_measure_past_its_last_day_is_late_and_says_how_it_was_counted():
    one = failing()
    (found,) = agreed([one], LetterDays({one.id: SENT}), TODAY)
    assert found.question_key == FIRST
    assert found.counted is not None
    assert found.due == found.counted.due
    assert found.why == f"{found.counted.why} Geteld vanaf de datum van de auditbrief."
    assert found.late is (found.due < TODAY)
    assert found.days_late == max(0, (TODAY - found.due).days)


def test_its_last_day_itself_is_not_late():
    one = failing()
    due = agreed([one], LetterDays({one.id: SENT}), TODAY)[0].due
    assert due is not None
    assert agreed([one], LetterDays({one.id: SENT}), due)[0].days_late == 0
    after = date.fromordinal(due.toordinal() + 1)
    assert agreed([one], LetterDays({one.id: SENT}), after)[0].days_late == 1


def test_without_a_letter_there_is_no_day_and_nothing_is_late():
    one = failing()
    (found,) = agreed([one], LetterDays(), TODAY)
    assert (found.due, found.late) == (None, False)
    assert found.why == "De termijn loopt nog niet: er is nog geen auditbrief."
    (found,) = agreed([one], LetterDays(drafts=frozenset({one.id})), TODAY)
    assert (found.due, found.late) == (None, False)
    assert found.why == "De termijn loopt nog niet: de auditbrief is nog een ontwerp."


def test_a_day_of_the_officers_own_needs_no_letter():
    one = failing()
    own = date(2026, 3, 1)
    one = replace(one, findings=tuple(replace(f, measure_due=own) for f in one.findings))
    (found,) = agreed([one], LetterDays(), TODAY)
    assert (found.due, found.days_late, found.counted) == (own, 64, None)


def test_what_was_carried_out_is_never_late_and_stands_last():
    done, waits = failing(establishment_id=uuid4()), failing(establishment_id=uuid4())
    seen = date(2026, 5, 1)
    done = replace(done, findings=tuple(replace(f, measure_met_on=seen) for f in done.findings))
    found = agreed([done, waits], LetterDays({done.id: date(2025, 1, 1), waits.id: SENT}), TODAY)
    assert [one.check_id for one in found] == [waits.id, done.id]
    assert [one.open for one in found] == [True, False]
    assert not found[1].late


def test_a_later_check_that_found_it_in_order_ends_the_measure():
    assert agreed([in_order(), failing()], LetterDays(), TODAY) == ()


def test_a_later_check_that_found_it_again_asks_once():
    later, earlier = failing(), failing()
    found = agreed(
        [later, earlier], LetterDays({later.id: SENT, earlier.id: date(2024, 1, 1)}), TODAY
    )
    assert [one.check_id for one in found] == [later.id]


def test_another_checklist_has_nothing_to_say_about_a_question_of_the_same_name():
    earlier = failing()
    other = in_order(template=replace(template(), key="eigen_lijst"))
    found = agreed([other, earlier], LetterDays({earlier.id: SENT}), TODAY)
    assert [one.check_id for one in found] == [earlier.id]


def test_what_a_later_check_did_not_see_solved_stays_agreed():
    """It put the question again to dossiers in order, and the officer still says it is not."""
    earlier, later, last = failing(), in_order(), in_order()
    still = {later.id: {(earlier.id, FIRST)}}
    found = agreed([later, earlier], LetterDays(), TODAY, unsolved=still)
    assert [one.check_id for one in found] == [earlier.id]
    assert agreed([last, later, earlier], LetterDays(), TODAY, unsolved=still) == ()
    assert (
        agreed([later, earlier], LetterDays(), TODAY, unsolved={later.id: {(last.id, FIRST)}}) == ()
    )


def test_what_was_not_solved_and_found_again_asks_once():
    later, earlier = failing(), failing()
    still = {later.id: {(earlier.id, FIRST)}}
    found = agreed([later, earlier], LetterDays(), TODAY, unsolved=still)
    assert [one.check_id for one in found] == [later.id]


def test_a_check_elsewhere_has_nothing_to_say_about_this_place():
    here, there = failing(establishment_id=uuid4()), in_order(establishment_id=uuid4())
    assert [one.check_id for one in agreed([there, here], LetterDays(), TODAY)] == [here.id]


def test_what_is_kept_out_of_the_letter_was_not_agreed():
    one = failing()
    one = replace(one, findings=tuple(replace(f, left_out=True) for f in one.findings))
    assert agreed([one], LetterDays({one.id: SENT}), TODAY) == ()


def test_the_latest_stands_first():
    soon, late = failing(establishment_id=uuid4()), failing(establishment_id=uuid4())
    nowhere = failing(establishment_id=uuid4())
    days = {soon.id: date(2026, 4, 20), late.id: date(2025, 6, 1)}
    found = agreed([nowhere, soon, late], LetterDays(days), TODAY)
    assert [one.check_id for one in found] == [late.id, soon.id, nowhere.id]
