"""Questions about satisfaction. They take a session and give back values, never entities."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.settings import queries as settings_queries
from models.surveys import rules
from models.surveys.entities import SatisfactionMeasurement
from models.surveys.values import MeasurementFile, Satisfaction
from models.terms.parameters import whole_number


def satisfaction(session: Session, centre_id: UUID, today: date) -> Satisfaction:
    """What the measurements of a centre say: two statements, the settings included."""
    changed = settings_queries.settings(session).changed
    least = whole_number(rules.LEAST, today, changed)
    norm = whole_number(rules.NORM, today, changed)
    wanted = select(SatisfactionMeasurement).where(SatisfactionMeasurement.centre_id == centre_id)
    found = [_file(row, least) for row in session.scalars(wanted)]
    return rules.satisfaction(found, least, norm)


def _file(row: SatisfactionMeasurement, least: int) -> MeasurementFile:
    return MeasurementFile(
        id=row.id,
        period_from=row.period_from,
        period_to=row.period_to,
        invited=row.invited,
        respondents=row.respondents,
        satisfied=row.satisfied,
        source=row.source or "",
        remark=row.remark or "",
        interval=rules.interval_of(row.satisfied, row.respondents, least),
    )
