"""Verdicts, findings, strong points, finishing and what leaves the house."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.checks.values import AnswerValue, CheckState, Grade, Verdict
from ui.kit import ask
from ui.kit.button import Button
from ui.kit.page import Ref
from ui.pages.checks.check_sides import DOSSIERS, FINDINGS, MATRIX, VISIT
from ui.pages.checks.sight import look


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def action(desk, word):
    line = desk.view.header._actions
    buttons = [line.itemAt(at).widget() for at in range(line.count())]
    return next(each for each in buttons if each.text() == word)


@pytest.fixture
def found(desk):
    """A complete check with one failed condition of the mandate and one partly."""
    office = desk.office
    office.answer_all()
    checks, check = office.controllers.checks, office.check
    checks.answer(check, office.dossier("KZ-011"), "DC-05", AnswerValue.NO)
    checks.note(check, office.dossier("KZ-011"), "DC-05", "Een vast zinnetje.")
    checks.answer(check, office.dossier("KZ-024"), "DC-10", AnswerValue.PARTIAL)
    checks.note(check, office.dossier("KZ-024"), "DC-10", "Twee groepsmomenten.")
    desk.until(lambda: len(desk.view.check.findings) == 2 and desk.view.matrix._sight.gaps == 0)
    return desk


def finding(desk, key):
    return next(each for each in desk.office.file.findings if each.question_key == key)


def test_a_verdict_is_only_overruled_with_a_reason(found):
    desk = found
    desk.stand("DC-05", "KZ-011")
    card = desk.panel.verdict
    press(card.other)
    assert card.card.isVisible()
    card.card.choice.set_value(Verdict.CONFORM_WITH_REMARKS, afresh=True)
    press(card.card.button)
    desk.until(lambda: card.card.reason_row.refusal())
    assert desk.office.file.dossiers[1].verdict_override is None
    card.card.reason.setPlainText("De vraag staat in de mail van 3 maart.")
    press(card.card.button)
    desk.until(lambda: desk.office.file.dossiers[1].verdict_override)
    desk.until(lambda: "3 maart" in card._reason.text())
    assert "DC-05" in card._why.text()
    press(card.back)
    desk.until(lambda: desk.office.file.dossiers[1].verdict is Verdict.NON_CONFORM)
    desk.rest()
    assert desk.messages[-1].undo


def test_f_opens_the_finding_of_the_question(found):
    desk = found
    desk.stand("DC-10", "KZ-024")
    desk.key(Qt.Key.Key_F)
    assert desk.view.sides.choice() == FINDINGS
    assert desk.view.findings.list.current == "DC-10"
    assert desk.view.findings.finding._code.text() == "DC-10"


def test_findings_stand_by_weight_heaviest_first(found):
    found.view.show_side(FINDINGS)
    rows = found.view.findings.list.rows.items
    found_first = [None, "DC-05", None, "DC-10"]
    afterwards = [None, "round", "ladder"]
    payloads = [getattr(each, "payload", None) for each in rows]
    assert payloads == [*found_first, *afterwards]


def test_a_proposal_is_taken_over_adapted_and_taken_back(found):
    desk = found
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    editor = desk.view.findings.finding
    proposed = finding(desk, "DC-05").proposed_statement
    press(editor.take_over)
    desk.until(lambda: finding(desk, "DC-05").statement == proposed)
    editor.statement.setPlainText("In KZ-011 vonden we geen vraag van de klant zelf.")
    editor.statement.settle()
    desk.until(lambda: "vonden" in finding(desk, "DC-05").statement)
    desk.rest()
    desk.office.controllers.history.undo()
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.view.check.findings[0].statement == "")
    assert finding(desk, "DC-05").text == proposed
    desk.view.findings.list.setFocus()
    desk.until(lambda: editor.statement.value() == "")


def test_a_national_number_in_a_finding_is_masked_and_told_at_its_field(found):
    desk = found
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    editor = desk.view.findings.finding
    editor.measure.setPlainText("Vraag het aan 85.07.30-033.28.")
    editor.measure.settle()
    assert editor.form.row("measure").warning()
    desk.until(lambda: finding(desk, "DC-05").measure == "Vraag het aan ••.••.••-•••.••.")
    assert editor.measure.toPlainText() == "Vraag het aan ••.••.••-•••.••."


def test_a_finding_is_weighed_and_left_out_each_with_its_own_reason(found):
    desk = found
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    editor = desk.view.findings.finding
    press(editor.weigh)
    editor.card.choice.set_value(Grade.MINOR, afresh=True)
    press(editor.card.button)
    desk.until(lambda: editor.card.reason_row.refusal())
    editor.card.reason.setPlainText("Het gaat om één oud dossier.")
    press(editor.card.button)
    desk.until(lambda: finding(desk, "DC-05").grade is Grade.MINOR)
    desk.until(lambda: "oud dossier" in editor._grade_why.text())
    press(editor.leave)
    editor.card.reason.setPlainText("Al besproken.")
    press(editor.card.button)
    desk.until(lambda: finding(desk, "DC-05").left_out)
    desk.until(lambda: "Al besproken." in editor._out.text())
    assert "oud dossier" in editor._grade_why.text()
    desk.until(lambda: not editor.take_in.isHidden())
    press(editor.take_in)
    desk.until(lambda: not finding(desk, "DC-05").left_out)
    assert finding(desk, "DC-05").grade is Grade.MINOR
    assert finding(desk, "DC-05").override_reason


def test_a_due_day_far_off_is_refused_at_the_field(found):
    desk = found
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    editor = desk.view.findings.finding
    editor.due.setText("14/05/1926")
    editor.due.settle()
    desk.until(lambda: editor.form.row("measure_due").refusal())
    assert finding(desk, "DC-05").measure_due is None
    editor.due.setText("14/07/2026")
    editor.due.settle()
    desk.until(lambda: finding(desk, "DC-05").measure_due == date(2026, 7, 14))


def test_a_strong_point_is_added_changed_and_removed(desk):
    view = desk.view.findings
    desk.view.show_side(FINDINGS)
    view.cards.ask_strength()
    view.cards.card.reason.setPlainText("   ")
    press(view.cards.card.button)
    desk.until(lambda: view.cards.card.reason_row.refusal())
    view.cards.card.reason.setPlainText("Elk gesprek heeft een verslag.")
    press(view.cards.card.button)
    desk.until(lambda: len(desk.office.file.strengths) == 1)
    desk.until(lambda: view.strength.statement.value() == "Elk gesprek heeft een verslag.")
    view.strength.statement.setPlainText("Elk gesprek heeft een goed verslag.")
    view.strength.statement.settle()
    desk.until(lambda: "goed" in desk.office.file.strengths[0].statement)
    press(view.strength.remove)
    desk.until(lambda: not desk.office.file.strengths)
    desk.until(lambda: desk.messages and desk.messages[-1].undo)


def test_finishing_with_gaps_is_refused_with_a_sentence_and_goes_to_the_gap(desk):
    desk.office.answer_all()
    checks = desk.office.controllers.checks
    checks.answer(desk.office.check, desk.office.dossier("KZ-011"), "DC-14", AnswerValue.NO)
    desk.until(lambda: desk.view.matrix._sight.gaps == 1)
    press(action(desk, "Finish"))
    desk.until(lambda: desk.messages)
    assert desk.messages[-1].tone == "late"
    assert "1" in desk.said
    assert desk.matrix.focus_cell == ("DC-14", desk.office.dossier("KZ-011"))
    assert desk.office.file.state is CheckState.RUNNING


def test_a_finished_check_is_read_only_until_it_is_reopened_with_a_reason(found):
    desk = found
    press(action(desk, "Finish"))
    desk.until(lambda: desk.view.band.isVisible())
    assert desk.office.file.state is CheckState.FINISHED
    desk.stand("DC-01", "KZ-003")
    desk.type("3")
    assert desk.cell("DC-01", "KZ-003").answer == "yes"
    assert desk.messages[-1].tone == "due"
    assert not desk.panel.buttons.buttons["no"].isEnabled()
    assert desk.panel.note.isReadOnly()
    desk.rest()
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.YES
    press(action(desk, "Reopen"))
    press(desk.view.acts.card.button)
    desk.until(lambda: desk.view.acts.card.reason_row.refusal())
    desk.view.acts.card.reason.setPlainText("Nog een stuk ontvangen.")
    press(desk.view.acts.card.button)
    desk.until(lambda: not desk.view.band.isVisible())
    desk.stand("DC-01", "KZ-003")
    desk.type("2")
    desk.rest()
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.PARTIAL


class Folder:
    """Answers the file dialog with one place."""

    def __init__(self, place: Path) -> None:
        self.place, self.proposed = place, ""

    def open(self, parent, title, filters, then):
        raise AssertionError

    def save(self, parent, title, filters, name, then):
        self.proposed = name
        then(self.place / name)


def test_excel_writes_the_checklist_where_the_officer_says(found, tmp_path):
    desk, folder = found, Folder(tmp_path)
    ask.use_chooser(folder)
    try:
        press(action(desk, "Excel"))
        press(desk.view.acts.workbook.buttons["officer"])
        desk.until(lambda: desk.messages)
    finally:
        ask.use_chooser(ask.DialogChooser())
    assert folder.proposed.startswith(desk.view.check.reference)
    assert str(tmp_path / folder.proposed) in desk.said
    book = load_workbook(tmp_path / folder.proposed)
    said = {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "Een vast zinnetje." in said


def test_the_letter_is_begun_here_and_opened_on_its_own_page(found):
    desk = found
    button = action(desk, "Audit letter")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    desk.until(lambda: desk.wishes)
    desk.rest()
    (letter,) = desk.office.controllers.letters.ids()
    assert [(each.kind, each.id) for each in desk.wishes] == [("letter", letter)]
    assert button.isEnabled()


def test_a_letter_without_dossiers_is_refused_in_place(desk):
    for dossier in desk.office.file.dossiers:
        desk.office.controllers.checks.remove_dossier(desk.office.check, dossier.id)
    desk.until(lambda: not desk.view.check.dossiers)
    button = action(desk, "Audit letter")
    press(button)
    desk.until(lambda: desk.messages and desk.messages[-1].tone == "late")
    assert desk.wishes == []
    assert button.isEnabled()


def test_a_double_click_finishes_once(found):
    desk = found
    button = action(desk, "Finish")
    press(button)
    assert not button.isEnabled()
    press(button)
    desk.view.acts.finish()
    desk.until(lambda: desk.view.band.isVisible())
    desk.rest()
    assert [each.tone for each in desk.messages] == ["done"]


def test_a_refused_finish_may_be_tried_again(desk):
    button = action(desk, "Finish")
    press(button)
    desk.until(lambda: desk.messages)
    assert desk.messages[-1].tone == "late"
    assert button.isEnabled()


def test_the_title_of_a_check_is_its_centre(desk):
    assert desk.view.header.title() == "Loopbaanhuis Demer"
    assert "Dossier check" in desk.view.header._sub.text()


def test_no_side_has_two_main_buttons(desk):
    desk.office.check = desk.office.controllers.checks.plan(desk.office.centre, None)
    desk.open()

    def primary() -> list[str]:
        shown = (each for each in desk.page.findChildren(Button) if each.isVisible())
        return [each.text() for each in shown if each._kind == "primary"]

    for side in range(4):
        desk.view.show_side(side)
        desk.until(primary)  # Qt shows what was laid out a moment later
        desk.rest()
        assert primary() == ["Start the check"], side


def test_enter_goes_from_a_finding_to_its_words(found):
    desk = found
    desk.view.show_side(FINDINGS)
    desk.view.findings.go_to("DC-05")
    assert desk.view.keys().endswith("Enter write")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.view.findings.finding.statement


def test_crumbs_lead_to_the_list_and_to_the_centre(desk):
    desk.view.header.crumb_chosen.emit(1)
    assert (desk.wishes[-1].kind, desk.wishes[-1].id) == ("centre", desk.office.centre)
    desk.view.header.crumb_chosen.emit(0)
    assert not desk.page.showing_one


def test_the_visit_keeps_its_facts_by_itself(desk):
    desk.view.show_side(VISIT)
    fields, form = desk.view.visit.fields, desk.view.visit.form
    fields["spoken_to"].setFocus()
    desk.type("An Claes, directeur")
    desk.key(Qt.Key.Key_Tab)
    desk.until(lambda: desk.office.file.spoken_to == "An Claes, directeur")
    fields["period_from"].setText("01/01/2026")
    fields["period_from"].settle()
    desk.until(lambda: desk.office.file.period_from)
    fields["period_to"].setText("31/12/2025")
    fields["period_to"].settle()
    desk.until(lambda: form.row("period_to").refusal())
    assert fields["period_to"].text() == "31/12/2025"
    assert desk.office.file.period_to is None
    fields["conclusion"].setPlainText("De begeleiding is verzorgd.")
    fields["conclusion"].settle()
    desk.until(lambda: desk.office.file.conclusion)


def test_the_place_of_the_visit_is_one_of_the_centre(desk, office):
    place = office.controllers.centres.add_establishment(office.centre, "Vestiging Diest")
    desk.page.close_one()
    desk.open()
    desk.view.show_side(VISIT)
    field = desk.view.visit.fields["place"]
    desk.until(lambda: field.count() == 2)
    field.setCurrentIndex(1)
    field.activated.emit(1)
    desk.until(lambda: office.file.establishment_id == place)


def test_the_dossiers_side_leads_to_the_matrix(desk):
    desk.view.show_side(DOSSIERS)
    desk.view.dossiers.list.choose(desk.office.dossier("KZ-024"))
    press(desk.view.dossiers.fill)
    assert desk.view.sides.choice() == MATRIX
    assert desk.matrix.focus_cell == ("DC-01", desk.office.dossier("KZ-024"))


@pytest.mark.parametrize(
    ("detail", "side"),
    [("findings", FINDINGS), ("dossiers", DOSSIERS), ("visit", VISIT), ("matrix", MATRIX)],
)
def test_a_wish_may_name_the_side_of_a_check(found, detail, side):
    desk = found
    desk.page.open(Ref("check", desk.office.check, detail))
    desk.rest()
    pages = (desk.view.matrix, desk.view.findings, desk.view.dossiers, desk.view.visit)
    assert desk.view.sides.choice() == side
    assert desk.view.stack.currentWidget() is pages[side]
    desk.page.open(Ref("check", desk.office.check, "DC-05"))
    desk.until(lambda: desk.matrix.focus_cell and desk.matrix.focus_cell[0] == "DC-05")
    assert desk.view.sides.choice() == MATRIX


@pytest.mark.parametrize("detail", ["findings", "visit"])
def test_a_side_that_was_asked_for_has_the_keyboard(place_desk, detail):
    desk = place_desk()
    desk.page.open(Ref("check", desk.office.check, detail))
    desk.until(lambda: desk.view.check is not None)
    view = desk.view
    first = view.findings.list if detail == "findings" else view.visit.fields["visit_date"]
    assert desk.focus is first


def test_a_place_that_was_removed_since_stays_the_place_of_the_visit(desk, office):
    place = office.controllers.centres.add_establishment(office.centre, "Vestiging Diest")
    office.controllers.checks.visit(office.check, place)
    office.controllers.centres.remove_part("establishment", place)
    desk.view.show_side(VISIT)
    field = desk.view.visit.fields["place"]
    desk.until(lambda: field.value() == place)
    assert field.currentText() == "Vestiging Diest"


def test_the_page_leaves_room_for_the_rail(found):
    desk = found
    for side in range(4):
        desk.view.show_side(side)
        desk.rest()
        asked = desk.page.minimumSizeHint()
        assert asked.width() <= 1040, side
        assert asked.height() <= 640, side


def test_what_did_not_change_is_not_prepared_again(found, office):
    checks, check = office.controllers.checks, office.check
    before = look(checks, check)
    checks.answer(check, office.dossier("KZ-003"), "DC-07", AnswerValue.PARTIAL)
    after = look(checks, check, before)
    assert after == look(checks, check)
    kept = {place for place, each in after.cells.items() if each is before.cells[place]}
    assert kept == {place for place in after.cells if place[1] != office.dossier("KZ-003")}
    checks.remove_dossier(check, office.dossier("KZ-011"))
    assert look(checks, check, after) == look(checks, check)
