"""What followed in the demonstration: measures carried out, users asked, a centre renamed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from controllers.bundle import Controllers

SOURCE = "bevraging per e-mail na het laatste gesprek"
MEASURED = 0.6
"""Which part of the centres was measured."""
DONE = 0.8
"""Which part of the measures past their last day was carried out."""


def follow(
    do: Controllers,
    go_to: Callable[[date], None],
    dice: Random,
    centres: Sequence[UUID],
    today: date,
) -> None:
    """Over these centres, in this order; the clock of the demonstration goes to yesterday."""
    yesterday = today - timedelta(days=1)
    go_to(yesterday)
    checked = {row.centre_id for row in do.checks.rows(do.checks.ids())}
    for centre in (one for one in centres if one in checked):
        for one in do.checks.agreed(centre):
            if one.due is not None and one.due < today and dice.random() < DONE:
                do.checks.carry_out(one.check_id, one.question_key, min(one.due, yesterday))
    if centres:
        _rename(do, next(one for one in centres if one in checked))
    year = today.year - 1
    for centre in centres:
        if dice.random() < MEASURED:
            _measure(do, dice, centre, year)


def _rename(do: Controllers, centre: UUID) -> None:
    """It goes by another name since yesterday; the old one is kept with its last day."""
    name = do.centres.file(centre).identity.name
    do.centres.edit(centre, "trade_name", f"{name} & Co")


def _measure(do: Controllers, dice: Random, centre: UUID, year: int) -> None:
    """A few small centres have too few answers to show; most lie around the norm."""
    answers = dice.choice((4, 7, 12, 18, 25, 31, 44, 60, 85, 120))
    share = min(0.98, max(0.5, dice.gauss(0.87, 0.07)))
    satisfied = sum(dice.random() < share for _ in range(answers))
    invited = answers * dice.randint(2, 4)
    first, last = date(year, 1, 1), date(year, 12, 31)
    do.surveys.add(centre, first, last, answers, satisfied, invited=invited, source=SOURCE)
