"""Every fact of a check as it stands in the rows, in plain values and without ids.

A column that is added to one of these tables comes along by itself.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.attachments.entities import Attachment
from models.checks.entities import (
    CentreReaction,
    CheckedDossier,
    ChecklistAnswer,
    DossierCheck,
    DossierSample,
    Finding,
    LadderStep,
    MeasureReview,
    OfCheck,
    ReactionRound,
    Recheck,
    VisitQuestion,
)
from models.checks.values.revision import Plain, Rows
from models.store.entity import Entity
from models.store.types import instant_text

OF_CHECK: tuple[type[Entity], ...] = (
    *(CheckedDossier, DossierSample, ChecklistAnswer, Finding, VisitQuestion),
    *(Recheck, ReactionRound, CentreReaction),
)
LEFT_OUT = frozenset(
    {"id", "deleted", "check_id", "finished_at", "revision_id", "centre_id", "establishment_id"}
)
"""Not said: ids, and what says when the check was kept instead of what it is.

Whose it was and where stand by name under `centre`: two centres made one leave a check as it was.
"""
ABOUT = (ChecklistAnswer, Finding)
"""What an attachment may be proof of; what is kept beside the check is no part of it."""


def rows_of(session: Session, check_id: UUID) -> Rows:
    """The rows of a check by table, in no promised order."""
    names = _names(session, check_id)
    ever = _gone(session, check_id) | names
    check = DossierCheck.__tablename__
    found = {check: _told(session, DossierCheck, DossierCheck.id == check_id, names)}
    for kind in OF_CHECK:
        assert issubclass(kind, OfCheck)  # noqa: S101 - for the types
        found[str(kind.__tablename__)] = _told(session, kind, kind.check_id == check_id, ever)
    ladder = LadderStep.__tablename__
    found[ladder] = _told(session, LadderStep, LadderStep.check_id == check_id, names)
    found[Attachment.__tablename__] = _proofs(session, check_id, names)
    found[MeasureReview.__tablename__] = _reviews(session, check_id, names)
    return found


def _names(session: Session, check_id: UUID) -> dict[UUID, str]:
    """What is said instead of an id: a number, a key, a reference."""
    dossiers = select(CheckedDossier).where(CheckedDossier.check_id == check_id)
    names = {row.id: row.number for row in session.scalars(dossiers)}
    findings = select(Finding.id, Finding.question_key, Finding.statement)
    for row, key, statement in session.execute(findings.where(Finding.check_id == check_id)):
        names[row] = _called(key, statement)
    samples = select(DossierSample.id).where(DossierSample.check_id == check_id)
    ordered = samples.order_by(DossierSample.drawn_at, DossierSample.id)
    names |= {row: str(place) for place, row in enumerate(session.scalars(ordered), 1)}
    earlier = select(Recheck.earlier_check_id).where(Recheck.check_id == check_id)
    drawn = select(DossierSample.earlier_check_id).where(DossierSample.check_id == check_id)
    checks = select(DossierCheck.id, DossierCheck.reference).where(
        DossierCheck.id.in_(earlier) | DossierCheck.id.in_(drawn)
    )
    for row, reference in session.execute(checks):
        names[row] = reference
    return names


def _gone(session: Session, check_id: UUID) -> dict[UUID, str]:
    """The findings that were taken away: what the centre said of one stays to be read."""
    wanted = select(Finding).where(Finding.check_id == check_id, Finding.deleted.is_(True))
    rows = session.scalars(wanted, execution_options={"with_deleted": True})
    return {row.id: _called(row.question_key, row.statement) for row in rows}


def _called(key: str | None, statement: str | None) -> str:
    """A finding by its question, else by what it says: it keeps that name once it is gone."""
    return key or statement or ""


def _told(
    session: Session, kind: type[Entity], where: object, names: Mapping[UUID, str]
) -> list[dict[str, Plain]]:
    columns = [column.key for column in kind.__table__.c if column.key not in LEFT_OUT]
    wanted = select(*(getattr(kind, name) for name in columns)).where(where)  # type: ignore[arg-type]
    return [
        {name: _plain(value, names) for name, value in zip(columns, row, strict=True)}
        for row in session.execute(wanted)
    ]


def _proofs(session: Session, check_id: UUID, names: Mapping[UUID, str]) -> list[dict[str, Plain]]:
    """Names and marks of the files that are proof of something in this check."""
    answers = select(
        ChecklistAnswer.id, ChecklistAnswer.dossier_id, ChecklistAnswer.question_key
    ).where(ChecklistAnswer.check_id == check_id)
    cells = {row: (names.get(dossier, ""), key) for row, dossier, key in session.execute(answers)}
    rows = {*names, *cells}
    tables = [kind.__tablename__ for kind in ABOUT]
    wanted = (
        select(Attachment)
        .where(Attachment.about_table.in_(tables))
        .where(
            Attachment.centre_id
            == select(DossierCheck.centre_id).where(DossierCheck.id == check_id).scalar_subquery()
        )
    )
    found: list[dict[str, Plain]] = []
    for one in session.scalars(wanted):
        if one.about_row not in rows:
            continue
        dossier, key = cells.get(one.about_row, (names.get(one.about_row, ""), ""))
        about = one.about_table
        told = {"about": about, "dossier": dossier, "question_key": key}
        found.append({**told, "name": one.name, "sha256": one.sha256, "size": one.size})
    return found


def _reviews(session: Session, check_id: UUID, names: Mapping[UUID, str]) -> list[dict[str, Plain]]:
    """What was delivered as proof of measures, with names and marks of the files that came along.

    They came after the check: no part of what is locked.
    """
    columns = [one.key for one in MeasureReview.__table__.c if one.key not in LEFT_OUT]
    rows = list(session.scalars(select(MeasureReview).where(MeasureReview.check_id == check_id)))
    wanted = select(Attachment).where(
        Attachment.about_table == MeasureReview.__tablename__,
        Attachment.about_row.in_([row.id for row in rows]),
    )
    files = list(session.scalars(wanted)) if rows else []
    told: list[dict[str, Plain]] = []
    for row in rows:
        mine = sorted((one.name, one.sha256) for one in files if one.about_row == row.id)
        words: dict[str, Plain] = {name: _plain(getattr(row, name), names) for name in columns}
        words["files"] = "; ".join(name for name, _mark in mine) or None
        words["file_marks"] = "; ".join(mark for _name, mark in mine) or None
        told.append(words)
    return told


def _plain(value: object, names: Mapping[UUID, str]) -> Plain:
    match value:
        case UUID():
            return names.get(value, value.hex)
        case Enum():
            return str(value.value)
        case datetime():
            return instant_text(value)
        case date():
            return value.isoformat()
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(type(value).__name__)
