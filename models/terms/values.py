"""What the rest of the house may know of terms: dated rules, holidays, computed days."""

from dataclasses import dataclass
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
    value: int | str | date | tuple[int, ...] | None
    unit: Unit
    day_kind: DayKind
    keeper: Keeper | None
    """None when the rule is no term."""
    backwards: bool
    """Counted back from the start, such as an announcement before a visit."""
    certainty: str
    """B a source was found, E own knowledge, G proposal, unknown, or office: set by the user."""
    reference: str
    valid_from: date | None
    """None: since when is not known."""
    valid_until: date | None
    note: str


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

    @property
    def why(self) -> str:
        """The steps as one text."""
        return " ".join(self.steps)
