"""A list of centres, understood: its sheets, facts and issues."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from controllers.intake.centre_facts import (
    CentreFacts,
    CounsellorFacts,
    EstablishmentFacts,
    Facts,
)
from controllers.intake.columns import Recognised
from controllers.intake.report import Action, Issue


@dataclass(frozen=True)
class SheetMapping:
    """What a person pointed out: kind of sheet, header row, and field -> letter."""

    role: str
    header_row: int
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetReading:
    """One sheet, understood. Rows are numbered as Excel shows them."""

    name: str
    role: str
    """`centres`, `establishments`, `counsellors`, or empty when not recognised."""
    visible: bool
    header_row: int = 0
    first_row: int = 0
    last_row: int = 0
    columns: Mapping[str, Recognised] = field(default_factory=dict)
    unknown_columns: tuple[tuple[str, str], ...] = ()
    """Letter and header of columns that are not used."""
    hidden_columns: frozenset[str] = frozenset()
    title_rows: tuple[int, ...] = ()
    totals_row: int | None = None
    notes: tuple[tuple[int, str], ...] = ()
    """Rows that are no record, with their text."""
    blank_rows: tuple[int, ...] = ()
    """Blank rows between records."""
    facts: tuple[Facts, ...] = ()
    issues: tuple[Issue, ...] = ()
    """In order of row."""
    waiting: Mapping[int, int] = field(default_factory=dict)
    """Row -> row of the sheet of centres that was refused, so that this one has to wait."""
    questions: tuple[Issue, ...] = ()
    """About the sheet as a whole: a column that is missing or doubtful."""

    def rows_with(self, action: Action) -> tuple[int, ...]:
        """The rows that have an issue of this action, in order, once each."""
        return tuple(sorted({issue.row for issue in self.issues if issue.action is action}))


@dataclass(frozen=True)
class CentreListReading:
    """A whole workbook, understood."""

    file: str
    today: date
    sheets: tuple[SheetReading, ...]

    def sheet(self, role: str) -> SheetReading | None:
        """The first sheet with this role."""
        return next((sheet for sheet in self.sheets if sheet.role == role), None)

    def facts(self, role: str) -> tuple[Facts, ...]:
        return tuple(facts for s in self.sheets if s.role == role for facts in s.facts)

    @property
    def centres(self) -> tuple[CentreFacts, ...]:
        return tuple(f for f in self.facts("centres") if isinstance(f, CentreFacts))

    @property
    def establishments(self) -> tuple[EstablishmentFacts, ...]:
        found = self.facts("establishments")
        return tuple(f for f in found if isinstance(f, EstablishmentFacts))

    @property
    def counsellors(self) -> tuple[CounsellorFacts, ...]:
        return tuple(f for f in self.facts("counsellors") if isinstance(f, CounsellorFacts))

    @property
    def usable_centres(self) -> frozenset[str]:
        """The enterprise numbers that are right, once each."""
        return frozenset(f.enterprise_number for f in self.centres if f.enterprise_number)

    def counted(self, role: str) -> Counter[str]:
        """Rows per centre (enterprise number), doubles and refused rows not counted."""
        counts: Counter[str] = Counter()
        for sheet in self.sheets:
            if sheet.role != role:
                continue
            out = {i.row for i in sheet.issues if i.code == "duplicate_row"}
            out |= set(sheet.rows_with(Action.REFUSE_ROW))
            counts.update(f.enterprise_number for f in sheet.facts if f.row not in out)
        return counts
