"""What may not happen in a check: another's rows, old words that return, ends before a begin."""

from datetime import date

import pytest

from controllers.checks import Checks
from models.checks.rules import template
from models.checks.values import (
    AnswerValue,
    CheckFinished,
    ChecklistAnswer,
    CheckNotBegun,
    CheckState,
    DayNotPossible,
    EstablishmentOfAnother,
    Grade,
    Verdict,
    VisitStillToCome,
)
from models.kernel.errors import Gone
from tests.controllers.finished import finished_check

TODAY = date(2026, 5, 4)
YES, NO = AnswerValue.YES, AnswerValue.NO


@pytest.fixture
def checks(controllers) -> Checks:
    return controllers.checks


@pytest.fixture
def centre(controllers):
    return controllers.centres.add("0403170701", "Loopbaanhuis Demer bv")


@pytest.fixture
def check(checks, centre):
    made = checks.plan(centre, TODAY)
    checks.start(made)
    return made


@pytest.fixture
def dossier(checks, check):
    return checks.add_dossiers(check, "KZ-003; KZ-011")[0]


def column(checks, check, number="KZ-003"):
    return next(each for each in checks.file(check).dossiers if each.number == number)


def steps(controllers):
    return len(controllers.history.ids())


# --- a dossier that goes takes its answers along


def test_a_dossier_added_again_begins_empty(checks, check, dossier):
    checks.answer(check, dossier, "DC-05", NO)
    checks.note(check, dossier, "DC-05", "Een vast zinnetje.")
    checks.override_verdict(check, dossier, Verdict.CONFORM, "Staat in de mail.")
    checks.remove_dossier(check, dossier)
    assert checks.add_dossiers(check, "KZ-003") == [dossier]
    again = column(checks, check)
    assert (again.answers, again.verdict_override, again.override_reason) == ({}, None, "")
    checks.answer(check, dossier, "DC-05", YES)
    assert column(checks, check).answers == {"DC-05": ChecklistAnswer(YES)}


def test_undo_brings_a_removed_dossier_back_with_everything(controllers, checks, check, dossier):
    checks.answer(check, dossier, "DC-05", NO)
    checks.override_verdict(check, dossier, Verdict.CONFORM, "Staat in de mail.")
    before, count = checks.file(check), steps(controllers)
    checks.remove_dossier(check, dossier)
    assert steps(controllers) == count + 1
    controllers.history.undo()
    assert checks.file(check) == before
    controllers.history.redo()
    assert [each.number for each in checks.file(check).dossiers] == ["KZ-011"]
    assert controllers.history.verify().whole


# --- only this check's own rows


def acts_on(checks, check, dossier):
    return [
        lambda: checks.answer(check, dossier, "DC-01", YES),
        lambda: checks.note(check, dossier, "DC-01", "Nota"),
        lambda: checks.hours(check, dossier, "DC-08", 4.0, 4.0),
        lambda: checks.fill(check, dossier, {"DC-01": ChecklistAnswer(YES)}, "KZ-003"),
        lambda: checks.override_verdict(check, dossier, Verdict.CONFORM, "Reden"),
        lambda: checks.remove_dossier(check, dossier),
    ]


def test_a_removed_dossier_takes_nothing_in(controllers, checks, check, dossier):
    checks.remove_dossier(check, dossier)
    count = steps(controllers)
    for act in acts_on(checks, check, dossier):
        with pytest.raises(Gone):
            act()
    assert steps(controllers) == count


def test_a_dossier_of_another_check_is_not_ours(controllers, checks, check, dossier):
    checks.answer(check, dossier, "DC-01", NO)
    before = checks.file(check)
    other = checks.plan(before.centre_id)
    for act in acts_on(checks, other, dossier):
        with pytest.raises(Gone):
            act()
    assert checks.file(check) == before


def test_a_finished_check_is_not_emptied_through_another(controllers, checks, check):
    done = finished_check(controllers)
    before = checks.file(done)
    with pytest.raises(Gone):
        checks.remove_dossier(check, before.dossiers[0].id)
    with pytest.raises(CheckFinished):
        checks.remove_dossier(done, before.dossiers[0].id)
    assert checks.file(done) == before


def test_a_strong_point_of_another_check_or_a_finding_is_not_rewritten(checks, check, dossier):
    strength = checks.add_strength(check, "Heldere verslagen.")
    checks.answer(check, dossier, "DC-05", NO)
    checks.edit_finding(check, "DC-05", "measure", "Maatregel")
    other = checks.plan(checks.file(check).centre_id)
    with pytest.raises(Gone):
        checks.edit_strength(other, strength, "Anders.")
    with pytest.raises(Gone):
        checks.edit_strength(check, checks.file(check).findings[0].id, "Anders.")
    checks.edit_strength(check, strength, "")
    with pytest.raises(Gone):
        checks.edit_strength(check, strength, "Toch.")


# --- questions and empty words


