"""The columns of the lists of applications and of decisions, for screen, workbook and console."""

from controllers.columns import Column
from controllers.wording import badge, word
from models.applications.queries import ORDERS as _BY_FILE
from models.applications.values import ApplicationRow, DecisionRow
from models.kernel.text import N_, _

COLUMNS = (
    Column[ApplicationRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=32,
        kind="two",
        sub=lambda row: (
            f"{row.reference} · {_('its checklist is missing')}"
            if row.unjudgeable
            else f"{row.reference} · {row.locality}"
        ),
    ),
    Column[ApplicationRow](
        "received_on", N_("Received"), lambda row: row.received_on, width=14, kind="date"
    ),
    Column[ApplicationRow](
        "requested_start",
        N_("Asked from"),
        lambda row: row.requested_start,
        width=14,
        kind="date",
    ),
    Column[ApplicationRow]("assessor", N_("Assessor"), lambda row: row.assessor, width=18),
    Column[ApplicationRow](
        "judged",
        N_("Judged"),
        lambda row: "–" if row.unjudgeable else f"{row.judged} / {row.total}",
        width=10,
        kind="number",
    ),
    Column[ApplicationRow]("due", N_("Next term"), lambda row: row.due, width=14, kind="date"),
    Column[ApplicationRow](
        "state",
        N_("State"),
        lambda row: word(row.state),
        width=18,
        kind="badge",
        state=lambda row: "late" if row.late else badge(row.state),
    ),
)
ORDERS = frozenset({*_BY_FILE, "state", "due"})
"""Keys of the columns the list can be ordered by."""

DECISION_COLUMNS = (
    Column[DecisionRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=32,
        kind="two",
        sub=lambda row: row.mandate_number or row.application_reference,
    ),
    Column[DecisionRow](
        "kind",
        N_("Decision"),
        lambda row: word(row.kind),
        width=18,
        kind="badge",
        state=lambda row: badge(row.kind),
    ),
    Column[DecisionRow](
        "decided_on", N_("Decided on"), lambda row: row.decided_on, width=14, kind="date"
    ),
    Column[DecisionRow]("authority", N_("Authority"), lambda row: row.authority, width=18),
    Column[DecisionRow]("decided_by", N_("Decided by"), lambda row: row.decided_by, width=20),
    Column[DecisionRow]("sent_on", N_("Sent on"), lambda row: row.sent_on, width=14, kind="date"),
    Column[DecisionRow](
        "served_on", N_("Received on"), lambda row: row.served_on, width=14, kind="date"
    ),
    Column[DecisionRow](
        "appeal_until", N_("Can be contested until"), lambda row: row.appeal_until, width=14,
        kind="date",
    ),
    Column[DecisionRow]("legal_basis", N_("Legal basis"), lambda row: row.legal_basis, width=40),
    Column[DecisionRow]("motivation", N_("Motivation"), lambda row: row.motivation, width=60),
)  # fmt: skip
