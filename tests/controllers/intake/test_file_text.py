"""The words in a file: also of one that is damaged, and never as a mistake of ours."""

from base64 import b64encode
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from controllers.intake.file_text import text_in
from models.centres.rules.numbers import national_numbers

NUMBER = "85.07.30-033.28"
TEXT = f"<w:p><w:r><w:t>Nummer {NUMBER}</w:t></w:r></w:p>"


def document(text: str = TEXT, how: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", how) as package:
        package.writestr("word/document.xml", f'<w:d xmlns:w="urn:w">{text}</w:d>')
    return target.getvalue()


DOCUMENTS = [document(how=how) for how in (ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA)]


@given(st.sampled_from(DOCUMENTS), st.integers(0, 400), st.integers(1, 255))
def test_a_document_with_one_wrong_byte_is_read_or_it_is_not(whole, at, other):
    at %= len(whole)
    damaged = whole[:at] + bytes([whole[at] ^ other]) + whole[at + 1 :]
    words = text_in("brief.docx", damaged)
    assert words is None or isinstance(words, str)


@pytest.mark.parametrize("coding", ["utf-99", "hex", "utf-7"])
def test_a_document_in_a_coding_that_is_none_is_not_read(coding):
    part = f'<?xml version="1.0" encoding="{coding}"?><d>Nummer</d>'
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("content.xml", part)
    words = text_in("brief.odt", target.getvalue())
    assert words is None or "Nummer" in words


HEADS = st.text(st.sampled_from("a@[]<>()\":;,.=?\\ \té*'%-utf8QB"), max_size=25)


@given(st.sampled_from(["From", "To", "Cc", "Subject", "Content-Type"]), HEADS)
@example("From", "a@[")
@example("To", "a@")
@example("To", "<@")
@example("Subject", "=?utf-8?B?A?=")
@example("Subject", "=?nix?Q?a?=")
@example("Content-Type", "text/plain; charset=nix")
@example("Content-Type", "text/plain; charset=a; charset*0=b")
def test_a_mail_is_read_however_its_heads_are_written(head, said):
    words = text_in("mail.eml", f"{head}: {said}\n\nNummer {NUMBER}\n".encode())
    assert words is not None
    assert NUMBER in words


@pytest.mark.parametrize(
    "subject",
    [
        NUMBER,
        f"=?utf-8?B?{b64encode(NUMBER.encode()).decode()}?=",
        f"=?iso-8859-1?Q?{NUMBER.replace('-', '=2D')}?=",
        "=?utf-8?Q?85.07.30-?=\n =?utf-8?Q?033.28?=",
        f"é {NUMBER}",
    ],
)
def test_a_number_in_a_head_is_read_however_it_is_coded(subject):
    words = text_in("mail.eml", f"Subject: {subject}\n\nDag\n".encode())
    assert words is not None
    assert NUMBER in words


def test_a_damaged_document_in_a_mail_does_not_hide_the_other_texts():
    parts = (
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nDag\n--x\n"
        'Content-Disposition: attachment; filename="a.docx"\n'
        f"Content-Transfer-Encoding: base64\n\n{b64encode(DOCUMENTS[0][:-30]).decode()}\n--x\n"
        f'Content-Disposition: attachment; filename="b.txt"\n\n{NUMBER}\n--x--\n'
    )
    words = text_in("mail.eml", parts.encode())
    assert words is not None
    assert NUMBER in words


RUN = '<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="nl-BE"/></w:rPr><w:t>{}</w:t></w:r>'
BETWEEN = ["", '<w:proofErr w:type="spellEnd"/>', '<w:bookmarkStart w:id="0"/>', "<w:noBreakHyphen/>"]  # fmt: skip


@pytest.mark.parametrize("between", BETWEEN)
def test_runs_of_one_text_are_read_as_one_as_word_cuts_them(between):
    text = f"<w:p>{RUN.format('nummer 850730')}{between}{RUN.format('033')}{RUN.format('28')}</w:p>"
    assert "nummer 85073003328" in (text_in("brief.docx", document(text)) or "")


@pytest.mark.parametrize(
    "text",
    [
        "<w:posOffset>850730</w:posOffset><w:posOffset>03328</w:posOffset>",
        "<w:p><w:r><w:t>85</w:t><w:tab/><w:t>07300</w:t><w:br/><w:t>3328</w:t></w:r></w:p>",
        "<w:Pages>85</w:Pages><w:Words>0730</w:Words><w:Lines>03328</w:Lines>",
        "<w:r><w:t>850730</w:t></w:r><w:drawing><w:x>033</w:x></w:drawing><w:r><w:t>28</w:t></w:r>",
        "<w:r><w:t>850730</w:t></w:r><w:footnoteReference/><w:r><w:t>03328</w:t></w:r>",
    ],
)
def test_what_stands_apart_is_no_number_that_nobody_wrote(text):
    words = text_in("brief.docx", document(text))
    assert words is not None
    assert national_numbers(words) == []


@pytest.mark.parametrize("line", ["M08 42.83 885.94", "M85.07.30-033.28 12"])
def test_the_lines_of_a_drawing_are_no_words(line):
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{line}"/><text>Dag</text></svg>'
    words = text_in("logo.svg", drawing.encode())
    assert words is not None
    assert "Dag" in words
    assert national_numbers(words) == []


def test_the_words_of_a_drawing_are_read():
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>Nummer {NUMBER}</text></svg>'
    assert NUMBER in (text_in("logo.svg", drawing.encode()) or "")
