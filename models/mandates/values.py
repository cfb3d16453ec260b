"""What the rest of the house may know of mandates, certificates and how a centre stands by them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_


class MandateState(StrEnum):
    """How a mandate stands on a day: always derived from dates and decisions, never typed."""

    NONE = "none"
    FUTURE = "future"
    ACTIVE = "active"
    ENDING = "ending"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ENDED_VOLUNTARILY = "ended_voluntarily"
    WAITING = "waiting"
    """Withdrawn or ended by the centre, and no new one may be asked for yet (DOMAIN.md F1.10)."""
    SUSPENDED = "suspended"
    """Only in an office that switched suspension on (DOMAIN.md F1.32)."""


class CertificateState(StrEnum):
    """How the quality certificate stands on a day (DOMAIN.md F1.07): derived, never typed."""

    MISSING = "missing"
    UNDATED = "undated"
    FUTURE = "future"
    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"


class CertificateKind(StrEnum):
    """Labels seen in sources (content/codelists.yaml, DOMAIN.md F1.09)."""

    ISO_9001 = "iso_9001"
    QFOR_CLIENT_SCAN = "qfor_client_scan"
    QFOR_PROCESS_SCAN = "qfor_process_scan"
    CEDEO = "cedeo"
    EFQM = "efqm"
    INVESTORS_IN_PEOPLE = "investors_in_people"
    KMO_PORTEFEUILLE = "kmo_portefeuille"
    ESF_LABEL = "esf_label"
    WSE_REGISTRATION = "wse_registration"
    OTHER = "other"


class EndKind(StrEnum):
    """Why a mandate ended before its last day (DOMAIN.md F1.10)."""

    WITHDRAWN = "withdrawn"
    ENDED_VOLUNTARILY = "ended_voluntarily"


class MandateReversed(Refused):
    sentence = N_("The mandate ends on {end}, before it starts on {start}. Choose a later end.")


class MandateDayMissing(Refused):
    sentence = N_("A mandate has a first and a last day. Write the day as 31/10/2032.")


class MandateEndOutside(Refused):
    sentence = N_(
        "A mandate can end early only while it runs, from {start} to {end}. Write a day in between."
    )


class MandateOverlaps(Refused):
    sentence = N_("This centre already holds mandate {number} from {start} to {end}.")


class MandateReasonNeeded(Refused):
    sentence = N_("{deviation} Write the reason at “Reason for other days”; then it is kept.")


class MandateReasonLost(Refused):
    sentence = N_("{deviation} Its reason may not be empty: change it, or mend the days first.")


class WaitingBeforeEnd(Refused):
    sentence = N_(
        "A waiting period runs after the day on which the mandate stopped. Write a day after {day}."
    )


class WaitingWithoutEnd(Refused):
    sentence = N_("A waiting period follows an early end. Write first on which day it stopped.")


class SuspensionOutside(Refused):
    sentence = N_(
        "A mandate is suspended only while it runs, from {start} to {end}. Write a day in between."
    )


class NothingToRenew(Refused):
    sentence = N_("This centre holds no mandate that a next period could follow. Add one yourself.")


class RenewedAlready(Refused):
    sentence = N_("The next period is there already: {number} from {start}. Open that one instead.")


class RenewalRegime(StrEnum):
    """What a next period asks of the centre (rule_parameters.yaml, mandate_renewal_regime)."""

    APPLICATION = "application"
    NOTICE = "notice"


class DeviationKind(StrEnum):
    """In which way the days of a mandate are other than the rule and its neighbours expect."""

    LENGTH = "length"
    GAP = "gap"
    OVERLAP = "overlap"
    """Of the days as written; two mandates that run on one day are refused."""
    WAITING = "waiting"


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


@dataclass(frozen=True, slots=True)
class CentreRow:
    """A centre in the list of centres."""

    id: UUID
    enterprise_number: str
    name: str
    legal_name: str
    postal_code: str
    locality: str
    officer: str
    mandate_number: str
    mandate_start: date | None
    mandate_end: date | None
    state: MandateState
    certificate_end: date | None
    certificate_state: CertificateState


@dataclass(frozen=True, slots=True)
class CentreFilter:
    """What the list of centres is narrowed to; empty means all."""

    text: str = ""
    states: frozenset[MandateState] = frozenset()
    officer: str = ""
    order: str = "name"
    """A column key of the list."""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate in the register of all mandates."""

    id: UUID
    centre_id: UUID
    enterprise_number: str
    centre: str
    officer: str
    number: str
    start: date
    end: date
    ended_on: date | None
    end_kind: EndKind | None
    waiting_period_until: date | None
    continued_on: date | None
    state: MandateState
    why: str
    expected_end: date
    deviation: str

    @property
    def last(self) -> date:
        return self.ended_on or self.end


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate in the register of all certificates."""

    id: UUID
    centre_id: UUID
    enterprise_number: str
    centre: str
    officer: str
    kind: CertificateKind | None
    label: str
    issuer: str
    number: str
    valid_from: date | None
    valid_until: date | None
    state: CertificateState
    why: str