@pytest.mark.parametrize("key", ["OC-01", "DC-99", ""])
def test_only_questions_of_the_checklist_are_written(controllers, checks, check, dossier, key):
    count = steps(controllers)
    for act in (
        lambda: checks.note(check, dossier, key, "Nota"),
        lambda: checks.hours(check, dossier, key, 1.0, 1.0),
        lambda: checks.edit_finding(check, key, "measure", "Maatregel"),
        lambda: checks.override_grade(check, key, Grade.MINOR, "Reden"),
        lambda: checks.leave_out(check, key, out=True, reason="Reden"),
        lambda: checks.fill(check, dossier, {key: ChecklistAnswer(YES)}, "KZ-003"),
    ):
        with pytest.raises(KeyError):
            act()
    assert steps(controllers) == count


def test_hours_belong_to_a_question_about_hours(checks, check, dossier):
    with pytest.raises(KeyError):
        checks.hours(check, dossier, "DC-01", 4.0, 4.0)
    with pytest.raises(KeyError):
        checks.fill(check, dossier, {"DC-01": ChecklistAnswer(YES, "", 4.0, 4.0)}, "KZ-003")


def test_nothing_written_is_no_step_and_no_row(controllers, checks, check, dossier):
    before, count = checks.file(check), steps(controllers)
    for _time in range(2):
        checks.answer(check, dossier, "DC-01", None)
        checks.note(check, dossier, "DC-01", "  ")
        checks.hours(check, dossier, "DC-08", None, None)
        checks.fill(check, dossier, {"DC-02": ChecklistAnswer()}, "KZ-003")
        checks.edit_finding(check, "DC-05", "measure", "")
        checks.edit_finding(check, "DC-05", "measure_due", None)
        checks.override_grade(check, "DC-05", None, "")
        checks.leave_out(check, "DC-05", out=False)
        checks.override_verdict(check, dossier, None, "")
        checks.edit(check, "conclusion", "")
        checks.visit(check, None)
        checks.start(check)
    assert steps(controllers) == count
    assert checks.file(check) == before


def test_the_same_once_more_is_no_step(controllers, checks, check, dossier):
    checks.answer(check, dossier, "DC-01", NO)
    checks.note(check, dossier, "DC-01", "Geen fiche.")
    checks.edit(check, "conclusion", "Verzorgd.")
    count = steps(controllers)
    checks.answer(check, dossier, "DC-01", NO)
    checks.note(check, dossier, "DC-01", "Geen fiche. ")
    checks.edit(check, "conclusion", "Verzorgd.")
    assert steps(controllers) == count


# --- ends and days


def test_what_did_not_begin_cannot_be_finished(checks, centre):
    planned = checks.plan(centre, TODAY)
    with pytest.raises(CheckNotBegun):
        checks.finish(planned)
    checks.start(planned)
    with pytest.raises(CheckNotBegun) as refused:
        checks.finish(planned)
    assert "start" in str(refused.value)
    assert checks.file(planned).state is CheckState.RUNNING


def test_a_visit_that_is_still_to_come_is_refused(checks, check):
    with pytest.raises(VisitStillToCome) as refused:
        checks.edit(check, "visit_date", date(2026, 5, 5))
    assert refused.value.field == "visit_date"
    checks.edit(check, "visit_date", TODAY)
    checks.edit(check, "planned_on", date(2026, 6, 1))
    assert checks.file(check).visit_date == TODAY


def test_a_check_is_planned_on_a_day_of_our_time(checks, centre):
    with pytest.raises(DayNotPossible) as refused:
        checks.plan(centre, date(1926, 5, 4))
    assert refused.value.field == "planned_on"
    assert checks.ids() == []


# --- the place


def test_a_removed_establishment_stays_the_place_that_was_visited(controllers, checks, centre):
    place = controllers.centres.add_establishment(centre, "Vestiging Diest")
    check = checks.plan(centre, TODAY, place)
    controllers.centres.remove_part("establishment", place)
    assert checks.file(check).establishment == "Vestiging Diest"
    checks.visit(check, place)
    checks.visit(check, None)
    with pytest.raises(Gone):
        checks.visit(check, place)


def test_an_establishment_of_another_centre_is_refused(controllers, checks, centre, check):
    elsewhere = controllers.centres.add("0566988259", "Atelier Loopbaan")
    place = controllers.centres.add_establishment(elsewhere, "Vestiging Gent")
    with pytest.raises(EstablishmentOfAnother):
        checks.visit(check, place)
    with pytest.raises(EstablishmentOfAnother):
        checks.plan(centre, TODAY, place)
    assert checks.file(check).establishment == ""
    assert len(checks.ids()) == 1


# --- references and versions


def test_a_reference_is_given_once_and_never_drifts(controllers, checks, centre):
    check = checks.plan(centre)
    reference = checks.file(check).reference
    assert reference[:8] == "DC-2026-"
    assert len(reference) == 15
    assert int(reference[8:], 16) >= 0
    checks.edit(check, "planned_on", date(2027, 1, 12))
    checks.start(check)
    checks.edit(check, "visit_date", date(2025, 12, 30))
    assert checks.file(check).reference == reference
    assert checks.rows([check])[0].reference == reference
    checks.add_dossiers(check, "KZ-1")
    letter = controllers.letters.write_audit_letter(check)
    assert controllers.letters.file(letter).reference == reference.replace("DC", "BR")


