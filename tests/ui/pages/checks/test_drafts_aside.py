"""What is being written in a check lies aside, and stands in its field in the next window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.checks.values import AnswerValue
from ui.kit.fields import LineField
from ui.kit.page import Ref
from ui.kit.text_field import TextField
from ui.pages.checks.check_sides import FINDINGS, VISIT


def aside(desk):
    """What lies in the file now, by the last word of its name."""
    found = desk.office.controllers.drafts.unsaved(desk.office.check)
    return {name.rpartition("|")[2]: one.text for name, one in found.items()}


def visit(desk):
    desk.view.show_side(VISIT)
    return desk.view.visit


def write_on(field, text):
    """Somebody who does not pause: a text that hands itself in after a silence does not yet."""
    field._timer.setInterval(600_000)
    field.setPlainText(text)


def another_window(place_desk):
    """As after a power cut: the first window hands nothing in any more."""
    for one in QApplication.allWidgets():
        if isinstance(one, LineField | TextField):
            one.blockSignals(True)
    return place_desk().open()


def test_what_is_typed_on_the_side_of_the_visit_stands_there_again(desk, place_desk):
    fields = visit(desk).fields
    fields["spoken_to"].setFocus()
    desk.type("An Peeters, gids")
    desk.until(lambda: aside(desk).get("spoken_to") == "An Peeters, gids")
    assert desk.office.file.spoken_to == ""
    again = another_window(place_desk)
    field = again.view.visit.fields["spoken_to"]
    again.until(lambda: field.text() == "An Peeters, gids")
    again.until(lambda: again.focus is field)
    assert again.view.sides.choice() == VISIT
    assert "stands here again" in again.said
    again.key(Qt.Key.Key_Return)
    again.until(lambda: again.office.file.spoken_to == "An Peeters, gids")
    again.rest()
    assert aside(again) == {}


def test_two_fields_lie_beside_each_other_and_esc_forgets_one(desk):
    fields = visit(desk).fields
    fields["officer"].setText("Lotte")
    fields["spoken_to"].setText("An")
    desk.until(lambda: {"officer", "spoken_to"} <= aside(desk).keys())
    fields["officer"].setFocus()
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: "officer" not in aside(desk))
    assert aside(desk)["spoken_to"] == "An"


def test_what_was_kept_since_is_newer_than_a_draft(desk, place_desk):
    visit(desk).fields["spoken_to"].setText("An")
    desk.until(lambda: aside(desk) == {"spoken_to": "An"})
    do = desk.office.controllers
    do.checks.edit(desk.office.check, "spoken_to", "Bea")
    again = another_window(place_desk)
    again.until(lambda: aside(again) == {})
    again.rest()
    assert again.view.visit.fields["spoken_to"].text() in ("", "Bea")
    assert again.office.file.spoken_to == "Bea"


def test_a_question_not_asked_yet_and_an_answer_come_back(desk, place_desk):
    do, check = desk.office.controllers, desk.office.check
    do.checks.add_question(check, "Wie vervangt de zaakvoerder?")
    questions = visit(desk).questions
    desk.until(lambda: questions.lines)
    questions.add.setFocus()
    desk.type("Wanneer is de audit?")
    (line,) = questions.lines.values()
    line.answer.setFocus()  # a new question waits for Enter, also when its field is left
    desk.until(lambda: aside(desk).get("new_question") == "Wanneer is de audit?")
    again = another_window(place_desk)
    part = again.view.visit.questions
    again.until(lambda: part.add.text() == "Wanneer is de audit?")
    again.key(Qt.Key.Key_Return)
    again.until(lambda: len(again.office.file.questions) == 2)
    again.until(lambda: aside(again) == {})


def test_the_draft_of_a_question_goes_with_it(desk):
    do, check = desk.office.controllers, desk.office.check
    question = do.checks.add_question(check, "Wie vervangt de zaakvoerder?")
    questions = visit(desk).questions
    desk.until(lambda: questions.lines)
    write_on(questions.lines[question].answer, "De gids")
    desk.until(lambda: aside(desk).get("answer") == "De gids")
    do.checks.remove_question(check, question)
    desk.until(lambda: not questions.lines)
    desk.until(lambda: aside(desk) == {})


def test_hours_that_cannot_be_read_lie_aside_with_their_cell(desk, place_desk):
    key = next(q.key for q in desk.office.file.template.questions if "hours" in q.answer_type)
    desk.stand(key, "KZ-011")
    desk.panel.hours.registered.setFocus()
    desk.type("3,5,")
    desk.until(lambda: aside(desk) == {"hours_registered": "3,5,"})
    desk.stand("DC-01", "KZ-003")
    assert desk.panel.hours.registered.text() == ""
    again = another_window(place_desk)
    again.until(lambda: again.panel.hours.registered.text() == "3,5,")
    assert again.matrix.focus_cell == (key, again.office.dossier("KZ-011"))
    again.panel.hours.registered.setFocus()
    again.key(Qt.Key.Key_Escape)
    again.until(lambda: aside(again) == {})


def test_a_finding_and_a_strong_point_come_back_in_their_own_row(desk, place_desk):
    do, check = desk.office.controllers, desk.office.check
    do.checks.answer(check, desk.office.dossier("KZ-011"), "DC-07", AnswerValue.NO)
    strength = do.checks.add_strength(check, "De gids luistert.")
    desk.rest()
    desk.view.show_side(FINDINGS)
    findings = desk.view.findings
    desk.until(lambda: findings.list.current is not None)
    findings.go_to("DC-07")
    write_on(findings.finding.measure, "Vul het plan aan")
    desk.until(lambda: aside(desk) == {"measure": "Vul het plan aan"})
    again = another_window(place_desk)
    field = again.view.findings.finding.measure
    again.until(lambda: field.value() == "Vul het plan aan")
    assert again.view.findings.list.current == "DC-07"
    again.until(lambda: again.office.file.findings[0].measure == "Vul het plan aan")
    again.until(lambda: aside(again) == {})
    again.view.findings.go_to(strength)
    write_on(again.view.findings.strength.statement, "De gids luistert goed.")
    again.until(lambda: aside(again) == {"statement": "De gids luistert goed."})
    again.page.settle()
    again.until(lambda: aside(again) == {})


def test_a_refused_note_lies_aside_until_it_is_mended(desk):
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("De klant belde.")
    desk.panel.settle()
    desk.rest()
    assert aside(desk) == {}
    desk.panel.form.refuse("note", "Dit kan niet.")
    write_on(desk.panel.note, "De klant belde zelf.")
    desk.until(lambda: aside(desk) == {"note": "De klant belde zelf."})
    desk.panel.settle()
    desk.rest()
    assert aside(desk) == {}


def test_a_page_of_another_check_has_its_own_drafts(desk):
    fields = visit(desk).fields
    fields["spoken_to"].setText("An")
    desk.until(lambda: aside(desk))
    do = desk.office.controllers
    other = do.checks.plan(desk.office.centre, desk.office.file.planned_on)
    do.checks.start(other)
    desk.page.open(Ref("check", other, "visit"))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == other)
    assert fields["spoken_to"].text() == ""
    fields["spoken_to"].setText("Bea")
    desk.until(lambda: do.drafts.unsaved(other))
    assert [one.text for one in do.drafts.unsaved(other).values()] == ["Bea"]
