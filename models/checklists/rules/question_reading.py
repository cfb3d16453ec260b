"""A section of a checklist from its file: questions of a check, or criteria of an assessment."""

from enum import StrEnum
from typing import TypeVar

from models.checklists.values import (
    AnswerType,
    Basis,
    Grade,
    LookedUp,
    Question,
    Section,
)
from models.content.reading import Place
from models.terms.parameters import parameters

Choice = TypeVar("Choice", bound=StrEnum)

FAIL_GRADES = (Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION)


def section(place: Place, taken: set[str]) -> Section:
    """A section of a check. Raises ContentWrong with file and place."""
    place.only("key", "title_nl", "questions")
    asked = tuple(_question(question, taken) for question in place.each("questions"))
    return Section(place.text("key"), place.text("title_nl"), asked)


def criteria(place: Place, taken: set[str]) -> Section:
    """A section of an assessment. Raises ContentWrong with file and place."""
    place.only("key", "title_nl", "criteria")
    asked = tuple(_criterion(criterion, taken) for criterion in place.each("criteria"))
    return Section(place.text("key"), place.text("title_nl"), asked)


def choice(place: Place, key: str, allowed: tuple[Choice, ...]) -> Choice:
    """One of these words. Raises ContentWrong."""
    found = place.text(key)
    for one in allowed:
        if one.value == found:
            return one
    raise place.wrong(f"{found!r} is none of {', '.join(allowed)}", key)


def _question(place: Place, taken: set[str]) -> Question:
    place.only(
        *("key", "short_nl", "text_nl", "basis", "answer_type", "fields", "pass_when"),
        *("tolerance_hours", "evidence_nl", "guidance_nl", "severity_on_fail"),
        *("definition_condition", "mandate_relevant"),
        *("finding_nl", "measure_nl", "expected_evidence_nl"),
    )
    answer_type = choice(place, "answer_type", tuple(AnswerType))
    hours = answer_type is AnswerType.HOURS_COMPARE
    if not hours and "tolerance_hours" in place.facts:
        raise place.wrong("only a question about hours has a tolerance", "tolerance_hours")
    return Question(
        key=_key(place, taken),
        text=place.text("text_nl"),
        basis=_basis(place.inside("basis")),
        answer_type=answer_type,
        evidence=place.texts("evidence_nl"),
        guidance=place.text("guidance_nl", ""),
        severity_on_fail=choice(place, "severity_on_fail", FAIL_GRADES),
        definition_condition=place.get("definition_condition", bool),
        mandate_relevant=place.get("mandate_relevant", bool),
        finding=place.text("finding_nl"),
        measure=place.text("measure_nl"),
        expected_evidence=place.text("expected_evidence_nl"),
        tolerance_hours=place.number("tolerance_hours") if hours else None,
        short=place.text("short_nl", ""),
    )


def _criterion(place: Place, taken: set[str]) -> Question:
    place.only(
        *("key", "short_nl", "text_nl", "basis", "evidence_nl", "guidance_nl", "checks_auto"),
        *("parameter", "knockout", "severity_on_fail"),
    )
    return Question(
        key=_key(place, taken),
        text=place.text("text_nl"),
        basis=_basis(place.inside("basis")),
        answer_type=AnswerType.YES_PARTIAL_NO_NA,
        evidence=place.texts("evidence_nl"),
        guidance=place.text("guidance_nl", ""),
        severity_on_fail=choice(place, "severity_on_fail", FAIL_GRADES),
        definition_condition=False,
        mandate_relevant=place.get("knockout", bool),
        short=place.text("short_nl", ""),
        looked_up=_looked_up(place),
        parameter=_parameter(place),
    )


def _looked_up(place: Place) -> tuple[LookedUp, ...]:
    for name in place.texts("checks_auto"):
        if name not in set(LookedUp):
            raise place.wrong(f"nobody looks up {name}", "checks_auto")
    return tuple(LookedUp(name) for name in place.texts("checks_auto"))


def _parameter(place: Place) -> str:
    named = place.text("parameter", "")
    if named and named not in parameters():
        raise place.wrong(f"there is no rule {named}", "parameter")
    return named


def _key(place: Place, taken: set[str]) -> str:
    key = place.text("key")
    if key in taken:
        raise place.wrong(f"{key} is used twice", "key")
    taken.add(key)
    return key


def _basis(place: Place) -> Basis:
    place.only("type", "quote", "ref")
    kind = place.text("type")
    source = {"seed": "quote", "rule": "ref"}.get(kind)
    if source is None:
        raise place.wrong(f"seed or rule is expected, not {kind!r}", "type")
    return Basis(kind=kind, text=place.text(source))
