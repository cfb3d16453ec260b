"""The ladder of measures at a centre: what was decided, and which step fits now."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.checks.values.agreed import Agreed
from models.checks.values.following import Breach
from models.checks.values.kinds import Rung


@dataclass(frozen=True, slots=True)
class LadderStepFile:
    """A step that a person decided to take."""

    id: UUID
    rung: Rung
    check_id: UUID | None
    decided_on: date
    decided_by: str
    motivation: str
    preconditions: str = ""
    """Which conditions were met that day, in words."""
    against_why: str = ""
    """Why otherwise than proposed; empty when it was the proposal."""
    hearing_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""

    def stands(self, today: date) -> bool:
        return self.ended_on is None or self.ended_on > today


@dataclass(frozen=True, slots=True)
class LadderFacts:
    """What the ladder looks at: the breaches of finished checks, measures, and earlier steps."""

    today: date
    breaches: tuple[Breach, ...] = ()
    """Of every finished check, the newest first; also those that rest on no question."""
    last_check: UUID | None = None
    """The check that was made last, also when it found nothing."""
    remarks: int = 0
    """How many observations and coaching points the newest check left."""
    measures: tuple[Agreed, ...] = ()
    steps: tuple[LadderStepFile, ...] = ()
    """The oldest first."""
    hearing_on: date | None = None
    """The day of a hearing that somebody has in mind; the steps tell of theirs."""


@dataclass(frozen=True, slots=True)
class Precondition:
    """One thing that must be so before a step fits, and how it stands, in Dutch."""

    text: str
    met: bool
    why: str
    fixed: bool = False
    """Whether a rule of law asks it, so that no reason replaces it."""


@dataclass(frozen=True, slots=True)
class RungFile:
    """One rung, and everything that must be so for it."""

    rung: Rung
    conditions: tuple[Precondition, ...]

    @property
    def fits(self) -> bool:
        return not self.lacking

    @property
    def lacking(self) -> tuple[Precondition, ...]:
        return tuple(one for one in self.conditions if not one.met)


@dataclass(frozen=True, slots=True)
class LadderFile:
    """The ladder of a centre on a day. The program proposes, a person decides."""

    rungs: tuple[RungFile, ...]
    proposed: Rung | None
    why: str
    standing: LadderStepFile | None = None
    """The highest step that still stands."""
    steps: tuple[LadderStepFile, ...] = field(default=())
    last_check: UUID | None = None
    """The check that was made last: where a step is taken."""
