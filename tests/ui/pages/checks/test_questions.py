"""Questions for the visit, on the page of the check."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.checks.values import AnswerValue
from ui.kit.page import Ref


def part(desk):
    desk.page.open(Ref("check", desk.office.check, "visit"))
    return desk.view.visit.questions


def test_a_question_is_noted_with_enter_and_answered_at_the_table(desk):
    questions = part(desk)
    questions.add.setFocus()
    desk.type("Wanneer is de audit van het label?")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: len(questions.lines) == 1)
    assert questions.add.text() == ""
    (line,) = questions.lines.values()
    line.answer.setFocus()
    desk.type("In juni.")
    questions.settle()
    desk.until(lambda: [q.answer for q in desk.office.file.questions] == ["In juni."])


def test_a_question_that_is_taken_away_comes_back_with_undo(desk):
    check, checks = desk.office.check, desk.office.controllers.checks
    checks.add_question(check, "Wie vervangt de zaakvoerder?", "Tijdlijn")
    questions = part(desk)
    desk.until(lambda: len(questions.lines) == 1)
    (line,) = questions.lines.values()
    assert "Tijdlijn" in line._origin.text()
    QTest.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    desk.until(lambda: not questions.lines)
    assert desk.messages[-1].undo
    desk.office.controllers.history.undo()
    desk.until(lambda: len(questions.lines) == 1)


def test_a_finished_check_shows_its_questions_and_takes_none(desk):
    desk.office.controllers.checks.add_question(desk.office.check, "Een?")
    desk.office.answer_all(AnswerValue.YES)
    desk.office.controllers.checks.finish(desk.office.check)
    questions = part(desk)
    desk.until(lambda: len(questions.lines) == 1 and not questions.add.isEnabled())
    (line,) = questions.lines.values()
    assert line.answer.isReadOnly()
    assert not line.remove.isVisible()
