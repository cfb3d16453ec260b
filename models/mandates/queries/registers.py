"""Every mandate and every certificate of all centres as a list: one statement each."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.centres.entities import CareerCentre
from models.centres.queries import OF_WHOM
from models.mandates import rules
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.queries.days import Day, as_used, expected
from models.mandates.values import CertificateRow, MandateFacts, MandateRow


def mandate_register(session: Session, day: Day, only: UUID | None = None) -> list[MandateRow]:
    """Every mandate with how it stands on the day, by its last day; of one centre if asked."""
    wanted = select(Mandate, *OF_WHOM).join(CareerCentre, CareerCentre.id == Mandate.centre_id)
    if only is not None:
        wanted = wanted.where(Mandate.centre_id == only)
    found = session.execute(wanted.order_by(Mandate.end_date, Mandate.id)).all()
    held: defaultdict[UUID, list[MandateFacts]] = defaultdict(list)
    for mandate, *_of_whom in found:
        held[mandate.centre_id].append(mandate.facts)
    return [_mandate(mandate, of_whom, day, held[mandate.centre_id]) for mandate, *of_whom in found]


def certificate_register(
    session: Session, day: Day, only: UUID | None = None
) -> list[CertificateRow]:
    """Every certificate with how it stands on the day, by its last day; of one centre if asked."""
    kind = QualityCertificate
    wanted = select(kind, *OF_WHOM).join(CareerCentre, CareerCentre.id == kind.centre_id)
    if only is not None:
        wanted = wanted.where(kind.centre_id == only)
    found = session.execute(wanted.order_by(kind.valid_until, kind.id))
    return [_certificate(one, of_whom, day) for one, *of_whom in found]


def _mandate(
    mandate: Mandate, of_whom: list[str | None], day: Day, held: Sequence[MandateFacts]
) -> MandateRow:
    number, trade_name, legal_name, officer = of_whom
    facts = as_used(mandate.facts, day)
    state, why = rules.mandate_state(facts, day.today, day.mandate_months, held)
    return MandateRow(
        id=mandate.id,
        centre_id=mandate.centre_id,
        enterprise_number=number or "",
        centre=trade_name or legal_name or "",
        officer=officer or "",
        number=mandate.number or "",
        start=mandate.start_date,
        end=mandate.end_date,
        ended_on=mandate.ended_on,
        end_kind=mandate.end_kind,
        waiting_period_until=mandate.waiting_period_until,
        continued_on=mandate.continued_on,
        state=state,
        why=why,
        expected_end=expected(mandate.start_date, day),
        deviation=mandate.deviation or "",
    )


def _certificate(one: QualityCertificate, of_whom: list[str | None], day: Day) -> CertificateRow:
    number, trade_name, legal_name, officer = of_whom
    span = one.valid_from, one.valid_until
    state, why = rules.certificate_state([span], day.today, day.certificate_months)
    return CertificateRow(
        id=one.id,
        centre_id=one.centre_id,
        enterprise_number=number or "",
        centre=trade_name or legal_name or "",
        officer=officer or "",
        kind=one.kind,
        label=one.label or "",
        issuer=one.issuer or "",
        number=one.number or "",
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        state=state,
        why=why,
    )
