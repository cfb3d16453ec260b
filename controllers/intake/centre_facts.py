"""What one row of a list of centres says, once understood: plain facts, nothing looked up."""

from dataclasses import dataclass, field
from datetime import date

from models.centres.values import Address, EngagementType, Qualification
from models.mandates.values import CertificateKind


@dataclass(frozen=True, slots=True)
class CentreFacts:
    """A centre with one mandate and one certificate; what is missing or wrong is empty.

    `enterprise_number` is ten digits, or empty when it is wrong; `phone` is E.164.
    """

    row: int
    enterprise_number: str = ""
    legal_name: str = ""
    trade_name: str = ""
    legal_form: str = ""
    address: Address = field(default_factory=Address)
    phone: str = ""
    email: str = ""
    website: str = ""
    contact: str = ""
    mandate_number: str = ""
    mandate_start: date | None = None
    mandate_end: date | None = None
    certificate: CertificateKind | None = None
    certificate_label: str = ""
    certificate_end: date | None = None
    officer: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class EstablishmentFacts:
    """An establishment of a centre. `active` is None when the sheet does not say."""

    row: int
    enterprise_number: str = ""
    centre_name: str = ""
    establishment_number: str = ""
    name: str = ""
    address: Address = field(default_factory=Address)
    phone: str = ""
    email: str = ""
    active: bool | None = None
    since: date | None = None
    until: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CounsellorFacts:
    """A counsellor and how that person works for a centre."""

    row: int
    enterprise_number: str = ""
    centre_name: str = ""
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    phone: str = ""
    engagement_type: EngagementType | None = None
    qualification: Qualification = Qualification.UNKNOWN
    qualification_date: date | None = None
    since: date | None = None
    until: date | None = None
    languages: str = ""
    remark: str = ""


Facts = CentreFacts | EstablishmentFacts | CounsellorFacts
