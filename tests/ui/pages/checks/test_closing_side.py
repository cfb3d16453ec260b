"""The side that closes a visit: gaps, summary, who saw it, the mark, and the sheet."""

import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from controllers.export.landing import DiskFull
from models.checks.values import AnswerValue, CheckNotBegun, CheckState, Grade, VisitNotBegun
from models.checks.values.exchange import SheetUse
from models.kernel.text import _
from tests.controllers.finished import signed
from ui.kit.page import Ref
from ui.pages.checks.check_sides import CLOSING, MATRIX
from ui.pages.checks.papers_card import moment_words

if sys.platform == "linux":
    import resource

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


def test_a_serious_finding_without_a_measure_is_told_and_keeps_nothing_back(desk, side):
    checks, check = desk.office.controllers.checks, desk.office.check
    desk.office.answer_all()
    key = checks.add_finding(check, Grade.MAJOR, "Cheques zijn overgedragen.", criterion="Cheques")
    desk.until(lambda: side.remarks.isVisible())
    assert side.remarks.text() == _("Serious and without a measure: {names}.").format(
        names="Cheques"
    )
    checks.edit_finding(check, key, "measure", "Draag geen cheques over.")
    desk.until(lambda: not side.remarks.isVisible())
    checks.edit_finding(check, key, "measure", "")
    checks.finish(check)
    desk.until(lambda: side.sight.state is CheckState.FINISHED and not side.remarks.isVisible())


def test_the_summary_keeps_its_lines_together_beside_a_tall_side(desk, side):
    desk.page.window().resize(1280, 1000)
    desk.office.answer_all()
    desk.until(lambda: side.sight.gaps == 0)

    def widest():
        texts = [one for one in side.summary.findChildren(QLabel) if one.isVisible()]
        places = sorted({one.mapTo(side.summary, one.rect().topLeft()).y() for one in texts})
        return max(after - before for before, after in zip(places, places[1:], strict=False))

    desk.until(lambda: widest() < 80)  # Qt lays out what came in a moment later


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
    told = _("The mark holds: the check still is exactly as it was kept when it was finished.")
    assert side.proof.text() == told
    assert not side.compare.isVisible()  # one version: there is nothing to lay beside it


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
    desk.until(side.card.lines.count.text)
    words = " ".join(label.text() for label in side.card.findChildren(QLabel))
    assert "KZ-011 · DC-05 · nota" in words
    assert "Toch nog iets gezien." in words
    made = desk.office.controllers.taking.difference(check, tmp_path / "verschil.pdf")
    text = pypdf.PdfReader(made.path).pages[0].extract_text()
    assert "Versie 1" in text
    assert "Toch nog iets gezien." in text
    side.card.close_card()


def words_of(card) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def kept_thrice(desk):
    """Finished, opened again and finished otherwise, with a draft between."""
    checks, check = desk.office.controllers.checks, desk.office.check
    desk.office.answer_all()
    checks.finish(check)
    checks.reopen(check, "Een nota ontbrak.")
    checks.note(check, desk.office.dossier("KZ-011"), "DC-05", "Eerst dit gezien.")
    signed(desk.office.controllers, check)
    checks.note(check, desk.office.dossier("KZ-011"), "DC-05", "Toch dat gezien.")
    checks.finish(check)
    return checks.revisions(check)


def card_of(desk, view, kind=""):
    view.ask_papers(kind)
    card = view.card
    desk.until(lambda: card.print.isEnabled())
    return card


def test_any_two_moments_are_compared_on_screen_and_on_paper(desk, side, tmp_path):
    first, draft, second = kept_thrice(desk)
    desk.until(lambda: side.sight.proof.final and side.sight.proof.final.number == 2)
    card = card_of(desk, side, "difference")
    desk.until(lambda: "Versie 1 → versie 2" in card.lines.count.text())
    card.first.setCurrentIndex(1)
    card.first.activated.emit(1)
    desk.until(lambda: "Ontwerp 1 → versie 2" in card.lines.count.text())
    assert "Eerst dit gezien." in words_of(card)
    assert "Toch dat gezien." in words_of(card)
    told = card.lines.moments.text()
    assert "Ontwerp 1: bewaard op" in told and "Versie 2: bewaard op" in told
    card.first.setCurrentIndex(2)
    card.first.activated.emit(2)
    desk.until(lambda: "Reden: Een nota ontbrak." in card.lines.moments.text())
    card.first.setCurrentIndex(1)
    card.first.activated.emit(1)
    desk.until(lambda: "Ontwerp 1 → versie 2" in card.lines.count.text())
    assert draft.sha256[:12] in card.lines.marks.text()
    paper = card.paper()
    made = paper.write(desk.office.check, tmp_path / "verschil.pdf")
    text = pypdf.PdfReader(made.path).pages[0].extract_text()
    assert "Ontwerp 1" in text
    assert "Eerst dit gezien." in text
    assert second.sha256[:12] in text
    assert first.sha256[:12] not in text


