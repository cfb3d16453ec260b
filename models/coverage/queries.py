"""Questions about coverage: every centre in a handful of statements, or one centre alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import NullType

from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from models.centres.entities import CareerCentre
from models.centres.rules import province_of
from models.checklists.values import Unit
from models.checks.entities import DossierCheck
from models.coverage import rules
from models.coverage.values import KINDS, Acted, Coverage, CoverageRow, Target
from models.mandates import rules as mandate_rules
from models.mandates.entities import Mandate
from models.mandates.queries import FACTS, Day, as_used
from models.mandates.values import MandateFacts, MandateState
from models.surveys.entities import SatisfactionMeasurement
from models.terms.parameters import parameter

Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])


class Held(NamedTuple):
    """A mandate with its number and dates."""

    id: UUID
    number: str
    facts: MandateFacts


def targets(day: Day) -> Mapping[ActionKind, Target]:
    """How often the office aims at each kind: a proposal of the table, or what the office set."""
    return {
        kind: rules.target(parameter(rules.TARGETS[kind], day.today, day.changed).value)
        for kind in KINDS
    }


def rows(session: Session, day: Day, only: UUID | None = None) -> list[CoverageRow]:
    """Every centre with the mandate that counts today, and what was done in it: six statements."""
    aims = targets(day)
    held, acted = _held(session, day, only), _acted(session, only)
    columns = (
        *(CareerCentre.id, CareerCentre.legal_name, CareerCentre.trade_name),
        *(CareerCentre.enterprise_number, CareerCentre.locality, CareerCentre.postal_code),
        CareerCentre.officer,
    )
    question = select(*columns)
    if only is not None:
        question = question.where(CareerCentre.id == only)
    return [
        _row(centre, held.get(centre.id, ()), acted.get(centre.id.bytes, ()), day, aims)
        for centre in session.execute(question)
    ]


def of_mandate(
    session: Session, centre_id: UUID, day: Day, mandate_id: UUID | None = None
) -> Coverage | None:
    """One mandate of a centre: the chosen one, or the one that counts today; None without any."""
    held = _held(session, day, centre_id).get(centre_id, [])
    chosen = next((one for one in held if one.id == mandate_id), None) or _current(held, day.today)
    if chosen is None:
        return None
    acted = _acted(session, centre_id).get(centre_id.bytes, ())
    return rules.coverage(chosen.facts, acted, day.today, targets(day))


def _row(
    centre: Any,
    held: Sequence[Held],
    acted: Sequence[Acted],
    day: Day,
    aims: rules.Targets,
) -> CoverageRow:
    now = _current(held, day.today)
    state, spread = MandateState.NONE, None
    if now is not None:
        others = [one.facts for one in held]
        state = mandate_rules.mandate_state(now.facts, day.today, day.mandate_months, others)[0]
        spread = rules.coverage(now.facts, acted, day.today, aims)
    return CoverageRow(
        id=centre.id,
        name=centre.trade_name or centre.legal_name,
        enterprise_number=centre.enterprise_number,
        locality=centre.locality or "",
        province=province_of(centre.postal_code or ""),
        officer=centre.officer or "",
        mandate_number=now.number if now else "",
        state=state,
        coverage=spread,
    )


def _current(held: Sequence[Held], today: date) -> Held | None:
    now = mandate_rules.current([one.facts for one in held], today)
    return next((one for one in held if one.facts is now), None)


def _held(session: Session, day: Day, only: UUID | None) -> dict[UUID, list[Held]]:
    question = select(Mandate.centre_id, Mandate.id, Mandate.number, *FACTS)
    found: defaultdict[UUID, list[Held]] = defaultdict(list)
    for centre, row, number, *days in session.execute(_of(question, Mandate.centre_id, only)):
        found[centre].append(Held(row, number or "", as_used(MandateFacts(*days), day)))
    return found


def _acted(session: Session, only: UUID | None) -> dict[bytes, list[Acted]]:
    """What was done and what is planned, by centre; a check counts once it was visited or begun."""
    found: defaultdict[bytes, list[Acted]] = defaultdict(list)
    for lane in (_logged, _checked):
        for centre, one in lane(session, only):
            found[centre].append(one)
    for centre, days in _surveyed(session, only).items():
        found[centre].extend([*rules.measured(found[centre], days)])
    return found


def _logged(session: Session, only: UUID | None) -> Iterator[tuple[bytes, Acted]]:
    columns = raw(QualityAction.centre_id), raw(QualityAction.kind), QualityAction.day
    kinds = {kind.value: kind for kind in ActionKind if kind is not ActionKind.DOSSIER_CHECK}
    for centre, kind, day in session.execute(_of(select(*columns), QualityAction.centre_id, only)):
        if kind in kinds:  # every check is one by itself
            yield centre, Acted(kinds[kind], day)


def _surveyed(session: Session, only: UUID | None) -> dict[bytes, list[date]]:
    """The last days of the periods that were measured, by centre."""
    kept, found = SatisfactionMeasurement, defaultdict[bytes, list[date]](list)
    question = select(raw(kept.centre_id), kept.period_to)
    for centre, day in session.execute(_of(question, kept.centre_id, only)):
        found[centre].append(day)
    return found


def _checked(session: Session, only: UUID | None) -> Iterator[tuple[bytes, Acted]]:
    columns = DossierCheck.visit_date, DossierCheck.started_at, DossierCheck.planned_on
    channels = Unit.PUBLIC_CHANNEL.value
    question = select(raw(DossierCheck.centre_id), raw(DossierCheck.unit), *columns)
    for centre, unit, visited, started, planned in session.execute(
        _of(question, DossierCheck.centre_id, only)
    ):
        begun = visited or (started.astimezone().date() if started else None)
        day = begun or planned
        if day is not None:
            kind = ActionKind.OFFER_CHECK if unit == channels else ActionKind.DOSSIER_CHECK
            yield centre, Acted(kind, day, begun is None)


def raw(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """The column as the file keeps it: tens of thousands of rows need no UUID and no enum each."""
    return type_coerce(column, NullType())


def _of(question: Q, centre: InstrumentedAttribute[UUID], only: UUID | None) -> Q:
    return question if only is None else question.where(centre == only)
