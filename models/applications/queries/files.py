"""One application whole: its days, criteria, facts, advices, proposal and decision."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.applications import rules
from models.applications.entities import Advice, CriterionJudgement, MandateApplication
from models.applications.queries.decisions import of_application
from models.applications.rules.states import COMPLETION, DECISION
from models.applications.values import (
    SETTLED,
    AdviceFile,
    ApplicationFile,
    ChecklistGone,
    CriterionFile,
    Days,
    Judged,
    Proposal,
)
from models.attachments import queries as attachment_queries
from models.centres import queries as centre_queries
from models.checklists import queries as checklist_queries
from models.checklists.rules import condition_sentence
from models.checklists.values import ChecklistTemplate, Question
from models.kernel.errors import Gone
from models.kernel.ids import natural_id
from models.mandates.entities import Mandate, QualityCertificate
from models.settings import queries as settings_queries
from models.terms.parameters import parameter
from models.terms.rules import term
from models.terms.values import Changed, RuleNotInForce, RuleParameter, Term

NOTHING = Judged()


def file(session: Session, application_id: UUID, today: date) -> ApplicationFile:
    """An application whole as it stands today. Raises Gone when it was taken back."""
    row = session.get(MandateApplication, application_id)
    if row is None or row.deleted:
        raise Gone
    centre = centre_queries.identity(session, row.centre_id)
    template, days = template_of(session, row), days_of(row)
    judged = judgements(session, application_id)
    given = advices(session, application_id)
    given[:1] = [rules.held(one, template, judged) for one in given[:1]]
    decided = of_application(session, application_id)
    state, why = rules.application_state(
        days,
        given[0] if given else None,
        (decided.kind, decided.decided_on) if decided else None,
        today,
    )
    changed = settings_queries.settings(session).changed
    return ApplicationFile(
        id=row.id,
        reference=row.reference,
        centre_id=row.centre_id,
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        kind=row.kind,
        days=days,
        requested_start=row.requested_start,
        assessor=row.assessor or "",
        asked_for=row.asked_for or "",
        remark=row.remark or "",
        state=state,
        why=why,
        template=template,
        criteria=_criteria(
            template,
            judged,
            circumstances(session, row, today),
            partial(_rule, on=row.received_on, changed=changed),
        ),
        proposal=_proposal(template, judged, days, today),
        advices=tuple(given),
        decision=decided,
        completion=completion_term(days, changed),
        deciding=deciding_term(days, changed),
    )


def closed_why(session: Session, application_id: UUID) -> str:
    """Why nothing in an application changes any more; empty while it is open or gone."""
    row = session.get(MandateApplication, application_id)
    if row is None or row.deleted:
        return ""
    decided = of_application(session, application_id)
    found = (decided.kind, decided.decided_on) if decided else None
    state, why = rules.application_state(days_of(row), None, found, row.received_on)
    return why if state in SETTLED else ""


def template_of(session: Session, row: MandateApplication) -> ChecklistTemplate:
    """The checklist in the version this application was received with. Raises ChecklistGone."""
    try:
        return checklist_queries.template(session, row.template_key, row.template_version)
    except KeyError as missing:
        raise ChecklistGone(reference=row.reference, version=row.template_version) from missing


def days_of(row: MandateApplication) -> Days:
    return Days(row.received_on, row.asked_on, row.complete_by, row.completed_on, row.retracted_on)


def completion_term(days: Days, changed: Changed) -> Term | None:
    """By when the centre completes; None when it was not asked."""
    return None if days.asked_on is None else term(COMPLETION, days.asked_on, changed=changed)


def deciding_term(days: Days, changed: Changed) -> Term | None:
    """By when to decide, from the day the file was complete; None while it is not."""
    if days.completed_on is None or days.waiting:
        return None
    return term(DECISION, days.completed_on, changed=changed)


def judgements(session: Session, application_id: UUID) -> dict[str, Judged]:
    """What was made of the criteria, by key; one without a word is left out."""
    wanted = select(CriterionJudgement).where(CriterionJudgement.application_id == application_id)
    rows = list(session.scalars(wanted))
    table = CriterionJudgement.__tablename__
    proofs = attachment_queries.counts_of(session, table, [row.id for row in rows])
    return {
        row.criterion_key: Judged(
            row.judgement, row.motivation or "", row.evidence or "", proofs.get(row.id, 0)
        )
        for row in rows
    }


def advices(session: Session, application_id: UUID) -> list[AdviceFile]:
    """Every advice that was given, the newest first."""
    wanted = select(Advice).where(Advice.application_id == application_id)
    return rules.newest([advice_file(row) for row in session.scalars(wanted)])


def advice_file(row: Advice) -> AdviceFile:
    words = row.motivation or "", row.rests_on or ""
    return AdviceFile(row.id, row.outcome, row.given_on, row.given_by, *words)


def circumstances(
    session: Session, row: MandateApplication, today: date, start: date | None = None
) -> rules.Circumstances:
    """What is known of the applicant, to look facts up; `start` instead of the day asked for."""
    seats = [seat for seat in centre_queries.establishments(session, row.centre_id) if seat.active]
    certificates = session.execute(
        select(QualityCertificate.valid_from, QualityCertificate.valid_until).where(
            QualityCertificate.centre_id == row.centre_id
        )
    )
    ended = session.scalars(
        select(Mandate).where(Mandate.centre_id == row.centre_id, Mandate.end_kind.is_not(None))
    )
    identity = centre_queries.identity(session, row.centre_id)
    return rules.Circumstances(
        enterprise_number=identity.enterprise_number,
        seats=tuple(
            rules.Seat(
                seat.name,
                seat.establishment_number,
                seat.address.postal_code,
                seat.address.locality,
            )
            for seat in seats
        ),
        certificates=tuple((first, last) for first, last in certificates),
        ended=tuple(
            rules.Ended(one.number or "", one.ended_on or one.end_date, one.waiting_period_until)
            for one in ended
        ),
        start=start or row.requested_start,
        today=today,
    )


def judgement_id(application_id: UUID, criterion_key: str) -> UUID:
    """One judgement a criterion in an application, whoever gives it first."""
    return natural_id(CriterionJudgement.__tablename__, application_id, criterion_key)


def reference_taken(session: Session, reference: str) -> bool:
    """Whether an application has this reference, also one that was taken back."""
    wanted = select(MandateApplication.id).where(MandateApplication.reference == reference)
    found = session.scalars(wanted.limit(1), execution_options={"with_deleted": True})
    return found.first() is not None


def running(session: Session, centre_id: UUID) -> MandateApplication | None:
    """An application of this centre that is neither decided nor retracted."""
    wanted = select(MandateApplication).where(
        MandateApplication.centre_id == centre_id, MandateApplication.retracted_on.is_(None)
    )
    for row in session.scalars(wanted.order_by(MandateApplication.received_on.desc())):
        if of_application(session, row.id) is None:
            return row
    return None


def _criteria(
    template: ChecklistTemplate,
    judged: Mapping[str, Judged],
    known: rules.Circumstances,
    rule_of: Callable[[Question], RuleParameter | None],
) -> tuple[CriterionFile, ...]:
    lacking, put = rules.gaps(template, judged), rules.asked(template, judged)
    return tuple(
        CriterionFile(
            criterion,
            judged.get(criterion.key, NOTHING),
            rules.look_up(criterion.looked_up, known),
            lacking.get(criterion.key),
            criterion.key in put,
            _when(criterion, template),
            rule_of(criterion),
        )
        for criterion in template.questions
    )


def _when(criterion: Question, template: ChecklistTemplate) -> str:
    condition = criterion.asked_when
    return condition_sentence(condition, template.assessment) if condition else ""


def _rule(criterion: Question, *, on: date, changed: Changed) -> RuleParameter | None:
    """What the rule of a criterion says on a day; None without a rule, or one that then held."""
    if not criterion.parameter:
        return None
    try:
        return parameter(criterion.parameter, on, changed)
    except RuleNotInForce:
        return None


def _proposal(
    template: ChecklistTemplate, judged: Mapping[str, Judged], days: Days, today: date
) -> Proposal | None:
    return rules.proposal(template, judged, could_complete=days.could_complete(today))
