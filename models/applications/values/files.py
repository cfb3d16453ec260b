"""An application as it stands, and the decisions about mandates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.applications.values.kinds import (
    ApplicationKind,
    ApplicationState,
    CriterionGap,
    DecisionKind,
    Outcome,
    Sending,
)
from models.checklists.values import (
    AdviceOutcome,
    ChecklistTemplate,
    Judgement,
    LookedUp,
    Question,
)
from models.terms.values import RuleParameter, Term


@dataclass(frozen=True, slots=True)
class Judged:
    """What the assessor wrote about one criterion."""

    judgement: Judgement | None = None
    motivation: str = ""
    evidence: str = ""
    """What was received, and where it is."""
    proofs: int = 0
    """Files kept with it; only told, never written here."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days an application's state follows from."""

    received_on: date
    asked_on: date | None = None
    complete_by: date | None = None
    completed_on: date | None = None
    retracted_on: date | None = None

    @property
    def waiting(self) -> bool:
        """The centre was asked to complete, and has not since."""
        if self.asked_on is None:
            return False
        return self.completed_on is None or self.completed_on < self.asked_on

    def could_complete(self, today: date) -> bool:
        """Whether the applicant had the chance: it was asked, and answered or let the term go."""
        if self.asked_on is None:
            return False
        return not self.waiting or (self.complete_by is not None and self.complete_by < today)


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that the program looked up, beside a criterion; it never judges by itself."""

    name: LookedUp
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class CriterionFile:
    """A criterion in an application: what it asks, what was made of it, what was looked up."""

    criterion: Question
    judged: Judged
    facts: tuple[FoundFact, ...]
    gap: CriterionGap | None
    asked: bool = True
    """False when its condition keeps it back: it counts as not applicable."""
    when: str = ""
    """When it is asked, in one Dutch sentence without a full stop; empty: always."""
    rule: RuleParameter | None = None
    """The rule it goes by, as it was on the day of receipt; None when it names none."""

    @property
    def key(self) -> str:
        return self.criterion.key


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules of the checklist advise. A person gives the advice."""

    outcome: AdviceOutcome
    why: str
    """One sentence that names the criteria."""


@dataclass(frozen=True, slots=True)
class AssessmentTrial:
    """What judgements that are only tried would come to."""

    asked: frozenset[str]
    open: tuple[str, ...]
    """Criteria that are asked and have no judgement yet, in order."""
    proposal: Proposal | None
    """None while too little is judged."""


@dataclass(frozen=True, slots=True)
class AdviceFile:
    """An advice as it was given."""

    id: UUID
    outcome: AdviceOutcome
    given_on: date
    given_by: str
    motivation: str
    rests_on: str = ""
    """The judgements of that moment, as JSON; empty when they were not kept."""
    overtaken: tuple[str, ...] = ()
    """The criteria that are judged otherwise now, each with what it was and is."""


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """A decision about a mandate, with what it rests on and the term to contest it."""

    id: UUID
    kind: DecisionKind
    centre_id: UUID
    centre_name: str
    application_id: UUID | None
    application_reference: str
    mandate_id: UUID | None
    mandate_number: str
    mandate_start: date | None
    mandate_end: date | None
    waiting_period_until: date | None
    check_id: UUID | None
    check_reference: str
    decided_on: date
    authority: str
    decided_by: str
    motivation: str
    legal_basis: str
    hearing_on: date | None
    hearing_report: str
    sent_on: date | None
    sent_by: Sending | None
    served_on: date | None
    """The day it counts as received: proven, or else as the way of sending says."""
    served_why: str
    """How that day was reached; empty when it was written."""
    appeal_mentioned: bool
    """Whether the letter says how to contest it (DOMAIN.md F1.41)."""
    appeal: Term | None
    """The last day to contest it; None until it is served."""
    appeal_from: Term | None = None
    """When the letter is silent: the four months that go before."""


@dataclass(frozen=True, slots=True)
class ApplicationFile:
    """An application whole."""

    id: UUID
    reference: str
    """Such as AV-2026-3F2A91B: given once; never changed."""
    centre_id: UUID
    centre_name: str
    enterprise_number: str
    kind: ApplicationKind
    days: Days
    requested_start: date | None
    assessor: str
    asked_for: str
    remark: str
    state: ApplicationState
    why: str
    """In one sentence, why it stands so."""
    template: ChecklistTemplate
    """In the version it was received with."""
    criteria: tuple[CriterionFile, ...]
    """All of them, also those that are not asked."""
    proposal: Proposal | None
    """None while criteria wait for a judgement."""
    advices: tuple[AdviceFile, ...]
    """The newest first."""
    decision: DecisionFile | None
    completion: Term | None
    """By when the centre completes; counted from the day it was asked."""
    deciding: Term | None
    """By when to decide; counted from the day the file was complete."""

    @property
    def advice(self) -> AdviceFile | None:
        """The newest one counts."""
        return self.advices[0] if self.advices else None

    @property
    def asked(self) -> tuple[CriterionFile, ...]:
        """The criteria that are asked; only these weigh on advice, decision and letter."""
        return tuple(one for one in self.criteria if one.asked)

    @property
    def settled(self) -> bool:
        """Decided or retracted: nothing in it changes any more."""
        return self.state in SETTLED

    def of(self, key: str) -> CriterionFile:
        """Raises KeyError for a key of another list."""
        for one in self.criteria:
            if one.key == key:
                return one
        raise KeyError(key)


SETTLED = frozenset(
    {ApplicationState.GRANTED, ApplicationState.REFUSED, ApplicationState.RETRACTED}
)


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application in a list."""

    id: UUID
    reference: str
    centre_id: UUID
    centre_name: str
    locality: str
    kind: ApplicationKind
    received_on: date
    requested_start: date | None
    assessor: str
    state: ApplicationState
    why: str
    judged: int
    total: int
    due: date | None
    """The day to work with that comes next: to complete by, or to decide by."""
    late: bool
    advice: AdviceOutcome | None
    decided_on: date | None
    unjudgeable: bool = False
    """Whether the version of the checklist it came in with is not in the file."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in a list."""

    id: UUID
    kind: DecisionKind
    centre_id: UUID
    centre_name: str
    decided_on: date
    authority: str
    decided_by: str
    application_id: UUID | None
    application_reference: str
    mandate_id: UUID | None
    mandate_number: str
    check_id: UUID | None
    check_reference: str
    sent_on: date | None
    served_on: date | None
    appeal_until: date | None
    motivation: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Grant:
    """What is granted: the first day, the number, and a last day when it is not that of the rule.

    `deviation` is the reason for days that differ from the rule, or that overlap.
    """

    start: date | None
    number: str = ""
    end: date | None = None
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an authority decided, by whom, when and why."""

    decided_on: date | None
    decided_by: str
    motivation: str = ""
    legal_basis: str = ""
    authority: str = ""
    """Empty: the authority of the settings."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a running mandate ends, or rests, by a decision."""

    last_day: date | None
    """The last day of the mandate; of a suspension its first day."""
    waiting_until: date | None = None
    """Last day of the waiting period; of a suspension its last day."""
    hearing_on: date | None = None
    hearing_report: str = ""
    check_id: UUID | None = None
    """The dossier check it rests on."""
