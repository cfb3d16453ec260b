"""How values are said in a Dutch sentence: dates, hours, lists, numbers of enterprises.

Standard library only, so that a rule can explain itself without Babel; English dates are ISO.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from models.kernel.text import _, ngettext

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
SHORT_MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def long_date(day: date) -> str:
    """14 mei 2026, for letters and sentences (DOMAIN.md F4.09)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_words(at: datetime) -> str:
    """14 mei 2026, 9.30 uur, in our own time (DOMAIN.md F4.09)."""
    local = at.astimezone()
    return f"{long_date(local.date())}, {local.hour}.{local:%M} uur"


def short_date(day: date) -> str:
    """14 mei 2026 with a short month, for columns."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def list_date(day: date) -> str:
    """14/05/2026, for lists (DOMAIN.md F4.09)."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def weekday_date(day: date) -> str:
    """Do 19 maart 2026, for text on the screen."""
    return f"{WEEKDAYS[day.weekday()][:2]} {long_date(day)}"


def span(first: date, after: date) -> str:
    """The time between two days in at most two measures: 2 jaar en 3 maanden; 12 dagen."""
    months = (after.year - first.year) * 12 + after.month - first.month
    months -= after.day < first.day
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("{count} year", "{count} years", years).format(count=years))
    if rest:
        parts.append(ngettext("{count} month", "{count} months", rest).format(count=rest))
    if not parts:
        days = (after - first).days
        parts.append(ngettext("{count} day", "{count} days", days).format(count=days))
    return _(" and ").join(parts)


def thousands(count: int) -> str:
    """1.156, for sentences and counts."""
    return f"{count:,}".replace(",", ".")


def decimal(number: float) -> str:
    """7 or 123456,75: every figure there is, with a comma."""
    return f"{Decimal(repr(number)):f}".removesuffix(".0").replace(".", ",")


def enumeration(words: Sequence[str]) -> str:
    """a, b en c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def first_of(words: Sequence[str], most: int = 10) -> str:
    """a, b en c; beyond `most` only the first ones and how many more: a, b en nog 50."""
    left = len(words) - most
    if left <= 0:
        return enumeration(words)
    return enumeration([*words[:most], f"nog {left}"])


def say(fact: object) -> str:
    """A value as a person reads it inside a sentence."""
    match fact:
        case datetime():
            return f"{long_date(fact.date())} {fact:%H.%M} u."
        case date():
            return long_date(fact)
        case Enum():
            return str(fact.value)
        case float():
            return decimal(fact)
        case _:
            return str(fact)
