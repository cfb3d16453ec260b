"""A checklist in one version: its questions, the answers they allow, the weights of what fails."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.checklists.values.assessment import AssessmentRules, LookedUp

MOST_HOURS = 99
"""More hours than this are no hours of one dossier: on every way in the same bound."""
MOST_AMOUNT = 1_000_000
"""A number of a question lies between this and its opposite."""
_FACT = re.compile(r"\bF\d+\.\d+\s*")
_KEYS = re.compile(r";\s*parameters? \w+(?: en \w+)*")


class AnswerValue(StrEnum):
    """The five answers of a checklist (content/codelists.yaml, answer_values); keys 1 to 5."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    NA = "na"
    NOT_CHECKED = "not_checked"


JUDGED = (AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO)
"""What says how it is, and so counts; the others say why that was not told."""
NEGATIVE = (AnswerValue.NO, AnswerValue.PARTIAL)
"""What is not, or not wholly, in order."""


class AnswerType(StrEnum):
    """How a question is answered."""

    YES_PARTIAL_NO_NA = "yes_partial_no_na"
    HOURS_COMPARE = "hours_compare"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class Unit(StrEnum):
    """What a checklist is answered for, once each."""

    CLIENT_DOSSIER = "client_dossier"
    PUBLIC_CHANNEL = "public_channel"
    MANDATE_APPLICATION = "mandate_application"
    """Not in a check: an application for a mandate is assessed by it."""


class Proof(StrEnum):
    """What a negative answer asks before a check can be finished (PRODUCT.md feature 24)."""

    NOTHING = "nothing"
    NOTE = "note"
    PROOF = "proof"
    NOTE_OR_PROOF = "note_or_proof"


class VersionState(StrEnum):
    """Where a version of a checklist is: derived from its days, never typed."""

    DRAFT = "draft"
    TEST = "test"
    PUBLISHED = "published"
    RETIRED = "retired"


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
    COACHING = "coaching"
    """No breach, and nothing is asked: advice that a centre may use or leave."""
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a question rests on: a phrase of the definition, or a rule with its reference."""

    kind: str
    """`seed` (the quality guarantee text) or `rule`."""
    text: str
    """The phrase itself, or the reference."""

    @property
    def words(self) -> str:
        """The text for people: what only we know by name is left out.

        Those are the numbers of our list of facts (F1.22) and the keys of our rules.
        """
        return source_words(self.kept)

    @property
    def kept(self) -> str:
        """As it stands under the mark of a check: there it may never change."""
        return _FACT.sub("", self.text)


def source_words(text: str) -> str:
    """What was kept of a basis, without the keys of our rules."""
    return _KEYS.sub("", text)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers of a question with choices."""

    key: str
    text: str
    counts_as: AnswerValue | None = None
    """What it means for the verdict; None is a fact without judgement."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when another one has one of these answers."""

    question_key: str
    values: tuple[AnswerValue, ...]


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
    options: tuple[Option, ...] = ()
    """Only for a choice."""
    unit: str = ""
    """Only for a number: what is counted, such as `weken`."""
    least: float | None = None
    """Only for a number: below this it counts as `no`."""
    most: float | None = None
    """Only for a number: above this it counts as `no`."""
    asked_when: Condition | None = None
    """None is always."""
    proof: Proof = Proof.NOTE
    """What a `no` or a `partial` asks before the check can be finished."""
    weight: int = 1
    """How much it weighs in the score; 0 keeps it out."""
    good_example: str = ""
    """What counts as evidence."""
    bad_example: str = ""
    """What looks like evidence and is none."""
    looked_up: tuple[LookedUp, ...] = ()
    """Only in an assessment: facts the program finds by itself."""
    parameter: str = ""
    """Only in an assessment: the key of the rule that holds the number asked for, if one does."""

    @property
    def title(self) -> str:
        return self.short or self.text

    @property
    def named(self) -> str:
        """Its title where a sentence goes on behind it: without the mark of a question."""
        return self.title.rstrip(" ?")

    @property
    def decisive(self) -> bool:
        """One `no` here makes the dossier non-conform, whatever the rest; in an assessment it is
        a knock-out: not met, it excludes a positive advice.
        """
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


NO_THRESHOLDS = GradeThresholds(GradeThreshold(1), GradeThreshold(1), GradeThreshold(1))
"""Of an assessment: it grades no findings."""


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """A checklist in one version. Answers stay bound to the version they were given in."""

    key: str
    version: int
    title: str
    pseudonym_rule: str
    sections: tuple[Section, ...]
    thresholds: GradeThresholds
    unit: Unit = Unit.CLIENT_DOSSIER
    assessment: AssessmentRules | None = None
    """Only of a checklist by which applications are assessed."""

    questions: tuple[Question, ...] = field(init=False, repr=False, compare=False)
    """All of them, in the order of the sections."""
    _by_key: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        every = tuple(question for section in self.sections for question in section.questions)
        object.__setattr__(self, "questions", every)
        object.__setattr__(self, "_by_key", {question.key: question for question in every})

    @property
    def keys(self) -> frozenset[str]:
        """Of all questions."""
        return frozenset(self._by_key)

    @property
    def assessing(self) -> AssessmentRules:
        """The rules of an assessment. Raises TypeError for a checklist of checks: a bug of ours."""
        if self.assessment is None:
            raise TypeError(f"{self.key} does not assess applications")
        return self.assessment

    @property
    def motivated(self) -> bool:
        """Whether every answer wants a reason."""
        return self.assessment is not None and self.assessment.motivation_required

    @property
    def conditional(self) -> bool:
        """Whether any question is asked only sometimes."""
        return any(question.asked_when for question in self.questions)

    def question(self, key: str) -> Question:
        """Raises KeyError for a key of another list."""
        return self._by_key[key]

    def get(self, key: str) -> Question | None:
        """The question of this key; None for a key of another list."""
        return self._by_key.get(key)
