"""The next period of a mandate: which days it has, and what the regime asks for it (F1.12)."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from models.kernel.text import N_
from models.mandates.values import MandateFacts, RenewalRegime
from models.terms.parameters import parameter
from models.terms.values import Changed

Row = TypeVar("Row", bound=Hashable)

REGIME = "mandate_renewal_regime"
"""The rule that says what a next period asks of the centre; it has other values in time."""

ASKS = {
    RenewalRegime.APPLICATION: N_("Periods that start then ask a renewal file of the centre."),
    RenewalRegime.NOTICE: N_(
        "Periods that start then ask no file: the centre tells its contact person that it goes on,"
        " and keeps meeting all conditions."
    ),
}
"""What each regime asks, a sentence each."""


def renewal_regime(start: date, changed: Changed | None = None) -> RenewalRegime:
    """What is asked for a period that starts on this day. Raises RuleNotInForce."""
    return RenewalRegime(str(parameter(REGIME, start, changed).value))


def renewable(mandates: Sequence[MandateFacts]) -> MandateFacts | None:
    """The mandate a next period would follow: the last one, unless it stopped early."""
    last = latest(mandates)
    return None if last is None or last.ended_on is not None else last


def latest(mandates: Sequence[MandateFacts]) -> MandateFacts | None:
    """The mandate that begins last."""
    return max(mandates, key=lambda mandate: mandate.start, default=None)


def next_first_day(mandate: MandateFacts) -> date:
    """The day after its last day."""
    return mandate.end + timedelta(days=1)


def places(before: Mapping[Row, Row | None]) -> dict[Row, tuple[int, int]]:
    """Which period of how many each mandate is, when `before` says which one each follows."""
    after = {earlier: row for row, earlier in before.items() if earlier is not None}
    found = {}
    for row in before:
        earlier, later = _steps(row, before), _steps(row, after)
        found[row] = (earlier + 1, earlier + 1 + later)
    return found


def _steps(row: Row, links: Mapping[Row, Row | None]) -> int:
    """How far the chain goes on from here; a chain that bites its tail ends where it began."""
    seen, at = {row}, links.get(row)
    while at is not None and at not in seen:
        seen.add(at)
        at = links.get(at)
    return len(seen) - 1
