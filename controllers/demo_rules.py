"""Rules in the demonstration: invented changes to come, and decisions they would touch."""

from datetime import date

from controllers.bundle import Controllers
from models.mandates.values import CentreFilter, CentreRow
from models.settings.values import ChangeDraft

RENEWED = 3
MEASURE = "overgangsmaatregel, verzonnen"
CIRCULAR = "dienstnota kwaliteit, verzonnen"


def change_rules(do: Controllers) -> None:
    """The year after next: a shorter mandate; from the next year: more time for a plan.

    Some centres have their next period already, decided before that change was known.
    """
    first, last = date(do.today().year + 2, 1, 1), date(do.today().year + 2, 12, 31)
    for row in _followed_in(do, first)[:RENEWED]:
        renewal = do.mandates.renewal(row.id)
        number = f"LB-{renewal.start.year}-{row.enterprise_number[-4:]}"
        do.mandates.renew(row.id, number, renewal.start, continued_on=do.today())
    shorter = ChangeDraft("mandate_duration_years", "5", first, last, MEASURE)
    longer = ChangeDraft(
        "action_plan_days", "45", first.replace(year=first.year - 1), None, CIRCULAR
    )
    for draft in (shorter, longer):
        do.rules.record(draft)


def _followed_in(do: Controllers, first: date) -> list[CentreRow]:
    """Centres whose next period begins in that year, in the order of their numbers."""
    rows = do.mandates.rows(do.mandates.ids(CentreFilter()))
    held = [
        row
        for row in rows
        if row.mandate_end is not None
        and row.mandate_start is not None
        and row.mandate_start <= do.today()
        and first.replace(year=first.year - 1, month=12, day=31) <= row.mandate_end
        and row.mandate_end < first.replace(month=12, day=31)
    ]
    return sorted(held, key=lambda row: row.enterprise_number)
