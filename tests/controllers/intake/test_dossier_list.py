"""Lists of dossiers as centres give them: every coding, header or not, and nothing of clients."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from openpyxl import Workbook

from controllers.intake.dossier_list import (
    ListColumnUnclear,
    ListNotText,
    ListWithoutNumbers,
    read_dossier_list,
    read_dossier_text,
)
from models.checks.rules.draw import check_numbers, draw
from models.checks.values.sampling import Listed
from models.checks.values.sampling_refusals import ColumnToSpreadUnknown
from models.kernel.errors import Refused

DATA = Path(__file__).resolve().parents[2] / "data"
EXPECTED = json.loads((DATA / "expected_dossier_lists.json").read_text("utf-8"))["files"]
LISTS = sorted(name for name in EXPECTED if name.startswith("dossierlijst"))
ROWS = [
    ("Dossiernummer", "Begeleider"),
    ("0001", "An Coach"),
    ("0002", "Bo Gids"),
    ("0003", "An Coach"),
    ("0004", "Bo Gids"),
    ("0002", "Bo Gids"),
]
"""With a number that stands twice, in row 6."""
TABLE = "\r\n".join(";".join(row) for row in ROWS)


def line_of(facts, row: int) -> int:
    """The physical line of a row: a cell with a line end within takes one more."""
    lines = {r["line"] - r["record"] for r in facts["records"]}
    breaks = [i["line"] for i in facts["issues"] if i["code"] == "text_with_separator"]
    assert lines
    line = row
    for place in sorted(breaks):
        line += place < line
    return line


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_of_three_centres_are_read_as_expected(name: str) -> None:
    facts, found = EXPECTED[name], read_dossier_list(DATA / name)
    assert found.name == name
    assert len(set(found.numbers)) == facts["distinct_dossiers"]
    assert set(found.numbers) == {each["id"] for each in facts["records"] if each["id"]}
    missing = [each for each in facts["issues"] if each["code"] == "id_missing"]
    assert len(found.numbers) == facts["data_records"] - len(missing)
    assert [line_of(facts, row) for row in found.without_number] == [m["line"] for m in missing]
    assert bool(found.totals) is facts["totals_line"]
    clients = [c["header"] for c in facts["columns"] if c["field"] == "client"]
    assert list(found.dropped) == clients
    coach = next(c["header"] for c in facts["columns"] if c["field"] == "coach")
    assert found.offered[0] == coach


@pytest.mark.parametrize("name", LISTS)
def test_every_duplicate_is_told_with_its_row(name: str) -> None:
    facts, found = EXPECTED[name], read_dossier_list(DATA / name)
    told = {
        (each["line"], each["raw"], each["other_line"])
        for each in facts["issues"]
        if each["code"].startswith("duplicate") and each["field"] == "id"
    }
    assert {
        (line_of(facts, one.row), one.number, line_of(facts, one.first_row)) for one in found.twice
    } == told


@pytest.mark.parametrize("name", LISTS)
def test_what_is_kept_reads_back_and_holds_no_client(name: str) -> None:
    found = read_dossier_list(DATA / name)
    again = read_dossier_text(found.as_text())
    assert (again.numbers, again.offered) == (found.numbers, found.offered)
    assert (again.rows, again.twice) == (found.rows, found.twice)
    for by in found.offered:
        assert again.entries(by) == found.entries(by)
    for private in ("Van de Velde", "75.07.15", "Naam cliënt"):
        assert private not in found.as_text()
        assert not any(private in cell for cells in found.columns.values() for cell in cells)


@pytest.mark.parametrize(
    ("coding", "part"),
    [
        ("utf-8", ";"),
        ("utf-8-sig", ","),
        ("cp1252", ";"),
        ("utf-16", "\t"),
        ("utf-16-le", ";"),
        ("utf-16-be", "|"),
    ],
)
def test_any_coding_and_any_separator_gives_the_same(tmp_path: Path, coding, part) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(
        "\n".join(part.join(row) for row in ROWS).replace("Gids", "Één").encode(coding)
    )
    found = read_dossier_list(path)
    assert found.numbers == ("0001", "0002", "0003", "0004", "0002")
    assert found.rows == (2, 3, 4, 5, 6)
    assert found.columns["Begeleider"][1] == "Bo Één"


def test_a_workbook_gives_the_same_as_the_text(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Lijst voor het bezoek"])
    book.create_sheet("Dossiers")
    sheet = book["Dossiers"]
    sheet.append([])
    for row in ROWS:
        sheet.append(row)
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    found = read_dossier_list(path)
    assert found.numbers == read_dossier_text(TABLE).numbers
    assert [(one.row, one.number, one.first_row) for one in found.twice] == [(7, "0002", 4)]


@pytest.mark.parametrize(
    ("pasted", "numbers"),
    [
        ("KZ-1\nKZ-2\n\nKZ-3", ("KZ-1", "KZ-2", "KZ-3")),
        ("KZ-1; KZ-2; KZ-3", ("KZ-1", "KZ-2", "KZ-3")),
        ("KZ-1; KZ-2\nKZ-3; KZ-4\n", ("KZ-1", "KZ-2", "KZ-3", "KZ-4")),
        ("0001 0002 0003", ("0001", "0002", "0003")),
        ("Dossiernummer\n0001\n0002", ("0001", "0002")),
        ("Nr\t\n1\t\n2\t", ("1", "2")),
        ('"Nr";"Coach"\n"00;1";"a"\n"00\n2";"b"', ("00;1", "00 2")),
        ("sep=;\nDossier;Klant\n7;x\n8;y", ("7", "8")),
        ("  KZ  1 \nKZ\u00a02", ("KZ 1", "KZ 2")),
        ("D\u00c9-1\nDE\u0301-1", ("D\u00c9-1", "D\u00c9-1")),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_a_list_is_pasted_in_many_ways(pasted: str, numbers: tuple[str, ...]) -> None:
    assert read_dossier_text(pasted).numbers == numbers


def test_the_number_is_found_without_a_header_and_clients_are_left_out() -> None:
    found = read_dossier_text(
        "1;2024/001;Van de Velde Piet;An Coach\n2;2024/002;Lievens Jonas;An Coach\n"
        "3;2024/003;Peeters Eva;An Coach\n4;2024/004;Smets Ria;Els Gids\n"
    )
    assert len(found.dropped) == 1
    assert "Lievens" not in found.as_text()
    assert any("Els Gids" in cells for cells in found.columns.values())


def test_days_are_spread_over_by_quarter() -> None:
    rows = "\n".join(f"{nr};{day:02}/0{month}/2025" for nr, day, month in
                     [(1, 3, 1), (2, 4, 3), (3, 9, 4), (4, 20, 6)])  # fmt: skip
    found = read_dossier_text(f"Dossier;Einddatum\n{rows}")
    groups = [entry.group for entry in found.entries("einddatum")]
    assert groups == ["2025 K1", "2025 K1", "2025 K2", "2025 K2"]


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ColumnToSpreadUnknown, match="Begeleider"):
        read_dossier_text(TABLE).entries("vestiging")


def test_a_column_of_clients_cannot_be_spread_over() -> None:
    with pytest.raises(ColumnToSpreadUnknown):
        read_dossier_list(DATA / LISTS[0]).entries("Naam cliënt")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(b"\x89PNG\0\0\0", ListNotText), (b"   ", ListNotText),
     (b"Naam;Voornaam\nPeeters;Jan\nJansen;Piet", ListWithoutNumbers)],
)  # fmt: skip
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, refusal) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    with pytest.raises(refusal, match="lijst.csv"):
        read_dossier_list(path)


@pytest.mark.parametrize(
    "number",
    ["Totaal-77", "Totaal77", "Som-12", "Aantal/3", "Totaal-001 B", "Totaal A-3"],
)
def test_a_number_that_begins_as_a_total_is_a_number(number: str) -> None:
    found = read_dossier_text(f"A-1\nA-2\n{number}\nA-3")
    assert found.numbers == ("A-1", "A-2", number, "A-3")
    assert not found.totals
    assert draw(found.entries(), "zaad", 4).population == 4


@pytest.mark.parametrize("between", ["-00", " "])
def test_a_list_of_nothing_but_such_numbers_is_a_list(between: str) -> None:
    numbers = tuple(f"Totaal{between}{each}" for each in (1, 2, 3))
    assert read_dossier_text("\n".join(numbers)).numbers == numbers


@pytest.mark.parametrize(
    "total", ["Totaal", "TOTAAL:", "Totaal: 2", "Algemeen totaal", "Som", "Aantal dossiers: 2",
              "Totaal 2", "Eindtotaal", "Totaal aantal dossiers", "Totaal begeleidingen: 12",
              "Totaal uren 120", "Totaal 2024: 12", "Totaal (12)", "Totaal team 3: 12"]
)  # fmt: skip
@pytest.mark.parametrize("rest", ["", ";85"])
def test_a_row_that_adds_up_is_left_out_with_its_row_and_words(total: str, rest: str) -> None:
    head = "Dossiernummer;Uren" if rest else "Dossiernummer"
    found = read_dossier_text(f"{head}\nA-1{rest}\nA-2{rest}\n\n{total}{rest}")
    assert found.numbers == ("A-1", "A-2")
    assert [(one.row, one.text) for one in found.totals] == [(5, total)]
    again = read_dossier_text(found.as_text())
    assert (again.numbers, again.totals) == (found.numbers, found.totals)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("D-1\nD-2\nTotaal: 2\nD-3\nD-4\nD-5\nTotaal: 3", 5),
        ("D-1;D-2\nD-3;D-4\nTotaal: 4;", 4),
        ("D-1; D-2; D-3; Totaal 3", 3),
    ],
)
def test_a_total_is_left_out_wherever_and_however_often_it_stands(text: str, numbers: int) -> None:
    found = read_dossier_text(text)
    assert found.numbers == tuple(f"D-{each}" for each in range(1, numbers + 1))
    assert found.totals


def test_a_sheet_of_words_does_not_win_from_the_one_with_codes(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Aanmelding", "Begeleider"])
    for number in range(120):
        book.active.append([f"K-{number:03}", "An Peeters"])
    told = book.create_sheet("Toelichting")
    for words in ("Lijst van 2025", "Periode 1 tot 12", "Versie 2"):
        told.append([words])
    path = tmp_path / "aanmeldingen.xlsx"
    book.save(path)
    with pytest.raises(ListColumnUnclear, match="Aanmelding"):
        read_dossier_list(path)


def test_a_workbook_of_centres_is_refused_by_the_column_it_would_have_been() -> None:
    with pytest.raises(ListColumnUnclear, match="Dossiernummer") as refused:
        read_dossier_list(DATA / "centrumlijst.xlsx")
    assert refused.value.facts["column"] == "Nr"


def test_a_workbook_of_respondents_is_refused_but_not_beside_a_list(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Respondentnr", "Centrum", "V1. Onthaal", "Aanbevelen (0-10)"])
    for number in range(25001, 25031):
        book.active.append([str(number), "Praktijk", "4", "10"])
    path = tmp_path / "tevredenheid.xlsx"
    book.save(path)
    with pytest.raises(ListColumnUnclear, match="Respondentnr"):
        read_dossier_list(path)
    listed = book.create_sheet("Lijst")
    for row in ROWS:
        listed.append(row)
    book.save(path)
    assert read_dossier_list(path).numbers == read_dossier_text(TABLE).numbers


@pytest.mark.parametrize("called", ["Actie", "Huisnummer"])
def test_a_pasted_column_that_is_called_otherwise_is_named(called: str) -> None:
    found = read_dossier_text(f"{called};Soort\n1;a\n2;b\n3;c")
    assert found.doubt == called
    assert not read_dossier_text("Nr;Soort\n1;a\n2;b\n3;c").doubt
    assert read_dossier_text("Nr;Soort\n1;a\n1;b\n3;c").doubt == "Nr"


def test_bytes_that_are_no_text_a_mail_and_a_folder_are_refused_by_kind(tmp_path: Path) -> None:
    noise = tmp_path / "ruis.csv"
    noise.write_bytes(random.Random(4).randbytes(3000))
    mail = tmp_path / "klacht.txt"
    mail.write_text("From: a@b.example\nTo: c@d.example\nSubject: Klacht\nDate: 1\n\nDossier 12")
    paper = tmp_path / "lijst.txt"
    paper.write_bytes(b"%PDF-1.7 12 0 obj")
    for path, kind in ((noise, "something"), (mail, "mail"), (paper, "PDF"), (tmp_path, "folder")):
        with pytest.raises(ListNotText, match=f"no list but .*{kind}.*CSV"):
            read_dossier_list(path)


def test_a_refusal_repeats_only_the_beginning_of_what_it_refuses() -> None:
    for given in ("Jan Peeters " * 100, "1234567890" * 100):
        with pytest.raises(Refused) as refused:
            check_numbers([Listed(given)])
        assert len(str(refused.value)) < 250
