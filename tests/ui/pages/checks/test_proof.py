"""Proof with an answer: looked at first, blacked out, and the original kept nowhere."""

from __future__ import annotations

from hashlib import sha256

import pytest
from PySide6.QtCore import QBuffer, QMimeData, QUrl, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from models.attachments.values import MOST_SHOWN, Pasted, ThingOfAnother
from models.checks.values import AnswerValue
from ui.kit.burning import as_png, read_picture
from ui.blackout import Blackout

CTRL = Qt.KeyboardModifier.ControlModifier
INK = QColor(20, 60, 180)


def scan():
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(INK)
    return image


def pdf(pages: int) -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    paper = Canvas(held, pagesize=(300, 200))
    for number in range(pages):
        paper.drawString(20, 100, f"Naam van de klant {number}")
        paper.showPage()
    paper.save()
    return held.getvalue()


@pytest.fixture(autouse=True)
def an_empty_clipboard(qapp):
    """What is held there outlives a test, and Qt lets go of it too late."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def answered(desk):
    """DC-05 is no in KZ-011, and the keyboard is there."""
    desk.stand("DC-05", "KZ-011")
    desk.type("3")
    desk.rest()
    desk.stand("DC-05", "KZ-011")
    return desk


def hold(image=None, paths=()):
    held = QMimeData()
    if image is not None:
        held.setImageData(image)
    if paths:
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QApplication.clipboard().setMimeData(held)


def bring(desk) -> Blackout:
    """B and a paste; gives the card that lets you black out first."""
    desk.panel.proof.card = None
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: desk.panel.proof.card is not None and desk.panel.proof.card.keep.isEnabled())
    return desk.panel.proof.card


def kept(desk):
    files = desk.office.controllers.attachments
    return [files.shown(one) for one in files.ids()]


def marks(desk):
    return set(desk.office.controllers._store.contents.all())


def test_a_pasted_scan_is_blacked_out_with_keys_and_the_original_is_nowhere(answered):
    desk, original = answered, scan()
    hold(original)
    card = bring(desk)
    assert desk.focus is card.canvas
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    (spot,) = card.canvas.spots
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    (shown,) = kept(desk)
    after = read_picture(shown.content)
    for x in (spot.left(), spot.center().x(), spot.right()):
        for y in (spot.top(), spot.center().y(), spot.bottom()):
            assert after.pixelColor(x, y) == QColor(Qt.GlobalColor.black)
    assert after.pixelColor(590, 390) == INK
    assert marks(desk) == {sha256(shown.content).hexdigest()}
    assert sha256(as_png(original)).hexdigest() not in marks(desk)
    assert shown.name.startswith("DC-05 KZ-011 ")
    assert "with 1 proof" in desk.cell("DC-05", "KZ-011").spoken


def test_a_file_without_names_takes_one_clear_choice_and_still_loses_what_stood_beside_it(
    answered, tmp_path
):
    desk, original = answered, scan()
    original.setText("Author", "Jan Peeters")
    path = tmp_path / "Jan Peeters.png"
    path.write_bytes(as_png(original))
    hold(paths=[path])
    card = bring(desk)
    assert card.keep.text() == "No names to be seen: keep as it is"
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    (shown,) = kept(desk)
    assert "Peeters" not in shown.name
    assert b"Peeters" not in shown.content
    assert sha256(path.read_bytes()).hexdigest() not in marks(desk)


def test_pages_of_a_pdf_become_pictures_and_only_those_that_were_looked_at(answered, tmp_path):
    desk = answered
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(3))
    hold(paths=[path])
    card = bring(desk)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_PageDown)
    desk.until(lambda: "2 pages are kept" in card.where.text())
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 2)
    shown = kept(desk)
    assert all(read_picture(one.content) is not None for one in shown)
    assert all(b"klant" not in one.content for one in shown)
    assert sha256(path.read_bytes()).hexdigest() not in marks(desk)
    turn = desk.office.controllers.history.next_undo
    assert turn.label == "Add attachment"
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 0)


def test_esc_keeps_nothing(answered):
    desk = answered
    hold(scan())
    bring(desk)
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert kept(desk) == []
    assert marks(desk) == set()


def test_a_picture_nobody_can_see_is_refused_with_a_reason(answered, tmp_path):
    desk = answered
    path = tmp_path / "foto.heic"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic" + b"x" * 400)
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: "cannot be shown here" in desk.panel.proof.trouble.text())
    assert kept(desk) == []


def test_another_file_is_kept_as_it_is_with_question_and_dossier(answered, tmp_path):
    desk = answered
    path = tmp_path / "afspraken.csv"
    path.write_text("datum;uren\n", encoding="utf-8")
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    checks, attachments = desk.office.controllers.checks, desk.office.controllers.attachments
    (file,) = attachments.of_thing(*checks.proof_of(desk.office.dossier("KZ-011"), "DC-05"))
    assert "DC-05" in file.about_label
    desk.until(lambda: "afspraken.csv is kept as it is" in desk.panel.proof.trouble.text())
    assert "make a PDF" in desk.panel.proof.trouble.text()


def test_of_a_damaged_document_nobody_says_that_it_was_read(answered, tmp_path):
    desk = answered
    path = tmp_path / "verslag.docx"
    path.write_bytes(b"PK\x03\x04 cut off")
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    told = desk.panel.proof.trouble
    desk.until(lambda: "verslag.docx is kept as it is" in told.text())
    assert "nobody looked into it" in told.text()
    assert "was found" not in told.text()


def test_a_photograph_loses_where_and_with_what_it_was_taken(answered, tmp_path):
    desk, held = answered, QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    scan().save(held, "JPEG")
    plain, told = bytes(held.data()), b"Exif\0\0GPS 51.05N 3.72E Canon Jan Peeters"
    path = tmp_path / "foto.jpg"
    path.write_bytes(
        plain[:2] + b"\xff\xe1" + (len(told) + 2).to_bytes(2, "big") + told + plain[2:]
    )
    hold(paths=[path])
    card = bring(desk)
    spoken = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "with what it was taken is not kept" in spoken
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    (shown,) = kept(desk)
    for word in (b"Exif", b"GPS", b"Canon", b"Peeters"):
        assert word not in shown.content


def test_a_pdf_too_large_to_be_looked_at_is_refused(answered, tmp_path):
    desk, path = answered, tmp_path / "dossier.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(MOST_SHOWN + 1)
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: "too large to be looked at" in desk.panel.proof.trouble.text())
    assert kept(desk) == []


def bring_text(desk, path, text):
    path.write_text(text, "utf-8")
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)


def in_sight(desk, widget) -> bool:
    area = desk.panel._area.viewport()
    return area.rect().contains(
        widget.rect().translated(widget.mapTo(area, widget.rect().topLeft()))
    )


def test_a_text_with_a_national_number_is_refused_and_the_refusal_is_in_sight(answered, tmp_path):
    desk = answered
    desk.page.window().resize(1280, 500)
    bring_text(desk, tmp_path / "verslag.txt", "De klant met 85.07.30-033.28 kwam langs.")
    desk.until(lambda: "was not kept: a national register" in desk.panel.proof.trouble.text())
    assert "85.07.30" not in desk.panel.proof.trouble.text()
    assert kept(desk) == [] and marks(desk) == set()
    desk.until(lambda: in_sight(desk, desk.panel.proof.trouble))


def test_a_text_without_one_is_kept_and_not_said_to_hold_pictures(answered, tmp_path):
    desk = answered
    bring_text(desk, tmp_path / "verslag.txt", "De klant kwam langs.")
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    desk.until(lambda: "no national register number" in desk.panel.proof.trouble.text())
    assert "pictures" not in desk.panel.proof.trouble.text()


def test_a_damaged_pdf_is_told_how_to_be_added(answered, tmp_path):
    desk, path = answered, tmp_path / "dossier.pdf"
    path.write_bytes(b"%PDF-1.7 en dan niets meer")
    hold(paths=[path])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: "locked or damaged" in desk.panel.proof.trouble.text())
    assert "dossier.pdf was not kept" in desk.panel.proof.trouble.text()


def test_removed_proof_comes_back(answered):
    desk = answered
    hold(scan())
    bring(desk)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.panel.proof.files)
    desk.panel.proof.rows.setFocus()
    desk.key(Qt.Key.Key_Delete)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 0)
    desk.until(lambda: not desk.panel.proof.files)
    desk.office.controllers.history.undo()
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    desk.until(lambda: desk.panel.proof.files)


def test_proof_may_come_before_the_answer_and_the_question_stays_open(desk):
    desk.stand("DC-06", "KZ-011")
    hold(scan())
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: desk.panel.proof.card is not None and desk.panel.proof.card.keep.isEnabled())
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.cell("DC-06", "KZ-011").proofs == 1)
    assert desk.cell("DC-06", "KZ-011").answer is None
    assert desk.cell("DC-06", "KZ-011").gap
    assert "no answer yet" in desk.cell("DC-06", "KZ-011").spoken
    assert desk.office.file.progress.answered == 0
    desk.stand("DC-06", "KZ-011")
    desk.type("3")
    desk.rest()
    assert desk.kept("DC-06", "KZ-011").value is AnswerValue.NO
    assert desk.kept("DC-06", "KZ-011").proofs == 1, "the answer that came later has it"
    history = desk.office.controllers.history
    history.undo()
    assert history.next_undo.label == "Add attachment", "one step, the empty answer with it"
    history.undo()
    desk.until(lambda: desk.cell("DC-06", "KZ-011").proofs == 0)
    assert desk.kept("DC-06", "KZ-011") is None
    assert history.verify().whole


def test_proof_of_a_cell_of_another_check_or_dossier_is_refused(desk):
    office, sheet = desk.office, [Pasted("lijst.csv", b"a;b")]
    checks, attachments = office.controllers.checks, office.controllers.attachments
    here, other = office.dossier("KZ-011"), office.dossier("KZ-003")
    about = checks.proof_of(here, "DC-06")
    with pytest.raises(ThingOfAnother):
        attachments.add(office.centre, sheet, about, (office.check, other, "DC-06"))
    second = checks.plan(office.centre)
    with pytest.raises(ThingOfAnother):
        attachments.add(office.centre, sheet, about, (second, here, "DC-06"))
    assert attachments.ids() == []


def test_a_finished_check_takes_no_proof_and_gives_none_away(answered):
    desk, office = answered, answered.office
    hold(scan())
    bring(desk)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: desk.panel.proof.files)
    office.answer_all()
    office.controllers.checks.finish(office.check)
    desk.until(lambda: desk.matrix.locked)
    desk.panel.proof.remove()
    desk.until(lambda: "Reopen" in desk.panel.proof.trouble.text())
    assert office.controllers.attachments.ids()
    desk.stand("DC-05", "KZ-011")
    desk.key(Qt.Key.Key_V, CTRL)
    assert "Reopen" in desk.panel.proof.trouble.text()
    assert desk.kept("DC-05", "KZ-011").value is AnswerValue.YES


def test_proof_that_comes_late_does_not_stand_under_the_next_answer(answered, tmp_path):
    desk, scan = answered, tmp_path / "bewijs.txt"
    scan.write_text("412 uren")
    hold(paths=[scan])
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_V, CTRL)
    desk.until(lambda: desk.cell("DC-05", "KZ-011").proofs == 1)
    desk.stand("DC-06", "KZ-011")
    desk.rest()
    desk.stand("DC-05", "KZ-011")
    desk.stand("DC-06", "KZ-011")
    desk.until(lambda: not desk.page._tasks.busy)
    assert not desk.panel.proof.files
    desk.stand("DC-05", "KZ-011")
    desk.until(lambda: [one.name for one in desk.panel.proof.files] == ["bewijs.txt"])
