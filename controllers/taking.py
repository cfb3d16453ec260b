"""What people take along from a check on paper: the closing sheet, the report, the empty list."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.checks.keeping import content_now, told
from controllers.export.closing_sheet import ClosingSheet, closing_pdf, write_closing
from controllers.export.landing import Exported
from models.checks import queries
from models.checks.queries import revisions as kept
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import shown_mark
from models.checks.rules.content import canonical, mark_of
from models.checks.values import CheckState
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages


class Taking:
    """Papers of a check. Making one changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def closing(self, check_id: UUID, path: Path) -> Exported:
        """The closing sheet as a PDF file."""
        return write_closing(self._closing(check_id), path)

    def closing_pages(self, check_id: UUID) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(closing_pdf(self._closing(check_id)))

    def _closing(self, check_id: UUID) -> ClosingSheet:
        with self._store.look() as session:
            check = queries.file(session, check_id)
            found = told(session, check, rows_of(session, check_id))
            final = kept.last_final(session, check_id)
            done = check.state is CheckState.FINISHED and final is not None
            mark = mark_of(canonical(content_now(session, check_id)))
            return ClosingSheet(
                closing=found,
                seen=kept.seen_of(session, check_id, shown_mark(found)),
                mark=final.sha256 if done and final is not None else mark,
                revision=final.number if done and final is not None else 0,
            )
