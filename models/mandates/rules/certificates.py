"""How the quality certificates of a centre stand on a day, and which label a text means."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from models.kernel.text import _, ngettext
from models.kernel.wording import long_date
from models.kernel.words import fold
from models.mandates.values import CertificateGap, CertificateKind, CertificateState
from models.terms.days import months_on

ONE_DAY = timedelta(days=1)

Span = tuple[date | None, date | None]
"""First and last day of a certificate; None where it is not known."""

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


def certificate_kind(raw: str) -> CertificateKind | None:
    """Which of the known labels a text means (content/codelists.yaml); None when none."""
    text = _NOT_LETTERS.sub("", fold(raw))
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def certified_on(spans: Sequence[Span], day: date) -> bool:
    """Whether a certificate of (first, last day) holds on a day; without a last day none does."""
    return any(last is not None and (first or day) <= day <= last for first, last in spans)


def certificate_gap(spans: Sequence[Span], day: date) -> CertificateGap | None:
    """The days without a certificate that end on this day; None when one holds on it.

    From 30 June until 11 July: after a certificate until 29 June, the day 10 July lies 11 days in.
    """
    if certified_on(spans, day):
        return None
    before = [last for _first, last in spans if last is not None and last < day]
    if not before:
        return CertificateGap(None, None)
    since = max(before) + timedelta(days=1)
    return CertificateGap(since, (day - since).days + 1)


def covered_until(spans: Sequence[Span], day: date) -> date | None:
    """The last day of the cover that holds on `day`, over certificates that follow on; or None."""
    holding = [end for first, end in spans if end is not None and (first or day) <= day <= end]
    return _carried_on(max(holding), spans) if holding else None


def gaps_between(spans: Sequence[Span], first: date, last: date) -> tuple[tuple[date, date], ...]:
    """The days from `first` to `last` on which no certificate holds, as periods.

    Without a known first day a certificate holds from `first` on; without a last day never.
    """
    held = sorted((a or first, b) for a, b in spans if b is not None)
    gaps: list[tuple[date, date]] = []
    day = first
    for begins, ends in held:
        if ends < max(day, begins):
            continue
        if last < begins:
            break
        if day < begins:
            gaps.append((day, begins - ONE_DAY))
        day = ends + ONE_DAY
    if day <= last:
        gaps.append((day, last))
    return tuple(gaps)


def certificate_gaps(
    spans: Sequence[Span], today: date, running: tuple[date, date] | None, then: date | None
) -> tuple[str, ...]:
    """What is not covered, in words: today, inside the running mandate, on the next first day.

    `running` are the days of the mandate that runs today, `then` the first day of the next one.
    """
    said = []
    lacks_then = then is not None and not certified_on(spans, then)
    if running is not None:
        for first, last in gaps_between(spans, today, running[1]):
            if first == today:
                said.append(_today(spans, today))
            elif last < running[1] or not lacks_then:
                said.append(_inside(first, last))
    if then is not None and lacks_then:
        said.append(_then(spans, today, then))
    return tuple(said)


def _today(spans: Sequence[Span], today: date) -> str:
    over = [end for _first, end in spans if end is not None and end < today]
    if not over:
        return _("No certificate holds today.")
    days = (today - max(over)).days
    said = ngettext(
        "No certificate holds today: the last one ended {count} day ago, on {day}.",
        "No certificate holds today: the last one ended {count} days ago, on {day}.",
        days,
    )
    return said.format(count=days, day=long_date(max(over)))


def _inside(first: date, last: date) -> str:
    days = (last - first).days + 1
    said = ngettext(
        "From {first} to {last} no certificate holds: {count} day.",
        "From {first} to {last} no certificate holds: {count} days.",
        days,
    )
    return said.format(first=long_date(first), last=long_date(last), count=days)


def _then(spans: Sequence[Span], today: date, then: date) -> str:
    until = covered_until(spans, today)
    if until is None:
        return _("No certificate holds on {day}, the first day of the next mandate.").format(
            day=long_date(then)
        )
    days = (then - until).days
    said = ngettext(
        "The certificate ends on {until}, {count} day before the next mandate starts on {day}.",
        "The certificate ends on {until}, {count} days before the next mandate starts on {day}.",
        days,
    )
    return said.format(until=long_date(until), count=days, day=long_date(then))


def certificate_state(
    spans: Sequence[Span], today: date, ending_months: int
) -> tuple[CertificateState, str]:
    """How the certificates of a centre stand today, and why (DOMAIN.md F1.07).

    One that holds today counts, on to the end of those that follow it without a day between;
    else one that begins later, else one that is over, else one of which no last day is known.
    """
    if not spans:
        return CertificateState.MISSING, _("No quality certificate is known for this centre.")
    holding = [end for first, end in spans if end is not None and (first or today) <= today <= end]
    if holding:
        return _until(_carried_on(max(holding), spans), today, ending_months)
    coming = [first for first, _end in spans if first is not None and today < first]
    if coming:
        why = _("It is not valid yet: it begins on {day}.").format(day=long_date(min(coming)))
        return CertificateState.FUTURE, why
    over = [end for _first, end in spans if end is not None]
    if over:
        why = _("It was valid until {day}.").format(day=long_date(max(over)))
        return CertificateState.EXPIRED, why
    return CertificateState.UNDATED, _("It is not known until when the certificate is valid.")


def _until(last: date, today: date, ending_months: int) -> tuple[CertificateState, str]:
    if months_on(today, ending_months) > last:
        soon = _("Its last day, {day}, is less than {months} months away.")
        return CertificateState.ENDING, soon.format(day=long_date(last), months=ending_months)
    return CertificateState.VALID, _("It is valid until {day}.").format(day=long_date(last))


def _carried_on(last: date, spans: Sequence[Span]) -> date:
    """The last day of the certificates that follow one another from `last` on."""
    for first, end in sorted(spans, key=lambda span: span[0] or date.min):
        if first is not None and end is not None and (first - last).days <= 1:
            last = max(last, end)
    return last
