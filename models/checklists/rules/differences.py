"""Two versions side by side: what was added, removed, moved or changed, in reading order."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from models.checklists.values import (
    ChecklistTemplate,
    DifferenceKind,
    FieldDifference,
    Question,
    QuestionDifference,
    Section,
    SectionDifference,
    TemplateDifference,
)

QUESTION_FIELDS = {
    "text": "text",
    "short": "short",
    "answer_type": "answer_type",
    "options": "options",
    "unit": "counted_in",
    "least": "least",
    "most": "most",
    "tolerance_hours": "tolerance_hours",
    "basis.kind": "basis_kind",
    "basis.text": "basis_text",
    "guidance": "guidance",
    "evidence": "evidence",
    "good_example": "good_example",
    "bad_example": "bad_example",
    "asked_when": "asked_when",
    "looked_up": "looked_up",
    "parameter": "parameter",
    "severity_on_fail": "severity_on_fail",
    "definition_condition": "definition_condition",
    "mandate_relevant": "mandate_relevant",
    "proof": "proof",
    "weight": "weight",
    "finding": "finding",
    "measure": "measure",
    "expected_evidence": "expected_evidence",
}
"""What a question says, by its place in the value, and what the column is called."""
HEAD_FIELDS = {
    "title": "title",
    "unit": "unit",
    "pseudonym_rule": "pseudonym_rule",
    "thresholds.mandate_relevant.dossiers": "mandate_dossiers",
    "thresholds.definition_condition.dossiers": "definition_dossiers",
    "thresholds.definition_condition.share_pct": "definition_share_pct",
    "thresholds.other.dossiers": "other_dossiers",
    "thresholds.other.share_pct": "other_share_pct",
    "assessment.motivation_required": "motivation_required",
    "assessment.four_eyes": "four_eyes",
    "assessment.legal_basis": "legal_basis",
}


def difference(one: ChecklistTemplate, other: ChecklistTemplate) -> TemplateDifference:
    """What `other` says otherwise than `one`; what was removed stands where it stood."""
    old = {section.key: section for section in one.sections}
    new = {section.key: section for section in other.sections}
    moved_sections = _moved(list(old), list(new))
    moved = _moved_questions(one, other)
    sections = (
        _section(key, (old.get(key), new.get(key)), key in moved_sections, (one, other), moved)
        for key in _in_order(list(old), list(new))
    )
    return TemplateDifference(
        key=other.key,
        one=one.version,
        other=other.version,
        facts=_fields(one, other, HEAD_FIELDS),
        sections=tuple(sections),
        assessed=other.assessment,
    )


def _section(
    key: str,
    both: tuple[Section | None, Section | None],
    moved: bool,
    versions: tuple[ChecklistTemplate, ChecklistTemplate],
    moved_questions: frozenset[str],
) -> SectionDifference:
    before, after = ({q.key: q for q in version.questions} for version in versions)
    stood, stands = ([q.key for q in section.questions] if section else [] for section in both)
    shown = [k for k in _in_order(stood, stands) if k in stands or k not in after]
    titles = [section.title if section else "" for section in both]
    return SectionDifference(
        key=key,
        kind=_kind(both, changed=titles[0] != titles[1], moved=moved),
        old_title=titles[0],
        new_title=titles[1],
        questions=tuple(
            _question(k, (before.get(k), after.get(k)), moved=k in moved_questions) for k in shown
        ),
    )


def _question(
    key: str, both: tuple[Question | None, Question | None], *, moved: bool
) -> QuestionDifference:
    old, new = both
    changed = tuple(
        one for one in _fields(old, new, QUESTION_FIELDS) if (old and new) or _says(one)
    )
    kind = _kind(both, changed=bool(changed), moved=moved)
    return QuestionDifference(key, kind, old, new, changed, moved)


def _kind(both: tuple[object, object], *, changed: bool, moved: bool) -> DifferenceKind:
    old, new = both
    if old is None:
        return DifferenceKind.ADDED
    if new is None:
        return DifferenceKind.REMOVED
    if changed:
        return DifferenceKind.CHANGED
    return DifferenceKind.MOVED if moved else DifferenceKind.SAME


def _fields(one: object, other: object, names: dict[str, str]) -> tuple[FieldDifference, ...]:
    told = ((name, _at(one, path), _at(other, path)) for path, name in names.items())
    return tuple(FieldDifference(name, old, new) for name, old, new in told if old != new)


def _says(one: FieldDifference) -> bool:
    """Whether a field of a question that is in one version only says anything."""
    told = one.new if one.old is None else one.old
    return told is not False and told not in (None, "", ())


def _at(value: object, path: str) -> object:
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def _moved_questions(one: ChecklistTemplate, other: ChecklistTemplate) -> frozenset[str]:
    places = [
        {q.key: section.key for section in version.sections for q in section.questions}
        for version in (one, other)
    ]
    elsewhere = {key for key in places[0] if places[1].get(key, places[0][key]) != places[0][key]}
    stayed = [[key for key in place if key not in elsewhere] for place in places]
    return frozenset(elsewhere) | _moved(*stayed)


def _moved(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """Keys in both that do not keep their order: all but the longest run that does."""
    places = {key: place for place, key in enumerate(new)}
    common = [key for key in old if key in places]
    return frozenset(common) - _longest_rising(common, [places[key] for key in common])


def _longest_rising(keys: Sequence[str], numbers: Sequence[int]) -> frozenset[str]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [at]
    kept, at = set[str](), ends[-1] if ends else -1
    while at >= 0:
        kept.add(keys[at])
        at = before[at]
    return frozenset(kept)


def _in_order(old: Sequence[str], new: Iterable[str]) -> list[str]:
    """The order of `new`, and what is only in `old` after what stood before it."""
    order = list(new)
    for place, key in enumerate(old):
        if key not in order:
            before = next((k for k in reversed(old[:place]) if k in order), None)
            order.insert(0 if before is None else order.index(before) + 1, key)
    return order
