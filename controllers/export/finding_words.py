"""What is said of a finding on a sheet: on what it rests, where it was seen, what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from controllers.export import labels
from models.checks.rules import measure_of, measure_term
from models.checks.values import CheckFile, FindingFile
from models.kernel.wording import enumeration
from models.terms.values import Changed

PROPOSED = "Voorstel: "
"""Stands before what the officer did not write: the letter asks the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the three columns of a measure say."""

    measure: str
    evidence: str
    due: date | str | None
    due_proposed: bool


def asked_of(
    check: CheckFile, letter_date: date | None, changed: Changed | None, on: date
) -> Mapping[str, Asked]:
    """The measure of every finding by its key, as the audit letter asks it.

    Without `letter_date` the term that holds on the day `on` stands in words.
    """
    return {
        finding.key: _asked(check, finding, letter_date, changed, on) for finding in check.findings
    }


def demanded(asked: Mapping[str, Asked]) -> Mapping[str, Asked]:
    """The same once a letter asks it: then nothing of it is a proposal any more."""
    return {
        key: replace(
            one,
            measure=one.measure.removeprefix(PROPOSED),
            evidence=one.evidence.removeprefix(PROPOSED),
            due_proposed=False,
        )
        for key, one in asked.items()
    }


def _asked(
    check: CheckFile,
    finding: FindingFile,
    letter_date: date | None,
    changed: Changed | None,
    on: date,
) -> Asked:
    key = finding.question_key
    question = check.template.question(key) if key else None
    measure = measure_of(finding, question, letter_date, changed)
    return Asked(
        measure=f"{PROPOSED * measure.text_proposed}{measure.text}",
        evidence=f"{PROPOSED * measure.evidence_proposed}{measure.evidence}",
        due=measure.due or measure_term(finding.grade, on, changed) or None,
        due_proposed=measure.due_proposed,
    )


def basis_of(finding: FindingFile, check: CheckFile) -> str:
    """The question and what it rests on; then why it was weighed otherwise, where it was."""
    basis = _rests_on(finding, check)
    if finding.grade_override is None or finding.grade_override is finding.proposed_grade:
        return basis
    proposed = labels.grade(finding.proposed_grade) or "geen"
    return f"{basis}\nErnst gewijzigd (voorstel: {proposed}). {finding.override_reason}"


def _rests_on(finding: FindingFile, check: CheckFile) -> str:
    """A phrase between quotes, or the reference of a rule."""
    try:
        question = check.template.question(finding.question_key)
    except KeyError:
        return finding.criterion
    quoted = question.basis.kind == "seed"
    source = f"“{question.basis.text}”" if quoted else question.basis.words
    return f"{question.text}\n{source}"


def dossiers_of(finding: FindingFile) -> str:
    """Which dossiers: first those answered `nee`, then `gedeeltelijk`."""
    parts = []
    if finding.failed:
        parts.append(f"nee: {enumeration(finding.failed)}")
    if finding.partial:
        parts.append(f"gedeeltelijk: {enumeration(finding.partial)}")
    return "\n".join(parts)
