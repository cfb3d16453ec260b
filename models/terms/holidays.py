"""Closed days, computed from the law without any feed: the ten legal holidays and the office's own.

Sources: DOMAIN.md F4.25 and F4.26. For terms only the legal ten count; visits are planned
around the longer list of the Flemish administration.
"""

from datetime import date, timedelta
from functools import cache

from models.terms.values import Holiday

ONE_DAY = timedelta(days=1)
_AFTER_EASTER = (
    (1, "Paasmaandag"),
    (39, "Onze-Lieve-Heer-Hemelvaart"),
    (50, "Pinkstermaandag"),
)
_LEGAL = (
    (1, 1, "Nieuwjaar"),
    (5, 1, "Dag van de Arbeid"),
    (7, 21, "Nationale feestdag"),
    (8, 15, "Onze-Lieve-Vrouw-Hemelvaart"),
    (11, 1, "Allerheiligen"),
    (11, 11, "Wapenstilstand"),
    (12, 25, "Kerstmis"),
)
_FLEMISH = (
    (7, 11, "Feest van de Vlaamse Gemeenschap"),
    (11, 2, "Allerzielen"),
    (11, 15, "Feest van de Dynastie"),
    (12, 26, "Tweede kerstdag"),
)
_BRIDGE = tuple((12, day, "Sluiting tussen Kerstmis en Nieuwjaar") for day in range(27, 32))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (anonymous computus, Meeus/Jones/Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    moon = epact - (golden + 11 * epact) // 319
    weekday = (2 * (century % 4) + 2 * (rest // 4) - rest % 4 - moon + 32) % 7
    month = (moon + weekday + 90) // 25
    return date(year, month, (moon + weekday + month + 19) % 32)


@cache
def legal_holidays(year: int) -> tuple[Holiday, ...]:
    """The ten legal holidays, by day; two may fall on one day (Ascension on 1 May 2008)."""
    moving = (Holiday(easter(year) + days * ONE_DAY, name) for days, name in _AFTER_EASTER)
    return _by_day((*_fixed(year, _LEGAL), *moving))


@cache
def planning_holidays(year: int) -> tuple[Holiday, ...]:
    """The legal ten, the four Flemish ones, and the days between Christmas and New Year."""
    return _by_day((*legal_holidays(year), *_fixed(year, _FLEMISH), *_fixed(year, _BRIDGE)))


def _fixed(year: int, days: tuple[tuple[int, int, str], ...]) -> tuple[Holiday, ...]:
    return tuple(Holiday(date(year, month, day), name) for month, day, name in days)


def _by_day(holidays: tuple[Holiday, ...]) -> tuple[Holiday, ...]:
    return tuple(sorted(holidays, key=lambda holiday: holiday.day))
