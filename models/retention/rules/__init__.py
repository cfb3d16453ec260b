"""When a file may be destroyed (DOMAIN.md F3.07-F3.10): pure decisions, never an act.

The clock starts at the end of the last mandate, or at a later decision; without either, at the last
day anything happened. Whatever is running or open keeps the file, and says so.
"""

from datetime import date

from models.kernel.text import N_
from models.retention.values import ClockStart, Holding, RetentionFacts, Verdict
from models.terms.holidays import ONE_DAY
from models.terms.rules import FIRST_DAY, term
from models.terms.values import Changed, Term

RULE = "retention_centre_file_years"
SERIES = "Dossiers van loopbaancentra"
"""The series of documents, as the statement names it."""
UNCONFIRMED = (
    "geen bevestigde selectieregel in Waarmerk (Bestuursdecreet van 7 december 2018, art. III.87"
    " tot III.89); zie de reden"
)
"""What the statement says while the office recorded no rule of its own."""
WHY = {
    Holding.DUE: N_("the term ended on {day}"),
    Holding.MANDATE: N_("a mandate runs or begins; it ends on {day}"),
    Holding.WAITING: N_("a waiting period runs until {day}"),
    Holding.APPLICATION: N_("an application is open"),
    Holding.CHECK: N_("a check is not finished"),
    Holding.MEASURE: N_("a measure is still open"),
    Holding.COMPLAINT: N_("a complaint is open"),
    Holding.TERM: N_("the term runs until {day}"),
    Holding.NO_DAY: N_("there is no day to count from"),
}
STARTS = {
    ClockStart.MANDATE_END: N_("end of the last mandate"),
    ClockStart.DECISION: N_("last decision"),
    ClockStart.ACTIVITY: N_("last activity"),
}


def verdict(facts: RetentionFacts, today: date, changed: Changed | None = None) -> Verdict:
    """How a file stands today. Only proposes: nothing is destroyed by a day that passes."""
    start, day = clock(facts)
    counted = _term(day, changed)
    holding, until = _held(facts, today)
    if holding is None:
        holding, until = _by_term(counted, today)
    return Verdict(holding, start, day, counted, until)


def clock(facts: RetentionFacts) -> tuple[ClockStart | None, date | None]:
    """From which day the term is counted: the latest that ended something."""
    ends = [
        (day, start)
        for day, start in (
            (facts.mandate_end, ClockStart.MANDATE_END),
            (facts.decided_on, ClockStart.DECISION),
        )
        if day is not None
    ]
    if ends:
        day, start = max(ends, key=lambda end: end[0])
        return start, day
    if facts.active_on is not None:
        return ClockStart.ACTIVITY, facts.active_on
    return None, None


def _term(day: date | None, changed: Changed | None) -> Term | None:
    """The term begins on the day after the one that ended something."""
    if day is None:
        return None
    return term(RULE, max(day, FIRST_DAY) + ONE_DAY, changed=changed)


def _held(facts: RetentionFacts, today: date) -> tuple[Holding | None, date | None]:
    """What keeps the file whatever the term says."""
    if facts.mandate_end is not None and facts.mandate_end >= today:
        return Holding.MANDATE, facts.mandate_end
    if facts.waiting_until is not None and facts.waiting_until >= today:
        return Holding.WAITING, facts.waiting_until
    for held, holding in (
        (facts.open_application, Holding.APPLICATION),
        (facts.open_check, Holding.CHECK),
        (facts.open_measure, Holding.MEASURE),
        (facts.open_complaint, Holding.COMPLAINT),
    ):
        if held:
            return holding, None
    return None, None


def _by_term(counted: Term | None, today: date) -> tuple[Holding, date | None]:
    if counted is None:
        return Holding.NO_DAY, None
    return (Holding.DUE if today > counted.due else Holding.TERM), counted.due
