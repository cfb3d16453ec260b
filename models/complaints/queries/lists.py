"""Complaints in a list: three statements, however many there are."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres.entities import CareerCentre
from models.complaints import rules
from models.complaints.entities import Complaint, ComplaintRoute
from models.complaints.queries.files import facts_of
from models.complaints.values import DONE, ComplaintRow, ComplaintState
from models.kernel.words import fold
from models.settings import queries as settings_queries
from models.terms.values import Changed

_PLACES = {state: place for place, state in enumerate(ComplaintState)}
ORDERS: Mapping[str, Callable[[ComplaintRow], Any]] = {
    "pressing": lambda row: (not row.open, row.due or date.max, -row.received_on.toordinal()),
    "centre": lambda row: fold(row.centre_name),
    "theme": lambda row: fold(row.theme),
    "received_on": lambda row: row.received_on,
    "handler": lambda row: fold(row.handler),
    "due": lambda row: row.internal or date.max,
    "state": lambda row: (_PLACES[row.state], row.due or date.max),
    "closed_on": lambda row: row.closed_on or date.min,
}
"""What the list can be ordered by; `pressing`: the open ones first, the most late on top."""


def every(session: Session, today: date, centre_id: UUID | None = None) -> list[ComplaintRow]:
    """Every complaint as it stands today, the most pressing first; of one centre when asked."""
    return _made(session, today, centre_id, closed=True)


def open_ones(session: Session, today: date, centre_id: UUID | None = None) -> list[ComplaintRow]:
    """Those on which something is still owed, the most pressing first."""
    found = _made(session, today, centre_id, closed=False)
    return [row for row in found if row.open]


def _made(
    session: Session, today: date, centre_id: UUID | None, *, closed: bool
) -> list[ComplaintRow]:
    wanted = select(Complaint, CareerCentre).join(
        CareerCentre, Complaint.centre_id == CareerCentre.id
    )
    if centre_id is not None:
        wanted = wanted.where(Complaint.centre_id == centre_id)
    if not closed:
        wanted = wanted.where(Complaint.closed_on.is_(None))
    found = session.execute(wanted).all()
    if not found:
        return []
    some = centre_id is not None or not closed
    few = [row.id for row, _centre in found] if some else None
    routes, changed = _routes(session, few), settings_queries.settings(session).changed
    made = [_row(row, centre, routes[row.id], changed, today) for row, centre in found]
    return sorted(made, key=lambda row: (ORDERS["pressing"](row), row.reference))


def ids(
    session: Session,
    today: date,
    centre_id: UUID | None = None,
    order: str = "pressing",
    *,
    descending: bool = False,
) -> list[UUID]:
    """Ids by a key of ORDERS; what is equal keeps the most pressing first."""
    found = every(session, today, centre_id)
    found.sort(key=ORDERS[order], reverse=descending)
    return [row.id for row in found]


def rows(session: Session, wanted: Sequence[UUID], today: date) -> list[ComplaintRow]:
    """These complaints as they stand today."""
    found = session.execute(
        select(Complaint, CareerCentre)
        .join(CareerCentre, Complaint.centre_id == CareerCentre.id)
        .where(Complaint.id.in_(wanted))
    ).all()
    routes, changed = _routes(session, wanted), settings_queries.settings(session).changed
    return [_row(row, centre, routes[row.id], changed, today) for row, centre in found]


def _routes(session: Session, wanted: Sequence[UUID] | None) -> Mapping[UUID, list[ComplaintRoute]]:
    question = select(ComplaintRoute)
    if wanted is not None:
        question = question.where(ComplaintRoute.complaint_id.in_(wanted))
    found: defaultdict[UUID, list[ComplaintRoute]] = defaultdict(list)
    for one in session.scalars(question):
        found[one.complaint_id].append(one)
    for routes in found.values():
        routes.sort(key=lambda one: (one.received_on, one.id.bytes))
    return found


def _row(
    row: Complaint,
    centre: CareerCentre,
    routes: Sequence[ComplaintRoute],
    changed: Changed,
    today: date,
) -> ComplaintRow:
    facts = facts_of(row, routes)
    state, why = rules.complaint_state(facts)
    clocks = () if state in DONE else rules.all_clocks(facts, changed)
    late = rules.most_late(clocks, today)
    heard = [one.acknowledged_on for one in routes if one.acknowledged_on is not None]
    answers = [one.answered_on for one in routes if one.answered_on is not None]
    waits = any(one.days.settled_on is None for one in routes)
    return ComplaintRow(
        id=row.id,
        reference=row.reference,
        centre_id=row.centre_id,
        centre_name=centre.trade_name or centre.legal_name,
        locality=centre.locality or "",
        kind=row.kind,
        subject=row.subject,
        theme=row.theme,
        entries=tuple(dict.fromkeys(one.entry for one in routes)),
        received_on=facts.received_on,
        handler=row.handler or "",
        medium=row.medium,
        channel=row.channel,
        admissible=row.admissible,
        judgement=row.judgement,
        resolution=row.resolution,
        state=state,
        why=why,
        next_clock=rules.next_clock(clocks),
        late=late > 0,
        days_late=late,
        acknowledged_on=min(heard, default=None),
        answered_on=None if waits else max(answers, default=None),
        closed_on=row.closed_on,
    )
