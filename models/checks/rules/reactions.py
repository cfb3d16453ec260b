"""The centre reacts to findings: until when, and whether a reaction came too late."""

from datetime import date

from models.checks.values import ReceivedBeforeSent, ReceivedBeforeVisit
from models.terms.rules import term
from models.terms.values import Changed, Regime, Term

REPLY = "centre_response_days"


def reply_term(sent_on: date, changed: Changed | None = None, *, registered: bool = False) -> Term:
    """The last day to react, counted from the dispatch, never from the date of the letter.

    A registered letter counts as received on the third working day after it (DOMAIN.md F4.24).
    """
    regime = Regime.REGISTERED.value if registered else None
    return term(REPLY, sent_on, regime=regime, changed=changed)


def checked_received(day: date, sent_on: date | None, visit: date | None) -> date:
    """The day a reaction came in: after the findings left, and without a round after the visit.

    Raises ReceivedBeforeSent, ReceivedBeforeVisit.
    """
    if sent_on is not None:
        if day < sent_on:
            raise ReceivedBeforeSent(field="received_on", day=day, sent=sent_on)
    elif visit is not None and day < visit:
        raise ReceivedBeforeVisit(field="received_on", day=day, visit=visit)
    return day


def days_late(received_on: date, reply_by: date | None) -> int:
    """How many days after the last day it came in; 0 when in time, or without a last day."""
    if reply_by is None:
        return 0
    return max(0, (received_on - reply_by).days)
