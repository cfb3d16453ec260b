"""Attachments in the centre file: dropped, pasted or chosen, shown, mended, and told when gone."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.demo_files import certificate
from models.attachments.values import Pasted
from models.mandates.values import CertificateKind
from tests.ui.pages.centres.conftest import Ear, Picker
from tests.ui.pages.centres.test_centre_file import write
from ui.kit.page import Ref
from ui.kit.row_list import Row
from ui.pages.centres.attachment_preview import NOTHING, PAGES, PICTURE, TEXT
from ui.pages.centres.attachments_view import AttachmentsView
from ui.pages.centres.page import CentresPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(shown: CentresPage, demer: UUID, qtbot: QtBot) -> AttachmentsView:
    shown.open(Ref("centre", demer, "attachments"))
    qtbot.waitUntil(lambda: shown.file._shown == demer)
    return shown.file.views.attached


@pytest.fixture
def attest(tmp_path: Path) -> Path:
    path = tmp_path / "attest.pdf"
    path.write_bytes(certificate("Demer", "Qfor", "31 december 2027").content)
    return path


def names(view: AttachmentsView) -> list[str]:
    return [item.title for item in view.list.rows.rows.items if isinstance(item, Row)]


def drop(view: AttachmentsView, *paths: Path) -> None:
    """As a mouse does that brings files over the tab and lets go."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    spot, left, none = QPoint(40, 200), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    coming = QDragEnterEvent(spot, copy, held, left, none)
    QApplication.sendEvent(view, coming)
    assert coming.isAccepted()
    assert view.list._over
    falling = QDropEvent(QPointF(spot), copy, held, left, none)
    QApplication.sendEvent(view, falling)
    assert falling.isAccepted()


def test_files_are_dropped_anywhere_on_the_tab_and_what_is_refused_is_told(
    view: AttachmentsView, attest: Path, tmp_path: Path, ear: Ear, qtbot: QtBot
):
    program = tmp_path / "hulp.exe"
    program.write_bytes(b"MZ")
    drop(view, attest, program)
    qtbot.waitUntil(lambda: names(view) == ["attest.pdf"])
    assert not view.list._over
    qtbot.waitUntil(lambda: "programma" in view.list.trouble.text())
    assert ear.messages[-1].sentence == "1 bijlage toegevoegd."
    assert ear.messages[-1].undo
    qtbot.waitUntil(lambda: view.preview.currentIndex() == PAGES)
    assert view.form.row("name").value() == "attest.pdf"


def test_a_picture_on_the_clipboard_is_pasted(view: AttachmentsView, qtbot: QtBot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    view.list.rows.setFocus()
    QTest.keyClick(view.list.rows, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(names(view)) == 1)
    assert names(view)[0].startswith("schermafbeelding 2026-05-04")
    qtbot.waitUntil(lambda: view.preview.currentIndex() == PICTURE)
    assert view.preview.picture._image.size() == image.size()


def test_files_on_the_clipboard_are_pasted_and_nothing_says_so(
    view: AttachmentsView, attest: Path, qtbot: QtBot
):
    QApplication.clipboard().setText("geen bestand")
    view.list.paste()
    assert "klembord" in view.list.trouble.text()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(attest))])
    QApplication.clipboard().setMimeData(held)
    view.list.paste()
    qtbot.waitUntil(lambda: names(view) == ["attest.pdf"])
    assert view.list.trouble.isHidden()


def test_a_file_is_chosen_and_an_empty_one_refused_in_words(
    view: AttachmentsView, picker: Picker, tmp_path: Path, qtbot: QtBot
):
    picker.path = tmp_path / "leeg.txt"
    picker.path.touch()
    view.list.add.click()
    qtbot.waitUntil(lambda: "is leeg" in view.list.trouble.text())
    picker.path.write_text("toch iets")
    view.list.add.click()
    qtbot.waitUntil(lambda: names(view) == ["leeg.txt"])
    qtbot.waitUntil(lambda: view.preview.currentIndex() == TEXT)
    assert view.preview.text.toPlainText() == "toch iets"


@pytest.fixture
def kept(view: AttachmentsView, controllers: Controllers, demer: UUID, attest: Path, qtbot: QtBot):
    """A certificate as PDF and a file that cannot be shown."""
    first = controllers.attachments.add(demer, [attest]).ids[0]
    controllers.attachments.add(demer, [Pasted("tabel.xlsx", b"PK\3\4 iets")])
    qtbot.waitUntil(lambda: len(names(view)) == 2)
    view.list.choose(first)
    qtbot.waitUntil(lambda: view.preview.currentIndex() == PAGES)
    return first


