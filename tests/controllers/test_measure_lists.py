"""Measures and criteria over all centres on a real file, in the window, Excel and the console."""

from datetime import date

import openpyxl
import pypdf
import pytest

from controllers.bundle import Controllers
from controllers.following_columns import MEASURES
from controllers.register_columns import REGISTERS
from controllers.registers import DaysTurned, RegisterQuestion
from controllers.wording import word
from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer, MeasureStatus
from models.conditions.values import ConditionKind
from models.kernel.text import _
from models.kernel.words import fold
from models.letters import queries as letter_queries
from models.store.store import Store
from tests.controllers.finished import another_check, centre, finished_check, settle

TODAY = date(2026, 5, 4)


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    made = finished_check(do, date(2026, 1, 26))
    letter = do.letters.write_audit_letter(made)
    do.letters.set_date(letter, date(2026, 2, 2))
    return made


def test_a_late_measure_stands_in_the_list_and_in_the_follow_up(do: Controllers, check):
    (row,) = do.registers.rows("measures")
    assert (row.status, row.due) == (MeasureStatus.OVERDUE, date(2026, 4, 3))
    assert (row.days_late, row.question_key, row.centre) == (31, "DC-01", "Loopbaanhuis De Kade")
    kinds = {one.kind for one in do.conditions.every()}
    assert ConditionKind.MEASURE in kinds
    do.checks.deliver(check, "DC-01", TODAY, "Een sjabloon")
    (row,) = do.registers.rows("measures", "kade")
    assert row.status is MeasureStatus.EVIDENCE_RECEIVED
    do.checks.carry_out(check, "DC-01", TODAY)
    assert ConditionKind.MEASURE not in {one.kind for one in do.conditions.every()}


def test_a_criterion_is_counted_over_centres(do: Controllers, check, tmp_path):
    (row,) = do.registers.rows("patterns")
    assert (row.question_key, row.centres, row.times, row.repeated) == ("DC-01", 1, 1, 0)
    assert row.names == ("Loopbaanhuis De Kade",)
    made = do.outgoing.register("patterns", tmp_path / "criteria.xlsx")
    sheet = openpyxl.load_workbook(made.path).active
    cells = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert "Loopbaanhuis De Kade" in cells


def test_only_one_centre_when_asked(do: Controllers, check):
    other = do.centres.add("0887010362", "Talentkaai")
    assert do.registers.every("measures", other) == []
    assert do.registers.every("patterns", other) == []
    assert len(do.registers.every("measures", do.checks.file(check).centre_id)) == 1


@pytest.mark.parametrize(
    ("today", "late", "left"),
    [
        (date(2026, 4, 2), None, 1),
        (date(2026, 4, 3), None, 0),
        (date(2026, 4, 4), 1, None),
        (date(2026, 5, 4), 31, None),
    ],
)
def test_the_days_are_counted_to_and_from_the_last_day(do: Controllers, check, today, late, left):
    with do.registers._store.look() as session:
        (row,) = letter_queries.measure_register(session, today)
    cells = {one.key: one.cell(row) for one in MEASURES}
    assert (cells["days_late"], cells["days_left"]) == (late, left)


def test_what_is_carried_out_counts_no_days(do: Controllers, check):
    do.checks.carry_out(check, "DC-01", date(2026, 4, 2))
    with do.registers._store.look() as session:
        (row,) = letter_queries.measure_register(session, date(2026, 4, 2))
    assert (row.days_late, row.days_left) == (0, None)


@pytest.fixture
def three(do: Controllers, check):
    """The late one, one that is still to come, and one without a last day."""
    for number, name, day, owner in (
        ("0887010362", "Talentkaai", date(2026, 5, 20), "An Jansen"),
        ("0202239951", "Leie", None, "Bea Claes"),
    ):
        again = another_check(do, do.centres.add(number, name))
        if day is not None:
            do.checks.reopen(again, "Een dag vergeten.")
            do.checks.edit_finding(again, "DC-01", "measure_due", day)
            do.checks.finish(again)
        do.checks.assign(again, "DC-01", owner)
    return do.registers.rows("measures")


@pytest.mark.parametrize("key", [column.key for column in MEASURES])
def test_the_list_is_ordered_by_each_of_its_columns_and_leaves_in_that_order(
    do: Controllers, three, key, tmp_path
):
    (column,) = [one for one in MEASURES if one.key == key]
    for descending in (False, True):
        rows = do.registers.rows("measures", "", key, descending=descending)
        assert {row.id for row in rows} == {row.id for row in three}
        assert len(rows) == 3
        cells = [column.cell(row) for row in rows]
        full = [cell for cell in cells if cell not in (None, "")]
        assert cells[: len(full)] == full, "what has no value comes last"
        by = [fold(cell) if isinstance(cell, str) else cell for cell in full]
        assert by == sorted(by, reverse=descending)
        made = do.outgoing.register(
            "measures",
            tmp_path / f"{descending}.xlsx",
            RegisterQuestion(order=key, descending=descending),
        )
        sheet = openpyxl.load_workbook(made.path).active
        owners = [str(cell.value or "") for cell in column_of(sheet, "Carried out by whom")]
        assert owners == [row.owner for row in rows]


