"""Whose workbook this is: the export it came from, or the refusal that says what it is instead."""

from uuid import UUID

from controllers.exchange import content
from controllers.exchange.content import Content
from controllers.exchange.kinds import E, Kind, T
from controllers.exchange.owning import of_another_centre
from controllers.exchange.refusals import SheetStampChanged
from controllers.intake.cells import shown_of
from controllers.intake.checklist_back import ChecklistBack, Stamp
from models.centres import queries as centre_queries
from models.kernel.errors import Gone
from models.kernel.text import N_, _
from models.kernel.wording import enumeration
from models.store.session import LookSession


def origin(
    session: LookSession, kind: Kind[T, E], back: ChecklistBack, thing_id: UUID | None
) -> tuple[E, Content]:
    """The export this workbook came from, of the thing that is looked at.

    Raises the refusals of its kind, SheetStampChanged, and Gone for a thing that was taken back.
    """
    stamp = back.stamp
    if kind.foreign(back):
        raise kind.refusals.kind(theirs=stamp.reference, centre=stamp.centre_name)
    found = session.get(kind.export, stamp.export)
    looked_at = thing_id or (kind.thing_of(found) if found else None)
    if looked_at is not None:
        _same_thing(session, kind, stamp, looked_at)
    if found is None or kind.thing_of(found) != looked_at:
        raise kind.refusals.export(reference=stamp.reference, centre=stamp.centre_name)
    kept = content.read(found.content)
    _same_stamp(stamp, kept, found.sha256)
    return found, kept


def _same_stamp(stamp: Stamp, kept: Content, mark: str) -> None:
    """Everything the hidden sheet says is what it said when it left."""
    pairs = (
        (stamp.centre, kept.centre, N_("the enterprise number")),
        (stamp.centre_name, kept.centre_name, N_("the name of the centre")),
        (stamp.reference, kept.reference, N_("the reference")),
        (stamp.checklist, kept.checklist, N_("the checklist")),
        (stamp.use, kept.use, N_("for whom it was made")),
        (stamp.mark, mark, N_("the mark of its content")),
    )
    changed = [_(name) for said, held, name in pairs if shown_of(said) != shown_of(held)]
    if changed:
        raise SheetStampChanged(what=enumeration(changed))


def _same_thing(session: LookSession, kind: Kind[T, E], stamp: Stamp, thing_id: UUID) -> None:
    row = session.get(kind.thing, thing_id)
    if row is None:
        raise Gone
    theirs = session.get(kind.thing, stamp.about)
    if of_another_centre(session, stamp, row.centre_id, theirs.centre_id if theirs else None):
        ours = centre_queries.identity(session, row.centre_id).name
        raise kind.refusals.centre(theirs=stamp.centre_name, ours=ours)
    if (stamp.about, stamp.reference) != (row.id, row.reference):
        raise kind.refusals.one(theirs=stamp.reference, ours=row.reference)
    if stamp.version != row.template_version:
        raise kind.refusals.version(theirs=stamp.version, ours=row.template_version)
