"""What was agreed last time: the measures of finished checks that no later check has overtaken."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from models.checks.rules.criteria import question_of, title_of
from models.checks.rules.measures import ACTION_REQUIRED, Measure, measure_of
from models.checks.rules.reviews import as_known, refused_on, status
from models.checks.values import Agreed, CheckFile, FindingFile, LetterDays, ReviewFile
from models.terms.values import Changed

Reviews = Mapping[tuple[UUID, str], Sequence[ReviewFile]]
Unsolved = Mapping[UUID, Collection[tuple[UUID, str]]]
"""Which findings a check looked at again and did not see solved: earlier check and key."""
FROM_LETTER = "Geteld vanaf de datum van de auditbrief."


def agreed(
    checks: Iterable[CheckFile],
    letters: LetterDays,
    today: date,
    changed: Changed | None = None,
    reviews: Reviews | None = None,
    unsolved: Unsolved | None = None,
) -> tuple[Agreed, ...]:
    """The measures of these finished checks, given with the newest first.

    `reviews` is the proof that centres delivered, by check and key of the finding. What was
    delivered, judged or carried out after `today` is not known yet. `letters` says from which day
    the measures of a check count.

    A later check at the same place that put the same question of the same checklist again has the
    last word: what it found counts, and what it found in order is over, unless it looked at the
    finding again and did not see it solved (`unsolved`). Open ones come first, by their last day
    (late ones before all others, those without a day at the end); then those carried out.
    """
    later: defaultdict[UUID | None, list[CheckFile]] = defaultdict(list)
    found: list[Agreed] = []
    proof = reviews or {}
    for check in checks:
        since = later[check.establishment_id]
        for finding in check.findings:
            if _asks(finding) and not _overtaken(check, finding.key, since, unsolved or {}):
                question = question_of(check.template, finding)
                told = measure_of(finding, question, letters.of(check.id), changed)
                if told.due is None:
                    told = replace(told, why=letters.waits(check.id))
                elif told.counted is not None:
                    told = replace(told, why=f"{told.why} {FROM_LETTER}")
                found.append(
                    _agreed(check, finding, told, proof.get((check.id, finding.key), ()), today)
                )
        since.append(check)
    return tuple(sorted(found, key=_order))


def _overtaken(check: CheckFile, key: str, later: Iterable[CheckFile], unsolved: Unsolved) -> bool:
    """Whether a later check put the question and has the last word about this finding.

    Another checklist may have the same key for another question.
    """
    return any(
        (check.id, key) not in unsolved.get(one.id, ())
        or any(_asks(finding) and finding.key == key for finding in one.findings)
        for one in later
        if one.template.key == check.template.key and key in one.template.keys
    )


def _asks(finding: FindingFile) -> bool:
    return finding.grade in ACTION_REQUIRED and not finding.left_out


def _agreed(
    check: CheckFile,
    finding: FindingFile,
    asked: Measure,
    proof: Sequence[ReviewFile],
    today: date,
) -> Agreed:
    assert finding.grade is not None  # noqa: S101 - only graded findings ask for a measure
    seen = finding.measure_met_on
    met_on = seen if seen is not None and seen <= today else None
    known = as_known(proof, today)
    late = asked.due is not None and met_on is None and asked.due < today
    return Agreed(
        check_id=check.id,
        finding_id=finding.id,
        reference=check.reference,
        visited=check.visit_date,
        question_key=finding.key,
        question=title_of(check.template, finding),
        grade=finding.grade,
        measure=asked.text or finding.text,
        due=asked.due,
        days_late=(today - asked.due).days if late and asked.due else 0,
        why=asked.why,
        counted=asked.counted,
        met_on=met_on,
        owner=finding.measure_owner,
        status=status(met_on, known, asked.due, today),
        refused_on=refused_on(known),
        by_rule=asked.by_rule,
    )


def _order(one: Agreed) -> tuple[bool, date, str]:
    return not one.open, one.due or date.max, one.question_key
