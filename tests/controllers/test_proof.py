"""Proof of measures on a real file: delivered, judged with a reason, taken back, one truth."""

from datetime import date

import pypdf
import pytest

from controllers.bundle import Controllers
from models.attachments.values import Pasted
from models.checks.values import (
    CheckNotFinished,
    DeliveryStillToCome,
    JudgeOwns,
    JudgeUnnamed,
    MeasureStatus,
    OwnerJudges,
    TickerOwns,
    ProofJudged,
    ProofMissing,
    ReasonMissing,
)
from models.store.circle import circle
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

TODAY = date(2026, 5, 4)
KEY = "DC-01"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360000000000200010005fe02fe0000000049454e44ae426082"
)


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


def test_who_ticked_a_measure_off_does_not_become_its_owner(do: Controllers, check):
    do.checks.carry_out(check, KEY, TODAY)
    do.settings.edit("officer_name", "Milan Peeters")
    with pytest.raises(TickerOwns, match="Lotte Verhaegen"):
        do.checks.assign(check, KEY, "Verhaegen, Lotte")
    do.checks.assign(check, KEY, "Milan Peeters")
    do.checks.reopen(check, "Een naam vergeten.")
    with pytest.raises(TickerOwns):
        do.checks.edit_finding(check, KEY, "measure_owner", "lotte verhaegen")
    do.checks.finish(check)
    do.checks.carry_out(check, KEY, None)
    do.checks.assign(check, KEY, "Lotte Verhaegen")
    do.history.undo()
    do.history.undo()
    with pytest.raises(TickerOwns):
        do.checks.assign(check, KEY, "Lotte Verhaegen")


def test_who_carries_a_measure_out_does_not_tick_it_off_either(do: Controllers, check):
    do.checks.assign(check, KEY, "Verhaegen, Lotte")
    with pytest.raises(OwnerJudges):
        do.checks.carry_out(check, KEY, TODAY)
    assert standing(do, check).open
    do.checks.assign(check, KEY, " ")
    do.settings.edit("officer_name", "Milan Peeters")
    do.checks.carry_out(check, KEY, TODAY)
    assert standing(do, check).met_on == TODAY
    do.settings.edit("officer_name", "Lotte Verhaegen")
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


def scan(name: str = "bewijs.png") -> Pasted:
    return Pasted(name, PNG)


def test_files_come_with_proof_until_it_is_judged(do: Controllers, check):
    centre = do.checks.file(check).centre_id
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    about = do.checks.files_of(proof)
    (kept,) = do.attachments.add(centre, [scan()], about).ids
    assert do.checks.follow(check).files == {proof: 1}
    (file,) = do.attachments.of_thing(*about)
    assert (file.name, file.about) == ("bewijs.png", about)
    (row,) = [one for one in do.attachments.of_centre(centre) if one.id == kept]
    assert KEY in row.about_label
    do.history.undo()
    assert do.checks.follow(check).files == {}
    do.history.redo()
    do.checks.judge_proof(check, proof, True, "Volstaat.")
    with pytest.raises(ProofJudged):
        do.attachments.add(centre, [scan("later.png")], about)
    with pytest.raises(ProofJudged):
        do.attachments.remove(kept)
    assert do.checks.prove(check).whole


def test_proof_leaves_with_its_files_and_comes_back_with_them(do: Controllers, check):
    centre = do.checks.file(check).centre_id
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.attachments.add(centre, [scan()], do.checks.files_of(proof))
    do.checks.remove_proof(check, proof)
    assert do.attachments.of_centre(centre) == ()
    do.history.undo()
    assert [one.name for one in do.attachments.of_centre(centre)] == ["bewijs.png"]
    assert do.checks.follow(check).files == {proof: 1}


def test_the_report_names_the_files_and_who_judged_them(do: Controllers, check, tmp_path):
    centre = do.checks.file(check).centre_id
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.attachments.add(centre, [scan()], do.checks.files_of(proof))
    do.checks.judge_proof(check, proof, True, "Alles staat erin.")
    made = do.taking.report(check, tmp_path / "verslag.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(made.path).pages)
    told = " ".join(text.split())
    for words in ("Bewijs van de maatregelen", "bewijs.png", "Volstaat: Alles staat erin."):
        assert words in told, words
    mark = do.checks.prove(check).final
    assert mark is not None
    assert mark.sha256 in told


def test_a_file_with_proof_is_destroyed_with_its_centre(do: Controllers, check):
    centre = do.checks.file(check).centre_id
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    (kept,) = do.attachments.add(centre, [scan()], do.checks.files_of(proof)).ids
    with do.checks._store.look() as session:
        rows = circle(session.connection(), ("centre", centre), ever=False)
    assert kept in rows["attachment"]
    assert proof in rows["measure_review"]
