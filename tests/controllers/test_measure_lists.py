"""Measures and criteria over all centres on a real file, in the window, Excel and the console."""

from datetime import date

import openpyxl
import pytest

from controllers.bundle import Controllers
from controllers.following_columns import MEASURES
from models.checks.values import MeasureStatus
from models.conditions.values import ConditionKind
from models.kernel.words import fold
from models.letters import queries as letter_queries
from models.store.store import Store
from tests.controllers.finished import another_check, finished_check, settle

TODAY = date(2026, 5, 4)


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    made = finished_check(do)
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
            "measures", tmp_path / f"{descending}.xlsx", "", key, descending=descending
        )
        sheet = openpyxl.load_workbook(made.path).active
        owners = [str(cell.value or "") for cell in column_of(sheet, "Carried out by whom")]
        assert owners == [row.owner for row in rows]


def test_the_list_is_narrowed_by_any_words_of_a_row(do: Controllers, three, tmp_path):
    (row,) = do.registers.rows("measures", "jansen talent")
    assert (row.owner, row.due, row.days_left) == ("An Jansen", date(2026, 5, 20), 16)
    assert not do.registers.rows("measures", "jansen claes")
    made = do.outgoing.register("measures", tmp_path / "een.xlsx", "claes")
    sheet = openpyxl.load_workbook(made.path).active
    assert [cell.value for cell in column_of(sheet, "Carried out by whom")] == ["Bea Claes"]


def column_of(sheet, head: str):
    """The cells under a head of the workbook."""
    at = next(cell for line in sheet.iter_rows() for cell in line if cell.value == head)
    return [sheet.cell(row, at.column) for row in range(at.row + 1, sheet.max_row + 1)]
