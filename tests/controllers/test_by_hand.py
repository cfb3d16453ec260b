"""Findings by hand on a real file: on a question or not, of every kind, in letter and list."""

import pytest

from controllers.bundle import Controllers
from models.checks.values import (
    AnswerValue,
    CheckFinished,
    FindingThere,
    Grade,
    NotByHand,
    StatementMissing,
)
from models.store.store import Store
from tests.controllers.finished import finished_check, settle


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    made = finished_check(do)
    do.checks.reopen(made, "Nog iets gezien.")
    return made


def test_a_finding_without_a_question_stands_with_its_criterion(do: Controllers, check):
    key = do.checks.add_finding(
        check,
        Grade.COACHING,
        "Het plan kan concreter.",
        criterion="Persoonlijk ontwikkelingsplan",
        evidence="KZ-004: twee doelen zonder datum",
    )
    found = do.checks.file(check).findings[-1]
    assert (found.key, found.grade, found.by_hand) == (key, Grade.COACHING, True)
    assert (found.criterion, found.seen) == (
        "Persoonlijk ontwikkelingsplan",
        "KZ-004: twee doelen zonder datum",
    )
    do.checks.edit_finding(check, key, "statement", "Het plan mag concreter.")
    assert do.checks.file(check).findings[-1].text == "Het plan mag concreter."
    do.history.undo()
    do.history.undo()
    assert len(do.checks.file(check).findings) == 1


def test_a_finding_on_a_question_stands_whatever_the_answers_say(do: Controllers, check):
    key = do.checks.add_finding(check, Grade.MINOR, "Kan beter.", question_key="DC-03")
    assert key == "DC-03"
    assert [one.key for one in do.checks.file(check).findings] == ["DC-01", "DC-03"]
    with pytest.raises(FindingThere):
        do.checks.add_finding(check, Grade.MINOR, "Nog eens.", question_key="DC-03")
    with pytest.raises(FindingThere):
        do.checks.add_finding(check, Grade.COACHING, "Nog eens.", question_key="DC-01")
    do.checks.remove_finding(check, "DC-03")
    assert [one.key for one in do.checks.file(check).findings] == ["DC-01"]


def test_a_finding_by_hand_inherits_nothing_of_one_the_answers_proposed(do: Controllers, check):
    do.checks.edit_finding(check, "DC-01", "measure", "Maak verslagen.")
    do.checks.leave_out(check, "DC-01", out=True, reason="Afgesproken.")
    for dossier in do.checks.file(check).dossiers[:3]:
        do.checks.answer(check, dossier.id, "DC-01", AnswerValue.YES)
    assert do.checks.file(check).findings == ()
    do.checks.add_finding(check, Grade.MINOR, "Kan beter.", question_key="DC-01")
    (found,) = do.checks.file(check).findings
    assert (found.left_out, found.left_out_reason, found.measure) == (False, "", "")
    do.history.undo()
    assert do.checks.file(check).findings == ()


def test_the_list_counts_findings_by_hand_as_the_file_does(do: Controllers, check):
    def counted() -> int:
        (row,) = do.checks.rows([check])
        assert row.findings == len(do.checks.file(check).findings)
        return row.findings

    do.checks.add_strength(check, "Heldere intake.")
    assert counted() == 1
    do.checks.add_finding(check, Grade.MINOR, "Kan beter.", question_key="DC-03")
    assert counted() == 2
    do.checks.add_finding(check, Grade.COACHING, "Het plan kan concreter.", criterion="Plan")
    assert counted() == 3
    dossier = do.checks.file(check).dossiers[0]
    do.checks.answer(check, dossier.id, "DC-03", AnswerValue.NO)
    assert counted() == 3


def test_what_the_answers_propose_cannot_be_removed(do: Controllers, check):
    with pytest.raises(NotByHand):
        do.checks.remove_finding(check, "DC-01")
    with pytest.raises(StatementMissing):
        do.checks.add_finding(check, Grade.MINOR, " ")


def test_the_evidence_of_a_proposed_finding_are_the_notes_of_its_answers(do: Controllers, check):
    (found,) = do.checks.file(check).findings
    assert found.seen.splitlines()[0] == "KZ-001: Niet gevonden in het dossier."
    do.checks.edit_finding(check, "DC-01", "evidence", "Drie dossiers zonder verslag.")
    assert do.checks.file(check).findings[0].seen == "Drie dossiers zonder verslag."


def test_a_breach_by_hand_asks_for_a_measure_once_the_check_is_finished(do: Controllers, check):
    key = do.checks.add_finding(check, Grade.MAJOR, "Er zijn geen dossiers bewaard.")
    do.checks.finish(check)
    centre = do.checks.file(check).centre_id
    assert {one.question_key for one in do.checks.agreed(centre)} == {"DC-01", key}
    do.checks.carry_out(check, key, do.today())
    assert {one.question_key for one in do.checks.agreed(centre) if one.open} == {"DC-01"}
    with pytest.raises(CheckFinished):
        do.checks.add_finding(check, Grade.MINOR, "Te laat.")
    letter = do.letters.write_audit_letter(check)
    assert do.letters.file(letter)


def test_a_strong_point_stays_a_strong_point(do: Controllers, check):
    do.checks.add_strength(check, "Heldere intake.")
    file = do.checks.file(check)
    assert [one.text for one in file.strengths] == ["Heldere intake."]
    assert [one.key for one in file.findings] == ["DC-01"]
