"""One complaint whole: its routes with their clocks, its state and what looks wrong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.checks.entities import DossierCheck
from models.complaints import rules
from models.complaints.entities import Complaint, ComplaintRoute
from models.complaints.values import ComplaintFacts, ComplaintFile, ComplaintHistory, RouteFile
from models.kernel.errors import Gone
from models.settings import queries as settings_queries
from models.terms.values import Changed


def file(session: Session, complaint_id: UUID, today: date) -> ComplaintFile:
    """A complaint whole as it stands today. Raises Gone when it was removed."""
    row = session.get(Complaint, complaint_id)
    if row is None or row.deleted:
        raise Gone
    centre = centre_queries.identity(session, row.centre_id)
    found = routes(session, complaint_id)
    facts, changed = facts_of(row, found), settings_queries.settings(session).changed
    state, why = rules.complaint_state(facts)
    made = tuple(_route(one, facts, changed) for one in found)
    known = rules.Circumstances(
        facts, row.facts_on, row.handler or "", centre.officer, row.judgement, row.resolution
    )
    return ComplaintFile(
        id=row.id,
        reference=row.reference,
        centre_id=row.centre_id,
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        officer=centre.officer,
        kind=row.kind,
        subject=row.subject,
        theme=row.theme,
        facts_on=row.facts_on,
        summary=row.summary or "",
        medium=row.medium,
        channel=row.channel,
        handler=row.handler or "",
        admissible=row.admissible,
        inadmissibility=row.inadmissibility,
        admissibility_reason=row.admissibility_reason or "",
        judgement=row.judgement,
        judgement_reason=row.judgement_reason or "",
        resolution=row.resolution,
        closed_on=row.closed_on,
        closing_reason=row.closing_reason or "",
        check_id=row.check_id,
        check_reference=_check(session, row.check_id),
        routes=made,
        state=state,
        why=why,
        late=any(clock.days_late(today) for one in made for clock in one.clocks if clock.open),
        warnings=rules.warnings(known, changed),
        keeping=rules.kept_until(row.closed_on, changed),
    )


def histories(session: Session, centre_id: UUID, changed: Changed) -> list[ComplaintHistory]:
    """The days of every complaint of a centre with its clocks, in one statement."""
    wanted = (
        select(Complaint, ComplaintRoute)
        .join(ComplaintRoute, ComplaintRoute.complaint_id == Complaint.id)
        .where(Complaint.centre_id == centre_id)
    )
    found: defaultdict[Complaint, list[ComplaintRoute]] = defaultdict(list)
    for row, route in session.execute(wanted):
        found[row].append(route)
    made = [_history(row, _in_order(routes), changed) for row, routes in found.items()]
    return sorted(made, key=lambda one: (one.routes[0].received_on, one.reference))


def _history(row: Complaint, found: Sequence[ComplaintRoute], changed: Changed) -> ComplaintHistory:
    facts = facts_of(row, found)
    clocks = rules.all_clocks(facts, changed)
    return ComplaintHistory(row.id, row.reference, row.theme, facts.routes, clocks, row.closed_on)


def routes(session: Session, complaint_id: UUID) -> list[ComplaintRoute]:
    """The routes of a complaint, by day of receipt."""
    wanted = select(ComplaintRoute).where(ComplaintRoute.complaint_id == complaint_id)
    return _in_order(session.scalars(wanted))


def _in_order(found: Iterable[ComplaintRoute]) -> list[ComplaintRoute]:
    return sorted(found, key=lambda one: (one.received_on, one.id.bytes))


def facts_of(row: Complaint, found: Sequence[ComplaintRoute]) -> ComplaintFacts:
    days = tuple(one.days for one in found)
    return ComplaintFacts(days, row.kind, row.admissible, row.closed_on)


def reference_taken(session: Session, reference: str) -> bool:
    """Whether a complaint has this reference, also one that was removed."""
    wanted = select(Complaint.id).where(Complaint.reference == reference)
    found = session.scalars(wanted.limit(1), execution_options={"with_deleted": True})
    return found.first() is not None


def _route(one: ComplaintRoute, facts: ComplaintFacts, changed: Changed) -> RouteFile:
    return RouteFile(one.id, one.days, rules.clocks(one.days, facts, changed))


def _check(session: Session, check_id: UUID | None) -> str:
    if check_id is None:
        return ""
    row = session.get(DossierCheck, check_id)
    return "" if row is None or row.deleted else row.reference
