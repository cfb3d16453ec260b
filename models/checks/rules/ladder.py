"""Which step of the ladder of measures fits a centre now, and what is still missing for others.

The program proposes and says why; a person decides, and motivates (PRODUCT.md feature 49).
"""

from collections.abc import Iterable, Iterator

from models.checks.rules.grounds import (
    RUNG_WORDS,
    Limits,
    day_of,
    heard,
    limits_of,
    major_or_repeated,
    not_kept,
    something_found,
    standing_steps,
    step_before,
)
from models.checks.values import (
    AgainstWhyMissing,
    GroundsLacking,
    HearingMissing,
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
    standing = standing_steps(facts, limits)
    return max(standing, key=lambda one: (RUNGS.index(one.rung), one.decided_on), default=None)


def check_step(found: LadderFile, rung: Rung, against: str | None) -> None:
    """What a step asks: a hearing always; a reason for what else lacks, or is not proposed.

    Raises HearingMissing, GroundsLacking and AgainstWhyMissing.
    """
    lacking = next(one for one in found.rungs if one.rung is rung).lacking
    if any(one.fixed for one in lacking):
        raise HearingMissing(field="hearing_on")
    if rung is found.proposed or against is not None:
        return
    if lacking:
        raise GroundsLacking(field="against_why", lacking=lacking_text(lacking))
    raise AgainstWhyMissing(field="against_why")


def lacking_text(lacking: Iterable[Precondition]) -> str:
    """What is not so, as it stands in a sentence."""
    return "; ".join(one.text for one in lacking)


def condition_text(one: Precondition) -> str:
    """Whether a condition holds, which one it is, and how that shows."""
    return f"{'Voldaan' if one.met else 'Niet voldaan'}: {one.text}. {one.why}"


def conditions_text(rung: RungFile) -> str:
    """The conditions as they stood when somebody decided, a line each."""
    return "\n".join(condition_text(one) for one in rung.conditions)


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
            yield heard(facts, limits)


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
    said = lacking_text(rungs[place + 1].lacking)
    day = long_date(standing.decided_on)
    opening = f"De stap van {day} loopt: {RUNG_WORDS[standing.rung]}."
    return f"{opening} Voor een {RUNG_WORDS[RUNGS[place + 1]]} ontbreekt nog: {said}."
