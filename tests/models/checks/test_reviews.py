"""How a measure stands, who may judge its proof, and until when a centre may react."""

from datetime import date
from uuid import UUID

import pytest

from models.checks import rules
from models.checks.values import MeasureStatus, ReviewFile

DUE, TODAY = date(2026, 4, 30), date(2026, 5, 4)


def proof(day: int, sufficient: bool | None = None, judged: date | None = None) -> ReviewFile:
    return ReviewFile(UUID(int=day), date(2026, 5, day), "POP-sjabloon", judged, "An", sufficient)


@pytest.mark.parametrize(
    ("met", "proofs", "due", "said"),
    [
        (None, [], None, MeasureStatus.OPEN),
        (None, [], TODAY, MeasureStatus.OPEN),
        (None, [], DUE, MeasureStatus.OVERDUE),
        (None, [proof(1)], DUE, MeasureStatus.EVIDENCE_RECEIVED),
        (None, [proof(1, False, TODAY)], DUE, MeasureStatus.REJECTED),
        (None, [proof(1, False, TODAY), proof(2)], DUE, MeasureStatus.EVIDENCE_RECEIVED),
        (TODAY, [proof(1, True, TODAY)], DUE, MeasureStatus.VERIFIED),
        (TODAY, [], DUE, MeasureStatus.VERIFIED),
    ],
)
def test_a_status_is_derived_from_the_day_the_proof_and_the_last_day(met, proofs, due, said):
    assert rules.status(met, proofs, due, TODAY) is said


def test_nobody_judges_the_proof_of_his_own_measure():
    assert rules.judges_own("Lotte  Verhaegen ", "lotte verhaegen")
    assert not rules.judges_own("An Jansen", "Lotte Verhaegen")
    assert not rules.judges_own("", "")


def test_a_measure_is_carried_out_on_the_day_sufficient_proof_was_first_judged():
    late, early = proof(3, True, date(2026, 5, 4)), proof(1, True, date(2026, 5, 2))
    assert rules.met_day([late, early]) == date(2026, 5, 2)
    assert rules.met_day([proof(1, False, TODAY), proof(2)]) is None


def test_the_term_to_react_counts_from_the_dispatch():
    """2 April 2026 is a Thursday before Easter; 6 April is Easter Monday."""
    plain = rules.reply_term(date(2026, 4, 2))
    assert plain.due == date(2026, 4, 23)
    sent = rules.reply_term(date(2026, 4, 2), registered=True)
    assert (sent.event, sent.due) == (date(2026, 4, 8), date(2026, 4, 29))
    assert "aangetekende brief" in sent.why


def test_a_last_day_on_ascension_moves_on():
    assert rules.reply_term(date(2026, 4, 23)).due == date(2026, 5, 15)


def test_late_is_counted_and_never_refused():
    assert rules.days_late(date(2026, 4, 24), date(2026, 4, 23)) == 1
    assert rules.days_late(date(2026, 4, 23), date(2026, 4, 23)) == 0
    assert rules.days_late(date(2026, 4, 23), None) == 0


@pytest.mark.parametrize(
    "owner",
    [
        "LOTTE VERHAEGEN",
        " lotte\t verhaegen\n",
        "Verhaegen Lotte",
        "Verhaegen, Lotte",
        "Lotte Verhaegen, kwaliteitsmedewerker",
        "Lotté Verhaegen",
        "mevr. Lotte Verhaegen (VDAB)",
    ],
)
def test_a_name_written_otherwise_is_still_the_same_person(owner):
    assert rules.judges_own(owner, "Lotte Verhaegen")
    assert rules.judges_own("Lotte Verhaegen", owner)


@pytest.mark.parametrize(
    ("owner", "judge"),
    [
        ("", "Lotte Verhaegen"),
        ("   ", "Lotte Verhaegen"),
        ("Lotte", "Lotte Verhaegen"),
        ("Lotte Peeters", "Lotte"),
        ("Lotte Verhaegen", ""),
        ("12", "34"),
        ("Lotte Verhaegens", "Lotte Verhaegen"),
    ],
)
def test_nobody_or_another_person_is_not_the_judge(owner, judge):
    assert not rules.judges_own(owner, judge)
