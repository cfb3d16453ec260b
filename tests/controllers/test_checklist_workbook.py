"""A checklist to Excel and back: nothing lost, and every mistake with its row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.intake.checklist_template import TemplateUnrecognised
from controllers.template_columns import COLUMNS
from models.checklists import rules
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    ChecklistUnknown,
    Condition,
    Grade,
    Proof,
    TemplateOfAnother,
    TemplateRefused,
    Unit,
    UnitFixed,
    VersionFixed,
    VersionState,
)
from models.store.store import Store

PLACES = {column.field: place for place, column in enumerate(COLUMNS, start=1)}
SHIPPED = 3
"""Checklists that come along: of dossiers, of the offer, of applications."""
FIRST = 4
YES, PARTIAL, NO = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO


class Desk:
    """A workbook under way between the file and Excel."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.controllers = Controllers(store)
        self.lists = self.controllers.checklists
        self.path = folder / "lijst.xlsx"

    def out(self, key: str = "dossier_check", version: int | None = None) -> Path:
        self.path = self.controllers.outgoing.template(key, self.path, version).path
        return self.path

    def change(self, *cells: tuple[int, str, object]) -> None:
        """Write these cells, by row and field, as a person in Excel would."""
        book = load_workbook(self.path)
        for row, field, value in cells:
            book["Vragen"].cell(row, PLACES[field]).value = value
        book.save(self.path)

    def head(self, label: str, value: object) -> None:
        book = load_workbook(self.path)
        for row in book["Checklist"].iter_rows(max_col=2):
            if row[0].value == label:
                row[1].value = value
        book.save(self.path)

    def read(self):
        return self.lists.read_workbook(self.path)

    def take(self, over=None):
        return self.lists.take_workbook(self.read(), over)

    def undone_and_done_again(self, key: str, version: int) -> None:
        after = self.lists.file(key, version).template
        self.controllers.history.undo()
        with pytest.raises(ChecklistUnknown):
            self.lists.file(key, version)
        self.controllers.history.redo()
        assert self.lists.file(key, version).template == after


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return Desk(store, tmp_path)


@pytest.fixture
def rich(desk: Desk) -> Desk:
    """A draft of the dossier checklist with one of everything."""
    lists = desk.lists
    lists.draft_from("dossier_check", 1)
    rows = lists.file("dossier_check", 2).question_ids
    written = {
        "DC-02": {"asked_when": Condition("DC-01", (PARTIAL, NO)), "weight": 0},
        "DC-03": {"answer_type": AnswerType.CHOICE, "options": "Altijd = ja\nSoms\nNooit = nee"},
        "DC-04": {"answer_type": AnswerType.NUMBER, "counted_in": "weken", "least": 2, "most": 6.5},
        "DC-05": {"proof": Proof.NOTE_OR_PROOF, "good_example": "Een brief.\nEen mail."},
        "DC-06": {"severity_on_fail": Grade.OBSERVATION, "bad_example": "=1+1"},
    }
    for key, fields in written.items():
        for field, value in fields.items():
            lists.edit_question(rows[key], field, value)
    return desk


@pytest.mark.parametrize("key", ["dossier_check", "offer_check"])
def test_what_ships_goes_to_excel_and_back_without_losing_a_word(desk: Desk, key: str):
    desk.out(key)
    plan = desk.lists.plan_workbook(desk.read())
    assert [key for _row, key, outcome in plan.outcomes if outcome != "same"] == []
    assert plan.template.sections == rules.template(key).sections
    assert plan.template.thresholds == rules.template(key).thresholds
    assert (plan.template.unit, plan.template.version) == (rules.template(key).unit, 2)


def test_every_kind_of_answer_condition_and_proof_comes_back(rich: Desk):
    rich.out("dossier_check", 2)
    taken = rich.take()
    assert rich.lists.version(taken.version_id).version == 3
    assert rich.lists.version(taken.version_id).based_on == 2
    assert rich.lists.difference("dossier_check", 2, 3).changed == 0
    rich.undone_and_done_again("dossier_check", 3)


def test_the_same_checklist_gives_the_same_bytes(desk: Desk):
    assert desk.out().read_bytes() == desk.out().read_bytes()


