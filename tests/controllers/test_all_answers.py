"""Every answer of many checks in one workbook: what goes in comes out, whatever the version."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from models.checklists.values import AnswerType, AnswerValue, Condition
from models.store.store import Store

YES, PARTIAL, NO = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO


class Office:
    """Two centres, three checks: one with the list that ships, two with a version of the office."""

    def __init__(self, store: Store) -> None:
        self.controllers = Controllers(store)
        self.checks, self.lists = self.controllers.checks, self.controllers.checklists
        self.demer = self.controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
        self.atelier = self.controllers.centres.add("0403170701", "Atelier Loopbaan")
        first = self.begin(self.demer, 1, "KZ-1; KZ-2")
        for dossier in self.dossiers(first):
            self.checks.answer(first, dossier, "DC-01", YES)
            self.checks.answer(first, dossier, "DC-02", NO)
        self.checks.note(first, self.dossiers(first)[0], "DC-02", "=SOM(A1)")
        self.checks.hours(first, self.dossiers(first)[1], "DC-08", 7.5, 7.25)
        self.version = self.lists.draft_from("dossier_check", 1)
        self.write("DC-01", text="Is het dossier volledig?")
        self.write("DC-03", asked_when=Condition("DC-02", (NO,)))
        self.write("DC-04", answer_type=AnswerType.NUMBER, most=6, counted_in="weken")
        self.write("DC-05", answer_type=AnswerType.DATE)
        self.lists.begin_test(self.version)
        second = self.begin(self.atelier, 2, "A-9")
        (dossier,) = self.dossiers(second)
        self.checks.answer(second, dossier, "DC-01", PARTIAL)
        self.checks.answer(second, dossier, "DC-02", YES)
        self.checks.answer(second, dossier, "DC-03", NO)
        self.checks.fact(second, dossier, "DC-04", 8)
        self.checks.fact(second, dossier, "DC-05", date(2026, 3, 1))
        self.checks.answer(second, dossier, "DC-06", YES)
        self.lists.remove_question(self.lists.file("dossier_check", 2).question_ids["DC-06"])
        self.first, self.second = first, second
        self.third = self.begin(self.demer, 2, "")

    def begin(self, centre: UUID, version: int, numbers: str) -> UUID:
        check = self.checks.plan(centre, date(2026, 5, 4), version=version)
        self.checks.start(check)
        self.checks.add_dossiers(check, numbers)
        return check

    def dossiers(self, check: UUID) -> list[UUID]:
        return [one.id for one in self.checks.file(check).dossiers]

    def write(self, key: str, **fields: object) -> None:
        row = self.lists.file("dossier_check", 2).question_ids[key]
        for field, value in fields.items():
            self.lists.edit_question(row, field, value)


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def sheet_of(path: Path, name: str = "Gegevens") -> list[dict[str, object]]:
    rows = load_workbook(path)[name].iter_rows(values_only=True)
    heads = next(rows)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def given(office: Office, *checks: UUID) -> int:
    """How many answers the file holds, a fact or a choice alike."""
    return sum(
        1
        for check in checks
        for dossier in office.checks.file(check).dossiers
        for one in dossier.answers.values()
        if one.value or one.amount is not None or one.day or one.hours_documented is not None
    )


def test_the_sum_of_answers_in_is_the_sum_of_answers_out(office: Office, tmp_path: Path):
    path = office.controllers.outgoing.answers(tmp_path / "alles").path
    rows = sheet_of(path)
    kept = given(office, office.first, office.second, office.third)
    assert kept == 11
    assert sum(bool(row["antwoord_code"]) for row in rows) == kept
    assert len(rows) == 2 * 27 + 26 + 1
    checks = sheet_of(path, "Controles")
    not_put = sum(bool(row["antwoord_code"]) and row["gesteld"] == "nee" for row in rows)
    assert not_put == 2
    assert sorted(row["antwoorden"] for row in checks[:-1]) == [0, 4, 5]
    assert checks[-1]["antwoorden"] == kept - not_put
    assert checks[-1]["rijen"] == len(rows)


def test_every_answer_stands_beside_its_version_and_the_question_as_it_was_put(
    office: Office, tmp_path: Path
):
    rows = sheet_of(office.controllers.outgoing.answers(tmp_path / "a.xlsx").path)
    told = {(row["versie"], row["vraagtekst"]) for row in rows if row["vraag"] == "DC-01"}
    assert {version for version, _text in told} == {1, 2}
    assert (2, "Is het dossier volledig?") in told
    facts = {row["vraag"]: row for row in rows if row["dossier"] == "A-9"}
    assert (facts["DC-04"]["getal"], facts["DC-04"]["eenheid"]) == (8, "weken")
    assert facts["DC-04"]["antwoord"] == "nee"
    assert facts["DC-05"]["dag"].date() == date(2026, 3, 1)


def test_what_is_not_asked_or_was_taken_out_is_there_with_a_mark(office: Office, tmp_path: Path):
    rows = sheet_of(office.controllers.outgoing.answers(tmp_path / "a.xlsx").path)
    facts = {row["vraag"]: row for row in rows if row["dossier"] == "A-9"}
    assert (facts["DC-03"]["antwoord"], facts["DC-03"]["gesteld"]) == ("nee", "nee")
    assert facts["DC-02"]["gesteld"] == "ja"
    assert (facts["DC-06"]["antwoord"], facts["DC-06"]["gesteld"]) == ("ja", "nee")
    assert "niet meer in deze versie" in str(facts["DC-06"]["vraagtekst"])


def test_one_centre_or_some_checks_alone(office: Office, tmp_path: Path):
    out = office.controllers.outgoing
    rows = sheet_of(out.answers(tmp_path / "a.xlsx", office.demer).path)
    assert {row["centrum"] for row in rows} == {"Loopbaanhuis Demer bv"}
    rows = sheet_of(out.answers(tmp_path / "b.xlsx", checks=[office.second]).path)
    assert {row["dossier"] for row in rows} == {"A-9"}


def test_no_text_becomes_a_formula_and_the_same_answers_give_the_same_bytes(
    office: Office, tmp_path: Path
):
    one = office.controllers.outgoing.answers(tmp_path / "a.xlsx")
    other = office.controllers.outgoing.answers(tmp_path / "b.xlsx")
    assert one.sha256 == other.sha256
    sheet = load_workbook(one.path)["Gegevens"]
    notes = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=SOM(A1)"]
    assert [cell.data_type for cell in notes] == ["s"]


def test_ids_are_hidden_and_every_head_fits_its_column(office: Office, tmp_path: Path):
    sheet = load_workbook(office.controllers.outgoing.answers(tmp_path / "a.xlsx").path)["Gegevens"]
    hidden = {
        sheet[f"{letter}1"].value for letter, one in sheet.column_dimensions.items() if one.hidden
    }
    assert hidden == {"controle_id", "dossier_id"}
    assert sheet.freeze_panes == "D2"
    for cell in sheet[1]:
        assert sheet.column_dimensions[cell.column_letter].width >= len(cell.value)


def test_every_page_on_paper_names_its_rows_and_stays_legible(office: Office, tmp_path: Path):
    book = load_workbook(office.controllers.outgoing.answers(tmp_path / "a.xlsx").path)
    sheet = book["Gegevens"]
    assert [cell.value for cell in sheet[1]][:3] == ["controle", "dossier", "vraag"]
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$C")
    assert (sheet.page_setup.scale, sheet.page_setup.pageOrder) == (75, "overThenDown")
    assert book["Controles"].page_setup.fitToWidth == 1


def test_a_file_without_checks_gives_sheets_with_heads_alone(store: Store, tmp_path: Path):
    path = Controllers(store).outgoing.answers(tmp_path / "leeg.xlsx").path
    assert sheet_of(path) == []
    assert sheet_of(path, "Controles")[0]["antwoorden"] == 0
