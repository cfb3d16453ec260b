"""What people do with lists from elsewhere: read one, see what it would do, take it over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.intake.known import Kind, Known, KnownRecord
from controllers.intake.plan_values import CentreListPlan, Choice, Write
from models.centres import queries as centre_queries
from models.centres.entities import (
    CareerCentre,
    ContactPerson,
    Counsellor,
    Engagement,
    Establishment,
)
from models.kernel.ids import natural_id
from models.kernel.text import N_
from models.mandates import queries as mandate_queries
from models.mandates.entities import Mandate, QualityCertificate
from models.store.entity import Entity
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
            years = mandate_queries.day(session, today).mandate_years
        return read_centre_list(path, today, mandate_years=years)

    def plan(
        self, reading: "CentreListReading", decisions: Decisions | None = None
    ) -> CentreListPlan:
        """What taking it over would do, row by row; nothing is written."""
        from controllers.intake.centre_plan import plan

        with self._store.look() as session:
            return plan(reading, Known(_known(session)), decisions)

    def take(
        self, reading: "CentreListReading", name: str, decisions: Decisions | None = None
    ) -> Taken:
        """Take a list over as one step. It is compared anew, so nothing stale is written."""
        planned = self.plan(reading, decisions)
        if planned.empty:
            return Taken(planned, None)
        with self._store.change(N_("Import list of centres"), name) as session:
            for kind, entity in ENTITIES.items():
                session.prefetch(entity, (_row(one) for one in planned.writes if one.kind is kind))
            written: dict[tuple[Kind, tuple[str, ...]], UUID] = {}
            for write in planned.writes:
                written[write.kind, write.key] = _write(session, write, written)
            return Taken(planned, session.step)


def _write(
    session: ChangeSession, write: Write, written: Mapping[tuple[Kind, tuple[str, ...]], UUID]
) -> UUID:
    values: dict[str, object] = dict(write.values)
    if write.id is None:
        values.update(_belongs(session, write, written))
    row = _row(write)
    session.put(ENTITIES[write.kind], row, **values)
    return row


def _row(write: Write) -> UUID:
    return write.id or natural_id(write.kind.value, *write.key)


def _belongs(
    session: ChangeSession, write: Write, written: Mapping[tuple[Kind, tuple[str, ...]], UUID]
) -> Iterator[tuple[str, object]]:
    """The links of a new record: to its centre, and of an engagement to its counsellor."""
    if write.kind is Kind.ENGAGEMENT:
        known = write.counsellor_id or written[Kind.COUNSELLOR, write.counsellor]
        yield "counsellor_id", known
    if write.kind not in {Kind.CENTRE, Kind.COUNSELLOR}:
        centre = written.get((Kind.CENTRE, (write.centre,)))
        yield "centre_id", centre or centre_queries.id_of(session, write.centre)


def _known(session: LookSession) -> Iterator[KnownRecord]:
    """Everything the file holds that a list could speak of."""
    for queries in (centre_queries, mandate_queries):
        for kind, row, centre, fields in queries.records(session):
            yield KnownRecord(Kind(kind), row, centre, fields)
