"""The sample list of centres, read and scored against the truth that came with it."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from controllers.intake.centre_facts import CentreFacts
from controllers.intake.centre_list import read_centre_list
from controllers.intake.centre_reading import CentreListReading
from controllers.intake.report import Action

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 5, 4)
ROLES = {"Centra": "centres", "Vestigingen": "establishments", "Loopbaanbegeleiders": "counsellors"}
FIELDS = {
    "kbo": "enterprise_number", "name": "legal_name", "trade": "trade_name", "form": "legal_form", "nr": "house_number",
    "bus": "box", "postcode": "postal_code", "municipality": "locality", "mandate": "mandate_number", "m_from": "mandate_start",
    "m_to": "mandate_end", "cert": "certificate", "cert_to": "certificate_end", "vest": "establishment_number",
    "centre": "centre_name", "last": "last_name", "first": "first_name", "status": "engagement", "qual": "qualification",
    "qual_date": "qualification_date", "lang": "languages",
}  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    found = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    return found.get("files", found).get("centrumlijst.xlsx", found)


@pytest.fixture(scope="module")
def reading() -> CentreListReading:
    return read_centre_list(DATA / "centrumlijst.xlsx", TODAY)


@pytest.mark.parametrize("name", ROLES)
def test_the_frame_of_each_sheet(
    reading: CentreListReading, truth: dict[str, Any], name: str
) -> None:
    sheet, wanted = reading.sheet(ROLES[name]), truth["sheets"][name]
    assert sheet is not None
    assert sheet.name == name
    assert sheet.header_row == wanted["header_row"]
    assert (sheet.first_row, sheet.last_row) == (wanted["first_data_row"], wanted["last_data_row"])
    assert len(sheet.facts) == wanted["data_rows"]
    assert sheet.totals_row == wanted.get("totals_row")
    assert list(sheet.title_rows) == wanted.get("title_rows", [])
    assert list(sheet.blank_rows) == wanted["blank_rows_inside"]
    assert sorted(sheet.hidden_columns) == wanted.get("hidden_columns", [])
    assert sheet.questions == ()
    letters = {key: place.letter for key, place in sheet.columns.items()}
    for key, place in wanted["columns"].items():
        if key == "secret":
            assert (place["letter"], place["header"]) in sheet.unknown_columns
        else:
            ours = "name" if (name, key) == ("Vestigingen", "name") else FIELDS.get(key, key)
            assert letters[ours] == place["letter"], key


def as_record(facts: CentreFacts) -> dict[str, Any]:
    place = facts.address
    said = {
        "row": facts.row, "kbo": facts.enterprise_number, "name": facts.legal_name, "trade": facts.trade_name,
        "form": facts.legal_form, "street": place.street, "nr": place.house_number, "bus": place.box,
        "postcode": place.postal_code, "municipality": place.locality, "phone": facts.phone, "email": facts.email,
        "website": facts.website, "contact": facts.contact, "mandate": facts.mandate_number, "m_from": facts.mandate_start,
        "m_to": facts.mandate_end, "cert": facts.certificate, "cert_raw": facts.certificate_label,
        "cert_to": facts.certificate_end, "officer": facts.officer, "remark": facts.remark,
    }  # fmt: skip
    return {k: v.isoformat() if isinstance(v, date) else v or None for k, v in said.items()}


def test_every_fact_of_every_centre(reading: CentreListReading, truth: dict[str, Any]) -> None:
    records = truth["sheets"]["Centra"]["records"]
    assert len(reading.centres) == len(records)
    for facts, record in zip(reading.centres, records, strict=True):
        mine = as_record(facts)
        assert mine == {key: record[key] for key in mine}


@pytest.mark.parametrize("name", ROLES)
def test_every_issue_and_no_other(
    reading: CentreListReading, truth: dict[str, Any], name: str
) -> None:
    sheet, wanted = reading.sheet(ROLES[name]), truth["sheets"][name]
    assert sheet is not None
    mine = {
        (issue.row, issue.column, issue.field, issue.code, issue.action.value, issue.other_row)
        for issue in sheet.issues
    }
    theirs = {
        (i["row"], i["column"], FIELDS.get(i["field"], i["field"]), i["code"], i["action"], i.get("other_row"))
        for i in wanted["issues"]
    }  # fmt: skip
    assert mine == theirs
    assert list(sheet.rows_with(Action.REFUSE_ROW)) == wanted["refuse_rows"]
    assert list(sheet.rows_with(Action.QUESTION)) == wanted["question_rows"]
    assert list(sheet.rows_with(Action.REFUSE_VALUE)) == wanted["value_refused_rows"]
    assert sorted(sheet.waiting) == wanted.get("rows_whose_centre_row_was_refused", [])


def test_the_centres_are_counted(reading: CentreListReading, truth: dict[str, Any]) -> None:
    wanted = truth["sheets"]["Centra"]
    assert len(reading.usable_centres) == wanted["distinct_centres_with_a_usable_number"]
    refused = [facts for facts in reading.centres if not facts.enterprise_number]
    assert len(reading.usable_centres) + len(refused) == wanted["distinct_centres"]
    establishments, counsellors = (
        reading.counted("establishments"),
        reading.counted("counsellors"),
    )
    for number, counts in truth["per_centre"].items():
        assert establishments[number] == counts["establishments"], number
        assert counsellors[number] == counts["counsellors"], number


def test_establishments_and_counsellors_are_counted(
    reading: CentreListReading, truth: dict[str, Any]
) -> None:
    places, people = truth["sheets"]["Vestigingen"], truth["sheets"]["Loopbaanbegeleiders"]
    sheet = reading.sheet("establishments")
    assert sheet is not None
    warned = {issue.row for issue in sheet.issues if issue.code == "vest_check_digit"}
    numbers = {f.establishment_number for f in reading.establishments if f.row not in warned}
    assert len(numbers - {""}) == places["distinct_valid_establishment_numbers"]
    found = Counter(facts.qualification.value for facts in reading.counsellors)
    assert found == people["qualification_all_rows"]
    staff = reading.sheet("counsellors")
    assert staff is not None
    refused = set(staff.rows_with(Action.REFUSE_ROW))
    persons = {f.email or f.row for f in reading.counsellors if f.row not in refused}
    assert len(persons) == people["distinct_persons"]
    ways = Counter(f.engagement_type.value for f in reading.counsellors if f.engagement_type)
    assert ways == people["status_all_rows"]


def test_every_establishment_and_counsellor_has_readable_facts(reading: CentreListReading) -> None:
    sheet = reading.sheet("establishments")
    assert sheet is not None
    refused = set(sheet.rows_with(Action.REFUSE_ROW))
    unplaced = {i.row for i in sheet.issues if i.code == "postcode_invalid"}
    for facts in reading.establishments:
        assert len(facts.enterprise_number) == (0 if facts.row in refused else 10)
        assert len(facts.address.postal_code) == (0 if facts.row in unplaced else 4)
        assert facts.since is not None
        assert facts.active is not None
        assert facts.phone == "" or facts.phone.startswith("+32")
    assert all(facts.since for facts in reading.counsellors)


def test_no_national_number_leaves_the_reader(reading: CentreListReading) -> None:
    kept = repr(reading)
    for secret in ("78121895731", "86.08.22-967.41", "86082296741"):
        assert secret not in kept
    remarks = [f.remark for f in reading.counsellors if "XXX" in f.remark]
    assert remarks == ["attest op naam, XXXXXXXXXXX", "RR XX.XX.XX-XXX.XX"]


def test_every_reason_is_a_dutch_sentence(dutch: None) -> None:
    reading = read_centre_list(DATA / "centrumlijst.xlsx", TODAY)
    issues = [issue for sheet in reading.sheets for issue in sheet.issues]
    reasons = {issue.code: issue.reason for issue in issues}
    assert len(reasons) > 25
    for issue in issues:
        assert "{" not in issue.reason
        assert issue.reason.endswith((".", ".)"))
        assert not {"the", "Expected", "row", "is the"} & set(issue.reason.split())
    assert reasons["kbo_check_digit"].startswith("Ondernemingsnummer “")
    wrong = next(i for i in issues if i.row == 216 and i.code == "kbo_check_digit")
    assert wrong.reason == (
        "Ondernemingsnummer “0128.628.634”: het controlegetal is 34, maar 31 werd verwacht."
        " Laat het centrum zijn nummer bevestigen."
    )
