"""Lists of other offices: other words, other order, other habits, the same facts."""

import random
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from controllers.intake.centre_list import read_centre_list
from controllers.intake.centre_reading import CentreListReading, SheetMapping
from controllers.intake.refusals import CentreListUnrecognised
from controllers.intake.report import Action
from models.centres.values import EngagementType, Qualification
from models.mandates.values import CertificateKind
from lists import CENTRE_HEADERS, ENGLISH, FRENCH, OTHER_DUTCH, centre, centre_rows, number, place_number, save  # fmt: skip

TODAY = date(2026, 5, 4)


def read(path: Path) -> CentreListReading:
    return read_centre_list(path, TODAY)


def assert_whole(reading: CentreListReading, count: int = 5) -> None:
    """All centres of `centre_rows`, every fact right and nothing to say about them."""
    assert len(reading.centres) == count
    sheet = reading.sheet("centres")
    assert sheet is not None
    assert [issue.code for issue in sheet.issues] == []
    for index, facts in enumerate(reading.centres):
        wanted = centre(index)
        assert facts.enterprise_number == wanted["kbo"]
        assert (facts.legal_name, facts.trade_name) == (wanted["name"], wanted["trade"])
        assert facts.legal_form == "BV"
        assert facts.address.lines() == (f"Kerkstraat {wanted['nr']}", "9000 Gent")
        assert (facts.phone, facts.email) == ("+3225061205", wanted["email"])
        assert facts.mandate_number == wanted["mandate"]
        assert (facts.mandate_start, facts.mandate_end) == (wanted["start"], wanted["end"])
        assert facts.certificate is CertificateKind.ISO_9001
        assert facts.certificate_end == wanted["cert_end"]
        assert facts.officer == "Lotte Verhaegen"


@pytest.mark.parametrize("headers", [CENTRE_HEADERS, OTHER_DUTCH, FRENCH, ENGLISH])
def test_headers_in_other_words_and_languages(tmp_path: Path, headers: dict[str, str]) -> None:
    assert_whole(read(save(tmp_path / "a.xlsx", ("Blad1", centre_rows(headers)))))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("headers", [CENTRE_HEADERS, OTHER_DUTCH, FRENCH, ENGLISH])
def test_columns_in_any_order(tmp_path: Path, headers: dict[str, str], seed: int) -> None:
    keys = list(headers)
    random.Random(seed).shuffle(keys)
    shuffled = {key: headers[key] for key in keys}
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", centre_rows(shuffled)))))


def test_capitals_accents_and_line_breaks_in_headers(tmp_path: Path) -> None:
    headers = {key: f" {word.upper()}:\n*" for key, word in FRENCH.items()}
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", centre_rows(headers)))))


def test_three_empty_rows_and_an_empty_column_first(tmp_path: Path) -> None:
    rows: list[list[Any]] = [[], [], []]
    rows += [[None, *row] for row in centre_rows(CENTRE_HEADERS)]
    reading = read(save(tmp_path / "a.xlsx", ("x", rows)))
    assert_whole(reading)
    sheet = reading.sheet("centres")
    assert sheet is not None
    assert (sheet.header_row, sheet.first_row, sheet.last_row) == (4, 5, 9)
    assert sheet.columns["enterprise_number"].letter == "B"


def test_titles_above_and_totals_and_notes_below(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Lijst van de centra, toestand mei 2026"],
        ["Vertrouwelijk", "Niet verspreiden"],
        [],
    ]
    rows += centre_rows(CENTRE_HEADERS)
    rows += [["Totaal", "=COUNTA(A5:A9)"], [], ["Bron: eigen telling"], ["* nog na te kijken"]]
    reading = read(save(tmp_path / "a.xlsx", ("x", rows)))
    assert_whole(reading)
    sheet = reading.sheet("centres")
    assert sheet is not None
    assert sheet.title_rows == (1, 2)
    assert sheet.totals_row == 10
    assert [text for _row, text in sheet.notes] == ["Bron: eigen telling", "* nog na te kijken"]


def test_titles_over_groups_of_columns(tmp_path: Path) -> None:
    headers = CENTRE_HEADERS | {"mandate": "Nummer", "start": "Van", "end": "Tot"}
    above = [{"mandate": "Mandaat"}.get(key) for key in headers]
    path = save(tmp_path / "a.xlsx", ("x", [above, *centre_rows(headers)]))
    book = load_workbook(path)
    place = list(headers).index("mandate") + 1
    book["x"].merge_cells(start_row=1, end_row=1, start_column=place, end_column=place + 2)
    book.save(path)
    assert_whole(read(path))


def test_blank_rows_and_a_repeated_header_in_between(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS)
    rows[3:3] = [[], rows[0]]
    reading = read(save(tmp_path / "a.xlsx", ("x", rows)))
    assert_whole(reading)
    sheet = reading.sheet("centres")
    assert sheet is not None
    assert sheet.blank_rows == (4,)
    assert [row for row, _text in sheet.notes] == [5]


