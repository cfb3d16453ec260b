"""The desks over an empty file, and a check at a centre that was just begun."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from controllers.centres import Centres
from controllers.checks import Checks
from models.store.store import Store


@pytest.fixture
def controllers(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def checks(store: Store) -> Checks:
    return Checks(store)


@pytest.fixture
def centre(store: Store) -> UUID:
    return Centres(store).add("0566988259", "Loopbaanhuis Demer bv")


@pytest.fixture
def check(checks: Checks, centre: UUID) -> UUID:
    found = checks.plan(centre, date(2026, 5, 4))
    checks.start(found)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of the workbook that comes back."""
    return tmp_path / "terug.xlsx"
