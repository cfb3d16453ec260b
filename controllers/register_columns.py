"""The registers over all centres: their columns, what narrows them, and what goes on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from controllers.columns import Column
from controllers.following_columns import MEASURES, PATTERNS
from controllers.kinds import CERTIFICATES, ENDS, ENGAGEMENTS, QUALIFICATIONS, QUALIFIED
from controllers.wording import badge, word
from models.centres.rules import show_enterprise_number, show_phone
from models.centres.values import CounsellorRow
from models.kernel.text import N_, _
from models.mandates.values import CertificateRow, CertificateState, MandateRow, MandateState

OVER = frozenset({MandateState.EXPIRED, CertificateState.EXPIRED})
"""What is over by itself stays calm in a register; who must act stands in the follow-up."""


def _centre() -> tuple[Column[Any], ...]:
    return (
        Column(
            "centre",
            N_("Centre"),
            lambda row: row.centre,
            width=30,
            kind="two",
            sub=lambda row: show_enterprise_number(row.enterprise_number),
        ),
    )


def _certificate_said(row: CertificateRow) -> str:
    """The kind when we know it, else what the office wrote."""
    return (_(CERTIFICATES[row.kind]) if row.kind is not None else "") or row.label


def _officer() -> Column[Any]:
    return Column("officer", N_("File keeper"), lambda row: row.officer, width=18)


def _state() -> Column[Any]:
    return Column(
        "state",
        N_("State"),
        lambda row: word(row.state),
        width=14,
        kind="badge",
        state=lambda row: "plain" if row.state in OVER else badge(row.state),
    )


MANDATES: tuple[Column[MandateRow], ...] = (
    *_centre(),
    Column("number", N_("Number"), lambda row: row.number, width=14),
    Column("start", N_("First day"), lambda row: row.start, width=14, kind="date"),
    Column("last", N_("Last day"), lambda row: row.last, width=14, kind="date"),
    _state(),
    Column("why", N_("Explanation"), lambda row: row.why, width=40),
    Column(
        "end_kind",
        N_("Reason of the early end"),
        lambda row: _(ENDS[row.end_kind]) if row.end_kind else "",
        width=18,
    ),
    Column(
        "waiting_period_until",
        N_("Waiting period until"),
        lambda row: row.waiting_period_until,
        width=14,
        kind="date",
    ),
    Column(
        "continued_on", N_("Told to go on, on"), lambda row: row.continued_on, width=14, kind="date"
    ),
    Column("deviation", N_("Reason for other days"), lambda row: row.deviation, width=30),
    _officer(),
)
CERTIFICATE_COLUMNS: tuple[Column[CertificateRow], ...] = (
    *_centre(),
    Column("label", N_("Certificate"), _certificate_said, width=24),
    Column("issuer", N_("Issued by"), lambda row: row.issuer, width=18),
    Column("number", N_("Number"), lambda row: row.number, width=14),
    Column("valid_from", N_("Valid from"), lambda row: row.valid_from, width=14, kind="date"),
    Column("valid_until", N_("Valid until"), lambda row: row.valid_until, width=14, kind="date"),
    _state(),
    Column("why", N_("Explanation"), lambda row: row.why, width=40),
    _officer(),
)
COUNSELLORS: tuple[Column[CounsellorRow], ...] = (
    Column(
        "name",
        N_("Counsellor"),
        lambda row: row.name,
        width=26,
        kind="two",
        sub=lambda row: row.email,
    ),
    *_centre(),
    Column(
        "engagement_type",
        N_("Works as"),
        lambda row: _(ENGAGEMENTS[row.engagement_type]) if row.engagement_type else "",
        width=16,
    ),
    Column(
        "qualification",
        N_("Qualification"),
        lambda row: _(QUALIFICATIONS[row.qualification]),
        width=16,
        kind="badge",
        state=lambda row: QUALIFIED[row.qualification],
    ),
    Column(
        "qualification_date",
        N_("Date of the qualification"),
        lambda row: row.qualification_date,
        width=14,
        kind="date",
    ),
    Column("since", N_("Since"), lambda row: row.since, width=14, kind="date"),
    Column("until", N_("Until"), lambda row: row.until, width=14, kind="date"),
    Column(
        "reported_on", N_("Reported to VDAB on"), lambda row: row.reported_on, width=14, kind="date"
    ),
    Column("phone", N_("Telephone"), lambda row: show_phone(row.phone), width=16),
    Column("languages", N_("Languages"), lambda row: row.languages, width=16),
    Column("remark", N_("Remark"), lambda row: row.remark, width=24),
    _officer(),
)


@dataclass(frozen=True, slots=True)
class Register:
    """One of the registers: how it is called, and its columns."""

    key: str
    title: str
    """A message id."""
    columns: Sequence[Column[Any]]
    order: str
    """Key of the column it is ordered by at first; empty for the order it comes in."""
    narrows: tuple[str, ...]
    """Keys of the columns of which one value can be chosen."""
    paper: tuple[str, ...]
    """Keys of the columns that stand on paper, on its side."""
    term: str = ""
    """Key of the column of days that can be narrowed from and until a day."""
    falls: str = ""
    """What happens on such a day; a message id."""


REGISTERS = {
    "mandates": Register(
        "mandates",
        N_("Mandates"),
        MANDATES,
        "last",
        ("state", "officer"),
        ("centre", "number", "start", "last", "state", "why", "officer"),
        "last",
        N_("Ends"),
    ),
    "certificates": Register(
        "certificates",
        N_("Certificates"),
        CERTIFICATE_COLUMNS,
        "valid_until",
        ("state", "officer"),
        ("centre", "label", "number", "valid_from", "valid_until", "state", "officer"),
        "valid_until",
        N_("Falls due"),
    ),
    "counsellors": Register(
        "counsellors",
        N_("Counsellors"),
        COUNSELLORS,
        "name",
        ("qualification", "engagement_type"),
        ("name", "centre", "engagement_type", "qualification", "since", "until", "reported_on"),
    ),
    "measures": Register(
        "measures",
        N_("Measures"),
        MEASURES,
        "",
        ("status", "centre", "owner", "officer"),
        ("centre", "title", "grade", "measure", "owner", "due", "days_late", "status"),
        "due",
        N_("Falls due"),
    ),
    "patterns": Register(
        "patterns",
        N_("Criteria"),
        PATTERNS,
        "",
        (),
        ("title", "times", "centres", "repeated", "major", "last", "names"),
    ),
}
