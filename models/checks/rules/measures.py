"""What we ask of a centre for a finding: the officer's own words, else those of the checklist."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.checks.values import FindingFile, Grade, Question
from models.terms.parameters import parameter
from models.terms.rules import length_of, term
from models.terms.values import Changed, Term

ACTION_REQUIRED = frozenset({Grade.MAJOR, Grade.MINOR})
"""Grades for which the centre must do something (content/letter_audit_findings.yaml)."""
TERMS: Mapping[Grade | None, str] = {
    Grade.MAJOR: "measure_days_major",
    Grade.MINOR: "measure_days_minor",
}
CHOSEN = "U koos deze datum."


@dataclass(frozen=True, slots=True)
class Measure:
    """What is asked for one finding. What the officer did not write is proposed."""

    text: str
    evidence: str
    due: date | None
    why: str
    """How the day was counted, in Dutch; empty without a day."""
    text_proposed: bool = False
    evidence_proposed: bool = False
    due_proposed: bool = False
    counted: Term | None = None
    """How a proposed day was reached."""
    by_rule: Term | None = None
    """What the rules say, also when the officer chose another day."""


def measure_of(
    finding: FindingFile,
    question: Question | None,
    letter_date: date | None,
    changed: Changed | None = None,
) -> Measure:
    """The measure of a finding, the same for the letter and for the workbook.

    Only a finding of ACTION_REQUIRED gets proposals: the texts of its question, and the last day
    counted from `letter_date` with the terms of `changed` (the settings of the office) over those
    of content/rule_parameters.yaml. Without `letter_date` no day is proposed.
    """
    asked = finding.grade in ACTION_REQUIRED
    text, evidence = finding.measure.strip(), finding.expected_evidence.strip()
    told_text = question.measure if question and asked else ""
    told_evidence = question.expected_evidence if question and asked else ""
    due, why = finding.measure_due, CHOSEN if finding.measure_due else ""
    by_rule = rule_term(finding.grade, letter_date, changed)
    counted = by_rule if due is None else None
    if counted is not None:
        due, why = counted.due, counted.why
    return Measure(
        text=text or told_text,
        evidence=evidence or told_evidence,
        due=due,
        why=why,
        text_proposed=not text and bool(told_text),
        evidence_proposed=not evidence and bool(told_evidence),
        due_proposed=due is not None and finding.measure_due is None,
        counted=counted,
        by_rule=by_rule,
    )


def rule_term(
    grade: Grade | None, start: date | None, changed: Changed | None = None
) -> Term | None:
    """The last day of a measure by rule, counted from a letter or, at the table, from a visit."""
    if start is None or grade not in ACTION_REQUIRED:
        return None
    return _counted(TERMS[grade], start, changed)


@lru_cache(maxsize=512)
def _counted(key: str, letter_date: date, changed: Changed | None) -> Term:
    """The last day and how it was counted: a letter has many measures and few terms."""
    return term(key, letter_date, changed=changed)


def measure_term(grade: Grade | None, on: date, changed: Changed | None = None) -> str:
    """The term of a measure in Dutch, for who has no letter yet; empty without a measure."""
    if grade not in TERMS:
        return ""
    return f"{length_of(parameter(TERMS[grade], on, changed))} na de datum van de brief"
