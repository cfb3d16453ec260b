"""The grounds of the ladder of measures: one condition at a time, and how it stands."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from models.checks.values import (
    Agreed,
    Breach,
    Grade,
    LadderFacts,
    LadderStepFile,
    MeasureStatus,
    Precondition,
    Rung,
)
from models.kernel.wording import enumeration, long_date
from models.terms.days import months_on
from models.terms.parameters import whole_number
from models.terms.values import Changed

REPEAT, LATE, MEMORY = "ladder_repeat_times", "ladder_late_days", "ladder_memory_months"
RUNG_WORDS = {
    Rung.COACHING: "coaching",
    Rung.REQUEST: "vraag om verbetering",
    Rung.NOTICE: "aanmaning",
    Rung.PROPOSAL: "voorstel tot schorsing of intrekking",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of the rules on the day of the decision."""

    repeat: int
    late: int
    since: date
    """A step before this day is forgotten."""


def limits_of(today: date, changed: Changed | None) -> Limits:
    return Limits(
        whole_number(REPEAT, today, changed),
        whole_number(LATE, today, changed),
        months_on(today, -whole_number(MEMORY, today, changed)),
    )


def something_found(facts: LadderFacts) -> Precondition:
    """The last check left something to talk about."""
    newest = _newest(facts)
    met = bool(newest or facts.remarks)
    breaches = _count(len(newest), "tekortkoming", "tekortkomingen")
    remarks = _count(facts.remarks, "lichter punt", "lichtere punten")
    found = f"De laatste controle vond {breaches} en {remarks}."
    nothing = "De laatste controle liet niets na om over te spreken."
    text = "een vaststelling in de laatste controle"
    return Precondition(text, met, found if met else nothing)


def major_or_repeated(facts: LadderFacts, limits: Limits) -> Precondition:
    """The last check found something major, or something that comes back."""
    newest = _newest(facts)
    majors = [one.title for one in newest if one.grade is Grade.MAJOR]
    often = Counter((one.template_key, one.question_key) for one in facts.breaches)
    repeated = [
        f"{one.title} ({often[one.template_key, one.question_key]} keer)"
        for one in newest
        if often[one.template_key, one.question_key] >= limits.repeat
    ]
    said = []
    if majors:
        said.append(f"Ernstig in de laatste controle: {enumeration(majors)}.")
    if repeated:
        said.append(f"Herhaald: {enumeration(repeated)}.")
    why = " ".join(said) or "De laatste controle vond niets ernstigs en niets dat terugkomt."
    text = f"een ernstige tekortkoming, of {limits.repeat} keer dezelfde tekortkoming"
    return Precondition(text, bool(said), why)


def step_before(rung: Rung, facts: LadderFacts, limits: Limits) -> Precondition:
    """A lighter step was taken, stands, and is not forgotten."""
    text = f"een eerdere {RUNG_WORDS[rung]} die nog telt"
    day = day_of(rung, facts, limits)
    if day is not None:
        return Precondition(text, True, f"{_capital(RUNG_WORDS[rung])} op {long_date(day)}.")
    old = [one.decided_on for one in facts.steps if one.rung is rung and one.stands(facts.today)]
    if old:
        why = f"De laatste {RUNG_WORDS[rung]} is van {long_date(max(old))} en telt niet meer mee."
        return Precondition(text, False, why)
    return Precondition(text, False, f"Er loopt geen {RUNG_WORDS[rung]}.")


def not_kept(facts: LadderFacts, limits: Limits, since: date | None) -> Precondition:
    """A measure ran out of time or its proof was refused, after the step before this one.

    A centre gets a real chance: what had run out before a step is no ground for the next one.
    """
    text = (
        f"sindsdien een maatregel die {limits.late} dagen te laat is, of bewijs dat onvoldoende is"
    )
    failing = [one for one in facts.measures if _fails(one, limits.late)]
    if not failing:
        why = "Geen enkele maatregel is zo lang te laat, en geen bewijs is afgekeurd."
        return Precondition(text, False, why)
    fresh = [
        _late(one) if late else _refused(one)
        for one in failing
        if (late := _late_since(one, since, limits.late)) or _refused_since(one, since)
    ]
    if not fresh and since is not None:
        refused = any(one.status is MeasureStatus.REJECTED for one in failing)
        but = "dat was al zo" if refused else "die termijn was al voorbij"
        told = enumeration([_failing(one) for one in failing])
        return Precondition(text, False, f"{_capital(told)}, maar {but} op {long_date(since)}.")
    return Precondition(text, True, f"{_capital(enumeration(fresh))}.")


def heard(facts: LadderFacts, limits: Limits) -> Precondition:
    """No proposal without hearing the centre (DOMAIN.md F1.42), for a step not yet forgotten."""
    text = "een hoorzitting met het centrum"
    known = [one.hearing_on for one in standing_steps(facts, limits) if one.hearing_on]
    day = facts.hearing_on or max(known, default=None)
    if day is None:
        return Precondition(text, False, "Er is nog geen dag om het centrum te horen.", fixed=True)
    tense = "Het centrum wordt gehoord op" if day > facts.today else "Het centrum is gehoord op"
    return Precondition(text, True, f"{tense} {long_date(day)}.", fixed=True)


def standing_steps(facts: LadderFacts, limits: Limits) -> list[LadderStepFile]:
    """The steps that were taken by now, stand, and are not forgotten."""
    return [
        one
        for one in facts.steps
        if one.stands(facts.today) and limits.since <= one.decided_on <= facts.today
    ]


def day_of(rung: Rung, facts: LadderFacts, limits: Limits) -> date | None:
    """The day of the newest step of this rung that stands and is not forgotten."""
    taken = [one.decided_on for one in standing_steps(facts, limits) if one.rung is rung]
    return max(taken, default=None)


def _newest(facts: LadderFacts) -> list[Breach]:
    """The breaches of the check that was made last."""
    return [one for one in facts.breaches if one.check_id == facts.last_check]


def _fails(one: Agreed, late: int) -> bool:
    refused = one.status is MeasureStatus.REJECTED
    waits = one.status is MeasureStatus.EVIDENCE_RECEIVED
    return one.open and (refused or (one.days_late >= late and not waits))


def _failing(one: Agreed) -> str:
    return _refused(one) if one.status is MeasureStatus.REJECTED else _late(one)


def _refused(one: Agreed) -> str:
    return f"het bewijs bij “{one.question}” is onvoldoende"


def _late(one: Agreed) -> str:
    return f"“{one.question}” is {_count(one.days_late, 'dag', 'dagen')} te laat"


def _refused_since(one: Agreed, since: date | None) -> bool:
    if one.status is not MeasureStatus.REJECTED:
        return False
    return since is None or (one.refused_on is not None and since < one.refused_on)


def _late_since(one: Agreed, since: date | None, late: int) -> bool:
    if one.due is None or one.days_late < late:
        return False
    return since is None or since <= one.due


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _capital(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"
