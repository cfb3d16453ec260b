"""How coverage is said: a cell, a year, a silence and a target, each in one line of words."""

from models.actions.values import KIND_WORDS, ActionKind
from models.coverage.values import (
    Coverage,
    KindCoverage,
    MandateYear,
    Target,
    YearCell,
    YearState,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date

IN_DAYS = 60
"""A silence shorter than this is said in days, a longer one in whole months."""


def counted(kind: ActionKind, count: int) -> str:
    """`no contact`, `1 contact`, `2 contacts`."""
    return _(KIND_WORDS[kind].counted[min(count, 2)]).format(count=count)


def period_words(days: int) -> str:
    """A number of days as people say it: `today`, `12 days`, `22 months`."""
    if days <= 0:
        return _("today")
    if days < IN_DAYS:
        return ngettext("{count} day", "{count} days", days).format(count=days)
    months = int((days + 1) * 12 / 365.25)  # a whole year is twelve, leap year or not
    return ngettext("{count} month", "{count} months", months).format(count=months)


def silence_words(coverage: Coverage | None) -> str:
    """How long nothing was done in this mandate: `never`, `22 months`."""
    if coverage is None:
        return _("no mandate")
    if coverage.silence is None:
        return _("not begun")
    return _("never") if coverage.never else period_words(coverage.silence)


def since_words(coverage: Coverage | None) -> str:
    """What stands under a silence: since when, or what was done last."""
    if coverage is None:
        return ""
    if coverage.silence is None:
        return _("from {day} on").format(day=short_date(coverage.start))
    if coverage.last is None or coverage.last_kind is None:
        return _("since {day}").format(day=short_date(coverage.start))
    kind = counted(coverage.last_kind, 1).partition(" ")[2]
    return _("{kind}, {day}").format(kind=kind, day=short_date(coverage.last))


def kind_silence(kind: KindCoverage) -> str:
    """`22 months no contact`; empty when the mandate has not begun."""
    if kind.silence is None:
        return ""
    if kind.last is None:
        return _("{nothing} yet").format(nothing=counted(kind.kind, 0))
    if kind.silence == 0:
        return ""
    time, nothing = period_words(kind.silence), counted(kind.kind, 0)
    return _("{time} {nothing}").format(time=time, nothing=nothing)


def year_words(year: MandateYear) -> str:
    """`year 3, 1 nov 2027 – 31 okt 2028`."""
    if year.state is YearState.OUTSIDE:
        return _("year {number}, after the end of the mandate").format(number=year.number)
    span = f"{short_date(year.start)} – {short_date(year.end)}"
    return _("year {number}, {span}").format(number=year.number, span=span)


def cell_words(kind: KindCoverage, year: MandateYear, target: Target) -> str:
    """One cell in words: the year, what was done, what is planned, and when that is too little."""
    if year.state is YearState.OUTSIDE:
        return year_words(year)
    cell = kind.cells[year.number - 1]
    return f"{year_words(year)}: {', '.join(_told(kind.kind, cell, year, target))}"


def _told(kind: ActionKind, cell: YearCell, year: MandateYear, target: Target) -> list[str]:
    told = [counted(kind, cell.count)]
    if year.state is YearState.CURRENT:
        told[0] = _("{counted} until today").format(counted=told[0])
    if year.state is YearState.FUTURE:
        told = [] if cell.planned else [_("still to come")]
    if cell.planned:
        told.append(_("{count} planned").format(count=cell.planned))
    if cell.short:
        told.append(_("under the target of {target}").format(target=target_words(target)))
    return told


def target_words(target: Target) -> str:
    """`1 in 2 years`; empty when nothing is aimed at."""
    if not target.count:
        return ""
    if target.years == 1:
        return _("{count} a year").format(count=target.count)
    return _("{count} in {years} years").format(count=target.count, years=target.years)
