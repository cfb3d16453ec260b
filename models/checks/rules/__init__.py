"""Decisions about dossier checks: checklists, answers, verdicts, findings. No database, no clock.

Sentences made here are Dutch: they are read by officers and by centres.
"""

from models.checklists.rules import answer_label, grade_label, template, verdict_label
from models.checks.rules.agreed import agreed
from models.checks.rules.answers import (
    answered,
    asked,
    comes_to,
    effective,
    gap_kind,
    gaps,
    hours_pass,
    standing,
)
from models.checks.rules.criteria import evidence, is_breach, question_of, title_of
from models.checks.rules.earlier import course, tally
from models.checks.rules.findings import (
    grade,
    propose_finding,
    propose_findings,
    statement,
)
from models.checks.rules.ladder import (
    check_step,
    condition_text,
    conditions_text,
    lacking_text,
    ladder,
)
from models.checks.rules.measures import (
    ACTION_REQUIRED,
    Measure,
    measure_of,
    measure_term,
    rule_term,
)
from models.checks.rules.patterns import patterns
from models.checks.rules.progress import by_section, progress, section_totals, total
from models.checks.rules.pseudonym import pseudonym
from models.checks.rules.reactions import (
    changed_since,
    checked_received,
    days_late,
    reply_term,
    what_was_read,
)
from models.checks.rules.recurrence import (
    breaches,
    loose_breaches,
    recurrence_sentence,
    recurrences,
)
from models.checks.rules.reviews import judges_own, met_day, status
from models.checks.rules.scoring import score, try_out
from models.checks.rules.units import words
from models.checks.rules.verdicts import MARKS, at_a_glance, result_sentence, verdict
from models.checks.rules.writing import check_override

__all__ = [
    "ACTION_REQUIRED",
    "MARKS",
    "Measure",
    "agreed",
    "answer_label",
    "answered",
    "asked",
    "at_a_glance",
    "breaches",
    "by_section",
    "changed_since",
    "check_override",
    "check_step",
    "checked_received",
    "comes_to",
    "condition_text",
    "conditions_text",
    "course",
    "days_late",
    "effective",
    "evidence",
    "gap_kind",
    "gaps",
    "grade",
    "grade_label",
    "hours_pass",
    "is_breach",
    "judges_own",
    "lacking_text",
    "ladder",
    "loose_breaches",
    "measure_of",
    "measure_term",
    "met_day",
    "patterns",
    "progress",
    "propose_finding",
    "propose_findings",
    "pseudonym",
    "question_of",
    "recurrence_sentence",
    "recurrences",
    "reply_term",
    "result_sentence",
    "rule_term",
    "score",
    "section_totals",
    "standing",
    "statement",
    "status",
    "tally",
    "template",
    "title_of",
    "total",
    "try_out",
    "verdict",
    "verdict_label",
    "what_was_read",
    "words",
]
