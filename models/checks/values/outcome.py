"""A check as it stands: dossiers, answers, verdicts, findings, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.checklists.values import (
    AnswerValue,
    ChecklistTemplate,
    Grade,
    Unit,
    Verdict,
)
from models.checks.values.kinds import Chosen


class CheckState(StrEnum):
    """Where a check is: derived from what has been done."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """What was answered for one question in one dossier. Hours are decimal hours (3.5)."""

    value: AnswerValue | None = None
    note: str = ""
    hours_registered: float | None = None
    hours_documented: float | None = None
    words: str = ""
    amount: float | None = None
    day: date | None = None
    choice: str = ""
    """Key of the option that was chosen."""
    proofs: int = 0
    """How many files are attached to this answer."""
    settled: AnswerValue | None = None
    """What it came to, in a copy without all it came from; it goes before anything else."""


@dataclass(frozen=True, slots=True)
class DossierColumn:
    """One client dossier in a check: only its number, never a name."""

    id: UUID
    number: str
    position: int
    answers: Mapping[str, ChecklistAnswer]
    """By question key; a question without an answer is left out."""
    proposed_verdict: Verdict | None
    """None while questions are open and nothing decisive failed."""
    verdict_why: str
    """One sentence: which rule and which questions led to the proposal."""
    verdict_override: Verdict | None = None
    override_reason: str = ""
    address: str = ""
    """Of a public channel: where it stands."""
    looked_at: datetime | None = None
    """Of a public channel: when it was looked at."""
    chosen: Chosen = Chosen.BY_HAND
    chosen_why: str = ""
    """A reason a line: the first why this one is here, or why the dossier drawn left; then, for
    every spare that left too, its number, a tab and why."""
    replaces_number: str = ""
    """The dossier that was drawn, when this is a spare that took its place."""
    sample_id: UUID | None = None
    group: str = ""

    @property
    def verdict(self) -> Verdict | None:
        return self.verdict_override or self.proposed_verdict


@dataclass(frozen=True, slots=True)
class FindingFile:
    """A finding at the level of the centre: criterion, evidence and statement (DOMAIN.md F5.03)."""

    id: UUID
    question_key: str
    """Empty for a strong point or a remark that rests on no question."""
    statement: str
    """The officer's text; empty means the proposed text is used."""
    proposed_statement: str
    failed: tuple[str, ...]
    """Numbers of the dossiers answered `no`."""
    partial: tuple[str, ...]
    """Numbers of the dossiers answered `partial`."""
    proposed_grade: Grade | None
    grade_why: str
    grade_override: Grade | None = None
    override_reason: str = ""
    measure: str = ""
    expected_evidence: str = ""
    measure_due: date | None = None
    measure_met_on: date | None = None
    """The day the officer saw that the measure was carried out."""
    left_out: bool = False
    """The officer decided, with a reason, not to report this one."""
    left_out_reason: str = ""
    """Another decision than the weight, so another reason than `override_reason`."""
    evidence: str = ""
    """The officer's words on what was seen; empty means the proposed words are used."""
    proposed_evidence: str = ""
    """The notes of the answers that failed, each with its dossier."""
    measure_owner: str = ""
    """Who carries the measure out."""
    by_hand: bool = False
    """Nobody proposed it: an officer wrote it down beside the answers."""
    criterion: str = ""
    """What it rests on, for a finding by hand without a question."""

    @property
    def key(self) -> str:
        """What names it inside its check: its question, else its own id."""
        return self.question_key or self.id.hex

    @property
    def seen(self) -> str:
        """The evidence: the officer's words, else those of the answers."""
        return self.evidence or self.proposed_evidence

    @property
    def grade(self) -> Grade | None:
        return self.grade_override or self.proposed_grade

    @property
    def text(self) -> str:
        return self.statement or self.proposed_statement


class GapKind(StrEnum):
    """What still stands between a check and finishing it."""

    OPEN = "open"
    REASON_MISSING = "reason_missing"
    NOTE_MISSING = "note_missing"
    PROOF_MISSING = "proof_missing"
    NOTE_OR_PROOF_MISSING = "note_or_proof_missing"


@dataclass(frozen=True, slots=True)
class Gap:
    """One cell that keeps a check from being finished."""

    question_key: str
    dossier_id: UUID
    kind: GapKind


@dataclass(frozen=True, slots=True)
class ProposedFinding:
    """What the answers say about one question over the whole sample; the officer may differ."""

    question_key: str
    failed: tuple[str, ...]
    """Numbers of the dossiers answered `no`, in the order of the check."""
    partial: tuple[str, ...]
    """Numbers of the dossiers answered `partial`, in the order of the check."""
    grade: Grade
    grade_why: str
    """One Dutch sentence: which rule led to the grade."""
    statement: str
    """Plain Dutch sentences for the centre, with counts and dossier numbers."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check is: `answered` of `total` cells, and what those answers are."""

    answered: int
    total: int
    good: int
    """Answered yes."""
    partly: int = 0
    bad: int = 0
    """Answered no."""
    na: int = 0
    """Not applicable: answered, and neither good nor bad."""

    @property
    def aside(self) -> int:
        """Answered, and nobody could assess it."""
        return self.answered - self.good - self.partly - self.bad - self.na


@dataclass(frozen=True, slots=True)
class VisitQuestionFile:
    """A question noted down for the visit; `origin` says what gave rise to it."""

    id: UUID
    text: str
    origin: str
    answer: str


@dataclass(frozen=True, slots=True)
class CheckFile:
    """A dossier check whole, as the matrix, the workbook and the letter need it."""

    id: UUID
    reference: str
    """Such as DC-2026-3F2A91B: given once, in the year the check was planned; never changed."""
    centre_id: UUID
    centre_name: str
    enterprise_number: str
    establishment: str
    """Name and address of the place visited, or empty for the seat."""
    planned_on: date | None
    visit_date: date | None
    period_from: date | None
    period_to: date | None
    officer: str
    spoken_to: str
    conclusion: str
    follow_up: str
    state: CheckState
    started_at: datetime | None
    finished_at: datetime | None
    template: ChecklistTemplate
    dossiers: tuple[DossierColumn, ...]
    findings: tuple[FindingFile, ...]
    strengths: tuple[FindingFile, ...]
    progress: Progress
    establishment_id: UUID | None = None
    questions: tuple[VisitQuestionFile, ...] = ()
    """What to ask during the visit, beside the checklist."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check in the list of checks."""

    id: UUID
    reference: str
    centre_id: UUID
    centre_name: str
    locality: str
    day: date | None
    """The day of the visit, or the day it is planned on."""
    officer: str
    dossiers: int
    answered: int
    total: int
    non_conform: int
    findings: int
    state: CheckState
    unit: Unit = Unit.CLIENT_DOSSIER
