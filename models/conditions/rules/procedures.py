"""Applications that wait for the centre or for a decision, and checks that did not take place."""

from collections.abc import Iterator

from models.applications.rules.states import DECISION
from models.conditions.rules.watch import Watch
from models.conditions.values import (
    CentreFacts,
    ConditionKind,
    OpenApplication,
    Place,
    Signal,
    Urgency,
)
from models.kernel.text import _
from models.kernel.wording import long_date
from models.terms.rules import term


def of_procedures(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """What is under way at a centre and has a last day."""
    for application in facts.applications:
        if application.waiting:
            yield _to_complete(application, on)
        else:
            yield _to_decide(application, on)
    for check in facts.checks:
        if check.day < on.today:
            said = _("{reference} was planned on {day} and has not begun.")
            yield Signal(
                ConditionKind.CHECK,
                check.id,
                _("Planned check did not begin"),
                said.format(reference=check.reference, day=long_date(check.day)),
                check.day,
                check.day,
                Urgency.LATE,
                Place("check", check.id),
            )


def of_replies(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """Messages that asked the centre for an answer by a day, and have none."""
    for one in facts.replies:
        said = _("Asked on {day}: {subject}") if one.subject else _("Asked on {day}.")
        yield Signal(
            ConditionKind.REPLY,
            one.id,
            _("Waiting for an answer"),
            said.format(day=long_date(one.day), subject=one.subject),
            one.day,
            one.reply_by,
            on.patience(one.reply_by),
            Place("centre", facts.id, "log"),
        )


def _to_complete(one: OpenApplication, on: Watch) -> Signal:
    asked = one.asked_on or one.received_on
    said = _("{reference}: the centre was asked on {day} to complete its file.")
    return Signal(
        ConditionKind.APPLICATION,
        one.id,
        _("Application to be completed"),
        said.format(reference=one.reference, day=long_date(asked)),
        asked,
        one.complete_by,
        on.urgency(asked, one.complete_by),
        Place("application", one.id),
    )


def _to_decide(one: OpenApplication, on: Watch) -> Signal:
    """The term runs from the day the file was complete; before that it must be looked through."""
    complete = one.completed_on
    if complete is None:
        said = _("{reference} came in on {day}; nobody said yet whether it is complete.")
        return Signal(
            ConditionKind.DECISION,
            one.id,
            _("Application to be looked through"),
            said.format(reference=one.reference, day=long_date(one.received_on)),
            one.received_on,
            None,
            Urgency.NOW,
            Place("application", one.id),
        )
    counted = term(DECISION, complete, changed=on.changed)
    said = _("{reference} is complete since {day}; a decision is to follow.")
    return Signal(
        ConditionKind.DECISION,
        one.id,
        _("Decision on an application"),
        said.format(reference=one.reference, day=long_date(complete)),
        complete,
        counted.due,
        on.urgency(complete, counted.due),
        Place("application", one.id),
        counted,
    )
