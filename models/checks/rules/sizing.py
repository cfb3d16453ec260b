"""How many dossiers to look into: what a size is worth, which size is worth enough, what is usual.

Exact, as the sentence over a finished sample (assurance.py): a plan promises nothing else.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from models.checks.rules.assurance import (
    at_most,
    chance_sentence,
    percent,
    rounded,
    thinkable,
    unseen_at_most,
)
from models.checks.rules.draw import divide
from models.checks.values.sampling import Plan, SampleProposal
from models.checks.values.sampling_refusals import AimDoesNotFit
from models.kernel.wording import long_date
from models.terms.parameters import parameter, whole_number
from models.terms.values import OFFICE, RECORDED, Changed

USUAL, AFTER_MAJOR, LEAST = (
    *("sample_dossiers", "sample_dossiers_after_major"),
    "sample_dossiers_least",
)
SPARES, CERTAIN, FAULTY = "sample_spares", "sample_certainty_pct", "sample_faulty_pct"
"""Keys of content/rule_parameters.yaml."""
SPREAD_FAULT = " Is er wel een fout, dan volgt uit een gespreide trekking geen getal."
NO_GROUPS: Mapping[str, int] = {}


def certainty(on: date, changed: Changed | None = None) -> Fraction:
    """The certainty of what is said over all dossiers of a sample that was drawn on a day."""
    return Fraction(min(100, whole_number(CERTAIN, on, changed)), 100)


def proposal(
    on: date, changed: Changed | None = None, earlier: str = "", major: int = 0
) -> SampleProposal:
    """What to draw on a day; `major` serious shortcomings in `earlier`, the last finished check."""
    key = AFTER_MAJOR if major else USUAL
    size = max(1, whole_number(key, on, changed))
    why = f"{size} dossiers voorgesteld"
    if major:
        seen = "stond een ernstige tekortkoming" if major == 1 else (
            f"stonden {major} ernstige tekortkomingen"
        )  # fmt: skip
        why = f"{why}: in de laatste afgeronde controle ({earlier}) {seen}"
    return SampleProposal(
        size=size,
        spares=whole_number(SPARES, on, changed),
        least=whole_number(LEAST, on, changed),
        level=certainty(on, changed),
        faulty=Fraction(min(100, max(1, whole_number(FAULTY, on, changed))), 100),
        why=f"{why} ({_source(key, on, changed)}).",
    )


def size_for(population: int, most: int, level: Fraction, bad: int = 0) -> int:
    """The fewest dossiers that rule out more than `most` wrong ones, when `bad` of them are wrong.

    The other way round of `at_most`. Raises AimDoesNotFit.
    """
    if not (population >= most >= bad >= 0 and population > 0):
        raise AimDoesNotFit(most=most, bad=bad, population=population)
    low, high = max(1, bad), population
    while low < high and most < population:
        middle = (low + high) // 2
        if thinkable(population, middle, bad, most + 1, level):
            low = middle + 1
        else:
            high = middle
    return low


def planned_most(
    population: int, size: int, level: Fraction, groups: Mapping[str, int] = NO_GROUPS
) -> int:
    """At most so many are wrong, should none of those drawn be; spread over `groups` if given."""
    if len(groups) < 2 or size == population:
        return at_most(population, size, 0, level)
    room = divide(size, groups)
    return unseen_at_most([(groups[one], room[one]) for one in groups], level)


def planned_size(
    population: int, most: int, level: Fraction, groups: Mapping[str, int] = NO_GROUPS
) -> int:
    """The fewest to draw for at most `most` wrong ones, should none be seen; spread if asked.

    Spread over groups more are needed, never fewer. One more drawn is then not always better, for
    the groups divide it anew, so every size is tried from below. Raises AimDoesNotFit.
    """
    size = size_for(population, most, level)
    while size < population and planned_most(population, size, level, groups) > most:
        size += 1
    return size


def plan(
    population: int, size: int, proposed: SampleProposal, groups: Mapping[str, int] = NO_GROUPS
) -> Plan:
    """What is known of a size before anything is drawn. Raises CountsDoNotFit."""
    most = planned_most(population, size, proposed.level, groups)
    said = _planned(population, size, most, proposed.level)
    if size < population:
        said += (
            SPREAD_FAULT
            if len(groups) > 1
            else f" Met 1 fout: hoogstens {at_most(population, size, 1, proposed.level)}."
        )
        said = f"{said} {chance_sentence(population, proposed.faulty, size)}"
    if size < min(population, proposed.least):
        said = f"{said} Minder dan {proposed.least} dossiers zeggen weinig over alle andere."
    return Plan(size, most, said)


def _planned(population: int, size: int, most: int, level: Fraction) -> str:
    if size == population:
        return f"U kijkt alle {population} dossiers na: er blijft niets te schatten."
    share = rounded(Fraction(most, population))
    return (
        f"Is er bij {size} van de {population} geen fout, dan zijn er met {percent(level)}"
        f" zekerheid hoogstens {most} van de {population} fout ({share})."
    )


def _source(key: str, on: date, changed: Changed | None) -> str:
    """Where the number comes from, in few words."""
    found = parameter(key, on, changed)
    if found.certainty == RECORDED:
        since = f" sinds {long_date(found.valid_from)}" if found.valid_from else ""
        return f"{found.reference}{since}"
    if found.certainty == OFFICE:
        return "aantal van uw dienst"
    return found.reference or "voorstel van Waarmerk, te wijzigen bij Regels"
