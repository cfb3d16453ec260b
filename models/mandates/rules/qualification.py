"""By when the counsellors of a mandate must be qualified, or be treated as such (F1.11)."""

from dataclasses import dataclass
from datetime import date

from models.terms.parameters import parameter
from models.terms.rules import term
from models.terms.values import Changed, Term

REQUIRED_FROM = "counsellor_qualification_required_from"
EXISTING_ON = "counsellor_qualification_existing_mandates_on"
EXISTING_BY = "counsellor_qualification_deadline_existing_mandates"
NEW_MONTHS = "counsellor_qualification_months_new_mandates"


@dataclass(frozen=True, slots=True)
class Qualifying:
    """The days of the rule for one mandate."""

    since: date | None
    """First day on which it counts; None while it is not in force."""
    last: date
    term: Term | None = None
    """How the last day was counted, when it was."""


def qualify_by(start: date, on: date, changed: Changed | None = None) -> Qualifying | None:
    """The days for a mandate that began on `start`, as the rules stand on the day `on`.

    A mandate that existed already has a fixed last day; for a later one a term of months runs,
    never before the rule is in force. None while no last day is known.
    """
    required = _day(REQUIRED_FROM, on, changed)
    existing_on, fixed = _day(EXISTING_ON, on, changed), _day(EXISTING_BY, on, changed)
    if existing_on is not None and fixed is not None and start <= existing_on:
        return Qualifying(required, fixed)
    if required is None:
        return None
    since = max(start, required)
    counted = term(NEW_MONTHS, since, changed=changed)
    return Qualifying(since, counted.due, counted)


def _day(key: str, on: date, changed: Changed | None) -> date | None:
    value = parameter(key, on, changed).value
    return value if isinstance(value, date) else None
