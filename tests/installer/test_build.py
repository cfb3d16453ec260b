"""The installed folder on a machine without Python: it starts and makes the papers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "waarmerk-console.exe" if sys.platform == "win32" else "waarmerk"

pytestmark = pytest.mark.long


class Machine:
    """A laptop with the folder, an empty home and no Python on its path."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.home = home
        self.program = folder / PROGRAM
        self.file = home / "proef.waarmerk"
        nothing = home / "bin"
        nothing.mkdir()
        kept = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if sys.platform == "win32" else {}
        self.environment = kept | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "LOCALAPPDATA": str(home),
            "APPDATA": str(home),
            "PATH": str(nothing),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "WAARMERK_PASSPHRASE": "vier gewone woorden samen",
        }

    def attempt(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [self.program, "--json", "--file", self.file, *words]
        return subprocess.run(
            [str(word) for word in command],
            cwd=self.home, env=self.environment, capture_output=True, encoding="utf-8", timeout=300,
        )  # fmt: skip

    def say(self, *words: object) -> dict:
        """The JSON answer of a verb that must succeed."""
        done = self.attempt(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}\n{done.stderr}"
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    into = tmp_path_factory.mktemp("dist")
    door = ROOT / "installer" / "waarmerk.py"
    command = [sys.executable, door, "build", "--folder-only", "--into", into]
    subprocess.run(command, cwd=ROOT, check=True)
    return into / "waarmerk"


@pytest.fixture(scope="module")
def machine(folder, tmp_path_factory) -> Machine:
    machine = Machine(folder, tmp_path_factory.mktemp("home"))
    made = machine.say("demo", machine.file)
    assert made["centres"] > 0
    assert made["checks"] > 0
    return machine


def test_the_file_it_makes_cannot_be_read_without_the_key(machine):
    assert machine.file.read_bytes()[:16] != b"SQLite format 3\0"


def test_it_lists_what_the_demonstration_holds(machine):
    assert len(machine.say("list", "centres")["rows"]) > 10
    assert machine.say("list", "checks")["rows"]


def test_it_makes_the_workbook_of_a_check(machine):
    check = machine.say("list", "checks")["rows"][0]["id"]
    made = Path(machine.say("export", "checklist", check, machine.home / "lijst.xlsx")["path"])
    book = load_workbook(made)
    assert sum(sheet.max_row for sheet in book.worksheets) > 9, "nine elements at least"


def test_it_makes_the_letter_of_a_check_with_findings(machine):
    letter = machine.home / "brief.pdf"
    refusals = []
    for check in machine.say("list", "checks")["rows"]:
        done = machine.attempt("letter", "audit_findings", check["id"], letter)
        if done.returncode == 0:
            break
        assert done.returncode == 1, done.stderr
        refusals.append(json.loads(done.stdout)["refused"]["sentence"])
    else:
        pytest.fail(f"no check has a letter: {refusals}")
    text = "".join(page.extract_text() for page in PdfReader(letter).pages)
    assert "Kenmerk" in text or json.loads(done.stdout)["reference"] in text
    assert "{{" not in text


def test_it_draws_its_screens(machine):
    pictures = machine.say("screens", machine.home / "schermen")["pictures"]
    assert pictures
    for picture in pictures:
        assert Path(picture).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only this loader tells what it loads")
def test_everything_it_loads_is_its_own(machine, folder):
    """No Python file of this machine is among what it opens."""
    told = subprocess.run(
        [machine.program, "--help"],
        env=machine.environment | {"LD_DEBUG": "libs"}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    loaded = [line.split()[-1] for line in told.stderr.splitlines() if "calling init:" in line]
    pythons = [path for path in loaded if "libpython" in path]
    assert pythons
    assert all(Path(path).is_relative_to(folder) for path in pythons)


def test_the_licences_and_the_readme_come_along(folder):
    assert (folder / "LEESMIJ.txt").is_file()
    inside = folder / "_internal"
    assert (inside / "LICENSE").is_file()
    assert (inside / "resources" / "licences" / "texts" / "SQLCipher.txt").is_file()
    assert (inside / "stdnum" / "be" / "vat.py").is_file(), "LGPL: replaceable"
