"""What of a check may leave for the centre: a list of what may, never of what may not."""

from models.checks.rules.answers import effective
from models.checks.values import CheckFile, ChecklistAnswer, DossierColumn, FindingFile, Question


def for_centre(check: CheckFile) -> CheckFile:
    """The same check with only what the centre may see; all else is as if never written.

    No notes of the officer, no reasons why something was judged otherwise or left out, nothing of
    the preparation, and no finding that stays out of the letter.
    """
    questions = {question.key: question for question in check.template.questions}
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
        dossiers=tuple(_dossier(dossier, questions) for dossier in check.dossiers),
        findings=tuple(_finding(finding) for finding in check.findings if not finding.left_out),
        strengths=tuple(_finding(finding) for finding in check.strengths if not finding.left_out),
        progress=check.progress,
    )


def _dossier(dossier: DossierColumn, questions: dict[str, Question]) -> DossierColumn:
    return DossierColumn(
        id=dossier.id,
        number=dossier.number,
        position=dossier.position,
        answers={
            key: _answer(questions[key], answer)
            for key, answer in dossier.answers.items()
            if key in questions
        },
        proposed_verdict=dossier.verdict,
        verdict_why="",
    )


def _answer(question: Question, answer: ChecklistAnswer) -> ChecklistAnswer:
    """The answer itself and the numbers it rests on; words of the officer stay here."""
    return ChecklistAnswer(
        value=effective(question, answer),
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
