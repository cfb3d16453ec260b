"""Questions about retention: the facts of the clock, what belongs to a file, and the statements."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import String, and_, func, or_, select
from sqlalchemy.orm import Session

from models.actions.entities import QualityAction
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import DecisionKind
from models.attachments.entities import Attachment
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.checks.entities import DossierCheck, Finding
from models.complaints.entities import Complaint, ComplaintRoute
from models.kernel.packing import PACKED
from models.kernel.words import fold
from models.letters.entities import Letter
from models.mandates.entities import Mandate
from models.retention.entities import DestructionStatement
from models.retention.rules import exported
from models.retention.values import RetentionFacts, Statement, Trace
from models.settings.entities import Setting
from models.store.circle import circle, left_alone
from models.store.lines import Key
from models.store.tables import change, kept
from models.store.types import Choice, ContentMark
from models.surveys.entities import SatisfactionMeasurement

NAMED_BY_KEY = frozenset({"setting", "rule_change", "step", "destruction"})
"""Tables in which nobody is described: what the office set, and what was destroyed."""
_DRAFTS = "draft_%"
_DRAFTED = ("centre", "dossier_check", "application")
"""Tables of what a draft names as the thing it belongs to, in its key or in its value."""
_DAYS = (
    QualityAction.day,
    DossierCheck.visit_date,
    Letter.letter_date,
    MandateApplication.received_on,
    SatisfactionMeasurement.period_to,
    Attachment.received_on,
)
"""The days on which something happened in a file."""


def facts(session: Session, only: Collection[UUID] | None = None) -> list[RetentionFacts]:
    """What the clock of every file rests on; of some when asked."""
    ended = func.coalesce(Mandate.ended_on, Mandate.end_date)
    ends, waits = (
        _latest(session, Mandate, ended),
        _latest(session, Mandate, Mandate.waiting_period_until),
    )
    decided = _latest(session, MandateDecision, MandateDecision.decided_on)
    active: dict[UUID, date] = {}
    for column in _DAYS:
        for centre, day in _latest(session, column.class_, column).items():
            active[centre] = max(day, active.get(centre, day))
    for centre, day in _complained(session).items():
        active[centre] = max(day, active.get(centre, day))
    asked, checked, owed = _asked(session), _checked(session), _owed(session)
    complained = _open_complaints(session)
    wanted = select(CareerCentre.id)
    return [
        RetentionFacts(
            centre,
            ends.get(centre),
            waits.get(centre),
            decided.get(centre),
            active.get(centre),
            centre in asked,
            centre in checked,
            centre in owed,
            centre in complained,
        )
        for centre in session.scalars(wanted)
        if only is None or centre in only
    ]


def belonging(session: Session, centres: Collection[UUID]) -> tuple[list[Key], list[Key]]:
    """Everything that goes with these centres, and the rows of which only the past goes.

    Removed rows and centres merged into these go too; a counsellor goes who works nowhere else.
    """
    connection = session.connection()
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    for centre in centres:
        for table, rows in circle(connection, ("centre", centre), ever=False).items():
            found[table] |= rows
    for table, rows in left_alone(connection, found).items():
        found[table] |= rows
    whole = [(table, row) for table, rows in found.items() for row in rows]
    things = {one for table in _DRAFTED for one in found[table]}
    gone, past = _drafts(session, things)
    return whole + gone, past


def names_of(session: Session, centres: Collection[UUID]) -> set[str]:
    """The names these centres bear."""
    wanted = select(CareerCentre.legal_name, CareerCentre.trade_name).where(
        CareerCentre.id.in_(centres)
    )
    return {name for both in session.execute(wanted) for name in both if name}


def statements(session: Session) -> list[Statement]:
    """Every statement, the newest first."""
    kind = DestructionStatement
    wanted = select(kind).order_by(kind.destroyed_on.desc(), kind.reference.desc())
    return [_statement(row) for row in session.scalars(wanted)]


def statement(session: Session, row: UUID) -> Statement:
    return _statement(session.get_one(DestructionStatement, row))


def next_reference(session: Session, year: int) -> str:
    """V, the year and the next number of that year."""
    begin = f"V-{year:04}-"
    wanted = select(func.count()).where(DestructionStatement.reference.startswith(begin))
    return f"{begin}{(session.scalar(wanted) or 0) + 1:03}"


def traces(session: Session, typed: str) -> list[Trace]:
    """Every field of every row that holds all the words typed, in the order of the tables."""
    words = fold(typed).split()
    found: list[tuple[str, Any, str, str]] = []
    for table in kept().values():
        if table.name in exported.TABLES:
            found += _exported(session, table, words)
        fields = _spoken(table)
        if table.name in NAMED_BY_KEY or not fields:
            continue
        told = func.folded(_joined(fields))
        rows = select(table).where(
            table.c.deleted.is_(False), and_(*(func.instr(told, word) > 0 for word in words))
        )
        for row in session.connection().execute(rows).mappings():
            hits = [f.name for f in fields if row[f.name] and _any(fold(row[f.name]), words)]
            found += [(table.name, row, name, row[name]) for name in hits]
    whose = _whose(session, found)
    known = centre_queries.identities(session, {one for one in whose.values() if one})
    return [_trace(known, whose, *one) for one in found]


def _exported(
    session: Session, table: Any, words: Sequence[str]
) -> Iterator[tuple[str, Any, str, str]]:
    """Workbooks that left with all the words in them, also those that are kept packed."""
    content = table.c[exported.FIELD]
    escaped = (json.dumps(word, ensure_ascii=False)[1:-1] for word in words)
    said = and_(*(func.instr(func.folded(content), word) > 0 for word in escaped))
    rows = select(table).where(table.c.deleted.is_(False), or_(content.startswith(PACKED), said))
    for row in session.connection().execute(rows).mappings():
        if texts := exported.naming(row[exported.FIELD], words):
            yield table.name, row, exported.FIELD, exported.shown(dict(row), texts, words)


def person(session: Session, wanted: Collection[Key]) -> dict[str, list[Mapping[str, Any]]]:
    """These rows whole, by table; of a counsellor also where that person works."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    people = {row for of, row in wanted if of == "counsellor"}
    engaged = kept()["engagement"].c
    works = select(engaged.id).where(engaged.counsellor_id.in_(people), engaged.deleted.is_(False))
    every = {*wanted, *(("engagement", row) for row in session.connection().scalars(works))}
    for name, table in kept().items():
        ids = {row for of, row in every if of == name}
        if ids:
            rows = session.connection().execute(select(table).where(table.c.id.in_(ids)))
            found[name] = [dict(row) for row in rows.mappings()]
    return found


