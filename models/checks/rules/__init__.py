"""Decisions about dossier checks: checklists, answers, verdicts, findings. No database, no clock.

Sentences made here are Dutch: they are read by officers and by centres.
"""

from models.checks.rules.answers import (
    answered,
    check_override,
    effective,
    gap_kind,
    gaps,
    hours_pass,
)
from models.checks.rules.findings import grade, propose_findings, statement
from models.checks.rules.pseudonym import pseudonym
from models.checks.rules.template import answer_label, grade_label, template, verdict_label
from models.checks.rules.verdicts import result_sentence, verdict

__all__ = [
    "answer_label",
    "answered",
    "check_override",
    "effective",
    "gap_kind",
    "gaps",
    "grade",
    "grade_label",
    "hours_pass",
    "propose_findings",
    "pseudonym",
    "result_sentence",
    "statement",
    "template",
    "verdict",
    "verdict_label",
]
