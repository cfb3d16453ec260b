"""Loads a checklist from resources/content and refuses one with a mistake, naming the place."""

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from models.checklists.values import (
    AnswerType,
    AnswerValue,
    Basis,
    ChecklistTemplate,
    Grade,
    GradeThreshold,
    GradeThresholds,
    Question,
    Section,
    Unit,
    Verdict,
)
from models.content.reading import Place, content, published

Choice = TypeVar("Choice", bound=StrEnum)

FAIL_GRADES = (Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION)

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
    head.only(
        *("key", "kind", "version", "status", "language", "title_nl", "unit", "pseudonym_rule_nl"),
        *("partial_rule", "verdict_rules", "grade_rules", "grade_thresholds"),
        *("purpose_quote", "evidence_rule_nl"),
    )
    taken: set[str] = set()
    return ChecklistTemplate(
        key=head.text("key"),
        version=head.get("version", int),
        title=head.text("title_nl"),
        pseudonym_rule=head.text("pseudonym_rule_nl"),
        sections=tuple(_section(place, taken) for place in whole.each("sections")),
        thresholds=_thresholds(head.inside("grade_thresholds")),
        unit=_choice(head, "unit", tuple(Unit)),
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


def _section(place: Place, taken: set[str]) -> Section:
    place.only("key", "title_nl", "questions")
    return Section(
        key=place.text("key"),
        title=place.text("title_nl"),
        questions=tuple(_question(question, taken) for question in place.each("questions")),
    )


def _question(place: Place, taken: set[str]) -> Question:
    place.only(
        *(
            "key",
            "short_nl",
            "text_nl",
            "basis",
            "answer_type",
            "fields",
            "pass_when",
            "tolerance_hours",
        ),
        *("evidence_nl", "guidance_nl", "severity_on_fail", "definition_condition"),
        *("mandate_relevant", "finding_nl", "measure_nl", "expected_evidence_nl"),
    )
    key = place.text("key")
    if key in taken:
        raise place.wrong(f"{key} is used twice", "key")
    taken.add(key)
    answer_type = _choice(place, "answer_type", tuple(AnswerType))
    hours = answer_type is AnswerType.HOURS_COMPARE
    if not hours and "tolerance_hours" in place.facts:
        raise place.wrong("only a question about hours has a tolerance", "tolerance_hours")
    return Question(
        key=key,
        text=place.text("text_nl"),
        basis=_basis(place.inside("basis")),
        answer_type=answer_type,
        evidence=place.texts("evidence_nl"),
        guidance=place.text("guidance_nl", ""),
        severity_on_fail=_choice(place, "severity_on_fail", FAIL_GRADES),
        definition_condition=place.get("definition_condition", bool),
        mandate_relevant=place.get("mandate_relevant", bool),
        finding=place.text("finding_nl"),
        measure=place.text("measure_nl"),
        expected_evidence=place.text("expected_evidence_nl"),
        tolerance_hours=place.number("tolerance_hours") if hours else None,
        short=place.text("short_nl", ""),
    )


def _basis(place: Place) -> Basis:
    place.only("type", "quote", "ref")
    kind = place.text("type")
    source = {"seed": "quote", "rule": "ref"}.get(kind)
    if source is None:
        raise place.wrong(f"seed or rule is expected, not {kind!r}", "type")
    return Basis(kind=kind, text=place.text(source))


def _choice(place: Place, key: str, allowed: tuple[Choice, ...]) -> Choice:
    found = place.text(key)
    for choice in allowed:
        if choice.value == found:
            return choice
    raise place.wrong(f"{found!r} is none of {', '.join(allowed)}", key)


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
