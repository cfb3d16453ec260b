"""Everything of one centre that lies on its timeline: a dozen statements, whatever its history."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.entities import QualityAction
from models.applications.entities import Advice, MandateApplication, MandateDecision
from models.centres import queries as centre_queries
from models.checklists.values import Unit
from models.checks import queries as check_queries
from models.checks import rules as check_rules
from models.checks.entities import DossierCheck
from models.checks.rules.measures import Measure
from models.checks.values import Agreed, CheckFile, FindingFile, LetterDays
from models.complaints import queries as complaint_queries
from models.conditions import queries as condition_queries
from models.letters import queries as letter_queries
from models.letters import rules as letter_rules
from models.letters.entities import Letter
from models.letters.rules import audit
from models.mandates import queries as mandate_queries
from models.mandates import rules as mandate_rules
from models.mandates.entities import Mandate, QualityCertificate
from models.surveys import queries as survey_queries
from models.surveys import rules as survey_rules
from models.terms.values import Changed
from models.timeline.rules import attention, complaints, requests, rights, steps, visits
from models.timeline.rules.days import in_order
from models.timeline.values import CentreTimeline, TimelineEvent


def of_centre(session: Session, centre_id: UUID, today: date) -> CentreTimeline:
    """One centre's timeline as it is seen today. Raises Gone."""
    centre = centre_queries.identity(session, centre_id)
    day = mandate_queries.day(session, today)
    changed = day.changed
    mandates = session.scalars(select(Mandate).where(Mandate.centre_id == centre_id)).all()
    held = [_held(mandate, day) for mandate in mandates]
    events = [
        *rights.mandates(held, today, changed),
        *rights.certificates(_certified(session, centre_id), held, today),
        *_requests(session, centre_id, today, changed),
        *_visits(session, centre_id, today, changed),
        *steps.ladder(check_queries.ladder_steps(session, centre_id), today),
        *visits.actions(_acted(session, centre_id), today),
        *visits.surveys(_measured(session, centre_id, today)),
        *complaints.complaints(complaint_queries.histories(session, centre_id, changed), today),
        *visits.warnings(held, today, changed),
        *attention.conditions(
            condition_queries.conditions(session, today, centre_id, complaints=False), today
        ),
    ]
    now = mandate_rules.current([mandate.facts for mandate in mandates], today)
    return CentreTimeline(
        centre_id,
        centre.name,
        centre.enterprise_number,
        today,
        in_order(events),
        (now.start, now.end) if now is not None else None,
    )


def _held(one: Mandate, day: mandate_queries.Day) -> rights.Held:
    facts = mandate_queries.as_used(one.facts, day)
    return rights.Held(
        one.id,
        one.number or "",
        facts.start,
        facts.end,
        facts.ended_on,
        facts.end_kind,
        facts.waiting_until,
        one.continued_on,
        facts.suspended_from,
        facts.suspended_until,
    )


def _certified(session: Session, centre_id: UUID) -> list[rights.Certified]:
    found = session.scalars(
        select(QualityCertificate).where(QualityCertificate.centre_id == centre_id)
    )
    return [
        rights.Certified(
            one.id,
            one.kind,
            one.label or "",
            one.issuer or "",
            one.number or "",
            one.valid_from,
            one.valid_until,
        )
        for one in found
    ]


def _requests(
    session: Session, centre_id: UUID, today: date, changed: Changed
) -> Iterator[TimelineEvent]:
    of_centre = MandateApplication.centre_id == centre_id
    decided = session.scalars(
        select(MandateDecision).where(MandateDecision.centre_id == centre_id)
    ).all()
    closed = {one.application_id: one.decided_on for one in decided if one.application_id}
    asked = session.scalars(select(MandateApplication).where(of_centre)).all()
    given = session.scalars(
        select(Advice)
        .join(MandateApplication, MandateApplication.id == Advice.application_id)
        .where(of_centre)
    )
    yield from requests.applications([_requested(one, closed) for one in asked], today)
    yield from requests.advices([_advised(one) for one in given])
    yield from requests.decisions([_decided(one) for one in decided], today, changed)


