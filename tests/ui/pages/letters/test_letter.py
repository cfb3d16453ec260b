"""A letter beside its places: filled in, dated, kept as a PDF and printed."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from tests.controllers.finished import centre
from ui.kit import ask
from ui.kit.page import Ref
from ui.pages.letters.place_row import MISSING, PROPOSED, TYPED

PHONE = "contact_phone"


class Answer:
    """Chooses a place without a dialog; what was proposed as a name stays in `names`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.names = folder, []

    def save(self, parent, title, filters, name, then):
        self.names.append(name)
        then(self.folder / name)


@pytest.fixture
def chooser(tmp_path):
    answer = Answer(tmp_path)
    ask.use_chooser(answer)
    yield answer
    ask.use_chooser(ask.DialogChooser())


def row(page, key):
    return page.letter.places.rows[key]


def write(qtbot, page, key, text):
    field = row(page, key).field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    if text:
        qtbot.keyClicks(field, text)
    page.letter.paper.view.setFocus()


def place(controllers, letter, key):
    return next(each for each in controllers.letters.file(letter).places if each.key == key)


def test_the_preview_shows_the_whole_letter(opened):
    assert len(opened.letter.paper.pages.sizes) >= 2
    assert opened.letter.header.title() == "Auditbrief met vaststellingen en maatregelen"
    assert opened.letter.badge.accessibleName() == "Draft"


def test_filling_what_is_missing_opens_the_way_out(opened, controllers, letter, qtbot):
    view = opened.letter
    assert not view.keep.isEnabled()
    assert "telefoonnummer" in view.keep.toolTip()
    assert row(opened, PHONE).section == MISSING
    write(qtbot, opened, PHONE, "02 506 12 05")
    qtbot.waitUntil(view.keep.isEnabled)
    assert place(controllers, letter, PHONE).value == "02 506 12 05"
    assert row(opened, PHONE).section == TYPED
    assert view.badge.accessibleName() == "Ready"
    assert view.places.heads[MISSING].isHidden()
    qtbot.waitUntil(lambda: any("02 506 12 05" in view.paper.pages.text(n) for n in range(2)))


def test_f8_stands_on_what_is_missing_wherever_we_are(opened, qtbot):
    qtbot.keyClick(opened.letter.paper.view, Qt.Key.Key_F8)
    qtbot.waitUntil(row(opened, PHONE).field.hasFocus)


def test_a_row_stays_where_it_is_while_somebody_writes(opened, qtbot):
    field = row(opened, PHONE).field
    field.setFocus()
    qtbot.keyClicks(field, "02 506")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    assert opened.letter.places._stands[PHONE] == MISSING
    opened.letter.paper.view.setFocus()
    assert opened.letter.places._stands[PHONE] == TYPED


def test_an_emptied_place_goes_back_to_the_proposal(opened, controllers, letter, qtbot):
    write(qtbot, opened, "closing", "Hoogachtend")
    qtbot.waitUntil(lambda: row(opened, "closing").section == TYPED)
    assert "Met vriendelijke groeten" in row(opened, "closing").row._help.text()
    write(qtbot, opened, "closing", "")
    qtbot.waitUntil(lambda: row(opened, "closing").section == PROPOSED)
    assert row(opened, "closing").field.value() == "Met vriendelijke groeten"
    assert not place(controllers, letter, "closing").typed


def test_emptying_a_proposal_brings_it_back(opened, controllers, qtbot):
    steps = len(controllers.history.ids())
    write(qtbot, opened, "closing", "")
    assert row(opened, "closing").field.value() == "Met vriendelijke groeten"
    qtbot.waitUntil(lambda: not opened._tasks.busy)
    assert row(opened, "closing").field.value() == "Met vriendelijke groeten"
    assert len(controllers.history.ids()) == steps


def test_one_press_goes_back_to_the_proposal(opened, controllers, letter, qtbot):
    write(qtbot, opened, "closing", "Hoogachtend")
    qtbot.waitUntil(row(opened, "closing").back.isVisible)
    qtbot.mouseClick(row(opened, "closing").back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not place(controllers, letter, "closing").typed)
    assert row(opened, "closing").field.value() == "Met vriendelijke groeten"


def test_undo_of_a_filled_place_is_seen(opened, controllers, qtbot):
    write(qtbot, opened, PHONE, "02 506 12 05")
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    controllers.history.undo()
    qtbot.waitUntil(lambda: row(opened, PHONE).section == MISSING)
    assert row(opened, PHONE).field.value() == ""
    assert not opened.letter.keep.isEnabled()


def test_another_date_moves_the_terms_and_their_sum(opened, qtbot):
    due = row(opened, "action_plan_due_date")
    before = due.field.value()
    field = row(opened, "letter_date").field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "01/06/2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: due.field.value() != before)
    qtbot.mouseClick(due.why.link, Qt.MouseButton.LeftButton)
    assert due.why.text.isVisible()
    assert "1 juni 2026" in due.why.text.text()
    qtbot.mouseClick(due.why.link, Qt.MouseButton.LeftButton)
    assert due.why.text.isHidden()


def test_a_date_of_another_age_is_refused_at_its_field(opened, controllers, letter, qtbot):
    field = row(opened, "letter_date").field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "01/06/1926")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    form = opened.letter.places.form
    qtbot.waitUntil(lambda: "letter_date" in form.refusals())
    assert controllers.letters.file(letter).letter_date == date(2026, 5, 4)


