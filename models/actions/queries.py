"""Questions about the log: the actions of one centre, or of all of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.entities import QualityAction
from models.actions.values import ActionFile, ActionRow
from models.centres import queries as centre_queries

AT_ONCE = 500
_NEWEST = (
    QualityAction.day.desc(),
    QualityAction.hour.is_(None),
    QualityAction.hour.desc(),
    QualityAction.id.desc(),
)


def file(session: Session, action_id: UUID) -> ActionFile:
    """One action. Raises Gone at the wall of the store when it is not there."""
    return _file(session.get_one(QualityAction, action_id))


def of_centre(session: Session, centre_id: UUID, most: int | None = None) -> tuple[ActionFile, ...]:
    """Everything written in the log of this centre, newest first; at most so many when asked."""
    wanted = select(QualityAction).where(QualityAction.centre_id == centre_id)
    return tuple(map(_file, session.scalars(wanted.order_by(*_NEWEST).limit(most))))


def ids(session: Session, centre_id: UUID | None = None) -> list[UUID]:
    """Every action, newest first; of one centre when asked."""
    wanted = select(QualityAction.id).where(QualityAction.deleted.is_(False)).order_by(*_NEWEST)
    if centre_id is not None:
        wanted = wanted.where(QualityAction.centre_id == centre_id)
    return list(session.scalars(wanted))


def rows(session: Session, wanted: Sequence[UUID]) -> list[ActionRow]:
    """These actions, each with its centre."""
    found = [action for part in _parts(wanted) for action in _some(session, part)]
    names = centre_queries.identities(session, {action.centre_id for action in found})
    return [
        ActionRow(
            id=action.id,
            centre_id=action.centre_id,
            enterprise_number=names[action.centre_id].enterprise_number,
            centre=names[action.centre_id].name,
            action=action,
        )
        for action in found
        if action.centre_id in names
    ]


def awaiting(session: Session, until: date) -> list[ActionFile]:
    """Actions whose reply was expected by this day and has not come, longest due first."""
    wanted = select(QualityAction).where(
        QualityAction.reply_by <= until, QualityAction.replied_on.is_(None)
    )
    return [_file(one) for one in session.scalars(wanted.order_by(QualityAction.reply_by))]


def _some(session: Session, wanted: Iterable[UUID]) -> Iterable[ActionFile]:
    found = session.scalars(select(QualityAction).where(QualityAction.id.in_(wanted)))
    return map(_file, found)


def _parts(wanted: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE))


def _file(row: QualityAction) -> ActionFile:
    return ActionFile(
        id=row.id,
        centre_id=row.centre_id,
        kind=row.kind,
        medium=row.medium,
        day=row.day,
        hour=row.hour or "",
        coaching=bool(row.coaching),
        subject=row.subject or "",
        text=row.text or "",
        spoken_to=row.spoken_to or "",
        officer=row.officer or "",
        reply_by=row.reply_by,
        replied_on=row.replied_on,
    )
