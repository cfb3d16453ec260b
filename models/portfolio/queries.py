"""Every centre on one axis: nine statements, however many centres there are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.entities import QualityAction
from models.actions.values import KIND_WORDS, ActionKind
from models.applications.entities import MandateApplication, MandateDecision
from models.applications.values import DecisionKind
from models.centres.entities import CareerCentre
from models.centres.rules import province_of
from models.checklists.values import Unit
from models.checks.entities import DossierCheck
from models.complaints.entities import Complaint, ComplaintRoute
from models.coverage.queries import raw
from models.kernel.text import _
from models.kernel.words import fold
from models.mandates import rules as mandate_rules
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.queries import FACTS, Day, as_used
from models.mandates.rules.naming import certificate_name
from models.mandates.values import MandateFacts, MandateState
from models.portfolio import rules
from models.portfolio.values import Piece, PieceKind, Portfolio, PortfolioRow

DECIDED = {
    DecisionKind.GRANTED: PieceKind.GRANTED,
    DecisionKind.REFUSED: PieceKind.REFUSED,
    DecisionKind.WITHDRAWN: PieceKind.ENDED,
    DecisionKind.ENDED_VOLUNTARILY: PieceKind.ENDED,
    DecisionKind.SUSPENDED: PieceKind.ENDED,
}

CHANNELS = Unit.PUBLIC_CHANNEL.value

Pieces = dict[UUID, list[Piece]]
Marks = defaultdict[bytes, list[Piece]]
"""By the sixteen bytes of the centre themselves: tens of thousands need no UUID each."""
Lanes = tuple[Pieces, Pieces, Marks]


def portfolio(session: Session, day: Day) -> Portfolio:
    """Every centre with all that lies on its row, in the order of the names."""
    held, mandates = _mandates(session, day)
    certificates = _certificates(session, mandates, day.today)
    marks = _marks(session)
    for centre, one in _stopped(held):
        marks[centre.bytes].append(one)
    columns = (
        *(CareerCentre.id, CareerCentre.legal_name, CareerCentre.trade_name),
        *(CareerCentre.locality, CareerCentre.postal_code, CareerCentre.officer),
    )
    rows = [
        _row(centre, held.get(centre.id, ()), (mandates, certificates, marks), day)
        for centre in session.execute(select(*columns))
    ]
    return Portfolio(day.today, tuple(sorted(rows, key=lambda row: fold(row.name))))


def _row(
    centre: Any,
    held: Sequence[MandateFacts],
    lanes: Lanes,
    day: Day,
) -> PortfolioRow:
    now = mandate_rules.current(held, day.today)
    state = MandateState.NONE
    if now is not None:
        state = mandate_rules.mandate_state(now, day.today, day.mandate_months, held)[0]
    mandates, certificates = (tuple(sorted(lane.get(centre.id, ()))) for lane in lanes[:2])
    marks = tuple(sorted(lanes[2].get(centre.id.bytes, ())))
    last = max((piece.last for piece in certificates), default=None)
    return PortfolioRow(
        id=centre.id,
        name=centre.trade_name or centre.legal_name,
        locality=centre.locality or "",
        province=province_of(centre.postal_code or ""),
        officer=centre.officer or "",
        state=state,
        start=now.start if now else None,
        end=now.last if now else None,
        certificate_end=date.fromordinal(last) if last else None,
        mandates=mandates,
        certificates=certificates,
        marks=marks,
    )


def _mandates(session: Session, day: Day) -> tuple[dict[UUID, list[MandateFacts]], Pieces]:
    held: defaultdict[UUID, list[MandateFacts]] = defaultdict(list)
    pieces: defaultdict[UUID, list[Piece]] = defaultdict(list)
    question = select(Mandate.centre_id, Mandate.number, *FACTS)
    for row in session.execute(question):
        facts = as_used(MandateFacts(*row[2:]), day)
        held[row[0]].append(facts)
        pieces[row[0]].append(_stretch(facts.start, facts.last, PieceKind.MANDATE, row[1]))
    return held, pieces


def _certificates(session: Session, mandates: Pieces, today: date) -> Pieces:
    pieces: defaultdict[UUID, list[Piece]] = defaultdict(list)
    kept = QualityCertificate
    question = select(kept.centre_id, kept.kind, kept.label, kept.valid_from, kept.valid_until)
    for centre, sort, label, start, end in session.execute(question):
        name = certificate_name(sort, label)
        if start is not None and end is not None:
            pieces[centre].append(_stretch(start, max(start, end), PieceKind.CERTIFICATE, name))
        elif (days := rules.undated(start, end, mandates.get(centre, ()), today)) is not None:
            word = _("{label} (begin not known)") if start is None else _("{label} (end not known)")
            said = word.format(label=name).strip()
            pieces[centre].append(Piece(*days, PieceKind.UNDATED, said))
    return pieces


def _stopped(held: Mapping[UUID, Sequence[MandateFacts]]) -> Iterator[tuple[UUID, Piece]]:
    for centre, mandates in held.items():
        for facts in mandates:
            if facts.ended_on is not None:
                yield centre, _moment(facts.ended_on, PieceKind.ENDED, "")


def _marks(session: Session) -> Marks:
    marks: Marks = defaultdict(list)
    for lane in (_checks(session), _requests(session), _actions(session), _complaints(session)):
        for centre, piece in lane:
            marks[centre].append(piece)
    return marks


def _checks(session: Session) -> Iterator[tuple[bytes, Piece]]:
    columns = DossierCheck.visit_date, DossierCheck.started_at, DossierCheck.planned_on
    unit = raw(DossierCheck.unit)
    question = select(raw(DossierCheck.centre_id), DossierCheck.reference, unit, *columns)
    offer = _(KIND_WORDS[ActionKind.OFFER_CHECK].inside)
    for centre, reference, looked_into, visited, started, planned in session.execute(question):
        begun = visited or (started.astimezone().date() if started else None)
        day = begun or planned
        if day is not None:
            kind = PieceKind.CHECK if begun else PieceKind.PLANNED
            word = f"{reference}, {offer}" if looked_into == CHANNELS else reference
            yield centre, _moment(day, kind, word)


def _requests(session: Session) -> Iterator[tuple[bytes, Piece]]:
    asked = MandateApplication
    for centre, reference, day in session.execute(
        select(raw(asked.centre_id), asked.reference, asked.received_on)
    ):
        yield centre, _moment(day, PieceKind.APPLICATION, reference)
    decided = MandateDecision
    for centre, kind, day in session.execute(
        select(raw(decided.centre_id), decided.kind, decided.decided_on)
    ):
        yield centre, _moment(day, DECIDED[kind], "")


def _actions(session: Session) -> Iterator[tuple[bytes, Piece]]:
    words = {kind.value: _(said.inside) for kind, said in KIND_WORDS.items()}
    columns = raw(QualityAction.centre_id), raw(QualityAction.kind), QualityAction.day
    for centre, kind, day in session.execute(select(*columns)):
        yield centre, _moment(day, PieceKind.ACTION, words[kind])


def _complaints(session: Session) -> Iterator[tuple[bytes, Piece]]:
    """The first receipt of each: its reference, never what was said."""
    question = (
        select(raw(Complaint.centre_id), Complaint.reference, func.min(ComplaintRoute.received_on))
        .join(ComplaintRoute, ComplaintRoute.complaint_id == Complaint.id)
        .group_by(Complaint.id)
    )
    for centre, reference, day in session.execute(question):
        yield centre, _moment(day, PieceKind.COMPLAINT, reference)


def _stretch(first: date, last: date, kind: PieceKind, word: str | None) -> Piece:
    return Piece(first.toordinal(), last.toordinal(), kind, word or "")


def _moment(day: date, kind: PieceKind, word: str) -> Piece:
    return Piece(day.toordinal(), day.toordinal(), kind, word)