def test_an_address_of_eight_lines_is_refused_at_its_field(opened, qtbot):
    field = row(opened, "addressee").field
    field.setFocus()
    field.setPlainText("\n".join(f"regel {n}" for n in range(8)))
    opened.letter.paper.view.setFocus()
    form = opened.letter.places.form
    qtbot.waitUntil(lambda: "addressee" in form.refusals())
    assert field.value().startswith("regel 0")


def test_the_pdf_is_the_letter(opened, controllers, letter, chooser, said, qtbot, tmp_path):
    write(qtbot, opened, PHONE, "02 506 12 05")
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    qtbot.mouseClick(opened.letter.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said))
    kept = tmp_path / chooser.names[0]
    assert said == [f"Letter kept in {kept}"]
    assert "Loopbaanhuis De Kade" in kept.name
    again = controllers.outgoing.letter(letter, tmp_path / "nog eens.pdf")
    assert sha256(kept.read_bytes()).hexdigest() == again.sha256


def test_control_s_says_what_is_missing(opened, chooser, said, qtbot):
    qtbot.keyClick(opened.letter.paper.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "telefoonnummer" in said[0]
    assert not chooser.names


def test_printing_to_paper(opened, said, qtbot, tmp_path):
    printer = opened.letter.printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    qtbot.mouseClick(opened.letter.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said))
    assert "telefoonnummer" in said.pop()
    write(qtbot, opened, PHONE, "02 506 12 05")
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    qtbot.mouseClick(opened.letter.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said == ["Letter sent to the printer."])
    assert len(PdfReader(tmp_path / "papier.pdf").pages) == len(opened.letter.paper.pages.sizes)


def test_zoom_and_page_stay_when_the_letter_changes(opened, qtbot):
    view, paper = opened.letter.paper.view, opened.letter.paper
    view.set_zoom(1.25)
    view.go_to(1)
    page, seen = view.page, view.verticalScrollBar().value()
    qtbot.waitUntil(lambda: 1 in view._pictures)
    with qtbot.waitSignal(paper.shown):
        write(qtbot, opened, "closing", "Hoogachtend")
    assert (view.page, view.zoom, view.verticalScrollBar().value()) == (page, 1.25, seen)
    assert 1 in view._pictures


def test_what_says_nothing_new_is_not_made_again(opened, controllers, letter, qtbot):
    before = opened.letter.paper.pages
    opened.letter.reload()
    qtbot.waitUntil(lambda: not opened._tasks.busy)
    assert opened.letter.paper.pages is before


def test_tables_lead_to_the_check(opened, controllers, letter, qtbot):
    with qtbot.waitSignal(opened.wanted) as wanted:
        row(opened, "findings_table").link.click()
    assert wanted.args[0] == Ref("check", controllers.letters.file(letter).check_id)


def test_a_letter_that_was_taken_back_leads_to_the_list(opened, controllers, letter, said, qtbot):
    controllers.letters.remove(letter)
    qtbot.waitUntil(lambda: not opened.showing_one)
    assert said == ["This record no longer exists."]


def test_the_tab_key_follows_the_eye(opened):
    places = opened.letter.places
    order = [row(opened, key) for key in ("letter_date", "addressee", "signatory_name")]
    field, seen = row(opened, PHONE).field, []
    for _step in range(80):
        field = field.nextInFocusChain()
        seen.extend(made for made in order if getattr(made, "field", None) is field)
    assert seen == order
    assert not places.findChildren(QLabel)[0].isWindow()


def test_without_a_date_the_measures_wait_for_it(opened, controllers, letter, qtbot):
    controllers.letters.set_date(letter, None)
    table = row(opened, "measures_table")
    qtbot.waitUntil(lambda: table.section == MISSING)
    assert table.value.text() == "Not complete: date the letter first."
    assert row(opened, "letter_date").section == MISSING


def test_an_unfinished_check_is_said_first_and_leads_there(opened, controllers, letter, qtbot):
    check = controllers.letters.file(letter).check_id
    write(qtbot, opened, PHONE, "02 506 12 05")
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    controllers.checks.reopen(check, "Nog een stuk ontvangen.")
    qtbot.waitUntil(lambda: "check_unfinished" in opened.letter.places.rows)
    told = row(opened, "check_unfinished")
    qtbot.waitUntil(told.isVisible)
    assert told.section == MISSING
    assert not opened.letter.keep.isEnabled()
    with qtbot.waitSignal(opened.wanted) as wanted:
        told.link.click()
    assert wanted.args[0] == Ref("check", check)
    controllers.checks.finish(check)
    qtbot.waitUntil(opened.letter.keep.isEnabled)
    assert told.isHidden()


def test_the_letter_about_the_next_period_leads_to_the_centre(page, controllers, qtbot):
    """Its fixed places come from the file of the centre, not from a check."""
    where = centre(controllers)
    mandate = controllers.mandates.add(where, "M-1015", date(2021, 5, 1))
    asked: list[Ref] = []
    page.wanted.connect(asked.append)
    page.open(Ref("renewal-of", mandate))
    qtbot.waitUntil(lambda: page.letter.paper.pages is not None)
    assert page.letter.to_check.accessibleName() == "Open the centre"
    assert row(page, "missing_list").link.text() == "See in the centre file"
    assert "certificaat" in row(page, "missing_list").value.text()
    row(page, "missing_list").link.click()
    assert asked == [Ref("centre", where, "rights")]
