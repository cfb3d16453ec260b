"""Questions for a visit: noted down in the train, asked at the table."""

from uuid import UUID

from controllers.checks.steps import Steps, of_check
from models.centres import queries as centre_queries
from models.checks import queries
from models.checks.entities import VisitQuestion
from models.checks.rules.writing import masked_text
from models.checks.values import NoVisitPlanned, QuestionMissing
from models.kernel.text import N_


class Asking(Steps):
    """What to ask beside the checklist."""

    def next_visit(self, centre_id: UUID) -> UUID | None:
        """The check that runs at this centre, else the first one planned."""
        with self._store.look() as session:
            return queries.next_visit(session, centre_id)

    def ask_at_next_visit(self, centre_id: UUID, text: str, origin: str = "") -> UUID:
        """Note a question for the next visit to this centre; gives the id of its check.

        Raises NoVisitPlanned, QuestionMissing.
        """
        check_id = self.next_visit(centre_id)
        if check_id is None:
            with self._store.look() as session:
                raise NoVisitPlanned(centre=centre_queries.identity(session, centre_id).name)
        self.add_question(check_id, text, origin)
        return check_id

    def add_question(self, check_id: UUID, text: str, origin: str = "") -> UUID:
        """Note a question for this visit, after those that stand there."""
        kept = _question(text)
        with self._change(N_("Note question for visit"), check_id) as (session, _):
            row = VisitQuestion(
                check_id=check_id,
                position=queries.last_question(session, check_id) + 1,
                text=kept,
                origin=(masked_text(origin) or "")[:300] or None,
            )
            session.add(row)
            session.flush()
            return row.id

    def edit_question(self, check_id: UUID, question_id: UUID, field: str, text: str) -> None:
        """Write the question itself, or what was answered: `text` or `answer`."""
        if field not in {"text", "answer"}:
            raise KeyError(field)
        kept = _question(text) if field == "text" else masked_text(text)
        with self._change(N_("Edit question for visit"), check_id) as (session, _):
            setattr(of_check(session, VisitQuestion, check_id, question_id), field, kept)

    def remove_question(self, check_id: UUID, question_id: UUID) -> None:
        with self._change(N_("Remove question for visit"), check_id) as (session, _):
            session.delete(of_check(session, VisitQuestion, check_id, question_id))


def _question(text: str) -> str:
    kept = masked_text(text)
    if kept is None:
        raise QuestionMissing(field="text")
    return kept
