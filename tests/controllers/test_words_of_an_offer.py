"""A check of the offer looks at channels: on no paper, in no cell and in no step is it a dossier."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pypdf import PdfReader

from controllers.bundle import Controllers
from controllers.checks import OFFER
from models.checks.values import AnswerValue
from models.checks.values.exchange import SheetUse
from models.store.store import Store

TIDY = ("Gegevens", "Verklaring")
"""The sheets whose column names are the same for every check, so that they can be put together."""


@pytest.fixture
def do(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def check(do: Controllers) -> UUID:
    """Finished, with failed answers, a channel taken out and a verdict judged otherwise."""
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer bv")
    do.centres.edit(centre, "website", "https://www.demer.example")
    check = do.checks.plan(centre, date(2026, 5, 4), None, OFFER)
    do.checks.start(check)
    for name in ("Folder", "Instagram", "Affiche"):
        do.checks.add_channel(check, name)
    file = do.checks.file(check)
    do.checks.remove_dossier(check, file.dossiers[-1].id)
    for place, channel in enumerate(file.dossiers[:-1]):
        for number, question in enumerate(file.template.questions):
            value = list(AnswerValue)[(place + number) % 4]
            do.checks.answer(check, channel.id, question.key, value)
            do.checks.note(check, channel.id, question.key, "Gezien bij de prijzen.")
    return check


def told_in_workbook(path: Path) -> list[str]:
    book = load_workbook(path)
    found = [str(book.properties.title)]
    for sheet in book.worksheets:
        if sheet.title in TIDY or sheet.sheet_state != "visible":
            continue
        found += [sheet.title, str(sheet.oddHeader.left.text), str(sheet.oddHeader.center.text)]
        for row in sheet.iter_rows():
            for cell in row:
                hidden = sheet.column_dimensions[get_column_letter(cell.column)].hidden
                if not hidden and not sheet.row_dimensions[cell.row].hidden:
                    found += [str(cell.value or ""), cell.comment.text if cell.comment else ""]
    return found


def told_on_paper(path: Path) -> list[str]:
    reader = PdfReader(path)
    return [str(reader.metadata.title)] + [page.extract_text() for page in reader.pages]


def assert_no_dossier(told: list[str]) -> None:
    assert sum(map(len, told)) > 100
    assert not [
        at for text in told for at in re.findall(r".{0,60}dossier.{0,40}", text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("use", list(SheetUse))
def test_the_workbook_speaks_of_channels(
    do: Controllers, check: UUID, tmp_path: Path, use: SheetUse
):
    path = tmp_path / "aanbod.xlsx"
    do.checks.send_out(check, path, use)
    told = told_in_workbook(path)
    assert_no_dossier(told)
    assert "Kanalen" in told


@pytest.mark.parametrize("paper", ["report", "closing", "paper"])
def test_the_papers_speak_of_channels(do: Controllers, check: UUID, tmp_path: Path, paper: str):
    path = tmp_path / f"{paper}.pdf"
    getattr(do.taking, paper)(check, path)
    told = told_on_paper(path)
    assert_no_dossier(told)
    assert any("Instagram" in text for text in told) or paper == "closing"


def test_the_history_speaks_of_channels(do: Controllers, check: UUID):
    labels = {step.label for step in do.history.steps(do.history.ids())}
    assert "Remove channel" in labels
    assert not [label for label in labels if label in {"Remove dossier", "Plan dossier check"}]


def test_the_letter_speaks_of_channels(do: Controllers, check: UUID):
    do.checks.finish(check)
    letter = do.letters.file(do.letters.write_audit_letter(check))
    told = [place.value + place.explanation for place in letter.places] + [str(letter.document)]
    of_the_centre = "We voegen uw reactie bij het dossier"
    assert_no_dossier([text.replace(of_the_centre, "") for text in told])


def test_its_letter_is_called_by_its_own_name_in_list_and_timeline(do: Controllers, check: UUID):
    letter = do.letters.write_audit_letter(check)
    file = do.letters.file(letter)
    (row,) = do.letters.rows([letter])
    (mark,) = [
        one for one in do.timeline.of_centre(file.centre_id).events if one.key == f"letter:{letter}"
    ]
    assert row.title == mark.word == file.title
    assert "aanbod" in file.title.lower()
