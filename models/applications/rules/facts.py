"""Facts the program looks up beside a criterion. They inform; a person judges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.applications.values import FoundFact, Outcome
from models.centres.rules import enterprise_number, municipality_fits, show_enterprise_number
from models.centres.rules.numbers import begins_as_establishment
from models.checklists.values import LookedUp
from models.kernel.errors import Refused
from models.kernel.text import _
from models.kernel.wording import enumeration, long_date
from models.mandates.rules import Span, certified_on


@dataclass(frozen=True, slots=True)
class Seat:
    """A place where the applicant works, as far as the facts ask: what it is called and is."""

    name: str
    number: str
    postal_code: str
    locality: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An earlier mandate that was withdrawn or stopped, and until when the centre must wait."""

    number: str
    ended_on: date
    waiting_until: date | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the applicant when the facts are looked up."""

    enterprise_number: str
    seats: tuple[Seat, ...]
    """The establishments that are in use."""
    certificates: tuple[Span, ...]
    ended: tuple[Ended, ...]
    start: date | None
    """The first day that is asked for."""
    today: date


def look_up(names: Sequence[LookedUp], circumstances: Circumstances) -> tuple[FoundFact, ...]:
    """These facts about the applicant, each with its reason."""
    return tuple(FoundFact(name, *LOOKED_UP[name](circumstances)) for name in names)


def certified_at_start(circumstances: Circumstances) -> bool:
    """Whether a certificate that is known holds on the first day (DOMAIN.md F1.07)."""
    start = circumstances.start
    return start is not None and certified_on(circumstances.certificates, start)


Found = tuple[Outcome, str]


def _enterprise_number(known: Circumstances) -> Found:
    try:
        digits = enterprise_number(known.enterprise_number)
    except Refused as error:
        return Outcome.FAILS, str(error)
    number = show_enterprise_number(digits)
    return Outcome.HOLDS, _("{number} has the right check digits.").format(number=number)


def _establishment_numbers(known: Circumstances) -> Found:
    if not known.seats:
        return Outcome.FAILS, _("The file of the centre holds no establishment in use.")
    bare = [seat for seat in known.seats if not seat.number]
    odd = [seat for seat in known.seats if seat.number and not begins_as_establishment(seat.number)]
    if bare or odd:
        said = (
            _("Without an establishment number: {seats}.")
            if bare
            else _("Not an establishment number, which starts with 2 to 8: {seats}.")
        )
        return Outcome.FAILS, said.format(seats=_names(bare or odd))
    count = len(known.seats)
    said = _("All {count} establishments in use have a number that starts with 2 to 8.")
    one = _("The establishment in use has a number that starts with 2 to 8.")
    return Outcome.HOLDS, one if count == 1 else said.format(count=count)


def _postal_codes(known: Circumstances) -> Found:
    if not known.seats:
        return Outcome.UNKNOWN, _("The file of the centre holds no establishment in use.")
    bare = [seat for seat in known.seats if not seat.postal_code]
    if bare:
        said = _("Without a postal code: {seats}.")
        return Outcome.FAILS, said.format(seats=_names(bare))
    odd = [s for s in known.seats if not municipality_fits(s.postal_code, s.locality)]
    if odd:
        said = _("The postal code does not exist or does not fit the town: {seats}.")
        return Outcome.FAILS, said.format(seats=_names(odd))
    return Outcome.HOLDS, _("Every postal code exists and fits its town.")


def _waiting_period(known: Circumstances) -> Found:
    if not known.ended:
        return Outcome.HOLDS, _("No mandate of this centre was withdrawn or stopped.")
    start = known.start or known.today
    open_ended = [one for one in known.ended if one.waiting_until is None]
    longest = max((one.waiting_until for one in known.ended if one.waiting_until), default=None)
    if longest is not None and start <= longest:
        said = _("A waiting period runs until {until}; the mandate would start on {start}.")
        return Outcome.FAILS, said.format(until=long_date(longest), start=long_date(start))
    if open_ended:
        ended = max(one.ended_on for one in open_ended)
        said = _("A mandate ended early on {day}, and no waiting period was written down.")
        return Outcome.UNKNOWN, said.format(day=long_date(ended))
    said = _("The waiting period until {until} is over on {start}.")
    return Outcome.HOLDS, said.format(until=long_date(longest or start), start=long_date(start))


def _certificate(known: Circumstances) -> Found:
    start = known.start
    if not known.certificates:
        return Outcome.FAILS, _("The file of the centre holds no quality certificate.")
    if start is None:
        return Outcome.UNKNOWN, _("The day on which the mandate should start is not known yet.")
    if certified_on(known.certificates, start):
        last = max(end for first, end in known.certificates if end and (first or start) <= start)
        said = _("A certificate holds on {start}; it is valid until {last}.")
        return Outcome.HOLDS, said.format(start=long_date(start), last=long_date(last))
    return Outcome.FAILS, _("No certificate that is known holds on {start}.").format(
        start=long_date(start)
    )


def _holder(known: Circumstances) -> Found:
    if not known.certificates:
        return Outcome.UNKNOWN, _("The file of the centre holds no quality certificate.")
    number = show_enterprise_number(known.enterprise_number)
    said = _("Whose name is on the certificate is not kept: compare it with {number}.")
    return Outcome.UNKNOWN, said.format(number=number)


def _names(seats: Sequence[Seat]) -> str:
    nameless = _("an establishment without a name")
    return enumeration([seat.name or seat.locality or nameless for seat in seats])


LOOKED_UP: Mapping[LookedUp, Callable[[Circumstances], Found]] = {
    LookedUp.ENTERPRISE_NUMBER: _enterprise_number,
    LookedUp.ESTABLISHMENT_NUMBERS: _establishment_numbers,
    LookedUp.POSTAL_CODES: _postal_codes,
    LookedUp.WAITING_PERIOD: _waiting_period,
    LookedUp.CERTIFICATE: _certificate,
    LookedUp.CERTIFICATE_HOLDER: _holder,
}
"""Every fact that a checklist may ask for."""
