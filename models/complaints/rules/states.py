"""Where a complaint stands, and why: from the days of its routes alone."""

from datetime import date

from models.complaints.values import ComplaintFacts, ComplaintState
from models.kernel.text import _
from models.kernel.wording import long_date

S = ComplaintState


def complaint_state(facts: ComplaintFacts) -> tuple[ComplaintState, str]:
    """How a complaint stands and why, in one sentence. Whether it is late its clocks say."""
    if facts.closed_on is not None:
        return S.CLOSED, _("It was closed on {day}.").format(day=long_date(facts.closed_on))
    waiting = [route for route in facts.routes if route.settled_on is None]
    answers = [route.answered_on for route in facts.routes if route.answered_on is not None]
    if not waiting and answers:
        said = _("It was answered on {day}; it can be closed.")
        return S.ANSWERED, said.format(day=long_date(max(answers)))
    if facts.admissible is False:
        return S.IN_HANDLING, _("It is not admissible; that is still to be told, with reasons.")
    if facts.admissible:
        return S.IN_HANDLING, _("It is admissible and waits for an answer.")
    heard = [route.acknowledged_on for route in waiting if route.acknowledged_on is not None]
    if waiting and len(heard) == len(waiting):
        said = _("Its receipt was confirmed on {day}; nobody said yet whether it is admissible.")
        return S.ACKNOWLEDGED, said.format(day=long_date(max(heard)))
    received: date = max((route.received_on for route in waiting), default=facts.received_on)
    said = _("It came in on {day}; its receipt was not confirmed yet.")
    return S.RECEIVED, said.format(day=long_date(received))
