"""What follows a finding: proof of measures, looking again, reactions of the centre."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.checklists.values import Grade
from models.checks.values.kinds import ReactionKind, ReactionOutcome, RecheckOutcome
from models.terms.values import Term


class MeasureStatus(StrEnum):
    """How a measure stands (content/codelists.yaml, measure_status): always derived."""

    OPEN = "open"
    EVIDENCE_RECEIVED = "evidence_received"
    """The centre delivered proof that nobody judged yet: the turn is ours."""
    VERIFIED = "verified"
    REJECTED = "rejected"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """What a centre delivered as proof of a measure, and what a person made of it."""

    id: UUID
    delivered_on: date
    delivered: str
    judged_on: date | None = None
    judged_by: str = ""
    sufficient: bool | None = None
    """None while nobody judged it."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Breach:
    """That a question led to a breach in one finished check."""

    check_id: UUID
    reference: str
    day: date | None
    template_key: str
    question_key: str
    title: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Earlier breaches on the same question at the same centre, the newest first."""

    question_key: str
    before: tuple[Breach, ...]
    in_a_row: int
    """How many of them stand without a check between them that found it in order."""

    @property
    def times(self) -> int:
        """How often it was found, this time included."""
        return len(self.before) + 1


@dataclass(frozen=True, slots=True)
class RecheckFile:
    """A finding of an earlier check that is looked at again in this one."""

    id: UUID
    earlier_check_id: UUID
    reference: str
    visited: date | None
    question_key: str
    title: str
    """The question in a few words."""
    text: str
    """What was found then, as it was recorded."""
    measure: str
    grade: Grade | None
    outcome: RecheckOutcome | None = None
    note: str = ""
    due: date | None = None
    """Until when the measure had to be carried out, as it was recorded."""


@dataclass(frozen=True, slots=True)
class ReactionFile:
    """What the centre says to one finding, and what the officer does with it."""

    id: UUID
    finding_key: str
    received_on: date
    kind: ReactionKind
    text: str
    days_late: int = 0
    """After the last day of the round; 0 when in time, or without a round."""
    outcome: ReactionOutcome | None = None
    reason: str = ""
    judged_on: date | None = None
    judged_by: str = ""

    @property
    def waits(self) -> bool:
        """Whether it asks for a decision: who agrees with a finding asks for none."""
        return self.outcome is None and self.kind is not ReactionKind.AGREES


@dataclass(frozen=True, slots=True)
class RoundFile:
    """The findings went to the centre; `term` explains the last day to react."""

    id: UUID
    sent_on: date
    registered: bool
    reply_by: date
    term: Term
    closed_on: date | None = None
    closing_words: str = ""
    revision_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """A finding as the centre got to read it in a round."""

    text: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class RuleTerms:
    """The last days of measures by rule, by key of the finding, and from which day they count."""

    start: date | None = None
    of_letter: bool = False
    """Whether `start` is the date of the letter; else it is the day of the visit, for now."""
    terms: Mapping[str, Term] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowFile:
    """Everything that follows the findings of one check, by the key of the finding."""

    check_id: UUID
    recurrences: Mapping[str, Recurrence] = field(default_factory=dict)
    reviews: Mapping[str, tuple[ReviewFile, ...]] = field(default_factory=dict)
    statuses: Mapping[str, MeasureStatus] = field(default_factory=dict)
    rechecks: tuple[RecheckFile, ...] = ()
    rounds: tuple[RoundFile, ...] = ()
    """The newest last."""
    reactions: Mapping[str, tuple[ReactionFile, ...]] = field(default_factory=dict)
    files: Mapping[UUID, int] = field(default_factory=dict)
    """How many files the centre sent with its proof, by review."""
    by_rule: RuleTerms = RuleTerms()
    read: Mapping[str, ReadFinding] = field(default_factory=dict)
    """What the centre got to read in the last round, of findings that rest on a question."""
    standing: frozenset[str] | None = None
    """The findings that are there now; None when that was not asked."""

    def withdrawn(self, key: str) -> bool:
        """Whether somebody reacted to a finding that is no longer one."""
        return self.standing is not None and key not in self.standing

    @property
    def round(self) -> RoundFile | None:
        """The one that counts now."""
        return self.rounds[-1] if self.rounds else None

    @property
    def unseen(self) -> int:
        """How many findings of earlier checks still wait for an answer."""
        return sum(one.outcome is None for one in self.rechecks)

    @property
    def unjudged(self) -> int:
        """How many reactions wait for the officer; to what was taken back nobody waits."""
        return len(self.waiting)

    @property
    def waiting(self) -> tuple[ReactionFile, ...]:
        """The reactions that wait for the officer."""
        said = self.reactions.items()
        every = (one for key, many in said if not self.withdrawn(key) for one in many)
        return tuple(one for one in every if one.waits)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the list over all centres."""

    id: UUID
    """The finding it stands in; one of its own while nothing was written about it yet."""
    check_id: UUID
    centre_id: UUID
    centre: str
    enterprise_number: str
    officer: str
    reference: str
    visited: date | None
    question_key: str
    """Empty for a finding that rests on no question."""
    title: str
    grade: Grade
    measure: str
    owner: str
    due: date | None
    days_late: int
    days_left: int | None
    """Until its last day, 0 on that day; None without one, when late and when carried out."""
    status: MeasureStatus
    met_on: date | None
    by_rule: Term | None
    """How the rules count the last day, also when the officer chose another; None when met."""


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One criterion over all centres: how often it was not met, and where it came back."""

    id: UUID
    template_key: str
    question_key: str
    title: str
    centres: int
    """How many centres it was found at."""
    times: int
    repeated: int
    """At how many of them more than once."""
    major: int
    """How many times it weighed as a major nonconformity."""
    last: date | None
    last_check: UUID
    names: tuple[str, ...] = ()
    """The centres, those where it came back most first."""
