"""Criterion by criterion: how it is met, why, and on what evidence."""

from collections.abc import Mapping
from uuid import UUID

from controllers.applications.steps import Steps
from models.applications import queries
from models.applications.entities import CriterionJudgement
from models.applications.values import Judged, Judgement
from models.centres.rules.editing import kept_text
from models.kernel.text import N_

TEXTS = frozenset({"motivation", "evidence"})


class Assessing(Steps):
    """Judgements of criteria. A criterion of another list is a KeyError: a bug of ours."""

    def judge(self, application_id: UUID, criterion: str, judgement: Judgement | None) -> None:
        """Judge one criterion; None takes the judgement away and keeps the words."""
        self._write(N_("Judge criterion"), application_id, criterion, {"judgement": judgement})

    def write(self, application_id: UUID, criterion: str, field: str, text: str) -> None:
        """Write the motivation or the evidence of one criterion. Raises NationalNumberFound."""
        if field not in TEXTS:
            raise KeyError(field)
        kept = kept_text(text, field)
        label = N_("Write motivation") if field == "motivation" else N_("Write down evidence")
        self._write(label, application_id, criterion, {field: kept})

    def assess(self, application_id: UUID, judged: Mapping[str, Judged]) -> None:
        """Judge many criteria as one step, such as from a list that came in."""
        with self._change(N_("Judge criteria"), application_id) as (session, row):
            template = queries.template_of(session, row)
            for key, one in judged.items():
                place = {"application_id": row.id, "criterion_key": template.question(key).key}
                session.put(
                    CriterionJudgement,
                    queries.judgement_id(row.id, key),
                    **place,
                    judgement=one.judgement,
                    motivation=kept_text(one.motivation, "motivation"),
                    evidence=kept_text(one.evidence, "evidence"),
                )

    @staticmethod
    def proof_of(application_id: UUID, criterion: str) -> tuple[str, UUID]:
        """What files about this criterion belong to, once something was written about it."""
        place = queries.judgement_id(application_id, criterion)
        return CriterionJudgement.__tablename__, place

    def _write(
        self, label: str, application_id: UUID, criterion: str, words: Mapping[str, object]
    ) -> None:
        with self._change(label, application_id, criterion) as (session, row):
            key = queries.template_of(session, row).question(criterion).key
            place = queries.judgement_id(row.id, key)
            standing = session.get(CriterionJudgement, place)
            silent = all(word is None for word in words.values())
            if silent and (standing is None or standing.deleted):
                return
            about = {"application_id": row.id, "criterion_key": key}
            session.put(CriterionJudgement, place, **about, **words)