def test_the_list_is_narrowed_by_any_words_of_a_row(do: Controllers, three, tmp_path):
    (row,) = do.registers.rows("measures", "jansen talent")
    assert (row.owner, row.due, row.days_left) == ("An Jansen", date(2026, 5, 20), 16)
    assert not do.registers.rows("measures", "jansen claes")
    made = do.outgoing.register("measures", tmp_path / "een.xlsx", RegisterQuestion("claes"))
    sheet = openpyxl.load_workbook(made.path).active
    assert [cell.value for cell in column_of(sheet, "Carried out by whom")] == ["Bea Claes"]


def test_one_value_of_a_column_narrows_the_list_on_screen_in_excel_and_on_paper(
    do: Controllers, three, tmp_path
):
    late = word(MeasureStatus.OVERDUE)
    asked = RegisterQuestion(narrowed={"status": late})
    found = do.registers.listing("measures", asked)
    assert [row.centre for row in found.rows] == ["Loopbaanhuis De Kade"]
    assert found.choices["owner"] == ("An Jansen", "Bea Claes"), "of all there are, not of these"
    both = RegisterQuestion("kade", {"status": late, "owner": "Bea Claes"})
    assert do.registers.listing("measures", both).rows == ()
    sheet = openpyxl.load_workbook(
        do.outgoing.register("measures", tmp_path / "laat.xlsx", asked).path
    ).active
    assert len(column_of(sheet, "Carried out by whom")) == 1
    made = do.outgoing.register_paper("measures", tmp_path / "laat", asked)
    assert made.path.name == "laat.pdf"
    (page,) = pypdf.PdfReader(made.path).pages
    text = page.extract_text()
    assert "Loopbaanhuis De Kade" in text
    assert "Talentkaai" not in text
    assert "3 apr 2026" in text
    assert "Stand: Te laat" in text
    assert page.mediabox.width > page.mediabox.height


def test_the_same_list_on_paper_is_the_same_bytes(do: Controllers, three, tmp_path):
    first, second = (
        do.outgoing.register_paper("measures", tmp_path / name, RegisterQuestion()).path
        for name in ("een", "twee")
    )
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("key", REGISTERS)
def test_every_register_goes_on_paper(do: Controllers, three, key, tmp_path):
    made = do.outgoing.register_paper(key, tmp_path / key, RegisterQuestion())
    heads = [_(one.label) for one in REGISTERS[key].columns if one.key in REGISTERS[key].paper]
    assert len(heads) == len(REGISTERS[key].paper)
    assert len(pypdf.PdfReader(made.path).pages) == 1


def test_a_day_tells_how_the_rules_count_it(do: Controllers, check):
    (row,) = do.registers.rows("measures")
    assert row.by_rule is not None
    assert row.by_rule.due == row.due == date(2026, 4, 3)
    do.checks.carry_out(check, "DC-01", date(2026, 4, 2))
    (row,) = do.registers.rows("measures")
    assert row.by_rule is None, "nothing is waited for any more"


def test_two_measures_of_one_check_that_nobody_wrote_about_both_stand_in_the_list(do: Controllers):
    check = do.checks.plan(centre(do), date(2026, 2, 2))
    do.checks.start(check)
    do.checks.add_dossiers(check, "KZ-001")
    file = do.checks.file(check)
    fails = [each.key for each in file.template.questions if each.decisive][:2]
    answers = {
        each.key: ChecklistAnswer(AnswerValue.NO, "Niet gevonden.")
        if each.key in fails
        else ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
        if each.answer_type is AnswerType.HOURS_COMPARE
        else ChecklistAnswer(AnswerValue.YES)
        for each in file.template.questions
    }
    do.checks.fill(check, file.dossiers[0].id, answers, "KZ-001")
    do.checks.finish(check)
    rows = do.registers.rows("measures")
    assert sorted(row.question_key for row in rows) == fails
    assert len({row.id for row in rows}) == 2


def column_of(sheet, head: str):
    """The cells under a head of the workbook."""
    at = next(cell for line in sheet.iter_rows() for cell in line if cell.value == head)
    return [sheet.cell(row, at.column) for row in range(at.row + 1, sheet.max_row + 1)]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (None, None, 3),
        (date(2026, 4, 3), date(2026, 4, 3), 1),
        (date(2026, 4, 4), None, 1),
        (None, date(2026, 5, 20), 2),
        (date(2026, 5, 21), None, 0),
    ],
)
def test_both_days_count_and_without_a_last_day_it_lies_nowhere(
    do: Controllers, three, first, last, found, tmp_path
):
    asked = RegisterQuestion(first=first, last=last)
    assert len(do.registers.listing("measures", asked).rows) == found
    made = do.outgoing.register_paper("measures", tmp_path / "dagen.pdf", asked)
    text = " ".join(pypdf.PdfReader(made.path).pages[0].extract_text().split())
    assert ("Vervalt vanaf" in text) is (first is not None)


def test_days_in_the_wrong_order_are_refused(do: Controllers, three):
    with pytest.raises(DaysTurned):
        do.registers.listing(
            "measures", RegisterQuestion(first=date(2026, 5, 2), last=date(2026, 5, 1))
        )
