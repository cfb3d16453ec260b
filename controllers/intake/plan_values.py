"""What an import would do: the things it would write, and what it says about each row."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from controllers.intake.known import Key, Kind, Value, plain, row_of
from controllers.intake.report import Action, Issue

WAITING_CODE = "centre_refused"


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    """A question of which the answer is: not now."""
    WAITING = "waiting"
    """Its centre's own row is refused; mend that one first."""
    REFUSED = "refused"


class Choice(StrEnum):
    """What a person may answer to a questioned row."""

    SKIP = "skip"
    """Leave the row out."""
    TAKE = "take"
    """Take the row over, with the value that is in question."""


@dataclass(frozen=True)
class Thing:
    """A thing a row speaks of, by its natural keys, the surest one first."""

    kind: Kind
    centre: str
    keys: tuple[Key, ...]
    values: Mapping[str, Value]
    """Only what the row says; what is empty is not in it."""
    silent: frozenset[str] = frozenset()
    """The fields of which it says nothing."""


@dataclass(frozen=True)
class FieldChange:
    """One value that would change: `old` is None when there was none."""

    kind: Kind
    field: str
    old: Value
    new: Value


@dataclass
class Write:
    """A record to create (`id` is None) or to change."""

    kind: Kind
    key: Key
    centre: str
    """Enterprise number of the centre it belongs to; a counsellor's is that of the first row."""
    id: UUID | None
    values: dict[str, Value]
    """What to set: all that is said for a new record, only what differs for a known one."""
    sheet: str
    row: int
    counsellor: Key = ()
    """For an engagement: the key of its counsellor."""
    counsellor_id: UUID | None = None
    """For an engagement of a counsellor who is known already."""
    taken: bool = False
    """Whether the id of this key is that of a record that bears another key by now."""

    @property
    def target(self) -> UUID | None:
        """The id to write to; None for a new record that needs an id of its own."""
        return self.id or (None if self.taken else row_of(self.kind, self.key))


@dataclass(frozen=True)
class RowPlan:
    """What becomes of one row."""

    sheet: str
    row: int
    title: str
    """The name of the centre, the establishment or the counsellor."""
    outcome: Outcome
    changes: tuple[FieldChange, ...] = ()
    issues: tuple[Issue, ...] = ()
    choices: tuple[Choice, ...] = ()
    """What a person may choose; empty when there is nothing to choose."""
    choice: Choice | None = None
    """What holds now."""
    kept_empty: int = 0
    """How many known values the row leaves empty; they stay."""
    held_back: bool = False
    """Whether a value in question stays out as things are now."""


@dataclass(frozen=True)
class SheetPlan:
    """What becomes of one sheet."""

    name: str
    role: str
    header_row: int
    rows: tuple[RowPlan, ...]
    questions: tuple[Issue, ...] = ()

    def count(self, outcome: Outcome) -> int:
        return Counter(row.outcome for row in self.rows)[outcome]

    def issues(self, action: Action) -> tuple[Issue, ...]:
        """What was said, in order of row; what a row waits for is apart, see `waiting`."""
        said = (issue for row in self.rows for issue in row.issues)
        return tuple(i for i in said if i.action is action and i.code != WAITING_CODE)

    @property
    def waiting(self) -> tuple[Issue, ...]:
        """Rows that wait for a refused row of the sheet of centres."""
        return tuple(i for row in self.rows for i in row.issues if i.code == WAITING_CODE)

    def as_json(self) -> dict[str, object]:
        """As CONSOLE.md wants it, and more: what is skipped, waits, is noted and changes."""
        return {
            "name": self.name,
            "role": self.role or None,
            "header_row": self.header_row or None,
            "rows": len(self.rows),
            "new": self.count(Outcome.NEW),
            "changed": self.count(Outcome.CHANGED),
            "same": self.count(Outcome.SAME),
            "questioned": [
                *map(_issue_json, self.questions),
                *map(_issue_json, self.issues(Action.QUESTION)),
            ],
            "refused": [*map(_issue_json, self.issues(Action.REFUSE_ROW))],
            "values_refused": [*map(_issue_json, self.issues(Action.REFUSE_VALUE))],
            "notes": [*map(_issue_json, self.issues(Action.NOTE))],
            "skipped": self.count(Outcome.SKIPPED),
            "waiting": [*map(_issue_json, self.waiting)],
            "kept_empty": sum(row.kept_empty for row in self.rows),
            "differences": [
                {
                    "row": row.row,
                    "record": change.kind.value,
                    "field": change.field,
                    "old": plain(change.old),
                    "new": plain(change.new),
                }
                for row in self.rows
                if row.outcome is Outcome.CHANGED
                for change in row.changes
            ],
        }


@dataclass(frozen=True)
class CentreListPlan:
    """What an import of a list of centres would do."""

    sheets: tuple[SheetPlan, ...]
    writes: tuple[Write, ...] = field(default=())
    """In the order to write them: a centre before what belongs to it."""

    def of(self, kind: Kind) -> tuple[Write, ...]:
        return tuple(write for write in self.writes if write.kind is kind)

    @property
    def empty(self) -> bool:
        """Whether the import would change nothing."""
        return not self.writes

    def as_json(self, *, committed: bool = False, step: str | None = None) -> dict[str, object]:
        """The JSON of `import centres` (CONSOLE.md)."""
        return {
            "sheets": [sheet.as_json() for sheet in self.sheets],
            "committed": committed,
            "step": step,
        }


def _issue_json(issue: Issue) -> dict[str, object]:
    return {
        "row": issue.row,
        "column": issue.column or None,
        "field": issue.field or None,
        "code": issue.code,
        "reason": issue.reason,
    }
