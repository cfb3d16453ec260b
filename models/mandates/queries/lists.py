"""Centres in a list by how they stand, and every mandate there is: a few statements for all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.kernel.words import fold
from models.mandates import rules
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.queries.days import FACTS, Day, Held, as_used
from models.mandates.rules.proposals import HeldMandate
from models.mandates.values import CentreFilter, CentreRow, MandateFacts, MandateState


def ids(session: Session, wanted: CentreFilter, day: Day) -> Sequence[UUID]:
    """Ids of the centres that fit, in the order asked. Rows are fetched on sight.

    Equal keys keep the order of the names.
    """
    by_name = wanted.order == "name" and wanted.descending
    found = centre_queries.in_order(session, wanted.text, wanted.officer, descending=by_name)
    if wanted.order == "name" and not wanted.states:
        return found
    keys = _keys(session, wanted, day)
    fitting = [row for row in found if row in keys]
    if wanted.order == "name":
        return fitting
    return sorted(fitting, key=keys.__getitem__, reverse=wanted.descending)


def rows(session: Session, wanted: Sequence[UUID], day: Day) -> list[CentreRow]:
    """These centres as they stand today: three statements for the lot."""
    held, spans = _held(session, day, wanted), _certified(session, wanted)
    found = session.scalars(select(CareerCentre).where(CareerCentre.id.in_(wanted)))
    return [_row(centre, held[centre.id], spans[centre.id], day) for centre in found]


def counts(session: Session, day: Day) -> dict[MandateState, int]:
    """How many centres stand in each state: two statements, whatever their number."""
    held = _held(session, day)
    standing = Counter(
        _state(held.get(row, ()), day)[0] for row in session.scalars(select(CareerCentre.id))
    )
    return {state: standing[state] for state in MandateState}


def _keys(session: Session, wanted: CentreFilter, day: Day) -> dict[UUID, str]:
    """What to order by, of every centre in one of the states asked."""
    columns = {
        "locality": CareerCentre.locality,
        "officer": CareerCentre.officer,
        "enterprise_number": CareerCentre.enterprise_number,
    }
    plain = columns.get(wanted.order, CareerCentre.legal_name)
    keys = {row: fold(key or "") for row, key in session.execute(select(CareerCentre.id, plain))}
    if wanted.states or wanted.order in {"state", "mandate_end", "certificate"}:
        return _by_standing(session, keys, wanted, day)
    return keys


def _by_standing(
    session: Session, keys: Mapping[UUID, str], wanted: CentreFilter, day: Day
) -> dict[UUID, str]:
    """Narrow to the states asked, and order by state or by a last day."""
    held = _held(session, day)
    spans = _certified(session) if wanted.order == "certificate" else {}
    kept: dict[UUID, str] = {}
    for row, key in keys.items():
        state, _, mandate = _state(held.get(row, []), day)
        if wanted.states and state not in wanted.states:
            continue
        last = mandate[1].last.isoformat() if mandate else ""
        certificate = max(
            (end.isoformat() for _first, end in spans.get(row, []) if end), default=""
        )
        orders = {"state": f"{state.value}|{last}", "mandate_end": last, "certificate": certificate}
        kept[row] = orders.get(wanted.order, key)
    return kept


def _state(held: Sequence[Held], day: Day) -> tuple[MandateState, str, Held | None]:
    facts = [facts for _, facts in held]
    now = rules.current(facts, day.today)
    if now is None:
        return MandateState.NONE, "", None
    state, why = rules.mandate_state(now, day.today, day.mandate_months, facts)
    return state, why, next(one for one in held if one[1] is now)


def _row(
    centre: CareerCentre, held: Sequence[Held], spans: Sequence[rules.Span], day: Day
) -> CentreRow:
    state, _, mandate = _state(held, day)
    certificate, _ = rules.certificate_state(spans, day.today, day.certificate_months)
    return CentreRow(
        id=centre.id,
        enterprise_number=centre.enterprise_number,
        name=centre.trade_name or centre.legal_name,
        legal_name=centre.legal_name,
        postal_code=centre.postal_code or "",
        locality=centre.locality or "",
        officer=centre.officer or "",
        mandate_number=mandate[0] if mandate else "",
        mandate_start=mandate[1].start if mandate else None,
        mandate_end=mandate[1].last if mandate else None,
        state=state,
        certificate_end=max((end for _first, end in spans if end), default=None),
        certificate_state=certificate,
    )


def _held(
    session: Session, day: Day, wanted: Sequence[UUID] | None = None
) -> Mapping[UUID, list[Held]]:
    columns = Mandate.centre_id, Mandate.number, *FACTS
    question = select(*columns)
    if wanted is not None:
        question = question.where(Mandate.centre_id.in_(wanted))
    found: defaultdict[UUID, list[Held]] = defaultdict(list)
    for row in session.execute(question):
        facts: MandateFacts = MandateFacts(*row[2:])
        found[row[0]].append((row[1] or "", as_used(facts, day)))
    return found


def _certified(
    session: Session, wanted: Sequence[UUID] | None = None
) -> Mapping[UUID, list[rules.Span]]:
    columns = QualityCertificate.valid_from, QualityCertificate.valid_until
    question = select(QualityCertificate.centre_id, *columns)
    if wanted is not None:
        question = question.where(QualityCertificate.centre_id.in_(wanted))
    found: defaultdict[UUID, list[rules.Span]] = defaultdict(list)
    for centre_id, first, last in session.execute(question):
        found[centre_id].append((first, last))
    return found


def records(session: Session) -> Iterator[centre_queries.Record]:
    """Every mandate and certificate, as plain fields, to hold a list against."""
    numbered = select(CareerCentre.id, CareerCentre.enterprise_number)
    numbers = {row[0]: row[1] for row in session.execute(numbered)}
    yield from centre_queries.of_centres(session, (Mandate, QualityCertificate), numbers)


def held(session: Session) -> list[HeldMandate]:
    """Every mandate with whose it is, by the name of the centre and then by time."""
    named = select(Mandate, CareerCentre.trade_name, CareerCentre.legal_name).join(
        CareerCentre, CareerCentre.id == Mandate.centre_id
    )
    found = session.execute(named.order_by(Mandate.start_date))
    mandates = [
        HeldMandate(
            id=mandate.id,
            centre_id=mandate.centre_id,
            centre=trade_name or legal_name,
            number=mandate.number or "",
            facts=mandate.facts,
            deviation=mandate.deviation or "",
            continued_on=mandate.continued_on,
        )
        for mandate, trade_name, legal_name in found
    ]
    return sorted(mandates, key=lambda one: fold(one.centre))
