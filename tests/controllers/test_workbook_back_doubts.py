"""Workbooks that come back in doubtful shape: corrected centres, cut texts, names of people."""

from __future__ import annotations

from datetime import datetime

import pytest

from controllers.applications.exchange.refusals import AssessmentOfAnotherCentre
from controllers.bundle import Controllers
from controllers.exchange.review import Group
from models.applications.values import Judged
from tests.controllers.dossiers import CAME, Applicant, applicant
from tests.controllers.finished import finished_check
from tests.controllers.test_assessment_exchange import review, send, take
from tests.controllers.test_own_assessment import OTHER
from tests.controllers.workbooks import Sheet

NUMBER = "85.07.30-033.28"


@pytest.fixture
def one(controllers: Controllers) -> Applicant:
    return applicant(controllers)


# whose it is


def test_a_workbook_comes_back_after_the_number_of_the_centre_was_corrected(one, path):
    send(one, path).write("MA-01", "motivation", "Gezien.")
    one.controllers.centres.edit(one.centre, "enterprise_number", OTHER)
    assert take(one, path).answers == 1


def test_and_after_the_centre_was_merged_into_another(one, path):
    send(one, path).write("MA-01", "motivation", "Gezien.")
    heir = one.controllers.centres.add(OTHER, "Loopbaanhuis Nete")
    one.controllers.merging.merge(heir, one.centre)
    assert one.file.centre_id == heir
    assert take(one, path).answers == 1


def test_a_workbook_of_another_centre_is_still_refused(one, path):
    other = one.controllers.centres.add(OTHER, "Loopbaanhuis Nete")
    theirs = one.controllers.applications.receive(other, CAME)
    one.controllers.applications.send_out(theirs, path)
    with pytest.raises(AssessmentOfAnotherCentre):
        review(one, path)


# what is kept of it


@pytest.mark.parametrize("typed", [NUMBER, 85073003328, "zie 850730 033 28"])
def test_a_workbook_with_a_register_number_is_not_kept(one, path, typed):
    sheet = send(one, path)
    sheet.write("MA-01", "motivation", "Gezien.")
    sheet.write("MA-02", "motivation", typed)
    _back, seen = review(one, path)
    assert [told.code for told in seen.told] == ["workbook_not_kept"]
    assert take(one, path).answers == 1
    assert one.controllers.attachments.of_centre(one.centre) == ()


def test_not_even_in_a_remark(one, path):
    from openpyxl import load_workbook
    from openpyxl.comments import Comment

    send(one, path).write("MA-01", "motivation", "Gezien.")
    book = load_workbook(path)
    book["Lees mij"]["B30"].comment = Comment(f"klant {NUMBER}", "An")
    book.save(path)
    assert take(one, path).answers == 1
    assert one.controllers.attachments.of_centre(one.centre) == ()


def test_another_workbook_is_kept_whole(one, path):
    one.judge()
    send(one, path).write("MA-01", "motivation", "Gezien op 46000 en 0566.988.259.")
    assert take(one, path).answers == 1
    assert [kept.name for kept in one.controllers.attachments.of_centre(one.centre)] == [path.name]


# what its cells say


def test_a_text_too_long_for_a_cell_is_locked_and_says_it_was_cut(one, path):
    one.controllers.applications.write(one.application, "MA-01", "motivation", "w" * 33_000)
    sheet = send(one, path)
    at = sheet.sheet.cell(sheet.row("MA-01"), sheet.column("motivation"))
    beside = sheet.sheet.cell(sheet.row("MA-02"), sheet.column("motivation"))
    assert (at.protection.locked, beside.protection.locked) == (True, False)
    assert review(one, path)[1].items == ()
    Sheet(path, "Vereisten").write("MA-01", "motivation", "nieuw")
    (item,) = review(one, path)[1].items
    assert (item.group, item.code) == (Group.FORBIDDEN, "cell_was_cut")


def test_numbers_and_days_come_in_as_one_writes_them(one, path):
    sheet = send(one, path)
    cells = {"MA-01": 0.1, "MA-02": datetime(2026, 5, 1), "MA-03": 46000, "MA-04": True}
    for key, value in cells.items():
        sheet.write(key, "motivation", value)
    take(one, path)
    said = [one.file.of(key).judged.motivation for key in cells]
    assert said == ["0,1", "1/5/2026", "46000", "ja"]
    assert review(one, path)[1].items == ()
    assert one.file.of("MA-01").judged == Judged(None, "0,1")


# the same of a check


@pytest.fixture
def check(controllers: Controllers):
    made = finished_check(controllers)
    controllers.checks.reopen(made, "Nog een dossier nakijken.")
    return made


def _seen(controllers, path, check):
    back = controllers.checks.read_back(path)
    return back, controllers.checks.review(back, check)


def test_the_workbook_of_a_check_comes_back_after_the_number_was_corrected(
    controllers, check, path
):
    controllers.checks.send_out(check, path)
    file = controllers.checks.file(check)
    row = f"{file.dossiers[0].id}/DC-02"
    Sheet(path, "Nota's").write(row, "note", 0.5)
    controllers.centres.edit(file.centre_id, "enterprise_number", OTHER)
    back, seen = _seen(controllers, path, check)
    assert controllers.checks.take_back(back, seen, seen.fresh).answers == 1
    assert controllers.checks.file(check).dossiers[0].answers["DC-02"].note == "0,5"


def test_a_note_too_long_for_a_cell_is_locked_and_says_it_was_cut(controllers, check, path):
    dossier = controllers.checks.file(check).dossiers[0].id
    controllers.checks.note(check, dossier, "DC-02", "w" * 33_000)
    controllers.checks.send_out(check, path)
    sheet, row = Sheet(path, "Nota's"), f"{dossier}/DC-02"
    assert sheet.sheet.cell(sheet.row(row), sheet.column("note")).protection.locked
    assert _seen(controllers, path, check)[1].items == ()
    sheet.write(row, "note", "nieuw")
    assert [item.code for item in _seen(controllers, path, check)[1].items] == ["cell_was_cut"]


def test_nor_is_the_workbook_of_a_check_kept_with_a_register_number(controllers, check, path):
    controllers.checks.send_out(check, path)
    one, two = controllers.checks.file(check).dossiers[:2]
    Sheet(path, "Nota's").write(f"{one.id}/DC-02", "note", f"klant {NUMBER}")
    Sheet(path, "Nota's").write(f"{two.id}/DC-02", "note", "Gezien.")
    back, seen = _seen(controllers, path, check)
    assert "workbook_not_kept" in [told.code for told in seen.told]
    assert controllers.checks.take_back(back, seen, seen.fresh).answers == 1
    assert controllers.attachments.of_centre(controllers.checks.file(check).centre_id) == ()
