"""Where an application stands, and why: from its days, its advices and its decision alone."""

from collections.abc import Sequence
from datetime import date

from models.applications.values import (
    AdviceFile,
    AdviceOutcome,
    ApplicationState,
    Days,
    DecisionKind,
)
from models.kernel.text import N_, _
from models.kernel.wording import long_date

ADVISED = frozenset({AdviceOutcome.POSITIVE, AdviceOutcome.NEGATIVE})
"""Advices a decision can follow; the others ask for something first."""
COMPLETION, DECISION = "application_completion_days", "application_decision_days"
"""The terms of an application (content/rule_parameters.yaml)."""
Decided = tuple[DecisionKind, date]

_DECIDED = {
    DecisionKind.GRANTED: (ApplicationState.GRANTED, N_("It was granted on {day}.")),
    DecisionKind.REFUSED: (ApplicationState.REFUSED, N_("It was refused on {day}.")),
}


def application_state(
    days: Days, advice: AdviceFile | None, decided: Decided | None, today: date
) -> tuple[ApplicationState, str]:
    """How an application stands today and why, in one sentence.

    `advice` is the newest one. An application that was decided stays so, whatever came after.
    """
    if decided is not None and decided[0] in _DECIDED:
        state, said = _DECIDED[decided[0]]
        return state, _(said).format(day=long_date(decided[1]))
    if days.retracted_on is not None:
        said = _("The centre took it back on {day}.")
        return ApplicationState.RETRACTED, said.format(day=long_date(days.retracted_on))
    if advice is not None and can_carry(advice) and _counts(advice, days):
        said = (
            _("{name} advised to grant it on {day}.")
            if advice.outcome is AdviceOutcome.POSITIVE
            else _("{name} advised to refuse it on {day}.")
        )
        return ApplicationState.ADVISED, said.format(
            name=advice.given_by, day=long_date(advice.given_on)
        )
    if days.waiting:
        return ApplicationState.TO_COMPLETE, _waiting(days, today)
    if days.completed_on is not None:
        return ApplicationState.IN_ASSESSMENT, _complete(days.completed_on, advice)
    said = _("It came in on {day} and was not looked through yet.")
    return ApplicationState.RECEIVED, said.format(day=long_date(days.received_on))


def can_carry(advice: AdviceFile) -> bool:
    """Whether a decision can follow it, as far as its own words and judgements go."""
    return advice.outcome in ADVISED and not advice.overtaken


def is_late(due: date | None, today: date) -> bool:
    """Whether the day to work with has passed."""
    return due is not None and due < today


def newest(advices: Sequence[AdviceFile]) -> list[AdviceFile]:
    """The newest first: by day, and on one day by the order in which they were written."""
    return sorted(advices, key=lambda one: (one.given_on, one.id.bytes), reverse=True)


def _counts(advice: AdviceFile, days: Days) -> bool:
    """An advice from before the centre was asked again no longer counts.

    While the centre has not answered, only one from after its last day does.
    """
    if days.asked_on is None:
        return True
    if days.waiting:
        return days.complete_by is not None and advice.given_on > days.complete_by
    return advice.given_on >= days.asked_on


def _waiting(days: Days, today: date) -> str:
    asked = days.asked_on or days.received_on
    if days.complete_by is None:
        said = _("The centre was asked on {asked} to complete it.")
        return said.format(asked=long_date(asked))
    over = days.complete_by < today
    said = (
        _("The centre was asked on {asked} to complete it; the last day, {by}, has passed.")
        if over
        else _("The centre was asked on {asked} to complete it by {by}.")
    )
    return said.format(asked=long_date(asked), by=long_date(days.complete_by))


def _complete(day: date, advice: AdviceFile | None) -> str:
    if advice is not None and advice.overtaken:
        said = _(
            "Complete since {day}; the advice of {name} rests on other judgements than those that"
            " stand now."
        )
        return said.format(day=long_date(day), name=advice.given_by)
    if advice is not None and advice.outcome is AdviceOutcome.TO_COMMITTEE:
        said = _("Complete since {day}; {name} asked a second assessor to look at it.")
        return said.format(day=long_date(day), name=advice.given_by)
    return _("Complete since {day}; it waits for an advice.").format(day=long_date(day))
