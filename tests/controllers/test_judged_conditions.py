"""What a checklist for assessments may say in Excel and in the editor, and what it keeps."""

from __future__ import annotations


from models.checklists.rules import ASSESSMENT
from models.checklists.values import AnswerValue, Condition, WarningKind
from tests.controllers.test_own_assessment import FIRST, change, out, written


def test_a_criterion_is_never_asked_when_another_is_not_applicable(controllers):
    lists = controllers.checklists
    draft = written(controllers)
    question = lists.file(ASSESSMENT, 2).question_ids["MA-15"]
    lists.edit_question(question, "asked_when", Condition("MA-09", (AnswerValue.NA,)))
    assert WarningKind.CONDITION_NEVER in [one.kind for one in lists.file(ASSESSMENT, 2).blocking]
    lists.edit_question(question, "asked_when", Condition("MA-09", (AnswerValue.NOT_CHECKED,)))
    assert lists.file(ASSESSMENT, 2).blocking == ()
    assert lists.version(draft).version == 2


def test_nor_does_excel_take_it_as_a_condition(controllers, tmp_path):
    path = out(controllers, tmp_path, 1)
    at = FIRST + 4
    change(path, (at, "asked_after", "MA-04"), (at, "asked_values", "niet van toepassing"))
    (issue,) = controllers.checklists.read_workbook(path).issues
    assert (issue.row, issue.code) == (at, "not_in_the_list")
    assert "voldoet gedeeltelijk" in issue.reason


def test_a_rule_about_names_that_its_sheet_does_not_tell_stays(controllers, tmp_path):
    lists = controllers.checklists
    draft = lists.draft_from(ASSESSMENT, 1)
    lists.edit(draft, "pseudonym_rule", "Geen namen van klanten.")
    path = out(controllers, tmp_path, 2)
    lists.take_workbook(lists.read_workbook(path), draft)
    assert lists.file(ASSESSMENT, 2).template.pseudonym_rule == "Geen namen van klanten."
