"""The checklist of an application as published: its criteria, and the rules of the advice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.applications.values.kinds import AdviceOutcome, Judgement
from models.checks.values import Basis


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement of an application, as published in its version."""

    key: str
    """Such as MA-01."""
    text: str
    basis: Basis
    evidence: tuple[str, ...]
    """What a centre may send to show it."""
    looked_up: tuple[str, ...]
    """Facts the program finds by itself, by name; they never judge."""
    knockout: bool
    """Not met here excludes a positive advice."""
    short: str = ""
    parameter: str = ""
    """The key of the rule that holds the number asked for, if one does."""

    @property
    def title(self) -> str:
        return self.short or self.text


@dataclass(frozen=True, slots=True)
class CriteriaSection:
    key: str
    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class ApplicationTemplate:
    """A checklist in one version. Judgements stay bound to the version they were given in."""

    key: str
    version: int
    title: str
    sections: tuple[CriteriaSection, ...]
    labels: Mapping[Judgement, str]
    """How each judgement is called in letters."""
    advice_order: tuple[AdviceOutcome, ...]
    """The advices in the order in which their rules are tried."""
    motivation_required: bool
    four_eyes: bool
    """Who decides is neither who assessed nor who advised."""
    legal_basis: str
    """What a decision rests on, as long as nobody writes a nearer article."""

    criteria: tuple[Criterion, ...] = field(init=False, repr=False, compare=False)
    """All of them, in the order of the sections."""
    _by_key: Mapping[str, Criterion] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        every = tuple(criterion for section in self.sections for criterion in section.criteria)
        object.__setattr__(self, "criteria", every)
        object.__setattr__(self, "_by_key", {criterion.key: criterion for criterion in every})

    def criterion(self, key: str) -> Criterion:
        """Raises KeyError for a key of another list."""
        return self._by_key[key]
