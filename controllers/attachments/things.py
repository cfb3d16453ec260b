"""What may be proven with a file: a thing of this centre, and nothing of what is closed."""

from typing import Any
from uuid import UUID

from controllers.row_names import kinds
from models.applications import queries as application_queries
from models.applications.entities import CriterionJudgement, MandateApplication
from models.applications.values import ApplicationSettled
from models.attachments.values import ThingOfAnother
from models.checks import queries as check_queries
from models.checks.entities import (
    CheckedDossier,
    ChecklistAnswer,
    DossierCheck,
    Finding,
    MeasureReview,
)
from models.checks.values import CheckFinished, ProofJudged
from models.store.session import ChangeSession, LookSession

Place = tuple[str | None, UUID | None]
About = tuple[str, UUID]
"""Table and row of what a file is proof of."""
Cell = tuple[UUID, UUID, str]
"""Check, dossier and question of an answer, given or still open."""
LOCKED = frozenset({ChecklistAnswer.__tablename__, Finding.__tablename__})
"""Files about one of these are part of what is kept of a check when it is finished."""


def check_thing(session: LookSession, centre_id: UUID, about: tuple[str, UUID] | None) -> None:
    """Raises ThingOfAnother for a thing that is not there or of another centre.

    Also what `check_unlocked` raises.
    """
    if about is None:
        return
    kind = kinds().get(about[0])
    found = session.get(kind, about[1]) if kind else None
    if found is None or _centre_of(session, found, centre_id) != centre_id:
        raise ThingOfAnother(field="about")
    check_unlocked(session, about)


def check_cell(session: LookSession, centre_id: UUID, about: About | None, cell: Cell) -> None:
    """For proof with an answer that may still be open. Raises ThingOfAnother and CheckFinished."""
    check_id, dossier_id, question_key = cell
    check, dossier = session.get(DossierCheck, check_id), session.get(CheckedDossier, dossier_id)
    row = check_queries.answer_id(dossier_id, question_key)
    mine = check is not None and check.centre_id == centre_id and dossier is not None
    if check is None or not mine or about != (ChecklistAnswer.__tablename__, row):
        raise ThingOfAnother(field="about")
    if dossier is None or dossier.check_id != check_id:
        raise ThingOfAnother(field="about")
    if check.finished_at is not None:
        raise CheckFinished(day=check.finished_at.astimezone().date())


def check_about(
    session: LookSession, centre_id: UUID, about: About | None, cell: Cell | None
) -> None:
    """Raises what `check_thing` does; with a cell, what `check_cell` does."""
    if cell is None:
        check_thing(session, centre_id, about)
    else:
        check_cell(session, centre_id, about, cell)


def make_room(session: ChangeSession, cell: Cell | None) -> None:
    """The row that proof with a question hangs on, while nothing was answered there."""
    if cell is None:
        return
    check_id, dossier_id, question_key = cell
    row = check_queries.answer_id(dossier_id, question_key)
    if session.get(ChecklistAnswer, row) is None:
        place = {"check_id": check_id, "dossier_id": dossier_id, "question_key": question_key}
        session.put(ChecklistAnswer, row, **place)


def check_unlocked(session: LookSession, about: Place) -> None:
    """Raises CheckFinished for proof with an answer or a finding of a check that was finished.

    And ApplicationSettled for proof with a criterion of an application that is closed, ProofJudged
    for what the centre sent about a measure, once somebody judged it.
    """
    table, row = about
    if table == CriterionJudgement.__tablename__ and row is not None:
        _check_open(session, row)
    if table == MeasureReview.__tablename__ and row is not None:
        review = session.get(MeasureReview, row)
        if review is not None and review.sufficient is not None:
            raise ProofJudged(field="file")
    if table not in LOCKED or row is None:
        return
    kind = ChecklistAnswer if table == ChecklistAnswer.__tablename__ else Finding
    proven = session.get(kind, row)
    if not isinstance(proven, ChecklistAnswer | Finding):
        return
    check = session.get(DossierCheck, proven.check_id)
    if check is not None and check.finished_at is not None:
        raise CheckFinished(day=check.finished_at.astimezone().date())


def _check_open(session: LookSession, judgement: UUID) -> None:
    proven = session.get(CriterionJudgement, judgement)
    if proven is None:
        return
    why = application_queries.closed_why(session, proven.application_id)
    if why:
        raise ApplicationSettled(why=why)


def _centre_of(session: LookSession, found: Any, otherwise: UUID) -> UUID:
    if isinstance(found, ChecklistAnswer | Finding | MeasureReview):
        return session.get_one(DossierCheck, found.check_id).centre_id
    if isinstance(found, CriterionJudgement):
        return session.get_one(MandateApplication, found.application_id).centre_id
    centre: UUID = getattr(found, "centre_id", otherwise)
    return centre
