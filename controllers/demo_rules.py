"""Rules in the demonstration: invented changes to come, and decisions they would touch."""

from datetime import date

from controllers.bundle import Controllers
from models.mandates.values import CentreFilter, CentreRow
from models.settings.values import ChangeDraft

RENEWED = 3
DRAFT = "voorontwerp van decreet, verzonnen"
CIRCULAR = "dienstnota kwaliteit, verzonnen"


def change_rules(do: Controllers) -> None:
    """From the next year on: a shorter mandate, more time for an improvement plan.

    Some centres have their next period already, decided before that change was known.
    """
    first = date(do.today().year + 1, 1, 1)
    for row in _ending_next_year(do, first)[:RENEWED]:
        renewal = do.mandates.renewal(row.id)
        number = f"LB-{renewal.start.year}-{row.enterprise_number[-4:]}"
        do.mandates.renew(row.id, number, renewal.start, continued_on=do.today())
    for key, value, basis in (
        ("mandate_duration_years", "5", DRAFT),
        ("action_plan_days", "45", CIRCULAR),
    ):
        do.rules.record(ChangeDraft(key, value, first, None, basis))


def _ending_next_year(do: Controllers, first: date) -> list[CentreRow]:
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
