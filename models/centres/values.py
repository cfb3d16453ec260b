"""What the rest of the house may know of a centre."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_


class EngagementType(StrEnum):
    """How a counsellor works for a centre."""

    MANAGER = "manager"
    EMPLOYEE = "employee"
    FREELANCE = "freelance"
    SUBCONTRACTOR = "subcontractor"


class Qualification(StrEnum):
    """Whether a counsellor holds the professional qualification (DOMAIN.md F1.11)."""

    YES = "yes"
    EQUIVALENT = "equivalent"
    IN_PROGRESS = "in_progress"
    NO = "no"
    UNKNOWN = "unknown"


QUALIFIED = frozenset({Qualification.YES, Qualification.EQUIVALENT})
"""Who is qualified: by the qualification itself, or by what counts as it."""


class NameKind(StrEnum):
    """Which of its names (DOMAIN.md F1.33)."""

    LEGAL = "legal"
    TRADE = "trade"


class Gender(StrEnum):
    """Only for the salutation of a letter."""

    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"


class EnterpriseNumberWrong(Refused):
    sentence = N_(
        "{raw} is not an enterprise number: {reason} Expected are ten digits, the first 0 or 1,"
        " such as 0566.988.259."
    )


class EnterpriseNumberTaken(Refused):
    sentence = N_("{number} already belongs to {name}. Open that centre instead.")


class EstablishmentNumberWrong(Refused):
    sentence = N_(
        "{raw} is not an establishment number: {reason} Expected are ten digits that start with 2"
        " to 8, such as 2.147.812.701."
    )


class EmailWrong(Refused):
    sentence = N_("{raw} is not an e-mail address. Write it as naam@voorbeeld.be.")


class PhoneWrong(Refused):
    sentence = N_("{raw} is not a telephone number. Write it as 02 506 12 05 or +32 2 506 12 05.")


class WebsiteWrong(Refused):
    sentence = N_("{raw} is not a web address. Write it as www.voorbeeld.be.")


class PostalCodeWrong(Refused):
    sentence = N_("{raw} is not a postal code. Write four digits, such as 1000.")


class NameMissing(Refused):
    sentence = N_("A name is needed here. Write the name as it stands in the official papers.")


class NationalNumberFound(Refused):
    sentence = N_(
        "This text holds a national register number ({masked}). It may not be kept: take it out"
        " (law of 8 August 1983)."
    )


@dataclass(frozen=True, slots=True)
class EstablishmentNumber:
    """Ten digits, and whether the check digits hold: a warning, no refusal (DOMAIN.md F4.02)."""

    digits: str
    check_ok: bool


@dataclass(frozen=True, slots=True)
class Address:
    """A Belgian postal address (royal decree of 24 April 2014, art. 34; DOMAIN.md F4.05)."""

    street: str = ""
    house_number: str = ""
    box: str = ""
    postal_code: str = ""
    locality: str = ""

    def lines(self) -> tuple[str, ...]:
        """Street and number (with `bus`), then postal code and locality; empty lines left out."""
        first = f"{self.street} {self.house_number}".strip()
        if self.box:
            first = f"{first} bus {self.box}"
        second = f"{self.postal_code} {self.locality}".strip()
        return tuple(line for line in (first, second) if line)


@dataclass(frozen=True, slots=True)
class EstablishmentFile:
    """One establishment of a centre. `establishment_number` is ten digits or empty."""

    id: UUID
    establishment_number: str
    name: str
    address: Address
    phone: str
    email: str
    active: bool
    since: date | None
    until: date | None
    remark: str


@dataclass(frozen=True, slots=True)
class CounsellorFile:
    """A counsellor and how that person works for this centre."""

    id: UUID
    """The engagement's id; a counsellor may work for several centres."""
    counsellor_id: UUID
    first_name: str
    last_name: str
    email: str
    phone: str
    languages: str
    engagement_type: EngagementType | None
    qualification: Qualification
    qualification_date: date | None
    since: date | None
    until: date | None
    remark: str
    reported_on: date | None = None
    """The day the centre told VDAB of this counsellor (DOMAIN.md F1.11)."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class CounsellorRow:
    """A counsellor in the register, once for each centre that person works for."""

    id: UUID
    """The engagement's id."""
    counsellor_id: UUID
    centre_id: UUID
    enterprise_number: str
    centre: str
    officer: str
    first_name: str
    last_name: str
    email: str
    phone: str
    languages: str
    engagement_type: EngagementType | None
    qualification: Qualification
    qualification_date: date | None
    since: date | None
    until: date | None
    reported_on: date | None
    remark: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class ContactFile:
    """Somebody to write to. The first of a centre receives its letters."""

    id: UUID
    first_name: str
    last_name: str
    gender: Gender
    role: str
    phone: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class CentreIdentity:
    """What a centre is called and where it is: ten digits of enterprise number, phone in E.164."""

    id: UUID
    enterprise_number: str
    legal_name: str
    trade_name: str
    legal_form: str
    address: Address
    phone: str
    email: str
    website: str
    officer: str
    remark: str

    @property
    def name(self) -> str:
        """The name people use: the trade name when there is one."""
        return self.trade_name or self.legal_name


@dataclass(frozen=True, slots=True)
class FormerNameFile:
    """A name the centre bore, and the days it did as far as they are known."""

    id: UUID
    name: str
    kind: NameKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class CentreFile:
    """A centre whole, without its mandates (those are next door)."""

    identity: CentreIdentity
    establishments: tuple[EstablishmentFile, ...]
    counsellors: tuple[CounsellorFile, ...]
    contacts: tuple[ContactFile, ...]
    former_names: tuple[FormerNameFile, ...] = ()
    """The one borne last comes first."""
