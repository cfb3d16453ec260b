"""The questions of a checklist: added, written, moved, copied, removed."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from controllers.checklists.steps import Steps, kept_text, living, put_at, version_row
from models.checklists import queries, rules
from models.checklists.entities import ChecklistQuestion, ChecklistSection
from models.checklists.rules.columns import ONLY_FOR, columns_of
from models.checklists.rules.writing import MOST_WEIGHT
from models.checklists.values import (
    MOST_AMOUNT,
    MOST_HOURS,
    AnswerType,
    AnswerValue,
    Condition,
    ConditionWrong,
    Grade,
    LookedUp,
    Option,
    Proof,
)
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.store.session import ChangeSession, LookSession
from models.terms.parameters import parameters

TEXTS = frozenset(
    {
        *("text", "short", "basis_text", "guidance", "evidence", "good_example", "bad_example"),
        *("counted_in", "finding", "measure", "expected_evidence"),
    }
)
NUMBERS: Mapping[str, tuple[float, float]] = {
    "least": (-MOST_AMOUNT, MOST_AMOUNT),
    "most": (-MOST_AMOUNT, MOST_AMOUNT),
    "tolerance_hours": (0, MOST_HOURS),
}
FLAGS = frozenset({"definition_condition", "mandate_relevant"})
CHOICES: Mapping[str, Sequence[Any]] = {
    "basis_kind": ("seed", "rule"),
    "answer_type": tuple(AnswerType),
    "severity_on_fail": rules.FAIL_GRADES,
    "proof": tuple(Proof),
}
Several = Sequence[Option | LookedUp]
Value = str | float | bool | Several | Condition | AnswerType | Grade | Proof | None


class Questions(Steps):
    """Questions of a version that may still change."""

    def add_question(self, section_id: UUID, after: UUID | None = None) -> UUID:
        """Add an empty question at the end of a section, or right after another one in it."""
        with self._change_section(N_("Add question"), section_id) as (session, section):
            words = {
                "key": _next_key(session, section.version_id),
                "answer_type": AnswerType.YES_PARTIAL_NO_NA,
                "severity_on_fail": Grade.MINOR,
                "proof": Proof.NOTE,
                "weight": 1,
            }
            return add(session, section, words, after)

    def edit_question(self, question_id: UUID, field: str, value: Value) -> None:
        """Write one field, named as its column; `asked_when` takes a Condition, or None: always.

        Another kind of answer empties what belongs to the old kind. A new number takes the
        conditions of other questions along. `options` takes lines such as `In elk dossier = ja`.
        """
        with self._change_question(N_("Edit question"), question_id) as (session, row):
            for name, kept in _words(session, row, field, value).items():
                setattr(row, name, kept)

    def move_question(self, question_id: UUID, section_id: UUID, position: int) -> None:
        """Put a question at a place of a section, counted from 0. Raises Gone."""
        with self._change_question(N_("Move question"), question_id) as (session, row):
            section = living(session, ChecklistSection, section_id)
            if section.version_id != row.version_id:
                raise Gone
            standing = queries.questions_in(session, section.id)
            row.section_id = section.id
            put_at(standing, row, position)

    def copy_question(self, question_id: UUID) -> UUID:
        """Put a copy with the next number right after a question."""
        with self._change_question(N_("Copy question"), question_id) as (session, row):
            words = columns_of(queries.question(row))
            words["key"] = _next_key(session, row.version_id)
            section = living(session, ChecklistSection, row.section_id)
            return add(session, section, words, row.id)

    def remove_question(self, question_id: UUID) -> None:
        with self._change_question(N_("Remove question"), question_id) as (session, row):
            session.delete(row)


def add(
    session: ChangeSession,
    section: ChecklistSection,
    words: Mapping[str, Any],
    after: UUID | None = None,
) -> UUID:
    """Put a question with these columns at the end of a section, or right after another one."""
    standing = queries.questions_in(session, section.id)
    place = next((at for at, row in enumerate(standing, 1) if row.id == after), len(standing))
    added = ChecklistQuestion(
        version_id=section.version_id, section_id=section.id, position=0, **words
    )
    session.add(added)
    put_at(standing, added, place)
    session.flush()
    return added.id


def free_key(session: LookSession, version_id: UUID, wish: str) -> str:
    """The number wished for when it is free in the version, else the next one."""
    taken = _keys(session, version_id)
    return wish if wish.casefold() not in taken else _next_key(session, version_id)


def _next_key(session: LookSession, version_id: UUID) -> str:
    taken = [row.key for row in queries.questions_of(session, version_id)]
    return rules.next_key(taken, version_row(session, version_id).title)


def _keys(session: LookSession, version_id: UUID) -> set[str]:
    return {row.key.casefold() for row in queries.questions_of(session, version_id)}


def _words(
    session: LookSession, row: ChecklistQuestion, field: str, value: Value
) -> Mapping[str, Any]:
    match field:
        case "key":
            return {"key": _renamed(session, row, str(value or ""))}
        case "options":
            return {"options": rules.kept_options(_options(row, value))}
        case "asked_when":
            return _condition(session, row, value)
        case "answer_type":
            kind = _chosen(field, value)
            gone = {name: None for name, only in ONLY_FOR.items() if only is not kind}
            return {"answer_type": kind, **gone}
        case _:
            return {field: _kept(field, value)}


def _parameter(key: Value) -> str | None:
    """The key of a dated rule; another one is a KeyError: a bug of ours."""
    return None if key is None else parameters()[str(key)][-1].key


def _looked_up(value: Value) -> str | None:
    """The facts to look up, a line each in their fixed order; another name is a ValueError."""
    if value is None or isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError("looked_up")
    wanted = {LookedUp(str(one)) for one in value}
    return "\n".join(one for one in LookedUp if one in wanted) or None


def _kept(field: str, value: Value) -> object:
    if field in ASSESSED:
        return ASSESSED[field](value)
    if field in TEXTS:
        return kept_text(ChecklistQuestion, field, str(value or ""))
    if field in FLAGS:
        return bool(value) or None
    if field in CHOICES:
        return _chosen(field, value)
    if field == "weight":
        return int(_number(field, value, (0, MOST_WEIGHT)) or 0)
    return _number(field, value, NUMBERS[field])


ASSESSED = {"looked_up": _looked_up, "parameter": _parameter}
"""Only of an assessment."""


def _chosen(field: str, value: Value) -> object:
    """One of the choices of this field; another one is a ValueError: a bug of ours."""
    allowed = CHOICES[field]
    return None if value is None else allowed[tuple(allowed).index(value)]


def _number(field: str, value: Value, reach: tuple[float, float]) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float):
        raise TypeError(field)
    return rules.checked_number(float(value), field, *reach)


def _options(row: ChecklistQuestion, value: Value) -> Sequence[Option]:
    standing = queries.question(row).options
    if isinstance(value, str) or value is None:
        return rules.options_of(value or "", standing)
    if isinstance(value, Sequence):
        given = [option for option in value if isinstance(option, Option)]
        return rules.options_of(rules.option_lines(given), given)
    raise TypeError("options")


def _renamed(session: LookSession, row: ChecklistQuestion, raw: str) -> str:
    others = [one.key for one in queries.questions_of(session, row.version_id) if one is not row]
    key = rules.checked_key(raw, others)
    for waiting in queries.waiting_on(session, row.version_id, row.key):
        waiting.asked_after = key
    return key


def _condition(
    session: LookSession, row: ChecklistQuestion, value: Value
) -> Mapping[str, str | None]:
    if value is None:
        return {"asked_after": None, "asked_values": None}
    if not isinstance(value, Condition):
        raise TypeError("asked_when")
    template = queries.whole(session, version_row(session, row.version_id))
    keys = [question.key for question in template.questions]
    earlier = keys[: keys.index(row.key)]
    if value.question_key not in earlier or not value.values:
        raise ConditionWrong(field="asked_when", key=value.question_key or "–")
    said = [one for one in AnswerValue if one in value.values]
    return {"asked_after": value.question_key, "asked_values": " ".join(said)}
