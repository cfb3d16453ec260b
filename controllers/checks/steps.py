"""How a step in a check is made: never in one that is finished, never in another check's rows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from models.attachments import queries as attachment_queries
from models.attachments.entities import Attachment
from models.centres import queries as centre_queries
from models.checklists.values import Unit
from models.checks import queries
from models.checks.entities import (
    CentreReaction,
    CheckedDossier,
    ChecklistAnswer,
    DossierCheck,
    Finding,
    MeasureReview,
    Recheck,
    VisitQuestion,
)
from models.checks.rules.reviews import judges_own
from models.checks.rules.writing import checked_day, checked_visit, masked_text
from models.checks.values import CheckFinished, JudgeOwns, JudgeUnnamed, OwnerJudges, TickerOwns
from models.kernel.errors import Gone, Refused
from models.kernel.typed import check_room
from models.settings import queries as settings_queries
from models.store.gate import longest
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

OfCheck = TypeVar(
    "OfCheck", CheckedDossier, Finding, VisitQuestion, MeasureReview, Recheck, CentreReaction
)
Written = TypeVar("Written", ChecklistAnswer, Finding)


class Steps:
    """What every part of the desk of checks shares."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _change(
        self, label: str, check_id: UUID, about: str = "", why: str = ""
    ) -> Iterator[tuple[ChangeSession, DossierCheck]]:
        """One step in a check that is not finished."""
        with self._store.change(label, about or self._name(check_id), why=why) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.finished_at is not None:
                raise CheckFinished(day=check.finished_at.astimezone().date())
            yield session, check

    def _kept(self, field: str, value: str | date | None) -> str | date | None:
        """A text or a day as it may be written.

        Raises TextTooLong, DayNotPossible, VisitStillToCome.
        """
        if isinstance(value, str):
            kept = masked_text(value)
            table = DossierCheck.metadata.tables[DossierCheck.__tablename__]
            if field in table.c:
                check_room(kept or "", longest(table, field), field)
            return kept
        if value is None:
            return None
        checked = checked_visit if field == "visit_date" else checked_day
        return checked(value, field, self._today())

    def _kept_finding(self, field: str, value: str | date | None) -> str | date | None:
        """As `_kept`, with the room that a finding has for it."""
        kept = self._kept(field, value)
        if isinstance(kept, str):
            table = Finding.metadata.tables[Finding.__tablename__]
            check_room(kept, longest(table, field), field)
        return kept

    def _past_day(self, day: date, field: str, refusal: type[Refused]) -> date:
        """A day of our own time that is not still to come; raises DayNotPossible and `refusal`."""
        today = self._today()
        if checked_day(day, field, today) > today:
            raise refusal(field=field, day=day, today=today)
        return day

    def _of_unit(self, check_id: UUID, dossier: str, channel: str) -> str:
        """The label of a step in a check of dossiers, or in one of the offer."""
        with self._store.look() as looking:
            unit = looking.get_one(DossierCheck, check_id).unit
        return channel if unit is Unit.PUBLIC_CHANNEL else dossier

    def _officer(self, session: LookSession) -> str:
        """Who acts, by the name the office set."""
        return settings_queries.settings(session).officer_name or self._store.who

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _name(self, check_id: UUID) -> str:
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return centre_queries.identity(session, check.centre_id).name


def of_check(session: ChangeSession, kind: type[OfCheck], check_id: UUID, row: UUID) -> OfCheck:
    """A dossier or a finding of this very check; raises Gone when it is removed or another's."""
    found = session.get(kind, row)
    if found is None or found.deleted or found.check_id != check_id:
        raise Gone
    return found


def leave(session: ChangeSession, dossier: CheckedDossier) -> None:
    """Take a dossier out with its answers and the files that are proof of them.

    Who comes back under the same number begins empty; undo brings all of it back.
    """
    answers = queries.answers_of(session, dossier.id)
    for one in (*answers, dossier):
        for file in attachment_queries.of_thing(session, one.__tablename__, one.id):
            session.delete(session.get_one(Attachment, file.id))
        session.delete(one)


def finding_place(
    session: ChangeSession, check: DossierCheck, key: str
) -> tuple[UUID, dict[str, Any]]:
    """The row of a finding and where it stands, by its question or its own id.

    A question of another list is a KeyError: a bug of ours. One that was removed is Gone.
    """
    template = queries.template_of(session, check)
    if key in {question.key for question in template.questions}:
        return queries.finding_id(check.id, key), {"check_id": check.id, "question_key": key}
    try:
        row = UUID(hex=key)
    except ValueError:
        raise KeyError(key) from None
    of_check(session, Finding, check.id, row)
    return row, {"check_id": check.id}


def refuse_judge(session: ChangeSession, check: DossierCheck, key: str, owner: object) -> None:
    """Raises JudgeOwns when who would carry a measure out judged its proof (DOMAIN.md F5.04).

    Raises TickerOwns when that person ticked it off by hand, at a check or at the next one.
    """
    named, (row, _place) = str(owner or ""), finding_place(session, check, key)
    for proof in queries.reviews(session, [check.id]).get((check.id, key), ()):
        if proof.sufficient is not None and judges_own(named, proof.judged_by):
            raise JudgeOwns(field="measure_owner", name=proof.judged_by)
    finding = session.get(Finding, row)
    ticked = finding.measure_met_by if finding is not None else None
    if ticked and judges_own(named, ticked):
        raise TickerOwns(field="measure_owner", name=ticked)


def refuse_owner(session: LookSession, row: UUID, judge: str, field: str) -> None:
    """Raises OwnerJudges when who judges carries this very measure out, JudgeUnnamed for nobody.

    `row` is the finding the measure stands in, written or not (DOMAIN.md F5.04).
    """
    if not judge.strip():
        raise JudgeUnnamed(field=field)
    finding = session.get(Finding, row)
    if finding is not None and judges_own(finding.measure_owner or "", judge):
        raise OwnerJudges(field=field, name=judge)


def write(
    session: ChangeSession,
    kind: type[Written],
    row: UUID,
    place: Mapping[str, Any],
    words: Mapping[str, Any],
) -> None:
    """Write the row that belongs to `place`; nothing when there is none and nothing is said."""
    standing = session.get(kind, row)
    silent = all(word is None for word in words.values())
    if silent and (standing is None or standing.deleted):
        return
    session.put(kind, row, **place, **words)
