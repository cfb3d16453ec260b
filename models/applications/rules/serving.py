"""When a decision counts as received, and until when it can be contested (F1.41, F4.24)."""

from datetime import date

from models.applications.values import Sending, SentBeforeDecided, ServedBeforeSent
from models.kernel.text import _
from models.terms.days import in_full, nth_working_day
from models.terms.parameters import whole_number
from models.terms.rules import SERVICE, term
from models.terms.values import Changed, Regime, Term

APPEAL = "appeal_council_of_state_days"
SILENT = "appeal_missing_notice_months"
AT_ONCE = frozenset({Sending.HANDED_OVER, Sending.ELECTRONIC})
"""Received on the day it was sent, unless another day is written."""


def served(
    sent_on: date | None, sent_by: Sending | None, changed: Changed | None = None
) -> tuple[date | None, str]:
    """The day a decision counts as received when no day was written, and how it was reached.

    A plain registered letter: the third working day after it was sent. With acknowledgement of
    receipt the day is on the receipt, so it must be written: None.
    """
    if sent_on is None or sent_by is None:
        return None, ""
    if sent_by is Sending.REGISTERED:
        days = whole_number(SERVICE, sent_on, changed)
        day = nth_working_day(sent_on, days)
        said = _("Sent by registered letter on {sent}: received on working day {days}, {day}.")
        return day, said.format(sent=in_full(sent_on), days=days, day=in_full(day))
    if sent_by in AT_ONCE:
        return sent_on, _("Received on the day it was sent or handed over.")
    return None, _("The day of the receipt is not written yet.")


def appeal(
    served_on: date | None,
    sent_on: date | None,
    sent_by: Sending | None,
    *,
    mentioned: bool,
    changed: Changed | None = None,
) -> tuple[Term | None, Term | None]:
    """The last day to contest a decision, and the four months before it when the letter is silent.

    `served_on` is the day that was written, or None: then the way of sending says it.
    """
    day, _why = served(sent_on, sent_by, changed)
    start = served_on or day
    if start is None:
        return None, None
    if not mentioned:
        silent = term(SILENT, start, changed=changed)
        return term(APPEAL, silent.due, changed=changed), silent
    if served_on is None and sent_by is Sending.REGISTERED and sent_on is not None:
        return term(APPEAL, sent_on, regime=Regime.REGISTERED, changed=changed), None
    return term(APPEAL, start, changed=changed), None


def check_sending(decided_on: date, sent_on: date | None, served_on: date | None) -> None:
    """Raises SentBeforeDecided and ServedBeforeSent."""
    if sent_on is not None and sent_on < decided_on:
        raise SentBeforeDecided(field="sent_on", day=sent_on, decided=decided_on)
    first = sent_on or decided_on
    if served_on is not None and served_on < first:
        raise ServedBeforeSent(field="served_on", day=served_on, sent=first)
