"""Rules about the house that no other tool watches."""

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("models", "controllers", "ui")
FILES = [path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")]
OURS = [path for path in FILES if "migrations/versions" not in path.as_posix()]
FORBIDDEN = {"utils", "helpers", "common", "misc", "manager", "managers", "data", "info"}


def test_every_package_has_its_sign_on_the_door():
    for folder in {path.parent for path in OURS}:
        sign = folder / "__init__.py"
        assert sign.exists(), folder
        if folder.name != "versions":
            assert ast.get_docstring(ast.parse(sign.read_text("utf-8"))), folder


def test_every_file_opens_with_one_sentence():
    for path in OURS:
        if path.name == "__init__.py" and path.parent.name == "versions":
            continue
        words = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert words, path
        assert words.splitlines()[0].endswith("."), path


def test_files_stay_one_room():
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in OURS
        if (lines := len(path.read_text("utf-8").splitlines())) > 340
    }
    assert not long


def test_no_name_says_nothing():
    for path in OURS:
        assert path.stem not in FORBIDDEN, path
        assert path.parent.name not in FORBIDDEN, path


def test_a_key_of_one_widget_says_so_with_set_context():
    """PySide takes a context beside the act that is called, and does not hear it."""
    given = re.compile(r"QShortcut\([^()]*(?:\([^()]*\)[^()]*)*context")
    deaf = [path.name for path in FILES if given.search(path.read_text("utf-8"))]
    assert deaf == []
    assert given.search("QShortcut(QKeySequence('B'), self, self.act, context=alone)")


def test_a_window_without_a_file_imports_no_database_and_no_formats():
    code = (
        "import sys; import ui.pages.start.page, ui.kit.shell\n"
        "heavy = {'sqlalchemy', 'openpyxl', 'reportlab', 'python_calamine', 'alembic', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_console_imports_no_qt():
    code = "import sys; import ui.console, ui.verbs; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_no_file_names_a_place_of_a_machine():
    words = ("/work/", "/root/", "/home/", "pypi.org", "file:///")
    for path in [*FILES, ROOT / "main.py", ROOT / "README.md", ROOT / "pyproject.toml"]:
        text = path.read_text("utf-8")
        assert not [word for word in words if word in text], path


def test_the_front_door_knows_the_same_passphrase_rule():
    from controllers import door
    from models.store import file, keys

    assert (door.LEAST, door.SUFFIX) == (keys.LEAST, file.SUFFIX)


def test_the_program_and_the_project_have_one_version():
    import tomllib

    from models.kernel.version import VERSION

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION
