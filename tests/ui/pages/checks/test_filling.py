"""A whole visit from the keyboard, against a real file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from models.checks.values import AnswerValue, Verdict
from ui.pages.checks.panel_words import comparison, expected
from ui.kit import theme
from ui.kit.page import Ref

YES, PARTIAL, NO, NA, UNCHECKED = "12345"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def verdicts(desk):
    return {each.number: each.verdict for each in desk.office.file.dossiers}


def fill(desk, answers=None):
    """All cells in the order of the keys; hours are typed where they are asked for."""
    answers = answers or {}
    desk.stand("DC-01", "KZ-003")
    for dossier in desk.office.file.dossiers:
        for question in desk.office.file.template.questions:
            here = desk.matrix.focus_cell
            assert here == (question.key, dossier.id)
            if question.key == "DC-08":
                desk.type("7")
                desk.type(",5")
                desk.key(Qt.Key.Key_Return)
                desk.type("7:30")
                desk.key(Qt.Key.Key_Return)
            else:
                answer = answers.get((dossier.number, question.key), YES)
                desk.type(answer)
                if answer == NO:
                    desk.key(Qt.Key.Key_N)
                    desk.type("Niet gevonden.")
                    desk.key(Qt.Key.Key_Return, CONTROL)
    desk.rest()


def test_three_dossiers_are_filled_with_keys_only(desk):
    fill(desk)
    file = desk.office.file
    assert (file.progress.answered, file.progress.total, file.progress.good) == (81, 81, 81)
    assert set(verdicts(desk).values()) == {Verdict.CONFORM}
    hours = desk.kept("DC-08", "KZ-011")
    assert (hours.hours_registered, hours.hours_documented) == (7.5, 7.5)
    assert desk.cell("DC-08", "KZ-011").text == "7,5 / 7,5"
    assert desk.office.controllers.history.verify().whole


def test_one_no_on_a_condition_makes_the_dossier_non_conform(desk):
    fill(desk, {("KZ-011", "DC-05"): NO})
    assert verdicts(desk)["KZ-011"] is Verdict.NON_CONFORM
    assert verdicts(desk)["KZ-003"] is Verdict.CONFORM
    desk.stand("DC-05", "KZ-011")
    desk.until(lambda: "DC-05" in desk.panel.verdict._why.text())


def test_the_answer_shows_before_it_is_kept(desk):
    desk.stand("DC-01", "KZ-003")
    desk.type(NO)
    cell = desk.cell("DC-01", "KZ-003")
    assert cell.answer == "no"
    assert cell.lacks
    desk.rest()
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.NO


def test_n_writes_the_note_and_escape_comes_back(desk):
    desk.stand("DC-02", "KZ-003")
    desk.type(NO)
    desk.key(Qt.Key.Key_N)
    assert desk.focus is desk.panel.note
    desk.type("Geen statuut in het intakeverslag.")
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is desk.matrix
    desk.rest()
    assert desk.kept("DC-02", "KZ-003").note == "Geen statuut in het intakeverslag."
    desk.until(lambda: desk.cell("DC-02", "KZ-003").note)
    assert not desk.cell("DC-02", "KZ-003").gap
    desk.until(lambda: desk.office.file.findings and desk.view.check.findings)
    desk.key(Qt.Key.Key_F)
    assert desk.view.findings.list.current == "DC-02"


def test_control_enter_keeps_the_note_and_goes_on(desk):
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("Zie fiche 2.")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell == ("DC-03", desk.office.dossier("KZ-003"))
    desk.rest()
    assert desk.kept("DC-02", "KZ-003").note == "Zie fiche 2."


def test_a_note_keeps_itself_after_a_silence(desk):
    desk.stand("DC-03", "KZ-011")
    desk.key(Qt.Key.Key_N)
    desk.type("Mail van de werkgever.")
    desk.until(lambda: desk.kept("DC-03", "KZ-011") is not None)
    assert desk.kept("DC-03", "KZ-011").note == "Mail van de werkgever."
    assert desk.focus is desk.panel.note


def test_a_note_belongs_to_the_cell_it_was_typed_in(desk):
    desk.stand("DC-03", "KZ-011")
    desk.key(Qt.Key.Key_N)
    desk.type("Voor elf.")
    desk.stand("DC-04", "KZ-024")
    desk.rest()
    assert desk.kept("DC-03", "KZ-011").note == "Voor elf."
    assert desk.kept("DC-04", "KZ-024") is None
    assert desk.panel.note.value() == ""


def test_a_national_number_is_masked_while_typing_and_told(desk):
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("Klant 85.07.30-033.28")
    row = desk.panel.form.row("note")
    assert "••.••.••-•••.••" in row.warning(), "told at once, also before it is masked"
    desk.type(" belde")
    assert desk.panel.note.toPlainText() == "Klant ••.••.••-•••.•• belde"
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert "033" not in desk.panel.note.toPlainText(), "no way back to the number"
    desk.type(" zelf.")
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert desk.kept("DC-02", "KZ-003").note.startswith("Klant ••.••.••-•••.••")
    desk.stand("DC-07", "KZ-024")
    assert not row.warning()


def test_a_number_at_the_very_end_is_masked_when_the_note_is_kept(desk):
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("Zie 85073003328")
    desk.until(lambda: desk.kept("DC-02", "KZ-003") is not None)
    assert desk.kept("DC-02", "KZ-003").note == "Zie ••.••.••-•••.••"
    assert desk.panel.note.toPlainText() == "Zie ••.••.••-•••.••"
    assert desk.focus is desk.panel.note
    store = desk.office.controllers._store
    with store._reading.connect() as connection:
        lines = connection.exec_driver_sql("SELECT payload FROM change").scalars().all()
    assert not [line for line in lines if "85073003328" in line]


def test_a_note_that_is_refused_waits_where_it_was_written(desk):
    """Somebody finished the check while this was being typed."""
    office, draft = desk.office, "De klant belde zelf."
    office.answer_all()
    desk.rest()
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type(draft)
    office.controllers.checks.finish(office.check)
    desk.key(Qt.Key.Key_Escape)
    desk.until(lambda: desk.panel.form.row("note").refusal())
    assert desk.panel.note.value() == draft
    assert not desk.kept("DC-02", "KZ-003").note
    desk.stand("DC-07", "KZ-024")
    desk.rest()
    assert desk.panel.note.value() == ""
    assert desk.cell("DC-02", "KZ-003").lacks
    assert desk.page.drafts() == "note with DC-02 · KZ-003"
    office.controllers.checks.reopen(office.check, "Nog een nota.")
    desk.until(lambda: not desk.matrix.locked)
    desk.stand("DC-02", "KZ-003")
    assert desk.page.drafts() == "", "in sight the window finds the field by itself"
    assert desk.panel.note.value() == draft
    assert "was finished" in desk.panel.form.row("note").refusal()
    desk.panel.note.setPlainText(f"{draft} Zie mail.")
    desk.panel.note.settle()
    desk.rest()
    assert desk.kept("DC-02", "KZ-003").note == f"{draft} Zie mail."
    assert not desk.panel.form.row("note").refusal()
    assert not desk.cell("DC-02", "KZ-003").lacks
    assert desk.page.drafts() == ""


def test_f8_goes_to_the_next_gap_also_a_no_without_a_note(desk):
    desk.office.answer_all()
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.answer(check, desk.office.dossier("KZ-011"), "DC-10", AnswerValue.NO)
    checks.answer(check, desk.office.dossier("KZ-024"), "DC-11", AnswerValue.NA)
    desk.until(lambda: desk.cell("DC-11", "KZ-024").lacks)
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F8)
    assert desk.matrix.focus_cell == ("DC-10", desk.office.dossier("KZ-011"))
    desk.key(Qt.Key.Key_F8)
    assert desk.matrix.focus_cell == ("DC-11", desk.office.dossier("KZ-024"))
    desk.key(Qt.Key.Key_F8, SHIFT)
    assert desk.matrix.focus_cell == ("DC-10", desk.office.dossier("KZ-011"))


def test_f8_works_from_the_note(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_N)
    desk.type("Zie fiche.")
    desk.key(Qt.Key.Key_F8)
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell == ("DC-02", desk.office.dossier("KZ-003"))
    desk.rest()
    assert desk.kept("DC-01", "KZ-003").note == "Zie fiche."


def test_undo_and_redo_show_in_the_cell(desk):
    desk.stand("DC-01", "KZ-003")
    desk.type(PARTIAL)
    desk.rest()
    history = desk.office.controllers.history
    history.undo()
    desk.until(lambda: desk.cell("DC-01", "KZ-003").answer is None)
    history.redo()
    desk.until(lambda: desk.cell("DC-01", "KZ-003").answer == "partial")


def test_every_answer_is_a_step_of_its_own(desk):
    desk.stand("DC-01", "KZ-003")
    desk.type(YES + NO)
    desk.rest()
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.cell("DC-02", "KZ-003").answer is None)
    assert desk.cell("DC-01", "KZ-003").answer == "yes"


def test_delete_takes_an_answer_and_the_hours_away_but_not_the_note(desk):
    dossier = desk.office.dossier("KZ-003")
    checks = desk.office.controllers.checks
    checks.hours(desk.office.check, dossier, "DC-08", 4.0, 3.0)
    checks.note(desk.office.check, dossier, "DC-08", "Drie verslagen.")
    desk.until(lambda: desk.cell("DC-08", "KZ-003").answer == "no")
    desk.stand("DC-08", "KZ-003")
    desk.key(Qt.Key.Key_Delete)
    assert desk.cell("DC-08", "KZ-003").answer is None
    desk.rest()
    kept = desk.kept("DC-08", "KZ-003")
    assert (kept.hours_registered, kept.hours_documented) == (None, None)
    assert kept.note == "Drie verslagen."


def test_hours_say_in_words_what_they_come_to(desk):
    desk.stand("DC-08", "KZ-003")
    desk.type("7")
    assert desk.focus is desk.panel.hours.registered
    desk.key(Qt.Key.Key_Return)
    desk.type("6,5")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.matrix
    assert desk.matrix.focus_cell == ("DC-09", desk.office.dossier("KZ-003"))
    desk.rest()
    desk.stand("DC-08", "KZ-003")
    assert "0,5" in desk.panel.hours.compared.text()
    assert desk.cell("DC-08", "KZ-003").answer == "no"
    assert not desk.cell("DC-08", "KZ-003").gap


def test_hours_that_cannot_be_read_keep_the_keyboard_there(desk):
    desk.stand("DC-08", "KZ-003")
    desk.type("7")
    desk.key(Qt.Key.Key_Return)
    desk.type("veel")
    desk.key(Qt.Key.Key_Return)
    assert desk.panel.form.row("hours_documented").refusal()
    assert desk.panel.hours.documented.text() == "veel"
    assert desk.matrix.focus_cell == ("DC-08", desk.office.dossier("KZ-003"))


def test_hours_that_are_refused_keep_the_keyboard_in_the_first_field(desk):
    desk.stand("DC-08", "KZ-003")
    desk.type("h")
    desk.type("x")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus is desk.panel.hours.registered
    assert desk.panel.form.row("hours_registered").refusal()
    desk.until(lambda: desk.panel.form.row("hours_registered").height() > 60)
    assert desk.panel.hours.registered.mapTo(
        desk.panel, desk.panel.hours.registered.rect().topLeft()
    ).y() == (
        desk.panel.hours.documented.mapTo(
            desk.panel, desk.panel.hours.documented.rect().topLeft()
        ).y()
    )


def test_hours_without_a_tolerance_must_be_the_same():
    assert "the same hours is yes" in expected("")
    assert "0,25 hours" in expected("0,25")
    assert comparison(AnswerValue.YES, "")[0] == "The same hours: this counts as yes."
    assert "none is allowed" in comparison(AnswerValue.NO, "")[0]


@pytest.mark.parametrize("digit", "027")
def test_any_digit_begins_the_hours(desk, digit):
    desk.stand("DC-08", "KZ-003")
    assert "0–9" in desk.view.keys()
    desk.type(digit)
    assert desk.focus is desk.panel.hours.registered
    assert desk.panel.hours.registered.text() == digit


def test_hours_that_cannot_be_read_are_refused_and_stay_when_one_goes_on(desk):
    desk.stand("DC-08", "KZ-003")
    desk.type("1")
    desk.type("1" * 59)
    desk.key(Qt.Key.Key_F8)
    assert desk.panel.form.row("hours_registered").refusal()
    assert desk.focus is desk.panel.hours.registered
    assert desk.panel.hours.registered.text() == "1" * 60
    assert desk.matrix.focus_cell == ("DC-08", desk.office.dossier("KZ-003"))
    desk.stand("DC-02", "KZ-003")
    desk.stand("DC-08", "KZ-003")
    assert desk.panel.hours.registered.text() == "1" * 60, "a draft of the cell it was typed in"
    desk.panel.hours.registered.setFocus()
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_F8)
    assert desk.matrix.focus_cell != ("DC-08", desk.office.dossier("KZ-003"))


def test_the_keys_that_are_told_are_those_of_the_note_that_is_written(desk):
    told = []
    desk.view.keys_changed.connect(told.append)
    desk.stand("DC-02", "KZ-003")
    desk.key(Qt.Key.Key_N)
    assert told[-1].startswith("Esc")
    assert "Ctrl+Enter" in told[-1]
    desk.key(Qt.Key.Key_Escape)
    assert told[-1].startswith("1–5")


def test_on_the_tab_no_key_is_told_that_does_nothing_there(desk):
    told = []
    desk.office.answer_all()
    checks, first = desk.office.controllers.checks, desk.office.dossier("KZ-003")
    checks.answer(desk.office.check, first, "DC-05", AnswerValue.NO)
    desk.until(lambda: desk.view.check.findings)
    desk.view.keys_changed.connect(told.append)
    desk.view.sides._segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Right)
    assert desk.view.sides.choice() == 1
    assert "Enter" not in told[-1]
    desk.view.findings.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert told[-1].endswith("Enter write")


def test_alt_four_and_five_set_the_hours_aside(desk):
    desk.stand("DC-08", "KZ-003")
    assert desk.panel.buttons.buttons["yes"].isHidden()
    desk.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    desk.rest()
    assert desk.kept("DC-08", "KZ-003").value is AnswerValue.NOT_CHECKED


def test_the_mouse_answers_as_well(desk):
    desk.stand("DC-01", "KZ-003")
    QTest.mouseClick(desk.panel.buttons.buttons["no"], Qt.MouseButton.LeftButton)
    assert desk.matrix.focus_cell == ("DC-01", desk.office.dossier("KZ-003"))
    assert desk.focus is desk.matrix
    assert desk.panel.buttons.buttons["no"].standing
    desk.rest()
    assert desk.kept("DC-01", "KZ-003").value is AnswerValue.NO


@pytest.mark.parametrize(
    ("typed", "question", "number"),
    [
        ("12", "DC-12", "KZ-003"),
        ("dc-05", "DC-05", "KZ-003"),
        ("kz-024", "DC-01", "KZ-024"),
        ("011", "DC-11", "KZ-003"),
        ("7 024", "DC-07", "KZ-024"),
    ],
)
def test_g_goes_to_a_question_or_a_dossier(desk, typed, question, number):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_G)
    desk.type(typed)
    desk.key(Qt.Key.Key_Return)
    assert desk.matrix.focus_cell == (question, desk.office.dossier(number))
    assert desk.focus is desk.matrix


def test_g_says_what_it_does_not_know(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_G)
    desk.type("99")
    desk.key(Qt.Key.Key_Return)
    assert "99" in desk.view.matrix.gestures.going.card.row.refusal()
    assert desk.matrix.focus_cell == ("DC-01", desk.office.dossier("KZ-003"))


def test_question_mark_shows_the_keys_and_escape_closes_them(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_Question, SHIFT)
    QTest.keyClicks(desk.matrix, "?")
    card = desk.view.matrix.gestures.key_map
    assert card.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert desk.focus is desk.matrix


def test_the_card_with_keys_tells_what_works_as_things_stand(desk):
    def told():
        desk.stand("DC-01", "KZ-003")
        QTest.keyClicks(desk.matrix, "?")
        card = desk.view.matrix.gestures.key_map
        words = {each.text() for each in card.findChildren(QLabel)}
        desk.key(Qt.Key.Key_Escape)
        return words

    assert {"1  2  3  4  5", "N", "B", "F8", "G", "F1"} <= told()
    assert "Alt+4  Alt+5" not in told(), "this list asks for no facts"
    desk.office.answer_all()
    desk.office.controllers.checks.finish(desk.office.check)
    desk.until(lambda: desk.matrix.locked)
    now = told()
    assert {"G", "F", "F1", "?"} <= now
    assert not {"1  2  3  4  5", "0", "N", "B", "F8", "H", "Ctrl+Z"} & now


def test_f1_reads_the_rule_and_escape_comes_back(desk):
    desk.stand("DC-04", "KZ-003")
    desk.key(Qt.Key.Key_F1)
    assert desk.focus is desk.panel.rule
    assert "ondertekende overeenkomst" in desk.panel.rule.accessibleDescription()
    assert "F1." not in desk.panel.rule.spoken()
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus is desk.matrix


def test_only_open_questions_on_wish(desk):
    desk.office.answer_all()
    checks = desk.office.controllers.checks
    checks.answer(desk.office.check, desk.office.dossier("KZ-011"), "DC-20", None)
    desk.until(lambda: desk.view.matrix._sight.gaps == 1)
    desk.view.matrix.choices.filter.chosen.emit(1)
    assert desk.matrix.go_to("DC-20", desk.office.dossier("KZ-011"))
    assert not desk.matrix.go_to("DC-21", desk.office.dossier("KZ-011"))
    desk.view.matrix.go_to("DC-21")
    assert desk.matrix.focus_cell == ("DC-21", desk.office.dossier("KZ-011"))


def test_after_a_restart_the_officer_is_back_on_the_same_question(desk, place_desk):
    desk.stand("DC-13", "KZ-024")
    desk.page.settle()
    again = place_desk()
    again.until(lambda: again.view.check is not None)
    assert again.page.showing_one
    assert again.matrix.focus_cell == ("DC-13", desk.office.dossier("KZ-024"))


def test_an_answer_survives_older_news(desk):
    """A reading that began before the answer may not wipe it off the screen."""
    desk.stand("DC-01", "KZ-003")
    for _turn in range(5):
        desk.view.reload()
        desk.stand("DC-01", "KZ-003")
        desk.type(PARTIAL)
        assert desk.cell("DC-01", "KZ-003").answer == "partial"
        shown = []
        desk.until(lambda: shown.append(desk.cell("DC-01", "KZ-003").answer) or len(shown) > 20)
        assert set(shown) == {"partial"}
        desk.rest()
        desk.office.controllers.history.undo()
        desk.until(lambda: desk.cell("DC-01", "KZ-003").answer is None)


def test_f_without_a_finding_offers_to_write_one(desk):
    desk.stand("DC-01", "KZ-003")
    desk.key(Qt.Key.Key_F)
    card = desk.view.findings.cards.hand
    assert card.isVisible()
    assert card.question.value() == "DC-01"
    assert desk.focus is card.statement
    desk.type("Het dossier is rommelig.")
    QTest.mouseClick(card.give, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.office.file.findings)
    (found,) = desk.office.file.findings
    assert (found.question_key, found.text, found.by_hand) == (
        "DC-01",
        "Het dossier is rommelig.",
        True,
    )
    desk.until(lambda: desk.view.findings.list.current == "DC-01")


def test_an_opened_ref_can_name_the_question(desk):
    desk.page.open(Ref("check", desk.office.check, "DC-09"))
    desk.until(lambda: desk.matrix.focus_cell and desk.matrix.focus_cell[0] == "DC-09")


def test_a_row_is_short_but_the_whole_question_is_spoken(desk):
    question = desk.office.file.template.question("DC-21")
    desk.stand("DC-21", "KZ-003")
    assert desk.matrix.accessibleDescription() == question.text
    assert desk.panel.text.text() == question.text
    assert len(question.title) < len(question.text)


def test_every_focusable_has_a_name(desk):
    for side in range(4):
        desk.view.show_side(side)
        for each in desk.page.findChildren(QWidget):
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert each.accessibleName(), (side, each)


def test_large_text_still_fits_a_small_window(desk, qapp):
    theme.apply(qapp, "light", 2.0)
    try:
        desk.view.reload()
        desk.rest()
        assert desk.page.minimumSizeHint().width() <= 1100
    finally:
        theme.apply(qapp, "light")


def test_the_numbers_stand_as_tall_as_the_field_beside_them(desk):
    by_hand = desk.view.dossiers.by_hand
    desk.view.show_side(2)
    desk.until(by_hand.isVisible)
    by_hand.numbers.setFocus()
    QTest.keyClicks(by_hand.numbers, "KZ-101")
    assert by_hand.numbers.height() == by_hand.risk.height()
    assert not by_hand.numbers.verticalScrollBar().maximum()
    by_hand.numbers.setPlainText("KZ-101\nKZ-102")
    desk.until(lambda: by_hand.numbers.height() > by_hand.risk.height())
    assert not by_hand.numbers.verticalScrollBar().maximum()
