"""Writing what a person ticked: answers and notes by cell, reactions of the centre by finding."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from controllers.checks.exchange.comparing import dossier_of, fact_of, place_of
from controllers.exchange.content import Content
from controllers.exchange.review import Item
from controllers.export import return_marks as marks
from models.checks import queries
from models.checks.entities import CentreReaction, ChecklistAnswer, Finding
from models.checks.rules.writing import masked_text
from models.checks.values import AnswerValue
from models.checks.values.exchange import CellKey
from models.store.session import ChangeSession

_FACTS = frozenset({"hours_registered", "hours_documented", "words", "amount", "day", "choice"})
"""What answers a question by itself, so that its own value goes."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One take-over under way."""

    session: ChangeSession
    check_id: UUID
    export: UUID
    base: Content
    today: date

    def answers(self, items: Sequence[Item]) -> None:
        """All facts of one answer at once, so that its row is written once."""
        facts: defaultdict[tuple[UUID, str], dict[str, Any]] = defaultdict(dict)
        for item in items:
            question_key, field = place_of(item.key)
            facts[dossier_of(item.key), question_key][field] = _fact(field, item)
        rows = {place: queries.answer_id(*place) for place in facts}
        self.session.prefetch(ChecklistAnswer, rows.values())
        for (dossier, key), words in facts.items():
            if _FACTS & words.keys():
                words.setdefault("value", None)
            self.session.put(
                ChecklistAnswer,
                rows[dossier, key],
                check_id=self.check_id,
                dossier_id=dossier,
                question_key=key,
                **words,
            )

    def reactions(self, items: Iterable[Item]) -> None:
        """A finding that only the rules propose gets its row, so that the reaction hangs there."""
        for item in items:
            if item.said is None:
                continue
            finding = UUID(item.key.row)
            self._stand(finding)
            self.session.put(
                CentreReaction,
                queries.reaction_id(finding, self.export),
                check_id=self.check_id,
                finding_id=finding,
                received_on=item.said.day or self.today,
                kind=item.said.kind,
                text=item.said.text,
            )

    def _stand(self, finding: UUID) -> None:
        """A finding that nobody wrote in yet has no row; a reaction needs one to hang from."""
        if self.session.get(Finding, finding) is None:
            key = CellKey(marks.FINDINGS, str(finding), marks.QUESTION)
            question = str(self.base.cells.get(key) or "") or None
            self.session.put(Finding, finding, check_id=self.check_id, question_key=question)


def _fact(field: str, item: Item) -> object:
    value = item.value
    if value is None:
        return None
    match field:
        case marks.VALUE:
            return AnswerValue(str(value))
        case marks.NOTE | "words":
            return masked_text(str(value))
        case _:
            return fact_of(field, value)
