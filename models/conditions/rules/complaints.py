"""Complaints whose clock runs: from the day the office aims at until the legal day."""

from collections.abc import Iterator
from datetime import date

from models.complaints.values import ClockKind
from models.conditions.rules.watch import Watch
from models.conditions.values import CentreFacts, ConditionKind, OpenComplaint, Place, Signal
from models.kernel.text import N_, _
from models.kernel.wording import long_date
from models.terms.rules import term

AIMS = {
    ClockKind.ACKNOWLEDGE: "complaint_internal_ack_target_days",
    ClockKind.REPLY: "complaint_internal_target_days",
}
"""By when the office means to be ready (DOMAIN.md F2.13); a notice is to be sent at once."""
WORDS = {
    ClockKind.ACKNOWLEDGE: N_("Confirm the receipt of a complaint"),
    ClockKind.REPLY: N_("Answer a complaint"),
    ClockKind.NOTICE: N_("Tell that a complaint is not handled"),
}


def of_complaints(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """The clock that ends first of each; nothing of what was said, or by whom."""
    for one in facts.complaints:
        counted = one.clock.term
        start = min(_aim(one, on), counted.internal)
        said = _("{reference}, received on {day}: {theme}.")
        yield Signal(
            ConditionKind.COMPLAINT,
            one.id,
            _(WORDS[one.clock.kind]),
            said.format(
                reference=one.reference, day=long_date(counted.start), theme=one.theme.rstrip(".")
            ),
            start,
            counted.due,
            on.urgency(start, counted.due),
            Place("complaint", one.id),
            counted,
        )


def _aim(one: OpenComplaint, on: Watch) -> date:
    key = AIMS.get(one.clock.kind)
    start = one.clock.term.start
    return start if key is None else term(key, start, changed=on.changed).internal