def test_a_text_that_looks_like_a_formula_stays_text(rich: Desk):
    rich.out("dossier_check", 2)
    cell = load_workbook(rich.path)["Vragen"].cell(FIRST + 5, PLACES["bad_example"])
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_what_changed_in_excel_is_told_row_by_row(desk: Desk):
    desk.out()
    desk.change((FIRST, "text", "Is alles duidelijk?"), (FIRST + 2, "key", "DC-3b"))
    plan = desk.lists.plan_workbook(desk.read())
    told = {key: (row, outcome) for row, key, outcome in plan.outcomes if outcome != "same"}
    assert told == {"DC-01": (4, "changed"), "DC-3b": (6, "changed")}
    assert plan.removed == ()


def test_a_new_row_is_a_new_question_and_a_row_taken_away_removes_one(desk: Desk):
    desk.out()
    book = load_workbook(desk.path)
    sheet = book["Vragen"]
    sheet.delete_rows(FIRST + 1)
    last = sheet.max_row + 1
    for field, value in (
        ("section", "8. Extra"),
        ("key", "DC-28"),
        ("text", "Is het goed?"),
        ("answer_type", "tekst"),
    ):
        sheet.cell(last, PLACES[field]).value = value
    book.save(desk.path)
    plan = desk.lists.plan_workbook(desk.read())
    assert [one for one in plan.outcomes if one[2] == "new"] == [(last, "DC-28", "new")]
    assert plan.removed == ("DC-02",)
    taken = desk.take()
    made = desk.lists.file("dossier_check", 2)
    assert taken.version_id == made.version.version_id
    assert [section.title for section in made.template.sections][-1] == "8. Extra"
    assert made.template.question("DC-28").answer_type is AnswerType.TEXT


@pytest.mark.parametrize(
    ("field", "value", "column", "code", "sentence"),
    [
        ("answer_type", "sterren", "E", "not_in_the_list", "sterren"),
        ("least", "veel", "H", "not_a_number", "veel"),
        ("weight", 2.5, "O", "not_whole", "2.5"),
        ("weight", 101, "O", "number_not_possible", "101"),
        ("options", "Ja = misschien", "F", "option_wrong", "Ja = misschien"),
        ("asked_values", "nee, soms", "Q", "not_in_the_list", "soms"),
        ("key", "DC 1", "B", "question_key_wrong", "DC 1"),
        ("guidance", "Klant 85.07.30-033.28", "T", "national_number_found", ""),
        ("short", "x" * 121, "D", "text_too_long", "121"),
        ("mandate_relevant", "misschien", "M", "not_in_the_list", "misschien"),
    ],
)
def test_a_mistake_is_told_with_its_row_column_and_a_sentence(
    desk: Desk, field: str, value: object, column: str, code: str, sentence: str
):
    desk.out()
    desk.change((FIRST + 3, field, value))
    reading = desk.read()
    (one,) = reading.issues
    assert (one.sheet, one.row, one.column, one.code) == ("Vragen", FIRST + 3, column, code)
    assert sentence in one.reason
    with pytest.raises(TemplateRefused, match=f"{column}7"):
        desk.take()
    assert len(desk.lists.rows()) == SHIPPED


def test_a_number_used_twice_and_a_question_under_no_section_are_told(desk: Desk):
    desk.out()
    desk.change((FIRST + 1, "key", "DC-01"), (FIRST, "section", None))
    found = [(one.row, one.column, one.code) for one in desk.read().issues]
    assert found == [(4, "A", "section_nameless")]
    desk.change((FIRST, "section", "1. Start"))
    found = [(one.row, one.column, one.code) for one in desk.read().issues]
    assert found == [(5, "B", "question_key_taken")]


def test_a_wrong_threshold_is_told_on_the_sheet_about_the_checklist(desk: Desk):
    desk.out()
    desk.head("Ernstig vanaf procent, andere", 300)
    (one,) = desk.read().issues
    assert (one.sheet, one.column, one.code) == ("Checklist", "B", "number_not_possible")


def test_what_may_be_wrong_with_a_question_is_asked_beside_its_cell(desk: Desk):
    desk.out()
    desk.change((FIRST + 3, "finding", None), (FIRST + 3, "basis_text", None))
    told = desk.lists.plan_workbook(desk.read()).as_json()["sheets"][0]
    places = [(one["row"], one["column"], one["code"]) for one in told["questioned"]]
    assert (7, "X", "finding_missing") in places
    assert (7, "S", "source_missing") in places
    assert (told["rows"], told["same"], told["changed"]) == (27, 26, 1)
    assert told["refused"] == []


