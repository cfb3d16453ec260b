"""Applications in a list: a page of them in a few statements, however much was written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.applications import rules
from models.applications.entities import (
    Advice,
    CriterionJudgement,
    MandateApplication,
    MandateDecision,
)
from models.applications.queries.files import (
    advice_file,
    days_of,
    deciding_term,
    template_of,
)
from models.applications.rules.judging import Judgements
from models.applications.rules.states import Decided
from models.applications.values import (
    SETTLED,
    AdviceFile,
    ApplicationRow,
    ApplicationState,
    ChecklistGone,
    Days,
    Judged,
)
from models.centres.entities import CareerCentre
from models.checklists.values import ChecklistTemplate
from models.kernel.words import holds
from models.settings import queries as settings_queries
from models.terms.values import Changed

_NAME = func.lower(func.coalesce(func.nullif(CareerCentre.trade_name, ""), CareerCentre.legal_name))
ORDERS = {
    "centre": _NAME,
    "received_on": MandateApplication.received_on,
    "requested_start": MandateApplication.requested_start,
    "assessor": func.lower(func.coalesce(MandateApplication.assessor, "")),
}
"""Columns of the list that the file itself can order by."""
DERIVED = frozenset({"state", "due"})
"""Columns that follow from the rules, so that every row is looked at to order by them."""


def ids(
    session: Session,
    today: date,
    centre_id: UUID | None = None,
    order: str = "received_on",
    *,
    descending: bool = True,
) -> list[UUID]:
    """Ids of the applications, the newest first, or by a key of ORDERS or DERIVED."""
    key = ORDERS.get(order, MandateApplication.received_on)
    wanted = (
        select(MandateApplication.id)
        .join(CareerCentre, MandateApplication.centre_id == CareerCentre.id)
        .order_by(
            key.desc() if descending else key,
            MandateApplication.received_on.desc(),
            MandateApplication.id.desc(),
        )
    )
    if centre_id is not None:
        wanted = wanted.where(MandateApplication.centre_id == centre_id)
    found = list(session.scalars(wanted))
    return _derived(session, found, today, order, descending) if order in DERIVED else found


def with_words(session: Session, text: str) -> list[UUID]:
    """Applications whose reference, centre and year hold every word of this, the newest first."""
    day = MandateApplication.received_on
    wanted = (
        select(
            *(MandateApplication.id, MandateApplication.reference, day),
            *(CareerCentre.trade_name, CareerCentre.legal_name),
        )
        .join(CareerCentre, MandateApplication.centre_id == CareerCentre.id)
        .order_by(day.desc(), MandateApplication.id.desc())
    )
    return [found for found, *told in session.execute(wanted) if holds(text, told)]


def rows(session: Session, wanted: Sequence[UUID], today: date) -> list[ApplicationRow]:
    """These applications as they stand today: five statements a page."""
    found = session.execute(
        select(MandateApplication, CareerCentre)
        .join(CareerCentre, MandateApplication.centre_id == CareerCentre.id)
        .where(MandateApplication.id.in_(wanted))
    ).all()
    given, decided = _advices(session, wanted), _decided(session, wanted)
    assessed = _assessed(session, [row for row, _centre in found])
    changed = settings_queries.settings(session).changed
    return [
        _row(
            (row, centre),
            (given.get(row.id), decided.get(row.id), assessed.get(row.id)),
            changed,
            today,
        )
        for row, centre in found
    ]


def _derived(
    session: Session, found: Sequence[UUID], today: date, order: str, descending: bool
) -> list[UUID]:
    places = {state: place for place, state in enumerate(ApplicationState)}
    keys = {
        row.id: (
            (places[row.state], row.due or date.max)
            if order == "state"
            else (0, row.due or (date.min if descending else date.max))
        )
        for row in rows(session, found, today)
    }
    return sorted(found, key=keys.__getitem__, reverse=descending)


def _advices(session: Session, wanted: Sequence[UUID]) -> Mapping[UUID, AdviceFile]:
    """The newest advice of each."""
    given: defaultdict[UUID, list[AdviceFile]] = defaultdict(list)
    for row in session.scalars(select(Advice).where(Advice.application_id.in_(wanted))):
        given[row.application_id].append(advice_file(row))
    return {application: rules.newest(found)[0] for application, found in given.items()}


def _decided(session: Session, wanted: Sequence[UUID]) -> Mapping[UUID, Decided]:
    """The newest decision on each."""
    columns = MandateDecision.application_id, MandateDecision.kind, MandateDecision.decided_on
    question = (
        select(*columns)
        .where(MandateDecision.application_id.in_(wanted))
        .order_by(MandateDecision.decided_on, MandateDecision.id)
    )
    return {
        application: (kind, day)
        for application, kind, day in session.execute(question)
        if application is not None
    }


def _assessed(
    session: Session, found: Sequence[MandateApplication]
) -> Mapping[UUID, tuple[ChecklistTemplate, Judgements]]:
    """What was made of the criteria in each, with the version it was received with.

    An application whose version is not in the file is left out.
    """
    judged: defaultdict[UUID, dict[str, Judged]] = defaultdict(dict)
    columns = CriterionJudgement.criterion_key, CriterionJudgement.judgement
    question = select(CriterionJudgement.application_id, *columns).where(
        CriterionJudgement.application_id.in_([row.id for row in found])
    )
    for application, key, judgement in session.execute(question):
        judged[application][key] = Judged(judgement)
    lists = {(row.template_key, row.template_version): row for row in found}
    templates = {}
    for named, row in lists.items():
        with suppress(ChecklistGone):
            templates[named] = template_of(session, row)
    return {
        row.id: (templates[row.template_key, row.template_version], judged.get(row.id, {}))
        for row in found
        if (row.template_key, row.template_version) in templates
    }


def _row(
    about: tuple[MandateApplication, CareerCentre],
    made: tuple[AdviceFile | None, Decided | None, tuple[ChecklistTemplate, Judgements] | None],
    changed: Changed,
    today: date,
) -> ApplicationRow:
    (row, centre), (advice, decided, assessed), days = about, made, days_of(about[0])
    judged, total = rules.progress(*assessed) if assessed else (0, 0)
    if advice is not None and assessed is not None:
        advice = rules.held(advice, *assessed)
    state, why = rules.application_state(days, advice, decided, today)
    due = _due(days, state, changed)
    return ApplicationRow(
        id=row.id,
        reference=row.reference,
        centre_id=row.centre_id,
        centre_name=centre.trade_name or centre.legal_name,
        locality=centre.locality or "",
        kind=row.kind,
        received_on=row.received_on,
        requested_start=row.requested_start,
        assessor=row.assessor or "",
        state=state,
        why=why,
        judged=judged,
        total=total,
        unjudgeable=assessed is None,
        due=due,
        late=rules.is_late(due, today),
        advice=advice.outcome if advice else None,
        decided_on=decided[1] if decided else None,
    )


def _due(days: Days, state: ApplicationState, changed: Changed) -> date | None:
    """The day to work with that comes next; nothing once it is settled."""
    if state in SETTLED:
        return None
    if days.waiting:
        return days.complete_by
    deciding = deciding_term(days, changed)
    return deciding.internal if deciding else None
