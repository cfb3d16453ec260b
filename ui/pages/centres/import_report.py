"""The dry run of a list: every row with what would happen to it, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from controllers.intake.plan_values import CentreListPlan, Choice, SheetPlan
from models.kernel.text import _
from ui.kit.base import Text, column, empty, row, wrap
from ui.kit.incoming import IncomingReport
from ui.kit.record_table import RecordTable
from ui.kit.record_view import RecordView
from ui.pages.centres.fitting import Tabs
from ui.pages.centres.import_rows import (
    COLUMNS,
    LOOKS,
    ImportRow,
    Look,
    breakdown,
    counts,
    row_id,
    rows,
    shown,
    summary,
)
from ui.pages.centres.keys import inside, upon
from ui.pages.centres.row_panel import RowPanel
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.intake.centre_reading import CentreListReading, SheetReading

Decisions = dict[tuple[str, int], Choice]


class ImportReport(IncomingReport):
    """`decided(Decisions)` when a choice changed."""

    decided = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__((_("Centres"), _("Import a list")), _("Import"))
        self._plan: CentreListPlan | None = None
        self._sheets: list[SheetPlan] = []
        self._reading: CentreListReading | None = None
        self._decisions: Decisions = {}
        self._sheet: SheetPlan | None = None
        self.table: RecordTable[ImportRow] = RecordTable(COLUMNS, self._rows, tasks, self)
        self.view = RecordView(self.table)
        self.view.setAccessibleName(_("Rows of the list"))
        self.view.heading.setSectionsClickable(False)
        self.panel = RowPanel()
        self.looks = Tabs([_(look.value) for look in LOOKS], name=_("Which rows"))
        self.sheets: Tabs | None = None
        self._partly: set[tuple[str, int]] = set()
        self._said = Text("", "small", 400, "quiet", wrap=True)
        self.nothing = Text("", "body", 400, "quiet", wrap=True)
        self._lay_out()
        self._connect()

    def begin(self, reading: CentreListReading, plan: CentreListPlan) -> None:
        """A list that was just read; no choice was made yet."""
        self._reading, self._decisions = reading, {}
        self._partly = {
            (row.sheet, row.row) for sheet in plan.sheets for row in sheet.rows if row.held_back
        }
        self._sheets = [sheet for sheet in plan.sheets if sheet.role]
        self._make_tabs(self._sheets)
        self._sheet = self._sheets[0] if self._sheets else None
        self.show_plan(plan)
        attention = self._sheet is not None and counts(self._sheet)[0]
        self._look(0 if attention else len(LOOKS) - 1)
        self.view.setFocus()

    def show_plan(self, plan: CentreListPlan) -> None:
        """The same list, planned anew; the place in it stays."""
        self._plan = plan
        name = self._sheet.name if self._sheet else ""
        self._sheets = [sheet for sheet in plan.sheets if sheet.role]
        self._sheet = next((s for s in self._sheets if s.name == name), None)
        if self.sheets is not None:
            self.sheets.set_counts([len(sheet.rows) for sheet in self._sheets])
        file = self._reading.file if self._reading else ""
        said = ", ".join(summary(plan))
        self.header.set_sub(f"{file} · {said}" if said else f"{file} · {_('nothing new')}")
        self.take.allow("" if said else _("There is nothing new in this list."))
        self._show_rows()

    @property
    def decisions(self) -> Decisions:
        return dict(self._decisions)

    def _lay_out(self) -> None:
        self._tabs = row(gap=10)
        self._tab_lines = column(
            self._tabs,
            self.looks,
            self._said,
            gap=10,
            margins=(28, 0, 24, 12),
        )
        left = column(self._tab_lines, gap=0)
        self._none = wrap(column(self.nothing, None, margins=(28, 16, 24, 0)))
        left.addWidget(self._none)
        left.addLayout(column(self.view, gap=0, margins=(16, 0, 12, 0)), 1)
        self.stand(left, self.panel)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self._crumb)
        self.take.clicked.connect(self.taken)
        self.looks.chosen.connect(self._look)
        self.view.chosen.connect(self._show_row)
        self.view.unchosen.connect(partial(self.panel.show_row, None))
        self.table.dataChanged.connect(self._refresh_panel)
        self.panel.chosen.connect(self._decide)
        upon(self.view, "Space", self._toggle)
        inside(self, "F8", self._next_question)
        inside(self, "Esc", self.cancel.click)

    def _make_tabs(self, sheets: Sequence[SheetPlan]) -> None:
        empty(self._tabs)
        self.sheets = Tabs([sheet.name for sheet in sheets], name=_("Sheets of the list"))
        self.sheets.chosen.connect(self._turn)
        self._tabs.addWidget(self.sheets)

    def _turn(self, number: int) -> None:
        self._sheet = self._sheets[number]
        self._look(0 if counts(self._sheet)[0] else len(LOOKS) - 1)

    def _look(self, number: int) -> None:
        self.looks.choose(number)
        self._show_rows()
        if self.table.rowCount():
            self.view.choose(self.table.id_at(0))
        self._refresh_panel()

    def _show_rows(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        look = LOOKS[self.looks.choice()]
        self.looks.set_counts(counts(sheet))
        found = [row_id(at) for at in shown(sheet, look)]
        self.table.show(found)
        self.view.setVisible(bool(found))
        self._none.setVisible(not found)
        self.nothing.setText(_nothing(look))
        unused = _unused(self._reading, sheet) if self._reading else ""
        said = "   ".join(part for part in (breakdown(sheet), unused) if part)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._refresh_panel()

    def _rows(self, wanted: Sequence[UUID]) -> list[ImportRow]:
        """On a reader's thread: the sentences are only made for what is in sight."""
        return rows(self._sheet, wanted) if self._sheet is not None else []

    def _show_row(self, one: UUID) -> None:
        sheet = self._sheet
        if sheet is None or one.int >= len(sheet.rows):
            self.panel.show_row(None)
            return
        plan = sheet.rows[one.int]
        self.panel.show_row(ImportRow(one, plan, (plan.sheet, plan.row) in self._partly))

    def _refresh_panel(self, *_: object) -> None:
        current = self.view.current_id if self.table.rowCount() else None
        if current is None:
            self.panel.show_row(None)
        else:
            self._show_row(current)

    def _decide(self, choice: Choice | None) -> None:
        current = self.view.current_id
        if self._sheet is None or current is None:
            return
        plan = self._sheet.rows[current.int]
        place = plan.sheet, plan.row
        if not plan.choices or choice is self._decisions.get(place):
            return
        if choice is None:
            del self._decisions[place]
        else:
            self._decisions[place] = choice
        self.decided.emit(self.decisions)

    def _toggle(self) -> None:
        current = self.view.current_id
        if self._sheet is None or current is None:
            return
        plan = self._sheet.rows[current.int]
        if plan.choices:
            self._decide(Choice.TAKE if plan.choice is Choice.SKIP else Choice.SKIP)

    def _next_question(self) -> None:
        """On from here, and round again."""
        if self._sheet is None or not self.table.rowCount():
            return
        here = self.view.currentIndex().row()
        count = self.table.rowCount()
        for step in range(1, count + 1):
            one = self.table.id_at((here + step) % count)
            if self._sheet.rows[one.int].choices:
                self.view.choose(one)
                self.view.setFocus()
                return

    def _crumb(self, number: int) -> None:
        if number == 0:
            self.left.emit()


def _nothing(look: Look) -> str:
    if look is Look.ATTENTION:
        return _("No row of this sheet asks for attention.")
    return _("No row of this sheet is of this kind.")


def _unused(reading: CentreListReading, sheet: SheetPlan) -> str:
    """What was not recognised, said once: columns, questions about the sheet, other sheets."""
    read: SheetReading | None = next((s for s in reading.sheets if s.name == sheet.name), None)
    said = [issue.reason for issue in sheet.questions]
    if read is not None and read.unknown_columns:
        names = ", ".join(
            f"{letter} “{title}”" if title else letter for letter, title in read.unknown_columns
        )
        said.append(_("Not used: column {names}.").format(names=names))
    others = [one.name for one in reading.sheets if not one.role]
    if others:
        said.append(_("Not read: sheet {names}.").format(names=", ".join(others)))
    return " ".join(said)
