"""Measures and criteria over all centres: a few statements, however many centres."""

from collections import defaultdict
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.values import CentreIdentity
from models.checks import queries as check_queries
from models.checks import rules as check_rules
from models.checks.values import Agreed, Breach, MeasureRow, MeasureStatus, PatternRow
from models.letters.queries.files import agreed_everywhere

_FIRST = {
    status: place
    for place, status in enumerate(
        (
            MeasureStatus.OVERDUE,
            MeasureStatus.REJECTED,
            MeasureStatus.EVIDENCE_RECEIVED,
            MeasureStatus.OPEN,
            MeasureStatus.VERIFIED,
        )
    )
}


def measure_register(session: Session, today: date, only: UUID | None = None) -> list[MeasureRow]:
    """Every measure that counts, the latest first, those carried out at the end."""
    found = agreed_everywhere(session, today, only)
    centres = centre_queries.identities(session, found)
    rows = [
        _measure(one, centres[centre], today)
        for centre, many in found.items()
        if centre in centres
        for one in many
    ]
    return sorted(rows, key=_order)


def pattern_register(session: Session, only: UUID | None = None) -> list[PatternRow]:
    """Every criterion that was not met, the most frequent first."""
    by_centre = check_queries.finished_by_centre(session, only)
    ids = [check for checks in by_centre.values() for check in checks]
    if not ids:
        return []
    whose = {check: centre for centre, checks in by_centre.items() for check in checks}
    centres = centre_queries.identities(session, by_centre)
    told: defaultdict[UUID, list[Breach]] = defaultdict(list)
    for breach in check_queries.breaches(session, ids):
        told[whose[breach.check_id]].append(breach)
    return check_rules.patterns(told, {row: centre.name for row, centre in centres.items()})


def _measure(one: Agreed, centre: CentreIdentity, today: date) -> MeasureRow:
    loose = one.finding_id is not None and one.question_key == one.finding_id.hex
    return MeasureRow(
        id=one.finding_id or uuid5(one.check_id, one.question_key),
        check_id=one.check_id,
        centre_id=centre.id,
        centre=centre.name,
        enterprise_number=centre.enterprise_number,
        officer=centre.officer,
        reference=one.reference,
        visited=one.visited,
        question_key="" if loose else one.question_key,
        title=one.question,
        grade=one.grade,
        measure=one.measure,
        owner=one.owner,
        due=one.due,
        days_late=one.days_late,
        days_left=(one.due - today).days if one.open and one.due and one.due >= today else None,
        status=one.status,
        met_on=one.met_on,
        by_rule=one.by_rule if one.open else None,
    )


def _order(row: MeasureRow) -> tuple[int, date, str]:
    return _FIRST[row.status], row.due or date.max, row.centre
