"""What is told of checklists: a row in their list, one whole, warnings, what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from models.checklists.values.assessment import AssessmentRules
from models.checklists.values.checklist import (
    ChecklistTemplate,
    GradeThresholds,
    Question,
    Unit,
    VersionState,
)


class WarningKind(StrEnum):
    """What may be wrong with a question, or with a checklist as a whole."""

    EMPTY = "empty"
    TEXT_MISSING = "text_missing"
    DOUBLE_NEGATIVE = "double_negative"
    TWO_QUESTIONS = "two_questions"
    SOURCE_MISSING = "source_missing"
    ABSENCE = "absence"
    FINDING_MISSING = "finding_missing"
    CONDITION_LATER = "condition_later"
    CONDITION_UNKNOWN = "condition_unknown"
    CONDITION_CIRCLE = "condition_circle"
    CONDITION_NEVER = "condition_never"
    OPTIONS_MISSING = "options_missing"
    OPTION_UNSCORED = "option_unscored"
    KIND_NOT_JUDGED = "kind_not_judged"
    BASIS_MISSING = "basis_missing"
    BOUNDS_TURNED_ROUND = "bounds_turned_round"
    KEY_TWICE = "key_twice"


@dataclass(frozen=True, slots=True)
class TemplateWarning:
    """One remark about a checklist; one that blocks keeps it from being published."""

    kind: WarningKind
    question_key: str
    """Empty when it is about a section or the whole."""
    sentence: str
    """In Dutch."""
    blocks: bool = False
    section_key: str = ""
    """Only when it is about a section."""


@dataclass(frozen=True, slots=True)
class VersionFile:
    """One version of a checklist, without its questions."""

    key: str
    version: int
    title: str
    unit: Unit
    state: VersionState
    built_in: bool
    questions: int
    version_id: UUID | None = None
    """Of the office's own; None for those that ship with the program."""
    based_on: int | None = None
    remark: str = ""
    tested_at: datetime | None = None
    published_at: datetime | None = None
    published_by: str = ""
    retired_at: datetime | None = None
    content_sha256: str = ""
    """The mark of its questions when it was published; empty before."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A version in the list of checklists."""

    version: VersionFile
    used_in: int
    """In how many checks or applications."""


@dataclass(frozen=True, slots=True)
class ChecklistFile:
    """A version whole, with what may be done to it."""

    version: VersionFile
    template: ChecklistTemplate
    warnings: tuple[TemplateWarning, ...]
    used_in: int
    partial_pct: int
    """What share of its weight a `partial` earns in a score today, for `try_answers`."""
    editable: bool
    section_ids: Mapping[str, UUID] = field(default_factory=dict)
    """By key of the section; only for the office's own."""
    question_ids: Mapping[str, UUID] = field(default_factory=dict)
    """By key of the question; only for the office's own."""

    @property
    def state(self) -> VersionState:
        return self.version.state

    @property
    def unit(self) -> Unit:
        return self.template.unit

    @property
    def thresholds(self) -> GradeThresholds:
        return self.template.thresholds

    @property
    def blocking(self) -> tuple[TemplateWarning, ...]:
        """What keeps it from being published."""
        return tuple(one for one in self.warnings if one.blocks)


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A question kept to be used again."""

    id: UUID
    theme: str
    question: Question


class DifferenceKind(StrEnum):
    """What became of a section or a question between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """It stands elsewhere and says the same."""
    CHANGED = "changed"
    """It says something else; it may stand elsewhere too."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field with what it said and what it says."""

    field: str
    """Its name among the columns, such as `severity_on_fail`."""
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class QuestionDifference:
    """One question in both versions; None where it is not there."""

    key: str
    kind: DifferenceKind
    old: Question | None
    new: Question | None
    fields: tuple[FieldDifference, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """One section in both versions, with its questions in reading order."""

    key: str
    kind: DifferenceKind
    old_title: str
    new_title: str
    questions: tuple[QuestionDifference, ...]


@dataclass(frozen=True, slots=True)
class TemplateDifference:
    """Version `one` beside version `other`, in the reading order of `other`."""

    key: str
    one: int
    other: int
    facts: tuple[FieldDifference, ...]
    """Of the checklist itself: title, unit, rule about names, thresholds, rules of assessment."""
    sections: tuple[SectionDifference, ...]
    assessed: AssessmentRules | None = None
    """Of version `other`, when applications are assessed by it: it names the judgements."""

    @property
    def changed(self) -> int:
        """How many facts, sections and questions differ."""
        kinds = [section.kind for section in self.sections]
        kinds += [one.kind for section in self.sections for one in section.questions]
        return len(self.facts) + sum(kind is not DifferenceKind.SAME for kind in kinds)
