"""The columns of the list of checks, for screen and workbook."""

from controllers.columns import Column
from controllers.wording import badge, word
from models.checks import queries
from models.checks.values import CheckRow
from models.kernel.text import N_

COLUMNS = (
    Column[CheckRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=32,
        kind="two",
        sub=lambda row: f"{row.reference} · {row.locality}",
    ),
    Column[CheckRow]("day", N_("Visit"), lambda row: row.day, width=14, kind="date"),
    Column[CheckRow]("officer", N_("Officer"), lambda row: row.officer, width=18),
    Column[CheckRow]("dossiers", N_("Chosen"), lambda row: row.dossiers, width=10, kind="number"),
    Column[CheckRow](
        "answered",
        N_("Answered"),
        lambda row: f"{row.answered} / {row.total}",
        width=12,
        kind="number",
    ),
    Column[CheckRow](
        "non_conform", N_("Not conform"), lambda row: row.non_conform, width=12, kind="number"
    ),
    Column[CheckRow](
        "state",
        N_("State"),
        lambda row: word(row.state),
        width=14,
        kind="badge",
        state=lambda row: badge(row.state),
    ),
)

ORDERS = frozenset(queries.ORDERS)
"""Keys of the columns the list can be ordered by."""