def test_an_earlier_version_prints_as_it_was_with_a_line_that_says_so(desk, side, tmp_path):
    first, *_rest = kept_thrice(desk)
    desk.until(lambda: side.sight.proof.final and side.sight.proof.final.number == 2)
    for kind in ("closing", "report"):
        card = card_of(desk, side, kind)
        at = card.moment.findText(moment_words(first))
        card.moment.setCurrentIndex(at)
        made = card.paper().write(desk.office.check, tmp_path / f"{kind}.pdf")
        text = " ".join(pypdf.PdfReader(made.path).pages[0].extract_text().split())
        assert "Dit is niet de nieuwste versie: versie 2 werd bewaard op" in text
        assert first.sha256 in text.replace(" ", "")
        card.close_card()


def test_the_papers_open_with_the_same_keys_on_every_side_and_from_the_list(desk, side):
    alt = Qt.KeyboardModifier.AltModifier
    for place in range(5):
        desk.view.show_side(place)
        desk.view.closing.card = None
        desk.view.sides.setFocus()
        desk.key(Qt.Key.Key_P, alt)
        desk.until(lambda: side.card is not None and side.card.isVisible())
        desk.key(Qt.Key.Key_Escape)
    desk.page.close_one()
    listed = desk.page.list
    desk.until(lambda: listed.view.model().rowCount() > 0)
    desk.key(Qt.Key.Key_P, alt)
    assert desk.said == _("Choose a check first.") or listed.card is not None
    listed.view.setCurrentIndex(listed.view.model().index(0, 0))
    desk.key(Qt.Key.Key_P, alt)
    desk.until(lambda: listed.card is not None and listed.card.print.isEnabled())
    assert desk.office.file.reference in words_of(listed.card)
    desk.key(Qt.Key.Key_Escape)


def test_the_palette_names_every_paper(desk, side):
    desk.page.open(Ref("papers", detail="report"))
    desk.until(lambda: side.card is not None and side.card.print.isEnabled())
    assert side.card.kind == "report"
    assert side.card.pictures.value() is False
    assert not side.card.lines.isVisible()
    side.card.close_card()


def test_proof_is_left_out_unless_it_is_chosen(desk, side):
    card = card_of(desk, side, "report")
    assert card.pictures.currentText() == _("Without proof")
    assert card.paper().write.keywords["pictures"] is False
    card.pictures.setCurrentIndex(1)
    assert card.paper().write.keywords["pictures"] is True
    card.close_card()


def test_what_is_not_there_says_why(desk, side):
    side.ask_papers("protocol")
    desk.until(lambda: side.card.told.text() == _("No sample was drawn in this check."))
    assert not side.card.print.isEnabled()
    side.card.close_card()


def test_a_paper_that_finds_no_room_says_so_once_and_leaves_nothing(desk, side, tmp_path):
    folder = tmp_path / "papieren"
    folder.mkdir()
    gone = tmp_path / "weg" / "verslag.pdf"
    side.papers.write(side.papers.report, gone)
    desk.until(lambda: not side.papers.making)
    assert [one.tone for one in desk.messages] == ["late"]
    assert "weg" in desk.said
    if sys.platform == "linux":
        free, limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        before = folder / "verslag.pdf"
        before.write_bytes(b"van gisteren")
        pdf = desk.office.controllers.taking.report
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limit))
        try:
            with pytest.raises(DiskFull) as full:
                pdf(desk.office.check, before)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (free, limit))
        assert "verslag.pdf" in str(full.value)
        assert before.read_bytes() == b"van gisteren"
        assert [one.name for one in folder.iterdir()] == ["verslag.pdf"]


