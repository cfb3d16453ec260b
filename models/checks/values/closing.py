"""What a centre may see at the end of a visit: nothing of anybody else, and no client."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ClosingFinding:
    """A finding as it is told at the table; dossiers by their place in the check."""

    grade: str
    """Its key, such as `minor`."""
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ClosingAction:
    """What the centre does, who, and by when."""

    about: str
    text: str
    owner: str = ""
    due: date | None = None
    why: str = ""
    """How the day was reached, in a few signs; without a day, how it will be counted."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The summary of a check as the centre may see it."""

    centre: str
    enterprise_number: str
    place: str
    reference: str
    checklist: str
    day: date | None
    period: str
    officer: str
    spoken_to: str
    result: str
    """How many dossiers meet the definition, in a sentence."""
    conclusion: str
    strengths: tuple[str, ...]
    findings: tuple[ClosingFinding, ...]
    """The heaviest first."""
    actions: tuple[ClosingAction, ...]
    steps: tuple[str, ...]
    """What follows now, with its terms."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody of the centre who saw the summary on the screen."""

    id: UUID
    name: str
    role: str
    seen_at: datetime
    mark: str
    remark: str
    shown_sha256: str
    current: bool = True
    """Whether what was seen is what stands there now."""
    not_signed: bool = False
    """This person would not sign or was not there; `remark` says why."""
