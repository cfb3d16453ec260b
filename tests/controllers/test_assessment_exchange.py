"""An assessment goes out as a workbook and comes back: real files, written in by hand."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from controllers.applications.exchange.refusals import (
    AssessmentOfACheck,
    AssessmentOfAnotherApplication,
    AssessmentOfAnotherCentre,
    AssessmentOfAnotherVersion,
    AssessmentOfUnknownExport,
    AssessmentOutdated,
)
from controllers.checks.exchange.refusals import SheetOfAnApplication, SheetOfAnotherCheck
from controllers.exchange.refusals import SheetStampChanged
from controllers.exchange.review import Group
from controllers.export.assessment import assessment_book
from controllers.export.sheets.returning import Return
from models.applications.values import AdviceOutcome, Judged, Judgement
from models.centres.values import NationalNumberFound
from models.checks.values.exchange import SheetUse
from tests.controllers.dossiers import applicant
from tests.controllers.test_own_assessment import published, second
from tests.controllers.workbooks import Sheet, stamp

MEETS, PARTLY = Judgement.MEETS, Judgement.PARTLY


@pytest.fixture
def one(controllers):
    return applicant(controllers)


def review(one, path):
    back = one.controllers.applications.read_back(path)
    return back, one.controllers.applications.review(back, one.application)


def take(one, path):
    back, seen = review(one, path)
    return one.controllers.applications.take_back(back, seen, seen.fresh)


def send(one, path):
    one.controllers.applications.send_out(one.application, path)
    return Sheet(path, "Vereisten")


@pytest.mark.parametrize("judged", [False, True])
def test_an_untouched_workbook_brings_nothing(one, path, judged):
    if judged:
        one.judge()
    send(one, path)
    _back, seen = review(one, path)
    assert (seen.items, seen.told) == ((), ())
    assert sum(part.same for part in seen.parts) == 7 * len(one.file.criteria)


def test_what_was_filled_in_comes_back_as_one_step_that_undo_takes_away(one, path):
    send(one, path).write("MA-01", "judgement", "voldoet")
    Sheet(path, "Vereisten").write("MA-01", "motivation", "Het KBO-uittreksel klopt.")
    Sheet(path, "Vereisten").write("MA-02", "judgement", "Voldoet gedeeltelijk")
    Sheet(path, "Vereisten").write("MA-02", "evidence", "Formulier van 1 april")
    taken = take(one, path)
    assert taken.answers == 4
    assert one.file.of("MA-01").judged == Judged(MEETS, "Het KBO-uittreksel klopt.")
    assert one.file.of("MA-02").judged == Judged(PARTLY, "", "Formulier van 1 april")
    one.controllers.history.undo()
    assert {each.judged for each in one.file.criteria} == {Judged()}
    one.controllers.history.redo()
    assert one.file.of("MA-02").judged.judgement is PARTLY


def test_what_changed_on_both_sides_waits_for_a_choice(one, path):
    sheet = send(one, path)
    one.controllers.applications.judge(one.application, "MA-03", PARTLY)
    sheet.write("MA-03", "judgement", "voldoet niet")
    _back, seen = review(one, path)
    (item,) = seen.items
    assert item.group is Group.CONFLICTS
    assert (item.what, item.base, item.ours, item.theirs) == (
        "MA-03 · judgement",
        "",
        "voldoet gedeeltelijk",
        "voldoet niet",
    )
    assert seen.fresh == frozenset()


def test_a_judgement_outside_the_list_says_which_there_are(one, path):
    send(one, path).write("MA-01", "judgement", "goed")
    _back, seen = review(one, path)
    (item,) = seen.items
    assert item.group is Group.UNREADABLE
    assert "voldoet niet" in item.reason


def test_a_national_register_number_stays_out(one, path):
    send(one, path).write("MA-01", "motivation", "Gesproken met 85.07.30-033.28")
    _back, seen = review(one, path)
    (item,) = seen.items
    assert item.group is Group.UNREADABLE
    assert "85.07.30-033.28" not in item.theirs


def test_what_was_not_open_is_refused_cell_by_cell(one, path):
    sheet = send(one, path)
    sheet.write("MA-01", "question", "De aanvrager bestaat.")
    sheet.write("MA-04", "facts", "klopt: alles in orde")
    sheet.write("MA-05", "judgement", "voldoet")
    _back, seen = review(one, path)
    assert [item.group for item in seen.items] == [
        Group.FORBIDDEN,
        Group.FORBIDDEN,
        Group.ANSWERS,
    ]
    assert all(item.reason for item in seen.of(Group.FORBIDDEN))


def test_nothing_of_an_application_that_was_decided_is_taken_over(one, path):
    one.ready()
    send(one, path).write("MA-01", "judgement", "voldoet niet")
    one.grant()
    _back, seen = review(one, path)
    (item,) = seen.items
    assert item.group is Group.FORBIDDEN
    assert "closed" in item.reason


def test_a_closed_assessment_leaves_to_be_read_only(one, path):
    one.ready()
    one.grant()
    sheet = send(one, path).sheet
    assert sheet.protection.sheet
    assert all(cell.protection.locked for line in sheet.iter_rows() for cell in line)
    assert not sheet.data_validations.dataValidation
    guide = [cell.value for line in load_workbook(path)["Lees mij"].iter_rows() for cell in line]
    said = [value for value in guide if isinstance(value, str)]
    assert any("is om te lezen" in value for value in said)
    assert not [value for value in said if value.startswith("Open: ")]


def test_only_three_columns_are_open_and_judgements_come_from_the_list(one, path):
    sheet = send(one, path).sheet
    open_ = {
        cell.column_letter
        for line in sheet.iter_rows()
        for cell in line
        if not cell.protection.locked
    }
    assert open_ == {"F", "G", "H"}
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == (
        '"voldoet,voldoet gedeeltelijk,voldoet niet,bijkomende informatie nodig"'
    )
    assert sheet.row_dimensions[7].hidden
    assert sheet.column_dimensions["I"].hidden


def test_a_workbook_of_another_centre_or_application_is_not_read(one, path, controllers):
    other = controllers.centres.add("0887010362", "Boudewijn Consult")
    theirs = controllers.applications.receive(other, date(2026, 4, 2))
    controllers.applications.send_out(theirs, path)
    back = controllers.applications.read_back(path)
    with pytest.raises(AssessmentOfAnotherCentre):
        controllers.applications.review(back, one.application)
    one.controllers.applications.retract(one.application, date(2026, 4, 3))
    again = controllers.applications.receive(one.centre, date(2026, 4, 4))
    send(one, path)
    back = controllers.applications.read_back(path)
    with pytest.raises(AssessmentOfAnotherApplication):
        controllers.applications.review(back, again)


def test_a_workbook_of_another_version_or_another_file_is_not_read(one, path):
    send(one, path)
    stamp(path, "version", 9)
    with pytest.raises(AssessmentOfAnotherVersion):
        review(one, path)
    stamp(path, "version", 1)
    stamp(path, "mark", "0" * 64)
    with pytest.raises(SheetStampChanged):
        review(one, path)
    stamp(path, "export", str(one.application))
    with pytest.raises(AssessmentOfUnknownExport):
        review(one, path)


def test_the_workbook_of_a_check_is_no_assessment_and_the_other_way_round(one, path, controllers):
    check = controllers.checks.plan(one.centre, date(2026, 5, 12))
    controllers.checks.send_out(check, path)
    reference = controllers.checks.file(check).reference
    back = controllers.applications.read_back(path)
    with pytest.raises(AssessmentOfAnotherApplication, match=f"of check {reference} ") as said:
        controllers.applications.review(back, one.application)
    assert "not of an application" in str(said.value)
    send(one, path)
    back = controllers.checks.read_back(path)
    with pytest.raises(SheetOfAnotherCheck, match=f"of application {one.file.reference} ") as said:
        controllers.checks.review(back, check)
    assert one.file.centre_name in str(said.value)


def test_what_a_workbook_is_is_said_also_at_another_centre_and_without_a_thing_in_sight(
    one, path, controllers
):
    elsewhere = controllers.centres.add("0202239951", "Ander Huis")
    check = controllers.checks.plan(elsewhere, date(2026, 5, 12))
    send(one, path)
    back = controllers.checks.read_back(path)
    for looked_at in (check, None):
        with pytest.raises(SheetOfAnApplication, match=one.file.reference):
            controllers.checks.review(back, looked_at)
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    back = controllers.applications.read_back(path)
    for application in (one.application, None):
        with pytest.raises(AssessmentOfACheck, match="Ander Huis"):
            controllers.applications.review(back, application)


def test_rows_may_be_sorted_taken_out_and_copied(one, path):
    sheet = send(one, path)
    sheet.write("MA-02", "judgement", "voldoet")
    sheet.sheet.delete_rows(sheet.row("MA-01"))
    sheet.book.save(path)
    _back, seen = review(one, path)
    assert [item.what for item in seen.items] == ["MA-02 · judgement"]
    assert [told.code for told in seen.told] == ["rows_missing"]


def test_a_review_that_is_out_of_date_writes_nothing(one, path):
    send(one, path).write("MA-01", "judgement", "voldoet")
    back, seen = review(one, path)
    one.controllers.applications.judge(one.application, "MA-01", PARTLY)
    with pytest.raises(AssessmentOutdated):
        one.controllers.applications.take_back(back, seen, seen.fresh)
    assert one.file.of("MA-01").judged.judgement is PARTLY


def test_the_workbook_that_came_back_is_kept_with_the_application(one, path):
    send(one, path).write("MA-01", "judgement", "voldoet")
    take(one, path)
    (kept,) = one.controllers.attachments.of_thing("application", one.application)
    assert kept.name == "terug.xlsx"
    _back, seen = review(one, path)
    assert [told.code for told in seen.told] == ["taken_back_before"]


def test_a_workbook_named_after_a_national_register_number_does_not_leave(one, tmp_path):
    with pytest.raises(NationalNumberFound):
        one.controllers.applications.send_out(
            one.application, tmp_path / "klant 85.07.30-033.28.xlsx"
        )
    assert list(tmp_path.glob("klant*")) == []


def test_the_same_facts_give_the_same_bytes(one):
    one.judge()
    back = Return(SheetUse.OFFICER, answers_open=True)
    at = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)

    def made():
        book = assessment_book(one.file, made_at=at, program="Waarmerk", back=back)
        return book.to_bytes()

    assert made() == made()
    assert load_workbook(BytesIO(made()))["Vereisten"]["F9"].value == "voldoet"


def test_advice_on_what_came_back_follows_the_rules(one, path):
    sheet = send(one, path)
    for each in one.file.criteria:
        sheet.write(each.key, "judgement", "voldoet")
        sheet.write(each.key, "motivation", f"Aangetoond bij {each.key}.")
    take(one, path)
    assert one.file.proposal.outcome is AdviceOutcome.POSITIVE


def test_a_requirement_that_is_not_asked_needs_nothing_and_keeps_what_is_written(controllers, path):
    published(controllers)
    new = second(controllers)
    sheet = send(new, path)
    assert "“voldoet niet”" in sheet.sheet.cell(sheet.row("MA-15"), 2).value
    sheet.write("MA-15", "motivation", "Alvast genoteerd.")
    sheet.write("MA-09", "judgement", "voldoet niet")
    assert not new.file.of("MA-15").asked
    take(new, path)
    assert new.file.of("MA-15").asked
    assert new.file.of("MA-15").judged.motivation == "Alvast genoteerd."
