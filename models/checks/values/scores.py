"""A score that explains itself: never without its count, and never before the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.checklists.values import AnswerValue, Verdict
from models.kernel.shares import percent


@dataclass(frozen=True, slots=True)
class Score:
    """Points over what could be reached, of one section or of the whole."""

    title: str
    """Of the section; empty for the whole."""
    points: float
    """The numerator: the weight of every yes, and a share of it of every partial."""
    out_of: int
    """The denominator: the weights of the answers that count."""
    counted: int
    """How many answers count: the n of this score."""
    yes: int
    partial: int
    no: int
    not_applicable: int
    not_assessable: int
    still_open: int
    unweighed: int
    """Answers that are only a fact, or to questions of weight 0."""

    @property
    def percent(self) -> int | None:
        """Half goes up, but a hundred is only said of everything; None without a count."""
        return percent(self.points / self.out_of) if self.out_of else None


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """The score of a dossier or of a whole check, with why it is what it is."""

    whole: Score
    sections: tuple[Score, ...]
    verdict: Verdict | None
    """Only of one dossier; it goes first, whatever the score."""
    why: tuple[str, ...]
    """In Dutch, a sentence each: why this verdict, why this percentage."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a set of answers would come to, for a checklist that is tried out."""

    asked: frozenset[str]
    values: Mapping[str, AnswerValue | None]
    verdict: Verdict | None
    why: str
    score: ScoreFile
