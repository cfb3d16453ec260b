"""What people do with lists from elsewhere: read one, see what it would do, take it over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.former_names import KINDS, keep_former_name
from controllers.intake.known import Key, Kind, Known, KnownRecord
from controllers.intake.plan_values import CentreListPlan, Choice, Write
from models.centres import queries as centre_queries
from models.centres.entities import (
    CareerCentre,
    ContactPerson,
    Counsellor,
    Engagement,
    Establishment,
)
from models.kernel.text import N_
from models.mandates import queries as mandate_queries
from models.mandates.entities import Mandate, QualityCertificate
from models.store.entity import Entity
from models.store.gate import longest
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.intake.centre_reading import CentreListReading

Decisions = Mapping[tuple[str, int], Choice]
"""What a person chose in the dry run: (sheet, row) to choice."""

ENTITIES: Mapping[Kind, type[Entity]] = {
    Kind.CENTRE: CareerCentre,
    Kind.CONTACT: ContactPerson,
    Kind.MANDATE: Mandate,
    Kind.CERTIFICATE: QualityCertificate,
    Kind.ESTABLISHMENT: Establishment,
    Kind.COUNSELLOR: Counsellor,
    Kind.ENGAGEMENT: Engagement,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did; `step` is None when there was nothing to do."""

    plan: CentreListPlan
    step: UUID | None


class Imports:
    """Lists that come in."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, path: Path) -> "CentreListReading":
        """Read a list of centres; nothing is compared or written yet."""
        from controllers.intake.centre_list import read_centre_list

        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            changed = mandate_queries.day(session, today).changed
        return read_centre_list(path, today, changed=changed)

    def plan(
        self, reading: "CentreListReading", decisions: Decisions | None = None
    ) -> CentreListPlan:
        """What taking it over would do, row by row; nothing is written."""
        from controllers.intake.centre_plan import plan

        with self._store.look() as session:
            known = Known(_known(session), centre_queries.merged_numbers(session))
            return plan(reading, known, decisions, _room())

    def take(
        self, reading: "CentreListReading", name: str, decisions: Decisions | None = None
    ) -> Taken:
        """Take a list over as one step. It is compared anew, so nothing stale is written."""
        planned = self.plan(reading, decisions)
        if planned.empty:
            return Taken(planned, None)
        with self._store.change(N_("Import list of centres"), name) as session:
            today = self._store.now().astimezone().date()
            writing = _Writing(session, planned.writes, today)
            for write in planned.writes:
                writing.write(write)
            return Taken(planned, session.step)


class _Writing:
    """Writes the records of a plan, in its order, each with its links."""

    def __init__(self, session: ChangeSession, writes: Sequence[Write], today: date) -> None:
        self._session, self._today = session, today
        self._written: dict[tuple[Kind, Key], UUID] = {}
        for kind, entity in ENTITIES.items():
            rows = (one.target for one in writes if one.kind is kind)
            session.prefetch(entity, (row for row in rows if row is not None))
        numbers = {one.centre for one in writes if one.id is None}
        self._homes = centre_queries.of_numbers(session, [*numbers])
        self._positions = centre_queries.last_positions(session, [*self._homes.values()])

    def write(self, write: Write) -> None:
        values: dict[str, object] = dict(write.values)
        if write.id is None:
            values.update(self._belongs(write))
        self._written[write.kind, write.key] = self._put(write, values)

    def _put(self, write: Write, values: Mapping[str, object]) -> UUID:
        row = write.target
        if row is not None:
            self._keep_names(write, values)
            return self._session.put(ENTITIES[write.kind], row, **values).id
        fresh = ENTITIES[write.kind](**values)
        self._session.add(fresh)
        self._session.flush()
        return fresh.id

    def _keep_names(self, write: Write, values: Mapping[str, object]) -> None:
        """A list that brings another name leaves the old one to be found."""
        if write.kind is not Kind.CENTRE or write.target is None:
            return
        centre = self._session.fetched(CareerCentre, write.target)
        for field in KINDS.keys() & values.keys():
            new = str(values[field] or "") or None
            if centre is not None and getattr(centre, field) != new:
                keep_former_name(self._session, centre, field, new, self._today)

    def _belongs(self, write: Write) -> Iterator[tuple[str, object]]:
        """The links of a new record: to its centre, and of an engagement to its counsellor."""
        if write.kind is Kind.ENGAGEMENT:
            known = write.counsellor_id or self._written[Kind.COUNSELLOR, write.counsellor]
            yield "counsellor_id", known
        if write.kind in {Kind.CENTRE, Kind.COUNSELLOR}:
            return
        home = self._written.get((Kind.CENTRE, (write.centre,))) or self._homes[write.centre]
        yield "centre_id", home
        if write.kind is Kind.CONTACT:
            self._positions[home] = self._positions.get(home, 0) + 1
            yield "position", self._positions[home]


def _known(session: LookSession) -> Iterator[KnownRecord]:
    """Everything the file holds that a list could speak of."""
    for queries in (centre_queries, mandate_queries):
        for kind, row, centre, fields in queries.records(session):
            yield KnownRecord(Kind(kind), row, centre, fields)


@cache
def _room() -> Mapping[tuple[Kind, str], int]:
    """How many characters the file takes in every field of text."""
    return {
        (kind, column.key): longest(entity.metadata.tables[kind.value], column.key)
        for kind, entity in ENTITIES.items()
        for column in entity.__table__.c
    }
