"""Papers of a check on their way out: to a printer, or kept as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checks.values import CheckFile
from models.kernel.text import _
from ui.papers import Paper
from ui.papers import Papers as PapersOut
from ui.tasks import Tasks


class Papers(PapersOut):
    """The papers of one check."""

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        super().__init__(tasks, host)
        taking = controllers.taking
        self.closing = Paper(_("closing sheet"), taking.closing_pages, taking.closing)
        self.report = Paper(_("report of the check"), taking.report_pages, taking.report)
        self.empty = Paper(_("empty checklist"), taking.paper_pages, taking.paper)
        self.difference = Paper(_("difference"), taking.difference_pages, taking.difference)

    def show_check(self, check: CheckFile) -> None:
        self.show_of(check.id, check.reference, check.centre_name)
