"""The workbook of a check, read back from the real file."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import samples
from controllers.export.checklist import Asking, checklist_bytes, write_checklist
from models.checks.rules import effective, measure_of
from models.checklists.rules import FAIL_GRADES
from models.checks.values import AnswerValue, ChecklistAnswer
from models.terms.values import Changed

SHEETS = ["Matrix", "Vaststellingen", "Nota's", "Dossiers", "Gegevens", "Verklaring"]


def book(**size: int) -> Workbook:
    payload = checklist_bytes(samples.check(**size), made_at=samples.MADE_AT)
    return load_workbook(BytesIO(payload))


@pytest.fixture(scope="module")
def twelve() -> Workbook:
    return book(dossiers=12, findings=3)


def column_of(sheet: Worksheet, head: str, row: int = 1) -> int:
    return next(cell.column for cell in sheet[row] if cell.value == head)


def test_a_check_becomes_a_workbook_with_six_sheets(twelve):
    assert twelve.sheetnames == SHEETS
    assert not any(sheet.sheet_view.showGridLines for sheet in twelve)
    assert all(sheet.page_setup.paperSize == 9 for sheet in twelve)


def test_the_head_of_the_matrix_has_true_types(twelve):
    matrix = twelve["Matrix"]
    assert matrix["B3"].value == "0566.988.259"
    assert matrix["B3"].data_type == "s"
    assert matrix["B4"].value == datetime(2026, 3, 12)
    assert matrix["B4"].is_date
    assert matrix["F2"].value == "DC-2026-3F2A"
    assert matrix["F4"].value.endswith("versie 1")


def test_every_answer_stands_under_its_dossier(twelve):
    check, matrix = samples.check(), twelve["Matrix"]
    rows = {matrix.cell(row, 1).value: row for row in range(9, matrix.max_row + 1)}
    words = {
        "yes": "ja",
        "partial": "gedeeltelijk",
        "no": "nee",
        "na": "niet van toepassing",
        "not_checked": "niet te beoordelen",
    }
    seen = 0
    for column, dossier in enumerate(check.dossiers, start=6):
        assert matrix.cell(6, column).value == dossier.number
        for question in check.template.questions:
            value = effective(question, dossier.answers.get(question.key))
            shown = matrix.cell(rows[question.key], column).value
            assert shown == (words[value] if value else None)
            seen += 1
    assert seen == 12 * 27


def test_hours_are_two_numbers_under_their_question(twelve):
    matrix = twelve["Matrix"]
    row = next(r for r in range(9, 60) if matrix.cell(r, 1).value == "DC-08")
    answer = samples.check().dossiers[0].answers["DC-08"]
    assert matrix.cell(row + 1, 6).value == answer.hours_registered
    assert matrix.cell(row + 2, 6).value == answer.hours_documented
    assert matrix.cell(row + 1, 6).data_type == "n"


def test_only_the_counts_are_formulas(twelve):
    found = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in twelve
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f"
    ]
    assert len(found) == 27 * 3
    assert {title for title, _where, _formula in found} == {"Matrix"}
    assert all(where[0] in "CDE" for _title, where, _formula in found)
    row = next(r for r in range(9, 60) if twelve["Matrix"].cell(r, 1).value == "DC-01")
    assert twelve["Matrix"].cell(row, 3).value == f'=COUNTIF($F{row}:$Q{row},"ja")'


def test_answers_are_chosen_from_the_list_on_the_dictionary(twelve):
    matrix = twelve["Matrix"]
    lists = [rule for rule in matrix.data_validations.dataValidation if rule.type == "list"]
    assert [rule.formula1 for rule in lists] == ["Antwoorden"]
    covered = str(lists[0].sqref).split()
    assert len(covered) == 27
    assert all(area.startswith("F") and ":Q" in area for area in covered)
    sheet, area = twelve.defined_names["Antwoorden"].attr_text.split("!")
    words = [cell.value for (cell,) in twelve[sheet][area.replace("$", "")]]
    assert words == ["ja", "gedeeltelijk", "nee", "niet van toepassing", "niet te beoordelen"]


def test_question_and_head_stay_in_sight_and_repeat_on_paper(twelve):
    matrix = twelve["Matrix"]
    assert matrix.freeze_panes == "F9"
    assert matrix.print_title_rows == "$6:$8"
    assert matrix.print_title_cols == "$A:$E"
    assert matrix.page_setup.orientation == "landscape"
    assert matrix.page_setup.fitToWidth == 1
    assert matrix.oddFooter.right.text == "Pagina &P van &N"
    assert matrix.oddHeader.right.text == "DC-2026-3F2A"


def test_an_ampersand_in_a_name_is_no_code_of_the_running_head(twelve):
    assert "Wegwijzer && Zonen" in twelve["Matrix"].oddHeader.left.text


def test_words_are_coloured_by_word_and_never_by_colour_alone(twelve):
    rules = {
        rule.formula[0]: rule.dxf
        for area in twelve["Matrix"].conditional_formatting
        for rule in area.rules
    }
    assert rules['"nee"'].font.b
    assert rules['"nee"'].fill.bgColor.rgb == "00FCEAE8"
    assert rules['"gedeeltelijk"'].font.b
    assert '"niet conform"' in rules


def test_row_ids_are_there_and_hidden(twelve):
    check, matrix, tidy = samples.check(), twelve["Matrix"], twelve["Gegevens"]
    assert matrix.row_dimensions[7].hidden
    assert matrix["A7"].value == str(check.id)
    assert matrix["F7"].value == str(check.dossiers[0].id)
    column = tidy.cell(1, column_of(tidy, "dossier_id"))
    assert tidy.column_dimensions[column.column_letter].hidden
    assert tidy.cell(2, column.column).value == str(check.dossiers[0].id)


def test_every_note_is_listed_with_a_way_back(twelve):
    check, notes, matrix = samples.check(), twelve["Nota's"], twelve["Matrix"]
    written = [
        (dossier.number, question.key, dossier.answers[question.key].note)
        for dossier in check.dossiers
        for question in check.template.questions
        if question.key in dossier.answers and dossier.answers[question.key].note
    ]
    listed = [
        (notes.cell(row, 1).value, notes.cell(row, 2).value, notes.cell(row, 5).value)
        for row in range(5, notes.max_row + 1)
    ]
    assert listed == written
    assert len(written) > 20
    for row in range(5, notes.max_row + 1):
        target = notes.cell(row, 2).hyperlink.location.removeprefix("Matrix!")
        assert matrix[target].number_format == '@" *"'
        assert notes.cell(row, 5).value in matrix[target].comment.text


def test_findings_have_grade_basis_and_a_true_due_date(twelve):
    sheet = twelve["Vaststellingen"]
    head = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "Nr.")
    first = [cell.value for cell in sheet[head + 1]]
    assert first[:3] == [1, "ernstige tekortkoming", "DC-16"]
    assert "“resulteert in de opmaak van een persoonlijk ontwikkelingsplan”" in first[4]
    assert first[5] == "nee: 0004-2025 en 0009-2025"
    assert first[8] == datetime(2026, 6, 30)
    texts = [sheet.cell(row, 2).value for row in range(head, sheet.max_row + 1)]
    assert "De gespreksverslagen zijn helder en volledig, ook bij oudere dossiers." in texts


def test_the_tidy_sheet_has_one_row_per_answer(twelve):
    sheet = twelve["Gegevens"]
    assert sheet.max_row == 1 + 12 * 27
    assert sheet.tables["Gegevens"].ref == f"A1:AB{sheet.max_row}"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$C")
    assert sheet.freeze_panes == "D2"
    for head in sheet[1]:
        assert sheet.column_dimensions[head.column_letter].width >= len(head.value) + 4
    first = {sheet.cell(1, column).value: sheet.cell(2, column) for column in range(1, 23)}
    assert first["ondernemingsnummer"].value == "0566.988.259"
    assert first["bezoekdatum"].value == datetime(2026, 3, 12)
    assert first["versie"].value == 1
    assert first["dossier"].value == "0001-2025"
    assert first["antwoord_code"].value in {str(value) for value in AnswerValue}


def test_every_column_of_the_tidy_sheet_is_explained(twelve):
    explained = {twelve["Verklaring"].cell(row, 1).value for row in range(1, 60)}
    assert {cell.value for cell in twelve["Gegevens"][1]} <= explained


def test_the_same_facts_give_the_same_bytes_in_another_process(tmp_path):
    check = samples.check()
    here = write_checklist(check, tmp_path / "a.xlsx", made_at=samples.MADE_AT)
    assert sha256(here.path.read_bytes()).hexdigest() == here.sha256
    script = (
        "import sys; sys.path[:0] = ['.', 'tests/controllers/export']\n"
        "import samples; from hashlib import sha256\n"
        "from controllers.export.checklist import checklist_bytes\n"
        "made = checklist_bytes(samples.check(), made_at=samples.MADE_AT)\n"
        "print(sha256(made).hexdigest())"
    )
    root = Path(__file__).parents[3]
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            check=True,
            text=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert told.stdout.strip() == here.sha256


def test_the_archive_bears_one_moment():
    payload = checklist_bytes(samples.check(2, 0), made_at=samples.MADE_AT)
    with ZipFile(BytesIO(payload)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 20, 9, 30, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_another_note_changes_the_fingerprint():
    def mark(check):
        sheet = load_workbook(BytesIO(checklist_bytes(check, made_at=samples.MADE_AT)))[
            "Verklaring"
        ]
        return next(
            sheet.cell(row, 2).value
            for row in range(1, 30)
            if sheet.cell(row, 1).value == "Vingerafdruk (SHA-256)"
        )

    check = samples.check(1, 0)
    dossier = check.dossiers[0]
    answers = {**dossier.answers, "DC-01": ChecklistAnswer(AnswerValue.NO, "anders")}
    other = replace(check, dossiers=(replace(dossier, answers=answers),))
    assert mark(check) == mark(samples.check(1, 0)) != mark(other)
    assert len(mark(check)) == 64


def test_a_check_without_dossiers_or_findings_is_still_a_workbook():
    empty = book(dossiers=0, findings=0)
    assert empty.sheetnames == SHEETS
    assert not empty["Matrix"].data_validations.dataValidation
    texts = [cell.value for row in empty["Vaststellingen"].iter_rows() for cell in row]
    assert "Er zijn geen vaststellingen." in texts


def test_sixty_dossiers_stay_legible_over_several_pages():
    wide = book(dossiers=60, findings=30)["Matrix"]
    assert wide.page_setup.fitToWidth == 5
    assert wide.cell(6, 65).value == "0060-2025"


def test_a_finding_left_out_is_not_among_the_reported(twelve):
    check = samples.check()
    hidden = replace(check.findings[0], left_out=True, left_out_reason="Intussen hersteld.")
    payload = checklist_bytes(
        replace(check, findings=(hidden, *check.findings[1:])), made_at=samples.MADE_AT
    )
    sheet = load_workbook(BytesIO(payload))["Vaststellingen"]
    head = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "Nr.")
    assert sheet.cell(head + 1, 3).value == check.findings[1].question_key
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "Niet opgenomen" in texts
    assert any(text.endswith("Reden: Intussen hersteld.") for text in texts)


@pytest.mark.long
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_what_we_counted(tmp_path):
    check = samples.check()
    made = write_checklist(check, tmp_path / "controle.xlsx", made_at=samples.MADE_AT)
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    again = tmp_path / "weer"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(again),
            str(made.path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    opened = load_workbook(again / "controle.xlsx", data_only=True)
    assert opened.sheetnames == SHEETS
    matrix = opened["Matrix"]
    rows = {matrix.cell(row, 1).value: row for row in range(9, matrix.max_row + 1)}
    counted = (AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO)
    for question in check.template.questions:
        values = [
            effective(question, dossier.answers.get(question.key)) for dossier in check.dossiers
        ]
        shown = [matrix.cell(rows[question.key], column).value for column in (3, 4, 5)]
        assert shown == [values.count(value) for value in counted], question.key
    assert matrix["B3"].value == "0566.988.259"
    assert matrix["B4"].value == datetime(2026, 3, 12)
    assert matrix["F6"].value == "0001-2025"
    assert opened["Gegevens"].max_row == 1 + 12 * 27


def test_the_dictionary_names_the_program_that_made_it():
    payload = checklist_bytes(samples.check(1, 0), made_at=samples.MADE_AT, program="Waarmerk 9.8")
    sheet = load_workbook(BytesIO(payload))["Verklaring"]
    told = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, 20)}
    assert told["Gemaakt met"] == "Waarmerk 9.8"
    assert told["Gemaakt op (UTC)"] == datetime(2026, 3, 20, 9, 30)
    assert told["Ondernemingsnummer"] == "0566.988.259"


def measures_of(check, **facts) -> dict[str, tuple[object, ...]]:
    payload = checklist_bytes(check, made_at=samples.MADE_AT, **facts)
    sheet = load_workbook(BytesIO(payload))["Vaststellingen"]
    head = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Nr.")
    rows = range(head + 1, head + 1 + len(check.findings))
    return {
        sheet.cell(row, 3).value: tuple(sheet.cell(row, column) for column in (7, 8, 9))
        for row in rows
    }


def test_what_the_officer_did_not_write_is_proposed_as_in_the_letter():
    check = samples.check(findings=3)
    bare = [replace(f, measure="", expected_evidence="", measure_due=None) for f in check.findings]
    check = replace(check, findings=tuple(bare))
    sent = date(2026, 3, 20)
    told = measures_of(check, asking=Asking(sent, Changed({"measure_days_minor": 90})))
    major, minor, observation = bare
    assert (major.grade, minor.grade, observation.grade) == tuple(FAIL_GRADES)
    for finding in (major, minor):
        question = check.template.question(finding.question_key)
        asked = measure_of(finding, question, sent, Changed({"measure_days_minor": 90}))
        measure, evidence, due = told[finding.question_key]
        assert measure.value == f"Voorstel: {question.measure}"
        assert evidence.value == f"Voorstel: {question.expected_evidence}"
        assert due.value.date() == asked.due
        assert due.is_date
        assert "voorstel" in due.number_format
    assert told[minor.question_key][2].value.date() == sent + timedelta(days=90)
    assert [cell.value for cell in told[observation.question_key]] == [None, None, None]


def test_without_a_letter_the_term_stands_in_words():
    check = samples.check(findings=2)
    bare = [replace(f, measure_due=None) for f in check.findings]
    told = measures_of(replace(check, findings=tuple(bare)))
    assert told[bare[0].question_key][2].value == "60 kalenderdagen na de datum van de brief"
    assert told[bare[1].question_key][2].value == "120 kalenderdagen na de datum van de brief"
    assert told[bare[0].question_key][0].value == bare[0].measure


def test_what_the_officer_chose_is_no_proposal(twelve):
    check = samples.check()
    told = measures_of(check, asking=Asking(date(2026, 3, 20)))
    measure, _evidence, due = told[check.findings[0].question_key]
    assert measure.value == check.findings[0].measure
    assert due.value.date() == check.findings[0].measure_due
    assert "voorstel" not in due.number_format
