"""How a setting is declared: its kind, its group, its words, and where its default stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from models.content.reading import content

SettingValue = str | int | tuple[str, ...] | tuple[int, ...]

MOST_SIGNS = 300
"""How long a text of one line may be, unless its setting says otherwise."""
MOST_DAYS = 730
MOST_MONTHS = 72


class SettingKind(StrEnum):
    """Which control a setting asks for."""

    TEXT = "text"
    EMAIL = "email"
    LINES = "lines"
    """Some lines of text: `tuple[str, ...]`."""
    CHOICE = "choice"
    DAYS = "days"
    """A whole number of days."""
    MONTHS = "months"
    """Some numbers of months, the largest first: `tuple[int, ...]`."""


class SettingGroup(StrEnum):
    """The heading a setting stands under, in this order."""

    OFFICER = "officer"
    SENDER = "sender"
    LETTERS = "letters"
    SCREEN = "screen"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class SettingField:
    """How one setting stands in the form; label and sentence are message ids."""

    key: str
    kind: SettingKind
    group: SettingGroup
    label: str
    sentence: str
    choices: tuple[tuple[str, str], ...] = ()
    """Value and label (a message id)."""
    most: int = MOST_SIGNS
    """How many characters a line may have."""
    rule: bool = False
    """True when it overrules a number of content/rule_parameters.yaml."""


def said(
    kind: SettingKind,
    group: SettingGroup,
    label: str,
    sentence: str,
    *,
    choices: Sequence[tuple[str, str]] = (),
    most: int = MOST_SIGNS,
    rule: bool = False,
) -> dict[str, Any]:
    """The metadata of one setting, for its field in Settings."""
    words = {"kind": kind, "group": group, "label": label, "sentence": sentence}
    return {**words, "choices": tuple(choices), "most": most, "rule": rule}


def _rule(key: str) -> Any:
    rows = [row for row in content("rule_parameters")["parameters"] if row["key"] == key]
    value = rows[-1]["value"]
    return tuple(value) if isinstance(value, list) else value


def sender(key: str) -> Any:
    """What the letters' content says of the sender."""
    value = content("letter_common")["common"]["sender"][key]
    return tuple(value) if isinstance(value, list) else value


def first_closing() -> str:
    """The first closing the letters' content proposes."""
    return str(content("letter_common")["common"]["closings"][0])


def ruled(key: str) -> Callable[[], Any]:
    """The last value of a rule in content/rule_parameters.yaml, as a default."""
    return partial(_rule, key)
