"""The main job of a new officer: from the office's Excel list to the printed audit letter."""

from __future__ import annotations

from pathlib import Path

import pypdf
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from models.kernel.text import _
from models.checks.values import AnswerType, CheckState, Grade, Verdict
from tests.journeys.conftest import Hire
from tests.journeys.officer import CTRL, WORDS, Officer
from ui.pages.checks.check_sides import DOSSIERS, FINDINGS, MATRIX

LIST = Path(__file__).resolve().parents[1] / "data" / "centrumlijst.xlsx"
CENTRE = "Agnès Dierckx Coaching"
NUMBERS = ("KZ-003", "KZ-011", "KZ-024")
CONDITION = "DC-05"
"""A condition of the definition: one no makes the dossier non-conform, whatever the rest."""
NOTE = "De klant kwam op vraag van de werkgever."
OWN = "In KZ-011 vonden wij geen eigen vraag van de klant."
REASON = "Het gaat om een enkel oud dossier."


def test_a_visit_from_the_list_to_the_printed_letter(hire: Hire, tmp_path: Path) -> None:
    path = tmp_path / "dienst" / "kantoor.waarmerk"
    officer = hire()
    make_the_file(officer, path)
    bring_in_the_list(officer)
    open_the_centre(officer)
    plan_and_start_the_check(officer)
    add_the_dossiers(officer)
    fill_the_matrix(officer)
    see_that_one_no_decides(officer)
    write_the_findings(officer)
    export_the_checklist(officer, tmp_path / "lijst.xlsx")
    finish_the_check(officer)
    write_the_letter(officer)
    keep_and_print_the_letter(officer, tmp_path)
    assert (officer.bugs, officer.strays) == ([], [])
    officer.close()

    back = hire()
    open_again(back, path)
    find_everything_there(back)
    turn_back_the_last_step(back)
    read_the_history(back)
    assert (back.bugs, back.strays) == ([], [])


def make_the_file(officer: Officer, path: Path) -> None:
    start = officer.program.start
    officer.press(start.welcome.make)
    start.making.path.setText(str(path))
    officer.type(WORDS)
    start.making.again.setFocus()
    officer.type(WORDS)
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: start.steps.currentWidget() is start.key)
    assert start.key.key.text()
    officer.press(start.key.sure)
    officer.press(start.key.go)
    officer.rest()
    assert officer.desk.isVisible()


def bring_in_the_list(officer: Officer) -> None:
    page = officer.centres
    officer.until(page.list.untouched.isVisible)
    officer.will_choose(LIST)
    officer.press(page.list.first)
    officer.until(lambda: page.intake.stack.currentWidget() is page.intake.report)
    assert officer.file.centres.count() == 0
    officer.press(page.intake.report.take)
    officer.until(lambda: page.list.table.rowCount() == 261)
    officer.rest()
    assert officer.said.startswith("Ingelezen: 261 centra, ")


def open_the_centre(officer: Officer) -> None:
    page = officer.centres
    officer.key(Qt.Key.Key_F, CTRL)
    officer.type("dierckx oudenaarde")
    officer.until(lambda: page.list.table.rowCount() == 1)
    officer.key(Qt.Key.Key_Down)
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: page.file.header.title() == CENTRE)


def plan_and_start_the_check(officer: Officer) -> None:
    officer.press(officer.centres.file.plan)
    officer.rest()
    card = officer.desk.current.plan_card
    officer.until(card.isVisible)
    officer.type("04/05/2026")
    officer.press(card.plan)
    officer.until(lambda: officer.check.check is not None)
    officer.press_word(_("Start the check"), officer.check)
    officer.until(lambda: officer.check.check.state is CheckState.RUNNING)
    assert officer.said == _("The check has begun.")


def add_the_dossiers(officer: Officer) -> None:
    view = officer.check
    officer.rest()
    officer.press(view.add_first)
    assert view.sides.choice() == DOSSIERS
    officer.until(lambda: officer.focus is view.dossiers.numbers)
    officer.paste("\n".join(NUMBERS))
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: [each.number for each in view.check.dossiers] == list(NUMBERS))


def fill_the_matrix(officer: Officer) -> None:
    """Keys only: 1 to 3 answer and go on, N writes a note, hours are typed where asked."""
    view, matrix = officer.check, officer.check.matrix.matrix
    view.show_side(MATRIX)
    matrix.go_to("DC-01", view.check.dossiers[0].id)
    matrix.setFocus()
    for dossier in view.check.dossiers:
        for question in view.check.template.questions:
            assert matrix.focus_cell == (question.key, dossier.id)
            if question.answer_type is AnswerType.HOURS_COMPARE:
                officer.type("7")
                officer.type(",5")
                officer.key(Qt.Key.Key_Return)
                officer.type("7:30")
                officer.key(Qt.Key.Key_Return)
            else:
                wrong = (dossier.number, question.key) == (NUMBERS[1], CONDITION)
                officer.type("3" if wrong else "1")
                if wrong:
                    officer.key(Qt.Key.Key_N)
                    officer.type(NOTE)
                    officer.key(Qt.Key.Key_Return, CTRL)
    officer.rest()
    officer.key(Qt.Key.Key_F8)
    assert officer.said == _("Nothing is missing: this check can be finished.")
    matrix.go_to(CONDITION, view.check.dossiers[1].id)
    officer.key(Qt.Key.Key_N)
    officer.key(Qt.Key.Key_Escape)
    assert officer.focus is matrix
    assert matrix.focus_cell == (CONDITION, view.check.dossiers[1].id)
    assert view.check.progress.answered == view.check.progress.total == 81