def _latest(session: Session, kind: Any, day: Any) -> dict[UUID, date]:
    wanted = select(kind.centre_id, func.max(day)).where(day.is_not(None)).group_by(kind.centre_id)
    return {
        centre: last if isinstance(last, date) else date.fromisoformat(last)
        for centre, last in session.execute(wanted)
    }


def _asked(session: Session) -> set[UUID]:
    settled = select(MandateDecision.application_id).where(
        MandateDecision.kind.in_((DecisionKind.GRANTED, DecisionKind.REFUSED)),
        MandateDecision.application_id.is_not(None),
        MandateDecision.deleted.is_(False),
    )
    kind = MandateApplication
    wanted = select(kind.centre_id).where(kind.retracted_on.is_(None), kind.id.not_in(settled))
    return set(session.scalars(wanted))


def _checked(session: Session) -> set[UUID]:
    return set(
        session.scalars(select(DossierCheck.centre_id).where(DossierCheck.finished_at.is_(None)))
    )


def _owed(session: Session) -> set[UUID]:
    wanted = (
        select(DossierCheck.centre_id)
        .join(Finding, Finding.check_id == DossierCheck.id)
        .where(
            Finding.measure_met_on.is_(None),
            or_(Finding.left_out.is_(None), Finding.left_out.is_(False)),
            or_(Finding.measure.is_not(None), Finding.measure_due.is_not(None)),
        )
    )
    return set(session.scalars(wanted))


