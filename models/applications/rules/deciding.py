"""What a decision asks before it can be taken: other eyes, motivation, and the right days."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from string import digits

from models.applications.rules.judging import Judgements, put, unmet
from models.applications.values import (
    AdviceFile,
    AdviceMissing,
    AdviceNotFollowed,
    AdviceOutcome,
    AdviceOvertaken,
    DecisionKind,
    DecisionUnmotivated,
    Ending,
    FourEyes,
    GrantUnexplained,
    HearingMissing,
    HearingTooLate,
    HearingUnreported,
    LastDayOutside,
    LegalBasisMissing,
    MotivationMissing,
    PersonMissing,
    RefusalUnmotivated,
    Ruling,
    WaitingPeriodMissing,
    WaitingPeriodTooEarly,
)
from models.checklists.values import ChecklistTemplate
from models.kernel.people import same_person
from models.kernel.wording import first_of
from models.kernel.words import clean
from models.mandates.values import MandateFacts

FOLLOWS = {
    AdviceOutcome.POSITIVE: DecisionKind.GRANTED,
    AdviceOutcome.NEGATIVE: DecisionKind.REFUSED,
}

UNMOTIVATED = frozenset({DecisionKind.GRANTED, DecisionKind.ENDED_VOLUNTARILY})
"""To grant what was asked, or to note what a centre decided itself, needs no motivation."""


_BEFORE, _BEHIND = r"(?<![^\W_])(?<![^\W_][.-])", r"(?![^\W_]|[.-](?:\d|[^\W_](?![^\W_])))"
"""Nothing that makes a longer key of it: A.1 is not A.1.2, and MA-5 is not MA-5-2."""
_ANNOUNCED = (
    r"\b(?:vereisten?|eisen?|criteri(?:um|a)|nummers?|nrs?\.?)[\s:]*"
    r"(?:\d[\d.]*\s*(?:,\s|;|/|&|\ben\b|\bof\b)\s*)*"
)


def check_ruling(ruling: Ruling) -> None:
    """Raises PersonMissing and LegalBasisMissing (DOMAIN.md F1.40)."""
    if not clean(ruling.decided_by):
        raise PersonMissing(field="decided_by")
    if not clean(ruling.legal_basis):
        raise LegalBasisMissing(field="legal_basis")


def check_other_eyes(decided_by: str, earlier: Iterable[str]) -> None:
    """Raises FourEyes when who decides also assessed or advised, however the name is written."""
    if any(same_person(decided_by, name) for name in earlier):
        raise FourEyes(field="decided_by", name=clean(decided_by))


def check_advice(kind: DecisionKind, advice: AdviceFile | None, motivation: str, word: str) -> None:
    """A decision follows an advice; deciding otherwise says why. `word` is how it is called.

    Raises AdviceMissing and AdviceNotFollowed.
    """
    if advice is None or advice.outcome not in FOLLOWS:
        raise AdviceMissing(field="kind")
    if FOLLOWS[advice.outcome] is not kind and not clean(motivation):
        raise AdviceNotFollowed(field="motivation", advice=word)


def check_standing(advice: AdviceFile | None) -> None:
    """Nobody decides on an advice about other judgements. Raises AdviceOvertaken."""
    if advice is not None and advice.overtaken:
        criteria = first_of(advice.overtaken)
        raise AdviceOvertaken(field="kind", name=advice.given_by, criteria=criteria)


def check_refusal(template: ChecklistTemplate, judged: Judgements, motivation: str) -> None:
    """Raises RefusalUnmotivated, which names the requirements, and DecisionUnmotivated (F1.40)."""
    missing = [
        one.key
        for one, given in put(template, judged)
        if given.judgement is None or not clean(given.motivation)
    ]
    if missing:
        raise RefusalUnmotivated(field="kind", criteria=first_of(missing))
    check_motivated(DecisionKind.REFUSED, motivation)


def check_grant(
    template: ChecklistTemplate,
    judged: Judgements,
    motivation: str,
    lacking: Mapping[str, str],
) -> None:
    """A grant while something decisive is not met names it in its motivation.

    `lacking` are the facts that fail on the first day, by criterion. Raises GrantUnexplained.
    """
    why = dict(lacking)
    for one in unmet(template, judged):
        why.setdefault(one.key, one.title)
    places = {one.key: place for place, one in enumerate(template.questions)}
    keys = sorted(why, key=lambda key: places.get(key, len(places)))
    unsaid = [key for key in keys if not _names(motivation, key)]
    if unsaid:
        told = first_of([f"{key} ({why[key]})" for key in unsaid])
        raise GrantUnexplained(field="motivation", criteria=told, keys=first_of(unsaid))


def check_ending(
    kind: DecisionKind, ending: Ending, mandate: MandateFacts, decided_on: date
) -> None:
    """Whether a running mandate may end (or rest) like this (DOMAIN.md F1.10, F1.42).

    Raises LastDayOutside, WaitingPeriodMissing, WaitingPeriodTooEarly and, for a withdrawal,
    HearingMissing, HearingUnreported and HearingTooLate.
    """
    last, until = ending.last_day, ending.waiting_until
    if last is None or not mandate.start <= last <= mandate.last:
        raise LastDayOutside(field="last_day", start=mandate.start, end=mandate.last)
    if kind is not DecisionKind.SUSPENDED and until is None:
        raise WaitingPeriodMissing(field="waiting_until")
    if until is not None and until < last:
        raise WaitingPeriodTooEarly(field="waiting_until", day=until, last=last)
    if kind is DecisionKind.WITHDRAWN:
        check_hearing(ending.hearing_on, ending.hearing_report, decided_on)


def check_hearing(day: date | None, report: str, decided_on: date) -> None:
    """Raises HearingMissing, HearingTooLate and HearingUnreported."""
    if day is None:
        raise HearingMissing(field="hearing_on")
    if day > decided_on:
        raise HearingTooLate(field="hearing_on", day=day, decided=decided_on)
    if not clean(report):
        raise HearingUnreported(field="hearing_report")


def check_motivated(kind: DecisionKind, motivation: str) -> None:
    """Which decisions cannot be without one. Raises DecisionUnmotivated and MotivationMissing."""
    if clean(motivation) or kind in UNMOTIVATED:
        return
    if kind is DecisionKind.REFUSED:
        raise DecisionUnmotivated(field="motivation")
    raise MotivationMissing(field="motivation")


def _names(text: str, key: str) -> bool:
    """Whether the text names a criterion: MA-05, also written ma05 or MA 5; A.1 as it is.

    A key of figures alone counts behind a word that announces it (vereiste 5, nrs. 3 en 5) or in
    quotation marks, for other figures stand in a motivation too.
    """
    head = key.rstrip(digits)
    number = key.removeprefix(head)
    wanted = re.escape(head.rstrip("- "))
    if number:
        apart = r"[\s-]*" if head else ""
        wanted += rf"{apart}0*{number.lstrip('0') or '0'}"
    wanted = rf"{_BEFORE}{wanted}{_BEHIND}"
    if not any(sign.isalpha() for sign in key):
        quoted = rf"[\"'“”„‘’«]\s*{wanted}\s*[\"'“”‘’»]"
        wanted = rf"{_ANNOUNCED}{wanted}(?!\s*[°%]|,\d)|{quoted}"
    return re.search(wanted, text, re.IGNORECASE) is not None
