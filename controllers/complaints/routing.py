"""The routes of a complaint: received, confirmed, passed on, answered."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from controllers.complaints.steps import Steps
from models.complaints import queries, rules
from models.complaints.entities import Complaint, ComplaintRoute
from models.complaints.values import (
    DaysOutOfOrder,
    EntryRoute,
    LastRoute,
    RouteDays,
    RouteSettled,
    RouteTakenAlready,
)
from models.kernel.errors import Gone
from models.kernel.text import N_, _
from models.store.session import ChangeSession, LookSession

LABELS = {
    "received_on": N_("Edit route of complaint"),
    "entry": N_("Edit route of complaint"),
    "acknowledged_on": N_("Confirm receipt of complaint"),
    "answered_on": N_("Answer complaint"),
    "forwarded_on": N_("Edit route of complaint"),
}


class Routing(Steps):
    """Each route has its own day of receipt, and its own two clocks."""

    def add_route(self, complaint_id: UUID, entry: EntryRoute, received_on: date | None) -> UUID:
        """The same complaint comes in along another route too: both clocks run.

        Raises RouteTakenAlready while that route is open, and refusals of days.
        """
        came = rules.past_day(received_on, "received_on", self._today())
        with self._change(N_("Add route to complaint"), complaint_id) as (session, row):
            _check_free(session, row.id, entry)
            return _added(session, row, entry, came)

    def forward(
        self,
        complaint_id: UUID,
        route_id: UUID,
        entry: EntryRoute,
        forwarded_on: date | None,
        received_on: date | None = None,
    ) -> UUID:
        """Pass it on to another party, which has a new day of receipt; the first stays visible.

        One step. Without a day of receipt, the day it was passed on. Raises RouteSettled,
        RouteTakenAlready and refusals of days.
        """
        today = self._today()
        passed = rules.past_day(forwarded_on, "forwarded_on", today)
        came = passed if received_on is None else rules.past_day(received_on, "received_on", today)
        if came < passed:
            event = _("the day it was passed on")
            raise DaysOutOfOrder(field="forwarded_on", day=passed, later=came, event=event)
        with self._change(N_("Forward complaint"), complaint_id) as (session, row):
            route = _route(session, row.id, route_id)
            if route.days.settled_on is not None:
                raise RouteSettled(day=route.days.settled_on)
            rules.check_route(replace(route.days, forwarded_on=passed), today, "forwarded_on")
            _check_free(session, row.id, entry)
            route.forwarded_on = passed
            return _added(session, row, entry, came)

    def edit_route(
        self, complaint_id: UUID, route_id: UUID, field: str, value: date | EntryRoute | None
    ) -> None:
        """Write one day of a route, or which route it is. Raises KeyError and refusals of days."""
        with self._change(LABELS[field], complaint_id) as (session, row):
            route = _route(session, row.id, route_id)
            if field == "entry":
                _check_free(session, row.id, EntryRoute(str(value)), but=route_id)
            else:
                days = _with(route.days, field, value, self._today())
                rules.check_route(days, self._today(), field)
            setattr(route, field, value)
            session.flush()
            first = queries.routes(session, row.id)[0].received_on
            rules.check_facts_day(row.facts_on, first, field)

    def acknowledge(self, complaint_id: UUID, route_id: UUID, day: date | None) -> None:
        """Its receipt was confirmed on this day. Raises refusals of days."""
        self.edit_route(complaint_id, route_id, "acknowledged_on", self._day(day))

    def answer(self, complaint_id: UUID, route_id: UUID, day: date | None) -> None:
        """It was answered on this day; of an inadmissible one: that was told, with reasons."""
        self.edit_route(complaint_id, route_id, "answered_on", self._day(day))

    def remove_route(self, complaint_id: UUID, route_id: UUID) -> None:
        """Take away a route that was a mistake. Raises LastRoute."""
        with self._change(N_("Remove route of complaint"), complaint_id) as (session, row):
            route = _route(session, row.id, route_id)
            if len(queries.routes(session, row.id)) == 1:
                raise LastRoute
            session.delete(route)

    def _day(self, day: date | None) -> date:
        return rules.past_day(day, "day", self._today())


def _with(days: RouteDays, field: str, value: object, today: date) -> RouteDays:
    day = value if isinstance(value, date) else None
    match field:
        case "received_on":
            return replace(days, received_on=rules.past_day(day, field, today))
        case "acknowledged_on":
            return replace(days, acknowledged_on=day)
        case "answered_on":
            return replace(days, answered_on=day)
        case _:
            return replace(days, forwarded_on=day)


def _added(session: ChangeSession, row: Complaint, entry: EntryRoute, came: date) -> UUID:
    route = ComplaintRoute(complaint_id=row.id, entry=entry, received_on=came)
    session.add(route)
    session.flush()
    first = queries.routes(session, row.id)[0].received_on
    rules.check_facts_day(row.facts_on, first, "received_on")
    return route.id


def _route(session: LookSession, complaint_id: UUID, route_id: UUID) -> ComplaintRoute:
    for route in queries.routes(session, complaint_id):
        if route.id == route_id:
            return route
    raise Gone


def _check_free(
    session: LookSession, complaint_id: UUID, entry: EntryRoute, but: UUID | None = None
) -> None:
    """Along one route it runs once; what was answered or passed on may come back that way."""
    for route in queries.routes(session, complaint_id):
        if route.id != but and route.entry is entry and route.days.settled_on is None:
            raise RouteTakenAlready(field="entry", day=route.received_on)