def test_closing_while_a_report_is_made_leaves_it_whole_or_not_at_all(desk, side, tmp_path):
    folder = tmp_path / "papieren"
    folder.mkdir()
    side.papers.write(side.papers.report, folder / "verslag.pdf")
    assert _("a paper that is being made") in desk.view.drafts()
    desk.page._tasks.close()
    left = list(folder.iterdir())
    assert [one.suffix for one in left] in ([], [".pdf"])
    assert all(len(pypdf.PdfReader(one).pages) > 1 for one in left)


def test_a_row_changed_outside_the_program_is_told_on_the_side(desk, side):
    desk.office.answer_all()
    desk.office.controllers.checks.finish(desk.office.check)
    desk.until(lambda: side.sight.proof.stands)
    with desk.office.controllers._store._writing.begin() as connection:
        connection.exec_driver_sql("update checklist_answer set note = 'Anders.'")
    side._ask()
    desk.until(lambda: side.sight.proof.stands is False)
    told = _("The check is no longer what was kept: it was changed outside this program.")
    assert side.proof.text() == told


def test_who_will_not_sign_is_noted_by_keyboard_alone(desk, side):
    seen = side.seen
    next(one for one in seen.how.findChildren(QWidget) if one.focusPolicy()).setFocus()
    desk.key(Qt.Key.Key_Right)
    seen.name.setFocus()
    desk.type("An Jansen")
    assert not seen.pad.isVisible()
    assert seen.why.value() == "Wenst niet te tekenen."
    seen.why.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: side.sight.seen)
    (noted,) = side.sight.seen
    assert (noted.name, noted.not_signed, noted.remark) == (
        *("An Jansen", True, "Wenst niet te tekenen."),
    )
    assert desk.messages[-1].undo


def test_no_answer_changes_behind_the_papers(desk, side):
    desk.view.show_side(MATRIX)
    desk.stand("DC-05", "KZ-011")
    desk.key(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert side.card is not None
    assert side.card.isVisible()
    desk.key(Qt.Key.Key_1)
    desk.rest()
    assert desk.kept("DC-05", "KZ-011") is None
    desk.until(lambda: side.card.print.hasFocus())
    desk.key(Qt.Key.Key_Tab)
    assert side.card.isAncestorOf(desk.focus)
    desk.key(Qt.Key.Key_Escape)
    assert not side.card.isVisible()
    assert desk.matrix.hasFocus()


def test_the_report_is_for_the_service_unless_the_centre_is_chosen(desk, side, tmp_path):
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.note(check, desk.office.dossier("KZ-011"), "DC-05", "Alleen voor ons.")
    card = card_of(desk, side, "report")
    told = []
    for use in (SheetUse.OFFICER, SheetUse.CENTRE):
        card.use.choose(use)
        made = card.paper().write(check, tmp_path / f"{use}.pdf")
        told.append("\n".join(page.extract_text() for page in pypdf.PdfReader(made.path).pages))
        assert card.pictures_row.isVisible() is (use is SheetUse.OFFICER)
    assert ["Alleen voor ons." in text for text in told] == [True, False]


def test_a_planned_check_has_no_closing_sheet_and_no_report_to_take_along(desk):
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre)
    desk.open()
    desk.view.show_side(CLOSING)
    side = desk.view.closing
    desk.until(lambda: side.sight is not None and not side.sight.begun)
    assert not any(one.isEnabled() for one in (side.print, side.keep, side.report, side.seen.sign))
    assert side.paper.isEnabled()
    assert side.gaps.text() == _(CheckNotBegun.sentence)
    assert not side.turn.isEnabled()
    for kind in ("closing", "report"):
        side.ask_papers(kind)
        card = side.card
        desk.until(lambda: card.told.text() == _(VisitNotBegun.sentence))
        assert not card.print.isEnabled()
        assert not card.keep.isEnabled()


def test_ctrl_p_prints_in_a_check_whose_closing_was_looked_at_before_it_began(desk, tmp_path):
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre)
    desk.open()
    desk.view.show_side(CLOSING)
    side = desk.view.closing
    desk.until(lambda: side.sight is not None and not side.sight.begun)
    desk.view.show_side(MATRIX)
    checks.start(desk.office.check)
    checks.add_dossiers(desk.office.check, "KZ-1")
    desk.until(lambda: desk.view.check.dossiers)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "afsluiting.pdf"))
    side.papers.printer = printer
    desk.view.matrix.matrix.setFocus()
    desk.key(Qt.Key.Key_P, CTRL)
    desk.until(lambda: desk.said == _("Sent to the printer."))
