"""The check before this one, beside every question: what failed, when, and what is still open."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.checks.values import RecheckOutcome, Tally
from models.store.store import Store
from tests.controllers.finished import DAY, finished_check, settle
from tests.controllers.statements import statements
from tests.controllers.test_rechecking import again, failed, own

FIRST = "DC-01"


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def earlier(do: Controllers):
    return finished_check(do)


@pytest.fixture
def centre(do: Controllers, earlier):
    return do.checks.file(earlier).centre_id


def next_check(do: Controllers, centre, day=date(2026, 5, 4)):
    check = do.checks.plan(centre, day)
    do.checks.start(check)
    do.checks.add_dossiers(check, "KZ-101\nKZ-102")
    return check


def test_the_same_question_is_found_with_day_and_reference(do, earlier, centre):
    told = do.checks.last_visit(next_check(do, centre)).questions
    assert set(told) == {question.key for question in do.checks.file(earlier).template.questions}
    assert (told[FIRST].check_id, told[FIRST].day) == (earlier, DAY)
    assert told[FIRST].reference == do.checks.file(earlier).reference
    assert told[FIRST].tally == Tally(judged=6, no=3)
    assert told["DC-02"].tally == Tally(judged=6)
    assert told["DC-08"].tally == Tally(judged=6), "hours answer themselves"


def test_an_open_measure_stands_with_its_question_until_it_is_carried_out(do, earlier, centre):
    letter = do.letters.write_audit_letter(earlier)
    do.letters.set_date(letter, date(2026, 1, 20))
    check = next_check(do, centre)
    told = do.checks.last_visit(check).questions
    assert told[FIRST].measure.late
    assert told["DC-02"].measure is None
    do.checks.carry_out(earlier, FIRST, date(2026, 5, 4))
    assert do.checks.last_visit(check).questions[FIRST].measure is None


def test_a_first_visit_has_no_last_time(do, earlier):
    assert not do.checks.last_visit(earlier).questions


def test_an_unfinished_check_is_no_last_time(do, earlier, centre):
    between, check = next_check(do, centre), next_check(do, centre)
    dossier = do.checks.file(between).dossiers[0].id
    do.checks.answer(between, dossier, FIRST, None)
    assert do.checks.last_visit(check).questions[FIRST].check_id == earlier


def test_another_establishment_is_another_place(do, earlier, centre):
    place = do.centres.add_establishment(centre, "Zijstraat")
    check = next_check(do, centre)
    do.checks.visit(check, place)
    assert not do.checks.last_visit(check).questions


def test_it_is_read_in_as_many_statements_however_many_visits_there_were(do, earlier, centre):
    do.checks.carry_out(earlier, FIRST, date(2026, 5, 4))
    check = next_check(do, centre)
    with statements(do._store) as few:
        do.checks.last_visit(check)
    for day in (10, 11, 12):  # before the visit of April
        again = next_check(do, centre, date(2026, 3, day))
        for dossier in do.checks.file(again).dossiers:
            answers = do.checks.file(earlier).dossiers[5].answers
            do.checks.fill(again, dossier.id, answers, dossier.number)
        do.checks.edit(again, "visit_date", date(2026, 3, day))
        do.checks.finish(again)
    with statements(do._store) as many:
        found = do.checks.last_visit(check)
    assert found.questions[FIRST].day == DAY, "the newest visit counts"
    assert len(many) == len(few) <= 16


def test_a_check_that_was_opened_again_does_not_look_back_at_what_came_after_it(
    do, earlier, centre
):
    """The list beside the matrix, the screen of the centre and a follow-up draw agree."""
    later = again(do, earlier)
    for one in do.checks.follow(later).rechecks:
        do.checks.recheck(later, one.id, RecheckOutcome.PARTLY)
    do.checks.finish(later)
    do.checks.reopen(earlier, "Een naam vergeten.")
    assert not do.checks.last_visit(earlier).questions
    assert do.checks.of_centre(earlier).before is None
    assert do.checks.desk(earlier).earlier == ""
    third = next_check(do, centre)
    do.checks.finish(earlier)
    before = do.checks.of_centre(third).before
    assert before is not None
    assert before.day == do.checks.last_visit(third).questions[FIRST].day == date(2026, 5, 4)


def test_what_was_agreed_by_another_checklist_does_not_stand_at_a_question_of_the_same_name(do):
    centre = do.centres.add("0887010362", "Talentkaai")
    for name in ("Eigen lijst", "Ernstige lijst"):
        do.checklists.begin_test(own(do, name))
    failed(do, centre, "eigen_lijst", 1, date(2026, 2, 2))
    failed(do, centre, "ernstige_lijst", 1, date(2026, 3, 2))
    assert len(do.checks.agreed(centre)) == 2, "the other list did not put this question again"
    check = do.checks.plan(centre, checklist="eigen_lijst", version=1)
    (told,) = do.checks.last_visit(check).questions.values()
    assert told.measure is not None
    assert told.measure.check_id == told.check_id
