"""Measures and criteria over all centres on a real file, in the window, Excel and the console."""

from datetime import date

import openpyxl
import pytest

from controllers.bundle import Controllers
from models.checks.values import MeasureStatus
from models.conditions.values import ConditionKind
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

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