def test_a_workbook_over_a_draft_keeps_its_rows_and_is_one_step(rich: Desk):
    rich.out("dossier_check", 2)
    before = rich.lists.file("dossier_check", 2)
    rich.change((FIRST, "key", "DC-99"), (FIRST, "weight", 5), (FIRST + 1, "asked_after", "DC-99"))
    rich.take(before.version.version_id)
    after = rich.lists.file("dossier_check", 2)
    assert after.question_ids["DC-99"] == before.question_ids["DC-01"]
    assert after.section_ids == before.section_ids
    assert after.template.question("DC-99").weight == 5
    assert after.template.question("DC-02").asked_when == Condition("DC-99", (PARTIAL, NO))
    rich.controllers.history.undo()
    assert rich.lists.file("dossier_check", 2).template == before.template
    rich.controllers.history.redo()
    assert rich.lists.file("dossier_check", 2).template == after.template


def test_an_option_that_left_and_came_back_keeps_its_key(rich: Desk):
    before = rich.lists.file("dossier_check", 2)
    options = before.template.question("DC-03").options
    rich.out("dossier_check", 2)
    rich.change((FIRST + 2, "options", "Nooit = nee\nAltijd = ja"))
    rich.take(before.version.version_id)
    after = rich.lists.file("dossier_check", 2).template.question("DC-03").options
    assert [one.key for one in after] == [options[2].key, options[0].key]


def test_a_workbook_never_goes_over_a_published_version_or_another_list(rich: Desk):
    version = rich.lists.file("dossier_check", 2).version.version_id
    rich.out("offer_check")
    with pytest.raises(TemplateOfAnother):
        rich.take(version)
    rich.out("dossier_check", 2)
    rich.lists.begin_test(version)
    rich.lists.publish(version)
    assert rich.lists.file("dossier_check", 2).state is VersionState.PUBLISHED
    with pytest.raises(VersionFixed):
        rich.take(version)
    rich.head("Beantwoord voor elk", "publiek kanaal")
    with pytest.raises(UnitFixed):
        rich.take()


def test_a_list_this_file_does_not_know_begins_as_version_one(desk: Desk):
    desk.out("offer_check")
    desk.head("Sleutel", "lijst_van_gent")
    taken = desk.take()
    one = desk.lists.version(taken.version_id)
    assert (one.key, one.version, one.unit) == ("lijst_van_gent", 1, Unit.PUBLIC_CHANNEL)
    desk.head("Sleutel", "")
    desk.head("Titel", "Lijst van Gent!")
    taken = desk.take()
    assert desk.lists.version(taken.version_id).key == "lijst_van_gent_2"


def test_another_workbook_is_no_checklist(desk: Desk, tmp_path: Path):
    path = desk.controllers.outgoing.checks(tmp_path / "controles.xlsx").path
    with pytest.raises(TemplateUnrecognised):
        desk.lists.read_workbook(path)


def test_an_unknown_checklist_cannot_leave(desk: Desk):
    with pytest.raises(ChecklistUnknown):
        desk.out("onbekend")


OLD_LABELS = {"Toelichting": "Uitleg", "Voorwaarde van de omschrijving": "Definitie"}


def test_a_workbook_in_the_words_of_before_still_comes_back(desk):
    desk.out()
    book = load_workbook(desk.path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if sheet.title == "Vragen" and cell.row < FIRST:
                    cell.value = OLD_LABELS.get(str(cell.value), cell.value)
                cell.value = {
                    "zin uit de omschrijving": "kwaliteitsgarantie",
                    "begeleidingsdossier": "klantendossier",
                }.get(str(cell.value), cell.value)
    book.save(desk.path)
    plan = desk.lists.plan_workbook(desk.read())
    assert not plan.reading.issues
    assert [key for _row, key, outcome in plan.outcomes if outcome != "same"] == []


def test_a_row_with_a_mistake_is_not_told_as_taken_out(rich):
    rich.out("dossier_check", 2)
    rich.change((FIRST, "weight", "veel"), (FIRST + 2, "answer_type", "misschien"))
    plan = rich.lists.plan_workbook(rich.read())
    assert len(plan.reading.issues) == 2
    assert plan.removed == ()
