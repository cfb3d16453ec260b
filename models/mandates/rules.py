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
    MandateEndOutside,
    MandateFacts,
    MandateOverlaps,
    MandateReversed,
    MandateState,
)
from models.terms.days import last_day_of, months_on
from models.terms.rules import check_reach

DURATION = "mandate_duration_years"
"""The rule that says how long a mandate lasts."""
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


def expected_end(start: date, years: int) -> date:
    """The last day of a period of whole years: the day before the n-th (DOMAIN.md F4.23).

    From 1 November 2026 six years end on 31 October 2032; from 29 February 2024 they end on
    28 February 2030, since the year 2030 has no 29 February. Raises DayOutOfReach.
    """
    check_reach(start, "start_date")
    return last_day_of(start, 12 * years)


def certificate_kind(raw: str) -> CertificateKind | None:
    """Which of the known labels a text means (content/codelists.yaml); None when none."""
    text = _NOT_LETTERS.sub("", fold(raw))
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def mandate_state(facts: MandateFacts, today: date, ending_months: int) -> tuple[MandateState, str]:
    """How a mandate stands today and why, in one sentence.

    The state follows from the dates alone, so that nothing expired can be shown as running.
    """
    if facts.ended_on is not None and facts.ended_on <= today:
        return _ended(facts, facts.ended_on)
    if today < facts.start:
        return MandateState.FUTURE, _("It starts on {day}.").format(day=long_date(facts.start))
    last = facts.last
    if last < today:
        return MandateState.EXPIRED, _("Its last day was {day}.").format(day=long_date(last))
    if months_on(today, ending_months) > last:
        soon = _("Its last day, {day}, is less than {months} months away.")
        return MandateState.ENDING, soon.format(day=long_date(last), months=ending_months)
    left = _("It runs from {span}; today lies in that period.")
    return MandateState.ACTIVE, left.format(span=_span(facts))


def current(mandates: Sequence[MandateFacts], today: date) -> MandateFacts | None:
    """The mandate that counts today: the running one, else the next one, else the last one."""
    running = [m for m in mandates if m.start <= today <= m.last]
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


def certified_on(spans: Sequence[Span], day: date) -> bool:
    """Whether a certificate of (first, last day) holds on a day; without a last day none does."""
    return any(last is not None and (first or day) <= day <= last for first, last in spans)


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


def check_days(
    facts: MandateFacts, others: Sequence[tuple[str, MandateFacts]], field: str = "start_date"
) -> None:
    """Refuse days that cannot be; `field` was written last.

    `others` are the number and dates of the centre's other mandates, which may bear one number or
    none. Raises MandateReversed, MandateEndOutside when it would end early outside its term, and
    MandateOverlaps when it runs while another one does.
    """
    if facts.end < facts.start:
        raise MandateReversed(field="end_date", start=facts.start, end=facts.end)
    if facts.ended_on is not None and not facts.start <= facts.ended_on <= facts.end:
        raise MandateEndOutside(field=field, start=facts.start, end=facts.end)
    for number, other in others:
        if facts.start <= other.last and other.start <= facts.last:
            raise MandateOverlaps(
                field=field,
                number=number or _("without a number"),
                start=other.start,
                end=other.last,
            )


def _ended(facts: MandateFacts, day: date) -> tuple[MandateState, str]:
    """A mandate that ended early; when it is not said how, it is simply over."""
    kind = facts.end_kind
    state = MandateState.EXPIRED if kind is None else MandateState(kind.value)
    why = _("It was ended on {day}, before its last day ({span}).")
    return state, why.format(day=long_date(day), span=_span(facts))


def _span(facts: MandateFacts) -> str:
    return f"{list_date(facts.start)} – {list_date(facts.end)}"


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
