"""Whether a finished check still is what was kept, by the rule of the day it was kept.

Content says by which rule it was made (`format`). A later rule may hold less or more; both sides
are then brought to what the older rule and today's have in common, so that a check is never called
changed because the program changed.
"""

from collections.abc import Mapping
from typing import Any

from models.checks.rules.content import AFTERWARDS, FORMAT, Content, later, locked

FIRST = 1
LOCKED_ALIKE = 2
"""From this rule on what is locked is held alike. Rule 3 keeps more of what goes on after the end:
who ticked a measure off, and days and owners of findings without a question."""
NOT_YET = {1: frozenset({"owners", "ticked", "loose"}), 2: frozenset({"ticked", "loose"})}
"""Of what goes on after the end: what a rule did not hold, or not in every build."""
PLACES = frozenset({"centre_id", "establishment_id"})
"""Of a check: rule 1 held its centre by id in some builds."""
PROVEN = frozenset({"checklist_answer", "finding"})
"""What proof may hang on; rule 1 held files beside the check too, in some builds."""


def rule_of(content: Content) -> int:
    """By which rule this content was made."""
    return int(content.get("format", FIRST))


def holds(kept: Content, now: Content) -> bool | None:
    """Whether the check now is what was kept; None when it was kept by a rule to come.

    `now` is made by today's rule.
    """
    rule = rule_of(kept)
    if rule > FORMAT:
        return None
    if rule >= LOCKED_ALIKE:
        return locked(kept) == locked(now)
    return locked(_by_first(kept, kept)) == locked(_by_first(now, kept))


def went_on(kept: Content, now: Content) -> bool:
    """Whether something was delivered, said or decided since the check was kept.

    `now` is made by today's rule. What the rule of then did not hold yet tells nothing of it.
    """
    left = NOT_YET.get(rule_of(kept), frozenset())
    return _without(later(kept), left) != _without(later(now), left)


def _by_first(content: Content, kept: Content) -> Content:
    """What rule 1 held in every build, of either side; `kept` says what its build knew."""
    findings = content.get("findings", {})
    return {
        **content,
        "check": _without(content.get("check", {}), PLACES),
        "findings": {key: _without(one, AFTERWARDS) for key, one in findings.items()},
        "strengths": [_without(one, AFTERWARDS) for one in content.get("strengths", ())],
        "proofs": [one for one in content.get("proofs", ()) if one.get("about") in PROVEN],
        "checklist": _known(content.get("checklist", {}), kept.get("checklist", {})),
    }


def _known(checklist: Content, kept: Content) -> Content:
    """The checklist as far as the build that kept it told of it.

    Without its own mark in both: how it is reckoned is another build's.
    """
    told = {
        str(question["key"]): frozenset(question)
        for section in kept.get("sections", ())
        for question in section.get("questions", ())
    }
    sections = [
        {
            **section,
            "questions": [
                {name: part for name, part in question.items() if name in told[question["key"]]}
                for question in section.get("questions", ())
                if question["key"] in told
            ],
        }
        for section in checklist.get("sections", ())
    ]
    left = frozenset(checklist) - frozenset(kept) | {"mark", "sha256"}
    return {**_without(checklist, left), "sections": sections}


def _without(part: Mapping[str, Any], names: frozenset[str]) -> Content:
    return {name: value for name, value in part.items() if name not in names}