def _requested(one: MandateApplication, closed: dict[UUID, date]) -> requests.Requested:
    return requests.Requested(
        one.id,
        one.reference,
        one.kind,
        one.received_on,
        one.asked_on,
        one.complete_by,
        one.completed_on,
        one.retracted_on,
        closed.get(one.id),
    )


def _advised(one: Advice) -> requests.Advised:
    return requests.Advised(one.id, one.application_id, one.outcome, one.given_on, one.given_by)


def _decided(one: MandateDecision) -> requests.Decided:
    return requests.Decided(
        one.id,
        one.application_id,
        one.kind,
        one.decided_on,
        one.authority,
        one.hearing_on,
        one.sent_on,
        one.sent_by,
        one.served_on,
        one.appeal_mentioned is not False,
    )


def _visits(
    session: Session, centre_id: UUID, today: date, changed: Changed
) -> Iterator[TimelineEvent]:
    """Checks, the measures they led to, and letters."""
    found = session.scalars(select(DossierCheck).where(DossierCheck.centre_id == centre_id)).all()
    letters = session.scalars(select(Letter).where(Letter.centre_id == centre_id)).all()
    yield from visits.checks(
        [
            visits.Checked(
                check.id,
                check.reference,
                check.unit,
                check.visit_date or check.planned_on,
                check_queries.state_of(check),
                check.officer or "",
            )
            for check in found
        ],
        today,
    )
    finished = check_queries.finished(session, centre_id)
    outlines = check_queries.wanting(session, finished) if finished else {}
    told = [outlines[one] for one in finished]
    dated = letter_queries.letter_days(session, told)
    counted = check_rules.agreed(
        *(told, dated, today, changed),
        unsolved=check_queries.unsolved(session, finished) if finished else None,
    )
    yield from visits.measures(list(_asked(told, dated, changed, counted)), today)
    units: dict[UUID | None, Unit] = {one.id: one.unit or Unit.CLIENT_DOSSIER for one in found}
    yield from visits.letters(
        [
            visits.Written(one.id, _title(one, units), one.reference, one.letter_date)
            for one in letters
            if one.letter_date is not None
        ],
        today,
    )


def _asked(
    checks: Sequence[CheckFile],
    dated: LetterDays,
    changed: Changed,
    counted: Sequence[Agreed],
) -> Iterator[visits.Asked]:
    """The measures of finished checks, newest first, by check and last day."""
    counting = {(one.check_id, one.question_key): one.open for one in counted}
    for check in checks:
        by_day: defaultdict[date, list[tuple[FindingFile, Measure]]] = defaultdict(list)
        for finding in check.findings:
            question = check_rules.question_of(check.template, finding)
            measure = check_rules.measure_of(finding, question, dated.of(check.id), changed)
            if measure.due is not None and not finding.left_out:
                by_day[measure.due].append((finding, measure))
        for due, found in by_day.items():
            yield visits.Asked(
                check.id,
                check.reference,
                due,
                len(found),
                sum(counting.get((check.id, one.key), False) for one, _ in found),
                sum(one.measure_met_on is not None for one, _ in found),
                found[0][1].counted,
            )


def _title(letter: Letter, units: Mapping[UUID | None, Unit]) -> str:
    """Of its template; that of an audit letter follows from what its check looked into."""
    unit = units.get(letter.check_id, Unit.CLIENT_DOSSIER)
    kind = audit.TEMPLATES[unit] if letter.kind == audit.KIND else letter.kind
    return letter_rules.letter_template(kind, letter.template_version).title


def _acted(session: Session, centre_id: UUID) -> list[visits.Acted]:
    found = session.scalars(select(QualityAction).where(QualityAction.centre_id == centre_id))
    return [
        visits.Acted(
            one.id,
            one.kind,
            one.medium,
            one.day,
            bool(one.coaching),
            one.subject or "",
            one.officer or "",
            one.reply_by,
            one.replied_on,
        )
        for one in found
    ]


def _measured(session: Session, centre_id: UUID, today: date) -> list[visits.Measured]:
    found = survey_queries.satisfaction(session, centre_id, today)
    return [
        visits.Measured(
            one.id,
            one.period_from,
            one.period_to,
            survey_rules.text_of(one, found.least),
            one.source,
        )
        for one in found.measurements
    ]
