"""Checks in a list: a page of them in a few statements, however many dossiers they have."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from models.centres.entities import CareerCentre
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.checks.queries.files import bare, state_of
from models.checks.queries.found import loose
from models.checks.queries.glances import Glance, glances
from models.checks.queries.outlined import outlined
from models.checks.values import (
    AnswerValue,
    CheckFile,
    CheckRow,
    DossierColumn,
    Unit,
    Verdict,
)

DAY = func.coalesce(DossierCheck.visit_date, DossierCheck.planned_on)
ORDERS = {
    "centre": func.lower(func.coalesce(CareerCentre.trade_name, CareerCentre.legal_name)),
    "day": DAY,
    "officer": func.lower(func.coalesce(DossierCheck.officer, "")),
    "state": case(
        (DossierCheck.finished_at.is_not(None), 2),
        (DossierCheck.started_at.is_not(None), 0),
        else_=1,
    ),
}
"""Columns of the list that the file itself can order by."""


def ids(
    session: Session,
    centre_id: UUID | None = None,
    order: str = "day",
    *,
    descending: bool = True,
) -> list[UUID]:
    """Ids of the checks, newest day first, or by a key of ORDERS; of one centre when asked."""
    key = ORDERS[order]
    wanted = (
        select(DossierCheck.id)
        .join(CareerCentre, DossierCheck.centre_id == CareerCentre.id)
        .order_by(key.desc() if descending else key, DAY.desc(), DossierCheck.id.desc())
    )
    if centre_id is not None:
        wanted = wanted.where(DossierCheck.centre_id == centre_id)
    return list(session.scalars(wanted))


def unfinished(session: Session) -> list[tuple[bool, date | None]]:
    """For every check that is not finished: whether it began, and the day it is planned on."""
    wanted = select(DossierCheck.started_at, DossierCheck.planned_on).where(
        DossierCheck.finished_at.is_(None)
    )
    return [(started is not None, day) for started, day in session.execute(wanted)]


def finished(session: Session, centre_id: UUID, until: date | None = None) -> list[UUID]:
    """The finished checks of a centre, the newest first; those made by a day when asked."""
    return list(session.scalars(made(centre_id, until).with_only_columns(DossierCheck.id)))


def made(centre_id: UUID, until: date | None = None) -> Select[DossierCheck]:
    """Asks for the rows of `finished`."""
    wanted = (
        select(DossierCheck)
        .where(DossierCheck.centre_id == centre_id, DossierCheck.finished_at.is_not(None))
        .order_by(DAY.desc(), DossierCheck.finished_at.desc())
    )
    return wanted if until is None else wanted.where(until >= DAY)


def rows(session: Session, wanted: Sequence[UUID]) -> list[CheckRow]:
    """These checks for a list, with their progress and outcome: five statements a page."""
    found = session.execute(
        select(DossierCheck, CareerCentre)
        .join(CareerCentre, DossierCheck.centre_id == CareerCentre.id)
        .where(DossierCheck.id.in_(wanted))
    ).all()
    seen = glances(session, [check for check, _centre in found])
    wrote = _by_hand(session, seen)
    return [_row(check, centre, seen[check.id], wrote[check.id]) for check, centre in found]


def outlines(session: Session, wanted: Collection[UUID]) -> dict[UUID, CheckFile]:
    """These checks with what decides about a letter: verdicts, grades and words, by id.

    As `file`, but without answers, notes, statements, strong points, the centre and the place:
    five statements for a whole page of letters.
    """
    checks = list(session.scalars(select(DossierCheck).where(DossierCheck.id.in_(wanted))))
    seen = glances(session, checks)
    by_check: defaultdict[UUID, list[Finding]] = defaultdict(list)
    for row in session.scalars(select(Finding).where(Finding.check_id.in_(wanted))):
        by_check[row.check_id].append(row)
    return {check.id: _outline(check, seen[check.id], by_check[check.id]) for check in checks}


def numbers(session: Session, check_id: UUID) -> list[tuple[str, int]]:
    """Number and position of every dossier of a check."""
    wanted = select(CheckedDossier.number, CheckedDossier.position).where(
        CheckedDossier.check_id == check_id
    )
    return [(number, position) for number, position in session.execute(wanted)]


def answers_of(session: Session, dossier_id: UUID) -> list[ChecklistAnswer]:
    """The answers of a dossier, as rows to change."""
    wanted = select(ChecklistAnswer).where(ChecklistAnswer.dossier_id == dossier_id)
    return list(session.scalars(wanted))


def answered_in(session: Session, dossier_id: UUID) -> frozenset[str]:
    """The questions of a dossier for which something was written."""
    wanted = select(ChecklistAnswer.question_key).where(ChecklistAnswer.dossier_id == dossier_id)
    return frozenset(session.scalars(wanted))


def _by_hand(session: Session, checks: Collection[UUID]) -> defaultdict[UUID, list[Finding]]:
    """What was written beside the answers in these checks, strong points too."""
    wanted = select(Finding).where(
        Finding.check_id.in_(checks),
        or_(Finding.by_hand.is_(True), func.coalesce(Finding.question_key, "") == ""),
    )
    found: defaultdict[UUID, list[Finding]] = defaultdict(list)
    for row in session.scalars(wanted):
        found[row.check_id].append(row)
    return found


def _row(
    check: DossierCheck, centre: CareerCentre, glance: Glance, wrote: Sequence[Finding]
) -> CheckRow:
    columns = glance.dossiers.values()
    verdicts = [column.override or column.verdict for column in columns]
    failing = set(glance.counted(AnswerValue.NO) | glance.counted(AnswerValue.PARTIAL))
    beside = {row.question_key for row in wrote if row.by_hand} & glance.template.keys
    return CheckRow(
        id=check.id,
        reference=check.reference,
        centre_id=centre.id,
        centre_name=centre.trade_name or centre.legal_name,
        locality=centre.locality or "",
        day=check.visit_date or check.planned_on,
        officer=check.officer or "",
        dossiers=len(columns),
        answered=sum(column.answered for column in columns),
        total=sum(column.asked for column in columns),
        non_conform=verdicts.count(Verdict.NON_CONFORM),
        findings=len(failing | beside) + len(loose(wrote)),
        state=state_of(check),
        unit=check.unit or Unit.CLIENT_DOSSIER,
    )


def _outline(check: DossierCheck, glance: Glance, wrote: Sequence[Finding]) -> CheckFile:
    dossiers = tuple(
        DossierColumn(
            *(row, "", place, {}, column.verdict, "", column.override), chosen=column.chosen
        )
        for place, (row, column) in enumerate(glance.dossiers.items())
    )
    findings = outlined(check.id, glance.template, glance.sizes, glance.failing(), wrote)
    return replace(bare(check, glance.template), dossiers=dossiers, findings=findings)
