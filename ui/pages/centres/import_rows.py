"""The rows of a dry run, as a list shows them: number, name, outcome and the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from controllers.columns import Column
from controllers.intake.known import Kind
from controllers.intake.plan_values import CentreListPlan, Outcome, RowPlan, SheetPlan
from controllers.intake.report import Action
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import thousands

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.NEW: (N_("New"), "plan"),
    Outcome.CHANGED: (N_("Changed"), "busy"),
    Outcome.SAME: (N_("The same"), "done"),
    Outcome.SKIPPED: (N_("Left out"), "due"),
    Outcome.WAITING: (N_("Waits"), "wait"),
    Outcome.REFUSED: (N_("Refused"), "late"),
}
"""How an outcome is called, and its badge."""


class Look(Enum):
    """Which rows are shown."""

    ATTENTION = N_("Attention")
    NEW = N_("New")
    CHANGED = N_("Changed")
    SAME = N_("The same")
    ALL = N_("All")


LOOKS = tuple(Look)
_OF = {Look.NEW: Outcome.NEW, Look.CHANGED: Outcome.CHANGED, Look.SAME: Outcome.SAME}
_ATTENTION = {Outcome.REFUSED, Outcome.SKIPPED, Outcome.WAITING}
_GRAVE = (Action.REFUSE_ROW, Action.REFUSE_VALUE, Action.QUESTION, Action.NOTE)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of one sheet. The id is its place in the sheet, so that a list can find it."""

    id: UUID
    plan: RowPlan
    partly: bool = False
    """Whether it can also be taken without the value that is in question."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was said about it, the gravest first."""
        issues = sorted(self.plan.issues, key=lambda issue: _GRAVE.index(issue.action))
        return tuple(issue.reason for issue in issues)


def _reason(row: ImportRow) -> str:
    reasons = row.reasons
    if not reasons:
        return ""
    more = len(reasons) - 1
    return f"{reasons[0]} (+{more})" if more else reasons[0]


COLUMNS = (
    Column[ImportRow]("row", N_("Row"), lambda row: row.plan.row, width=6, kind="number"),
    Column[ImportRow](
        "title",
        N_("Name"),
        lambda row: row.plan.title or _("Without name"),
        width=44,
        kind="two",
        sub=_reason,
    ),
    Column[ImportRow](
        "outcome",
        N_("What happens"),
        lambda row: _(OUTCOMES[row.plan.outcome][0]),
        width=14,
        kind="badge",
        state=lambda row: OUTCOMES[row.plan.outcome][1],
    ),
)


def needs_attention(row: RowPlan) -> bool:
    """Refused, left out, waiting, or open to a choice."""
    return row.outcome in _ATTENTION or bool(row.choices)


def shown(sheet: SheetPlan, look: Look) -> list[int]:
    """The places in the sheet of the rows to show."""
    if look is Look.ALL:
        return list(range(len(sheet.rows)))
    if look is Look.ATTENTION:
        return [at for at, row in enumerate(sheet.rows) if needs_attention(row)]
    return [at for at, row in enumerate(sheet.rows) if row.outcome is _OF[look]]


def counts(sheet: SheetPlan) -> list[int]:
    """How many rows each look would show."""
    return [len(shown(sheet, look)) for look in LOOKS]


def breakdown(sheet: SheetPlan) -> str:
    """What the rows that ask for attention are, in one line."""
    found = Counter(row.outcome for row in sheet.rows)
    questioned = sum(bool(row.choices) for row in sheet.rows)
    said = (
        (_("{count} in question"), questioned),
        (_("{count} refused"), found[Outcome.REFUSED]),
        (_("{count} waiting for their centre"), found[Outcome.WAITING]),
    )
    return " · ".join(words.format(count=thousands(count)) for words, count in said if count)


def row_id(at: int) -> UUID:
    return UUID(int=at)


def rows(sheet: SheetPlan, wanted: Sequence[UUID]) -> list[ImportRow]:
    """These rows of the sheet."""
    return [ImportRow(one, sheet.rows[one.int]) for one in wanted if one.int < len(sheet.rows)]


def summary(plan: CentreListPlan) -> list[str]:
    """[261 centra, 1.156 vestigingen]: what would be made; then how many records would change."""
    made = Counter(write.kind for write in plan.writes if write.id is None)
    changed = sum(write.id is not None for write in plan.writes)
    words = (
        (Kind.CENTRE, ngettext("{count} centre", "{count} centres", made[Kind.CENTRE])),
        (
            Kind.ESTABLISHMENT,
            ngettext("{count} establishment", "{count} establishments", made[Kind.ESTABLISHMENT]),
        ),
        (
            Kind.COUNSELLOR,
            ngettext("{count} counsellor", "{count} counsellors", made[Kind.COUNSELLOR]),
        ),
        (Kind.MANDATE, ngettext("{count} mandate", "{count} mandates", made[Kind.MANDATE])),
        (
            Kind.CERTIFICATE,
            ngettext("{count} certificate", "{count} certificates", made[Kind.CERTIFICATE]),
        ),
    )
    parts = [said.format(count=thousands(made[kind])) for kind, said in words if made[kind]]
    if changed:
        said = ngettext("{count} change", "{count} changes", changed)
        parts.append(said.format(count=thousands(changed)))
    if not parts and plan.writes:
        said = ngettext("{count} record", "{count} records", len(plan.writes))
        parts.append(said.format(count=thousands(len(plan.writes))))
    return parts
