"""The day that states are derived for, with the numbers of rules as this office sets them."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from models.mandates import rules
from models.mandates.entities import Mandate
from models.mandates.values import MandateFacts
from models.settings import queries as settings_queries
from models.terms.parameters import whole_numbers
from models.terms.values import Changed

MANDATE_SOON = "mandate_expiry_warnings_months"
CERTIFICATE_SOON = "certificate_expiry_warnings_months"


@dataclass(frozen=True, slots=True)
class Day:
    """The day that states are derived for, and how many months count as soon."""

    today: date
    mandate_months: int
    certificate_months: int
    changed: Changed
    suspension: bool
    """Whether this office uses suspension; else a mandate is never shown as suspended (F1.32)."""


def day(session: Session, today: date) -> Day:
    """Today, with the numbers of rules as this office set and recorded them."""
    settings = settings_queries.settings(session)
    changed = settings.changed
    return Day(
        today,
        max(whole_numbers(MANDATE_SOON, today, changed)),
        max(whole_numbers(CERTIFICATE_SOON, today, changed)),
        changed,
        settings.suspension == "on",
    )


FACTS = (
    *(Mandate.start_date, Mandate.end_date, Mandate.ended_on, Mandate.end_kind),
    *(Mandate.waiting_period_until, Mandate.suspended_from, Mandate.suspended_until),
)
"""The columns of a mandate that make its `MandateFacts`, in their order."""

Held = tuple[str, MandateFacts]
"""A mandate's number and dates."""


def as_used(facts: MandateFacts, day: Day) -> MandateFacts:
    """The facts as this office looks at them: without suspension where it is not used."""
    if day.suspension or facts.suspended_from is None:
        return facts
    return replace(facts, suspended_from=None, suspended_until=None)


def expected(start: date, day: Day) -> date:
    """The last day the rule gives a mandate that starts on this day. Raises DayOutOfReach."""
    return rules.end_by_rule(start, day.changed)
