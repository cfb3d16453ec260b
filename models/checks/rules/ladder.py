"""Which step of the ladder of measures fits a centre now, and what is still missing for others.

The program proposes and says why; a person decides, and motivates (PRODUCT.md feature 49).
"""

from collections.abc import Iterator

from models.checks.rules.grounds import (
    RUNG_WORDS,
    Limits,
    day_of,
    heard,
    limits_of,
    major_or_repeated,
    not_kept,
    something_found,
    step_before,
)
from models.checks.values import (
    LadderFacts,
    LadderFile,
    LadderStepFile,
    Precondition,
    Rung,
    RungFile,
)
from models.kernel.wording import long_date
from models.terms.values import Changed

RUNGS = tuple(Rung)


def ladder(facts: LadderFacts, changed: Changed | None = None) -> LadderFile:
    """The ladder of a centre: every rung with its conditions, and the one that fits now."""
    limits = limits_of(facts.today, changed)
    rungs = tuple(RungFile(rung, tuple(_conditions(rung, facts, limits))) for rung in RUNGS)
    standing = highest(facts, limits)
    proposed = _proposed(rungs, standing)
    why = _why(rungs, proposed, standing)
    return LadderFile(rungs, proposed, why, standing, facts.steps, facts.last_check)


def highest(facts: LadderFacts, limits: Limits) -> LadderStepFile | None:
    """The heaviest step that still stands and is not forgotten; the newest of equals."""
    standing = [
        one
        for one in facts.steps
        if one.stands(facts.today) and limits.since <= one.decided_on <= facts.today
    ]
    return max(standing, key=lambda one: (RUNGS.index(one.rung), one.decided_on), default=None)


def conditions_text(rung: RungFile) -> str:
    """The conditions as they stood when somebody decided, a line each."""
    return "\n".join(
        f"{'Voldaan' if one.met else 'Niet voldaan'}: {one.text}. {one.why}"
        for one in rung.conditions
    )


def _conditions(rung: Rung, facts: LadderFacts, limits: Limits) -> Iterator[Precondition]:
    match rung:
        case Rung.COACHING:
            yield something_found(facts)
        case Rung.REQUEST:
            yield major_or_repeated(facts, limits)
        case Rung.NOTICE:
            yield step_before(Rung.REQUEST, facts, limits)
            yield not_kept(facts, limits, day_of(Rung.REQUEST, facts, limits))
        case Rung.PROPOSAL:
            yield step_before(Rung.NOTICE, facts, limits)
            yield not_kept(facts, limits, day_of(Rung.NOTICE, facts, limits))
            yield heard(facts)


def _proposed(rungs: tuple[RungFile, ...], standing: LadderStepFile | None) -> Rung | None:
    """The heaviest rung that fits, when it is heavier than what stands."""
    fitting = [one.rung for one in rungs if one.fits]
    if not fitting:
        return None
    best = fitting[-1]
    if standing is not None and RUNGS.index(best) <= RUNGS.index(standing.rung):
        return None
    return best


def _why(
    rungs: tuple[RungFile, ...], proposed: Rung | None, standing: LadderStepFile | None
) -> str:
    if proposed is not None:
        rung = next(one for one in rungs if one.rung is proposed)
        grounds = " ".join(one.why for one in rung.conditions)
        return f"Voorstel: {RUNG_WORDS[proposed]}. {grounds}"
    if standing is None:
        return "Er is nu geen grond voor een stap op de ladder."
    place = RUNGS.index(standing.rung)
    if place + 1 == len(RUNGS):
        return "De zwaarste stap is gezet. Nu beslist wie over het mandaat gaat."
    missing = [one for one in rungs[place + 1].conditions if not one.met]
    said = "; ".join(one.text for one in missing)
    day = long_date(standing.decided_on)
    opening = f"De stap van {day} loopt: {RUNG_WORDS[standing.rung]}."
    return f"{opening} Voor een {RUNG_WORDS[RUNGS[place + 1]]} ontbreekt nog: {said}."
