"""The columns of the list of complaints, for screen, workbook and console.

Nothing in them tells what was said, or by whom.
"""

from controllers.columns import Column
from controllers.wording import badge, word
from models.complaints.queries import ORDERS as _ORDERS
from models.complaints.values import ComplaintRow
from models.kernel.text import N_, ngettext


def state_words(row: ComplaintRow) -> str:
    """How it stands, and since how long it is late."""
    if not row.late:
        return word(row.state)
    late = ngettext("{count} day late", "{count} days late", row.days_late)
    said = late.format(count=row.days_late)
    return f"{said} · {word(row.state).lower()}"


COLUMNS = (
    Column[ComplaintRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=32,
        kind="two",
        sub=lambda row: row.reference,
    ),
    Column[ComplaintRow]("theme", N_("It is about"), lambda row: row.theme, width=18),
    Column[ComplaintRow](
        "route", N_("Route"), lambda row: " + ".join(word(one) for one in row.entries), width=18
    ),
    Column[ComplaintRow](
        "received_on", N_("Received"), lambda row: row.received_on, width=13, kind="date"
    ),
    Column[ComplaintRow]("handler", N_("Handler"), lambda row: row.handler, width=16),
    Column[ComplaintRow]("due", N_("Next term"), lambda row: row.internal, width=13, kind="date"),
    Column[ComplaintRow](
        "state",
        N_("State"),
        state_words,
        width=28,
        kind="badge",
        state=lambda row: "late" if row.late else badge(row.state),
    ),
    Column[ComplaintRow](
        "judgement",
        N_("Judgement"),
        lambda row: word(row.judgement) if row.judgement else "",
        width=16,
    ),
)
ORDERS = frozenset(_ORDERS)
"""Keys of the columns the list can be ordered by."""
