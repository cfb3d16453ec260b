"""Papers as PDF: A4, tagged; the same facts give the same bytes, so each is dated by what it tells.

Reportlab comes in with the first paper that is drawn.
"""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from models.checks.values.revision import RevisionDifference

if TYPE_CHECKING:
    from controllers.export.assessment_paper import AssessmentPaper
    from controllers.export.check_report import CheckReport
    from controllers.export.closing_sheet import ClosingSheet
    from controllers.export.paper_list import PaperList
    from controllers.export.register_paper import RegisterPaper

NO_DAY = date(2000, 1, 1)
"""Of a paper that is of no day in particular."""


def report_pdf(report: "CheckReport") -> bytes:
    """With repeated heads and bookmarks; an answer never breaks over two pages.

    Dated by the visit, or the day it is planned on.
    """
    from controllers.export.paper.report import draw_report

    day = report.check.get("visit_date") or report.check.get("planned_on")
    return draw_report(report, made_at=_noon(date.fromisoformat(day) if day else NO_DAY))


def closing_pdf(sheet: "ClosingSheet") -> bytes:
    """One page; a fuller visit is set smaller and shorter, never on a second page."""
    from controllers.export.paper.closing import draw_closing

    made_at = _noon(sheet.closing.day or NO_DAY)
    return draw_closing(sheet, made_at=made_at, fingerprint=fingerprint(sheet))


def difference_pdf(found: RevisionDifference) -> bytes:
    """Two moments of a check: what stood there, and what stands there; with repeated heads."""
    from controllers.export.paper.difference import draw_difference

    return draw_difference(found, made_at=_noon(NO_DAY), fingerprint=fingerprint(found))


def paper_pdf(paper: "PaperList") -> bytes:
    """The empty checklist, on its side, six dossiers abreast."""
    from controllers.export.paper.empty_list import draw_list

    return draw_list(paper, made_at=_noon(NO_DAY))


def assessment_pdf(paper: "AssessmentPaper") -> bytes:
    """With repeated heads; an answer never breaks over two pages.

    Dated by the day the application came in.
    """
    from controllers.export.paper.assessment import draw_assessment

    return draw_assessment(paper, made_at=_noon(paper.file.days.received_on))


def register_pdf(paper: "RegisterPaper") -> bytes:
    """On its side, with repeated heads."""
    from controllers.export.paper.register import draw_register

    return draw_register(paper, made_at=_noon(NO_DAY))


def write_pdf(pdf: bytes, path: Path) -> Exported:
    """Put it in a .pdf, whole or not at all; raises what `land` raises."""
    return land(pdf, named(path, ".pdf"))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
