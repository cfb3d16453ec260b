"""The ladder of measures on a real file: proposed, decided, decided otherwise, ended."""

from datetime import date

import pytest
from pypdf import PdfReader

from controllers.bundle import Controllers
from models.checks.values import (
    AgainstWhyMissing,
    CheckNotInStep,
    DecisionStillToCome,
    EndBeforeDecided,
    Grade,
    HearingMissing,
    MotivationMissing,
    ReasonMissing,
    RecheckOutcome,
    Rung,
    StepOver,
    VisitAfterFollowed,
)
from models.store.store import Store
from tests.controllers.finished import DAY, finished_check, settle
from tests.controllers.test_rechecking import again

TODAY = date(2026, 5, 4)


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def centre(do: Controllers):
    return do.checks.file(finished_check(do)).centre_id


def test_a_proposal_is_taken_with_a_motivation_and_keeps_its_conditions(do: Controllers, centre):
    found = do.checks.ladder(centre)
    assert found.proposed is Rung.REQUEST
    with pytest.raises(MotivationMissing):
        do.checks.take_step(centre, Rung.REQUEST, " ")
    do.checks.take_step(centre, Rung.REQUEST, "Drie dossiers zonder verslag.")
    after = do.checks.ladder(centre)
    assert after.proposed is None
    assert after.standing is not None
    assert (after.standing.rung, after.standing.decided_on) == (Rung.REQUEST, TODAY)
    assert after.standing.decided_by == "Lotte Verhaegen"
    assert after.standing.preconditions.startswith("Voldaan: een ernstige tekortkoming")
    do.history.undo()
    assert do.checks.ladder(centre).standing is None
    do.history.redo()
    assert do.checks.ladder(centre).standing is not None


def test_deciding_otherwise_needs_a_reason(do: Controllers, centre):
    with pytest.raises(AgainstWhyMissing):
        do.checks.take_step(centre, Rung.NOTICE, "Te ernstig.")
    do.checks.take_step(centre, Rung.NOTICE, "Te ernstig.", against_why="Cliënten in gevaar.")
    (step,) = do.checks.ladder(centre).steps
    assert step.against_why == "Cliënten in gevaar."
    assert "Niet voldaan" in step.preconditions


def test_who_decides_without_the_earlier_steps_is_told_what_is_lacking(do: Controllers, centre):
    with pytest.raises(AgainstWhyMissing) as refused:
        do.checks.take_step(centre, Rung.NOTICE, "Te ernstig.")
    assert str(refused.value) == (
        "For this step is still lacking: een eerdere vraag om verbetering die nog telt; sindsdien"
        " een maatregel die 30 dagen te laat is, of bewijs dat onvoldoende is. Write why you take it"
        " all the same."
    )
    do.checks.take_step(centre, Rung.REQUEST, "Drie dossiers zonder verslag.")
    with pytest.raises(AgainstWhyMissing, match="not the step that the rules propose"):
        do.checks.take_step(centre, Rung.COACHING, "Toch eerst een gesprek.")


def test_no_reason_replaces_the_hearing_before_a_proposal_to_withdraw(do: Controllers, centre):
    with pytest.raises(HearingMissing) as refused:
        do.checks.take_step(centre, Rung.PROPOSAL, "Zeer ernstig.", against_why="Het moet nu.")
    assert refused.value.field == "hearing_on"
    assert do.checks.ladder(centre).steps == ()
    heard = date(2026, 5, 20)
    with pytest.raises(AgainstWhyMissing, match="een eerdere aanmaning die nog telt"):
        do.checks.take_step(centre, Rung.PROPOSAL, "Zeer ernstig.", hearing_on=heard)
    do.checks.take_step(
        centre, Rung.PROPOSAL, "Zeer ernstig.", hearing_on=heard, against_why="Acuut gevaar."
    )
    (step,) = do.checks.ladder(centre).steps
    assert "Voldaan: een hoorzitting met het centrum. Het centrum wordt gehoord" in (
        step.preconditions
    )


def test_a_step_ends_with_a_reason_and_only_once(do: Controllers, centre):
    step = do.checks.take_step(centre, Rung.REQUEST, "Verslagen ontbreken.")
    with pytest.raises(ReasonMissing):
        do.checks.end_step(step, TODAY, "")
    with pytest.raises(EndBeforeDecided):
        do.checks.end_step(step, date(2026, 5, 3), "In orde.")
    with pytest.raises(DecisionStillToCome):
        do.checks.end_step(step, date(2026, 5, 5), "In orde.")
    do.checks.end_step(step, TODAY, "Alles is nagekeken en in orde.")
    assert do.checks.ladder(centre).standing is None
    with pytest.raises(StepOver):
        do.checks.end_step(step, TODAY, "Nog eens.")
    do.history.undo()
    assert do.checks.ladder(centre).standing is not None


def test_a_step_of_an_earlier_day_rests_on_what_was_known_that_day(do: Controllers, centre):
    (check,) = {one.check_id for one in do.checks.agreed(centre)}
    before = date(2026, 4, 13)
    with pytest.raises(AgainstWhyMissing):
        do.checks.take_step(centre, Rung.REQUEST, "Ernstig.", decided_on=before)
    with pytest.raises(CheckNotInStep):
        do.checks.take_step(
            centre, Rung.REQUEST, "Ernstig.", decided_on=before, check_id=check, against_why="Toch."
        )
    do.checks.take_step(centre, Rung.REQUEST, "Ernstig.", decided_on=DAY, check_id=check)
    (step,) = do.checks.ladder(centre).steps
    assert step.preconditions.startswith("Voldaan")


