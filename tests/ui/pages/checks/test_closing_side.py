"""The side that closes a visit: gaps, summary, who saw it, the mark, and the sheet."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from models.checks.values import AnswerValue, CheckState
from models.kernel.text import _
from ui.pages.checks.check_view import CLOSING, MATRIX

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def side(desk):
    desk.open()
    desk.view.show_side(CLOSING)
    desk.until(lambda: desk.view.closing.sight is not None)
    return desk.view.closing


def test_it_says_how_much_is_missing_and_f8_goes_there(desk, side):
    assert side.gaps.text() == _("{count} answers are missing.").format(count=81)
    side.to_gap.setFocus()
    desk.key(Qt.Key.Key_F8)
    assert desk.view.sides.choice() == MATRIX
    assert desk.matrix.focus_cell[0] == "DC-01"


def test_the_summary_follows_what_is_written(desk, side):
    desk.office.answer_all()
    desk.office.controllers.checks.add_strength(desk.office.check, "Heldere verslagen.")
    desk.until(lambda: side.sight.gaps == 0 and side.sight.closing.strengths)
    assert not side.to_gap.isVisible()
    assert side.gaps.text() == _("Nothing is missing: this check can be finished.")


def test_ctrl_p_prints_one_page(desk, side, tmp_path: Path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "afsluiting.pdf"))
    side.papers.printer = printer
    side.print.setFocus()
    desk.key(Qt.Key.Key_P, CTRL)
    desk.until(lambda: desk.said == _("Sent to the printer."))
    assert len(pypdf.PdfReader(tmp_path / "afsluiting.pdf").pages) == 1


def test_a_name_is_asked_for_and_several_may_sign(desk, side):
    side.seen.sign.click()
    desk.until(lambda: side.seen.form.row("name").refusal())
    for name in ("An Jansen", "Bob Peeters"):
        side.seen.name.setFocus()
        desk.type(name)
        side.seen.sign.click()
        desk.until(lambda name=name: side.sight.seen and side.sight.seen[-1].name == name)
    assert len(side.sight.seen) == 2
    assert not desk.view.drafts()


def test_a_name_that_was_not_handed_in_is_told(desk, side):
    side.seen.name.setFocus()
    desk.type("An")
    assert _("Seen by the centre") in desk.view.drafts()


def test_a_finished_check_shows_its_mark_whole_on_request(desk, side):
    desk.office.answer_all(AnswerValue.YES)
    desk.office.controllers.checks.finish(desk.office.check)
    desk.until(lambda: side.sight.state is CheckState.FINISHED)
    (kept,) = desk.office.controllers.checks.revisions(desk.office.check)
    desk.until(lambda: kept.short in side.mark.text())
    assert kept.sha256 not in side.mark.text()
    side.whole.click()
    assert side.mark.text() == kept.sha256
    assert "F8" not in desk.view.keys()
    desk.view.show_side(MATRIX)
    assert "1–5" not in desk.view.keys()
    assert side.proof.text() == _("What was kept gives its mark, and the check is what was kept.")


def test_what_changed_since_it_was_kept_stands_on_a_card_and_on_paper(desk, side, tmp_path):
    checks, check = desk.office.controllers.checks, desk.office.check
    desk.office.answer_all()
    checks.finish(check)
    checks.reopen(check, "Een nota ontbrak.")
    checks.note(check, desk.office.dossier("KZ-011"), "DC-05", "Toch nog iets gezien.")
    desk.until(lambda: side.sight.proof.final and not side.sight.proof.finished)
    desk.until(side.compare.isVisible)
    side.compare.click()
    desk.until(lambda: side.card is not None and side.card.isVisible())
    words = " ".join(label.text() for label in side.card.findChildren(QLabel))
    assert "KZ-011 · DC-05 · nota" in words
    assert "Toch nog iets gezien." in words
    made = desk.office.controllers.taking.difference(check, tmp_path / "verschil.pdf")
    text = pypdf.PdfReader(made.path).pages[0].extract_text()
    assert "Versie 1" in text
    assert "Toch nog iets gezien." in text
    side.card.close_card()
