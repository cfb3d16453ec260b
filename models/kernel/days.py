"""Days as people write them: of our own time, or a slip of the pen."""

from datetime import date

from models.kernel.errors import Refused
from models.kernel.text import N_

OUR_TIME = date(2000, 1, 1)
"""Nothing that is kept here happened earlier."""


class DayNotPossible(Refused):
    sentence = N_("{day} cannot be right here. Write a day between {first} and {last}.")


def day_of_our_time(
    day: date, field: str, today: date, *, ahead: int, first: date = OUR_TIME
) -> date:
    """The day, when it lies from `first` to the end of the year `ahead` years on.

    Raises DayNotPossible.
    """
    last = date(today.year + ahead, 12, 31)
    if not first <= day <= last:
        raise DayNotPossible(field=field, day=day, first=first, last=last)
    return day
