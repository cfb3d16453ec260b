"""What was kept of a check, the first before the last, and the content of one."""

from collections import Counter
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.checks.entities import CheckRevision, SeenByCentre
from models.checks.values.closing import Seen
from models.checks.values.kinds import RevisionKind
from models.checks.values.revision import Revision


def revisions(session: Session, check_id: UUID) -> tuple[Revision, ...]:
    """Every moment at which this check was kept, in the order of time; without content.

    Also an end that was undone: nobody takes a seal away without a trace.
    """
    return tuple(revision(row) for row in _ever(session, check_id))


def revision(row: CheckRevision) -> Revision:
    return Revision(
        id=row.id,
        number=row.number,
        kind=row.kind,
        made_at=row.made_at,
        made_by=row.made_by,
        sha256=row.sha256,
        reopened_at=row.reopened_at,
        reopened_by=row.reopened_by or "",
        reopened_why=row.reopened_why or "",
        undone=row.deleted,
    )


def contents(session: Session, check_id: UUID) -> dict[UUID, str]:
    """The content of every revision of this check, as it was written."""
    return {row.id: row.content for row in _ever(session, check_id)}


def last_final(session: Session, check_id: UUID) -> CheckRevision | None:
    """The row of the last time this check was finished, unless that was undone."""
    final = [row for row in _rows(session, check_id) if row.kind is RevisionKind.FINAL]
    return final[-1] if final else None


def next_number(session: Session, check_id: UUID, kind: RevisionKind) -> int:
    """Final ones are counted by themselves, and so are drafts."""
    counted = Counter(row.kind for row in _ever(session, check_id))
    return counted[kind] + 1


def kept(session: Session) -> list[UUID]:
    """Every check of which something was kept."""
    return list(session.scalars(select(CheckRevision.check_id).distinct()))


def _rows(session: Session, check_id: UUID) -> list[CheckRevision]:
    return [row for row in _ever(session, check_id) if not row.deleted]


def _ever(session: Session, check_id: UUID) -> list[CheckRevision]:
    """With the final ones that were undone; a draft that was undone is gone."""
    wanted = (
        select(CheckRevision)
        .where(CheckRevision.check_id == check_id)
        .order_by(CheckRevision.made_at, CheckRevision.id)
    )
    found = session.scalars(wanted, execution_options={"with_deleted": True})
    return [row for row in found if not row.deleted or row.kind is RevisionKind.FINAL]


def seen_of(session: Session, check_id: UUID, mark: str) -> tuple[Seen, ...]:
    """Who of the centre saw the summary, the first before the last; `mark` is that of today's."""
    wanted = (
        select(SeenByCentre)
        .where(SeenByCentre.check_id == check_id)
        .order_by(SeenByCentre.seen_at, SeenByCentre.id)
    )
    return tuple(
        Seen(
            row.id,
            row.name,
            row.role or "",
            row.seen_at,
            row.mark or "",
            row.remark or "",
            row.shown_sha256,
            row.shown_sha256 == mark,
            bool(row.not_signed),
        )
        for row in session.scalars(wanted)
    )


def same_content(session: Session, check_id: UUID, sha256: str) -> UUID | None:
    """A revision of this check that holds just this content already."""
    return next((row.id for row in _rows(session, check_id) if row.sha256 == sha256), None)
