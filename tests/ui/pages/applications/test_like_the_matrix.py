"""Who knows the matrix of a check knows the assessment: the same keys, proof and places."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.applications.values import ApplicationSettled, Judged, Judgement
from ui.kit.shares import Share
from ui.kit import theme
from ui.kit.memory import Memory
from ui.pages.applications.page import ApplicationsPage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def an_empty_clipboard(qapp):
    """What is held there outlives a test, and Qt lets go of it too late."""
    yield
    QApplication.clipboard().clear()


def judged(desk, key: str) -> Judged:
    return desk.one.file.of(key).judged


def paste_a_scan() -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 60, 180))
    held = QMimeData()
    held.setImageData(image)
    QApplication.clipboard().setMimeData(held)


def test_a_judgement_that_lacks_nothing_goes_on(desk):
    desk.one.controllers.applications.write(
        desk.one.application, "MA-01", "motivation", "Klopt met het uittreksel."
    )
    desk.open()
    desk.key(Key.Key_1)
    desk.rest()
    assert judged(desk, "MA-01").judgement is Judgement.MEETS
    assert desk.list.current == "MA-02"
    desk.key(Key.Key_1)
    desk.rest()
    assert desk.list.current == "MA-02", "its motivation is still missing"


def test_a_belgian_keyboard_judges_without_shift(desk):
    desk.open()
    QTest.keyClicks(desk.list, '"')
    desk.rest()
    assert judged(desk, "MA-01").judgement is Judgement.DOES_NOT_MEET
    QTest.keyClicks(desk.list, "(")
    desk.rest()
    assert judged(desk, "MA-01").judgement is Judgement.DOES_NOT_MEET, "there are four"
    desk.key(Key.Key_Delete)
    desk.rest()
    assert judged(desk, "MA-01").judgement is None


def test_g_goes_to_a_number_and_says_when_there_is_none(desk):
    desk.open()
    desk.key(Key.Key_G)
    desk.type("99")
    desk.key(Key.Key_Return)
    assert desk.view.criteria.going.card.isVisible()
    desk.key(Key.Key_A, CTRL)
    desk.type("ma-12")
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.list.current == "MA-12")
    assert desk.focus is desk.list


def test_a_question_mark_shows_the_keys(desk):
    desk.open()
    QTest.keyClicks(desk.list, "?")
    assert desk.view.criteria.key_map.isVisible()
    desk.key(Key.Key_Escape)
    desk.until(lambda: desk.list.hasFocus())


def test_f1_reads_the_rule_and_escape_comes_back(desk):
    desk.open()
    desk.key(Key.Key_F1)
    assert desk.focus is desk.panel.rule
    assert "vestigingsnummer" in desk.panel.rule.spoken()
    assert "F4." not in desk.panel.rule.spoken()
    desk.key(Key.Key_Escape)
    assert desk.focus is desk.list


def test_e_writes_what_was_received(desk):
    desk.open()
    desk.key(Key.Key_E)
    desk.type("KBO-uittreksel van 2 april")
    desk.key(Key.Key_Escape)
    desk.rest()
    assert judged(desk, "MA-01").evidence == "KBO-uittreksel van 2 april"


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_E])
def test_a_register_number_is_masked_while_it_is_typed(desk, key):
    desk.open()
    desk.key(key)
    desk.type("Mevrouw 85.07.30-033.28 kwam langs")
    desk.key(Key.Key_Escape)
    desk.rest()
    words = judged(desk, "MA-01")
    kept = words.motivation or words.evidence
    assert kept.startswith("Mevrouw") and kept.endswith("kwam langs")
    assert "033" not in kept
    assert desk.panel.form.refusals() == {}


def test_what_is_good_stands_apart_from_what_is_done(desk):
    desk.one.judge(MA_04=Judgement.PARTLY, MA_05=Judgement.DOES_NOT_MEET)
    desk.open()
    foot = desk.view.criteria.foot
    assert "14" in foot._count.text()
    assert foot._good.text() == "12 meet"
    assert foot._against.text() == "Does not meet: MA-05 · Meets in part: MA-04"
    assert foot.meter._share == Share(good=12, partly=1, bad=1, total=14)
    assert "MA-05" in foot.accessibleName()


def test_the_foot_counts_one_as_one(desk):
    desk.one.controllers.applications.judge(desk.one.application, "MA-01", Judgement.MEETS)
    desk.open()
    foot = desk.view.criteria.foot
    assert foot._good.text() == "1 meets"
    assert foot._against.isHidden()


def test_after_a_restart_the_assessor_is_back_on_the_same_requirement(desk, tasks, tmp_path):
    desk.open()
    for _step in range(6):
        desk.key(Key.Key_Down)
    assert desk.list.current == "MA-07"
    desk.rest()
    again = ApplicationsPage(desk.one.controllers, tasks, Memory(tmp_path / "venster.ini"))
    desk.qtbot.addWidget(again)
    again.show()
    desk.until(lambda: again.dossier.file is not None)
    assert again.dossier.criteria.list.current == "MA-07"


def test_a_pasted_picture_is_blacked_out_before_it_is_kept(desk):
    desk.open()
    desk.key(Key.Key_1)
    desk.rest()
    paste_a_scan()
    desk.key(Key.Key_B)
    desk.key(Key.Key_V, CTRL)
    desk.until(lambda: desk.panel.proof.card is not None)
    card = desk.panel.proof.card
    desk.until(lambda: card.keep.isEnabled())
    assert desk.panel.proof.files == ()
    card.keep.click()
    desk.until(lambda: desk.panel.proof.files)
    (kept,) = desk.panel.proof.files
    assert kept.name.startswith(f"MA-01 {desk.one.file.reference}")
    assert kept.media_type == "image/png"
    assert judged(desk, "MA-01").proofs == 1
    desk.one.controllers.history.undo()
    assert judged(desk, "MA-01").proofs == 0


def test_proof_of_a_closed_application_stays_as_it_is(desk, tmp_path):
    scan = tmp_path / "bewijs.txt"
    scan.write_text("412 uren")
    desk.one.ready()
    attachments = desk.one.controllers.attachments
    about = desk.one.controllers.applications.proof_of(desk.one.application, "MA-01")
    (proof,) = attachments.add(desk.one.centre, [scan], about).ids
    desk.one.grant()
    for act in (
        lambda: attachments.remove(proof),
        lambda: attachments.add(desk.one.centre, [scan], about),
        lambda: attachments.edit(proof, "about", None),
    ):
        with pytest.raises(ApplicationSettled):
            act()
    attachments.edit(proof, "remark", "gezien")
    desk.open()
    assert not desk.panel.proof.add.isVisible()


def test_another_criterion_of_another_centre_is_no_place_for_proof(desk, tmp_path):
    from models.attachments.values import ThingOfAnother

    scan = tmp_path / "bewijs.txt"
    scan.write_text("412 uren")
    do = desk.one.controllers
    other = do.centres.add("0887010362", "Andere bv")
    theirs = do.applications.receive(other, date(2026, 4, 2))
    do.applications.judge(theirs, "MA-01", Judgement.MEETS)
    with pytest.raises(ThingOfAnother):
        do.attachments.add(desk.one.centre, [scan], do.applications.proof_of(theirs, "MA-01"))


def test_every_judgement_shows_its_whole_word_also_when_the_text_is_large(dutch, desk, qapp):
    desk.open()
    desk.page.window().resize(1280, 720)
    for scale in (1.0, 1.25, 1.5):
        theme.apply(qapp, "light", scale)
        desk.rest()
        for button in desk.panel.buttons.buttons.values():
            assert button.width() >= button.sizeHint().width(), (scale, button.text())
