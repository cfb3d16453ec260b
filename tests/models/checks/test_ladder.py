"""Which step of the ladder fits: every precondition, and what a person would be told."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import rules
from models.checks.values import (
    Agreed,
    Breach,
    Grade,
    LadderFacts,
    LadderStepFile,
    MeasureStatus,
    Rung,
)
from tests.models import builders as make

TODAY = date(2026, 5, 4)
LAST, BEFORE = uuid5(make.SPACE, "last"), uuid5(make.SPACE, "before")
FINDING = uuid5(make.SPACE, "finding")


def breach(grade=Grade.MINOR, check=LAST, key="DC-05", day=date(2026, 3, 2)) -> Breach:
    return Breach(check, "DC-2026-1", day, "dossier_check", key, "Persoonlijk plan", grade)


def step(rung: Rung, day: date, **changed) -> LadderStepFile:
    return replace(
        LadderStepFile(uuid5(make.SPACE, f"{rung}{day}"), rung, None, day, "An", "Omdat."),
        **changed,
    )


def measure(days_late: int, status=MeasureStatus.OVERDUE, refused_on=None) -> Agreed:
    due = TODAY - timedelta(days=days_late)
    if status is MeasureStatus.REJECTED and refused_on is None:
        refused_on = TODAY
    return Agreed(
        check_id=LAST,
        finding_id=FINDING,
        reference="DC-2026-1",
        visited=date(2025, 3, 2),
        question_key="DC-05",
        question="Persoonlijk plan",
        grade=Grade.MINOR,
        measure="Maak een plan.",
        due=due,
        days_late=days_late,
        why="",
        counted=None,
        met_on=None,
        status=status,
        refused_on=refused_on,
    )


def facts(**changed) -> LadderFacts:
    return LadderFacts(TODAY, **({"last_check": LAST} | changed))


REQUEST = step(Rung.REQUEST, date(2025, 9, 1))
NOTICE = step(Rung.NOTICE, date(2026, 1, 12))


def test_a_centre_in_order_gets_no_step():
    found = rules.ladder(facts())
    assert found.proposed is None
    assert found.why == "Er is nu geen grond voor een stap op de ladder."


def test_an_observation_is_a_ground_for_coaching_only():
    assert rules.ladder(facts(remarks=1)).proposed is Rung.COACHING
    assert rules.ladder(facts(breaches=(breach(),))).proposed is Rung.COACHING


def test_a_request_needs_something_major_or_something_repeated():
    major = rules.ladder(facts(breaches=(breach(Grade.MAJOR),)))
    assert major.proposed is Rung.REQUEST
    assert major.why == (
        "Voorstel: vraag om verbetering. Ernstig in de laatste controle: Persoonlijk plan."
    )
    twice = rules.ladder(facts(breaches=(breach(), breach(check=BEFORE))))
    assert twice.proposed is Rung.REQUEST
    assert "Herhaald: Persoonlijk plan (2 keer)." in twice.why


def test_what_only_earlier_checks_found_is_no_ground():
    assert rules.ladder(facts(breaches=(breach(Grade.MAJOR, check=BEFORE),))).proposed is None


@pytest.mark.parametrize(
    ("days", "status", "fits"),
    [
        (29, MeasureStatus.OVERDUE, False),
        (30, MeasureStatus.OVERDUE, True),
        (90, MeasureStatus.EVIDENCE_RECEIVED, False),
        (0, MeasureStatus.REJECTED, True),
    ],
)
def test_a_notice_needs_a_measure_that_was_not_kept_after_a_request(days, status, fits):
    found = rules.ladder(facts(steps=(REQUEST,), measures=(measure(days, status),)))
    assert (found.proposed is Rung.NOTICE) is fits
    without = rules.ladder(facts(measures=(measure(days, status),)))
    assert without.proposed is None


def test_what_ran_out_before_the_request_is_no_ground_for_the_notice():
    late = measure(30)
    same_day = step(Rung.REQUEST, late.due)
    after = step(Rung.REQUEST, late.due + timedelta(days=1))
    assert rules.ladder(facts(steps=(same_day,), measures=(late,))).proposed is Rung.NOTICE
    found = rules.ladder(facts(steps=(after,), measures=(late,)))
    assert found.proposed is None
    assert "die termijn was al voorbij op 5 april 2026" in found.rungs[2].conditions[1].why


def test_proof_refused_before_the_step_is_no_ground_for_the_next():
    old = measure(0, MeasureStatus.REJECTED, date(2025, 9, 1))
    found = rules.ladder(facts(steps=(REQUEST,), measures=(old,)))
    assert found.proposed is None
    assert found.rungs[2].conditions[1].why == (
        "Het bewijs bij “Persoonlijk plan” is onvoldoende, maar dat was al zo op 1 september 2025."
    )
    fresh = measure(0, MeasureStatus.REJECTED, date(2025, 9, 2))
    assert rules.ladder(facts(steps=(REQUEST,), measures=(fresh,))).proposed is Rung.NOTICE
    heard = facts(steps=(REQUEST, NOTICE), measures=(fresh,), hearing_on=TODAY)
    assert rules.ladder(heard).proposed is None


def test_proof_refused_before_the_step_and_late_after_it_is_a_ground():
    late = measure(40, MeasureStatus.REJECTED, date(2026, 1, 2))
    found = rules.ladder(facts(steps=(REQUEST, NOTICE), measures=(late,), hearing_on=TODAY))
    assert found.proposed is Rung.PROPOSAL
    assert "40 dagen te laat" in found.why


def test_a_step_is_forgotten_after_three_years_and_gone_when_it_ended():
    late = (measure(40),)
    edge = step(Rung.REQUEST, date(2023, 5, 4))
    assert rules.ladder(facts(steps=(edge,), measures=late)).proposed is Rung.NOTICE
    old = step(Rung.REQUEST, date(2023, 5, 3))
    forgotten = rules.ladder(facts(steps=(old,), measures=late))
    assert forgotten.proposed is None
    assert "telt niet meer mee" in forgotten.rungs[2].conditions[0].why
    ended = replace(REQUEST, ended_on=TODAY, ended_why="In orde.")
    assert rules.ladder(facts(steps=(ended,), measures=late)).standing is None


def test_a_proposal_needs_a_notice_and_a_hearing():
    ready = facts(steps=(REQUEST, NOTICE), measures=(measure(45),))
    found = rules.ladder(ready)
    assert found.proposed is None
    assert found.why == (
        "De stap van 12 januari 2026 loopt: aanmaning. Voor een voorstel tot schorsing of intrekking"
        " ontbreekt nog: een hoorzitting met het centrum."
    )
    planned = rules.ladder(replace(ready, hearing_on=date(2026, 5, 20)))
    assert planned.proposed is Rung.PROPOSAL
    assert "wordt gehoord op 20 mei 2026" in planned.why
    held = rules.ladder(replace(ready, hearing_on=TODAY))
    assert "is gehoord op 4 mei 2026" in held.why


def test_only_the_hearing_is_a_ground_that_nobody_decides_away():
    grounds = [one for rung in rules.ladder(facts()).rungs for one in rung.conditions]
    assert [one.text for one in grounds if one.fixed] == ["een hoorzitting met het centrum"]


def test_after_the_heaviest_step_somebody_else_decides():
    last = step(Rung.PROPOSAL, date(2026, 4, 1))
    found = rules.ladder(facts(steps=(REQUEST, NOTICE, last), measures=(measure(45),)))
    assert (found.proposed, found.standing) == (None, last)
    assert found.why.startswith("De zwaarste stap is gezet.")


def test_the_conditions_are_kept_in_words():
    text = rules.conditions_text(rules.ladder(facts()).rungs[2])
    assert text.splitlines()[0] == (
        "Niet voldaan: een eerdere vraag om verbetering die nog telt."
        " Er loopt geen vraag om verbetering."
    )


@given(
    st.sets(st.sampled_from(list(Rung))),
    st.integers(0, 60),
    st.sampled_from([None, date(2026, 5, 20)]),
    st.lists(st.sampled_from([Grade.MAJOR, Grade.MINOR]), max_size=3),
)
def test_what_is_proposed_always_fits_and_is_heavier_than_what_stands(rungs, late, hearing, grades):
    order = list(Rung)
    steps = tuple(step(rung, date(2026, 1, 10)) for rung in order if rung in rungs)
    found = rules.ladder(
        facts(
            steps=steps,
            measures=(measure(late),),
            hearing_on=hearing,
            breaches=tuple(breach(grade, key=f"DC-0{n}") for n, grade in enumerate(grades, 1)),
        )
    )
    if found.proposed is not None:
        rung = next(one for one in found.rungs if one.rung is found.proposed)
        assert rung.fits
        assert all(order.index(one.rung) < order.index(found.proposed) for one in steps)
    assert found.why.endswith(".")
