"""How one centre stands: every mandate in its chain, every certificate, each with its reason."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.mandates import rules
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.queries.days import Day, Held, as_used, expected
from models.mandates.values import (
    CertificateFile,
    Deviation,
    MandateFacts,
    MandateFile,
    MandateState,
    Standing,
)


def standing(session: Session, centre_id: UUID, day: Day) -> Standing:
    """How one centre stands: every mandate and certificate, each with its reason."""
    return standings(session, [centre_id], day)[centre_id]


def standings(session: Session, wanted: Collection[UUID], day: Day) -> dict[UUID, Standing]:
    """How these centres stand: two statements, whatever their number."""
    mandates: defaultdict[UUID, list[Mandate]] = defaultdict(list)
    certificates: defaultdict[UUID, list[QualityCertificate]] = defaultdict(list)
    of_them = select(Mandate).where(Mandate.centre_id.in_(wanted))
    for mandate in session.scalars(of_them.order_by(Mandate.start_date.desc())):
        mandates[mandate.centre_id].append(mandate)
    kept = select(QualityCertificate).where(QualityCertificate.centre_id.in_(wanted))
    for one in session.scalars(kept):
        certificates[one.centre_id].append(one)
    return {row: _standing(mandates[row], certificates[row], day) for row in wanted}


def _standing(
    mandates: Sequence[Mandate], certificates: Sequence[QualityCertificate], day: Day
) -> Standing:
    held = [as_used(mandate.facts, day) for mandate in mandates]
    files = tuple(_mandates(mandates, held, day))
    now = rules.current(held, day.today)
    current = files[held.index(now)] if now is not None else None
    spans = [(c.valid_from, c.valid_until) for c in certificates]
    state, why = rules.certificate_state(spans, day.today, day.certificate_months)
    then = rules.next_start(held, day.today)
    running = now if now is not None and now.start <= day.today <= now.last else None
    days = (running.start, running.last) if running is not None else None
    return Standing(
        state=current.state if current else MandateState.NONE,
        why=current.why if current else "",
        current=current,
        mandates=files,
        certificate_state=state,
        certificate_why=why,
        certificates=tuple(
            sorted(
                (_certificate(c, day) for c in certificates),
                key=lambda c: c.valid_until or date.min,
                reverse=True,
            )
        ),
        next_start=then,
        certified_then=then is not None and rules.certified_on(spans, then),
        gaps=rules.certificate_gaps(spans, day.today, days, then if held else None),
    )


def others(session: Session, centre_id: UUID, but: UUID | None = None) -> list[Mandate]:
    """The other mandates of a centre, to hold a new one against."""
    found = session.scalars(select(Mandate).where(Mandate.centre_id == centre_id))
    return [mandate for mandate in found if mandate.id != but]


def predecessor(facts: MandateFacts, others: Sequence[Mandate]) -> Mandate | None:
    """The mandate that one with these days comes after, by the rule."""
    held = {other.facts: other for other in others}
    before = rules.previous(facts, list(held))
    return held[before] if before is not None else None


def numbered(others: Sequence[Mandate]) -> list[Held]:
    """Number and dates of these mandates, for `rules.check_days`."""
    return [(other.number or "", other.facts) for other in others]


def unexplained(mandate: Mandate, others: Sequence[Mandate], day: Day) -> tuple[Deviation, ...]:
    """What is unusual about its days without a reason, for `rules.check_reasons`."""
    known = [(other.facts, other.deviation or "") for other in others]
    end = expected(mandate.start_date, day)
    return rules.unexplained(mandate.facts, mandate.deviation or "", known, end)


def _mandates(
    mandates: Sequence[Mandate], held: Sequence[MandateFacts], day: Day
) -> Iterator[MandateFile]:
    """The mandates of one centre, each beside the others and in its chain."""
    ids = {mandate.id: facts for mandate, facts in zip(mandates, held, strict=True)}
    numbers = {mandate.id: mandate.number or "" for mandate in mandates}
    before = {mandate.id: _before(mandate, ids) for mandate in mandates}
    places = rules.places(before)
    for mandate in mandates:
        others = [other for row, other in ids.items() if row != mandate.id]
        file = _mandate(mandate, ids[mandate.id], others, day)
        follows = before[mandate.id]
        yield replace(
            file,
            predecessor_id=follows,
            follows=numbers[follows] if follows else "",
            place=places[mandate.id],
        )


def _before(mandate: Mandate, ids: Mapping[UUID, MandateFacts]) -> UUID | None:
    """The mandate it follows: as written, else by the rule."""
    if mandate.predecessor_id in ids and mandate.predecessor_id != mandate.id:
        return mandate.predecessor_id
    others = [other for row, other in ids.items() if row != mandate.id]
    before = rules.previous(ids[mandate.id], others)
    return next((row for row, other in ids.items() if other is before), None)


def _mandate(
    mandate: Mandate, facts: MandateFacts, others: Sequence[MandateFacts], day: Day
) -> MandateFile:
    state, why = rules.mandate_state(facts, day.today, day.mandate_months, others)
    end = expected(mandate.start_date, day)
    return MandateFile(
        id=mandate.id,
        number=mandate.number or "",
        start=mandate.start_date,
        end=mandate.end_date,
        ended_on=mandate.ended_on,
        end_kind=mandate.end_kind,
        state=state,
        why=why,
        expected_end=end,
        waiting_period_until=mandate.waiting_period_until,
        deviations=tuple(one.sentence for one in rules.deviations(facts, others, end)),
        deviation=mandate.deviation or "",
        continued_on=mandate.continued_on,
        suspended_from=mandate.suspended_from,
        suspended_until=mandate.suspended_until,
        remark=mandate.remark or "",
        can_suspend=day.suspension,
    )


def _certificate(certificate: QualityCertificate, day: Day) -> CertificateFile:
    state, why = rules.certificate_state(
        [(certificate.valid_from, certificate.valid_until)], day.today, day.certificate_months
    )
    return CertificateFile(
        id=certificate.id,
        kind=certificate.kind,
        label=certificate.label or "",
        issuer=certificate.issuer or "",
        number=certificate.number or "",
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
        state=state,
        why=why,
    )