def test_everything_as_text(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS)
    for row in rows[1:]:
        row[:] = [v.strftime("%d/%m/%Y") if isinstance(v, date) else str(v) for v in row]
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", rows))))


@pytest.mark.parametrize(
    "write",
    [
        lambda day: day.strftime("%d-%m-%y"),
        lambda day: day.isoformat(),
        lambda day: datetime(day.year, day.month, day.day, 13, 5),
        lambda day: (day - date(1899, 12, 30)).days,
        lambda day: f"{day.day}.{day.month}.{day.year}",
        lambda day: {1: "1 januari 2024", 12: "31 dec. 2029", 6: "30 juin 2028"}[day.month],
    ],
)
def test_days_in_other_writings(tmp_path: Path, write: Any) -> None:
    rows = centre_rows(CENTRE_HEADERS)
    for row in rows[1:]:
        row[:] = [write(v) if isinstance(v, date) else v for v in row]
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", rows))))


def test_numbers_kept_as_numbers(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS)
    for row in rows[1:]:
        row[0] = float(row[0])
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", rows))))


def test_days_counted_from_1904(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", ("x", centre_rows(CENTRE_HEADERS)))
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)
    sheet = book.active
    assert sheet is not None
    for row in load_workbook(path)["x"].iter_rows(values_only=True):
        sheet.append(row)
    book.save(path)
    assert_whole(read(path))


def test_address_and_place_in_one_column_each(tmp_path: Path) -> None:
    headers = ["KBO", "Naam", "Straat en nummer", "Postcode en gemeente"]
    rows = [headers, [number(1_234_000), "A", "Oude Markt 30 bus 2", "B-9000 Gent"]]
    (facts,) = read(save(tmp_path / "a.xlsx", ("x", rows))).centres
    assert facts.address.lines() == ("Oude Markt 30 bus 2", "9000 Gent")


def establishments() -> list[list[Any]]:
    return [
        ["Vestigingseenheidsnr", "BTW-nummer", "Naam v/d vestiging", "Adres", "Actief?", "Vanaf", "T.e.m."],
        ["2.147.812.701", "BE " + number(1_234_000), "Gent", "Kerkstraat 1, 9000 Gent", "ja", "1/1/2024", None],
        [float(place_number(21_478_127)), number(1_234_001), "Aalst", "Markt 2, 9300 Aalst", "x", "1/1/2024", "heden"],
    ]  # fmt: skip


def counsellors() -> list[list[Any]]:
    return [
        ["Centrum", "Ondernemingsnr", "Naam", "Voornaam", "GSM", "Mailadres", "Type contract", "BK", "Datum BK", "Talenkennis"],
        ["Loopbaanhuis 0", number(1_234_000), "Peeters", "An", 473725383, "an@a.be", "in loondienst", "Behaald", "3/4/2024", "NL"],
        ["Loopbaanhuis 1", number(1_234_001), "Maes", "Jo", None, "jo@b.be", "Zelfstandige", "in opleiding", None, "NL, FR"],
    ]  # fmt: skip


def test_sheets_in_another_order_under_other_names(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx",
        ("Leesmij", [["Deze werkmap bevat drie lijsten."], ["Vragen? Bel Lotte."]]),
        ("Blad3", counsellors()),
        ("locaties", establishments()),
        ("2026", centre_rows(CENTRE_HEADERS)),
    )
    reading = read(path)
    assert_whole(reading)
    assert [sheet.role for sheet in reading.sheets] == [
        "",
        "counsellors",
        "establishments",
        "centres",
    ]
    assert [f.address.postal_code for f in reading.establishments] == ["9000", "9300"]
    assert [f.active for f in reading.establishments] == [True, True]
    first, second = reading.counsellors
    assert (first.first_name, first.last_name, first.phone) == ("An", "Peeters", "+32473725383")
    assert (first.engagement_type, first.qualification) == (EngagementType.EMPLOYEE, Qualification.YES)  # fmt: skip
    assert first.qualification_date == date(2024, 4, 3)
    assert (second.engagement_type, second.qualification) == (EngagementType.FREELANCE, Qualification.IN_PROGRESS)  # fmt: skip


@pytest.mark.parametrize(("rows", "role"), [(establishments, "establishments"), (counsellors, "counsellors")])  # fmt: skip
def test_one_sheet_alone_is_fine(tmp_path: Path, rows: Any, role: str) -> None:
    reading = read(save(tmp_path / "a.xlsx", ("x", rows())))
    assert [sheet.role for sheet in reading.sheets] == [role]
    assert "centre_unknown" not in {i.code for s in reading.sheets for i in s.issues}


