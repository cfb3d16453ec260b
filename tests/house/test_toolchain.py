"""The tools under the house: a Qt that keeps its references, locks that name no place, set-up."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QApplication, QTableView

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = {
    "requirements.txt": [],
    "requirements-tests.txt": ["tests"],
    "requirements-installer.txt": ["installer"],
}


class EmptyTable(QAbstractTableModel):
    """Fifty rows without a word: Qt asks, Python answers None."""

    emptied = Signal(object)

    def rowCount(self, parent=QModelIndex()):
        return 50

    def columnCount(self, parent=QModelIndex()):
        return 5

    def data(self, index, role=0):
        return None

    def hear(self, news):
        return None


def test_qt_keeps_its_references_to_none(qtbot):
    """PySide6 6.12.0 on Python 3.11 loses one in every void call, and dies after some thousand."""
    table = EmptyTable()
    table.emptied.connect(table.hear)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.show()
    acts = [
        (QApplication.processEvents, 1000),
        (lambda: table.emptied.emit(None), 1000),
        (lambda: table.index(0, 0).data(0), 1000),
        (view.viewport().repaint, 50),
        (view.horizontalHeader().viewport().repaint, 50),
        (view.scrollToBottom, 100),
    ]
    for act, times in acts:
        act()
        before = sys.getrefcount(None)
        for _ in range(times):
            act()
        drift = sys.getrefcount(None) - before
        assert abs(drift) < times * 0.1, f"{drift} references to None in {times} calls of {act}"


def test_pyside_is_of_the_line_that_is_sound():
    assert Version("6.11.2") <= Version(PySide6.__version__) < Version("6.12")
    assert "PySide6-Essentials>=6.11.2,<6.12" in PROJECT["dependencies"]


def pins(name: str) -> dict[str, Version]:
    found = re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)", text(name), re.MULTILINE)
    return {package: Version(version) for package, version in found}


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_path(name):
    for trace in (
        "://",
        "--index",
        "--extra-index",
        "--find-links",
        "--trusted-host",
        "file:",
        "@",
    ):
        assert trace not in text(name)
    lines = [line.strip() for line in text(name).splitlines() if not line.startswith("#")]
    known = re.compile(
        r"[a-z0-9.-]+==[\w.]+( ; [\w '.<>=!()]+)? \\"
        r"|--hash=sha256:[0-9a-f]{64}( \\)?"
        r"|# +via( .+)?|# +(waarmerk \(pyproject\.toml\)|-c requirements\.txt|[a-z0-9.-]+)"
    )
    strange = [line for line in lines if not known.fullmatch(line)]
    assert strange == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_hashes(name):
    entries = re.split(r"^(?=[a-z0-9])", text(name), flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


@pytest.mark.parametrize(("name", "extras"), LOCKS.items())
def test_the_project_and_its_locks_agree(name, extras):
    wanted = list(PROJECT["dependencies"])
    for extra in extras:
        wanted += PROJECT["optional-dependencies"][extra]
    locked = pins(name)
    for line in wanted:
        requirement = Requirement(line)
        version = locked.get(canonical(requirement.name))
        assert version is not None, f"run `make lock`: {line} is not in {name}"
        assert version in requirement.specifier, (
            f"run `make lock`: {line} is at {version} in {name}"
        )


@pytest.mark.parametrize("name", ["requirements-tests.txt", "requirements-installer.txt"])
def test_the_larger_locks_hold_the_first_one_whole(name):
    assert pins("requirements.txt").items() <= pins(name).items()


def test_the_door_can_be_read_by_an_old_python():
    ast.parse(text("installer/waarmerk.py"), feature_version=(3, 7))


@pytest.mark.skipif(sys.platform == "win32", reason="the makefile is for the other systems")
def test_make_knows_every_command_of_the_door():
    shown = subprocess.run(
        [sys.executable, "installer/waarmerk.py", "help"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    commands = {line.split()[0] for line in shown.stdout.splitlines()}
    rule = re.search(r"^(help[^:]*):", text("Makefile"), re.MULTILINE)
    assert rule is not None
    assert set(rule.group(1).split()) == commands


@pytest.mark.skipif(
    os.name == "nt", reason="git on Windows keeps the bit, the file system does not"
)
def test_the_gate_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_program_names_the_version_of_the_project():
    from models.kernel.version import VERSION

    assert VERSION == PROJECT["version"]
