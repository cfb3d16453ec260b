"""Papers of a check on their way out: to a printer, or kept as a PDF."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checks.values import CheckFile
from models.checks.values.exchange import SheetUse
from models.kernel.text import N_, _
from ui.papers import Paper
from ui.papers import Papers as PapersOut
from ui.tasks import Tasks

CLOSING, REPORT, DIFFERENCE, EMPTY, PROTOCOL = (
    *("closing", "report", "difference", "empty", "protocol"),
)
KINDS = {
    CLOSING: N_("Closing sheet"),
    REPORT: N_("Report"),
    DIFFERENCE: N_("Difference"),
    EMPTY: N_("Empty list"),
    PROTOCOL: N_("Protocol"),
}
"""What a Ref to papers may ask for, in the order of the card."""


class Papers(PapersOut):
    """The papers of one check."""

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        super().__init__(tasks, host)
        self._taking, outgoing = controllers.taking, controllers.outgoing
        self.closing, self.report = self.closing_of(None), self.report_of(None)
        taking = self._taking
        self.empty = Paper(_("empty checklist"), taking.paper_pages, taking.paper)
        self.protocol = Paper(_("Protocol"), outgoing.protocol_pages, outgoing.protocol)

    def show_check(self, check: CheckFile) -> None:
        self.show_of(check.id, check.reference, check.centre_name)

    def closing_of(self, moment: UUID | None, word: str = "") -> Paper:
        """The closing sheet of one moment; None is the check as it stands."""
        return Paper(
            f"{_('closing sheet')} {word}".strip(),
            partial(self._taking.closing_pages, revision_id=moment),
            partial(self._taking.closing, revision_id=moment),
        )

    def report_of(
        self,
        moment: UUID | None,
        word: str = "",
        *,
        pictures: bool = False,
        use: SheetUse = SheetUse.OFFICER,
    ) -> Paper:
        """The report of one moment, perhaps with its proof made small; or the centre's own."""
        named = {
            SheetUse.OFFICER: _("report of the check"),
            SheetUse.CENTRE: _("report for the centre"),
        }
        taking = self._taking
        return Paper(
            f"{named[use]} {word}".strip(),
            partial(taking.report_pages, revision_id=moment, pictures=pictures, use=use),
            partial(taking.report, revision_id=moment, pictures=pictures, use=use),
        )

    def difference_of(self, first: UUID, second: UUID | None) -> Paper:
        """Two moments side by side; without a second, with the check as it stands."""
        return Paper(
            _("difference"),
            partial(self._taking.difference_pages, first=first, second=second),
            partial(self._taking.difference, first=first, second=second),
        )