def _complained(session: Session) -> dict[UUID, date]:
    """The last day anything came in along a route of a complaint."""
    wanted = (
        select(Complaint.centre_id, func.max(ComplaintRoute.received_on))
        .join(ComplaintRoute, ComplaintRoute.complaint_id == Complaint.id)
        .group_by(Complaint.centre_id)
    )
    return {
        centre: day if isinstance(day, date) else date.fromisoformat(day)
        for centre, day in session.execute(wanted)
    }


def _open_complaints(session: Session) -> set[UUID]:
    """A complaint is open until somebody closes it, also when it was answered."""
    return set(session.scalars(select(Complaint.centre_id).where(Complaint.closed_on.is_(None))))


def _drafts(session: Session, things: Collection[UUID]) -> tuple[list[Key], list[Key]]:
    """Drafts that speak of these things now, and those that did before."""
    marks = [mark for one in things for mark in (one.hex, str(one))]
    both = Setting.key.concat(" ").concat(func.coalesce(Setting.value, ""))
    wanted = select(Setting.id, both).where(Setting.key.like(_DRAFTS))
    gone: list[Key] = []
    past: list[Key] = []
    for row, value in session.execute(wanted, execution_options={"with_deleted": True}):
        if any(mark in value for mark in marks):
            gone.append(("setting", row))
            continue
        said = select(change.c.payload).where(change.c.row == row, change.c.payload.is_not(None))
        told = session.connection().scalars(said)
        if any(mark in payload for payload in told for mark in marks):
            past.append(("setting", row))
    return gone, past


def _statement(row: DestructionStatement) -> Statement:
    return Statement(
        id=row.id,
        reference=row.reference,
        series=row.series,
        rule_reference=row.rule_reference,
        term_years=row.term_years,
        term_ended_on=row.term_ended_on,
        described=row.described,
        rows_count=row.rows_count,
        files_count=row.files_count,
        destroyed_on=row.destroyed_on,
        decided_by=row.decided_by,
    )


def _spoken(table: Any) -> list[Any]:
    """The columns in which somebody can be named."""
    return [
        column
        for column in table.c
        if isinstance(column.type, String)
        and not isinstance(column.type, Choice | ContentMark)
        and not (table.name in exported.TABLES and column.name == exported.FIELD)
    ]


def _joined(fields: Sequence[Any]) -> Any:
    told: Any = func.coalesce(fields[0], "")
    for column in fields[1:]:
        told = told.concat(" ").concat(func.coalesce(column, ""))
    return told


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _whose(session: Session, found: Sequence[tuple[str, Any, str, str]]) -> dict[UUID, UUID | None]:
    """To which centre every row belongs, along its links."""
    return {row["id"]: _centre(session, table, row) for table, row, _, _ in found}


def _centre(session: Session, table: str, row: Mapping[str, Any]) -> UUID | None:
    if table == "centre":
        return UUID(str(row["id"]))
    own: UUID | None = row.get("centre_id")
    if own is not None:
        return own
    for name, parent in _parents(table):
        if (link := row.get(name)) is not None:
            wanted = select(parent).where(parent.c.id == link)
            above = session.connection().execute(wanted).mappings().first()
            if above is not None:
                return _centre(session, parent.name, dict(above))
    if table == "counsellor":
        engaged = kept()["engagement"]
        wanted_one = select(engaged.c.centre_id).where(
            engaged.c.counsellor_id == row["id"], engaged.c.deleted.is_(False)
        )
        return session.connection().scalar(wanted_one.limit(1))
    return None


def _parents(table: str) -> Iterator[tuple[str, Any]]:
    for column in kept()[table].c:
        for key in column.foreign_keys:
            if key.column.table.name != table:
                yield column.name, key.column.table


def _trace(
    known: Mapping[UUID, Any],
    whose: Mapping[UUID, UUID | None],
    table: str,
    row: Any,
    field: str,
    text: str,
) -> Trace:
    of = known.get(whose[row["id"]] or row["id"])
    return Trace(
        id=uuid5(row["id"], field),
        row=row["id"],
        table=table,
        field=field,
        text=text,
        centre_id=of.id if of else None,
        centre=of.name if of else "",
        number=of.enterprise_number if of else "",
    )