def test_a_counsellor_known_by_the_name_of_the_centre(tmp_path: Path) -> None:
    people = [
        ["Centrum", "Naam en voornaam", "E-mail"],
        ["LOOPBAANHUIS 2 bv", "Van den Berg Els", "els@a.be"],
    ]
    path = save(tmp_path / "a.xlsx", ("a", centre_rows(CENTRE_HEADERS)), ("b", people))
    (facts,) = read(path).counsellors
    assert facts.enterprise_number == centre(2)["kbo"]
    assert (facts.last_name, facts.first_name) == ("Van den Berg", "Els")


def test_a_number_column_without_a_clear_header_is_known_by_what_it_holds(tmp_path: Path) -> None:
    headers = CENTRE_HEADERS | {"kbo": "Sleutel"}
    assert_whole(read(save(tmp_path / "a.xlsx", ("x", centre_rows(headers)))))


def test_a_missing_key_column_is_a_clear_question(tmp_path: Path, dutch: None) -> None:
    headers = {key: word for key, word in CENTRE_HEADERS.items() if key != "kbo"}
    (sheet,) = read(save(tmp_path / "a.xlsx", ("Lijst", centre_rows(headers)))).sheets
    assert sheet.role == "centres"
    assert sheet.facts == ()
    (question,) = sheet.questions
    assert question.code == "column_missing"
    assert question.reason == (
        "In blad “Lijst” is geen kolom gevonden voor ondernemingsnummer."
        " Geef de kolom die naam in Excel, bewaar en lees opnieuw in."
    )


def test_two_columns_that_may_both_be_it_are_a_question(tmp_path: Path, dutch: None) -> None:
    rows = centre_rows(CENTRE_HEADERS)
    rows = [[*row, "E-mail" if at == 0 else "ander@a.be"] for at, row in enumerate(rows)]
    (sheet,) = read(save(tmp_path / "a.xlsx", ("Lijst", rows))).sheets
    (question,) = sheet.questions
    assert question.code == "column_doubtful"
    assert "J, Q" in question.reason
    assert all(facts.email == "" for facts in sheet.facts)


def test_what_a_person_pointed_out_goes_before(tmp_path: Path) -> None:
    headers = CENTRE_HEADERS | {"kbo": "Sleutel", "name": "Kolom 2"}
    rows = centre_rows(headers, count=2)
    rows[1][0] = rows[2][0] = "x"
    path = save(tmp_path / "a.xlsx", ("Lijst", rows))
    mapping = {"Lijst": SheetMapping("centres", 1, {"enterprise_number": "A", "legal_name": "B"})}
    reading = read_centre_list(path, TODAY, mapping)
    assert [facts.legal_name for facts in reading.centres] == ["Onderneming 0", "Onderneming 1"]
    sheet = reading.sheet("centres")
    assert sheet is not None
    assert sheet.rows_with(Action.REFUSE_ROW) == (2, 3)


def test_a_workbook_about_something_else_is_refused(tmp_path: Path, dutch: None) -> None:
    path = save(tmp_path / "menu.xlsx", ("Week", [["Dag", "Soep"], ["ma", "tomaat"]]))
    with pytest.raises(CentreListUnrecognised) as refusal:
        read(path)
    assert "menu.xlsx" in str(refusal.value)
    assert "ondernemingsnummer" in str(refusal.value)


def test_a_day_written_the_american_way_is_a_question(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS, count=1)
    rows[1][list(CENTRE_HEADERS).index("end")] = "12/31/2029"
    (sheet,) = read(save(tmp_path / "a.xlsx", ("x", rows))).sheets
    assert [issue.code for issue in sheet.issues] == ["date_unreadable"]


def test_a_national_number_as_a_number_in_an_unknown_column(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS, count=1)
    rows[0].append("Sleutel zaakvoerder")
    rows[1].append(86082296741)
    reading = read(save(tmp_path / "a.xlsx", ("x", rows)))
    (sheet,) = reading.sheets
    (issue,) = sheet.issues
    assert (issue.code, issue.column, issue.raw) == ("rrn_in_cell", "Q", "XXXXXXXXXXX")
    assert "86082296741" not in repr(reading)


def test_a_removal_is_seen_whatever_the_order_of_the_rows(tmp_path: Path) -> None:
    rows = [
        ["Vestigingsnummer", "Ondernemingsnummer", "Naam vestiging", "Postcode", "Sinds", "Tot"],
        ["2.147.812.701", number(1_234_001), "Nieuw", 9000, "1/7/2025", None],
        ["2.147.812.701", number(1_234_000), "Oud", 9000, "1/1/2020", "30/6/2025"],
    ]
    (sheet,) = read(save(tmp_path / "a.xlsx", ("x", rows))).sheets
    assert [(i.row, i.code, i.other_row) for i in sheet.issues] == [(2, "establishment_moved", 3)]


def test_a_shared_mailbox_does_not_make_two_people_one(tmp_path: Path) -> None:
    rows = counsellors()
    rows[2][5] = "an@a.be"
    (sheet,) = read(save(tmp_path / "a.xlsx", ("x", rows))).sheets
    assert [(i.row, i.code) for i in sheet.issues if i.field == "email"] == [(3, "email_shared")]
