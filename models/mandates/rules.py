"""How mandates and certificates stand on a day, how long they last, which label a text means."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.text import _
from models.kernel.wording import list_date, long_date
from models.kernel.words import fold
from models.mandates.values import (
    CertificateKind,
    CertificateState,
    MandateFacts,
    MandateOverlaps,
    MandateReversed,
    MandateState,
)

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
# Every pattern is sought in the text without accents, blanks and punctuation.
_KINDS = (
    (
        CertificateKind.QFOR_PROCESS_SCAN,
        re.compile(r"q?for.*process?e?s?scan|qforproces|processscan"),
    ),
    (
        CertificateKind.QFOR_CLIENT_SCAN,
        re.compile(r"q?for.*(client|klant)en?scan|qforclient|clientscan"),
    ),
    (CertificateKind.ISO_9001, re.compile(r"(^|iso)9001")),
    (CertificateKind.INVESTORS_IN_PEOPLE, re.compile(r"^iip|investors?inpeople")),
    (CertificateKind.EFQM, re.compile(r"efqm|^c2e|^r4e|(committed|recognised)(to|for)excellence")),
    (CertificateKind.CEDEO, re.compile(r"cedeo")),
    (CertificateKind.ESF_LABEL, re.compile(r"^esf|esf(kwaliteits)?label")),
    (CertificateKind.WSE_REGISTRATION, re.compile(r"wse|kwaliteitsregistratie")),
    (CertificateKind.KMO_PORTEFEUILLE, re.compile(r"kmop|portefeuillekmo|chequespme")),
)


def expected_end(start: date, years: int) -> date:
    """The last day of a period of whole years: the day before the n-th (DOMAIN.md F4.23).

    From 1 November 2026 six years end on 31 October 2032; from 29 February 2024 they end on
    28 February 2030, since the year 2030 has no 29 February.
    """
    try:
        return start.replace(year=start.year + years) - timedelta(days=1)
    except ValueError:
        return date(start.year + years, 2, 28)


def certificate_kind(raw: str) -> CertificateKind | None:
    """Which of the known labels a text means (content/codelists.yaml); None when none."""
    text = _NOT_LETTERS.sub("", fold(raw))
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def mandate_state(facts: MandateFacts, today: date, ending_months: int) -> tuple[MandateState, str]:
    """How a mandate stands today and why, in one sentence.

    The state follows from the dates alone, so that nothing expired can be shown as running.
    """
    span = f"{list_date(facts.start)} – {list_date(facts.end)}"
    if facts.ended_on is not None and facts.end_kind is not None and facts.ended_on <= today:
        why = _("It was ended on {day}, before its last day ({span}).")
        return MandateState(facts.end_kind.value), why.format(
            day=long_date(facts.ended_on), span=span
        )
    if today < facts.start:
        return MandateState.FUTURE, _("It starts on {day}.").format(day=long_date(facts.start))
    if facts.end < today:
        return MandateState.EXPIRED, _("Its last day was {day}.").format(day=long_date(facts.end))
    left = _("It runs from {span}; today lies in that period.").format(span=span)
    if months_after(today, ending_months) > facts.end:
        soon = _("Its last day, {day}, is less than {months} months away.")
        return MandateState.ENDING, soon.format(day=long_date(facts.end), months=ending_months)
    return MandateState.ACTIVE, left


def current(mandates: Sequence[MandateFacts], today: date) -> MandateFacts | None:
    """The mandate that counts today: the running one, else the next one, else the last one."""
    running = [m for m in mandates if m.start <= today <= (m.ended_on or m.end)]
    if running:
        return max(running, key=lambda m: m.start)
    coming = [m for m in mandates if today < m.start]
    if coming:
        return min(coming, key=lambda m: m.start)
    return max(mandates, key=lambda m: m.end, default=None)


def next_start(mandates: Sequence[MandateFacts], today: date) -> date | None:
    """First day of the next mandate: of the one to come, else the day after the running one."""
    coming = [m.start for m in mandates if today < m.start]
    if coming:
        return min(coming)
    now = current(mandates, today)
    running = now is not None and now.ended_on is None and today <= now.end
    return now.end + timedelta(days=1) if now is not None and running else None


def certified_on(spans: Sequence[tuple[date | None, date | None]], day: date) -> bool:
    """Whether a certificate of (first, last day) holds on a day; without a last day none does."""
    return any(last is not None and (first or day) <= day <= last for first, last in spans)


def certificate_state(
    ends: Sequence[date | None], today: date, ending_months: int
) -> tuple[CertificateState, str]:
    """How the best of a centre's certificates stands today, and why (DOMAIN.md F1.07).

    `ends` are the last days of all its certificates; None where no date is known.
    """
    if not ends:
        return CertificateState.MISSING, _("No quality certificate is known for this centre.")
    known = [end for end in ends if end is not None]
    if not known:
        return CertificateState.UNDATED, _("It is not known until when the certificate is valid.")
    last = max(known)
    if last < today:
        return CertificateState.EXPIRED, _("It was valid until {day}.").format(day=long_date(last))
    if months_after(today, ending_months) > last:
        soon = _("Its last day, {day}, is less than {months} months away.")
        return CertificateState.ENDING, soon.format(day=long_date(last), months=ending_months)
    return CertificateState.VALID, _("It is valid until {day}.").format(day=long_date(last))


def check_overlap(start: date, end: date, others: Sequence[tuple[str, MandateFacts]]) -> None:
    """Refuse a mandate that ends before it starts, or that runs while one of the others does.

    `others` are numbers and dates; two mandates of a centre may bear one number or none.
    """
    if end < start:
        raise MandateReversed(field="end_date", start=start, end=end)
    for name, other in others:
        last = other.ended_on or other.end
        if start <= last and other.start <= end:
            known = name or _("without a number")
            raise MandateOverlaps(field="start_date", number=known, start=other.start, end=last)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; its last day when that month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
