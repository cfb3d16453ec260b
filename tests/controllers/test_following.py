"""Measures after a check on a real file: agreed, ticked off, taken back."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.checks.values import CheckNotFinished, MeasureStillToCome
from models.store.store import Store
from tests.controllers.finished import DAY, finished_check, settle

TODAY = date(2026, 5, 4)


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    return finished_check(do)


@pytest.fixture
def centre(do: Controllers, check):
    return do.checks.file(check).centre_id


def test_the_last_day_is_counted_from_the_letter(do: Controllers, check, centre):
    (before,) = do.checks.agreed(centre)
    assert before.due is None
    letter = do.letters.write_audit_letter(check)
    do.letters.set_date(letter, date(2026, 4, 20))
    (found,) = do.checks.agreed(centre)
    assert found.visited == DAY
    assert found.counted is not None
    assert found.counted.start == date(2026, 4, 20)
    assert found.measure


def test_ticking_off_is_one_step_on_a_finished_check(do: Controllers, check, centre):
    key = do.checks.agreed(centre)[0].question_key
    do.checks.carry_out(check, key, TODAY)
    assert do.checks.agreed(centre)[0].met_on == TODAY
    turn = do.history.next_undo
    assert turn is not None
    assert turn.label == "Tick off measure"
    do.history.undo()
    assert do.checks.agreed(centre)[0].open
    do.history.redo()
    do.checks.carry_out(check, key, None)
    assert do.checks.agreed(centre)[0].open


def test_nothing_is_carried_out_tomorrow_or_before_it_is_agreed(do: Controllers, check, centre):
    key = do.checks.agreed(centre)[0].question_key
    with pytest.raises(MeasureStillToCome):
        do.checks.carry_out(check, key, date(2026, 5, 5))
    do.checks.reopen(check, "Een dossier vergeten.")
    assert do.checks.agreed(centre) == ()
    with pytest.raises(CheckNotFinished):
        do.checks.carry_out(check, key, TODAY)
