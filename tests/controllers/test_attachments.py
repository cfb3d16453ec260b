"""Attachments of a centre: kept once, proven whole, told when they are not, undone and redone."""

from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from controllers.attachments import COLUMNS, size_word, state_of
from controllers.demo_files import certificate
from controllers.export.pdf_pages import PdfPages, PdfUnreadable
from controllers.opening import Opening, throw_away
from models.attachments import rules
from models.attachments.values import (
    LARGEST,
    AttachmentEmpty,
    AttachmentIsProgram,
    AttachmentNameMissing,
    AttachmentNotAFile,
    AttachmentThere,
    AttachmentTooLarge,
    NumberInFile,
    Pasted,
    ReceivedToCome,
    ShownAs,
    ThingOfAnother,
    Unused,
)
from models.centres.values import NationalNumberFound
from models.kernel.errors import Gone
from models.mandates.values import CertificateKind
from models.store.attachments import ContentChanged, ContentMissing, SourceUnreadable
from models.store.refusals import DiskFull, DiskTrouble
from tests.conftest import CHEAP, NOW, PASSPHRASE, TODAY
from tests.controllers.finished import centre
from tests.models.store.test_file import room
from ui.verbs import Console

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def kade(controllers):
    return centre(controllers)


@pytest.fixture
def attest(tmp_path) -> Path:
    path = tmp_path / "in" / "attest Qfor.pdf"
    path.parent.mkdir()
    path.write_bytes(certificate("De Kade", "Qfor", "31 december 2027").content)
    return path


def content(controllers, row) -> Path:
    mark = controllers.attachments.file(row).sha256
    return controllers._store.contents.folder / mark[:2] / mark


def test_a_file_is_kept_with_what_it_is_proof_of(controllers, kade, attest):
    held = controllers.mandates.add_certificate(kade, CertificateKind.QFOR_CLIENT_SCAN, None)
    added = controllers.attachments.add(kade, [attest], ("certificate", held))
    (found,) = controllers.attachments.of_centre(kade)
    assert added.ids == (found.id,)
    assert (found.name, found.media_type) == ("attest Qfor.pdf", "application/pdf")
    assert (found.received_on, found.size) == (TODAY, attest.stat().st_size)
    assert found.about == ("certificate", held)
    assert found.about_label == "Quality certificate: Qfor ClientScan"
    assert controllers.attachments.counts(kade) == {("certificate", held): 1}
    assert controllers.attachments.of_thing("certificate", held) == (found,)
    attest.unlink()
    assert PdfPages(controllers.attachments.shown(found.id).content).text(0).startswith("Attest")


def test_many_files_are_one_step_and_what_is_refused_is_told(controllers, kade, attest, tmp_path):
    empty, program = tmp_path / "leeg.txt", tmp_path / "hulp.exe"
    empty.touch()
    program.write_bytes(b"MZ....")
    picture = Pasted("schermafbeelding.png", PNG)
    added = controllers.attachments.add(kade, [attest, empty, picture, program])
    assert len(added.ids) == 2
    assert [one.name for one in added.refused] == ["leeg.txt", "hulp.exe"]
    controllers.history.undo()
    assert controllers.attachments.of_centre(kade) == ()
    controllers.history.redo()
    assert {one.name for one in controllers.attachments.of_centre(kade)} == {
        "attest Qfor.pdf",
        "schermafbeelding.png",
    }


def test_one_content_brought_twice_in_one_gesture_is_kept_once(controllers, kade):
    two = [Pasted("attest.txt", b"geldig"), Pasted("attest (1).txt", b"geldig")]
    added = controllers.attachments.add(kade, two)
    assert len(added.ids) == 1
    assert [one.name for one in added.refused] == ["attest (1).txt"]
    assert [one.name for one in controllers.attachments.of_centre(kade)] == ["attest.txt"]


def test_undo_and_redo_survive_a_restart_with_the_content(controllers, kade, attest, store):
    row = controllers.attachments.add(kade, [attest]).ids[0]
    controllers.close()
    again = Opening(lambda: NOW, "Lotte", CHEAP).open(store.path, PASSPHRASE)
    again.history.undo()
    assert again.attachments.ids() == []
    again.history.redo()
    assert again.attachments.shown(row).how is ShownAs.PAGES
    assert again.history.verify().whole
    again.close()


