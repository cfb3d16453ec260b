"""Measures and rounds of reactions in the follow-up: two steps, proof that waits, late."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from models.checks.values import Agreed, Grade, MeasureStatus
from models.conditions.rules import signals, watch
from models.conditions.values import CentreFacts, ConditionKind, OpenRound, Urgency
from models.terms.values import NOTHING_CHANGED

TODAY = date(2026, 5, 4)
ON = watch(TODAY, NOTHING_CHANGED)
CENTRE, CHECK, FINDING = UUID(int=1), UUID(int=2), UUID(int=3)


def measure(due: date | None, status=MeasureStatus.OPEN, met_on: date | None = None) -> Agreed:
    late = due is not None and due < TODAY
    return Agreed(
        check_id=CHECK,
        reference="DC-2026-1",
        visited=date(2026, 1, 5),
        question_key="DC-05",
        question="Persoonlijk plan",
        grade=Grade.MINOR,
        measure="Maak een plan",
        due=due,
        days_late=(TODAY - due).days if late and due else 0,
        why="",
        counted=None,
        met_on=met_on,
        status=status,
        finding_id=FINDING,
    )


def told(*measures: Agreed, rounds: tuple[OpenRound, ...] = ()):
    return list(signals(CentreFacts(CENTRE, measures=measures, rounds=rounds), ON))


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-1, Urgency.LATE),
        (0, Urgency.NOW),
        (14, Urgency.NOW),
        (15, Urgency.SOON),
        (74, Urgency.SOON),
        (75, Urgency.LATER),
    ],
)
def test_a_measure_is_watched_from_two_weeks_before_its_last_day(days, urgency):
    (one,) = told(measure(TODAY + timedelta(days=days)))
    assert (one.kind, one.urgency) == (ConditionKind.MEASURE, urgency)
    assert one.start == TODAY + timedelta(days=days - 14)
    assert one.opens.detail == "findings"


def test_proof_that_waits_asks_for_a_hand_even_when_the_day_is_far_or_over():
    for due in (None, TODAY + timedelta(days=300), TODAY - timedelta(days=30)):
        (one,) = told(measure(due, MeasureStatus.EVIDENCE_RECEIVED))
        assert (one.urgency, one.row) == (Urgency.NOW, FINDING)


def test_what_has_no_day_or_was_carried_out_asks_nothing():
    assert told(measure(None)) == []
    assert told(measure(TODAY - timedelta(days=9), MeasureStatus.VERIFIED, TODAY)) == []


def test_refused_proof_is_told():
    (one,) = told(measure(TODAY - timedelta(days=1), MeasureStatus.REJECTED))
    assert one.why == "Maak een plan. The proof was not sufficient. 1 day late."


@pytest.mark.parametrize(
    ("reply_by", "urgency"),
    [
        (date(2026, 5, 3), Urgency.LATE),
        (date(2026, 5, 4), Urgency.SOON),
        (date(2026, 5, 25), Urgency.SOON),
        (date(2026, 12, 1), Urgency.LATER),
    ],
)
def test_until_its_last_day_the_turn_is_to_the_centre(reply_by, urgency):
    round_ = OpenRound(UUID(int=4), CHECK, "DC-2026-1", date(2026, 4, 20), reply_by)
    (one,) = told(rounds=(round_,))
    assert (one.kind, one.urgency, one.last) == (ConditionKind.REACTION, urgency, reply_by)
