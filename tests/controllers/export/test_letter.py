"""The letter on paper, read back from the real PDF."""

import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

import samples
from controllers.export.letter import letter_pdf, write_letter
from controllers.export.paper.page import address_lines
from models.letters.values import (
    MISSING_CLOSE,
    MISSING_OPEN,
    Block,
    BlockKind,
    LetterDocument,
    TableColumn,
)

ROOT = Path(__file__).parents[3]


def read(document: LetterDocument) -> PdfReader:
    return PdfReader(BytesIO(letter_pdf(document, made_at=samples.MADE_AT)), strict=True)


def words(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def pages(reader: PdfReader) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def elements(node: object, parent: str = "") -> list[tuple[str, str, DictionaryObject]]:
    """Every tag below a node as (kind, kind of its parent, the tag), in reading order."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        return [found for kid in node for found in elements(kid, parent)]
    if not isinstance(node, DictionaryObject) or node.get("/Type") == "/MCR":
        return []
    kind = str(node.get("/S", ""))[1:]
    below = elements(node.get("/K", []), kind)
    return [(kind, parent, node), *below] if kind else below


def pages_of(node: object) -> set[int]:
    """The object numbers of the pages on which a tag and what is below it were drawn."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        return {page for kid in node for page in pages_of(kid)}
    if isinstance(node, DictionaryObject) and node.get("/Type") == "/MCR":
        return {node.raw_get("/Pg").idnum}
    return pages_of(node["/K"]) if isinstance(node, DictionaryObject) else set()


def tags(reader: PdfReader) -> list[tuple[str, str, DictionaryObject]]:
    return elements(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


@pytest.fixture(scope="module")
def three() -> PdfReader:
    return read(samples.letter(3))


@pytest.fixture(scope="module")
def thirty() -> PdfReader:
    return read(samples.letter(30))


def test_the_parts_stand_in_the_order_of_the_flemish_letter(three):
    text = words(three)
    order = [
        "VDAB",
        "Keizerslaan 11",
        "Loopbaanhuis De Wegwijzer & Zonen vzw",
        "9000 Gent",
        "ons kenmerk",
        "DC-2026-3F2A",
        "20 maart 2026",
        "contactpersoon",
        "onderwerp",
        "Resultaat van de dossiercontrole",
        "Geachte mevrouw Peeters,",
        "Ons besluit",
        "Wat hebben we vastgesteld?",
        "Wat vragen we van u?",
        "Met vriendelijke groeten,",
        "Kwaliteitsmedewerker loopbaanbegeleiding",
        "bijlage",
        "Verslag van de dossiercontrole",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_an_empty_reference_prints_no_label(three):
    assert "uw kenmerk" not in words(three)
    told = read(samples.letter(3, references=(("uw kenmerk", "LBC/12"), ("datum", ""))))
    assert "uw kenmerk" in words(told)
    assert "datum" not in pages(told)[0]


def test_a_fifth_reference_takes_a_line_of_its_own():
    told = words(
        read(samples.letter(0, references=[(f"label {n}", f"waarde {n}") for n in range(5)]))
    )
    assert all(f"waarde {number}" in told for number in range(5))


def test_measures_are_those_of_the_layout():
    """In points from the left and the top edge; F5.20."""
    placed: dict[str, tuple[float, float]] = {}

    def visit(text, current, matrix, _font, _size):
        x = matrix[4] * current[0] + current[4]
        y = matrix[5] * current[3] + current[5]
        if text.strip():
            placed.setdefault(text.strip(), (x, 841.89 - y))

    read(samples.letter(3)).pages[0].extract_text(visitor_text=visit)
    cm = 72 / 2.54
    x, y = placed["VDAB"]
    assert x == pytest.approx(3.3 * cm, abs=1)
    x, y = next(spot for text, spot in placed.items() if text.startswith("Loopbaanhuis"))
    assert x == pytest.approx(11.5 * cm, abs=1)
    assert y == pytest.approx(6 * cm, abs=10)
    x, y = next(spot for text, spot in placed.items() if text.startswith("ons kenmerk"))
    assert x == pytest.approx(11.5 * cm, abs=1)
    assert y == pytest.approx(10 * cm, abs=12)


def test_the_window_may_be_on_the_left():
    document = samples.letter(0)
    left = replace(document, layout={**document.layout, "window_side": "left"})
    assert letter_pdf(left, made_at=samples.MADE_AT) != letter_pdf(
        document, made_at=samples.MADE_AT
    )
    assert "Mevrouw Annelies Peeters" in words(read(left))


def test_every_page_says_which_of_how_many(thirty):
    texts = pages(thirty)
    assert len(texts) > 5
    for number, text in enumerate(texts, start=1):
        assert f"pagina {number} van {len(texts)}" in text
    assert all("ons kenmerk DC-2026-3F2A" in text and "20 maart 2026" in text for text in texts[1:])


def test_a_table_over_pages_repeats_its_head_and_splits_no_row(thirty):
    texts = pages(thirty)
    with_rows = [text for text in texts if re.search(r"DC-\d\d: “", text)]
    assert len(with_rows) >= 3
    assert all("Vaststelling Waarop we ons baseren Dossiers Ernst" in text for text in with_rows)
    rows = [tag for kind, _parent, tag in tags(thirty) if kind == "TR"]
    assert len(rows) == 2 + 60
    for row in rows:
        assert len(pages_of(row)) == 1


def test_a_row_taller_than_a_page_is_split_and_nothing_is_lost():
    long = " ".join(f"woord{number}" for number in range(2500))
    table = Block(
        BlockKind.TABLE,
        columns=(TableColumn("Nr.", 0.2), TableColumn("Tekst", 0.8)),
        rows=(("1", "kort"), ("2", long), ("3", "slot")),
    )
    text = words(read(samples.letter(0, blocks=(table,))))
    assert all(f"woord{number}" in text for number in range(2500))
    assert "slot" in text


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    block = Block(
        BlockKind.PARAGRAPH, "Een zin van een gewone lengte, zoals die in brieven staat. " * 3
    )
    for before in range(1, 14):
        blocks = (*[block] * before, Block(BlockKind.HEADING, "Een kop"), block, block)
        for text in pages(read(samples.letter(0, blocks=blocks))):
            assert not text.rstrip().endswith("Een kop"), before


def test_the_signature_is_kept_with_the_last_paragraph():
    block = Block(
        BlockKind.PARAGRAPH, "Een zin van een gewone lengte, zoals die in brieven staat. " * 3
    )
    last = Block(BlockKind.PARAGRAPH, "We denken graag met u mee.")
    for before in range(4, 16):
        texts = pages(read(samples.letter(0, blocks=(*[block] * before, last))))
        assert "We denken graag met u mee. Met vriendelijke groeten, Lieve" in texts[-1], before


def test_fonts_are_embedded_and_text_is_real(three):
    fonts = {}
    for page in three.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            fonts[font["/BaseFont"]] = font
    assert len(fonts) == 2
    for name, font in fonts.items():
        assert "NotoSans" in name
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_who_made_it_for_whom_in_which_language(three):
    about, root = three.metadata, three.trailer["/Root"]
    assert (
        about.title == "Resultaat van de dossiercontrole van 12 maart 2026 en gevraagde maatregelen"
    )
    assert about.author == "VDAB"
    assert about.subject == "Auditbrief met vaststellingen en maatregelen"
    assert about.creation_date == samples.MADE_AT
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert "nl-BE" in three.xmp_metadata.dc_language
    assert three.xmp_metadata.dc_title["x-default"] == about.title


def test_headings_are_bookmarks_that_lead_to_their_page(thirty):
    subject, below = thirty.outline
    assert subject["/Title"].startswith("Resultaat van de dossiercontrole")
    titles = [entry["/Title"] for entry in below]
    assert titles[:3] == ["Ons besluit", "Wat gaat goed?", "Wat hebben we vastgesteld?"]
    texts = pages(thirty)
    for entry in below:
        assert entry["/Title"] in texts[thirty.get_destination_page_number(entry)]
    assert thirty.get_destination_page_number(below[-1]) > 3


def test_the_tree_of_tags_reads_in_order(three):
    kinds = [kind for kind, _parent, _tag in tags(three)]
    assert kinds[0] == "Document"
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 6
    assert kinds.count("Table") == 2
    assert kinds.count("TH") == 5 + 4
    assert kinds.count("TR") == 2 + 6
    assert kinds.count("TD") == 3 * 5 + 3 * 4
    assert kinds.count("L") == 2
    assert kinds.count("LI") == kinds.count("Lbl") == kinds.count("LBody") == 5
    allowed = {"TR": "Table", "TH": "TR", "TD": "TR", "LI": "L", "Lbl": "LI", "LBody": "LI"}
    for kind, parent, tag in tags(three):
        assert parent == allowed.get(kind, "Document" if kind != "Document" else "")
        if kind == "TH":
            assert tag["/A"]["/Scope"] == "/Column"


def test_a_repeated_head_is_read_once(thirty):
    heads = [tag for kind, _parent, tag in tags(thirty) if kind == "TH"]
    assert len(heads) == 5 + 4
    assert all(len(pages_of(head)) == 1 for head in heads)


@pytest.mark.parametrize("count", [0, 3, 30])
def test_all_that_is_drawn_is_marked_and_every_mark_has_an_owner(count):
    reader = read(samples.letter(count, draft=True))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    owners = root["/ParentTree"]["/Nums"]
    by_page = dict(zip(owners[::2], owners[1::2], strict=True))
    for page in reader.pages:
        stream = page.get_contents().get_data().decode("latin-1")
        marks = [int(mark) for mark in re.findall(r"<</MCID (\d+)>> BDC", stream)]
        assert marks == list(range(len(marks)))
        assert len(by_page[page["/StructParents"]]) == len(marks)
        assert page["/Tabs"] == "/S"
        depth = 0
        for token in re.findall(r"\bBDC\b|\bEMC\b|\bTj\b|\bT\*|\bre f|\bDo\b| l S", stream):
            depth += {"BDC": 1, "EMC": -1}.get(token, 0)
            assert depth in (0, 1)
            assert depth == 1 or token in ("EMC", "T*"), token
        assert depth == 0


def test_words_over_two_lines_are_read_with_a_blank(three):
    raw = "".join(page.get_contents().get_data().decode("latin-1") for page in three.pages)
    assert re.search(r"We danken u \) Tj T\*", raw)


def test_a_draft_says_so_on_every_page():
    draft = read(samples.letter(30, draft=True))
    assert all("ONTWERP: niet verzenden" in text for text in pages(draft))
    assert draft.metadata.title.startswith("ONTWERP")
    assert "ONTWERP" not in words(read(samples.letter(30)))


def test_a_missing_place_is_boxed_with_its_label():
    gap = f"{MISSING_OPEN}naam van de zaakvoerder{MISSING_CLOSE}"
    reader = read(
        samples.letter(
            0,
            salutation=f"Geachte mevrouw {gap}",
            signatory_name=gap,
            subject=f"Over {gap}",
            draft=True,
        )
    )
    text = words(reader)
    assert "Geachte mevrouw [naam van de zaakvoerder]," in text
    assert MISSING_OPEN not in text
    assert reader.metadata.title == "ONTWERP – Over [naam van de zaakvoerder]"
    raw = reader.pages[0].get_contents().get_data().decode("latin-1")
    assert raw.count(".988235 .941176 .854902 rg") >= 2, "the box is filled"


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(codec="latin-1", exclude_categories=["Cc", "Zs", "Cf"]),
        min_size=1,
        max_size=25,
    )
)
@example("<img")
@example('<img/src="/etc/passwd"/>')
@example("<b>")
@example("</para>")
@example("&lt;b&gt;")
@example("&amp;")
@example("<a/href='file:///etc/passwd'>")
@example("%s{0}{{x}}")
@example("<!--")
def test_whatever_was_typed_is_printed_and_never_obeyed(text):
    block = Block(BlockKind.PARAGRAPH, f"begin {text} einde")
    table = Block(BlockKind.TABLE, columns=(TableColumn(text, 1),), rows=((text,),))
    reader = read(samples.letter(0, blocks=(block, table), subject=text, addressee_lines=(text,)))
    assert f"begin {text} einde" in words(reader)
    assert not any(
        "/XObject" in page["/Resources"]
        and any(
            form.get_object()["/Subtype"] == "/Image"
            for form in page["/Resources"]["/XObject"].values()
        )
        for page in reader.pages
    )


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
@example("\x00\ud800")
@example("⟦⟦x⟧")
def test_any_text_at_all_makes_a_letter(text):
    letter_pdf(
        samples.letter(
            0,
            subject=text,
            salutation=text,
            sender_lines=(text,),
            signatory_name=text,
            references=((text, text),) * 6,
            blocks=(Block(BlockKind.BULLETS, items=(text, text)),),
        ),
        made_at=samples.MADE_AT,
    )


def test_a_word_without_end_stays_inside_its_column():
    word = "Loopbaanbegeleidingsdossiercontroleverslaggevingsverplichting" * 3
    table = Block(
        BlockKind.TABLE,
        columns=(
            TableColumn("Nr.", 0.1),
            TableColumn("Vaststelling", 0.2),
            TableColumn("Rest", 0.7),
        ),
        rows=((word, word, word),),
    )
    text = words(read(samples.letter(0, blocks=(table,)))).replace(" ", "")
    assert text.count(word) == 3, "broken by force, and no sign of it lost"


def test_the_same_facts_give_the_same_bytes_in_another_process(tmp_path):
    made = write_letter(samples.letter(3), tmp_path / "brief.pdf", made_at=samples.MADE_AT)
    assert sha256(made.path.read_bytes()).hexdigest() == made.sha256
    assert sha256(letter_pdf(samples.letter(3), made_at=samples.MADE_AT)).hexdigest() == made.sha256
    script = (
        "import sys; sys.path[:0] = ['.', 'tests/controllers/export']\n"
        "import samples; from hashlib import sha256\n"
        "from controllers.export.letter import letter_pdf\n"
        "letter_pdf(samples.letter(0), made_at=samples.MADE_AT)\n"
        "print(sha256(letter_pdf(samples.letter(3), made_at=samples.MADE_AT)).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        check=True,
        text=True,
        capture_output=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert told.stdout.strip() == made.sha256


def test_another_fact_gives_another_id():
    def identity(document):
        return read(document).trailer["/ID"]

    assert identity(samples.letter(0)) != identity(samples.letter(0, closing="Hoogachtend"))


def test_addressee_lines_are_never_empty_nor_more_than_seven():
    assert address_lines(("a", "", " ", "b "), 7) == ["a", "b"]
    assert address_lines(tuple("abcdefghi"), 7) == ["a", "b", "c", "d", "e", "f", "g h i"]


def test_opening_the_doors_loads_no_library():
    script = (
        "import sys; sys.path.insert(0, '.')\n"
        "import controllers.export.checklist, controllers.export.letter\n"
        "import controllers.export.workbook, controllers.export.landing\n"
        "print([name for name in ('openpyxl', 'reportlab') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, text=True, capture_output=True
    )
    assert told.stdout.strip() == "[]"
