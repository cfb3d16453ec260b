"""Checklists on the console: out as a workbook, back after a dry run, and all answers at once."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from controllers.demo import LIGHT
from controllers.opening import Opening
from controllers.template_columns import COLUMNS
from main import clock_of
from tests.ui.test_console import DAY, WORDS, asked, say

TEXT = [column.field for column in COLUMNS].index("text") + 1
TYPE = [column.field for column in COLUMNS].index("answer_type") + 1


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A file whose passphrase costs little to try."""
    file = tmp_path / "kantoor.waarmerk"
    opening = Opening(clock_of(date.fromisoformat(DAY)), cost=LIGHT)
    opening.create(file, WORDS).controllers.close()
    return file


def test_a_checklist_leaves_comes_back_after_a_dry_run_and_leaves_as_its_new_version(
    office: Path, tmp_path: Path
):
    sheet = tmp_path / "lijst.xlsx"
    made = asked("--file", office, "export", "template", "dossier_check", sheet)
    assert made["path"] == str(sheet)
    assert len(made["sha256"]) == 64
    book = openpyxl.load_workbook(sheet)
    book["Vragen"].cell(4, TEXT).value = "Is alles duidelijk?"
    book.save(sheet)
    dry = asked("--file", office, "import", "template", sheet, "--dry-run")
    assert (dry["committed"], dry["step"], dry["version"]) == (False, None, 2)
    (told,) = dry["sheets"]
    assert (told["rows"], told["new"], told["changed"], told["same"]) == (27, 0, 1, 26)
    done = asked("--file", office, "import", "template", sheet)
    assert done["committed"]
    assert done["step"]
    again = tmp_path / "twee.xlsx"
    asked("--file", office, "export", "template", "dossier_check", again, "--version", "2")
    assert openpyxl.load_workbook(again)["Vragen"].cell(4, TEXT).value == "Is alles duidelijk?"


def test_a_mistake_is_in_the_plan_and_refuses_the_import(office: Path, tmp_path: Path):
    sheet = tmp_path / "lijst.xlsx"
    asked("--file", office, "export", "template", "offer_check", sheet)
    book = openpyxl.load_workbook(sheet)
    book["Vragen"].cell(6, TYPE).value = "sterren"
    book.save(sheet)
    (told,) = asked("--file", office, "import", "template", sheet, "--dry-run")["sheets"]
    (wrong,) = told["refused"]
    assert (wrong["row"], wrong["column"], wrong["code"]) == (6, "E", "not_in_the_list")
    assert told["rows"] == 12
    said = say("--file", office, "--json", "import", "template", sheet)
    assert (said.code, said.json["refused"]["code"]) == (1, "template_refused")
    assert "E6" in said.json["refused"]["sentence"]


def test_all_answers_need_no_subject_and_all_else_needs_one(office: Path, tmp_path: Path):
    made = asked("--file", office, "export", "answers", tmp_path / "antwoorden.xlsx")
    assert openpyxl.load_workbook(made["path"]).sheetnames == [
        "Gegevens",
        "Controles",
        "Verklaring",
    ]
    assert say("--file", office, "export", "centre", tmp_path / "x.pdf").code == 2
    assert say("--file", office, "export", "answers", "x", tmp_path / "x.xlsx").code == 2
    unknown = say("--file", office, "export", "template", "onbekend", tmp_path / "x.xlsx")
    assert unknown.code == 1
