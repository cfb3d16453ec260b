"""A check with a checklist of the office's own: facts, conditions, proof; list and file agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    ChecklistUnknown,
    Condition,
    Unit,
    VersionNotReady,
    VersionSealed,
)
from models.checks.values import ChecklistAnswer, CheckIncomplete, CheckState, FactWanted, Verdict
from models.store.store import Store
from tests.controllers.workbooks import Sheet

YES, PARTIAL, NO, NA, UNSEEN = AnswerValue
KEY = "eigen_lijst"
KEYS = ("EL-01", "EL-02", "EL-03", "EL-04", "EL-05", "EL-06")


class Office:
    """A checklist with every kind of answer, in a check of two dossiers."""

    def __init__(self, store: Store) -> None:
        self.controllers = Controllers(store)
        self.checks, self.lists = self.controllers.checks, self.controllers.checklists
        self.version = self.lists.new("Eigen lijst", Unit.CLIENT_DOSSIER)
        section = self.lists.add_section(self.version, "1. Alles")
        for key in KEYS:
            row = self.lists.add_question(section)
            self.write(key, text=f"Is {key} in orde?", finding="is dit niet in orde")
            assert self.row(key) == row
        self.write("EL-01", definition_condition=True)
        self.write("EL-02", asked_when=Condition("EL-01", (NO, PARTIAL)), mandate_relevant=True)
        self.write("EL-03", answer_type=AnswerType.NUMBER, least=2, most=6, counted_in="weken")
        self.write("EL-04", answer_type=AnswerType.CHOICE, options="Altijd = ja\nNooit = nee")
        self.write("EL-05", answer_type=AnswerType.TEXT)
        self.write("EL-06", answer_type=AnswerType.DATE)
        self.lists.begin_test(self.version)
        self.centre = self.controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
        self.check = self.checks.plan(self.centre, date(2026, 5, 4), checklist=KEY, version=1)
        self.checks.start(self.check)
        self.one, self.other = self.checks.add_dossiers(self.check, "KZ-1; KZ-2")

    def row(self, key: str) -> UUID:
        return self.lists.file(KEY, 1).question_ids[key]

    def write(self, key: str, **fields: object) -> None:
        row = self.row(key)
        for field, value in fields.items():
            self.lists.edit_question(row, field, value)

    def option(self, text: str) -> str:
        options = self.file.template.question("EL-04").options
        return next(one.key for one in options if one.text == text)

    def all_good(self, dossier: UUID) -> None:
        self.checks.answer(self.check, dossier, "EL-01", YES)
        self.checks.fact(self.check, dossier, "EL-03", 4)
        self.checks.fact(self.check, dossier, "EL-04", self.option("Altijd"))
        self.checks.fact(self.check, dossier, "EL-05", "Twee gesprekken")
        self.checks.fact(self.check, dossier, "EL-06", date(2026, 4, 1))

    @property
    def file(self):
        return self.checks.file(self.check)

    def agrees(self) -> None:
        """What the list counts is what the file says."""
        file, (row,) = self.file, self.checks.rows([self.check])
        assert (row.answered, row.total) == (file.progress.answered, file.progress.total)
        verdicts = [dossier.verdict for dossier in file.dossiers]
        assert row.non_conform == verdicts.count(Verdict.NON_CONFORM)
        assert row.findings == len(file.findings)


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def test_facts_answer_the_check_and_it_can_be_finished(office: Office):
    office.all_good(office.one)
    office.all_good(office.other)
    file = office.file
    assert [dossier.verdict for dossier in file.dossiers] == [Verdict.CONFORM, Verdict.CONFORM]
    assert (file.progress.answered, file.progress.total, file.progress.good) == (10, 10, 10)
    office.agrees()
    office.checks.finish(office.check)
    assert office.file.state is CheckState.FINISHED


def test_a_choice_that_means_nothing_needs_no_reason_and_counts_for_nothing(office: Office):
    office.write("EL-04", options="Altijd = ja\nNooit = nee\nOnduidelijk")
    for dossier in (office.one, office.other):
        office.all_good(dossier)
        office.checks.fact(office.check, dossier, "EL-04", office.option("Onduidelijk"))
    office.agrees()
    progress = office.file.progress
    assert (progress.answered, progress.bad, progress.partly) == (progress.total, 0, 0)
    assert {one.verdict for one in office.file.dossiers} == {Verdict.CONFORM}
    office.checks.finish(office.check)
    assert office.file.state is CheckState.FINISHED


def test_a_fact_is_one_step_that_can_be_undone(office: Office):
    office.checks.fact(office.check, office.one, "EL-03", 9.5)
    assert office.file.dossiers[0].answers["EL-03"].amount == 9.5
    office.controllers.history.undo()
    assert "EL-03" not in office.file.dossiers[0].answers
    office.controllers.history.redo()
    assert office.file.findings[0].proposed_statement.endswith("KZ-1: 9,5 weken.")
    with pytest.raises(FactWanted):
        office.checks.answer(office.check, office.one, "EL-03", YES)


def test_an_answer_to_a_question_no_longer_asked_is_kept_and_does_not_count(office: Office):
    office.all_good(office.one)
    office.checks.answer(office.check, office.one, "EL-01", NO)
    office.checks.note(office.check, office.one, "EL-01", "Gezien.")
    office.checks.answer(office.check, office.one, "EL-02", NO)
    assert {one.question_key for one in office.file.findings} == {"EL-01", "EL-02"}
    office.agrees()
    office.checks.answer(office.check, office.one, "EL-01", YES)
    assert office.file.findings == ()
    assert office.file.dossiers[0].answers["EL-02"].value is NO
    assert office.file.dossiers[0].verdict is Verdict.CONFORM
    office.agrees()


def test_not_assessable_wants_a_reason_before_a_check_is_finished(office: Office):
    office.all_good(office.one)
    office.all_good(office.other)
    office.checks.answer(office.check, office.one, "EL-05", UNSEEN)
    with pytest.raises(CheckIncomplete):
        office.checks.finish(office.check)
    office.checks.note(office.check, office.one, "EL-05", "Het verslag ontbreekt.")
    office.checks.finish(office.check)


def test_a_question_taken_out_of_a_version_in_test_takes_nothing_along(office: Office):
    office.all_good(office.one)
    office.lists.remove_question(office.row("EL-03"))
    assert (office.file.progress.answered, office.file.progress.total) == (4, 8)
    office.agrees()


def test_a_plain_list_of_the_office_loses_a_question_in_the_count_too(store: Store):
    controllers = Controllers(store)
    lists, checks = controllers.checklists, controllers.checks
    draft = lists.draft_from("dossier_check", 1)
    lists.begin_test(draft)
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    check = checks.plan(centre, version=2)
    checks.start(check)
    (dossier,) = checks.add_dossiers(check, "KZ-1")
    for key, value in (("DC-01", YES), ("DC-02", NO), ("DC-03", YES)):
        checks.answer(check, dossier, key, value)
    for key in ("DC-02", "DC-03"):
        lists.remove_question(lists.file("dossier_check", 2).question_ids[key])
    (row,) = checks.rows([check])
    assert (row.answered, row.total, row.findings) == (1, 25, 0)
    assert checks.file(check).progress.answered == 1


def test_new_checks_take_the_newest_that_is_published(store: Store):
    controllers = Controllers(store)
    lists, checks = controllers.checklists, controllers.checks
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    planned = lambda: checks.file(checks.plan(centre)).template.version  # noqa: E731
    draft = lists.draft_from("dossier_check", 1)
    lists.begin_test(draft)
    assert planned() == 1
    lists.publish(draft)
    assert planned() == 2
    lists.retire(draft)
    assert planned() == 1
    used = {(row.version.key, row.version.version): row.used_in for row in lists.rows()}
    assert used == {
        ("mandate_application", 1): 0,
        ("dossier_check", 1): 2,
        ("dossier_check", 2): 1,
        ("offer_check", 1): 0,
    }


def test_a_check_stays_with_the_version_it_was_planned_with(store: Store):
    controllers = Controllers(store)
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    before = controllers.checks.plan(centre)
    draft = controllers.checklists.draft_from("dossier_check", 1)
    controllers.checklists.edit(draft, "title", "Anders")
    controllers.checklists.begin_test(draft)
    controllers.checklists.publish(draft)
    assert controllers.checks.file(before).template.version == 1


def test_a_draft_and_a_retired_version_cannot_be_used_in_a_new_check(store: Store):
    controllers = Controllers(store)
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    draft = controllers.checklists.draft_from("dossier_check", 1)
    with pytest.raises(VersionNotReady):
        controllers.checks.plan(centre, version=2)
    controllers.checklists.begin_test(draft)
    controllers.checks.plan(centre, version=2)
    controllers.checklists.retire(draft)
    with pytest.raises(VersionNotReady):
        controllers.checks.plan(centre, version=2)
    with pytest.raises(ChecklistUnknown):
        controllers.checks.plan(centre, version=3)


values = st.sampled_from([None, *AnswerValue])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(values, values),
    st.sampled_from([None, 1, 4, 9]),
    st.sampled_from([None, "Altijd", "Nooit"]),
    st.sampled_from([None, UNSEEN]),
)
def test_the_list_and_the_file_agree_whatever_is_answered(
    office: Office, plain, amount, text, aside
):
    answers = {
        "EL-01": ChecklistAnswer(plain[0]),
        "EL-02": ChecklistAnswer(plain[1]),
        "EL-03": ChecklistAnswer(amount=amount),
        "EL-04": ChecklistAnswer(choice=office.option(text) if text else ""),
        "EL-05": ChecklistAnswer(aside),
    }
    office.checks.fill(office.check, office.one, answers, "KZ-1")
    office.agrees()


def test_a_version_in_test_stays_as_it_is_once_a_check_is_finished_with_it(office: Office):
    office.all_good(office.one)
    office.all_good(office.other)
    office.checks.finish(office.check)
    question, before = office.row("EL-04"), office.file
    for act in (
        lambda: office.write("EL-04", options="Altijd = nee\nNooit = ja"),
        lambda: office.lists.remove_question(question),
        lambda: office.lists.edit(office.version, "other_dossiers", 1),
    ):
        with pytest.raises(VersionSealed):
            act()
    assert office.file == before
    office.lists.publish(office.version)
    assert office.checks.prove(office.check).stands is True


def test_a_version_in_test_may_change_again_while_its_check_is_open_again(office: Office):
    office.all_good(office.one)
    office.all_good(office.other)
    office.checks.finish(office.check)
    office.checks.reopen(office.check, "De lijst deugt niet.")
    office.write("EL-04", options="Altijd = nee\nNooit = ja")
    office.checks.fact(office.check, office.one, "EL-03", 5)


def test_everything_that_counts_in_a_checklist_is_under_the_mark(office: Office):
    from models.checks.rules.content import locked

    before = locked(office.checks.content(office.check))
    office.write("EL-04", options="Altijd = nee\nNooit = ja")
    other = locked(office.checks.content(office.check))
    assert other != before
    office.lists.edit(office.version, "other_dossiers", 5)
    assert locked(office.checks.content(office.check)) not in (before, other)


@pytest.mark.parametrize("how", ["taken out", "renumbered"])
def test_a_workbook_of_a_question_that_is_no_longer_there_comes_back(
    office: Office, tmp_path: Path, how: str
):
    """It stopped the program; now the cell says why it is not taken over."""
    path = office.checks.send_out(office.check, tmp_path / "lijst.xlsx").path
    Sheet(path, "Matrix").write("EL-01/value", str(office.one), "nee")
    Sheet(path, "Matrix").write("EL-03/amount", str(office.one), 4)
    if how == "taken out":
        office.lists.remove_question(office.row("EL-03"))
    else:
        office.lists.edit_question(office.row("EL-03"), "key", "EL-30")
    review = office.checks.review(office.checks.read_back(path), office.check)
    told = {(item.key.row, item.group, item.code) for item in review.items}
    assert told == {
        ("EL-01/value", Group.ANSWERS, ""),
        ("EL-03/amount", Group.FORBIDDEN, "question_no_longer_there"),
    }


def test_a_large_number_of_a_workbook_is_told_whole(office: Office, tmp_path: Path):
    path = office.checks.send_out(office.check, tmp_path / "lijst.xlsx").path
    Sheet(path, "Matrix").write("EL-03/amount", str(office.one), 123456.7)
    Sheet(path, "Matrix").write("EL-03/amount", str(office.other), 1000000)
    review = office.checks.review(office.checks.read_back(path), office.check)
    assert [item.theirs for item in review.items] == ["123456,7", "1000000"]
