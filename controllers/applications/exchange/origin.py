"""Whose workbook this is: the export it came from, or the refusal that says what it is instead."""

from uuid import UUID

from controllers.applications.exchange.refusals import (
    AssessmentOfACheck,
    AssessmentOfAnotherApplication,
    AssessmentOfAnotherCentre,
    AssessmentOfAnotherVersion,
    AssessmentOfUnknownExport,
)
from controllers.exchange import content
from controllers.exchange.content import Content
from controllers.exchange.owning import of_another_centre
from controllers.exchange.refusals import SheetStampChanged
from controllers.intake.checklist_back import ChecklistBack, Stamp
from models.applications.entities import AssessmentExport, MandateApplication
from models.centres import queries as centre_queries
from models.kernel.errors import Gone
from models.store.session import LookSession


def origin(
    session: LookSession, back: ChecklistBack, application_id: UUID | None
) -> tuple[AssessmentExport, Content]:
    """The export this workbook came from, of the application that is looked at.

    Raises AssessmentOfACheck, AssessmentOfAnotherCentre, AssessmentOfAnotherApplication,
    AssessmentOfAnotherVersion, AssessmentOfUnknownExport, SheetStampChanged, and Gone for an
    application that was taken back.
    """
    stamp = back.stamp
    if back.parts and not back.of_application:
        raise AssessmentOfACheck(theirs=stamp.reference, centre=stamp.centre_name)
    found = session.get(AssessmentExport, stamp.export)
    looked_at = application_id or (found.application_id if found else None)
    if looked_at is not None:
        _same_application(session, stamp, looked_at)
    if found is None or found.application_id != looked_at:
        raise AssessmentOfUnknownExport(reference=stamp.reference, centre=stamp.centre_name)
    kept = content.read(found.content)
    if (stamp.mark, stamp.use) != (found.sha256, kept.use):
        raise SheetStampChanged
    return found, kept


def _same_application(session: LookSession, stamp: Stamp, application_id: UUID) -> None:
    row = session.get(MandateApplication, application_id)
    if row is None:
        raise Gone
    theirs = session.get(MandateApplication, stamp.about)
    if of_another_centre(session, stamp, row.centre_id, theirs.centre_id if theirs else None):
        ours = centre_queries.identity(session, row.centre_id).name
        raise AssessmentOfAnotherCentre(theirs=stamp.centre_name, ours=ours)
    if (stamp.about, stamp.reference) != (row.id, row.reference):
        raise AssessmentOfAnotherApplication(theirs=stamp.reference, ours=row.reference)
    if (stamp.checklist, stamp.version) != (row.template_key, row.template_version):
        raise AssessmentOfAnotherVersion(theirs=stamp.version, ours=row.template_version)
