"""A checklist back from Excel: what it would do, every mistake with its cell, then one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checklists import Checklists
from controllers.checklists.exchanging import CHANGED, NEW, SAME, TakenTemplate, TemplatePlan
from models.checklists.values import DifferenceKind, TemplateDifference
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.overlay import Overlay
from ui.kit.row_list import Row, RowList
from ui.pages.checklists.words import label
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.intake.checklist_template import TemplateReading

WIDTH, TALL = 640, 300
STAYED = (DifferenceKind.SAME, DifferenceKind.MOVED)


class BackCard(Overlay):
    """`taken(UUID)` gives the draft it became; `refused(AppError)` why it could not be read."""

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, host: QWidget, checklists: Checklists, tasks: Tasks) -> None:
        super().__init__(host, WIDTH)
        self._host, self._checklists, self._tasks = host, checklists, tasks
        self._reading: TemplateReading | None = None
        self.title = Text("", "body", 600, wrap=True)
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.lines = RowList()
        self.lines.setFixedHeight(TALL)
        self.lines.setAccessibleName(_("Mistakes and remarks, cell by cell"))
        self.full = Text("", "small", 400, wrap=True)
        self.cancel = Button(_("Cancel"), "secondary")
        self.take = Button(_("Take over as a new draft"), "primary")
        self.card.setLayout(
            column(
                self.title,
                self.told,
                self.lines,
                self.full,
                row(None, self.cancel, self.take, gap=8),
                gap=12,
                margins=(24, 22, 24, 20),
            )
        )
        self.cancel.clicked.connect(self.close_card)
        self.take.clicked.connect(self._take)
        self.lines.chosen.connect(self._show_line)
        self.closed.connect(self.deleteLater)

    def start(self, path: Path) -> None:
        """Read the workbook and say what it would do; nothing is written yet."""
        self._tasks.ask(self._plan, path).then(self._show).otherwise(self._explain)

    def _plan(self, path: Path) -> TemplatePlan:
        """On a reader's thread."""
        return self._checklists.plan_workbook(self._checklists.read_workbook(path))

    def _show(self, plan: TemplatePlan) -> None:
        self._reading = plan.reading
        self.setAccessibleName(_("Checklist from Excel"))
        self.title.setText(plan.template.title)
        self.told.setText(_told(plan))
        self.lines.set_rows(_lines(plan))
        self.lines.setVisible(bool(self.lines.rows.items))
        for one in self.lines.rows.items[:1]:
            if isinstance(one, Row):
                self.lines.choose(one.payload)
                self._show_line(one.payload)
        possible = not plan.reading.issues and plan.differs
        self.take.setEnabled(possible)
        self.open(self.take if possible else self.lines if self.lines.rows.items else self.cancel)

    def _show_line(self, payload: object) -> None:
        """The line stands in full below the list: a sentence is longer than a row."""
        rows = [one for one in self.lines.rows.items if isinstance(one, Row)]
        found = next((one for one in rows if one.payload == payload), None)
        self.full.setText(f"{found.title}: {found.sub}" if found else "")

    def _take(self) -> None:
        if self._reading is not None and self.take.isEnabled():
            self.take.setEnabled(False)
            taken = self._tasks.do(self._checklists.take_workbook, self._reading)
            taken.ended(self._over).then(self._taken).otherwise(self._explain)

    def _over(self) -> None:
        self.take.setEnabled(True)

    def _taken(self, taken: TakenTemplate) -> None:
        self.close_card()
        self.taken.emit(taken.version_id)

    def _explain(self, error: AppError) -> None:
        self.close_card()
        self.refused.emit(error)


def _told(plan: TemplatePlan) -> str:
    """12 questions new, 3 changed ...; and whether something stands in the way."""
    counted = Counter(outcome for _row, _key, outcome in plan.outcomes)
    said = _("New: {new} · changed: {changed} · the same: {same} · taken out: {removed}").format(
        new=counted[NEW], changed=counted[CHANGED], same=counted[SAME], removed=len(plan.removed)
    )
    if also := _also(plan.since):
        said = f"{said}\n" + _("Also changed: {what}").format(what=", ".join(also))
    wrong = len(plan.reading.issues)
    if not wrong:
        nothing = _("Nothing differs from the version it was made from.")
        return said if plan.differs else f"{said}\n{nothing}"
    stop = ngettext(
        "{count} cell must be mended in Excel first; nothing was written.",
        "{count} cells must be mended in Excel first; nothing was written.",
        wrong,
    )
    return f"{said}\n{stop.format(count=wrong)}"


def _also(since: TemplateDifference | None) -> list[str]:
    """What changed beside the questions themselves: facts of the list, sections, the order."""
    if since is None:
        return []
    facts = [label(one.field).casefold() for one in since.facts]
    titled = any(one.kind not in STAYED for one in since.sections)
    questions = [one for section in since.sections for one in section.questions]
    moved = [one.kind is DifferenceKind.MOVED for one in since.sections]
    ordered = any(moved) or any(one.moved for one in questions)
    told = ((titled, _("the sections")), (ordered, _("the order")))
    return [*facts, *(said for so, said in told if so)]


def _lines(plan: TemplatePlan) -> Sequence[Row]:
    wrong = [
        Row(f"{one.column}{one.row}", one.reason, badge=("late", _("To mend")), payload=("bad", at))
        for at, one in enumerate(plan.reading.issues)
    ]
    remarks = [
        Row(
            one.question_key or plan.template.title,
            one.sentence,
            badge=("remark", _("Remark")),
            payload=("told", at),
        )
        for at, one in enumerate(plan.warnings)
    ]
    return [*wrong, *remarks]
