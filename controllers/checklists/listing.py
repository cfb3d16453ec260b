"""The columns of the list of checklists, for screen and workbook."""

from controllers.check_field_words import CHOICES
from controllers.columns import Column
from controllers.wording import badge, word
from models.checklists.values import ChecklistRow
from models.kernel.text import N_, _

COLUMNS = (
    Column[ChecklistRow](
        "title",
        N_("Checklist"),
        lambda row: row.version.title,
        width=44,
        kind="two",
        sub=lambda row: row.version.key,
    ),
    Column[ChecklistRow](
        "version", N_("Version"), lambda row: row.version.version, width=8, kind="number"
    ),
    Column[ChecklistRow](
        "state",
        N_("State"),
        lambda row: word(row.version.state),
        width=14,
        kind="badge",
        state=lambda row: badge(row.version.state),
    ),
    Column[ChecklistRow](
        "unit", N_("Answered for each"), lambda row: _(CHOICES[row.version.unit]), width=18
    ),
    Column[ChecklistRow](
        "questions", N_("Questions"), lambda row: row.version.questions, width=9, kind="number"
    ),
    Column[ChecklistRow](
        "used_in", N_("Times used"), lambda row: row.used_in, width=14, kind="number"
    ),
)