def test_one_content_under_two_names_lies_there_once(controllers, kade, attest):
    controllers.attachments.add(kade, [attest])
    other = attest.with_name("kopie.pdf")
    other.write_bytes(attest.read_bytes())
    held = controllers.mandates.add_certificate(kade, None, None)
    controllers.attachments.add(kade, [other], ("certificate", held))
    assert len(controllers._store.contents.all()) == 1
    with pytest.raises(AttachmentThere) as refused:
        controllers.attachments.add(kade, [other])
    assert "attest Qfor.pdf" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "words", "refusal"),
    [
        ("leeg.pdf", b"", AttachmentEmpty),
        ("hulp.exe", b"x", AttachmentIsProgram),
        ("HULP.Bat", b"x", AttachmentIsProgram),
        ("verkleed.pdf", b"MZ\x90\x00", AttachmentIsProgram),
        ("verkleed", b"\x7fELF", AttachmentIsProgram),
        ("850730-03328.pdf", b"x", NationalNumberFound),
        ("\0\ud800", b"x", AttachmentNameMissing),
        ("..", b"x", AttachmentNameMissing),
    ],
)
def test_what_is_no_attachment_is_refused_and_leaves_nothing(
    controllers, kade, name, words, refusal
):
    with pytest.raises(refusal) as said:
        controllers.attachments.add(kade, [Pasted(name, words)])
    assert "{" not in str(said.value)
    assert controllers.attachments.unused() == Unused(0, 0)


def test_folders_and_files_that_are_gone_get_a_sentence(controllers, kade, tmp_path, monkeypatch):
    with pytest.raises(AttachmentNotAFile):
        controllers.attachments.add(kade, [tmp_path])
    with pytest.raises((AttachmentNotAFile, SourceUnreadable)):
        controllers.attachments.add(kade, [tmp_path / "weg.pdf"])
    large = tmp_path / "groot.bin"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(AttachmentTooLarge) as refused:
        controllers.attachments.add(kade, [large])
    assert "1,0 GB" in str(refused.value)


def test_a_full_disk_keeps_nothing_half(controllers, kade, attest, store):
    before = store.verify().lines
    with room(100), pytest.raises((DiskFull, DiskTrouble)):
        controllers.attachments.add(kade, [attest])
    assert controllers.attachments.of_centre(kade) == ()
    assert (controllers.attachments.unused(), store.verify().lines) == (Unused(0, 0), before)


def test_a_step_that_fails_takes_its_contents_away_again(controllers, kade, attest):
    controllers.attachments.add(kade, [attest])
    while controllers.centres.count():
        controllers.history.undo()
    with pytest.raises(Gone):
        controllers.attachments.add(kade, [Pasted("nieuw.txt", b"nieuw")])
    assert len(controllers._store.contents.all()) == 1, "only what was there before"


def test_every_field_can_be_mended(controllers, kade, attest):
    row = controllers.attachments.add(kade, [attest]).ids[0]
    held = controllers.mandates.add_certificate(kade, None, None)
    edit = controllers.attachments.edit
    edit(row, "name", "attest 2026.pdf")
    edit(row, "remark", " Kopie\nper mail ")
    edit(row, "received_on", date(2026, 4, 1))
    edit(row, "about", ("certificate", held))
    found = controllers.attachments.file(row)
    assert (found.name, found.remark) == ("attest 2026.pdf", "Kopie\nper mail")
    assert (found.received_on, found.about) == (date(2026, 4, 1), ("certificate", held))
    edit(row, "about", None)
    assert controllers.attachments.file(row).about is None
    with pytest.raises(ReceivedToCome):
        edit(row, "received_on", date(2026, 5, 5))
    with pytest.raises(AttachmentNameMissing):
        edit(row, "name", " ")
    with pytest.raises(KeyError):
        edit(row, "sha256", "0" * 64)


def test_proof_of_a_thing_of_another_centre_is_refused(controllers, kade, attest):
    other = controllers.centres.add("0887010362", "Koers & Kompas")
    held = controllers.mandates.add_certificate(other, None, None)
    for about in (("certificate", held), ("certificate", kade), ("onzin", kade)):
        with pytest.raises(ThingOfAnother):
            controllers.attachments.add(kade, [attest], about)


