"""Loads a checklist from resources/content and refuses one with a mistake, naming the place."""

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import Any

from models.checklists.rules.assessment_reading import HEAD, read_rules
from models.checklists.rules.question_reading import choice, criteria, section
from models.checklists.values import (
    NO_THRESHOLDS,
    AnswerValue,
    ChecklistTemplate,
    Grade,
    GradeThreshold,
    GradeThresholds,
    Unit,
    Verdict,
)
from models.content.reading import Place, content, published

ASSESSMENT = "mandate_application"
"""The checklist that ships with the program for applications."""
_EVERY = ("key", "kind", "version", "status", "language", "title_nl", "unit")
_CHECKED = (
    *("pseudonym_rule_nl", "verdict_rules", "grade_rules", "grade_thresholds"),
    *("purpose_quote", "evidence_rule_nl"),
)
"""What only a checklist of checks says of itself."""

VERDICT_LABELS = {
    Verdict.CONFORM: "conform",
    Verdict.CONFORM_WITH_REMARKS: "conform met opmerkingen",
    Verdict.NON_CONFORM: "niet conform",
}


@cache
def template(key: str = "dossier_check", version: int | None = None) -> ChecklistTemplate:
    """The published checklist `key` in `version`, the newest without one.

    Every version that was published stays (models.content.reading.published). Raises KeyError when
    there is none, and ContentWrong, with file and place, when the file holds a mistake.
    """
    try:
        found = read_template(*published(f"checklist_{key}", version, "template"))
    except FileNotFoundError as missing:
        raise KeyError((key, version)) from missing
    if found.key != key or version not in (None, found.version):
        raise KeyError((key, version))
    return found


@cache
def built_in(key: str) -> frozenset[int]:
    """The versions of a checklist that ship with the program; empty when it is the office's own."""
    try:
        newest = template(key).version
    except KeyError:
        return frozenset()
    found = {newest}
    for version in range(1, newest):
        with suppress(KeyError):
            found.add(template(key, version).version)
    return frozenset(found)


def read_template(facts: Mapping[str, Any], file: str) -> ChecklistTemplate:
    """A checklist from the mapping of its file; raises ContentWrong naming `file` and the place."""
    whole = Place(facts, file)
    whole.only("template", "sections")
    head = whole.inside("template")
    unit = choice(head, "unit", tuple(Unit))
    assessing = unit is Unit.MANDATE_APPLICATION
    head.only(*_EVERY, *(HEAD if assessing else _CHECKED))
    read, taken = criteria if assessing else section, set[str]()
    return ChecklistTemplate(
        key=head.text("key"),
        version=head.get("version", int),
        title=head.text("title_nl"),
        pseudonym_rule="" if assessing else head.text("pseudonym_rule_nl"),
        sections=tuple(read(place, taken) for place in whole.each("sections")),
        thresholds=NO_THRESHOLDS if assessing else _thresholds(head.inside("grade_thresholds")),
        unit=unit,
        assessment=read_rules(head) if assessing else None,
    )


def grade_label(grade: Grade) -> str:
    """The Dutch name of a grade (content/codelists.yaml, finding_grades)."""
    return _label("finding_grades", grade)


def answer_label(value: AnswerValue) -> str:
    """The Dutch name of an answer (content/codelists.yaml, answer_values)."""
    return _label("answer_values", value)


def verdict_label(verdict: Verdict) -> str:
    """The Dutch name of a verdict."""
    return VERDICT_LABELS[verdict]


@cache
def reason_required() -> frozenset[AnswerValue]:
    """Answers that want a reason (content/codelists.yaml, answer_values)."""
    codes = content("codelists")["answer_values"]
    return frozenset(AnswerValue(code["value"]) for code in codes if code.get("reason_required"))


def _label(codelist: str, value: StrEnum) -> str:
    labels = {code["value"]: code["label_nl"] for code in content("codelists")[codelist]}
    return str(labels[value.value])


def _thresholds(place: Place) -> GradeThresholds:
    place.only("mandate_relevant", "definition_condition", "other")
    return GradeThresholds(
        mandate_relevant=_threshold(place.inside("mandate_relevant")),
        definition_condition=_threshold(place.inside("definition_condition")),
        other=_threshold(place.inside("other")),
    )


def _threshold(place: Place) -> GradeThreshold:
    place.only("dossiers", "share_pct")
    share = place.get("share_pct", int) if "share_pct" in place.facts else None
    dossiers = place.get("dossiers", int)
    if dossiers < 1:
        raise place.wrong("one dossier at least", "dossiers")
    if share is not None and not 1 <= share <= 100:
        raise place.wrong("a share from 1 to 100 is expected", "share_pct")
    return GradeThreshold(dossiers=dossiers, share_pct=share)
