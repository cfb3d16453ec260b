"""What people do with measurements of satisfaction: write one down, correct it, read the share."""

from datetime import date
from uuid import UUID

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.centres.rules.editing import cleaned
from models.kernel.text import N_
from models.store.gate import longest
from models.store.store import Store
from models.surveys import queries, rules
from models.surveys.entities import SatisfactionMeasurement
from models.surveys.values import Satisfaction
from models.terms.rules import check_reach

EDITED = frozenset(
    {"period_from", "period_to", "invited", "respondents", "satisfied", "source", "remark"}
)

Value = str | date | int | None


class Surveys:
    """How satisfied the users of the voucher are at a centre (PRODUCT.md S13)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def satisfaction(self, centre_id: UUID) -> Satisfaction:
        """Every measurement of a centre, the newest first, and what the newest one says."""
        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            return queries.satisfaction(session, centre_id, today)

    def add(
        self,
        centre_id: UUID,
        period_from: date | None,
        period_to: date | None,
        respondents: int | None,
        satisfied: int | None,
        *,
        invited: int | None = None,
        source: str = "",
    ) -> UUID:
        """Write a measurement down by hand. Raises Gone, and what `rules.check` raises."""
        rules.check(period_from, period_to, respondents, satisfied, invited)
        days = {"period_from": period_from, "period_to": period_to}
        kept = {field: _kept(field, value) for field, value in days.items()}
        kept |= {"invited": invited, "respondents": respondents, "satisfied": satisfied}
        kept["source"] = _kept("source", source)
        about = self._name(centre_id)
        with self._store.change(N_("Add measurement of satisfaction"), about) as session:
            centre = session.get_one(CareerCentre, centre_id)
            row = SatisfactionMeasurement(centre_id=centre.id, **kept)
            session.add(row)
            session.flush()
            return row.id

    def edit(self, measurement_id: UUID, field: str, value: Value) -> None:
        """Write one field of a measurement, unless its numbers or days then clash."""
        if field not in EDITED:
            raise KeyError(field)
        kept = _kept(field, value)
        about = self._of(measurement_id)
        with self._store.change(N_("Edit measurement of satisfaction"), about) as session:
            row = session.get_one(SatisfactionMeasurement, measurement_id)
            setattr(row, field, kept)
            numbers = row.respondents, row.satisfied, row.invited
            rules.check(row.period_from, row.period_to, *numbers, field)

    def remove(self, measurement_id: UUID) -> None:
        """Take a measurement away; undo brings it back."""
        about = self._of(measurement_id)
        with self._store.change(N_("Remove measurement of satisfaction"), about) as session:
            session.delete(session.get_one(SatisfactionMeasurement, measurement_id))

    def _of(self, measurement_id: UUID) -> str:
        with self._store.look() as session:
            row = session.get_one(SatisfactionMeasurement, measurement_id)
            return centre_queries.identity(session, row.centre_id).name

    def _name(self, centre_id: UUID) -> str:
        with self._store.look() as session:
            return centre_queries.identity(session, centre_id).name


def _kept(field: str, value: Value) -> Value:
    """The value as the table keeps it: text cleaned, days within reach."""
    if isinstance(value, date):
        check_reach(value, field)
    if isinstance(value, str):
        table = SatisfactionMeasurement.metadata.tables[SatisfactionMeasurement.__tablename__]
        said = cleaned(field, value, longest(table, field))
        return said if isinstance(said, str) else None
    return value
