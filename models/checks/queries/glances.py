"""Checks at a glance: what a list needs of thousands of answers, counted by the file itself.

Only a checklist with conditions, or with other answers than yes, partial, no and hours, has its
answers read one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from models.checklists.rules import built_in
from models.checks import rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.checks.queries.files import template_of
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistTemplate,
    Chosen,
    Question,
    Verdict,
)
from models.checks.values import ChecklistAnswer as AnswerFile

_DOSSIER = type_coerce(ChecklistAnswer.dossier_id, NullType())
"""The sixteen bytes themselves: thousands of answers a page need no UUID each."""
_BOTH_HOURS = and_(
    ChecklistAnswer.hours_registered.is_not(None), ChecklistAnswer.hours_documented.is_not(None)
)
_COUNTABLE = frozenset({AnswerType.YES_PARTIAL_NO_NA, AnswerType.HOURS_COMPARE})


@dataclass(slots=True)
class Column:
    """A dossier at a glance: only what is not simply yes is looked at."""

    override: Verdict | None
    asked: int
    chosen: Chosen = Chosen.BY_HAND
    answered: int = 0
    yes: int = 0
    marks: list[tuple[Question, AnswerValue]] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict | None:
        """What is proposed."""
        return rules.at_a_glance(self.marks, self.yes, self.asked - self.answered)


@dataclass(slots=True)
class Glance:
    """A check at a glance."""

    template: ChecklistTemplate
    dossiers: dict[UUID, Column] = field(default_factory=dict)

    def counted(self, value: AnswerValue) -> Counter[str]:
        """In how many dossiers each question has this answer."""
        marks = (mark for dossier in self.dossiers.values() for mark in dossier.marks)
        return Counter(question.key for question, given in marks if given is value)

    def failing(self) -> dict[tuple[str, AnswerValue], Counter[Chosen]]:
        """In how many dossiers each question failed and how, by how they were chosen."""
        found: defaultdict[tuple[str, AnswerValue], Counter[Chosen]] = defaultdict(Counter)
        for dossier in self.dossiers.values():
            for question, value in dossier.marks:
                if value is not AnswerValue.NOT_CHECKED:
                    found[question.key, value][dossier.chosen] += 1
        return found

    @property
    def sizes(self) -> Counter[Chosen]:
        """How many dossiers, by how they were chosen."""
        return Counter(dossier.chosen for dossier in self.dossiers.values())


Places = dict[bytes, tuple[ChecklistTemplate, Column]]
"""Every dossier by the bytes of its id."""


def glances(session: Session, checks: Iterable[DossierCheck]) -> dict[UUID, Glance]:
    """These checks at a glance, by id: three statements, and one more for answers one by one."""
    lists: dict[tuple[str, int], ChecklistTemplate] = {}
    found: dict[UUID, Glance] = {}
    for check in checks:
        named = check.template_key, check.template_version
        if named not in lists:
            lists[named] = template_of(session, check)
        found[check.id] = Glance(lists[named])
    place = CheckedDossier.check_id, CheckedDossier.id
    wanted = select(*place, CheckedDossier.verdict_override, CheckedDossier.chosen).where(
        CheckedDossier.check_id.in_(found)
    )
    for check_id, row, override, chosen in session.execute(
        wanted.order_by(CheckedDossier.position)
    ):
        glance = found[check_id]
        asked = len(glance.template.questions)
        glance.dossiers[row] = Column(override, asked, chosen or Chosen.BY_HAND)
    one_by_one = {check for check, glance in found.items() if not countable(glance.template)}
    counted = {check: glance for check, glance in found.items() if check not in one_by_one}
    _count(session, _places(found, counted), counted)
    if one_by_one:
        _read(session, _places(found, one_by_one), one_by_one)
    return found


def countable(template: ChecklistTemplate) -> bool:
    """Whether the file itself can count the answers to this checklist."""
    kinds = {question.answer_type for question in template.questions}
    return not template.conditional and kinds <= _COUNTABLE


def _places(found: dict[UUID, Glance], checks: Collection[UUID]) -> Places:
    return {
        row.bytes: (found[check].template, column)
        for check in checks
        for row, column in found[check].dossiers.items()
    }


def _count(session: Session, every: Places, checks: Mapping[UUID, Glance]) -> None:
    asked = _asked_in(checks)
    for dossier, answered, yes in _counts(session, asked):
        if dossier in every:
            every[dossier][1].answered, every[dossier][1].yes = answered, yes
    for dossier, key, *given in _marked(session, asked):
        if dossier in every:
            _mark(*every[dossier], key, *given)


def _asked_in(checks: Mapping[UUID, Glance]) -> ColumnElement[bool]:
    """Answers in these checks to questions of their checklist.

    A version in test can lose a question that was answered; one that ships never does.
    """
    by_list: defaultdict[tuple[str, int], list[UUID]] = defaultdict(list)
    keys: dict[tuple[str, int], frozenset[str]] = {}
    for check, glance in checks.items():
        named = glance.template.key, glance.template.version
        by_list[named].append(check)
        keys[named] = glance.template.keys
    return or_(
        false(),
        *(
            ChecklistAnswer.check_id.in_(found)
            if named[1] in built_in(named[0])
            else and_(
                ChecklistAnswer.check_id.in_(found), ChecklistAnswer.question_key.in_(keys[named])
            )
            for named, found in by_list.items()
        ),
    )


def _counts(session: Session, asked: ColumnElement[bool]) -> Iterable[Any]:
    """For every dossier how many questions have an answer, and how many of those are yes."""
    given = or_(ChecklistAnswer.value.is_not(None), _BOTH_HOURS)
    wanted = (
        select(
            _DOSSIER,
            func.count(),
            func.sum(case((ChecklistAnswer.value == AnswerValue.YES, 1), else_=0)),
        )
        .where(asked, given)
        .group_by(ChecklistAnswer.dossier_id)
    )
    return session.execute(wanted)


def _marked(session: Session, asked: ColumnElement[bool]) -> Iterable[Any]:
    """The answers that are not simply yes or not applicable; hours still have to be compared."""
    compared = and_(ChecklistAnswer.value.is_(None), _BOTH_HOURS)
    wanted = select(
        _DOSSIER,
        ChecklistAnswer.question_key,
        ChecklistAnswer.value,
        ChecklistAnswer.hours_registered,
        ChecklistAnswer.hours_documented,
    ).where(asked, or_(ChecklistAnswer.value.in_(rules.MARKS), compared))
    return session.execute(wanted)


def _mark(
    template: ChecklistTemplate,
    dossier: Column,
    key: str,
    given: AnswerValue | None,
    registered: float | None,
    documented: float | None,
) -> None:
    question = template.question(key)
    value = rules.effective(question, AnswerFile(given, "", registered, documented))
    if value is AnswerValue.YES:
        dossier.yes += 1
    elif value is not None:
        dossier.marks.append((question, value))


def _read(session: Session, every: Places, checks: Collection[UUID]) -> None:
    """Answers one by one, of questions that may be asked or not, and of facts."""
    wanted = select(
        *(_DOSSIER, ChecklistAnswer.question_key, ChecklistAnswer.value),
        *(ChecklistAnswer.hours_registered, ChecklistAnswer.hours_documented),
        *(ChecklistAnswer.words, ChecklistAnswer.amount),
        *(ChecklistAnswer.day, ChecklistAnswer.choice),
    ).where(ChecklistAnswer.check_id.in_(checks), ChecklistAnswer.deleted.is_(False))
    answers: defaultdict[bytes, dict[str, AnswerFile]] = defaultdict(dict)
    rows: Iterable[Any] = session.execute(wanted)
    for dossier, key, value, registered, documented, words, amount, day, choice in rows:
        answers[dossier][key] = AnswerFile(
            *(value, "", registered, documented, words or "", amount, day, choice or "")
        )
    for place, (template, column) in every.items():
        _look(template, column, answers[place])


def _look(template: ChecklistTemplate, column: Column, answers: dict[str, AnswerFile]) -> None:
    put, values = rules.asked(template, answers), rules.standing(template, answers)
    column.asked = len(put)
    column.answered = sum(values[key] is not None for key in put)
    column.yes = sum(values[key] is AnswerValue.YES for key in put)
    column.marks = [
        (question, value)
        for question in template.questions
        if question.key in put and (value := values[question.key]) in rules.MARKS and value
    ]
