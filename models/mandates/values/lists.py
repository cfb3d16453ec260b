"""What stands on a line of the lists of centres, mandates and certificates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.mandates.values.kinds import CertificateKind, CertificateState, EndKind, MandateState


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
