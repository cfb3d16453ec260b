"""The program put together: what starting costs, what is remembered, what the log may hold."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from ui.traces import Discreet, discreet

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    *("sqlalchemy", "alembic", "sqlcipher3", "openpyxl", "reportlab", "python_calamine"),
    *("pypdfium2", "numpy", "babel", "holidays", "phonenumbers", "yaml", "cryptography"),
}


def test_the_first_window_waits_for_no_database_and_no_format() -> None:
    code = f"import sys; import ui.program; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def fall() -> None:
    try:
        raise KeyError("Jan Peeters")
    except KeyError as error:
        raise RuntimeError("dossier 2025-0012 van Jan Peeters") from error


def test_a_trace_says_types_and_places_and_never_a_message() -> None:
    with pytest.raises(RuntimeError) as caught:
        fall()
    words = discreet(caught.value)
    assert words.splitlines()[0] == "RuntimeError"
    assert "KeyError" in words
    assert "test_program.py:" in words
    assert "fall" in words
    assert "Peeters" not in words
    assert "2025" not in words


def test_the_log_holds_no_names(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fall()
    except RuntimeError as error:
        logging.getLogger("proef").error("Bug in a use case", exc_info=error)
    line = Discreet().format(caplog.records[-1])
    assert "Bug in a use case" in line
    assert "RuntimeError" in line
    assert "Peeters" not in line


def test_an_error_that_causes_itself_ends() -> None:
    error = ValueError("een")
    error.__cause__ = error
    assert discreet(error) == "ValueError"
