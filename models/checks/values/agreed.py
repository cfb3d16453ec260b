"""What was agreed with a centre after a check, and how it stands on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.checklists.values import Grade
from models.checks.values.following import MeasureStatus
from models.terms.values import Term

NO_LETTER = "er is nog geen auditbrief"


@dataclass(frozen=True, slots=True)
class LetterDays:
    """From which day the measures of checks count, by check: that of a letter that is ready."""

    days: Mapping[UUID, date] = field(default_factory=dict[UUID, date])
    drafts: frozenset[UUID] = frozenset()
    """Checks of which the letter is still a draft: nothing counts from it."""

    def of(self, check_id: UUID) -> date | None:
        return self.days.get(check_id)

    def waits(self, check_id: UUID) -> str:
        """Why no term of a check runs yet, in Dutch; empty when it runs."""
        if check_id in self.days:
            return ""
        lacks = "de auditbrief is nog een ontwerp" if check_id in self.drafts else NO_LETTER
        return f"De termijn loopt nog niet: {lacks}."


@dataclass(frozen=True, slots=True)
class Agreed:
    """One measure of a finished check that still counts."""

    check_id: UUID
    finding_id: UUID
    """The row it stands in, which may not be there yet."""
    reference: str
    visited: date | None
    question_key: str
    question: str
    """The question in a few words."""
    grade: Grade
    measure: str
    """What the centre must do; the finding itself when no measure was written."""
    due: date | None
    """None while there is no letter to count from, or only a draft."""
    days_late: int
    """How many days past its last day; 0 when it is not late."""
    why: str
    """How the day was reached, in Dutch; without a day why there is none yet."""
    counted: Term | None
    """The term, when the day follows from a rule."""
    met_on: date | None
    """The day the officer saw that it was carried out."""
    owner: str = ""
    """Who carries it out."""
    status: MeasureStatus = MeasureStatus.OPEN
    refused_on: date | None = None
    """The day its last proof was judged insufficient; None when that is not how it stands."""
    by_rule: Term | None = None
    """What the rules say, also when the officer chose another day."""

    @property
    def open(self) -> bool:
        return self.met_on is None

    @property
    def late(self) -> bool:
        return self.days_late > 0
