"""Of which centre a workbook is, also after its number was corrected or it went on in another."""

from uuid import UUID

from controllers.intake.checklist_back import Stamp
from models.centres import queries
from models.store.session import LookSession


def of_another_centre(session: LookSession, stamp: Stamp, ours: UUID, theirs: UUID | None) -> bool:
    """Whether a workbook is of another centre than `ours`.

    `theirs` is the centre that what it is about belongs to, by its hidden id; only for what this
    file does not know, the enterprise number on the stamp tells.
    """
    found = theirs or queries.id_of(session, stamp.centre)
    return found is None or queries.standing_for(session, found) != queries.standing_for(
        session, ours
    )
