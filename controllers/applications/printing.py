"""The assessment of an application on paper, empty or as it stands. Making it changes nothing."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.applications.steps import Steps
from controllers.export.assessment_paper import AssessmentPaper
from controllers.export.landing import Exported
from controllers.export.pdf import assessment_pdf, write_pdf
from models.applications import queries
from models.applications.entities import CriterionJudgement
from models.attachments import queries as attachment_queries

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages


class Printing(Steps):
    """Nouns and files; `filled` for the judgements as they stand."""

    def paper(self, application_id: UUID, path: Path, *, filled: bool) -> Exported:
        """As a PDF file. Raises Gone, and what `land` raises."""
        return write_pdf(assessment_pdf(self._paper(application_id, filled=filled)), path)

    def paper_pages(self, application_id: UUID, *, filled: bool) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(assessment_pdf(self._paper(application_id, filled=filled)))

    def _paper(self, application_id: UUID, *, filled: bool) -> AssessmentPaper:
        table = CriterionJudgement.__tablename__
        with self._store.look() as session:
            file = queries.file(session, application_id, self._today())
            proofs = {
                one.key: tuple(
                    sorted(
                        each.name
                        for each in attachment_queries.of_thing(
                            session, table, queries.judgement_id(file.id, one.key)
                        )
                    )
                )
                for one in file.criteria
                if one.judged.proofs
            }
        return AssessmentPaper(file, filled, proofs)
