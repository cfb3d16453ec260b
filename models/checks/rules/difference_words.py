"""How a fact of a kept check is told in a difference: what it is called, and its value in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from models.checklists.rules import answer_label, grade_label, verdict_label
from models.checklists.values import AnswerValue, Grade, Unit, Verdict
from models.checks.rules.difference_parts import OTHERS, PARTS, Part
from models.checks.rules.grounds import RUNG_WORDS
from models.checks.rules.kind_words import (
    CHOSEN,
    DRAWS,
    REACTION_OUTCOMES,
    REACTIONS,
    RECHECKS,
)
from models.checks.rules.units import words
from models.kernel.wording import decimal, list_date, long_date

NOT_ASKED = "not_asked"
"""Stands for the answer to a question that was not asked."""
GRADED = frozenset({"grade", "proposed_grade", "grade_override", "severity"})
JUDGED = frozenset({"verdict", "verdict_override"})


@dataclass(frozen=True, slots=True)
class Named:
    """Where a fact belongs and how it is called."""

    group: str
    about: str
    what: str
    rank: int
    """Its place among those of the same thing."""
    kind: str
    whole: str


def named(place: Sequence[str], unit: str) -> Named:
    """How the fact at this place is called; `place` ends with the name of the fact."""
    *way, field_name = place
    part, found = _part(tuple(way))
    if part is None:
        return Named(OTHERS, " · ".join(way) or "Inhoud", field_name, 0, "", "")
    many = words(Unit(unit)).Many if unit in set(Unit) else "Dossiers"
    given = {"field": field_name, "many": many}
    kind = part.kinds.get(field_name) or part.kinds.get("*", "")
    what, rank = _called(part.names, field_name)
    about = part.about.format(*found, **given)
    return Named(part.group, about, what, rank, kind, part.whole.format(*found, **given) or about)


def said(value: object, name: str, kind: str) -> str:
    """A fact as a person reads it; a day by the name of its field, for a note is only a note."""
    match value:
        case None:
            return ""
        case True:
            return "ja"
        case float() | int():
            return decimal(value)
        case str():
            return _text(value, name, kind)
        case list() | tuple():
            return "\n".join(said(one, name, kind) for one in value)
        case _:
            return str(value)


def _text(value: str, name: str, kind: str) -> str:
    if known := _list(kind or _usual(name)).get(value):
        return known
    try:
        if kind == "day" or name in DAYS:
            return list_date(date.fromisoformat(value))
        if name.endswith("_at"):
            moment = datetime.fromisoformat(value).astimezone()
            return f"{long_date(moment.date())}, {moment:%H.%M} u."
    except ValueError:
        return value
    return value


DAYS = frozenset(
    {
        *("planned_on", "visit_date", "period_from", "period_to", "day", "measure_due", "due"),
        *("visited", "measure_met_on", "delivered_on", "judged_on", "sent_on", "reply_by"),
        *("closed_on", "received_on", "decided_on", "hearing_on", "ended_on"),
    }
)
"""Fields that hold a day."""


def _usual(name: str) -> str:
    if name in GRADED:
        return "grade"
    return "verdict" if name in JUDGED else "unit" if name == "unit" else ""


@cache
def _list(kind: str) -> Mapping[str, str]:
    """The words of a code list by what is kept of it."""
    lists: Mapping[str, Any] = {
        "grade": {one.value: grade_label(one) for one in Grade},
        "verdict": {one.value: verdict_label(one) for one in Verdict},
        "answer": {one.value: answer_label(one) for one in AnswerValue}
        | {NOT_ASKED: "niet gevraagd"},
        "unit": {one.value: words(one).many for one in Unit},
        "rung": {one.value: word for one, word in RUNG_WORDS.items()},
        "proof_of": {"checklist_answer": "antwoord", "finding": "vaststelling"},
        "chosen": CHOSEN,
        "draw": DRAWS,
        "recheck": RECHECKS,
        "reaction": REACTIONS,
        "reaction_outcome": REACTION_OUTCOMES,
    }
    return {str(key): word for key, word in lists.get(kind, {}).items()}


def _part(way: tuple[str, ...]) -> tuple[Part | None, tuple[str, ...]]:
    """The kind of place, and the names of its own on the way to it."""
    for part in PARTS:
        steps = part.pattern.split("/") if part.pattern else []
        pairs = list(zip(steps, way, strict=False))
        if len(steps) == len(way) and all(step in ("*", name) for step, name in pairs):
            return part, tuple(name for step, name in pairs if step == "*")
    return None, ()


def _called(names: Mapping[str, str] | str, field_name: str) -> tuple[str, int]:
    if isinstance(names, str):
        return names, 0
    known = list(names)
    rank = known.index(field_name) if field_name in names else len(known)
    return names.get(field_name, field_name), rank
