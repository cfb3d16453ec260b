"""Parts every test may use: a fixed clock, and a real encrypted file."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from models.centres.entities import SEARCHED
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store

import models.subjects

settings.register_profile(
    "a busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("a busy machine")

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
PASSPHRASE = "vier losse woorden hier"
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
"""A passphrase that costs nothing to guess: only for tests, which open hundreds of files."""


@pytest.fixture
def terms() -> Terms:
    return Terms(clock=lambda: NOW, who="Lotte Verhaegen", searched=(SEARCHED,), cost=CHEAP)


@pytest.fixture
def store(tmp_path: Path, terms: Terms) -> Iterator[Store]:
    store, _ = create(tmp_path / "kantoor.waarmerk", PASSPHRASE, terms)
    yield store
    store.close()
