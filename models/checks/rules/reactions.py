"""The centre reacts to findings: until when, and whether a reaction came too late."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.checks.values import (
    FindingFile,
    ReadFinding,
    ReceivedBeforeSent,
    ReceivedBeforeVisit,
)
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


def what_was_read(content: Mapping[str, Any]) -> dict[str, ReadFinding]:
    """The findings in what was kept of a check (models.checks.rules.content), by question."""
    found = content.get("outcome", {}).get("findings", ())
    return {
        str(one["question_key"]): ReadFinding(
            str(one.get("text", "")), str(one.get("evidence", ""))
        )
        for one in found
        if one.get("question_key")
    }


def changed_since(finding: FindingFile, read: ReadFinding | None) -> bool:
    """Whether text or evidence is otherwise than what the centre got to read."""
    return read is not None and (finding.text, finding.seen) != (read.text, read.evidence)
