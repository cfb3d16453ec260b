"""The sheet of a centre read back: one tagged page, the facts of the cockpit, the same bytes."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pypdf
import pytest

from controllers.bundle import Controllers
from controllers.export.centre_sheet import centre_sheet, sheet_pdf
from controllers.export.sheet_parts import CentreSheet, Line, Part, Task
from controllers.language import in_dutch, speak, spoken
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

SENT = date(2025, 11, 3)
LONG = "Naamloze vennootschap voor loopbaanbegeleiding en talentontwikkeling van de Vlaamse Rand "


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def centre(do: Controllers) -> UUID:
    check = finished_check(do)
    do.letters.set_date(do.letters.write_audit_letter(check), SENT)
    found = do.checks.file(check).centre_id
    do.mandates.add(found, "LB-2022-0027", date(2022, 7, 1))
    do.mandates.add_certificate(found, None, date(2028, 6, 19))
    do.surveys.add(found, date(2025, 1, 1), date(2025, 12, 31), 12, 9)
    return found


def read(pdf: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def test_the_facts_of_the_cockpit_stand_on_one_page(do: Controllers, centre: UUID, tmp_path: Path):
    made = do.outgoing.centre_sheet(centre, tmp_path / "blad")
    assert made.path.name == "blad.pdf"
    reader, text = read(made.path.read_bytes())
    assert len(reader.pages) == 1
    for fact in (
        "Loopbaanhuis De Kade",
        "0566.988.259",
        "LB-2022-0027: van 1 juli 2022 tot en met 30 juni 2028",
        "jaar 4 van 6",
        "Vandaag: geldig",
        "Volgend mandaat, 1 jul 2028: nog niet gedekt. 12 dagen zonder certificaat",
        "Afspraken: 1 open, 1 te laat",
        "75 % [47–91], n = 12",
        "Kaai 12, 9000 Gent",
        "Auditbrief",
    ):
        assert fact in text, fact


def test_the_same_facts_give_the_same_bytes(do: Controllers, centre: UUID, tmp_path: Path):
    one = do.outgoing.centre_sheet(centre, tmp_path / "a.pdf")
    two = do.outgoing.centre_sheet(centre, tmp_path / "b.pdf")
    assert one.sha256 == two.sha256
    do.centres.edit(centre, "officer", "Filip Loos")
    assert do.outgoing.centre_sheet(centre, tmp_path / "c.pdf").sha256 != one.sha256


def test_it_reads_aloud_and_carries_its_own_fonts(do: Controllers, centre: UUID, tmp_path: Path):
    made = do.outgoing.centre_sheet(centre, tmp_path / "blad.pdf")
    reader, _text = read(made.path.read_bytes())
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-BE"
    fonts = reader.pages[0]["/Resources"]["/Font"]
    named = [font.get_object()["/BaseFont"] for font in fonts.values()]
    assert named
    assert all("NotoSans" in name for name in named)


def test_paper_is_dutch_whatever_the_screen_speaks(do: Controllers, centre: UUID, tmp_path: Path):
    speak("en")
    made = do.outgoing.centre_sheet(centre, tmp_path / "blad.pdf")
    assert "Kwaliteitscertificaat" in read(made.path.read_bytes())[1]
    assert spoken() == "en"


def test_a_centre_of_which_nothing_is_known_has_its_page(do: Controllers, tmp_path: Path):
    empty = do.centres.add("0887010362", "Talentkaai")
    made = do.outgoing.centre_sheet(empty, tmp_path / "blad.pdf")
    reader, text = read(made.path.read_bytes())
    assert len(reader.pages) == 1
    assert "Geen mandaat bekend" in text
    assert "Geen metingen" in text
    assert "%" not in text.replace("75 %", "")
    assert "Notities" in text


def filled(do: Controllers, centre: UUID, count: int, words: int) -> CentreSheet:
    """The sheet of this centre with so many measures of so many words."""
    with in_dutch():
        sheet = centre_sheet(do.cockpit.of(centre))
    what = "Noteer bij de intake de loopbaanvraag in de woorden van de klant. " * words
    tasks = [Task("24 jul 2025", what, "Vraag · bezoek van 19 mei 2025", "284 dagen te laat")]
    return replace(sheet, tasks=tuple(tasks * count))


def test_twelve_measures_show_nine_and_say_that_there_are_more(do: Controllers, centre: UUID):
    with in_dutch():
        reader, text = read(sheet_pdf(filled(do, centre, 12, 1)))
    assert len(reader.pages) == 1
    assert text.count("284 dagen te laat") == 9
    assert "en nog 3 …" in text


def test_the_fullest_centre_with_the_longest_names_stays_on_one_page(do: Controllers, centre: UUID):
    sheet = filled(do, centre, 40, 9)
    lines = tuple(Line(LONG * 4) for _each in range(9))
    parts = tuple(Part(LONG, lines) for _each in sheet.parts)
    full = replace(
        sheet, title=LONG * 3, sub=(LONG * 5,) * 2, parts=parts, mandate=parts[0],
        certificate=parts[0], satisfaction=parts[0],
    )  # fmt: skip
    with in_dutch():
        reader, text = read(sheet_pdf(full))
    assert len(reader.pages) == 1
    assert "en nog" in text


def test_a_sheet_of_the_past_says_so(do: Controllers, centre: UUID, tmp_path: Path):
    known = date(2026, 5, 1)
    made = do.outgoing.centre_sheet(centre, tmp_path / "blad.pdf", known)
    text = read(made.path.read_bytes())[1]
    assert "Zoals bekend op 1 mei 2026" in text
    assert "Stand op" not in text
    assert "Op 1 mei 2026: geldig" in text
    assert "1 mei 2026 valt in die periode" in text
    assert "vandaag" not in text.lower()
