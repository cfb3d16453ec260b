"""What people take along from a check on paper: the closing sheet, the report, the empty list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers import moments
from controllers.checks.keeping import differences
from controllers.export.check_report import CheckReport
from controllers.export.closing_sheet import ClosingSheet
from controllers.export.landing import Exported
from controllers.export.paper_list import PaperList
from controllers.export.pdf import (
    closing_pdf,
    difference_pdf,
    paper_pdf,
    report_pdf,
    write_pdf,
)
from controllers.export.proof_pictures import pictures_of
from models.checks import queries
from models.checks.entities import DossierCheck
from models.checks.values import NothingToCompare, VisitNotBegun
from models.checks.values.exchange import SheetUse
from models.checks.values.revision import RevisionDifference
from models.kernel.wording import long_date
from models.store.session import LookSession
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages


class Taking:
    """Papers of a check. Making one changes nothing.

    `revision_id` asks for a moment that was kept; without, the check as it stands. Raises KeyError
    for a revision of another check. Closing sheet and report tell what was seen: as it stands, a
    check that has not begun has none, and VisitNotBegun is raised.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def closing(self, check_id: UUID, path: Path, revision_id: UUID | None = None) -> Exported:
        """The closing sheet as a PDF file."""
        return write_pdf(closing_pdf(self._closing(check_id, revision_id)), path)

    def closing_pages(self, check_id: UUID, revision_id: UUID | None = None) -> "PdfPages":
        """The same for a printer."""
        return _pages(closing_pdf(self._closing(check_id, revision_id)))

    def report(
        self,
        check_id: UUID,
        path: Path,
        revision_id: UUID | None = None,
        *,
        pictures: bool = False,
        use: SheetUse = SheetUse.OFFICER,
    ) -> Exported:
        """The report as a PDF file: of the check as it is, or of a revision as it was kept.

        With `pictures` the proof comes along made small, of the stored copies. For the centre
        (`use`) there are no notes, no reasons and no proof in it.
        """
        made = self._report(check_id, revision_id, pictures=pictures, use=use)
        return write_pdf(report_pdf(made), path)

    def report_pages(
        self,
        check_id: UUID,
        revision_id: UUID | None = None,
        *,
        pictures: bool = False,
        use: SheetUse = SheetUse.OFFICER,
    ) -> "PdfPages":
        """The same for a printer."""
        return _pages(report_pdf(self._report(check_id, revision_id, pictures=pictures, use=use)))

    def difference(
        self, check_id: UUID, path: Path, first: UUID | None = None, second: UUID | None = None
    ) -> Exported:
        """Two moments side by side, as a PDF file. Raises NothingToCompare."""
        return write_pdf(difference_pdf(self._difference(check_id, first, second)), path)

    def difference_pages(
        self, check_id: UUID, first: UUID | None = None, second: UUID | None = None
    ) -> "PdfPages":
        """The same for a printer."""
        return _pages(difference_pdf(self._difference(check_id, first, second)))

    def paper(self, check_id: UUID, path: Path) -> Exported:
        """The empty checklist, to fill in by pen, as a PDF file."""
        return write_pdf(paper_pdf(self._paper(check_id)), path)

    def paper_pages(self, check_id: UUID) -> "PdfPages":
        """The same for a printer."""
        return _pages(paper_pdf(self._paper(check_id)))

    def _difference(
        self, check_id: UUID, first: UUID | None, second: UUID | None
    ) -> RevisionDifference:
        with self._store.look() as session:
            found = differences(session, check_id, first, second)
        if found is None:
            raise NothingToCompare
        return found

    def _paper(self, check_id: UUID) -> PaperList:
        with self._store.look() as session:
            check = queries.file(session, check_id)
        day = check.visit_date or check.planned_on
        return PaperList(
            template=check.template,
            centre=check.centre_name,
            reference=check.reference,
            day=long_date(day) if day else "",
            dossiers=tuple(one.number for one in check.dossiers),
        )

    def _report(
        self, check_id: UUID, revision_id: UUID | None, *, pictures: bool, use: SheetUse
    ) -> CheckReport:
        with self._store.look() as session:
            _refuse_unbegun(session, check_id, revision_id)
            made = moments.report(session, check_id, revision_id, use)
        if not pictures or made.for_centre:
            return made
        proofs = made.content.get("proofs", ())
        return replace(made, pictures=pictures_of(proofs, self._store.contents))

    def _closing(self, check_id: UUID, revision_id: UUID | None) -> ClosingSheet:
        with self._store.look() as session:
            _refuse_unbegun(session, check_id, revision_id)
            return moments.closing(session, check_id, revision_id)


def _refuse_unbegun(session: LookSession, check_id: UUID, revision_id: UUID | None) -> None:
    if revision_id is None and session.get_one(DossierCheck, check_id).started_at is None:
        raise VisitNotBegun


def _pages(pdf: bytes) -> "PdfPages":
    from controllers.export.pdf_pages import PdfPages

    return PdfPages(pdf)
