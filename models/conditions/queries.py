"""What asks for attention, over all centres or at one: a handful of statements, then the rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from models.actions.entities import QualityAction
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import DecisionKind
from models.centres.entities import CareerCentre, Counsellor, Engagement
from models.centres.rules import province_of
from models.centres.values import Qualification
from models.checks.entities import DossierCheck, ReactionRound
from models.checks.values import Agreed
from models.complaints import queries as complaint_queries
from models.conditions import rules
from models.conditions.values import (
    AwaitedReply,
    CentreFacts,
    Condition,
    Engaged,
    HeldCertificate,
    HeldPeriod,
    OpenApplication,
    OpenComplaint,
    OpenRound,
    PlannedCheck,
    Signal,
    Urgency,
)
from models.kernel.words import fold
from models.letters import queries as letter_queries
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.queries import FACTS
from models.mandates.values import MandateFacts
from models.settings import queries as settings_queries

SPACE = UUID("b1f0c1de-6c0e-4d1f-9a35-0d3f6f2f9f11")
"""A condition has no row of its own: its id follows from its kind and the row it is about."""
_ORDER = {urgency: place for place, urgency in enumerate(Urgency)}


@dataclass(frozen=True, slots=True)
class _Named:
    """A centre as the list names it."""

    id: UUID
    name: str
    locality: str
    officer: str
    province: str


def conditions(
    session: Session,
    today: date,
    only: UUID | None = None,
    *,
    complaints: bool = True,
    agreed: Mapping[UUID, tuple[Agreed, ...]] | None = None,
) -> list[Condition]:
    """Everything that asks for attention today, the most urgent first; of one centre if asked.

    Without `complaints` where they tell their own terms, as on a timeline. `agreed`, by centre, is
    what was agreed today where that was read already.
    """
    on = rules.watch(today, settings_queries.settings(session).changed)
    held = _held(session, only)
    certified = _certified(session, only)
    people = _people(session, only)
    applications = _applications(session, only)
    checks = _checks(session, only)
    replies = _replies(session, only)
    if agreed is None:
        agreed = letter_queries.agreed_everywhere(session, today, only)
    rounds = _rounds(session, only)
    complained = _complaints(session, today, only) if complaints else {}
    found: list[Condition] = []
    for centre in _centres(session, only):
        facts = CentreFacts(
            centre.id,
            tuple(held.get(centre.id.bytes, ())),
            tuple(certified.get(centre.id.bytes, ())),
            tuple(people.get(centre.id.bytes, ())),
            tuple(applications.get(centre.id.bytes, ())),
            tuple(checks.get(centre.id.bytes, ())),
            tuple(replies.get(centre.id.bytes, ())),
            agreed.get(centre.id, ()),
            tuple(rounds.get(centre.id.bytes, ())),
            tuple(complained.get(centre.id, ())),
        )
        found.extend(_condition(centre, signal) for signal in rules.signals(facts, on))
    return sorted(found, key=_key)


def _key(one: Condition) -> tuple[int, date, str, str]:
    days = [day for day in (one.last, one.start) if day is not None]
    return _ORDER[one.urgency], min(days, default=date.max), fold(one.centre), one.kind.value


def _condition(centre: _Named, signal: Signal) -> Condition:
    return Condition(
        id=uuid5(SPACE, f"{signal.kind.value}:{signal.row}"),
        kind=signal.kind,
        centre_id=centre.id,
        centre=centre.name,
        locality=centre.locality,
        officer=centre.officer,
        province=centre.province,
        what=signal.what,
        why=signal.why,
        start=signal.start,
        last=signal.last,
        urgency=signal.urgency,
        opens=signal.opens,
        term=signal.term,
        letter=signal.letter,
    )


def _centres(session: Session, only: UUID | None) -> Iterator[_Named]:
    columns = (
        *(CareerCentre.id, CareerCentre.trade_name, CareerCentre.legal_name),
        *(CareerCentre.locality, CareerCentre.officer, CareerCentre.postal_code),
    )
    wanted = select(*columns)
    if only is not None:
        wanted = wanted.where(CareerCentre.id == only)
    for row, trade, legal, locality, officer, code in session.execute(wanted):
        province = province_of(code or "")
        yield _Named(row, trade or legal, locality or "", officer or "", province)


def _held(session: Session, only: UUID | None) -> Mapping[bytes, list[HeldPeriod]]:
    whose = _raw(Mandate.centre_id), Mandate.id, Mandate.number
    columns = *whose, Mandate.deviation, Mandate.continued_on
    return _by_centre(session, select(*columns, *FACTS), Mandate, only, _period)


def _period(row: UUID, number: str | None, why: str | None, told: date | None, *days: Any) -> Any:
    return HeldPeriod(row, number or "", MandateFacts(*days), why or "", told)


def _certified(session: Session, only: UUID | None) -> Mapping[bytes, list[HeldCertificate]]:
    kind = QualityCertificate
    wanted = select(_raw(kind.centre_id), kind.valid_from, kind.valid_until)
    return _by_centre(session, wanted, kind, only, HeldCertificate)


def _people(session: Session, only: UUID | None) -> Mapping[bytes, list[Engaged]]:
    columns = (
        *(_raw(Engagement.centre_id), Counsellor.first_name, Counsellor.last_name),
        *(Counsellor.qualification, Engagement.since, Engagement.until, Engagement.reported_on),
    )
    wanted = (
        select(*columns)
        .join(Counsellor, Engagement.counsellor_id == Counsellor.id)
        .order_by(Counsellor.last_name, Counsellor.first_name)
    )
    return _by_centre(session, wanted, Engagement, only, _engaged)


def _engaged(
    first: str | None, last: str, held: Qualification | None, *days: date | None
) -> Engaged:
    name = f"{first or ''} {last}".strip()
    return Engaged(name, held or Qualification.UNKNOWN, *days)


def _applications(session: Session, only: UUID | None) -> Mapping[bytes, list[OpenApplication]]:
    """Those on which nothing was decided, and which were not taken back."""
    settled = select(MandateDecision.application_id).where(
        MandateDecision.kind.in_((DecisionKind.GRANTED, DecisionKind.REFUSED)),
        MandateDecision.application_id.is_not(None),
        MandateDecision.deleted.is_(False),
    )
    kind = MandateApplication
    columns = (
        *(_raw(kind.centre_id), kind.id, kind.reference, kind.kind, kind.received_on),
        *(kind.asked_on, kind.complete_by, kind.completed_on),
    )
    wanted = select(*columns).where(kind.retracted_on.is_(None), kind.id.not_in(settled))
    return _by_centre(session, wanted, kind, only, OpenApplication)


def _checks(session: Session, only: UUID | None) -> Mapping[bytes, list[PlannedCheck]]:
    kind = DossierCheck
    wanted = select(_raw(kind.centre_id), kind.id, kind.reference, kind.planned_on).where(
        kind.planned_on.is_not(None), kind.started_at.is_(None), kind.finished_at.is_(None)
    )
    return _by_centre(session, wanted, kind, only, PlannedCheck)


def _replies(session: Session, only: UUID | None) -> Mapping[bytes, list[AwaitedReply]]:
    kind = QualityAction
    wanted = select(_raw(kind.centre_id), kind.id, kind.subject, kind.day, kind.reply_by).where(
        kind.reply_by.is_not(None), kind.replied_on.is_(None)
    )
    return _by_centre(session, wanted, kind, only, _awaited)


def _awaited(row: UUID, subject: str | None, day: date, by: date) -> AwaitedReply:
    return AwaitedReply(row, subject or "", day, by)


def _rounds(session: Session, only: UUID | None) -> Mapping[bytes, list[OpenRound]]:
    """Findings that are with a centre."""
    kind = ReactionRound
    columns = kind.id, DossierCheck.id, DossierCheck.reference, kind.sent_on, kind.reply_by
    wanted = (
        select(_raw(DossierCheck.centre_id), *columns)
        .join(DossierCheck, DossierCheck.id == kind.check_id)
        .where(kind.closed_on.is_(None), kind.reply_by.is_not(None))
    )
    return _by_centre(session, wanted, DossierCheck, only, OpenRound)


def _complaints(
    session: Session, today: date, only: UUID | None
) -> Mapping[UUID, list[OpenComplaint]]:
    found: defaultdict[UUID, list[OpenComplaint]] = defaultdict(list)
    for row in complaint_queries.open_ones(session, today, only):
        if row.next_clock is not None:
            one = OpenComplaint(row.id, row.reference, row.theme, row.next_clock)
            found[row.centre_id].append(one)
    return found


def _raw(column: Any) -> Any:
    """The sixteen bytes themselves: thousands of rows need no UUID each to find their centre."""
    return type_coerce(column, NullType())


def _by_centre(
    session: Session, wanted: Any, kind: Any, only: UUID | None, make: Any
) -> dict[bytes, list[Any]]:
    """The rows of a question by their first column, each made of the others."""
    if only is not None:
        wanted = wanted.where(kind.centre_id == only)
    found: defaultdict[bytes, list[Any]] = defaultdict(list)
    for centre, *values in session.execute(wanted):
        found[centre].append(make(*values))
    return found
