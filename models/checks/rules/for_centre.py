"""What of a check may leave for the centre: a list of what may, never of what may not."""

from collections.abc import Mapping

from models.checks.rules.answers import asked, effective
from models.checks.values import (
    CheckFile,
    ChecklistAnswer,
    ChecklistTemplate,
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
