"""Which conditions of a centre ask for attention on a day, and from when until when.

Decisions without a database: facts of one centre in, lines out.
"""

from collections.abc import Iterator

from models.conditions.rules.agreements import of_measures, of_rounds
from models.conditions.rules.complaints import of_complaints
from models.conditions.rules.fitting import fitting
from models.conditions.rules.labels import of_certificates
from models.conditions.rules.people import of_people
from models.conditions.rules.periods import of_mandates
from models.conditions.rules.procedures import of_procedures, of_replies
from models.conditions.rules.watch import Watch, watch
from models.conditions.values import CentreFacts, Signal

__all__ = ["Watch", "fitting", "signals", "watch"]


def signals(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """Everything that asks for attention at one centre."""
    yield from of_mandates(facts, on)
    yield from of_certificates(facts, on)
    yield from of_people(facts, on)
    yield from of_procedures(facts, on)
    yield from of_replies(facts, on)
    yield from of_measures(facts, on)
    yield from of_rounds(facts, on)
    yield from of_complaints(facts, on)
