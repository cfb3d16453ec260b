"""The Dutch words of the code lists, empty where there is nothing to say."""

from collections.abc import Mapping
from datetime import date

from models.checklists.rules import answer_label, grade_label, verdict_label
from models.checks.rules.kind_words import REACTIONS as REACTION_WORDS
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    CheckState,
    DossierColumn,
    Grade,
    Question,
    ReactionKind,
    Verdict,
)

STATES = {
    CheckState.PLANNED: "gepland",
    CheckState.RUNNING: "bezig",
    CheckState.FINISHED: "afgerond",
}


REACTIONS: Mapping[ReactionKind, str] = {kind: REACTION_WORDS[kind] for kind in ReactionKind}
"""What a centre can say of a finding, as the drop-down offers it."""
_FACTS: Mapping[AnswerType, tuple[tuple[str, str], ...]] = {
    AnswerType.HOURS_COMPARE: (
        ("uren geregistreerd", "hours_registered"),
        ("uren in verslagen", "hours_documented"),
    ),
    AnswerType.TEXT: (("in woorden", "words"),),
    AnswerType.NUMBER: (("getal", "amount"),),
    AnswerType.DATE: (("datum", "day"),),
    AnswerType.CHOICE: (("keuze", "choice"),),
}


def fact_rows(question: Question) -> tuple[tuple[str, str], ...]:
    """What is filled in besides the answer: the label and the field, in order."""
    rows = _FACTS.get(question.answer_type, ())
    if question.answer_type is AnswerType.NUMBER and question.unit:
        return tuple((f"{label} ({question.unit})", field) for label, field in rows)
    return rows


def fact(question: Question, dossier: DossierColumn, field: str) -> str | float | date | None:
    """What was filled in there; a choice by its text."""
    there = getattr(filled(question, dossier), field)
    if field == "choice":
        return choice(question, there)
    return there if isinstance(there, float | date) else there or None


def choice(question: Question, key: str) -> str:
    """The text of an option; empty for one that is not there."""
    return next((option.text for option in question.options if option.key == key), "")


def filled(question: Question, dossier: DossierColumn) -> ChecklistAnswer:
    """What was filled in there, whether the question is asked or not."""
    return dossier.answers.get(question.key, ChecklistAnswer())


def answer(value: AnswerValue | None) -> str:
    """Such as `gedeeltelijk`; empty for a question without an answer."""
    return "" if value is None else answer_label(value)


def grade(value: Grade | None) -> str:
    """Such as `ernstige tekortkoming`; empty when not graded."""
    return "" if value is None else grade_label(value)


def verdict(value: Verdict | None) -> str:
    """Such as `niet conform`; empty while open."""
    return "" if value is None else verdict_label(value)
