"""Whose workbook this is: the export it came from, or the refusal that says what it is instead."""

from uuid import UUID

from controllers.checks.exchange.refusals import (
    SheetOfAnApplication,
    SheetOfAnotherCentre,
    SheetOfAnotherCheck,
    SheetOfAnotherVersion,
    SheetOfUnknownExport,
)
from controllers.exchange import content
from controllers.exchange.content import Content
from controllers.exchange.owning import of_another_centre
from controllers.exchange.refusals import SheetStampChanged
from controllers.intake.checklist_back import ChecklistBack, Stamp
from models.centres import queries as centre_queries
from models.checks.entities import ChecklistExport, DossierCheck
from models.kernel.errors import Gone
from models.store.session import LookSession


def origin(
    session: LookSession, back: ChecklistBack, check_id: UUID | None
) -> tuple[ChecklistExport, Content]:
    """The export this workbook came from, of the check that is looked at.

    Raises SheetOfAnApplication, SheetOfAnotherCentre, SheetOfAnotherCheck, SheetOfAnotherVersion,
    SheetOfUnknownExport, SheetStampChanged, and Gone for a check that was taken back.
    """
    stamp = back.stamp
    if back.of_application:
        raise SheetOfAnApplication(theirs=stamp.reference, centre=stamp.centre_name)
    found = session.get(ChecklistExport, stamp.export)
    looked_at = check_id or (found.check_id if found else None)
    if looked_at is not None:
        _same_check(session, stamp, looked_at)
    if found is None or found.check_id != looked_at:
        raise SheetOfUnknownExport(reference=stamp.reference, centre=stamp.centre_name)
    kept = content.read(found.content)
    if (stamp.mark, stamp.use) != (found.sha256, kept.use):
        raise SheetStampChanged
    return found, kept


def _same_check(session: LookSession, stamp: Stamp, check_id: UUID) -> None:
    check = session.get(DossierCheck, check_id)
    if check is None:
        raise Gone
    theirs = session.get(DossierCheck, stamp.about)
    if of_another_centre(session, stamp, check.centre_id, theirs.centre_id if theirs else None):
        ours = centre_queries.identity(session, check.centre_id).name
        raise SheetOfAnotherCentre(theirs=stamp.centre_name, ours=ours)
    if (stamp.about, stamp.reference) != (check.id, check.reference):
        raise SheetOfAnotherCheck(theirs=stamp.reference, ours=check.reference)
    if (stamp.checklist, stamp.version) != (check.template_key, check.template_version):
        raise SheetOfAnotherVersion(theirs=stamp.version, ours=check.template_version)
