"""Parts every test may use: a fixed clock, and a real encrypted file."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

IN_MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
"""A folder of Linux without a disk under it, and the bytes that must be free there.

A kill takes nothing from it either; only the waiting for a disk at every change falls away.
"""
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free >= ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

from models.centres.entities import SEARCHED
from models.store.file import Terms, create, open_file
from models.store.keys import Cost
from models.store.store import Store


settings.register_profile(
    "a busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("a busy machine")

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
PASSPHRASE = "vier losse woorden hier"
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
"""A passphrase that costs nothing to guess: only for tests, which open hundreds of files."""


OLD = 10
"""Rounds of clearing away before all that is there is looked through."""


def pytest_collection_finish() -> None:
    """What stays until the end is not looked through again and again for what is no longer used."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Widgets nobody holds any more are cleared away between tests, as the program does when idle.

    Left to itself Python does so wherever it happens to be: in a reader, or halfway a painting.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect(1 if gc.get_count()[2] < OLD else 2)
        gc.enable()


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Once:
    """Makes a folder with files that take long to make: once in a run, whoever asks first.

    Workers of one run share it. What lies there is copied before anybody writes in it.
    """
    place = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        place = place.parent

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        made = place / f"once-{name}"
        with FileLock(f"{made}.lock"):
            if not made.exists():
                begun = place / f"begun-{name}"
                shutil.rmtree(begun, ignore_errors=True)
                begun.mkdir()
                make(begun)
                begun.rename(made)
        return made

    return make_once


def copy_of(path: Path, target: Path) -> Path:
    """An office of one's own: the file, with its keys and its attachments."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, target)
    shutil.copy(f"{path}.key", f"{target}.key")
    if Path(f"{path}.files").exists():
        shutil.copytree(f"{path}.files", f"{target}.files")
    return target


def _terms() -> Terms:
    return Terms(clock=lambda: NOW, who="Lotte Verhaegen", searched=(SEARCHED,), cost=CHEAP)


@pytest.fixture
def terms() -> Terms:
    return _terms()


@pytest.fixture(scope="session")
def empty(once: Once) -> Path:
    """A file as it is just made; tests open a copy, since the migrations take their time."""
    name = "kantoor.waarmerk"

    def make(folder: Path) -> None:
        create(folder / name, PASSPHRASE, _terms())[0].close()

    return once("empty", make) / name


@pytest.fixture(scope="session")
def year(once: Once) -> Path:
    """The demonstration as a file; who writes copies it, since making it takes seconds."""
    from controllers.demo import make_demo

    name = "kantoor.waarmerk"

    def make(folder: Path) -> None:
        make_demo(folder / name, lambda: NOW).close()

    return once("year", make) / name


@pytest.fixture
def store(empty: Path, tmp_path: Path, terms: Terms) -> Iterator[Store]:
    store = open_file(copy_of(empty, tmp_path / empty.name), PASSPHRASE, terms)
    yield store
    store.close()
