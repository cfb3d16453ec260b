"""The day and the numbers of rules that conditions are held against, and how urgent a line is."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.conditions.values import Urgency
from models.mandates.rules.outlook import LEAD
from models.terms.days import months_on
from models.terms.parameters import whole_number, whole_numbers
from models.terms.values import Changed

MANDATE_STEPS = "mandate_prepare_months"
CERTIFICATE_STEPS = "certificate_prepare_months"
REPORT = "counsellor_report_days"
SOON = "attention_soon_days"
LATER = "attention_later_months"
MEASURE = "measure_warning_days"


@dataclass(frozen=True, slots=True)
class Watch:
    """Today, with what the rules of today say; `changed` is what the office set and recorded."""

    today: date
    changed: Changed
    mandate_steps: tuple[int, ...]
    """Months before the end of a mandate, the largest first."""
    certificate_steps: tuple[int, ...]
    lead_months: int
    soon_days: int
    later_months: int
    measure_days: int
    """So many days before its last day a measure is watched from nearby."""

    def urgency(self, start: date | None, last: date | None) -> Urgency:
        """Late after the last day, now from the day to start, else by how far that day is."""
        if last is not None and last < self.today:
            return Urgency.LATE
        begins = start or last
        if begins is None or begins <= self.today:
            return Urgency.NOW
        if begins <= self.today + timedelta(days=self.soon_days):
            return Urgency.SOON
        return Urgency.LATER

    def patience(self, reply_by: date) -> Urgency:
        """Nothing has to be done before the last day: until then the turn is to the centre."""
        if reply_by < self.today:
            return Urgency.LATE
        near = self.urgency(reply_by, None)
        return Urgency.SOON if near in (Urgency.NOW, Urgency.SOON) else Urgency.LATER

    def in_sight(self, start: date | None) -> bool:
        """Whether the day to start is near enough to be listed at all."""
        return start is None or start <= months_on(self.today, self.later_months)


def watch(today: date, changed: Changed) -> Watch:
    """The watch of a day, with the numbers as this office has them."""
    return Watch(
        today=today,
        changed=changed,
        mandate_steps=steps(MANDATE_STEPS, today, changed),
        certificate_steps=steps(CERTIFICATE_STEPS, today, changed),
        lead_months=whole_number(LEAD, today, changed),
        soon_days=whole_number(SOON, today, changed),
        later_months=whole_number(LATER, today, changed),
        measure_days=whole_number(MEASURE, today, changed),
    )


def steps(key: str, today: date, changed: Changed) -> tuple[int, ...]:
    """The months before a last day at which something is due, the largest first."""
    return tuple(sorted(whole_numbers(key, today, changed), reverse=True))
