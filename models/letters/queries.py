"""Questions about letters. They take a session and give back values, never entities."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.checks import queries as check_queries
from models.kernel.errors import Gone
from models.kernel.ids import natural_id
from models.letters import rules
from models.letters.entities import Letter, LetterPlace
from models.letters.values import LetterFile, LetterRow
from models.settings import queries as settings_queries

_CENTRE_NAME = func.coalesce(func.nullif(CareerCentre.trade_name, ""), CareerCentre.legal_name)


def ids(
    session: Session,
    centre_id: UUID | None = None,
    order: str = "date",
    *,
    descending: bool = True,
) -> list[UUID]:
    """Ids of the letters, newest first unless asked otherwise; of one centre when asked.

    `order` is `date` (undated letters are the newest) or `centre`. Raises KeyError.
    """
    wanted = select(Letter.id).join(CareerCentre, CareerCentre.id == Letter.centre_id)
    if centre_id is not None:
        wanted = wanted.where(Letter.centre_id == centre_id)
    keys = {
        "date": (Letter.letter_date.is_(None), Letter.letter_date, Letter.reference),
        "centre": (func.lower(_CENTRE_NAME), Letter.letter_date, Letter.reference),
    }[order]
    return list(session.scalars(wanted.order_by(*(k.desc() if descending else k for k in keys))))


def rows(session: Session, wanted: Sequence[UUID]) -> list[LetterRow]:
    """These letters for a list."""
    return [_row(file(session, one)) for one in wanted if session.get(Letter, one) is not None]


def of_check(session: Session, check_id: UUID, kind: str) -> UUID | None:
    """The letter of this kind about a check, when there is one."""
    wanted = select(Letter.id).where(Letter.check_id == check_id, Letter.kind == kind)
    return session.scalars(wanted.limit(1)).first()


def file(session: Session, letter_id: UUID) -> LetterFile:
    """A letter as it stands: every place, what is missing, and the document."""
    letter = session.get_one(Letter, letter_id)
    if letter.check_id is None:
        raise Gone
    check = check_queries.file(session, letter.check_id)
    centre = centre_queries.file(session, letter.centre_id)
    draft = rules.audit_letter(
        check,
        centre,
        settings_queries.settings(session),
        letter.letter_date,
        typed(session, letter_id),
        reference=letter.reference,
    )
    return LetterFile(
        id=letter.id,
        kind=letter.kind,
        title=draft.document.title,
        reference=letter.reference,
        centre_id=letter.centre_id,
        centre_name=centre.identity.name,
        check_id=letter.check_id,
        letter_date=letter.letter_date,
        places=draft.places,
        missing=draft.missing,
        document=draft.document,
    )


def typed(session: Session, letter_id: UUID) -> dict[str, str]:
    """What the officer wrote in this letter, by place."""
    wanted = select(LetterPlace.key, LetterPlace.text).where(LetterPlace.letter_id == letter_id)
    return {key: text for key, text in session.execute(wanted) if text}


def place_id(letter_id: UUID, key: str) -> UUID:
    """One row a place in a letter, whoever writes it first."""
    return natural_id(LetterPlace.__tablename__, letter_id, key)


def _row(letter: LetterFile) -> LetterRow:
    return LetterRow(
        id=letter.id,
        reference=letter.reference,
        title=letter.title,
        centre_id=letter.centre_id,
        centre_name=letter.centre_name,
        subject=letter.document.subject,
        letter_date=letter.letter_date,
        missing=len(letter.missing),
    )
