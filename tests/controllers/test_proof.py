"""Proof of measures on a real file: delivered, judged with a reason, taken back, one truth."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.checks.values import (
    CheckNotFinished,
    DeliveryStillToCome,
    JudgeOwns,
    JudgeUnnamed,
    MeasureStatus,
    OwnerJudges,
    ProofMissing,
    ReasonMissing,
)
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

TODAY = date(2026, 5, 4)
KEY = "DC-01"


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    return finished_check(do)


def standing(do: Controllers, check):
    (found,) = do.checks.agreed(do.checks.file(check).centre_id)
    return found


def test_sufficient_proof_carries_the_measure_out_in_the_same_step(do: Controllers, check):
    proof = do.checks.deliver(check, KEY, date(2026, 4, 28), "Nieuw sjabloon voor de intake")
    assert standing(do, check).status is MeasureStatus.EVIDENCE_RECEIVED
    do.checks.judge_proof(check, proof, True, "Het sjabloon bevat alle vragen.")
    found = standing(do, check)
    assert (found.status, found.met_on) == (MeasureStatus.VERIFIED, TODAY)
    (review,) = do.checks.follow(check).reviews[KEY]
    assert (review.judged_by, review.judged_on) == ("Lotte Verhaegen", TODAY)
    do.history.undo()
    assert standing(do, check).status is MeasureStatus.EVIDENCE_RECEIVED
    assert standing(do, check).open
    do.history.redo()
    assert standing(do, check).met_on == TODAY


def test_insufficient_proof_rejects_and_better_proof_follows(do: Controllers, check):
    first = do.checks.deliver(check, KEY, date(2026, 4, 20), "Een mail")
    do.checks.judge_proof(check, first, False, "Er staat geen datum op.")
    assert standing(do, check).status is MeasureStatus.REJECTED
    second = do.checks.deliver(check, KEY, date(2026, 5, 2), "Een gedateerd sjabloon")
    assert standing(do, check).status is MeasureStatus.EVIDENCE_RECEIVED
    do.checks.judge_proof(check, second, True, "Nu wel.")
    do.checks.judge_proof(check, second, False, "Toch niet.")
    assert standing(do, check).open
    assert standing(do, check).status is MeasureStatus.REJECTED


def test_reopening_a_measure_takes_the_judgement_back_too(do: Controllers, check):
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, True, "In orde.")
    do.checks.carry_out(check, KEY, None)
    assert standing(do, check).status is MeasureStatus.EVIDENCE_RECEIVED
    do.history.undo()
    assert standing(do, check).status is MeasureStatus.VERIFIED


def test_removing_proof_takes_what_followed_from_it(do: Controllers, check):
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, True, "In orde.")
    do.checks.remove_proof(check, proof)
    assert standing(do, check).status is MeasureStatus.OPEN
    do.history.undo()
    assert standing(do, check).met_on == TODAY


def test_who_carries_a_measure_out_does_not_judge_its_proof(do: Controllers, check):
    do.checks.assign(check, KEY, "lotte verhaegen")
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    with pytest.raises(OwnerJudges):
        do.checks.judge_proof(check, proof, True, "In orde.")
    do.checks.assign(check, KEY, "An Jansen, zaakvoerder")
    do.checks.judge_proof(check, proof, True, "In orde.")
    assert standing(do, check).owner == "An Jansen, zaakvoerder"


def test_who_judged_the_proof_does_not_become_the_owner(do: Controllers, check):
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, True, "In orde.")
    with pytest.raises(JudgeOwns):
        do.checks.assign(check, KEY, "LOTTE Verhaegen ")
    do.checks.reopen(check, "Een naam vergeten.")
    with pytest.raises(JudgeOwns):
        do.checks.edit_finding(check, KEY, "measure_owner", "Lotte Verhaegen")
    do.checks.edit_finding(check, KEY, "measure_owner", "An Jansen")
    do.checks.finish(check)
    do.checks.judge_proof(check, proof, None)
    do.checks.assign(check, KEY, "Lotte Verhaegen")


def test_who_carries_a_measure_out_does_not_tick_it_off_either(do: Controllers, check):
    do.checks.assign(check, KEY, "Verhaegen, Lotte")
    with pytest.raises(OwnerJudges):
        do.checks.carry_out(check, KEY, TODAY)
    assert standing(do, check).open
    do.checks.assign(check, KEY, " ")
    do.checks.carry_out(check, KEY, TODAY)
    assert standing(do, check).met_on == TODAY
    do.checks.assign(check, KEY, "Lotte Verhaegen")
    do.checks.carry_out(check, KEY, None)
    assert standing(do, check).open


def test_somebody_without_a_name_judges_nothing(do: Controllers, check, monkeypatch):
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.settings.edit("officer_name", " ")
    monkeypatch.setattr(do.checks._store, "_login", "")
    do.checks._store.sign_as("")
    for act in (
        lambda: do.checks.judge_proof(check, proof, True, "In orde."),
        lambda: do.checks.carry_out(check, KEY, TODAY),
    ):
        with pytest.raises(JudgeUnnamed):
            act()
    assert standing(do, check).open


@pytest.mark.parametrize("ticked", [date(2026, 4, 28), TODAY])
@pytest.mark.parametrize("sufficient", [True, False])
def test_a_day_ticked_off_by_hand_outlives_a_judgement(do: Controllers, check, ticked, sufficient):
    do.checks.carry_out(check, KEY, ticked)
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, sufficient, "Bekeken.")
    assert standing(do, check).met_on == ticked
    do.checks.judge_proof(check, proof, None)
    assert standing(do, check).met_on == ticked
    do.checks.judge_proof(check, proof, sufficient, "Bekeken.")
    do.checks.remove_proof(check, proof)
    assert standing(do, check).met_on == ticked
    assert do.checks.prove(check).whole
    do.checks.carry_out(check, KEY, None)
    assert standing(do, check).open


def test_a_day_taken_back_by_hand_counts_from_proof_again(do: Controllers, check):
    do.checks.carry_out(check, KEY, TODAY)
    do.checks.carry_out(check, KEY, None)
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, True, "In orde.")
    do.checks.judge_proof(check, proof, None)
    assert standing(do, check).open


def test_a_judgement_needs_a_reason_and_proof_a_day_and_words(do: Controllers, check):
    with pytest.raises(DeliveryStillToCome):
        do.checks.deliver(check, KEY, date(2026, 5, 5), "Later")
    with pytest.raises(ProofMissing):
        do.checks.deliver(check, KEY, TODAY, "  ")
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    with pytest.raises(ReasonMissing):
        do.checks.judge_proof(check, proof, True, " ")


def test_before_a_check_is_finished_nothing_was_agreed(do: Controllers, check):
    do.checks.reopen(check, "Vergeten.")
    with pytest.raises(CheckNotFinished):
        do.checks.deliver(check, KEY, TODAY, "Een sjabloon")


def test_a_question_of_another_list_is_a_bug(do: Controllers, check):
    with pytest.raises(KeyError):
        do.checks.deliver(check, "XX-99", TODAY, "Een sjabloon")
