"""The draw made again at the table: from what was kept, and against a list somebody brings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.intake.dossier_list import DossierList, read_dossier_list, read_dossier_text
from models.checks.values import DrawKind
from models.checks.values.sampling import Repeated, SampleFile
from models.checks.values.sampling_refusals import ColumnToSpreadUnknown
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_open
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.form import FormRow
from ui.kit.overlay import Overlay
from ui.pages.checks.list_field import ListField
from ui.tasks import Tasks, Ticket

WIDTH = 620
LISTS = "CSV, Excel (*.csv *.txt *.tsv *.xlsx *.xlsm)"


class RepeatCard(Overlay):
    """Says plainly: the same, or where it differs. Nothing is written, so Esc loses nothing."""

    def __init__(
        self, host: QWidget, checks: Checks, tasks: Tasks, check_id: UUID, sample: SampleFile
    ) -> None:
        super().__init__(host, WIDTH)
        self._checks, self._tasks, self._id = checks, tasks, check_id
        self._sample = sample
        self._asked: Ticket[Repeated] | None = None
        self.setAccessibleName(_("Repeat the draw"))
        self.own = Text("", "body", 500, "ink", wrap=True)
        self.numbers = ListField(lines=3, most=6)
        self.brought = FormRow(
            _("Against a list of the centre"),
            self.numbers,
            _("Paste the list, drop a file here, or open one. Nothing of it is kept."),
        )
        self.outcome = Text("", "body", 500, "ink", wrap=True)
        self.open_list = Button(_("Open a list"), "secondary", "download")
        self.done = Button(_("Close"), "secondary", keys="Esc")
        title = Text(_("Repeat the draw"), "body", 600, wrap=True)
        foot = row(self.open_list, None, self.done, gap=8)
        self.card.setLayout(
            column(
                *(title, self.own, 8, self.brought, self.outcome, 12, foot),
                gap=8,
                margins=(24, 22, 24, 20),
            )
        )
        self.outcome.hide()
        again = sample.kind is DrawKind.SAME
        self.brought.setVisible(not again)
        self.open_list.setVisible(not again)
        self.numbers.edited.connect(self._typed)
        self.numbers.dropped.connect(self.read_file)
        self.open_list.clicked.connect(self._ask_file)
        self.done.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        """Draw again from what was kept, at once."""
        self._tasks.ask(self._checks.repeat_draw, self._id).then(self._own).otherwise(self._refused)
        self.open(self.numbers if self._sample.kind is not DrawKind.SAME else self.done)

    def read_file(self, path: Path) -> None:
        """Hold the list of this file against the draw."""
        self._hold(partial(read_dossier_list, path))

    def _typed(self, text: object) -> None:
        if str(text).strip():
            self._hold(partial(read_dossier_text, str(text)))

    def _hold(self, read: Callable[[], DossierList]) -> None:
        self.brought.clear()
        by = self._sample.grouped_by
        asked = self._tasks.ask(_held, self._checks, self._id, read, by)
        self._asked = asked.instead_of(self._asked).then(self._said).otherwise(self._refused)

    def _ask_file(self) -> None:
        choose_open(self, _("Open a list"), LISTS, self.read_file)

    def _own(self, found: Repeated) -> None:
        self._show(self.own, found)

    def _said(self, found: Repeated) -> None:
        self._asked = None
        self.outcome.show()
        self._show(self.outcome, found)

    def _show(self, where: Text, found: Repeated) -> None:
        where.setText("\n".join(found.sentences))
        where.set_tone("done" if found.same else "late")
        self.place()

    def _refused(self, error: AppError) -> None:
        self.outcome.hide()
        self.brought.refuse(str(error))
        self.numbers.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()


def _held(checks: Checks, check_id: UUID, read: Callable[[], DossierList], by: str) -> Repeated:
    """Read the list and draw from it, away from the window; its groups where it has them."""
    found = read()
    try:
        return checks.repeat_draw(check_id, found.entries(by))
    except ColumnToSpreadUnknown:
        return checks.repeat_draw(check_id, found.entries(), by_kept=True)
