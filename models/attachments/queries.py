"""Questions about attachments: those of a centre, those of one thing, and what is still named."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.attachments.entities import Attachment
from models.attachments.values import AttachmentFile

_NEWEST = Attachment.received_on.is_(None), Attachment.received_on.desc(), Attachment.id.desc()


def file(session: Session, attachment_id: UUID) -> AttachmentFile:
    return _file(session.get_one(Attachment, attachment_id))


def of_centre(session: Session, centre_id: UUID) -> tuple[AttachmentFile, ...]:
    """Every attachment of this centre, the one received last first."""
    return _files(session, select(Attachment).where(Attachment.centre_id == centre_id))


def of_thing(session: Session, table: str, row: UUID) -> tuple[AttachmentFile, ...]:
    """The attachments that are proof of one thing."""
    wanted = select(Attachment).where(Attachment.about_table == table, Attachment.about_row == row)
    return _files(session, wanted)


def ids(session: Session, centre_id: UUID | None = None) -> list[UUID]:
    """Every attachment; of one centre when asked."""
    wanted = select(Attachment.id).where(Attachment.deleted.is_(False)).order_by(*_NEWEST)
    if centre_id is not None:
        wanted = wanted.where(Attachment.centre_id == centre_id)
    return list(session.scalars(wanted))


def some(session: Session, wanted: Sequence[UUID]) -> tuple[AttachmentFile, ...]:
    return _files(session, select(Attachment).where(Attachment.id.in_(wanted)))


def counts(session: Session, centre_id: UUID) -> dict[tuple[str, UUID], int]:
    """How many attachments each thing of this centre has, by its table and row."""
    things = Attachment.about_table, Attachment.about_row
    rows = session.execute(
        select(*things, func.count())
        .where(Attachment.centre_id == centre_id, Attachment.deleted.is_(False))
        .where(Attachment.about_row.is_not(None))
        .group_by(*things)
    )
    return {(table, row): count for table, row, count in rows if table and row}


def counts_of(session: Session, table: str, rows: Collection[UUID]) -> dict[UUID, int]:
    """How many attachments each of these rows of one table has."""
    found = session.execute(
        select(Attachment.about_row, func.count())
        .where(Attachment.about_table == table, Attachment.about_row.in_(rows))
        .where(Attachment.deleted.is_(False))
        .group_by(Attachment.about_row)
    )
    return {row: count for row, count in found if row}


def named(session: Session) -> frozenset[str]:
    """The marks of every content that a living row names."""
    wanted = select(Attachment.sha256).distinct().where(Attachment.deleted.is_(False))
    return frozenset(session.scalars(wanted))


def _files(session: Session, wanted: Select[Attachment]) -> tuple[AttachmentFile, ...]:
    return tuple(_file(row) for row in session.scalars(wanted.order_by(*_NEWEST)))


def _file(row: Attachment) -> AttachmentFile:
    return AttachmentFile(
        id=row.id,
        centre_id=row.centre_id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        received_on=row.received_on,
        remark=row.remark or "",
        about=(row.about_table, row.about_row) if row.about_table and row.about_row else None,
    )
