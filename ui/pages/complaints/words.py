"""Words of the room of complaints that stand in more than one place of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from controllers.wording import word
from models.kernel.text import _


def choices(kind: type[StrEnum]) -> list[tuple[Any, str]]:
    """Every value of a code list with its word."""
    return [(one, word(one)) for one in kind]  # type: ignore[arg-type]


def choices_or_none(kind: type[StrEnum]) -> list[tuple[Any, str]]:
    """As `choices`, after the one that says it is not known yet."""
    return [(None, _("not known yet")), *choices(kind)]


def nobody() -> str:
    """What every form of complaints says first."""
    return _("Do not note a name, address or other trace of who complained here.")
