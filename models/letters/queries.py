"""Questions about letters. They take a session and give back values, never entities."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.centres.values import CentreFile, CentreIdentity
from models.checks import queries as check_queries
from models.kernel.errors import Gone
from models.kernel.ids import natural_id
from models.letters import rules
from models.letters.entities import Letter, LetterPlace
from models.letters.values import LetterFile, LetterRow, Outline
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
    """These letters for a list: ten statements a page, however many letters it has."""
    found = session.execute(
        select(Letter, CareerCentre)
        .join(CareerCentre, CareerCentre.id == Letter.centre_id)
        .where(Letter.id.in_(wanted), Letter.check_id.is_not(None))
    ).all()
    checks = check_queries.outlines(
        session, {letter.check_id for letter, _ in found if letter.check_id}
    )
    centres = centre_queries.identities(session, {centre.id for _, centre in found})
    office, wrote = settings_queries.settings(session), _typed_in(session, wanted)
    made: list[LetterRow] = []
    for letter, centre in found:
        if letter.check_id is None or letter.check_id not in checks:
            continue
        outline = rules.audit_outline(
            checks[letter.check_id],
            CentreFile(centres[centre.id], (), (), ()),
            office,
            letter.letter_date,
            wrote[letter.id],
            version=letter.template_version,
        )
        made.append(_row(letter, centres[centre.id], outline))
    return made


def of_check(session: Session, check_id: UUID, kind: str) -> UUID | None:
    """The letter of this kind about a check, when there is one."""
    wanted = select(Letter.id).where(Letter.check_id == check_id, Letter.kind == kind)
    return session.scalars(wanted.limit(1)).first()


def date_of_check(session: Session, check_id: UUID, kind: str) -> date | None:
    """The date of the letter of this kind about a check; None without letter or date."""
    wanted = select(Letter.letter_date).where(Letter.check_id == check_id, Letter.kind == kind)
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
        version=letter.template_version,
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
        wanted=tuple(rules.place_label(key) for key in draft.missing),
    )


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


def _typed_in(session: Session, wanted: Sequence[UUID]) -> Mapping[UUID, dict[str, str]]:
    found: defaultdict[UUID, dict[str, str]] = defaultdict(dict)
    words = LetterPlace.letter_id, LetterPlace.key, LetterPlace.text
    for letter, key, text in session.execute(
        select(*words).where(LetterPlace.letter_id.in_(wanted))
    ):
        if text:
            found[letter][key] = text
    return found


def _row(letter: Letter, centre: CentreIdentity, outline: Outline) -> LetterRow:
    return LetterRow(
        id=letter.id,
        reference=letter.reference,
        title=rules.letter_template(letter.kind, letter.template_version).title,
        centre_id=letter.centre_id,
        centre_name=centre.name,
        subject=outline.subject,
        letter_date=letter.letter_date,
        missing=len(outline.missing),
    )
