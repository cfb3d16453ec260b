"""What the rest of the house may know of a dossier check: its checklist, answers and outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_


class AnswerValue(StrEnum):
    """The five answers of a checklist (content/codelists.yaml, answer_values); keys 1 to 5."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    NA = "na"
    NOT_CHECKED = "not_checked"


class AnswerType(StrEnum):
    """How a question is answered."""

    YES_PARTIAL_NO_NA = "yes_partial_no_na"
    HOURS_COMPARE = "hours_compare"


class Verdict(StrEnum):
    """What a dossier comes to: a knock-out, never an average (content, verdict_rules)."""

    CONFORM = "conform"
    CONFORM_WITH_REMARKS = "conform_with_remarks"
    NON_CONFORM = "non_conform"


class Grade(StrEnum):
    """How heavy a finding is (DOMAIN.md F5.02; content/codelists.yaml, finding_grades)."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"
    STRENGTH = "strength"


class CheckState(StrEnum):
    """Where a check is: derived from what has been done."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"


class DossierNumberTaken(Refused):
    sentence = N_("Dossier {number} is already in this check.")


class DossierNumberIsAName(Refused):
    sentence = N_(
        "{raw} looks like a name. Write the dossier number of the centre, never the client's name."
    )


class DossierNumberMissing(Refused):
    sentence = N_("A dossier number is needed here. Write the number the centre itself uses.")


class DossierNumberTooLong(Refused):
    sentence = N_("{raw} is too long for a dossier number. Write at most {most} characters.")


class HoursNotPossible(Refused):
    sentence = N_("{hours} hours cannot be right. Write a number from 0 to {most}, such as 3,5.")


class HoursWanted(Refused):
    sentence = N_("Write the two numbers of hours; the answer follows from them.")


class StrengthMissing(Refused):
    sentence = N_("Write in one sentence what goes well.")


class ReasonMissing(Refused):
    sentence = N_("A reason is needed for this. Write in one sentence why.")


class PeriodTurnedRound(Refused):
    sentence = N_("This period ends on {last}, before it begins on {first}. Change one of the two.")


class DayNotPossible(Refused):
    sentence = N_("{day} cannot be right here. Write a day between {first} and {last}.")


class CheckFinished(Refused):
    sentence = N_("This check was finished on {day}. Reopen it to change something.")


class CheckIncomplete(Refused):
    sentence = N_(
        "This check is not complete: {gaps} answers are missing. F8 brings you to the next."
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """What a question rests on: a phrase of the definition, or a rule with its reference."""

    kind: str
    """`seed` (the quality guarantee text) or `rule`."""
    text: str
    """The phrase itself, or the reference."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a checklist, as published in its version."""

    key: str
    """Such as DC-01."""
    text: str
    basis: Basis
    answer_type: AnswerType
    evidence: tuple[str, ...]
    guidance: str
    severity_on_fail: Grade
    definition_condition: bool
    mandate_relevant: bool
    finding: str = ""
    """What is wrong after a `no`; it follows "In 2 van de 8 dossiers (…) "."""
    measure: str = ""
    """What we propose to ask of the centre when this fails."""
    expected_evidence: str = ""
    """What the centre may show when that is done."""
    tolerance_hours: float | None = None
    """Only for hours: how far registered and documented may lie apart."""
    short: str = ""
    """The question in a few words, for the row of a matrix; `yes` is good there too."""

    @property
    def title(self) -> str:
        return self.short or self.text

    @property
    def decisive(self) -> bool:
        """One `no` here makes the dossier non-conform, whatever the rest."""
        return self.definition_condition or self.mandate_relevant


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class GradeThreshold:
    """A finding is major from this many dossiers on, or from this share of the sample."""

    dossiers: int
    share_pct: int | None = None


@dataclass(frozen=True, slots=True)
class GradeThresholds:
    """The numbers of `grade_rules` in the checklist, bound to its version."""

    mandate_relevant: GradeThreshold
    definition_condition: GradeThreshold
    other: GradeThreshold


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """A checklist in one version. Answers stay bound to the version they were given in."""

    key: str
    version: int
    title: str
    pseudonym_rule: str
    sections: tuple[Section, ...]
    thresholds: GradeThresholds

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, key: str) -> Question:
        """Raises KeyError for a key of another list."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """What was answered for one question in one dossier. Hours are decimal hours (3.5)."""

    value: AnswerValue | None = None
    note: str = ""
    hours_registered: float | None = None
    hours_documented: float | None = None


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
    left_out: bool = False
    """The officer decided, with a reason, not to report this one."""

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
    """How far a check is: `answered` of `total` cells, and how many of those are good."""

    answered: int
    total: int
    good: int


@dataclass(frozen=True, slots=True)
class CheckFile:
    """A dossier check whole, as the matrix, the workbook and the letter need it."""

    id: UUID
    reference: str
    """Such as DC-2026-3F2A: made from the row's id, the same on every laptop."""
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
