"""How often the same question led to a breach at a centre, in a row or not (feature 48)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from models.checks.rules.criteria import is_breach, title_of
from models.checks.values import Breach, CheckFile, Grade, RecheckOutcome, Recurrence
from models.kernel.wording import enumeration, long_date

ORDINALS = ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Zevende", "Achtste")
COUNTS = ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
EARLIER = "een eerdere vaststelling"
"""What is said of a finding that is no longer there."""
Outcomes = Mapping[str, RecheckOutcome]
"""What was seen again in one check, by key of the finding."""


def breaches(check: CheckFile, seen_again: Outcomes) -> tuple[Breach, ...]:
    """The questions that a check found wanting: its own findings, and what was not solved."""
    found = {
        finding.question_key: finding.grade or Grade.MINOR
        for finding in check.findings
        if finding.question_key and is_breach(finding)
    }
    for key, outcome in seen_again.items():
        if outcome is RecheckOutcome.NOT_SOLVED:
            found.setdefault(key, Grade.MINOR)
    return tuple(
        Breach(
            check_id=check.id,
            reference=check.reference,
            day=check.visit_date or check.planned_on,
            template_key=check.template.key,
            question_key=question.key,
            title=question.named,
            grade=found[question.key],
        )
        for question in check.template.questions
        if question.key in found
    )


def loose_breaches(
    check: CheckFile, seen_again: Outcomes, titles: Mapping[str, str]
) -> tuple[Breach, ...]:
    """What a check found wanting beside its checklist: by hand, and what was not solved since.

    `titles` says what earlier findings are about, by their key; a question that this version of
    the checklist no longer puts is one of those.
    """
    found = {
        finding.key: (title_of(check.template, finding), finding.grade or Grade.MINOR)
        for finding in check.findings
        if not finding.question_key and is_breach(finding)
    }
    for key, outcome in seen_again.items():
        if outcome is RecheckOutcome.NOT_SOLVED and key not in check.template.keys:
            found.setdefault(key, (titles.get(key, EARLIER), Grade.MINOR))
    day = check.visit_date or check.planned_on
    return tuple(
        Breach(check.id, check.reference, day, check.template.key, key, title, weight)
        for key, (title, weight) in found.items()
    )


def recurrences(
    keys: Iterable[str],
    earlier: Sequence[CheckFile],
    seen_again: Mapping[UUID, Outcomes],
) -> dict[str, Recurrence]:
    """For each of these questions its earlier breaches; `earlier` are checks, the newest first.

    Only questions that were found before are told. A check that put the question and found it in
    order breaks the row; one that did not put it does not.
    """
    wanted = set(keys)
    before: defaultdict[str, list[Breach]] = defaultdict(list)
    row: defaultdict[str, int] = defaultdict(int)
    broken: set[str] = set()
    for check in earlier:
        found = {one.question_key: one for one in breaches(check, seen_again.get(check.id, {}))}
        for key in wanted & {question.key for question in check.template.questions}:
            if key in found:
                before[key].append(found[key])
                row[key] += key not in broken
            else:
                broken.add(key)
    return {key: Recurrence(key, tuple(many), row[key]) for key, many in before.items()}


def recurrence_sentence(one: Recurrence) -> str:
    """Such as: Derde keer op dit punt: ook vastgesteld op 3 mei 2024 en op 12 april 2025."""
    days = enumeration([_day(breach.day) for breach in reversed(one.before)])
    said = f"{ordinal(one.times)} keer op dit punt: ook vastgesteld {days}"
    if one.in_a_row == len(one.before):
        return f"{said}, {counted(one.times)} controles na elkaar."
    if one.in_a_row == 0:
        return f"{said}; de vorige controle vond het in orde."
    return f"{said}, maar niet telkens na elkaar."


def ordinal(times: int) -> str:
    """Derde; 12e."""
    return ORDINALS[times - 1] if times <= len(ORDINALS) else f"{times}e"


def counted(times: int) -> str:
    """Drie; 12."""
    return COUNTS[times - 1] if times <= len(COUNTS) else str(times)


def _day(day: date | None) -> str:
    return f"op {long_date(day)}" if day else "op een dag die niet bekend is"
