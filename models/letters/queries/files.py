"""One letter whole: its places, what is missing, and the document."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.checks import queries as check_queries
from models.checks import rules as check_rules
from models.checks.values import Agreed, CheckFile
from models.kernel.ids import natural_id
from models.letters import rules
from models.letters.entities import Letter, LetterPlace
from models.letters.queries.counting import letter_days
from models.letters.queries.kinds import draft
from models.letters.values import LetterFile
from models.settings import queries as settings_queries


def file(session: Session, letter_id: UUID, today: date) -> LetterFile:
    """A letter as it stands: every place, what is missing, and the document."""
    letter = session.get_one(Letter, letter_id)
    made = draft(session, letter, typed(session, letter_id), today)
    return LetterFile(
        id=letter.id,
        kind=letter.kind,
        title=made.document.title,
        reference=letter.reference,
        centre_id=letter.centre_id,
        centre_name=centre_queries.identity(session, letter.centre_id).name,
        check_id=letter.check_id,
        letter_date=letter.letter_date,
        places=made.places,
        missing=made.missing,
        document=made.document,
        wanted=tuple(rules.place_label(key) for key in made.missing),
    )


def of_check(session: Session, check_id: UUID, kind: str) -> UUID | None:
    """The letter of this kind about a check, when there is one."""
    wanted = select(Letter.id).where(Letter.check_id == check_id, Letter.kind == kind)
    return session.scalars(wanted.limit(1)).first()


def of_subject(session: Session, kind: str, column: str, row: UUID) -> UUID | None:
    """The newest letter of this kind about a mandate or decision; `column` names which."""
    about = {"mandate_id": Letter.mandate_id, "decision_id": Letter.decision_id}[column]
    wanted = select(Letter.id).where(about == row, Letter.kind == kind).order_by(Letter.id.desc())
    return session.scalars(wanted.limit(1)).first()


def agreed(
    session: Session, centre_id: UUID, today: date, until: date | None = None
) -> tuple[Agreed, ...]:
    """What was agreed with a centre after its checks, with last days counted from the letters.

    Of the checks that were made by `until`, when asked.
    """
    ids = check_queries.finished(session, centre_id, until)
    found = check_queries.wanting(session, ids)
    return agreed_of(session, [found[one] for one in ids if one in found], today)


def agreed_of(session: Session, checks: Sequence[CheckFile], today: date) -> tuple[Agreed, ...]:
    """As `agreed`, of finished checks of one centre that were read already, the newest first."""
    ids = [one.id for one in checks]
    dated = letter_days(session, checks)
    changed = settings_queries.settings(session).changed
    return check_rules.agreed(
        checks,
        dated,
        today,
        changed,
        check_queries.reviews(session, ids),
        check_queries.unsolved(session, ids),
    )


def agreed_everywhere(
    session: Session, today: date, only: UUID | None = None
) -> dict[UUID, tuple[Agreed, ...]]:
    """As `agreed`, by centre, for all of them: ten statements whatever their number."""
    by_centre = check_queries.finished_by_centre(session, only)
    ids = [check for checks in by_centre.values() for check in checks]
    if not ids:
        return {}
    found = check_queries.wanting(session, ids)
    dated = letter_days(session, list(found.values()))
    changed = settings_queries.settings(session).changed
    proof = check_queries.reviews(session, ids)
    still = check_queries.unsolved(session, ids)
    return {
        centre: check_rules.agreed(
            (found[one] for one in checks if one in found),
            *(dated, today, changed, proof, still),
        )
        for centre, checks in by_centre.items()
    }


def typed(session: Session, letter_id: UUID) -> dict[str, str]:
    """What the officer wrote in this letter, by place."""
    wanted = select(LetterPlace.key, LetterPlace.text).where(LetterPlace.letter_id == letter_id)
    return {key: text for key, text in session.execute(wanted) if text}


def place_id(letter_id: UUID, key: str) -> UUID:
    """One row a place in a letter, whoever writes it first."""
    return natural_id(LetterPlace.__tablename__, letter_id, key)


def places(session: Session, letter_id: UUID) -> list[LetterPlace]:
    """The places of a letter that were written, as rows to change."""
    wanted = select(LetterPlace).where(LetterPlace.letter_id == letter_id)
    return list(session.scalars(wanted))