def test_fields_keep_themselves_and_it_can_belong_to_a_certificate(
    view: AttachmentsView, controllers: Controllers, demer: UUID, kept: UUID, qtbot: QtBot
):
    write(view.form.row("name").field, "attest Qfor.pdf")
    qtbot.waitUntil(lambda: "attest Qfor.pdf" in names(view))
    write(view.form.row("received_on").field, "5/5/2026")
    qtbot.waitUntil(lambda: bool(view.form.row("received_on").refusal()))
    held = controllers.mandates.standing(demer).certificates[0].id
    labels = [view.about.itemText(at) for at in range(view.about.count())]
    assert labels[0] == "Het dossier van het centrum"
    view.about.setCurrentIndex(view.about._values.index(("certificate", held)))
    view.about._activated(0)
    qtbot.waitUntil(lambda: controllers.attachments.counts(demer) == {("certificate", held): 1})


def test_what_cannot_be_shown_says_what_to_do(view: AttachmentsView, kept: UUID, qtbot: QtBot):
    other = next(one.id for one in view.list.files if one.id != kept)
    view.list.choose(other)
    qtbot.waitUntil(lambda: "Bewaar een kopie" in view.preview.said.text())
    assert view.preview.currentIndex() == NOTHING


def test_a_copy_is_saved_where_the_person_wants_it(
    view: AttachmentsView,
    kept: UUID,
    picker: Picker,
    tmp_path: Path,
    attest: Path,
    ear: Ear,
    qtbot: QtBot,
):
    picker.path = tmp_path / "kopie.pdf"
    view.save.click()
    qtbot.waitUntil(lambda: "kopie.pdf" in ear.messages[-1].sentence if ear.messages else False)
    assert picker.path.read_bytes() == attest.read_bytes()


def test_ctrl_s_keeps_a_copy_of_the_attachment_and_not_the_sheet(
    view: AttachmentsView, kept: UUID, picker: Picker, tmp_path: Path, ear: Ear, qtbot: QtBot
):
    picker.path = tmp_path / "kopie.pdf"
    view.list.rows.setFocus()
    QTest.keyClick(view.list.rows, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].sentence == f"Kopie bewaard in {picker.path}"


def test_del_removes_and_undo_brings_it_back(
    view: AttachmentsView, controllers: Controllers, kept: UUID, ear: Ear, qtbot: QtBot
):
    view.list.rows.setFocus()
    QTest.keyClick(view.list.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(view) == ["tabel.xlsx"])
    assert ear.messages[-1].undo
    controllers.history.undo()
    qtbot.waitUntil(lambda: "attest.pdf" in names(view))


def test_gone_and_changed_stand_in_the_list_with_a_sentence(
    view: AttachmentsView, controllers: Controllers, kept: UUID, qtbot: QtBot
):
    mark = controllers.attachments.file(kept).sha256
    path = controllers._store.contents.folder / mark[:2] / mark
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    controllers.attachments.edit(kept, "remark", "nieuws")
    view.preview._of = None
    view.list.choose(kept)
    qtbot.waitUntil(lambda: "gewijzigd of beschadigd" in view.preview.said.text())
    path.unlink()
    view.reload()
    qtbot.waitUntil(lambda: view.list.current() is not None and not view.list.current().there)
    row = next(one for one in view.list.rows.rows.items if one.payload == kept)
    assert row.badge == ("late", "Ontbreekt")
    qtbot.waitUntil(lambda: "ontbreekt" in view.preview.said.text())


def test_the_log_leads_to_the_very_attachment(
    shown: CentresPage, view: AttachmentsView, demer: UUID, kept: UUID, qtbot: QtBot
):
    other = next(one.id for one in view.list.files if one.id != kept)
    shown.open(Ref("centre", demer, f"attachments {other.hex}"))
    qtbot.waitUntil(lambda: view.file is not None and view.file.id == other)


def test_the_preview_takes_the_whole_tab_and_gives_it_back(view: AttachmentsView, kept: UUID):
    view.larger.click()
    assert view._left.isHidden()
    assert view._panel.width() == view.width()
    view.larger.click()
    assert not view._left.isHidden()


def test_a_picture_made_to_fill_the_memory_is_not_read(view: AttachmentsView):
    from ui.pages.centres.attachment_preview import _image

    header = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2
    assert _image(header + b"\x08\x02\0\0\0" + bytes(64)) is None
    assert _image(b"geen beeld") is None


def test_one_thing_has_attachments_of_its_own(
    controllers: Controllers,
    office: dict[str, UUID],
    tasks,
    demer: UUID,
    attest: Path,
    qtbot: QtBot,
):
    """The same list serves where a thing has proof of its own, such as a criterion."""
    from ui.attach import AttachList

    held = controllers.mandates.add_certificate(demer, CertificateKind.CEDEO, None)
    listed = AttachList(controllers, tasks, fit=True, hint=False)
    qtbot.addWidget(listed)
    listed.show_of(demer, ("certificate", held))
    controllers.attachments.add(demer, [Pasted("ander.txt", b"x")])
    listed.bring([attest])
    qtbot.waitUntil(lambda: [one.name for one in listed.files] == ["attest.pdf"])
    assert listed.files[0].about == ("certificate", held)
