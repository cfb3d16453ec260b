"""The Dutch words of the code lists, empty where there is nothing to say."""

from models.checklists.rules import answer_label, grade_label, verdict_label
from models.checks.rules.answers import effective
from models.checks.values import (
    AnswerValue,
    ChecklistAnswer,
    CheckState,
    DossierColumn,
    Grade,
    Question,
    Verdict,
)

STATES = {
    CheckState.PLANNED: "gepland",
    CheckState.RUNNING: "bezig",
    CheckState.FINISHED: "afgerond",
}


def given(question: Question, dossier: DossierColumn) -> tuple[AnswerValue | None, ChecklistAnswer]:
    """The answer that counts (hours answer themselves) and what was filled in."""
    filled = dossier.answers.get(question.key, ChecklistAnswer())
    return effective(question, filled), filled


def answer(value: AnswerValue | None) -> str:
    """Such as `gedeeltelijk`; empty for a question without an answer."""
    return "" if value is None else answer_label(value)


def grade(value: Grade | None) -> str:
    """Such as `ernstige tekortkoming`; empty when not graded."""
    return "" if value is None else grade_label(value)


def verdict(value: Verdict | None) -> str:
    """Such as `niet conform`; empty while open."""
    return "" if value is None else verdict_label(value)
