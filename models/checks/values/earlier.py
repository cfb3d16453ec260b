"""What the check before this one found at the same place, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.checks.values.agreed import Agreed


class Course(StrEnum):
    """Which way a question went since the last time."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Tally:
    """One question over the dossiers of a check: how many were judged, and how they failed."""

    judged: int
    """Answered yes, partly or no; what does not apply or could not be assessed says nothing."""
    no: int = 0
    partial: int = 0

    @property
    def failing(self) -> int:
        return self.no + self.partial


@dataclass(frozen=True, slots=True)
class Before:
    """What was answered to one question the last time it was asked here."""

    check_id: UUID
    reference: str
    day: date | None
    tally: Tally
    measure: Agreed | None = None
    """What was agreed about it and is not carried out yet."""


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The earlier checks at the same place, by question key; empty at a first visit."""

    questions: Mapping[str, Before] = field(default_factory=dict)
