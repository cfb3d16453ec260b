"""What people do in a dossier check: plan, start, answer, judge, finish."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from controllers.columns import Column
from controllers.wording import badge, word
from models.centres import queries as centre_queries
from models.checks import queries, rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.checks.rules.answers import effective, gap_kind, gaps
from models.checks.rules.writing import (
    check_period,
    checked_answer,
    checked_day,
    checked_hours,
    checked_text,
)
from models.checks.values import (
    AnswerValue,
    CheckFile,
    CheckFinished,
    CheckIncomplete,
    ChecklistTemplate,
    CheckRow,
    DossierNumberTaken,
    Gap,
    Grade,
    StrengthMissing,
    Verdict,
)
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.text import N_
from models.kernel.words import clean
from models.settings import queries as settings_queries
from models.store.session import ChangeSession
from models.store.store import Store

__all__ = ["COLUMNS", "ORDERS", "Checks", "effective", "gap_kind"]

TEMPLATE = "dossier_check"
VERSION = 1

COLUMNS = (
    Column[CheckRow](
        "centre",
        N_("Centre"),
        lambda row: row.centre_name,
        width=32,
        kind="two",
        sub=lambda row: f"{row.reference} · {row.locality}",
    ),
    Column[CheckRow]("day", N_("Visit"), lambda row: row.day, width=14, kind="date"),
    Column[CheckRow]("officer", N_("Officer"), lambda row: row.officer, width=18),
    Column[CheckRow]("dossiers", N_("Dossiers"), lambda row: row.dossiers, width=10, kind="number"),
    Column[CheckRow](
        "answered",
        N_("Answered"),
        lambda row: f"{row.answered} / {row.total}",
        width=12,
        kind="number",
    ),
    Column[CheckRow](
        "non_conform", N_("Not conform"), lambda row: row.non_conform, width=12, kind="number"
    ),
    Column[CheckRow](
        "state",
        N_("State"),
        lambda row: word(row.state),
        width=14,
        kind="badge",
        state=lambda row: badge(row.state),
    ),
)

ORDERS = frozenset(queries.ORDERS)
"""Keys of the columns the list can be ordered by."""

TEXTS = frozenset({"officer", "spoken_to", "conclusion", "follow_up"})
DAYS = frozenset({"planned_on", "visit_date", "period_from", "period_to"})


class Checks:
    """Dossier checks at centres."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(
        self, centre_id: UUID | None = None, order: str = "day", *, descending: bool = True
    ) -> list[UUID]:
        """All checks, newest first or by one of ORDERS; of one centre when asked."""
        with self._store.look() as session:
            return queries.ids(session, centre_id, order, descending=descending)

    def waiting(self) -> tuple[int, int]:
        """How many checks are not finished, and how many of those should have begun by now."""
        today = self._today()
        with self._store.look() as session:
            found = queries.unfinished(session)
        late = sum(day is not None and day < today and not begun for begun, day in found)
        return len(found), late

    def rows(self, wanted: Sequence[UUID]) -> list[CheckRow]:
        with self._store.look() as session:
            return queries.rows(session, wanted)

    def file(self, check_id: UUID) -> CheckFile:
        """A check whole, with proposed verdicts and findings."""
        with self._store.look() as session:
            return queries.file(session, check_id)

    def gaps(self, check_id: UUID) -> tuple[Gap, ...]:
        """The cells that keep the check from being finished, in the order of the matrix."""
        check = self.file(check_id)
        return gaps(check.template, check.dossiers)

    def plan(
        self, centre_id: UUID, day: date | None = None, establishment_id: UUID | None = None
    ) -> UUID:
        """Put a check on the calendar of a centre."""
        with self._store.look() as looking:
            name = centre_queries.identity(looking, centre_id).name
            officer = settings_queries.settings(looking).officer_name or self._store.who
        with self._store.change(N_("Plan dossier check"), name) as session:
            check = DossierCheck(
                centre_id=centre_id,
                template_key=TEMPLATE,
                template_version=VERSION,
                establishment_id=establishment_id,
                planned_on=day,
                officer=officer,
            )
            session.add(check)
            session.flush()
            return check.id

    def start(self, check_id: UUID) -> None:
        """Begin the visit: its day is today unless it was set."""
        now = self._store.now()
        with self._change(N_("Start dossier check"), check_id) as (_, check):
            check.started_at = check.started_at or now
            check.visit_date = check.visit_date or now.astimezone().date()

    def visit(self, check_id: UUID, establishment_id: UUID | None) -> None:
        """Say which establishment is visited; None is the seat of the centre."""
        with self._change(N_("Edit dossier check"), check_id) as (_, check):
            check.establishment_id = establishment_id

    def edit(self, check_id: UUID, field: str, value: str | date | None) -> None:
        """Write a text or a day of the check."""
        if field not in TEXTS | DAYS:
            raise KeyError(field)
        kept = self._kept(field, value)
        with self._change(N_("Edit dossier check"), check_id) as (_, check):
            setattr(check, field, kept)
            if field.startswith("period"):
                check_period(check.period_from, check.period_to, field)

    def add_dossiers(self, check_id: UUID, typed: str) -> list[UUID]:
        """Add dossiers by number, one a line or separated by semicolons; one step for the lot.

        A number that is there already, a name, or a national register number refuses the lot.
        """
        typed_numbers = (rules.pseudonym(part) for part in _parts(typed))
        numbers = list({number.casefold(): number for number in typed_numbers}.values())
        with self._change(N_("Add dossiers"), check_id) as (session, check):
            known = queries.columns(session, check_id, rules.template(check.template_key))
            last = max((one.position for one in known), default=0)
            taken = {one.number.casefold() for one in known}
            return _add(session, check_id, numbers, taken, last)

    def remove_dossier(self, check_id: UUID, dossier_id: UUID) -> None:
        """Take a dossier out of the check; undo brings it back with its answers."""
        with self._change(N_("Remove dossier"), check_id) as (session, _):
            session.delete(session.get_one(CheckedDossier, dossier_id))

    def answer(
        self, check_id: UUID, dossier_id: UUID, question_key: str, value: AnswerValue | None
    ) -> None:
        """Answer one question in one dossier; None clears the answer and keeps the note."""
        question = self._template(check_id).question(question_key)
        kept = checked_answer(question, value)
        place = check_id, dossier_id, question_key
        self._write_answer(N_("Answer question"), place, value=kept)

    def note(self, check_id: UUID, dossier_id: UUID, question_key: str, text: str) -> None:
        """Write the note beside an answer. A national register number is refused."""
        kept = checked_text(text, "note")
        place = check_id, dossier_id, question_key
        self._write_answer(N_("Write note"), place, note=kept)

    def hours(
        self,
        check_id: UUID,
        dossier_id: UUID,
        question_key: str,
        registered: float | None,
        documented: float | None,
    ) -> None:
        """Write the two numbers of hours; they answer the question by themselves."""
        self._write_answer(
            N_("Write hours"),
            (check_id, dossier_id, question_key),
            value=None,
            hours_registered=checked_hours("hours_registered", registered),
            hours_documented=checked_hours("hours_documented", documented),
        )

    def fill(
        self, check_id: UUID, dossier_id: UUID, answers: Mapping[str, AnswerFile], number: str
    ) -> None:
        """Answer many questions of one dossier as one step, such as from a list that came in."""
        template = self._template(check_id)
        with self._change(N_("Fill in dossier"), check_id, number) as (session, _):
            session.prefetch(
                ChecklistAnswer, (queries.answer_id(dossier_id, key) for key in answers)
            )
            for key, given in answers.items():
                session.put(
                    ChecklistAnswer,
                    queries.answer_id(dossier_id, key),
                    check_id=check_id,
                    dossier_id=dossier_id,
                    question_key=key,
                    value=checked_answer(template.question(key), given.value),
                    note=checked_text(given.note, "note"),
                    hours_registered=checked_hours("hours_registered", given.hours_registered),
                    hours_documented=checked_hours("hours_documented", given.hours_documented),
                )

    def override_verdict(
        self, check_id: UUID, dossier_id: UUID, verdict: Verdict | None, reason: str
    ) -> None:
        """The officer judges a dossier otherwise, with a reason; None goes back to the rules."""
        kept = rules.check_override(verdict, reason)
        with self._change(N_("Judge dossier otherwise"), check_id) as (session, _):
            dossier = session.get_one(CheckedDossier, dossier_id)
            dossier.verdict_override = verdict
            dossier.override_reason = kept or None

    def edit_finding(
        self, check_id: UUID, question_key: str, field: str, value: str | date | None
    ) -> None:
        """Write the officer's statement, measure, evidence or day of one finding."""
        if field not in {"statement", "measure", "expected_evidence", "measure_due"}:
            raise KeyError(field)
        kept = self._kept(field, value)
        with self._change(N_("Edit finding"), check_id) as (session, _):
            _finding(session, check_id, question_key, {field: kept})

    def override_grade(
        self, check_id: UUID, question_key: str, grade: Grade | None, reason: str
    ) -> None:
        """The officer weighs a finding otherwise, with a reason; None goes back to the rules."""
        kept = rules.check_override(grade, reason)
        with self._change(N_("Weigh finding otherwise"), check_id) as (session, _):
            row = _finding(session, check_id, question_key, {"grade_override": grade})
            if grade is not None or not row.left_out:
                row.override_reason = kept or None

    def leave_out(self, check_id: UUID, question_key: str, *, out: bool, reason: str = "") -> None:
        """Keep a finding out of the letter, with a reason; or take it in again."""
        kept = rules.check_override(Grade.OBSERVATION if out else None, reason)
        with self._change(N_("Leave out finding"), check_id) as (session, _):
            row = _finding(session, check_id, question_key, {"left_out": out or None})
            if out or row.grade_override is None:
                row.override_reason = kept or None

    def add_strength(self, check_id: UUID, statement: str) -> UUID:
        """Write down what goes well; it stands in the letter."""
        kept = checked_text(statement, "statement")
        if kept is None:
            raise StrengthMissing(field="statement")
        with self._change(N_("Add strong point"), check_id) as (session, _):
            row = Finding(check_id=check_id, statement=kept)
            session.add(row)
            session.flush()
            return row.id

    def edit_strength(self, check_id: UUID, row: UUID, statement: str) -> None:
        """Rewrite a strong point; an emptied one is taken away."""
        kept = checked_text(statement, "statement")
        with self._change(N_("Edit strong point"), check_id) as (session, _):
            found = session.get_one(Finding, row)
            if kept:
                found.statement = kept
            else:
                session.delete(found)

    def finish(self, check_id: UUID) -> None:
        """Close the check; refused while answers or needed notes are missing."""
        missing = self.gaps(check_id)
        if missing:
            raise CheckIncomplete(gaps=len(missing))
        now = self._store.now()
        with self._change(N_("Finish dossier check"), check_id) as (_, check):
            check.finished_at = now

    def reopen(self, check_id: UUID, reason: str) -> None:
        """Open a finished check again; the reason stands in the history."""
        kept = rules.check_override(Verdict.CONFORM, reason)
        with self._store.change(
            N_("Reopen dossier check"), self._name(check_id), why=kept
        ) as session:
            session.get_one(DossierCheck, check_id).finished_at = None

    def _kept(self, field: str, value: str | date | None) -> str | date | None:
        """A text or a day as it may be written. Raises NationalNumberFound, DayNotPossible."""
        if isinstance(value, str):
            return checked_text(value, field)
        return None if value is None else checked_day(value, field, self._today())

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _write_answer(self, label: str, place: tuple[UUID, UUID, str], **values: object) -> None:
        check_id, dossier_id, question_key = place
        with self._change(label, check_id, question_key) as (session, _):
            session.put(
                ChecklistAnswer,
                queries.answer_id(dossier_id, question_key),
                check_id=check_id,
                dossier_id=dossier_id,
                question_key=question_key,
                **values,
            )

    @contextmanager
    def _change(
        self, label: str, check_id: UUID, about: str = ""
    ) -> Iterator[tuple[ChangeSession, DossierCheck]]:
        """One step in a check that is not finished."""
        with self._store.change(label, about or self._name(check_id)) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.finished_at is not None:
                raise CheckFinished(day=check.finished_at.astimezone().date())
            yield session, check

    def _name(self, check_id: UUID) -> str:
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return centre_queries.identity(session, check.centre_id).name

    def _template(self, check_id: UUID) -> ChecklistTemplate:
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return rules.template(check.template_key, check.template_version)


def _parts(typed: str) -> list[str]:
    """Numbers as people paste them: a line each, or with semicolons, tabs or commas between."""
    parts = (clean(part) for part in re.split(r"[\n\r;\t,]+", typed))
    return [part for part in parts if part]


def _add(
    session: ChangeSession, check_id: UUID, numbers: list[str], taken: set[str], last: int
) -> list[UUID]:
    added = []
    for place, number in enumerate(numbers, last + 1):
        if number.casefold() in taken:
            raise DossierNumberTaken(field="number", number=number)
        row = queries.dossier_id(check_id, number)
        session.put(CheckedDossier, row, check_id=check_id, number=number, position=place)
        added.append(row)
    return added


def _finding(
    session: ChangeSession, check_id: UUID, question_key: str, words: Mapping[str, object]
) -> Finding:
    row = queries.finding_id(check_id, question_key)
    return session.put(Finding, row, check_id=check_id, question_key=question_key, **words)
