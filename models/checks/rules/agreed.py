"""What was agreed last time: the measures of finished checks that no later check has overtaken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from models.checks.rules.measures import ACTION_REQUIRED, measure_of
from models.checks.values import Agreed, CheckFile, FindingFile
from models.terms.values import Changed


def agreed(
    checks: Iterable[CheckFile],
    letter_dates: Mapping[UUID, date | None],
    today: date,
    changed: Changed | None = None,
) -> tuple[Agreed, ...]:
    """The measures of these finished checks, given with the newest first.

    A later check at the same place that put the same question again has the last word: what it
    found counts, and what it found in order is over. Open ones come first, by their last day
    (late ones before all others, those without a day at the end); then those carried out.
    """
    asked: defaultdict[UUID | None, set[str]] = defaultdict(set)
    found: list[Agreed] = []
    for check in checks:
        again = asked[check.establishment_id]
        found += [
            _agreed(check, finding, letter_dates.get(check.id), today, changed)
            for finding in check.findings
            if _asks(finding) and finding.question_key not in again
        ]
        again |= {question.key for question in check.template.questions}
    return tuple(sorted(found, key=_order))


def _asks(finding: FindingFile) -> bool:
    return finding.grade in ACTION_REQUIRED and not finding.left_out


def _agreed(
    check: CheckFile,
    finding: FindingFile,
    letter_date: date | None,
    today: date,
    changed: Changed | None,
) -> Agreed:
    question = check.template.question(finding.question_key)
    asked = measure_of(finding, question, letter_date, changed)
    assert finding.grade is not None  # noqa: S101 - only graded findings ask for a measure
    late = asked.due is not None and finding.measure_met_on is None and asked.due < today
    return Agreed(
        check_id=check.id,
        reference=check.reference,
        visited=check.visit_date,
        question_key=finding.question_key,
        question=question.title,
        grade=finding.grade,
        measure=asked.text or finding.text,
        due=asked.due,
        days_late=(today - asked.due).days if late and asked.due else 0,
        why=asked.why,
        counted=asked.counted,
        met_on=finding.measure_met_on,
    )


def _order(one: Agreed) -> tuple[bool, date, str]:
    return not one.open, one.due or date.max, one.question_key
