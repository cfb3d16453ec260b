"""Measures after a check on a real file: agreed, ticked off, taken back."""

from datetime import date
from random import Random

import pytest

from controllers.bundle import Controllers
from models.checklists.rules import template
from models.checks import queries
from models.checks.rules import ACTION_REQUIRED
from models.checks.values import AnswerValue, CheckNotFinished, MeasureStatus, MeasureStillToCome
from models.conditions.values import ConditionKind
from models.letters import queries as letter_queries
from models.store.store import Store
from tests.controllers.filled_checks import OTHERS, Kind, fill
from tests.controllers.finished import DAY, finished_check, settle

TODAY = date(2026, 5, 4)


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    return finished_check(do)


@pytest.fixture
def centre(do: Controllers, check):
    return do.checks.file(check).centre_id


def test_the_last_day_is_counted_from_the_letter(do: Controllers, check, centre):
    (before,) = do.checks.agreed(centre)
    assert before.due is None
    letter = do.letters.write_audit_letter(check)
    do.letters.set_date(letter, date(2026, 4, 20))
    (found,) = do.checks.agreed(centre)
    assert found.visited == DAY
    assert found.counted is not None
    assert found.counted.start == date(2026, 4, 20)
    assert found.measure


def test_a_letter_that_is_a_draft_starts_no_term_and_says_so(store, do, check, centre):
    (before,) = do.checks.agreed(centre)
    assert before.why == "De termijn loopt nog niet: er is nog geen auditbrief."
    do.settings.edit("officer_phone", "")
    letter = do.letters.write_audit_letter(check)
    do.letters.set_date(letter, date(2025, 4, 20))
    assert do.letters.file(letter).missing
    (draft,) = do.checks.agreed(centre)
    assert (draft.due, draft.days_late, draft.counted) == (None, 0, None)
    assert draft.status is MeasureStatus.OPEN
    assert draft.why == "De termijn loopt nog niet: de auditbrief is nog een ontwerp."
    assert not [one for one in do.conditions.every() if one.kind is ConditionKind.MEASURE]
    assert [row.due for row in do.registers.rows("measures")] == [None]
    lane = do.timeline.of_centre(centre).events
    assert not [event for event in lane if event.key.startswith("measure")]
    assert not do.checks.follow(check).by_rule.of_letter

    do.letters.fill(letter, "contact_phone", "02 506 12 05")
    (ready,) = do.checks.agreed(centre)
    assert ready.late
    assert ready.why.endswith("Geteld vanaf de datum van de auditbrief.")
    assert do.checks.follow(check).by_rule.of_letter
    do.checks.reopen(check, "Nog een dossier.")
    do.checks.finish(check)
    do.letters.set_date(letter, None)
    assert do.checks.agreed(centre)[0].due is None


def test_a_letter_without_a_conclusion_is_a_draft_and_starts_no_term(do, check, centre):
    """A decisive question that could not be assessed ends in no verdict, and no first sentence."""
    do.checks.reopen(check, "Nog een dossier.")
    last = do.checks.file(check).dossiers[-1]
    decisive = next(one for one in do.checks.file(check).template.questions[1:] if one.decisive)
    unread = AnswerValue.NOT_CHECKED
    do.checks.note(check, last.id, decisive.key, "Niet meegebracht.")
    do.checks.answer(check, last.id, decisive.key, unread)
    do.checks.finish(check)
    letter = do.letters.write_audit_letter(check)
    do.letters.set_date(letter, date(2025, 4, 20))
    assert do.letters.file(letter).missing == ("overall_conclusion",)
    (draft,) = do.checks.agreed(centre)
    assert (draft.due, draft.why) == (
        None, "De termijn loopt nog niet: de auditbrief is nog een ontwerp."
    )  # fmt: skip
    do.letters.fill(letter, "overall_conclusion", "Eén dossier konden we niet beoordelen.")
    assert do.checks.agreed(centre)[0].late


@pytest.mark.parametrize("seed", range(4))
def test_a_letter_counts_just_when_its_own_page_says_it_is_ready(store, do, seed):
    dice = Random(seed)
    lists, answered = (template(), template("offer_check")), OTHERS[:-1]
    fill(store, dice, Kind(30, 3, 2, 0.3, lists, answered, gone=0))
    with store.look() as session:
        ids = [one for many in queries.finished_by_centre(session).values() for one in many]
    files = {one: do.checks.file(one).dossiers for one in ids}
    whole = [one for one, many in files.items() if many]
    undecided = [one for one in whole if not all(each.verdict for each in files[one])]
    for check in whole:
        letter = do.letters.write_audit_letter(check)
        if dice.random() < 0.7:
            do.letters.fill(letter, "addressee", "Kaai 12\n9000 Gent")
        if dice.random() < 0.2:
            do.letters.set_date(letter, None)
    with store.look() as session:
        checks = list(queries.wanting(session, whole).values())
        found = letter_queries.letter_days(session, checks)
    asking = [
        one.id
        for one in checks
        if any(f.grade in ACTION_REQUIRED and not f.left_out for f in one.findings)
    ]
    ready = {one: do.letters.file(do.letters.of_check(one)) for one in asking}
    assert {one: found.of(one) for one in asking} == {
        one: None if file.missing else file.letter_date for one, file in ready.items()
    }
    assert {bool(file.missing) for file in ready.values()} == {True, False}
    assert set(undecided) & set(asking), "also where a dossier has no verdict"


def test_ticking_off_is_one_step_on_a_finished_check(do: Controllers, check, centre):
    key = do.checks.agreed(centre)[0].question_key
    do.checks.carry_out(check, key, TODAY)
    assert do.checks.agreed(centre)[0].met_on == TODAY
    turn = do.history.next_undo
    assert turn is not None
    assert turn.label == "Tick off measure"
    do.history.undo()
    assert do.checks.agreed(centre)[0].open
    do.history.redo()
    do.checks.carry_out(check, key, None)
    assert do.checks.agreed(centre)[0].open


def test_nothing_is_carried_out_tomorrow_or_before_it_is_agreed(do: Controllers, check, centre):
    key = do.checks.agreed(centre)[0].question_key
    with pytest.raises(MeasureStillToCome):
        do.checks.carry_out(check, key, date(2026, 5, 5))
    do.checks.reopen(check, "Een dossier vergeten.")
    assert do.checks.agreed(centre) == ()
    with pytest.raises(CheckNotFinished):
        do.checks.carry_out(check, key, TODAY)
