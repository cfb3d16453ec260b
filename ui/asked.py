"""What a verb is asked with beside its options: the passphrase, and a hand that draws screens."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.kernel.errors import Refused, Unavailable
from models.kernel.text import N_
from ui.kit.reading import read_day

if TYPE_CHECKING:
    from controllers.bundle import Controllers

VARIABLE = "WAARMERK_PASSPHRASE"
DEMO_PASSPHRASE = "demonstratie"  # noqa: S105 - guards nothing but invented work


class PassphraseFileUnreadable(Unavailable):
    sentence = N_(
        "The passphrase cannot be read from {path}. Give a text file that holds nothing else."
    )


class DayMissing(Refused):
    sentence = N_("A term needs the day it starts. Write it as 2026-05-14 or 14/05/2026.")


Draw = Callable[["Controllers", Path, "argparse.Namespace"], dict[str, Any]]
"""Makes pictures of the screens; given by main.py, since it needs Qt."""


def passphrase(options: argparse.Namespace) -> str:
    """From the file named, else from the environment; empty when neither is there."""
    if options.passphrase_file is None:
        return os.environ.get(VARIABLE, "")
    try:
        return str(options.passphrase_file.read_text("utf-8-sig")).strip()
    except (OSError, UnicodeError) as error:
        raise PassphraseFileUnreadable(path=options.passphrase_file) from error


def day_of(text: str) -> date:
    """A day as somebody typed it. Raises DayMissing, DayUnreadable and DayUnknown."""
    day = read_day(text)
    if day is None:
        raise DayMissing(field="start")
    return day
