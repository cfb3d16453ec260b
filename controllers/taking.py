"""What people take along from a check on paper: the closing sheet, the report, the empty list."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.checks.keeping import content_now, differences, told, version_words
from controllers.export.check_report import CheckReport, report_pdf, write_report
from controllers.export.closing_sheet import ClosingSheet, closing_pdf, write_closing
from controllers.export.difference_sheet import difference_pdf, write_difference
from controllers.export.landing import Exported
from controllers.export.paper_list import PaperList, paper_pdf, write_paper
from models.checks import queries
from models.checks.entities import DossierCheck
from models.checks.queries import revisions as kept
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import from_plain, shown_mark
from models.checks.rules.content import Content, canonical, mark_of, read
from models.checks.values import CheckState, NothingToCompare
from models.checks.values.revision import RevisionDifference
from models.kernel.wording import long_date
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

DRAFT = "ontwerp"


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

    def report(self, check_id: UUID, path: Path, revision_id: UUID | None = None) -> Exported:
        """The report as a PDF file: of the check as it is, or of a revision as it was kept."""
        return write_report(self._report(check_id, revision_id), path)

    def report_pages(self, check_id: UUID, revision_id: UUID | None = None) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(report_pdf(self._report(check_id, revision_id)))

    def difference(self, check_id: UUID, path: Path) -> Exported:
        """What became otherwise since it was kept, as a PDF file. Raises NothingToCompare."""
        return write_difference(self._difference(check_id), path)

    def difference_pages(self, check_id: UUID) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(difference_pdf(self._difference(check_id)))

    def _difference(self, check_id: UUID) -> RevisionDifference:
        with self._store.look() as session:
            found = differences(session, check_id)
        if found is None:
            raise NothingToCompare
        return found

    def paper(self, check_id: UUID, path: Path) -> Exported:
        """The empty checklist, to fill in by pen, as a PDF file."""
        return write_paper(self._paper(check_id), path)

    def paper_pages(self, check_id: UUID) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(paper_pdf(self._paper(check_id)))

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

    def _report(self, check_id: UUID, revision_id: UUID | None) -> CheckReport:
        """A finished check is told by its last final revision, so that its mark is the one kept."""
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            final = kept.last_final(session, check_id) if check.finished_at else None
            chosen = revision_id or (final.id if final is not None else None)
            if chosen is None:
                return CheckReport(content_now(session, check_id), DRAFT)
            one = next(each for each in kept.revisions(session, check_id) if each.id == chosen)
            content = read(kept.contents(session, check_id)[chosen])
            later: Content = {}
            if revision_id is None:
                now = content_now(session, check_id)
                later = {"reviews": now["reviews"]} if now.get("reviews") else {}
            return CheckReport(content, version_words(one), later)

    def _closing(self, check_id: UUID) -> ClosingSheet:
        """A finished check is told as it was kept, so that its mark stands for what is printed."""
        with self._store.look() as session:
            check = queries.file(session, check_id)
            final = kept.last_final(session, check_id)
            if check.state is CheckState.FINISHED and final is not None:
                found = from_plain(read(kept.contents(session, check_id)[final.id])["summary"])
                mark, revision = final.sha256, final.number
            else:
                found = told(session, check, rows_of(session, check_id))
                mark, revision = mark_of(canonical(content_now(session, check_id))), 0
            seen = kept.seen_of(session, check_id, shown_mark(found))
            return ClosingSheet(closing=found, seen=seen, mark=mark, revision=revision)
