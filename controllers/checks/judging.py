"""What the officer makes of it: verdicts, findings, their weight, and what goes well."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from controllers.checks.steps import Steps, finding_place, of_check, refuse_judge, write
from models.checks import queries
from models.checks.entities import CheckedDossier, DossierCheck, Finding
from models.checks.rules.writing import check_override, checked_reason, masked_text
from models.checks.values import (
    FindingThere,
    Grade,
    NotByHand,
    StatementMissing,
    StrengthMissing,
    Verdict,
)
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.store.session import ChangeSession

WORDS = frozenset(
    {"statement", "evidence", "measure", "expected_evidence", "measure_owner", "measure_due"}
)

OVER_IT = WORDS | {
    *("override_reason", "left_out", "left_out_reason"),
    *("measure_met_on", "measure_met_by_hand", "measure_met_by"),
}
"""What may stand over a finding that the answers proposed once; one by hand begins without."""


class Judging(Steps):
    """The officer's own words and decisions over what the rules propose, each with its reason.

    A question of another list is a KeyError: a bug of ours.
    """

    def override_verdict(
        self, check_id: UUID, dossier_id: UUID, verdict: Verdict | None, reason: str
    ) -> None:
        """The officer judges a dossier otherwise, with a reason; None goes back to the rules."""
        kept = check_override(verdict, reason)
        label = self._of_unit(
            check_id, N_("Judge dossier otherwise"), N_("Judge channel otherwise")
        )
        with self._change(label, check_id) as (session, _):
            dossier = of_check(session, CheckedDossier, check_id, dossier_id)
            dossier.verdict_override = verdict
            dossier.override_reason = kept or None

    def edit_finding(
        self, check_id: UUID, question_key: str, field: str, value: str | date | None
    ) -> None:
        """Write the officer's statement, measure, evidence or day of one finding."""
        if field not in WORDS:
            raise KeyError(field)
        kept = self._kept_finding(field, value)
        with self._change(N_("Edit finding"), check_id) as (session, check):
            if field == "measure_owner":
                refuse_judge(session, check, question_key, kept)
            _write(session, check, question_key, {field: kept})

    def override_grade(
        self, check_id: UUID, question_key: str, grade: Grade | None, reason: str
    ) -> None:
        """The officer weighs a finding otherwise, with a reason; None goes back to the rules."""
        kept = check_override(grade, reason)
        words = {"grade_override": grade, "override_reason": kept or None}
        with self._change(N_("Weigh finding otherwise"), check_id) as (session, check):
            _write(session, check, question_key, words)

    def leave_out(self, check_id: UUID, question_key: str, *, out: bool, reason: str = "") -> None:
        """Keep a finding out of the letter, with a reason; or take it in again."""
        kept = checked_reason(reason, "left_out_reason") if out else None
        words = {"left_out": out or None, "left_out_reason": kept}
        with self._change(N_("Leave out finding"), check_id) as (session, check):
            _write(session, check, question_key, words)

    def add_finding(
        self,
        check_id: UUID,
        kind: Grade,
        statement: str,
        *,
        question_key: str = "",
        criterion: str = "",
        evidence: str = "",
    ) -> str:
        """Write a finding beside the answers, on a question or not; gives its key.

        Raises StatementMissing, NationalNumberFound, and FindingThere when the question has one.
        """
        words = {
            "statement": masked_text(statement),
            "evidence": masked_text(evidence),
            "criterion": self._kept_finding("criterion", criterion),
            "grade_override": kind,
            "by_hand": True,
        }
        if words["statement"] is None:
            raise StatementMissing(field="statement")
        with self._change(N_("Add finding"), check_id) as (session, check):
            if not question_key:
                row = Finding(check_id=check_id, **words)
                session.add(row)
                session.flush()
                return row.id.hex
            known = queries.file(session, check_id).findings
            if any(one.question_key == question_key for one in known):
                raise FindingThere(field="question_key", question=question_key)
            key, place = finding_place(session, check, question_key)
            session.put(Finding, key, **(dict.fromkeys(OVER_IT) | place | words))
            return question_key

    def remove_finding(self, check_id: UUID, key: str) -> None:
        """Take away a finding that was written by hand. Raises NotByHand for a proposed one."""
        with self._change(N_("Remove finding"), check_id) as (session, _):
            known = queries.file(session, check_id).findings
            found = next((one for one in known if one.key == key), None)
            if found is None:
                raise Gone
            if not found.by_hand:
                raise NotByHand
            session.delete(of_check(session, Finding, check_id, found.id))

    def add_strength(self, check_id: UUID, statement: str) -> UUID:
        """Write down what goes well; it stands in the letter."""
        kept = masked_text(statement)
        if kept is None:
            raise StrengthMissing(field="statement")
        with self._change(N_("Add strong point"), check_id) as (session, _):
            row = Finding(check_id=check_id, statement=kept)
            session.add(row)
            session.flush()
            return row.id

    def edit_strength(self, check_id: UUID, row: UUID, statement: str) -> None:
        """Rewrite a strong point; an emptied one is taken away."""
        kept = masked_text(statement)
        with self._change(N_("Edit strong point"), check_id) as (session, _):
            found = of_check(session, Finding, check_id, row)
            if found.question_key or found.grade_override not in (None, Grade.STRENGTH):
                raise Gone
            if kept:
                found.statement = kept
            else:
                session.delete(found)


def _write(
    session: ChangeSession, check: DossierCheck, key: str, words: Mapping[str, object]
) -> None:
    row, place = finding_place(session, check, key)
    write(session, Finding, row, place, words)
