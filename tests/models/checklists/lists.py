"""Checklists made in a few lines, for tests of rules."""

from models.checklists.values import (
    AnswerType,
    Basis,
    ChecklistTemplate,
    Grade,
    GradeThreshold,
    GradeThresholds,
    Question,
    Section,
    Unit,
)

LIMITS = GradeThresholds(GradeThreshold(1), GradeThreshold(2, 20), GradeThreshold(3, 30))


def question(key: str, **facts) -> Question:
    given = {
        "text": f"Is {key} in orde?",
        "basis": Basis("rule", "gedragscode"),
        "answer_type": AnswerType.YES_PARTIAL_NO_NA,
        "evidence": (),
        "guidance": "",
        "severity_on_fail": Grade.MINOR,
        "definition_condition": False,
        "mandate_relevant": False,
        "finding": "is dit niet in orde",
    }
    return Question(key=key, **(given | facts))


def template(*questions: Question, unit: Unit = Unit.CLIENT_DOSSIER, **facts) -> ChecklistTemplate:
    """One section with these questions."""
    return of_sections(Section("s1", "1. Alles", questions), unit=unit, **facts)


def of_sections(*sections: Section, **facts) -> ChecklistTemplate:
    given = {
        "key": "proef",
        "version": 2,
        "title": "Proeflijst",
        "pseudonym_rule": "",
        "thresholds": LIMITS,
    }
    return ChecklistTemplate(sections=sections, **(given | facts))
