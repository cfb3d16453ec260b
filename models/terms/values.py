"""What the rest of the house may know of terms: dated rules, holidays, computed days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.kernel.errors import Refused
from models.kernel.text import N_


class Unit(StrEnum):
    """What the value of a rule counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    YEARLY_DAY = "yearly_day"
    """A day of the year after the start, written month-day (02-09)."""
    ANSWERS = "answers"
    PERCENT = "percent"
    MOMENT = "moment"
    OTHER = "other"


class DayKind(StrEnum):
    CALENDAR = "calendar"
    WORKING = "working"


class Keeper(StrEnum):
    """Who must keep a term, and so what happens when its last day is closed (DOMAIN.md F4.22)."""

    AUTHORITY = "authority"
    """The last day never moves; the office works with the working day on or before it."""
    OTHERS = "others"
    """The last day moves to the next working day."""
    NOBODY = "nobody"
    """It is simply that day, such as the end of a mandate."""


class Regime(StrEnum):
    """How a letter reached its reader, which moves the start of a term (DOMAIN.md F4.24)."""

    REGISTERED = "registered"
    """Plain registered letter: served on the third working day after sending."""
    RECEIPT = "receipt"
    """With acknowledgement of receipt: served on the day it was presented."""


RuleValue = int | str | date | tuple[int, ...]

SUBJECTS = {
    "mandate": N_("Mandates"),
    "conditions": N_("Conditions of the mandate"),
    "application": N_("Mandate applications"),
    "checks": N_("Dossier checks"),
    "complaints": N_("Complaints"),
    "letters": N_("Letters and appeal"),
    "surveys": N_("Satisfaction"),
    "coverage": N_("Coverage"),
    "retention": N_("Retention"),
}
"""What rules are about, in the order of the table, with their message ids."""

OFFICE, RECORDED = "office", "recorded"
CERTAINTIES = {
    "B": N_("a source was found"),
    "E": N_("common knowledge of the field, without a source"),
    "G": N_("a proposal of Waarmerk: no rule was found"),
    "unknown": N_("no source was found"),
    OFFICE: N_("set by your office"),
    RECORDED: N_("a change of the rule, recorded by your office"),
}
"""How sure a value is, by its mark, as message ids."""
CONFIRMED = frozenset({"B", OFFICE, RECORDED})
"""Marks of a value that a source or the office itself stands for (DOMAIN.md, certainty)."""


class RuleUnknown(Refused):
    sentence = N_("There is no rule called {key}. Choose a key of the rule table.")


class RuleNotInForce(Refused):
    sentence = N_("The rule table holds no value of {key} for {day}. Choose another day.")


class RuleWithoutValue(Refused):
    sentence = N_("The rule {key} has no confirmed value, so no date follows from it.")


class NotATerm(Refused):
    sentence = N_("The rule {key} is no term: no date can be counted with it.")


class RegimeUnknown(Refused):
    sentence = N_("{regime} is no way of sending. Choose registered or receipt.")


class DayOutOfReach(Refused):
    sentence = N_("Terms are counted from {first} to {last}. {day} lies outside: check the date.")


@dataclass(frozen=True, slots=True)
class RuleParameter:
    """A number of a rule with its validity (content/rule_parameters.yaml)."""

    key: str
    value: RuleValue | None
    unit: Unit
    day_kind: DayKind
    keeper: Keeper | None
    """None when the rule is no term."""
    backwards: bool
    """Counted back from the start, such as an announcement before a visit."""
    certainty: str
    """A key of CERTAINTIES."""
    reference: str
    """The legal basis or source, in Dutch; empty when there is none."""
    valid_from: date | None
    """None: since when is not known."""
    valid_until: date | None
    note: str
    title: str = ""
    """What the rule is called, in Dutch."""
    subject: str = ""
    """A key of SUBJECTS."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """Another value of a rule from a day on, as an officer recorded it (table `rule_change`)."""

    key: str
    value: RuleValue
    valid_from: date
    valid_until: date | None
    """None: until further notice."""
    reference: str
    note: str = ""

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Changed:
    """What this office knows better than content/rule_parameters.yaml.

    A recorded change wins on the days it holds; on other days a number that the office set by
    itself wins; else the table stands.
    """

    office: Mapping[str, int | tuple[int, ...]] = field(default_factory=dict)
    dated: tuple[DatedValue, ...] = ()

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.office.items())), self.dated))


NOTHING_CHANGED = Changed()


@dataclass(frozen=True, slots=True)
class Holiday:
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A computed day, and how it was reached."""

    kind: str
    """The key of the rule."""
    start: date
    """The day of the event; it does not count itself."""
    due: date
    """The last day, which counts; moved when the rule moves it."""
    internal: date
    """The day to work with: never after `due`, a working day for terms of the office."""
    shifted: bool
    """True when `due` moved because the last day was closed."""
    rule: RuleParameter
    steps: tuple[str, ...]
    """Dutch sentences, in order."""
    holidays: tuple[Holiday, ...]
    """Legal holidays met while counting days, or at the end of months and years."""
    event: date
    """The day the count began: `start`, or the day a registered letter counts as received."""
    last: date
    """The day the count came to, before any shift."""
    regime: Regime | None
    service_days: int
    """So many working days after it was sent a plain registered letter counts as received."""
    sentence: str
    """One Dutch sentence for a letter: the last day, how it was counted, and the basis."""

    @property
    def why(self) -> str:
        """The steps as one text."""
        return " ".join(self.steps)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the last day would be if one thing were otherwise."""

    label: str
    """In Dutch: what would be otherwise."""
    due: date


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why days ask for attention that no rule counted: the rule, and what it was held against."""

    title: str
    rule: RuleParameter
    facts: tuple[tuple[str, str], ...]
    """Dutch label and day."""
    steps: tuple[str, ...]
    """Dutch sentences, in order."""
    sentence: str
    """One Dutch sentence for a letter."""
