"""What the outline stands on, and where it stands once that is gone."""

from __future__ import annotations

from collections.abc import Sequence

from models.checklists.values import ChecklistFile

SECTION, QUESTION, WHOLE = "section", "question", "whole"
Spot = tuple[str, str]
"""What the list stands on: (`whole`, ""), (`section`, key) or (`question`, key)."""


def instead(before: ChecklistFile | None, now: ChecklistFile, gone: Spot | None) -> Spot:
    """The same question under its new number, else its neighbour, so no key falls on another.

    The next one comes before the one above it, and a section before another section.
    """
    kind, key = gone or (WHOLE, "")
    found: Spot | None = None
    if before is not None and kind == QUESTION:
        found = _question(before, now, key)
    elif before is not None and kind == SECTION:
        found = _section(before, now, key)
    first = [(QUESTION, one.key) for one in now.template.questions[:1]]
    return found or next(iter(first), (WHOLE, ""))


def _question(before: ChecklistFile, now: ChecklistFile, key: str) -> Spot | None:
    named = {row: name for name, row in now.question_ids.items()}
    renamed = named.get(before.question_ids[key]) if key in before.question_ids else None
    if renamed is not None:
        return QUESTION, renamed
    for section in before.template.sections:
        keys = [one.key for one in section.questions]
        if key in keys:
            beside = _beside(keys, key, now.template.keys)
            return (QUESTION, beside) if beside else _section(before, now, section.key)
    return None


def _section(before: ChecklistFile, now: ChecklistFile, key: str) -> Spot | None:
    left = {section.key for section in now.template.sections}
    if key in left:
        return SECTION, key
    beside = _beside([section.key for section in before.template.sections], key, left)
    return (SECTION, beside) if beside else None


def _beside(keys: Sequence[str], key: str, left: frozenset[str] | set[str]) -> str | None:
    """The next one that is left, else the nearest one before it."""
    at = keys.index(key)
    return next((one for one in (*keys[at + 1 :], *reversed(keys[:at])) if one in left), None)
