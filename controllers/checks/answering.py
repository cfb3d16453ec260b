"""Answers, notes and hours: one cell at a time, or a dossier at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from controllers.checks.steps import Steps, of_check, write
from models.checklists.values import Unit
from models.checks import queries, rules
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.checks.rules.channels import checked_channel
from models.checks.rules.writing import (
    NO_FACT,
    checked_answer,
    checked_fact,
    checked_hours,
    imported_text,
    masked_text,
)
from models.checks.values import AnswerType, AnswerValue, Question
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.text import N_


class Answering(Steps):
    """Cells of the matrix. A question of another list is a KeyError: a bug of ours.

    A dossier that was removed, or one of another check, is Gone.
    """

    def answer(
        self, check_id: UUID, dossier_id: UUID, question_key: str, value: AnswerValue | None
    ) -> None:
        """Answer one question in one dossier; None clears the answer and keeps the note."""
        kept = checked_answer(self._question(check_id, question_key), value)
        place = check_id, dossier_id, question_key
        self._write(N_("Answer question"), place, {"value": kept})

    def note(self, check_id: UUID, dossier_id: UUID, question_key: str, text: str) -> None:
        """Write the note beside an answer. A national register number is masked."""
        kept = masked_text(text)
        self._question(check_id, question_key)
        self._write(N_("Write note"), (check_id, dossier_id, question_key), {"note": kept})

    def hours(
        self,
        check_id: UUID,
        dossier_id: UUID,
        question_key: str,
        registered: float | None,
        documented: float | None,
    ) -> None:
        """Write the two numbers of hours; they answer the question by themselves."""
        words = _hours(self._question(check_id, question_key), registered, documented)
        place = check_id, dossier_id, question_key
        self._write(N_("Write hours"), place, {"value": None, **words})

    def fact(
        self,
        check_id: UUID,
        dossier_id: UUID,
        question_key: str,
        value: str | float | date | None,
    ) -> None:
        """Write a text, a number, a day, or the key of an option; the answer follows from it.

        Raises NationalNumberFound, AmountNotPossible and DayNotPossible.
        """
        words = checked_fact(self._question(check_id, question_key), value, self._today())
        place = check_id, dossier_id, question_key
        self._write(N_("Fill in answer"), place, {"value": None, **words})

    @staticmethod
    def proof_of(dossier_id: UUID, question_key: str) -> tuple[str, UUID]:
        """What files about this answer belong to, once something was answered or written."""
        return ChecklistAnswer.__tablename__, queries.answer_id(dossier_id, question_key)

    def fill(
        self, check_id: UUID, dossier_id: UUID, answers: Mapping[str, AnswerFile], number: str
    ) -> None:
        """Answer many questions of one dossier as one step, such as from a list that came in.

        Raises NationalNumberFound: whoever sent the list takes the number out.
        """
        label = self._of_unit(check_id, N_("Fill in dossier"), N_("Fill in channel"))
        with self._store.look() as looking:
            offer = looking.get_one(DossierCheck, check_id).unit is Unit.PUBLIC_CHANNEL
        about = checked_channel(number) if offer else rules.pseudonym(number)
        with self._change(label, check_id, about) as (session, check):
            of_check(session, CheckedDossier, check_id, dossier_id)
            template = queries.template_of(session, check)
            standing = queries.answered_in(session, dossier_id)
            rows = {key: queries.answer_id(dossier_id, key) for key in answers}
            session.prefetch(ChecklistAnswer, rows.values())
            for key, given in answers.items():
                words = _words(template.question(key), given, self._today())
                if key in standing or any(word is not None for word in words.values()):
                    place = _place(check_id, dossier_id, key)
                    session.put(ChecklistAnswer, rows[key], **place, **words)

    def _question(self, check_id: UUID, question_key: str) -> Question:
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return queries.template_of(session, check).question(question_key)

    def _write(
        self, label: str, place: tuple[UUID, UUID, str], words: Mapping[str, object]
    ) -> None:
        check_id, dossier_id, question_key = place
        now = self._store.now()
        with self._change(label, check_id, question_key) as (session, check):
            dossier = of_check(session, CheckedDossier, check_id, dossier_id)
            said = any(word is not None for word in words.values())
            if said and check.unit is Unit.PUBLIC_CHANNEL and dossier.looked_at is None:
                dossier.looked_at = now  # who answers has it before them
            row = queries.answer_id(dossier_id, question_key)
            write(session, ChecklistAnswer, row, _place(*place), words)


def _place(check_id: UUID, dossier_id: UUID, question_key: str) -> dict[str, Any]:
    return {"check_id": check_id, "dossier_id": dossier_id, "question_key": question_key}


def _words(question: Question, given: AnswerFile, today: date) -> dict[str, Any]:
    return {
        "value": checked_answer(question, given.value),
        "note": imported_text(given.note, "note"),
        **_fact(question, given, today),
        **_hours(question, given.hours_registered, given.hours_documented),
    }


def _fact(question: Question, given: AnswerFile, today: date) -> dict[str, Any]:
    """What was filled in; a question that is no fact has none."""
    imported_text(given.words, "words")
    told = [given.words or None, given.amount, given.day, given.choice or None]
    facts = [fact for fact in told if fact is not None]
    if not facts:
        return dict(NO_FACT)
    if len(facts) > 1:
        raise KeyError(question.key)
    return checked_fact(question, facts[0], today)


def _hours(
    question: Question, registered: float | None, documented: float | None
) -> dict[str, float | None]:
    """Decimal hours; a question that is not about hours has none."""
    about = question.answer_type is AnswerType.HOURS_COMPARE
    if not about and (registered, documented) != (None, None):
        raise KeyError(question.key)
    return {
        "hours_registered": checked_hours("hours_registered", registered),
        "hours_documented": checked_hours("hours_documented", documented),
    }
