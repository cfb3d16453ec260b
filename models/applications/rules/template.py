"""Loads the checklist of an application and refuses one with a mistake, naming the place."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from models.applications.rules.facts import LOOKED_UP
from models.applications.values import (
    AdviceOutcome,
    ApplicationTemplate,
    CriteriaSection,
    Criterion,
    Judgement,
)
from models.checks.values import Basis
from models.content.reading import Place, published

KEY = "mandate_application"


@cache
def template(key: str = KEY, version: int | None = None) -> ApplicationTemplate:
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


def read_template(facts: Mapping[str, Any], file: str) -> ApplicationTemplate:
    """A checklist from the mapping of its file; raises ContentWrong naming `file` and the place."""
    whole = Place(facts, file)
    whole.only("template", "sections")
    head = whole.inside("template")
    head.only(
        *("key", "kind", "version", "status", "language", "title_nl", "unit"),
        *("answer_scale", "motivation_required", "advice_rules", "four_eyes"),
        "legal_basis_nl",
    )
    taken: set[str] = set()
    return ApplicationTemplate(
        key=head.text("key"),
        version=head.get("version", int),
        title=head.text("title_nl"),
        sections=tuple(_section(place, taken) for place in whole.each("sections")),
        labels=_labels(head),
        advice_order=_advice_order(head),
        motivation_required=head.get("motivation_required", bool),
        four_eyes=head.get("four_eyes", bool),
        legal_basis=head.text("legal_basis_nl"),
    )


def _labels(head: Place) -> dict[Judgement, str]:
    found: dict[Judgement, str] = {}
    for place in head.each("answer_scale"):
        place.only("value", "label_nl")
        found[_judgement(place)] = place.text("label_nl")
    if set(found) != set(Judgement):
        raise head.wrong(f"all of {', '.join(Judgement)} are expected", "answer_scale")
    return found


def _judgement(place: Place) -> Judgement:
    try:
        return Judgement(place.text("value"))
    except ValueError as error:
        raise place.wrong(str(error), "value") from error


def _advice_order(head: Place) -> tuple[AdviceOutcome, ...]:
    """The advices as the file orders them; what each asks is told in its `when` for people."""
    found: list[AdviceOutcome] = []
    for place in head.each("advice_rules"):
        place.only("advice", "when")
        place.text("when")
        try:
            found.append(AdviceOutcome(place.text("advice")))
        except ValueError as error:
            raise place.wrong(str(error), "advice") from error
    if sorted(found) != sorted(AdviceOutcome):
        raise head.wrong(f"each of {', '.join(AdviceOutcome)} once is expected", "advice_rules")
    return tuple(found)


def _section(place: Place, taken: set[str]) -> CriteriaSection:
    place.only("key", "title_nl", "criteria")
    return CriteriaSection(
        key=place.text("key"),
        title=place.text("title_nl"),
        criteria=tuple(_criterion(criterion, taken) for criterion in place.each("criteria")),
    )


def _criterion(place: Place, taken: set[str]) -> Criterion:
    place.only(
        *("key", "short_nl", "text_nl", "basis", "evidence_nl", "checks_auto", "parameter"),
        *("knockout", "severity_on_fail"),
    )
    key = place.text("key")
    if key in taken:
        raise place.wrong(f"{key} is used twice", "key")
    taken.add(key)
    looked_up = place.texts("checks_auto")
    for name in looked_up:
        if name not in LOOKED_UP:
            raise place.wrong(f"nobody looks up {name}", "checks_auto")
    return Criterion(
        key=key,
        text=place.text("text_nl"),
        basis=_basis(place.inside("basis")),
        evidence=place.texts("evidence_nl"),
        looked_up=looked_up,
        knockout=place.get("knockout", bool),
        short=place.text("short_nl", ""),
        parameter=place.text("parameter", ""),
    )


def _basis(place: Place) -> Basis:
    place.only("type", "quote", "ref")
    kind = place.text("type")
    source = {"seed": "quote", "rule": "ref"}.get(kind)
    if source is None:
        raise place.wrong(f"seed or rule is expected, not {kind!r}", "type")
    return Basis(kind=kind, text=place.text(source))
