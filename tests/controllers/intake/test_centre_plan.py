"""What an import would do: new, changed, the same, in question, refused; and what it writes."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from controllers.intake.centre_facts import CentreFacts, CounsellorFacts, EstablishmentFacts, Facts
from controllers.intake.centre_list import read_centre_list
from controllers.intake.centre_plan import plan
from controllers.intake.centre_reading import CentreListReading, SheetReading
from controllers.intake.known import Kind, Known, KnownRecord
from controllers.intake.plan_values import CentreListPlan, Choice, Outcome
from controllers.intake.report import Issue
from lists import CENTRE_HEADERS, centre_rows, number, save
from models.centres.values import EngagementType, Qualification
from models.mandates.values import CertificateKind

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 5, 4)
ONE, TWO = number(1_234_000), number(1_234_001)
CENTRE = CentreFacts(
    row=2, enterprise_number=ONE, legal_name="Een", trade_name="Huis Een", phone="+3225061205", contact="An Van den Berg",
    mandate_number="M-1", mandate_start=date(2024, 1, 1), mandate_end=date(2029, 12, 31),
    certificate=CertificateKind.ISO_9001, certificate_label="ISO 9001", certificate_end=date(2028, 6, 30),
)  # fmt: skip
PLACE = EstablishmentFacts(
    row=2, enterprise_number=ONE, establishment_number="2147812701", name="Gent", active=True
)
PERSON = CounsellorFacts(
    row=2, enterprise_number=ONE, last_name="Maes", first_name="Jo", email="jo@a.be",
    engagement_type=EngagementType.EMPLOYEE, qualification=Qualification.YES, since=date(2024, 1, 1),
)  # fmt: skip


def sheet(role: str, *facts: Facts, issues: Iterable[Issue] = (), **more: object) -> SheetReading:
    return SheetReading(role.title(), role, visible=True, facts=facts, issues=tuple(issues), **more)  # type: ignore[arg-type]


def reading(*sheets: SheetReading) -> CentreListReading:
    return CentreListReading("lijst.xlsx", TODAY, sheets)


def stored(done: CentreListPlan, before: Iterable[KnownRecord] = ()) -> list[KnownRecord]:
    """What the database would hold after this plan."""
    records = {record.id: record for record in before}
    ids = {(write.kind, write.key): write.id or uuid.uuid4() for write in done.writes}
    people = {write.key: write for write in done.of(Kind.COUNSELLOR)}
    for write in done.writes:
        fields = dict(write.values)
        if write.kind is Kind.ENGAGEMENT and write.counsellor in people:
            person = people[write.counsellor].values
            fields |= {name: person.get(name) for name in ("email", "first_name", "last_name")}
        old = records.get(ids[write.kind, write.key])
        fields = {**(old.fields if old else {}), **fields}
        records[ids[write.kind, write.key]] = KnownRecord(
            write.kind, ids[write.kind, write.key], write.centre, fields
        )
    return list(records.values())


def outcomes(done: CentreListPlan) -> list[Outcome]:
    return [row.outcome for sheet in done.sheets for row in sheet.rows]


def test_a_new_centre_brings_all_that_belongs_to_it() -> None:
    done = plan(reading(sheet("centres", CENTRE)), Known())
    assert outcomes(done) == [Outcome.NEW]
    assert [write.kind for write in done.writes] == [Kind.CENTRE, Kind.CONTACT, Kind.MANDATE, Kind.CERTIFICATE]  # fmt: skip
    assert all(write.id is None and write.centre == ONE for write in done.writes)
    (contact,) = done.of(Kind.CONTACT)
    assert contact.values == {"first_name": "An", "last_name": "Van den Berg"}
    (mandate,) = done.of(Kind.MANDATE)
    assert mandate.values == {"number": "M-1", "start_date": date(2024, 1, 1), "end_date": date(2029, 12, 31)}  # fmt: skip


def test_the_same_list_twice_changes_nothing() -> None:
    list_ = reading(sheet("centres", CENTRE), sheet("establishments", PLACE), sheet("counsellors", PERSON))  # fmt: skip
    first = plan(list_, Known())
    again = plan(list_, Known(stored(first)))
    assert outcomes(again) == [Outcome.SAME] * 3
    assert again.empty


def test_a_change_says_the_old_and_the_new_value_and_writes_only_that() -> None:
    known = stored(plan(reading(sheet("centres", CENTRE)), Known()))
    moved = replace(CENTRE, phone="+3211531838", certificate_end=date(2031, 6, 30))
    done = plan(reading(sheet("centres", moved)), Known(known))
    (row,) = done.sheets[0].rows
    assert row.outcome is Outcome.NEW  # a certificate with another last day is another certificate
    by_field = {(c.kind, c.field): (c.old, c.new) for c in row.changes}
    assert by_field[Kind.CENTRE, "phone"] == ("+3225061205", "+3211531838")
    (write,) = done.of(Kind.CENTRE)
    assert write.values == {"phone": "+3211531838"}
    assert write.id in {record.id for record in known}


def test_an_empty_cell_erases_nothing() -> None:
    known = stored(plan(reading(sheet("centres", CENTRE)), Known()))
    done = plan(reading(sheet("centres", replace(CENTRE, phone="", trade_name=""))), Known(known))
    (row,) = done.sheets[0].rows
    assert (row.outcome, row.kept_empty) == (Outcome.SAME, 2)
    assert done.empty


def test_a_second_row_about_the_same_centre_only_adds_its_mandate() -> None:
    later = replace(CENTRE, row=3, legal_name="Anders", mandate_number="M-2", mandate_start=date(2030, 1, 1), mandate_end=date(2035, 12, 31))  # fmt: skip
    done = plan(reading(sheet("centres", CENTRE, later)), Known())
    assert [write.values.get("legal_name") for write in done.of(Kind.CENTRE)] == ["Een"]
    assert [write.values["number"] for write in done.of(Kind.MANDATE)] == ["M-1", "M-2"]


def test_mandates_that_overlap_are_never_both_written() -> None:
    later = replace(CENTRE, row=3, mandate_number="M-2", mandate_start=date(2029, 1, 1), mandate_end=date(2034, 12, 31))  # fmt: skip
    done = plan(reading(sheet("centres", CENTRE, later)), Known())
    assert [write.values["number"] for write in done.of(Kind.MANDATE)] == ["M-1"]
    assert [i.code for i in done.sheets[0].rows[1].issues] == ["mandate_overlaps_known"]
    known = Known(stored(plan(reading(sheet("centres", CENTRE)), Known())))
    done = plan(reading(sheet("centres", later)), known)
    assert done.of(Kind.MANDATE) == ()
    assert [i.code for i in done.sheets[0].rows[0].issues] == ["mandate_overlaps_known"]


def test_an_ended_mandate_leaves_room_for_the_next() -> None:
    records = stored(plan(reading(sheet("centres", CENTRE)), Known()))
    records = [
        replace(r, fields={**r.fields, "ended_on": date(2026, 1, 31)}) if r.kind is Kind.MANDATE else r
        for r in records
    ]  # fmt: skip
    later = replace(CENTRE, mandate_number="M-2", mandate_start=date(2026, 2, 1), mandate_end=date(2032, 1, 31))  # fmt: skip
    assert len(plan(reading(sheet("centres", later)), Known(records)).of(Kind.MANDATE)) == 1


def test_a_value_in_question_stays_out_until_it_is_taken() -> None:
    odd = replace(CENTRE, mandate_end=date(2030, 1, 1))
    list_ = reading(sheet("centres", odd, issues=[Issue(2, "Q", "mandate_end", "mandate_term")]))
    done = plan(list_, Known())
    (row,) = done.sheets[0].rows
    assert row.choices == (Choice.SKIP, Choice.TAKE)
    assert row.outcome is Outcome.NEW
    assert done.of(Kind.MANDATE) == ()
    assert len(done.of(Kind.CENTRE)) == 1
    assert len(plan(list_, Known(), {("Centres", 2): Choice.TAKE}).of(Kind.MANDATE)) == 1
    skipped = plan(list_, Known(), {("Centres", 2): Choice.SKIP})
    assert outcomes(skipped) == [Outcome.SKIPPED]
    assert skipped.empty


def test_a_double_is_left_out_until_it_is_taken() -> None:
    double = replace(PLACE, row=3, name="Gent Zuid")
    issues = [Issue(3, "A", "establishment_number", "duplicate_row", other_row=2)]
    list_ = reading(sheet("centres", CENTRE), sheet("establishments", PLACE, double, issues=issues))
    assert outcomes(plan(list_, Known())) == [Outcome.NEW, Outcome.NEW, Outcome.SKIPPED]
    taken = plan(list_, Known(), {("Establishments", 3): Choice.TAKE})
    assert len(taken.of(Kind.ESTABLISHMENT)) == 1


def test_a_row_of_an_unknown_centre_stays_out_and_a_known_one_comes_in() -> None:
    stray = replace(PLACE, enterprise_number=TWO)
    done = plan(reading(sheet("establishments", stray)), Known())
    (row,) = done.sheets[0].rows
    assert (row.outcome, row.choices) == (Outcome.SKIPPED, ())
    assert [issue.code for issue in row.issues] == ["centre_unknown"]
    assert plan(reading(sheet("establishments", stray)), Known(), {("Establishments", 2): Choice.TAKE}).empty  # fmt: skip
    known = Known([KnownRecord(Kind.CENTRE, uuid.uuid4(), TWO, {"legal_name": "Twee"})])
    said = [Issue(2, "B", "enterprise_number", "centre_unknown")]
    done = plan(reading(sheet("establishments", stray, issues=said)), known)
    (row,) = done.sheets[0].rows
    assert (row.outcome, row.issues) == (Outcome.NEW, ())


def test_rows_of_a_refused_centre_wait_for_it() -> None:
    wrong = replace(CENTRE, enterprise_number="")
    issues = [Issue(2, "A", "enterprise_number", "kbo_check_digit", facts={"why": "."})]
    done = plan(
        reading(sheet("centres", wrong, issues=issues), sheet("establishments", PLACE, waiting={2: 2})),
        Known(),
    )  # fmt: skip
    assert outcomes(done) == [Outcome.REFUSED, Outcome.WAITING]
    assert done.empty
    said = done.as_json()["sheets"][1]  # type: ignore[index]
    assert (said["questioned"], [w["code"] for w in said["waiting"]]) == ([], ["centre_refused"])


def test_the_sheet_of_centres_counts_whatever_its_place() -> None:
    done = plan(reading(sheet("counsellors", PERSON), sheet("centres", CENTRE)), Known())
    assert outcomes(done) == [Outcome.NEW, Outcome.NEW]
    assert [s.role for s in done.sheets] == ["counsellors", "centres"]
    assert next(iter(done.writes)).kind is Kind.CENTRE


def test_one_person_with_two_centres_is_written_once() -> None:
    two = replace(CENTRE, row=3, enterprise_number=TWO, mandate_number="M-2")
    there = replace(PERSON, row=3, enterprise_number=TWO, engagement_type=EngagementType.FREELANCE)
    list_ = reading(sheet("centres", CENTRE, two), sheet("counsellors", PERSON, there))
    done = plan(list_, Known())
    assert len(done.of(Kind.COUNSELLOR)) == 1
    first, second = done.of(Kind.ENGAGEMENT)
    assert (first.centre, second.centre) == (ONE, TWO)
    assert first.counsellor == second.counsellor == done.of(Kind.COUNSELLOR)[0].key
    known = stored(done)
    (person,) = [record for record in known if record.kind is Kind.COUNSELLOR]
    third = replace(PERSON, row=4, enterprise_number=TWO, email="jo@a.be", remark="halftijds")
    again = plan(reading(sheet("counsellors", third)), Known(known))
    assert [write.values for write in again.writes if write.kind is Kind.ENGAGEMENT] == [
        {"engagement_type": EngagementType.EMPLOYEE, "remark": "halftijds"}
    ]
    assert {write.counsellor_id for write in again.of(Kind.ENGAGEMENT)} == {person.id}


def test_two_people_with_one_mailbox_stay_two() -> None:
    other = replace(PERSON, row=3, first_name="An", last_name="Peeters")
    kin = replace(PERSON, row=4, first_name="Piet")
    issues = [Issue(row, "E", "email", "email_shared", other_row=2) for row in (3, 4)]
    list_ = reading(
        sheet("centres", CENTRE), sheet("counsellors", PERSON, other, kin, issues=issues)
    )
    done = plan(list_, Known())
    people = [(w.values["first_name"], w.values.get("email")) for w in done.of(Kind.COUNSELLOR)]
    assert people == [("Jo", "jo@a.be"), ("An", None), ("Piet", None)]
    assert len({write.counsellor for write in done.of(Kind.ENGAGEMENT)}) == 3
    assert plan(list_, Known(stored(done))).empty


def test_a_new_family_name_is_a_change_of_the_same_person() -> None:
    list_ = reading(sheet("centres", CENTRE), sheet("counsellors", PERSON))
    known = Known(stored(plan(list_, Known())))
    married = replace(PERSON, last_name="Maes-Peeters")
    done = plan(reading(sheet("centres", CENTRE), sheet("counsellors", married)), known)
    assert [write.values for write in done.writes] == [{"last_name": "Maes-Peeters"}]


def test_an_establishment_that_is_open_elsewhere_is_a_question() -> None:
    known = [
        KnownRecord(Kind.CENTRE, uuid.uuid4(), ONE, {}),
        KnownRecord(Kind.CENTRE, uuid.uuid4(), TWO, {}),
        KnownRecord(Kind.ESTABLISHMENT, uuid.uuid4(), TWO, {"establishment_number": "2147812701"}),
    ]
    done = plan(reading(sheet("establishments", PLACE)), Known(known))
    (row,) = done.sheets[0].rows
    assert row.outcome is Outcome.SKIPPED
    assert [issue.code for issue in row.issues] == ["establishment_known_elsewhere"]
    assert not plan(reading(sheet("establishments", PLACE)), Known(known), {("Establishments", 2): Choice.TAKE}).empty  # fmt: skip


def test_an_undated_certificate_gets_its_date() -> None:
    known = stored(plan(reading(sheet("centres", replace(CENTRE, certificate_end=None))), Known()))
    done = plan(reading(sheet("centres", CENTRE)), Known(known))
    (write,) = done.writes
    assert (write.kind, write.values) == (Kind.CERTIFICATE, {"valid_until": date(2028, 6, 30)})
    assert write.id is not None


@pytest.fixture(scope="module")
def sample() -> CentreListReading:
    return read_centre_list(DATA / "centrumlijst.xlsx", TODAY)


def test_the_sample_is_taken_over_whole_and_once(sample: CentreListReading) -> None:
    first = plan(sample, Known())
    counts = {kind.value: len(first.of(kind)) for kind in Kind}
    assert counts["centre"] == 261
    assert counts["mandate"] == 264
    for role in first.sheets:
        assert sum(role.count(outcome) for outcome in Outcome) == len(role.rows)
    again = plan(sample, Known(stored(first)))
    assert again.empty
    assert {row.outcome for s in again.sheets for row in s.rows} == {
        Outcome.SAME, Outcome.SKIPPED, Outcome.WAITING, Outcome.REFUSED,
    }  # fmt: skip


def test_the_json_is_what_the_console_promises(sample: CentreListReading) -> None:
    truth = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    truth = truth.get("files", truth).get("centrumlijst.xlsx", truth)["sheets"]
    said = json.loads(json.dumps(plan(sample, Known()).as_json()))
    assert (said["committed"], said["step"]) == (False, None)
    for got in said["sheets"]:
        wanted = truth[got["name"]]
        assert (got["role"], got["header_row"]) == (wanted["role"], wanted["header_row"])
        assert got["rows"] == wanted["data_rows"]
        for key, action in (("questioned", "question"), ("refused", "refuse_row"), ("values_refused", "refuse_value"), ("notes", "note")):  # fmt: skip
            mine = [(i["row"], i["column"], i["code"]) for i in got[key]]
            theirs = [(i["row"], i["column"], i["code"]) for i in wanted["issues"] if i["action"] == action]  # fmt: skip
            assert sorted(mine) == sorted(theirs)
            assert all(i["reason"] for i in got[key])
        done = got["new"] + got["changed"] + got["same"] + got["skipped"]
        assert done + len(got["waiting"]) + len({i["row"] for i in got["refused"]}) == got["rows"]


def test_a_list_from_a_file_that_changed_by_hand(tmp_path: Path) -> None:
    rows = centre_rows(CENTRE_HEADERS, count=3)
    first = plan(read_centre_list(save(tmp_path / "a.xlsx", ("x", rows)), TODAY), Known())
    rows[2][1] = "Onderneming Nieuw"
    rows[3][8] = None
    later = read_centre_list(save(tmp_path / "b.xlsx", ("x", rows)), TODAY)
    done = plan(later, Known(stored(first)))
    assert outcomes(done) == [Outcome.SAME, Outcome.CHANGED, Outcome.SAME]
    said = json.loads(json.dumps(done.as_json()))["sheets"][0]
    assert said["differences"] == [
        {"row": 3, "record": "centre", "field": "legal_name", "old": "Onderneming 1", "new": "Onderneming Nieuw"}
    ]  # fmt: skip
    assert said["kept_empty"] == 1
