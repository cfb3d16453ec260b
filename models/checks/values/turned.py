"""What is told of the centre itself while the screen is turned to it: a whitelist."""

from dataclasses import dataclass
from datetime import date

from models.centres.values import Address


@dataclass(frozen=True, slots=True)
class Seat:
    """An establishment that is open, as everybody may know it."""

    name: str
    address: Address


@dataclass(frozen=True, slots=True)
class CameBefore:
    """What the check before this one at the same place came to."""

    reference: str
    day: date | None
    result: str
    """How many dossiers or channels met the rules, in a sentence."""


@dataclass(frozen=True, slots=True)
class OfCentre:
    """The facts of one centre; no complaint, no condition, no note and no other centre."""

    enterprise_number: str
    """Ten digits."""
    mandate: str
    """The number of the mandate on the day of the visit; empty when there was none."""
    first: date | None
    last: date | None
    """The days that mandate runs from and until; `last` is the real one when it stopped early."""
    seats: tuple[Seat, ...]
    before: CameBefore | None
