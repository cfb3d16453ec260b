"""The columns of measures and of criteria that come back, for screen, workbook and console."""

from controllers.columns import Column
from controllers.wording import badge, word
from models.centres.rules import show_enterprise_number
from models.checks.values import MeasureRow, PatternRow
from models.kernel.text import N_


def _late(row: MeasureRow) -> int | None:
    return row.days_late or None


MEASURES: tuple[Column[MeasureRow], ...] = (
    Column(
        "centre",
        N_("Centre"),
        lambda row: row.centre,
        width=30,
        kind="two",
        sub=lambda row: show_enterprise_number(row.enterprise_number),
    ),
    Column(
        "title",
        N_("What it is about"),
        lambda row: row.title,
        width=30,
        kind="two",
        sub=lambda row: f"{row.question_key} · {row.reference}".strip(" ·"),
    ),
    Column("grade", N_("Weight"), lambda row: word(row.grade), width=18),
    Column("measure", N_("Measure"), lambda row: row.measure, width=44),
    Column("owner", N_("Carried out by whom"), lambda row: row.owner, width=22),
    Column("due", N_("Last day"), lambda row: row.due, width=14, kind="date"),
    Column("days_late", N_("Days late"), _late, width=10, kind="number"),
    Column("days_left", N_("Days left"), lambda row: row.days_left, width=10, kind="number"),
    Column(
        "status",
        N_("State"),
        lambda row: word(row.status),
        width=20,
        kind="badge",
        state=lambda row: badge(row.status),
    ),
    Column("met_on", N_("Carried out on"), lambda row: row.met_on, width=14, kind="date"),
    Column("visited", N_("Visit"), lambda row: row.visited, width=14, kind="date"),
    Column("officer", N_("File keeper"), lambda row: row.officer, width=18),
)
PATTERNS: tuple[Column[PatternRow], ...] = (
    Column(
        "title",
        N_("Criterion"),
        lambda row: row.title,
        width=34,
        kind="two",
        sub=lambda row: row.question_key,
    ),
    Column("times", N_("Times not met"), lambda row: row.times, width=14, kind="number"),
    Column("centres", N_("Centres"), lambda row: row.centres, width=10, kind="number"),
    Column("repeated", N_("Came back at"), lambda row: row.repeated, width=12, kind="number"),
    Column("major", N_("Weighed as major"), lambda row: row.major, width=14, kind="number"),
    Column("last", N_("Last on"), lambda row: row.last, width=14, kind="date"),
    Column("names", N_("Where"), lambda row: ", ".join(row.names), width=60),
)
