"""What is allowed in a complaint but looks wrong: a sentence each, with the article it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.complaints.rules.writing import SOLVABLE
from models.complaints.values import (
    ComplaintFacts,
    ComplaintJudgement,
    ComplaintResolution,
    RegistrationKind,
)
from models.kernel.text import _
from models.kernel.wording import long_date
from models.kernel.words import fold
from models.terms.days import months_on
from models.terms.parameters import parameter
from models.terms.values import Changed

AGE = "complaint_fact_max_age_years"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a warning may rest on."""

    facts: ComplaintFacts
    facts_on: date | None
    handler: str
    officer: str
    """Who keeps the file of the centre."""
    judgement: ComplaintJudgement | None
    resolution: ComplaintResolution | None


def warnings(known: Circumstances, changed: Changed | None = None) -> tuple[str, ...]:
    return tuple(_found(known, changed))


def handler_involved(handler: str, officer: str) -> bool:
    """Whether who handles the complaint also keeps the file of the centre (DOMAIN.md F2.07)."""
    return bool(fold(handler)) and fold(handler) == fold(officer)


def too_old(
    facts_on: date | None, received_on: date, changed: Changed | None = None
) -> tuple[date, str] | None:
    """The first day facts may be of, and the article, when these are older (II.77, § 1, 4°, b)."""
    rule = parameter(AGE, received_on, changed)
    if facts_on is None or not isinstance(rule.value, int):
        return None
    first = months_on(received_on, -12 * rule.value)
    return (first, rule.reference) if facts_on < first else None


def _found(known: Circumstances, changed: Changed | None) -> Iterator[str]:
    if handler_involved(known.handler, known.officer):
        said = _(
            "{name} keeps the file of this centre. Who handles a complaint is not involved in the"
            " facts (Bestuursdecreet, art. II.86): consider somebody else."
        )
        yield said.format(name=known.handler)
    aged = too_old(known.facts_on, known.facts.received_on, changed)
    if aged is not None and known.facts.kind is RegistrationKind.COMPLAINT:
        said = _(
            "The facts lie before {day}, more than a year before the complaint. It need not be"
            " handled ({article}); it may."
        )
        yield said.format(day=long_date(aged[0]), article=aged[1])
    if known.facts.closed_on is not None and known.judgement is None:
        if known.facts.kind is RegistrationKind.COMPLAINT and known.facts.admissible is not False:
            yield _("It was closed without a judgement; the yearly report asks for one.")
    elif known.judgement in SOLVABLE and known.resolution is None:
        yield _("It is founded: say how far it was solved.")