def test_what_it_can_be_proof_of_is_proposed(controllers, kade):
    held = controllers.mandates.add_certificate(kade, None, None)
    controllers.mandates.add(kade, "LB-1", date(2024, 1, 1))
    controllers.centres.add_counsellor(kade, "Bert", "Peeters")
    controllers.applications.receive(kade, date(2026, 4, 1))
    things = controllers.attachments.things(kade)
    assert [one.table for one in things] == ["certificate", "mandate", "counsellor", "application"]
    assert (things[0].row, things[2].name) == (held, "Bert Peeters")


def test_a_missing_content_comes_back_by_bringing_the_file_again(controllers, kade, attest):
    """It was refused as there already, and what came was thrown away with the refusal."""
    row = controllers.attachments.add(kade, [attest]).ids[0]
    content(controllers, row).unlink()
    steps = len(controllers.history.ids())
    added = controllers.attachments.add(kade, [attest])
    assert (added.ids, added.restored) == ((), ("attest Qfor.pdf",))
    assert controllers.attachments.shown(row).how is ShownAs.PAGES
    assert len(controllers.history.ids()) == steps
    with pytest.raises(AttachmentThere):
        controllers.attachments.add(kade, [attest])
    assert controllers.attachments.shown(row).how is ShownAs.PAGES


def test_missing_and_changed_contents_are_told_in_the_list_and_by_the_proof(
    controllers, kade, attest
):
    first = controllers.attachments.add(kade, [attest]).ids[0]
    second = controllers.attachments.add(kade, [Pasted("nota.txt", b"nota")]).ids[0]
    content(controllers, first).unlink()
    path = content(controllers, second)
    path.write_bytes(path.read_bytes()[:-1])
    told = {one.id: state_of(one)[1] for one in controllers.attachments.of_centre(kade)}
    assert told == {first: "Missing", second: "Changed"}
    with pytest.raises(ContentMissing):
        controllers.attachments.shown(first)
    with pytest.raises(ContentChanged):
        controllers.attachments.shown(second)
    answer = Console._verify(controllers)
    assert (answer["chain"], answer["rows"], answer["attachments"]) == ("ok", "ok", "broken")
    assert {line.split()[-1] for line in answer["broken"]} == {"missing", "changed"}
    said = controllers.history.checked()
    assert not said.whole
    assert "attest Qfor.pdf" in said.sentence
    assert "1 of 2 attachments" in controllers.attachments.trouble()


def test_a_file_that_moved_without_its_folder_is_told_in_words(controllers, kade, attest, store):
    assert controllers.attachments.trouble() == ""
    controllers.attachments.add(kade, [attest])
    assert controllers.attachments.trouble() == ""
    controllers._store.contents.folder.rename(store.path.with_name("elders"))
    assert "kantoor.waarmerk.files" in controllers.attachments.trouble()
    assert "takes its folder along" in controllers.attachments.trouble()


def test_a_copy_lands_whole_or_not_at_all(controllers, kade, attest, tmp_path):
    row = controllers.attachments.add(kade, [attest]).ids[0]
    target = tmp_path / "kopie.pdf"
    assert controllers.attachments.save_as(row, target).path == target
    assert target.read_bytes() == attest.read_bytes()
    path = content(controllers, row)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(ContentChanged):
        controllers.attachments.save_as(row, target)
    assert target.read_bytes() == attest.read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == [
        ".kantoor.waarmerk.key.bak",
        ".kantoor.waarmerk.lock",
        ".kantoor.waarmerk.who",
    ]


def test_removed_attachments_come_back_until_somebody_cleans_up(controllers, kade, attest):
    row = controllers.attachments.add(kade, [attest]).ids[0]
    controllers.attachments.remove(row)
    assert controllers.attachments.unused().count == 1
    controllers.history.undo()
    assert controllers.attachments.unused().count == 0
    assert controllers.attachments.shown(row).content == attest.read_bytes()
    controllers.attachments.remove(row)
    assert controllers.attachments.clean_up().count == 1
    assert controllers._store.contents.all() == {}
    controllers.history.undo()
    assert controllers.attachments.file(row).there is False


def test_throwing_a_file_away_leaves_no_contents(controllers, kade, attest, store):
    controllers.attachments.add(kade, [attest])
    folder = controllers._store.contents.folder
    controllers.close()
    throw_away(store.path)
    assert not folder.exists()


def test_the_list_says_every_column(controllers, kade, attest):
    controllers.attachments.add(kade, [attest])
    (row,) = controllers.attachments.rows(controllers.attachments.ids())
    said = {column.key: column.cell(row) for column in COLUMNS}
    assert (said["centre"], said["state"]) == ("Loopbaanhuis De Kade", "Kept")
    assert len(str(said["sha256"])) == 64


