"""Draws that were made: read with the list they came from, and drawn again."""

import re
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks.entities import CheckedDossier, DossierCheck, DossierSample
from models.checks.queries.earlier import earlier as before
from models.checks.queries.files import columns, template_of
from models.checks.queries.lists import outlines
from models.checks.rules.draw import draw
from models.checks.rules.sample import KeptList, faults, from_lines, received
from models.checks.values import DossierColumn, Grade
from models.checks.values.sampling import Draw, DrawWish, SampleFile, TakenBack, UndoneDraw
from models.kernel.errors import Refused

BY_CHANCE = re.compile("[0-9a-f]{16}")
"""A seed as it is made when nobody gives one."""


def sample_row(session: Session, check_id: UUID) -> DossierSample | None:
    """The draw that counts in this check, as a row: the last one made."""
    wanted = select(DossierSample).where(DossierSample.check_id == check_id)
    order = wanted.order_by(DossierSample.drawn_at.desc(), DossierSample.id.desc())
    return session.scalars(order.limit(1)).first()


def sample(session: Session, check_id: UUID) -> SampleFile | None:
    """The draw that counts in this check, made again now; None when nothing was drawn."""
    row = sample_row(session, check_id)
    if row is None:
        return None
    earlier = session.get(DossierCheck, row.earlier_check_id) if row.earlier_check_id else None
    return SampleFile(
        id=row.id,
        kind=row.kind,
        list_name=row.list_name or "",
        grouped_by=row.grouped_by or "",
        draw=drawn_again(row),
        fingerprint_kept=row.fingerprint,
        program=row.program,
        size=row.size,
        spares_asked=row.spares,
        why=row.why or "",
        earlier_reference=earlier.reference if earlier else "",
        drawn_at=row.drawn_at,
        drawn_by=row.drawn_by,
        received=received(kept(row)),
    )


def undone(session: Session, check_id: UUID) -> tuple[UndoneDraw, ...]:
    """The draws of this check that were taken back, the first first."""
    return tuple(
        UndoneDraw(row.drawn_at, row.drawn_by, row.size, row.seed, row.fingerprint, row.kind)
        for row in _undone_rows(session, check_id)
    )


def taken_back(session: Session, check_id: UUID) -> TakenBack | None:
    """The last draw of this check that was taken back, as it was asked for."""
    rows = _undone_rows(session, check_id)
    if not rows:
        return None
    row = rows[-1]
    wish = DrawWish(
        entries=kept(row).given,
        size=row.size,
        spares=row.spares,
        seed="" if BY_CHANCE.fullmatch(row.seed) else row.seed,
        list_name=row.list_name or "",
        by=row.grouped_by or "",
        kind=row.kind,
        why=row.why or "",
        totals=kept(row).totals,
    )
    return TakenBack(row.id, wish)


def _undone_rows(session: Session, check_id: UUID) -> Sequence[DossierSample]:
    wanted = select(DossierSample).where(
        DossierSample.check_id == check_id, DossierSample.deleted.is_(True)
    )
    order = wanted.order_by(DossierSample.drawn_at, DossierSample.id)
    return session.scalars(order, execution_options={"with_deleted": True}).all()


def kept(row: DossierSample) -> KeptList:
    """The list of a draw."""
    return from_lines(row.numbers, follow_up=row.kind.leaves_out)


def drawn_again(row: DossierSample) -> Draw:
    """The draw, from the list and the seed that were kept. Raises what `draw` raises."""
    return draw(kept(row).frame, row.seed, row.size, row.spares, spread=bool(row.grouped_by))


def dossiers_of(session: Session, check_id: UUID) -> tuple[DossierColumn, ...]:
    """The dossiers of a check in their order, with their verdicts."""
    check = session.get_one(DossierCheck, check_id)
    return columns(session, check_id, template_of(session, check))


def by_number(session: Session, check_id: UUID) -> dict[str, tuple[UUID, int]]:
    """Id and position of every dossier of a check, by its number."""
    wanted = select(CheckedDossier.number, CheckedDossier.id, CheckedDossier.position)
    rows = session.execute(wanted.where(CheckedDossier.check_id == check_id))
    return {number: (row, position) for number, row, position in rows}


def earlier(session: Session, check_id: UUID) -> UUID | None:
    """The newest check before this one at the same centre with the same checklist."""
    check = session.get_one(DossierCheck, check_id)
    return next((one.id for one in before(session, check, alike=True)), None)


def major_findings(session: Session, check_id: UUID) -> int:
    """How many serious shortcomings a check reports; one that was left out does not count."""
    found = outlines(session, [check_id])[check_id].findings
    return sum(each.grade is Grade.MAJOR and not each.left_out for each in found)


def odd_samples(session: Session) -> list[tuple[str, str]]:
    """Reference of the check and what does not fit, for every draw that does not come out again."""
    found = []
    for row in session.scalars(select(DossierSample).order_by(DossierSample.id)):
        check = session.get(DossierCheck, row.check_id)
        if check is not None:
            found += [(check.reference, fault) for fault in faults_of(session, row)]
    return found


def faults_of(session: Session, row: DossierSample) -> Sequence[str]:
    """What does not come out again of a draw, as codes; nothing when all does."""
    try:
        again = drawn_again(row)
    except Refused:
        again = None
    dossiers = [each for each in dossiers_of(session, row.check_id) if each.sample_id == row.id]
    return faults(row.method, row.fingerprint, again, dossiers)
