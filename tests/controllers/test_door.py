"""The front door without a window: what it imports when, and what the demonstration leaves."""

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from controllers.door import CORNER, Door
from controllers.opening import throw_away

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_the_door_imports_the_database_only_when_somebody_knocks() -> None:
    code = (
        "import sys; from controllers.door import Door; d = Door(None)\n"
        "print('sqlalchemy' in sys.modules); d.warm(); print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_the_demonstration_lies_in_a_corner_of_its_own_until_it_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = Door(lambda: NOW).demo()
    assert made.demo
    assert made.path.parent.name.startswith(CORNER)
    assert made.centres.count() == 262
    made.close()
    made.close()
    assert list(tmp_path.iterdir()) == []


def test_a_demonstration_that_fails_leaves_no_corner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    asked = iter([NOW])
    with pytest.raises(StopIteration):
        Door(lambda: next(asked)).demo()  # the clock stops after the first question
    assert list(tmp_path.iterdir()) == []


def test_throwing_a_file_away_spares_its_neighbours(tmp_path: Path) -> None:
    ours = ("k.waarmerk", "k.waarmerk.key", "k.waarmerk-wal", ".k.waarmerk.lock")
    others = ("kk.waarmerk", "k.waarmerk.pdf", "k.waarmerk.bak", ".kk.waarmerk.lock")
    for name in (*ours, *others):
        (tmp_path / name).touch()
    throw_away(tmp_path / "k.waarmerk")
    throw_away(tmp_path / "k.waarmerk")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(others)