# --- rules


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("foto.txt", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.webp", b"RIFF0000WEBPVP8", "image/webp"),
        ("brief.DOCX", b"PK\x03\x04", rules._ENDINGS["docx"]),
        ("mail.eml", b"Received:", "message/rfc822"),
        ("zonder", b"\x00\x01", "application/octet-stream"),
    ],
)
def test_the_kind_of_a_file_is_told_by_how_it_begins_then_by_its_name(name, head, kind):
    assert rules.media_type(name, head) == kind


@given(st.text(max_size=400))
def test_any_name_is_cleaned_or_refused(raw):
    try:
        name = rules.kept_name(raw)
    except (AttachmentNameMissing, NationalNumberFound):
        return
    assert 0 < len(name) <= rules.LONGEST_NAME
    assert rules.kept_name(name) == name
    assert not set(name) & set("/\\\0\n\r\t")
    name.encode()


def test_a_long_name_keeps_its_ending():
    assert rules.kept_name("x" * 400 + ".pdf").endswith("x.pdf")
    assert rules.kept_name("C:\\Users\\Lotte\\attest.pdf") == "attest.pdf"
    assert rules.kept_name("../../etc/attest.pdf") == "attest.pdf"
    assert rules.kept_name("attest\u202efdp.exe") == "attestfdp.exe"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 bytes"),
        (2048, "2,0 kB"),
        (20_000, "20 kB"),
        (300 << 20, "300 MB"),
        (1 << 30, "1,0 GB"),
    ],
)
def test_sizes_are_said_as_people_read_them(size, said):
    assert size_word(size) == said


@given(st.binary(max_size=200))
def test_any_text_can_be_shown(content):
    assert isinstance(rules.readable(content), str)


def test_a_broken_pdf_says_so():
    with pytest.raises(PdfUnreadable):
        PdfPages(b"%PDF-1.4\nniets")


NUMBER = "85.07.30-033.28"


def packed(ending: str) -> bytes:
    """A document of which the text holds a number, cut over two runs as Word does."""
    target = BytesIO()
    if ending == "xlsx":
        book = Workbook()
        book.active["B2"] = 85073003328
        book.save(target)
        return target.getvalue()
    runs = "<w:r><w:t>nummer 85.07.30</w:t></w:r><w:r><w:t>-033.28 van</w:t></w:r>"
    if ending == "odt":
        runs = "<w:span>nummer 85.07.30</w:span>-033.28 van"
    with ZipFile(target, "w") as package:
        part = "content.xml" if ending == "odt" else "word/document.xml"
        package.writestr(part, f'<w:d xmlns:w="urn:w"><w:p>{runs}</w:p></w:d>')
    return target.getvalue()


def mail(content: bytes, name: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Bewijs"
    message.set_content("In bijlage.")
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.mark.parametrize(
    "pasted",
    [
        Pasted("brief.docx", packed("docx")),
        Pasted("lijst.xlsx", packed("xlsx")),
        Pasted("brief.odt", packed("odt")),
        Pasted("nota.txt", NUMBER.encode()),
        Pasted("nota.csv", b"nummer;850730-033-28"),
        Pasted("mail.eml", f"Subject: {NUMBER}\n\nDag".encode()),
        Pasted("mail.eml", mail(packed("docx"), "brief.docx")),
    ],
)
def test_a_file_with_a_national_number_in_its_words_is_not_kept(controllers, kade, pasted):
    """Only text files that were given as proof were looked into."""
    with pytest.raises(NumberInFile):
        controllers.attachments.add(kade, [pasted])
    with pytest.raises(NumberInFile):
        controllers.attachments.look_into(pasted)
    assert not controllers._store.contents.all()


@pytest.mark.parametrize("broken", [b"PK geen zip", packed("docx")[:-30]])
def test_a_package_that_cannot_be_read_is_kept_as_it_is(controllers, kade, broken):
    assert controllers.attachments.add(kade, [Pasted("brief.docx", broken)]).ids


def test_figures_of_two_cells_are_no_number(controllers, kade):
    target = BytesIO()
    book = Workbook()
    for at, figures in enumerate((85, 7, 30, 33, 28, 850730, 33, 28), start=1):
        book.active.cell(1, at).value = figures
    book.save(target)
    assert controllers.attachments.add(kade, [Pasted("telling.xlsx", target.getvalue())]).ids