def test_proof_judged_later_says_nothing_about_an_earlier_day(do: Controllers, centre):
    (one,) = do.checks.agreed(centre)
    do.checks.take_step(centre, Rung.REQUEST, "Ernstig.", decided_on=DAY)
    proof = do.checks.deliver(one.check_id, one.question_key, TODAY, "Een sjabloon")
    do.checks.judge_proof(one.check_id, proof, False, "Ongedateerd.")
    assert do.checks.ladder(centre).proposed is Rung.NOTICE
    with pytest.raises(AgainstWhyMissing):
        do.checks.take_step(centre, Rung.NOTICE, "Geen bewijs.", decided_on=date(2026, 5, 3))
    do.checks.take_step(centre, Rung.NOTICE, "Geen bewijs.")


def test_a_hearing_of_a_step_that_is_forgotten_does_not_count_for_the_next(do, centre):
    long_ago = date(2022, 4, 20)
    do.checks.take_step(
        centre, Rung.PROPOSAL, "Zeer ernstig.",
        decided_on=date(2022, 5, 2), hearing_on=long_ago, against_why="Acuut gevaar.",
    )  # fmt: skip
    with pytest.raises(HearingMissing):
        do.checks.take_step(centre, Rung.PROPOSAL, "Weer.", against_why="Het moet nu.")
    do.checks.take_step(
        centre, Rung.NOTICE, "Ernstig.", hearing_on=date(2026, 5, 20), against_why="Op vraag."
    )
    heard = do.checks.ladder(centre).rungs[-1].conditions[-1]
    assert (heard.met, heard.why) == (True, "Het centrum wordt gehoord op 20 mei 2026.")


def test_a_serious_finding_that_rests_on_no_question_is_a_ground(do, centre):
    (first,) = do.checks.ids(centre)
    last = again(do, first)
    do.checks.edit(last, "visit_date", date(2026, 4, 28))
    (seen,) = do.checks.follow(last).rechecks
    do.checks.recheck(last, seen.id, RecheckOutcome.SOLVED)
    loose = do.checks.add_finding(
        last, Grade.MAJOR, "De dossiers liggen open en bloot.", criterion="Dossiers achter slot"
    )
    do.checks.finish(last)
    found = do.checks.ladder(centre)
    assert found.proposed is Rung.REQUEST
    assert found.why.endswith("Ernstig in de laatste controle: Dossiers achter slot.")
    something = found.rungs[0].conditions[0].why
    assert something == "De laatste controle vond 1 tekortkoming en 0 lichtere punten."

    next_one = again(do, first)
    (seen,) = do.checks.follow(next_one).rechecks
    assert seen.question_key == loose
    do.checks.recheck(next_one, seen.id, RecheckOutcome.NOT_SOLVED)
    do.checks.finish(next_one)
    found = do.checks.ladder(centre)
    assert found.last_check == next_one
    assert found.why.endswith("Herhaald: Dossiers achter slot (2 keer).")


def test_a_visit_does_not_move_past_the_step_that_was_decided_on_it(do: Controllers, centre):
    (check,) = do.checks.ids(centre)
    do.checks.take_step(
        centre, Rung.REQUEST, "Ernstig.", decided_on=date(2026, 4, 20), check_id=check
    )
    do.checks.reopen(check, "De dag was fout.")
    with pytest.raises(VisitAfterFollowed):
        do.checks.edit(check, "visit_date", date(2026, 4, 21))
    do.checks.edit(check, "visit_date", date(2026, 4, 20))


def test_a_step_does_not_rest_on_a_check_elsewhere(do: Controllers, centre):
    (check,) = {one.check_id for one in do.checks.agreed(centre)}
    other = do.centres.add("0887010362", "Talentkaai")
    with pytest.raises(CheckNotInStep):
        do.checks.take_step(
            other, Rung.COACHING, "Gesprek.", check_id=check, against_why="Op vraag."
        )


def test_the_cockpit_says_where_a_centre_stands_and_what_comes_next(do: Controllers, centre):
    seen = do.cockpit.of(centre).ladder
    assert seen == do.checks.ladder(centre)
    assert (seen.standing, seen.proposed) == (None, Rung.REQUEST)
    assert seen.why.startswith("Voorstel:")
    do.checks.take_step(centre, Rung.REQUEST, "Drie dossiers zonder verslag.")
    seen = do.cockpit.of(centre).ladder
    assert seen is not None
    assert seen.standing is not None
    assert seen.standing.rung is Rung.REQUEST
    (check,) = do.checks.ids(centre)
    assert seen.last_check == check


def test_the_sheet_of_the_centre_tells_the_step_that_stands_and_the_one_proposed(
    do: Controllers, centre, tmp_path
):
    def told() -> str:
        made = do.outgoing.centre_sheet(centre, tmp_path / "blad.pdf")
        (page,) = PdfReader(made.path).pages
        return " ".join(page.extract_text().split())

    assert "Ladder van maatregelen Voorstel: vraag om verbetering. Ernstig" in told()
    do.checks.take_step(centre, Rung.REQUEST, "Drie dossiers zonder verslag.")
    assert "Loopt nu: Vraag om verbetering Beslist op 4 mei 2026 door Lotte Verhaegen." in told()
    assert "Voorstel: " not in told()


def test_the_sheet_of_a_centre_without_a_step_says_nothing_of_the_ladder(do: Controllers, tmp_path):
    calm = do.centres.add("0887010362", "Talentkaai")
    made = do.outgoing.centre_sheet(calm, tmp_path / "blad.pdf")
    assert "Ladder" not in PdfReader(made.path).pages[0].extract_text()
