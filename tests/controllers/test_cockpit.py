"""One centre at a glance on a real file: which year it is, and what was agreed."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.store.store import Store
from tests.controllers.finished import finished_check, settle


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.mark.parametrize(
    ("ended", "year"), [(None, (3, 6)), (date(2026, 5, 4), (3, 6)), (date(2026, 5, 3), None)]
)
def test_a_mandate_that_stopped_is_in_no_year_any_more(do: Controllers, ended, year):
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer")
    mandate = do.mandates.add(centre, "LB-1", date(2023, 7, 1))
    do.mandates.edit(mandate, "ended_on", ended)
    assert do.cockpit.of(centre).year == year


def test_what_was_agreed_is_the_same_at_the_check_and_on_the_cockpit(do: Controllers):
    check = finished_check(do)
    do.letters.set_date(do.letters.write_audit_letter(check), date(2026, 4, 20))
    centre = do.checks.file(check).centre_id
    assert do.cockpit.of(centre).agreed == do.checks.agreed(centre) != ()