def test_references_differ(checks, centre):
    made = [checks.plan(centre) for _each in range(20)]
    assert len({row.reference for row in checks.rows(made)}) == 20


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """A folder of content where checklist and letter were published once more."""
    import shutil

    import models.content.reading as reading
    from models.checks.rules import template as checklist
    from models.letters.rules import letter_template as letter

    folder = tmp_path / "content"
    shutil.copytree(reading.FOLDER, folder)

    def publish():
        for name in ("checklist_dossier_check", "letter_audit_findings"):
            now = folder / f"{name}.yaml"
            old = now.read_text("utf-8")
            was = int(old.split("version: ", 1)[1].split("\n", 1)[0])
            now.rename(folder / f"{name}_v{was}.yaml")
            words = old.replace(f"version: {was}", f"version: {was + 1}", 1)
            words = words.replace("DC-27", "DC-28")
            now.write_text(words.replace("We danken u", "Wij danken u"), "utf-8")
        for known in (reading.content, checklist, letter):
            known.cache_clear()

    monkeypatch.setattr(reading, "FOLDER", folder)
    yield publish
    monkeypatch.undo()
    for known in (reading.content, checklist, letter):
        known.cache_clear()


def test_the_next_checklist_leaves_checks_and_letters_as_they_are(
    controllers, checks, check, dossier, next_version
):
    checks.answer(check, dossier, "DC-27", YES)
    letter = controllers.letters.write_audit_letter(check)
    before, paper = checks.file(check), controllers.letters.file(letter).document
    next_version()
    assert checks.file(check) == before
    assert controllers.letters.file(letter).document == paper
    assert checks.rows([check])[0].answered == 1
    checks.add_dossiers(check, "KZ-099")
    assert checks.file(check).template.version == 1
    later = checks.plan(before.centre_id)
    checks.start(later)
    (row,) = checks.add_dossiers(later, "KZ-1")
    assert checks.file(later).template.version == 2
    checks.answer(later, row, "DC-28", YES)
    with pytest.raises(KeyError):
        checks.answer(later, row, "DC-27", YES)
    new = controllers.letters.write_audit_letter(later)
    said = [block.text for block in controllers.letters.file(new).document.blocks]
    assert any("Wij danken u" in text for text in said)


def test_every_published_version_is_still_there():
    newest = template("dossier_check").version
    for version in range(1, newest + 1):
        assert template("dossier_check", version).version == version


# --- lists say what the files say


def test_a_row_says_what_the_whole_check_says(controllers, checks, centre):
    import random

    dice = random.Random(7)
    values = [*AnswerValue, None, YES, YES, YES]
    made = []
    for _turn in range(8):
        check = checks.plan(centre)
        made.append(check)
        checks.start(check)
        rows = checks.add_dossiers(check, "KZ-1; KZ-2; KZ-3; KZ-4")
        whole = dice.random() < 0.5
        for row in rows:
            answers = {}
            for question in checks.file(check).template.questions:
                value = YES if whole and dice.random() < 0.9 else dice.choice(values)
                hours = dice.choice([(None, None), (7.3, 7.05), (7.3, 7.04), (4.0, None)])
                answers[question.key] = (
                    ChecklistAnswer(value, "Nota")
                    if question.tolerance_hours is None
                    else ChecklistAnswer(None, "", *hours)
                )
            checks.fill(check, row, answers, "KZ-1")
        checks.override_verdict(check, rows[0], dice.choice([*Verdict, None]), "Reden")
        checks.remove_dossier(check, rows[3])
    for row in checks.rows(made):
        whole = checks.file(row.id)
        verdicts = [each.verdict for each in whole.dossiers]
        assert row.dossiers == 3
        assert (row.answered, row.total) == (whole.progress.answered, whole.progress.total)
        assert row.non_conform == verdicts.count(Verdict.NON_CONFORM)
        assert row.findings == len(whole.findings)


def test_a_page_of_checks_takes_as_many_statements_as_one(store, checks, centre, statements):
    made = [checks.plan(centre) for _each in range(6)]
    for each in made:
        checks.start(each)
        checks.add_dossiers(each, "KZ-1; KZ-2")
    with statements() as few:
        checks.rows(made[:1])
    with statements() as many:
        checks.rows(made)
    assert len(many) == len(few) <= 5


@pytest.fixture
def statements(store):
    """Counts what is asked of the file while it is open."""
    from contextlib import contextmanager

    from sqlalchemy import event

    @contextmanager
    def counting():
        said = []

        def hear(_connection, _cursor, statement, *_rest):
            if statement.lstrip().upper().startswith("SELECT"):
                said.append(statement)

        event.listen(store._reading, "before_cursor_execute", hear)
        yield said
        event.remove(store._reading, "before_cursor_execute", hear)

    return counting
