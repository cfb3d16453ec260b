"""Letters in a list, a page in a few statements; a decision is still read one by one."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.centres.values import CentreFile, CentreIdentity
from models.checks import queries as check_queries
from models.kernel.errors import Gone
from models.letters import rules
from models.letters.entities import Letter
from models.letters.queries.counting import typed_in
from models.letters.queries.kinds import grounds, outline
from models.letters.values import LetterRow, Outline
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


def rows(session: Session, wanted: Sequence[UUID], today: date) -> list[LetterRow]:
    """These letters for a list: a fixed number of statements a page, but for those of decisions."""
    found = session.scalars(
        select(Letter)
        .join(CareerCentre, CareerCentre.id == Letter.centre_id)
        .where(Letter.id.in_(wanted))
    ).all()
    centres = centre_queries.identities(session, {letter.centre_id for letter in found})
    wrote = typed_in(session, wanted)
    told = {
        **_audit(session, [one for one in found if one.check_id is not None], centres, wrote),
        **_others(session, [one for one in found if one.check_id is None], wrote, today),
    }
    return [
        _row(letter, centres[letter.centre_id], told[letter.id])
        for letter in found
        if letter.id in told
    ]


def _audit(
    session: Session,
    letters: Sequence[Letter],
    centres: Mapping[UUID, CentreIdentity],
    wrote: Mapping[UUID, Mapping[str, str]],
) -> dict[UUID, Outline]:
    if not letters:
        return {}
    checks = check_queries.outlines(
        session, {letter.check_id for letter in letters if letter.check_id}
    )
    office = settings_queries.settings(session)
    return {
        letter.id: rules.audit_outline(
            checks[letter.check_id],
            CentreFile(centres[letter.centre_id], (), (), ()),
            office,
            letter.letter_date,
            wrote[letter.id],
            version=letter.template_version,
        )
        for letter in letters
        if letter.check_id in checks
    }


def _others(
    session: Session,
    letters: Sequence[Letter],
    wrote: Mapping[UUID, Mapping[str, str]],
    today: date,
) -> dict[UUID, Outline]:
    told: dict[UUID, Outline] = {}
    known = grounds(session, letters, today)
    for letter in letters:
        with suppress(Gone):  # what it spoke of was taken back: the letter rests until it returns
            told[letter.id] = outline(session, letter, wrote[letter.id], known)
    return told


def _row(letter: Letter, centre: CentreIdentity, told: Outline) -> LetterRow:
    return LetterRow(
        id=letter.id,
        reference=letter.reference,
        title=told.title,
        centre_id=letter.centre_id,
        centre_name=centre.name,
        subject=told.subject,
        letter_date=letter.letter_date,
        missing=len(told.missing),
    )
