"""Mandates and certificates whole, and how a centre stands by them on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.mandates.values.kinds import (
    CertificateKind,
    CertificateState,
    DeviationKind,
    EndKind,
    MandateState,
    RenewalRegime,
)


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """The dates a mandate's state follows from; `ended_on` when it stopped before its last day."""

    start: date
    end: date
    ended_on: date | None = None
    end_kind: EndKind | None = None
    waiting_until: date | None = None
    suspended_from: date | None = None
    suspended_until: date | None = None

    @property
    def last(self) -> date:
        """The day it really ends, or ended."""
        return self.ended_on or self.end


@dataclass(frozen=True, slots=True)
class Deviation:
    """Days that are allowed only with a reason: one sentence, and the field it belongs to."""

    kind: DeviationKind
    field: str
    sentence: str
    beside: MandateFacts | None = None
    """The neighbour it stands against; a reason written there counts too."""


@dataclass(frozen=True, slots=True)
class MandateFile:
    """One period of six years. `state` and `why` hold for the day they were asked."""

    id: UUID
    number: str
    start: date
    end: date
    ended_on: date | None
    end_kind: EndKind | None
    state: MandateState
    why: str
    expected_end: date
    """Six years minus a day after the start (DOMAIN.md F4.23)."""
    waiting_period_until: date | None = None
    predecessor_id: UUID | None = None
    """The mandate this one follows: as written, else the one that ends the day before."""
    deviations: tuple[str, ...] = ()
    """What is unusual about its days, a sentence each."""
    deviation: str = ""
    """The reason for that."""
    continued_on: date | None = None
    suspended_from: date | None = None
    suspended_until: date | None = None
    remark: str = ""
    place: tuple[int, int] = (1, 1)
    """Which period of how many that follow one another."""
    follows: str = ""
    """Number of the mandate before it in the chain."""
    can_suspend: bool = False
    """Whether this office uses suspension (DOMAIN.md F1.32)."""


@dataclass(frozen=True, slots=True)
class Unusual:
    """What days that are being written would be: the end by the rule, and what needs a reason."""

    expected_end: date
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """The next period as the rules propose it, and what they ask for it."""

    predecessor_id: UUID
    number: str
    """Of the mandate it follows."""
    start: date
    end: date
    regime: RenewalRegime
    continued_on: date | None
    """The day the centre told that it goes on, when that is known."""


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A quality certificate. `label` is what the office wrote; `kind` is what we made of it."""

    id: UUID
    kind: CertificateKind | None
    label: str
    issuer: str
    number: str
    valid_from: date | None
    valid_until: date | None
    state: CertificateState
    why: str


@dataclass(frozen=True, slots=True)
class CertificateGap:
    """Days without a certificate, up to and with the day that was asked about."""

    since: date | None
    """The first day without one; None when none is known before."""
    days: int | None
    """How many days from then on, the day itself included."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a centre stands today: its mandates (newest first) and certificates, with reasons."""

    state: MandateState
    why: str
    current: MandateFile | None
    mandates: tuple[MandateFile, ...]
    certificate_state: CertificateState
    certificate_why: str
    certificates: tuple[CertificateFile, ...]
    next_start: date | None = None
    """First day of the next mandate: the one to come, or the day after the current one."""
    certified_then: bool = False
    """Whether a certificate that is known now still holds on that day (DOMAIN.md F1.07)."""
    gaps: tuple[str, ...] = ()
    """Days without a certificate that matter, a sentence each (PRODUCT.md, feature 4)."""
