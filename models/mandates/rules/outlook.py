"""What the next period of every mandate asks, by the regime of its first day (DOMAIN.md F1.12)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from models.mandates.rules.proposals import HeldMandate
from models.mandates.rules.renewal import REGIME, next_first_day
from models.terms.parameters import parameter
from models.terms.rules import FIRST_DAY, LAST_DAY, term
from models.terms.values import Changed, RuleParameter, Term

LEAD = "mandate_renewal_lead_months"


@dataclass(frozen=True, slots=True)
class PeriodOutlook:
    """What comes after a mandate, as long as no next period was granted."""

    mandate: HeldMandate
    start: date
    """First day of the next period."""
    rule: RuleParameter
    """The regime of that day; its value is one of the words of the rule."""
    was: str
    """What held for the period that runs now."""
    unchanged: str
    """What would hold without the changes this office recorded."""
    lead: Term
    """Until when the file or the message is expected."""

    @property
    def other_than_before(self) -> bool:
        return self.was != self.rule.value

    @property
    def recorded(self) -> bool:
        """Whether a recorded change makes it other than the table says."""
        return self.unchanged != self.rule.value


def outlooks(
    held: Sequence[HeldMandate], today: date, changed: Changed | None = None
) -> tuple[PeriodOutlook, ...]:
    """The next periods of mandates that are not over, the earliest date to act first."""
    last: dict[UUID, HeldMandate] = {}
    for one in held:
        known = last.get(one.centre_id)
        if known is None or known.facts.start < one.facts.start:
            last[one.centre_id] = one
    coming = (_outlook(one, changed or Changed()) for one in last.values() if _goes_on(one, today))
    return tuple(sorted(coming, key=lambda outlook: (outlook.lead.due, outlook.mandate.centre)))


def _goes_on(one: HeldMandate, today: date) -> bool:
    facts = one.facts
    within = facts.start >= FIRST_DAY and facts.end < LAST_DAY
    return within and facts.ended_on is None and today <= facts.end


def _outlook(one: HeldMandate, changed: Changed) -> PeriodOutlook:
    start = next_first_day(one.facts)
    return PeriodOutlook(
        mandate=one,
        start=start,
        rule=parameter(REGIME, start, changed),
        was=str(parameter(REGIME, one.facts.start, changed).value),
        unchanged=str(parameter(REGIME, start, replace(changed, dated=())).value),
        lead=term(LEAD, one.facts.end, changed=changed),
    )
