"""What the rest of the house may know of centres that may be one and the same."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from models.centres.values import Address, CentreIdentity
from models.kernel.errors import Refused
from models.kernel.text import N_


class LikenessReason(StrEnum):
    """Why two centres may be one and the same."""

    SAME_NUMBER = "same_number"
    LIKE_NUMBER = "like_number"
    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"
    SAME_ADDRESS = "same_address"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_WEBSITE = "same_website"


@dataclass(frozen=True, slots=True)
class CentreLook:
    """By what a centre is recognised."""

    id: UUID
    number: str
    names: tuple[str, ...]
    """Legal name and trade name, those that are there."""
    address: Address
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two centres that may be one, and why. A person decides."""

    one: UUID
    other: UUID
    score: int
    """Of a hundred."""
    reasons: tuple[LikenessReason, ...]
    """The strongest first."""

    @property
    def ids(self) -> frozenset[UUID]:
        return frozenset((self.one, self.other))


class MergeWithItself(Refused):
    sentence = N_("A centre cannot be merged with itself. Choose two centres.")


class MergeReasonMissing(Refused):
    sentence = N_(
        "After merging, mandates run at the same time ({mandates}). Write the reason here; it stays"
        " with the mandates."
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two centres that may be one, and why."""

    one: CentreIdentity
    other: CentreIdentity
    score: int
    reasons: tuple[str, ...]
    """In words, the strongest first."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one of both says in a field, and who wrote that when."""

    text: str
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of both."""

    key: str
    label: str
    kept: Side
    other: Side

    @property
    def differs(self) -> bool:
        return self.kept.text != self.other.text


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two centres side by side, and what would come of merging them."""

    keep: CentreIdentity
    other: CentreIdentity
    fields: tuple[FieldPair, ...]
    moves: tuple[tuple[str, int], ...]
    """What goes over to the centre that stays: a word and how many."""
    overlaps: tuple[str, ...]
    """Mandates that would run at the same time, told in pairs; they need a reason."""
    people: tuple[str, ...]
    """Counsellors who stand in both files, and what becomes of them."""

    @property
    def suggested(self) -> frozenset[str]:
        """Fields to take from the other: those that stand empty in the one that stays."""
        return frozenset(pair.key for pair in self.fields if pair.other.text and not pair.kept.text)
