"""Days that cannot be: what follows a visit does not lie before it."""

from collections.abc import Iterable
from datetime import date

from models.checks.values import (
    RecheckBeforeVisit,
    SentBeforeRound,
    SentBeforeVisit,
    VisitAfterFollowed,
)
from models.kernel.errors import Refused


def refuse_before(day: date, visit: date | None, field: str, refusal: type[Refused]) -> None:
    """Raises `refusal` for a day before the visit; without a visit nothing is known."""
    if visit is not None and day < visit:
        raise refusal(field=field, day=day, visit=visit)


def refuse_sent(day: date, visit: date | None, before: date | None) -> None:
    """Findings leave after the visit, and after those of the round before, sent on `before`.

    Raises SentBeforeVisit, SentBeforeRound.
    """
    refuse_before(day, visit, "sent_on", SentBeforeVisit)
    if before is not None and day < before:
        raise SentBeforeRound(field="sent_on", day=day, sent=before)


def refuse_recheck(visit: date, earlier: date | None, reference: str, field: str) -> None:
    """A visit looks again at what an earlier one found. Raises RecheckBeforeVisit."""
    if earlier is not None and visit < earlier:
        raise RecheckBeforeVisit(field=field, day=visit, visit=earlier, reference=reference)


def refuse_moved(visit: date, followed: Iterable[date]) -> None:
    """A visit cannot move past what came of it on these days. Raises VisitAfterFollowed."""
    first = min(followed, default=None)
    if first is not None and first < visit:
        raise VisitAfterFollowed(field="visit_date", day=visit, first=first)
