"""What may be written in a complaint: nothing that tells who complained, and days that follow."""

import re
from datetime import date

from models.applications.rules.writing import any_day, past_day
from models.centres.rules.editing import kept_text
from models.complaints.values import (
    ComplainantNamed,
    ComplaintJudgement,
    DaysOutOfOrder,
    FactsAfterReceipt,
    Inadmissibility,
    InadmissibilityMissing,
    InadmissibilityUnmotivated,
    JudgedThoughInadmissible,
    ReasonForReopening,
    RouteDays,
    SolvedThoughUnfounded,
    ThemeMissing,
)
from models.kernel.text import _
from models.kernel.typed import check_room
from models.kernel.words import clean

__all__ = [
    "SOLVABLE",
    "any_day",
    "check_facts_day",
    "check_inadmissible",
    "check_judgement",
    "check_resolution",
    "check_route",
    "nameless",
    "needed_theme",
    "past_day",
    "reopening_reason",
]

SOLVABLE = frozenset({ComplaintJudgement.FOUNDED, ComplaintJudgement.PARTLY_FOUNDED})
"""Only of these it is asked how far they were solved (DOMAIN.md F2.11)."""
_LABEL = (
    "(?:voor|achter|familie)?naam|klager|klaagster|indiener|indienster|cliënt|client|klant|adres"
    "|e-?mail|telefoon|tel|gsm|rijksregisternummer|rrn|insz"
)
_NAME = r"[A-ZÀ-Þ][\w'’-]+"
_WHO = "[Kk]lager|[Kk]laagster|[Ii]ndiener|[Ii]ndienster|[Cc]li[ëe]nte?|[Kk]lante?"
_NO_NAME = (
    "aan|als|belde|bij|dat|die|door|en|had|heeft|in|is|kan|kon|kreeg|krijgt|met|mocht|moest|niet|of"
    "|om|ook|op|over|te|uit|van|vindt|vond|voor|vraagt|vroeg|was|werd|wil|wilde|wordt|wou|zegt|zei"
    "|zou"
)
"""Words that stand behind a form of address without a name."""
_OBVIOUS = (
    re.compile(rf"\b(?:{_LABEL})\s*[:=]\s*\S[^\n;,]{{0,40}}", re.IGNORECASE),
    re.compile(
        rf"\b(?:[Dd]e [Hh]eer|[Mm]evrouw|[Mm]eneer|[Jj]uffrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?)"
        rf"\s+(?:{_NAME})(?:\s+{_NAME})*"
    ),
    re.compile(rf"\b(?i:dhr|mevr|mw|mej)\b\.?\s+(?!(?:{_NO_NAME})\b)[^\W\d_][\w'’-]+"),
    re.compile(rf"\b(?:{_WHO})\s+{_NAME}(?:\s+{_NAME})*"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    re.compile(
        r"\b(?:tel|telefoon(?:nummer)?|gsm(?:-?nummer)?|mobiel)\b[^\d\n;+]{0,12}"
        r"\+?\d(?:[ ./()-]*\d){7,}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)04[5-9]\d[ /.]?\d\d[ .]\d\d[ .]\d\d\b"),
    re.compile(r"(?:\+|\b00)32(?:[ ./()-]*\d){8,}"),
)
"""A label with something behind it, a form of address or a role with a name, an e-mail address,
a telephone number: behind its label, or written as nothing else is."""


def nameless(text: str, field: str, most: int | None = None) -> str | None:
    """The text, None when empty. It is kept only when nothing in it tells who complained.

    Raises NationalNumberFound (F3.06), ComplainantNamed for an obvious name, and TextTooLong. What
    no rule can see, such as a bare first name, the officer leaves out: the form says so.
    """
    kept = kept_text(text, field)
    if kept is None:
        return None
    found = _telling(kept)
    if found:
        raise ComplainantNamed(field=field, found=_short(found))
    if most is not None:
        check_room(kept, most, field)
    return kept


def tells_nobody(text: str) -> bool:
    """Whether nothing in it tells who complained, as far as a rule can see: a draft may lie."""
    return not _telling(text)


def needed_theme(text: str, most: int) -> str:
    """The theme on one line. Raises ThemeMissing and what `nameless` raises."""
    kept = nameless(clean(text), "theme", most)
    if kept is None:
        raise ThemeMissing(field="theme")
    return kept


def reopening_reason(text: str) -> str:
    """Raises ReasonForReopening and what `nameless` raises."""
    kept = nameless(clean(text), "reason")
    if kept is None:
        raise ReasonForReopening(field="reason")
    return kept


def check_facts_day(facts_on: date | None, received_on: date, field: str = "facts_on") -> None:
    """Raises FactsAfterReceipt: nobody complains of what is still to happen."""
    if facts_on is not None and facts_on > received_on:
        raise FactsAfterReceipt(field=field, day=facts_on, received=received_on)


def check_route(days: RouteDays, today: date, field: str) -> None:
    """The days of a route follow one another; `field` is the one that was written.

    Raises DayStillToCome, DayNotPossible, DayTooEarly before the receipt, and DaysOutOfOrder when
    the receipt is written after what followed it, or confirmed after the answer.
    """
    past_day(days.received_on, "received_on", today)
    later = {
        "acknowledged_on": (days.acknowledged_on, _("the day its receipt was confirmed")),
        "answered_on": (days.answered_on, _("the day of the answer")),
        "forwarded_on": (days.forwarded_on, _("the day it was passed on")),
    }
    for name, (day, event) in later.items():
        if day is None:
            continue
        if field == "received_on" and day < days.received_on:
            raise DaysOutOfOrder(field=field, day=days.received_on, later=day, event=event)
        past_day(day, name, today, days.received_on, _("the day it came in"))
    settled, heard = days.settled_on, days.acknowledged_on
    if settled is not None and heard is not None and heard > settled:
        event = later["answered_on" if days.answered_on else "forwarded_on"][1]
        raise DaysOutOfOrder(field=field, day=heard, later=settled, event=event)


def check_inadmissible(ground: Inadmissibility | None, reason: str | None) -> None:
    """Raises InadmissibilityMissing and InadmissibilityUnmotivated (F2.05)."""
    if ground is None:
        raise InadmissibilityMissing(field="inadmissibility")
    if not reason:
        raise InadmissibilityUnmotivated(field="admissibility_reason")


def check_judgement(judgement: ComplaintJudgement | None, admissible: bool | None) -> None:
    """Raises JudgedThoughInadmissible."""
    if judgement is not None and admissible is False:
        raise JudgedThoughInadmissible(field="judgement")


def check_resolution(resolution: object, judgement: ComplaintJudgement | None) -> None:
    """Raises SolvedThoughUnfounded."""
    if resolution is not None and judgement not in SOLVABLE:
        raise SolvedThoughUnfounded(field="resolution")


def _telling(text: str) -> str:
    """What tells who complained."""
    return next((found[0] for one in _OBVIOUS if (found := one.search(text))), "")


def _short(found: str) -> str:
    """Enough to find it in the text; never the whole of what should not be there."""
    word = clean(found)
    return f"“{word[:12]}…”" if len(word) > 12 else f"“{word}”"