def see_that_one_no_decides(officer: Officer) -> None:
    verdicts = {each.number: each.verdict for each in officer.check.check.dossiers}
    assert verdicts == {
        NUMBERS[0]: Verdict.CONFORM,
        NUMBERS[1]: Verdict.NON_CONFORM,
        NUMBERS[2]: Verdict.CONFORM,
    }


def write_the_findings(officer: Officer) -> None:
    view = officer.check
    officer.key(Qt.Key.Key_F)
    assert view.sides.choice() == FINDINGS
    editor = view.findings.finding
    officer.write(editor.statement, OWN)
    officer.rest()
    officer.press(editor.weigh)
    editor.card.choice.set_value(Grade.MINOR, afresh=True)
    editor.card.reason.setFocus()
    officer.press(editor.card.button)
    officer.until(lambda: editor.card.reason_row.refusal())
    officer.type(REASON)
    officer.press(editor.card.button)
    officer.until(lambda: view.check.findings[0].grade is Grade.MINOR)
    (finding,) = view.check.findings
    assert (finding.text, finding.failed) == (OWN, (NUMBERS[1],))
    assert finding.proposed_grade is Grade.MAJOR


def export_the_checklist(officer: Officer, path: Path) -> None:
    officer.rest()
    officer.will_choose(path)
    officer.press_word(_("Excel"), officer.check)
    officer.press(officer.check.acts.workbook.buttons["officer"])
    officer.until(lambda: str(path) in officer.said)
    words = {
        str(cell.value)
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert {CENTRE, OWN, *NUMBERS} <= words
    assert NOTE in " ".join(words)


def finish_the_check(officer: Officer) -> None:
    officer.press_word(_("Finish"), officer.check)
    officer.until(lambda: officer.check.check.state is CheckState.FINISHED)
    told = _("The check is finished. The audit letter can be made.")
    officer.until(lambda: officer.said == told)


def write_the_letter(officer: Officer) -> None:
    officer.rest()
    officer.press_word(_("Audit letter"), officer.check)
    officer.until(lambda: officer.desk.current.key == "letters")
    view = officer.letter
    officer.until(lambda: view.letter is not None)
    officer.rest()
    assert not view.keep.isEnabled()
    while view.letter.missing:
        before = view.letter.missing
        officer.key(Qt.Key.Key_F8)
        key = next(each for each in before if view.places.rows[each].holds_focus())
        officer.type(ANSWERS[key])
        officer.key(Qt.Key.Key_Tab)
        officer.until(lambda: key not in view.letter.missing)
        officer.rest()
    assert view.keep.isEnabled()


ANSWERS = {
    "signatory_name": "Lotte Verhaegen",
    "contact_email": "lotte.verhaegen@voorbeeld.be",
    "contact_phone": "02 506 12 05",
}
"""What she writes in the places that the file cannot fill in by itself."""


def keep_and_print_the_letter(officer: Officer, folder: Path) -> None:
    view = officer.letter
    kept, printed = folder / "brief.pdf", folder / "afdruk.pdf"
    officer.will_choose(kept)
    officer.key(Qt.Key.Key_S, CTRL)
    officer.until(lambda: str(kept) in officer.said)
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(kept).pages).split())
    assert view.letter.reference in text
    assert OWN in text
    assert "Brouhove & Co" in text or CENTRE in text
    assert "{" not in text

    view.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    view.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    view.printer.setOutputFileName(str(printed))
    officer.press(view.print)
    officer.until(lambda: officer.said == _("Letter sent to the printer."))
    assert len(pypdf.PdfReader(printed).pages) == len(pypdf.PdfReader(kept).pages)


def open_again(officer: Officer, path: Path) -> None:
    start = officer.program.start
    assert start.welcome.title.text() == "Welkom terug"
    officer.key(Qt.Key.Key_Home)
    officer.key(Qt.Key.Key_Return)
    assert start.unlock.sentence.text() == str(path)
    officer.type(WORDS)
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: officer.program.desk is not None)
    officer.rest()


def find_everything_there(officer: Officer) -> None:
    file = officer.file
    assert file.centres.count() == 261
    (row,) = file.checks.rows(file.checks.ids())
    assert row.state is CheckState.FINISHED
    check = file.checks.file(row.id)
    assert check.progress.answered == 81
    dossier = next(each for each in check.dossiers if each.number == NUMBERS[1])
    assert dossier.answers[CONDITION].note == NOTE
    (finding,) = check.findings
    assert (finding.statement, finding.grade_override) == (OWN, Grade.MINOR)
    assert finding.override_reason == REASON
    (letter,) = file.letters.rows(file.letters.ids())
    assert not letter.missing


def turn_back_the_last_step(officer: Officer) -> None:
    """Undo survived the closing of the window."""
    before = officer.file.history.next_undo
    assert before is not None
    officer.desk.setFocus()
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.rest()
    assert officer.said.startswith("Ongedaan gemaakt: ")
    assert officer.file.history.next_undo != before
    officer.key(Qt.Key.Key_Y, CTRL)
    officer.rest()
    assert officer.said.startswith("Opnieuw gedaan: ")
    assert officer.file.history.next_undo.step != before.step


def read_the_history(officer: Officer) -> None:
    officer.desk.go_to_room("history")
    page = officer.history
    officer.until(lambda: page.table.rowCount() > 80)
    officer.rest()
    labels = {step.label for step in officer.file.history.steps(officer.file.history.ids())}
    assert {"Import list of centres", "Plan dossier check", "Answer question"} <= labels
    officer.press(page.check)
    officer.rest()
    assert officer.file.history.checked().whole
    assert page.outcome.isVisible()
    assert page.outcome.text.text() == officer.file.history.checked().sentence
