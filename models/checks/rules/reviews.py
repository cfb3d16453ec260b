"""Proof of a measure: how a measure stands, and who may judge the proof (DOMAIN.md F5.04)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.checks.values import MeasureStatus, ReviewFile
from models.kernel.people import same_person


def latest(reviews: Sequence[ReviewFile]) -> ReviewFile | None:
    """The proof that came in last."""
    return max(reviews, key=lambda one: (one.delivered_on, one.id.bytes), default=None)


def status(
    met_on: date | None, reviews: Sequence[ReviewFile], due: date | None, today: date
) -> MeasureStatus:
    """How a measure stands today; `met_on` is the day it was seen to be carried out."""
    if met_on is not None:
        return MeasureStatus.VERIFIED
    last = latest(reviews)
    if last is not None and last.sufficient is None:
        return MeasureStatus.EVIDENCE_RECEIVED
    if last is not None:
        return MeasureStatus.REJECTED
    if due is not None and due < today:
        return MeasureStatus.OVERDUE
    return MeasureStatus.OPEN


def refused_on(reviews: Sequence[ReviewFile]) -> date | None:
    """The day the last proof was judged insufficient; None when it was not."""
    last = latest(reviews)
    return last.judged_on if last is not None and last.sufficient is False else None


def as_known(reviews: Sequence[ReviewFile], day: date) -> tuple[ReviewFile, ...]:
    """What was delivered by the end of a day, and judged by then."""
    return tuple(
        one
        if one.judged_on is None or one.judged_on <= day
        else replace(one, judged_on=None, judged_by="", sufficient=None, reason="")
        for one in reviews
        if one.delivered_on <= day
    )


def judges_own(owner: str, judge: str) -> bool:
    """Whether who judges is who carries the measure out, however the name is written."""
    return same_person(owner, judge)


def met_day(reviews: Sequence[ReviewFile]) -> date | None:
    """The day on which sufficient proof was judged first; None while none stands."""
    return min((one.judged_on for one in reviews if one.sufficient and one.judged_on), default=None)
