"""What of a check may leave for the centre: a list of what may, never of what may not."""

from collections.abc import Iterable, Mapping

from models.checks.rules.answers import asked, effective
from models.checks.rules.content import Content, bare
from models.checks.rules.sample import risk_of
from models.checks.values import (
    CheckFile,
    ChecklistAnswer,
    ChecklistTemplate,
    Chosen,
    DossierColumn,
    FindingFile,
    Question,
)


def for_centre(check: CheckFile) -> CheckFile:
    """The same check with only what the centre may see; all else is as if never written.

    No notes of the officer, no reasons why something was judged otherwise or left out, nothing of
    the preparation, and no finding that stays out of the letter.
    """
    return CheckFile(
        id=check.id,
        reference=check.reference,
        centre_id=check.centre_id,
        centre_name=check.centre_name,
        enterprise_number=check.enterprise_number,
        establishment=check.establishment,
        planned_on=None,
        visit_date=check.visit_date,
        period_from=check.period_from,
        period_to=check.period_to,
        officer=check.officer,
        spoken_to="",
        conclusion="",
        follow_up="",
        state=check.state,
        started_at=None,
        finished_at=None,
        template=check.template,
        dossiers=tuple(_dossier(dossier, check.template) for dossier in check.dossiers),
        findings=tuple(_finding(finding) for finding in check.findings if not finding.left_out),
        strengths=tuple(_finding(finding) for finding in check.strengths if not finding.left_out),
        progress=check.progress,
    )


def answers_for_centre(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> Mapping[str, ChecklistAnswer]:
    """The answers of one dossier that count; one to a question that is not asked stays here."""
    put = asked(template, answers)
    return {
        question.key: _answer(question, answers[question.key])
        for question in template.questions
        if question.key in put and question.key in answers
    }


DOSSIER = ("number", "position", "address", "looked_at", "chosen", "replaces_number")
ANSWERED = ("hours_registered", "hours_documented", "amount", "day", "choice")
OUTCOME = ("question_key", "grade", "text", "criterion", "failed", "partial", "left_out")
SAMPLE = ("kind", "list_name", "numbers", "grouped_by", "size", "spares", "seed", "method",
          "fingerprint", "program", "earlier_check_id", "drawn_at", "drawn_by")  # fmt: skip
"""Of a draw: what anybody needs to do it again, not why the service wanted it."""
ROUND = ("sent_on", "reply_by", "closed_on")
REACTION = ("finding_id", "received_on", "kind", "text", "outcome", "judged_on")
REVIEW = ("question_key", "delivered_on", "delivered", "files", "sufficient", "judged_on")
STEP = ("rung", "decided_on", "ended_on")


def content_for_centre(content: Content) -> Content:
    """The same of what was kept of a check: what its report for the centre is made of.

    What was found stands in it with what the officer wrote as its proof, for the letter tells that
    too; of a dossier that was picked for a risk only that it was, as `picked` where it was drawn
    as well.
    """
    check, made = content["check"], content.get("outcome", {})
    summary = content.get("summary") or {}
    written = content.get("findings", {})
    found: Content = {
        **_only(content, ("format", "centre", "checklist", "summary")),
        "samples": [_only(one, SAMPLE) for one in content.get("samples", ())],
        "check": {
            **_only(check, ("reference", "planned_on", "visit_date")),
            "conclusion": summary.get("conclusion"),
        },
        "dossiers": [_kept_dossier(one) for one in content.get("dossiers", ())],
        "outcome": {
            **_only(made, ("progress", "sample")),
            "dossiers": {
                number: _only(one, ("verdict", "counts"))
                for number, one in made.get("dossiers", {}).items()
            },
            "findings": [
                {**_only(one, OUTCOME), "evidence": _written_evidence(one, written)}
                for one in made.get("findings", ())
            ],
            "rechecks": [_without_note(one) for one in made.get("rechecks", ())],
        },
        "rechecks": [_without_note(one) for one in content.get("rechecks", ())],
        **later_for_centre(content),
    }
    plain = bare(found)
    assert isinstance(plain, dict)  # noqa: S101 - it has a check at least
    return plain


def later_for_centre(later: Content) -> Content:
    """The part that goes on after the end: days and outcomes, and what the centre itself said."""
    kept = (("rounds", ROUND), ("reactions", REACTION), ("reviews", REVIEW), ("ladder", STEP))
    return {part: [_only(one, names) for one in later.get(part, ())] for part, names in kept}


def _kept_dossier(one: Content) -> Content:
    """Why a place was filled by a spare is known to both; why somebody saw a risk is not."""
    why, chosen = str(one.get("chosen_why") or ""), one.get("chosen")
    places = (line for line in why.split("\n") if not line.startswith("\t"))
    answers = one.get("answers", {}).items()
    return {
        **_only(one, DOSSIER),
        "chosen_why": "\n".join(places) if one.get("replaces_number") else None,
        "picked": bool(chosen and risk_of(Chosen(chosen), why)),
        "answers": {key: _only(given, ANSWERED) for key, given in answers},
    }


def _written_evidence(one: Content, written: Content) -> object:
    """What the officer wrote; what is proposed beside a question is put together out of notes."""
    key = one.get("question_key")
    return written.get(key, {}).get("evidence") if key else one.get("evidence")


def _without_note(one: Content) -> Content:
    return {name: value for name, value in one.items() if name != "note"}


def _only(facts: Content, names: Iterable[str]) -> Content:
    return {name: facts[name] for name in names if name in facts}


def _dossier(dossier: DossierColumn, template: ChecklistTemplate) -> DossierColumn:
    return DossierColumn(
        id=dossier.id,
        number=dossier.number,
        position=dossier.position,
        answers=answers_for_centre(template, dossier.answers),
        proposed_verdict=dossier.verdict,
        verdict_why="",
    )


def _answer(question: Question, answer: ChecklistAnswer) -> ChecklistAnswer:
    """What it came to and the numbers it rests on; words of the officer stay here."""
    value = effective(question, answer)
    return ChecklistAnswer(
        value=value,
        settled=value,
        hours_registered=answer.hours_registered,
        hours_documented=answer.hours_documented,
        amount=answer.amount,
        day=answer.day,
        choice=answer.choice,
    )


def _finding(finding: FindingFile) -> FindingFile:
    return FindingFile(
        id=finding.id,
        question_key=finding.question_key,
        statement=finding.text,
        proposed_statement="",
        failed=finding.failed,
        partial=finding.partial,
        proposed_grade=finding.grade,
        grade_why="",
        measure=finding.measure,
        expected_evidence=finding.expected_evidence,
        measure_due=finding.measure_due,
        by_hand=finding.by_hand,
        criterion=finding.criterion,
    )
