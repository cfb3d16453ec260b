"""A list taken over as one step, compared anew each time, on a real encrypted file."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from controllers.centres import Centres
from controllers.history import History
from controllers.imports import Imports
from controllers.intake.centre_list import CentreListReading
from controllers.intake.known import Kind
from controllers.intake.plan_values import Choice, Outcome
from controllers.mandates import Mandates
from controllers.merging import Merging
from models.centres.entities import SEARCHED
from models.mandates.values import CentreFilter
from models.store.file import Terms, open_file
from models.store.store import Store
from tests.conftest import CHEAP, NOW, PASSPHRASE, Once, copy_of

SAMPLE = Path("tests/data/centrumlijst.xlsx")
REFUSED_ROW = 216


@pytest.fixture
def imports(store: Store) -> Imports:
    return Imports(store)


@pytest.fixture(scope="module")
def reading(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> CentreListReading:
    """The sample as it was read; nothing in it can be changed."""
    store = opened(copy_of(empty, tmp_path_factory.mktemp("reading") / empty.name))
    yield Imports(store).read(SAMPLE)
    store.close()


@pytest.fixture
def office(once: Once, empty: Path, reading: CentreListReading, tmp_path: Path) -> Store:
    """A file that took over the sample."""

    def make(folder: Path) -> None:
        store = opened(copy_of(empty, folder / empty.name))
        Imports(store).take(reading, SAMPLE.name)
        store.close()

    store = opened(copy_of(once("list", make) / empty.name, tmp_path / empty.name))
    yield store
    store.close()


def opened(path: Path) -> Store:
    return open_file(path, PASSPHRASE, Terms(lambda: NOW, "Lotte", (SEARCHED,), CHEAP))


def outcomes(plan) -> dict[str, Counter]:
    return {sheet.name: Counter(row.outcome for row in sheet.rows) for sheet in plan.sheets}


def test_a_dry_run_writes_nothing(imports: Imports, store: Store, reading: CentreListReading):
    plan = imports.plan(reading)
    refused = [row for row in plan.sheets[0].rows if row.outcome is Outcome.REFUSED]
    assert [row.row for row in refused] == [REFUSED_ROW]
    assert len(plan.of(Kind.CENTRE)) == 261
    assert store.next_undo is None
    assert Centres(store).count() == 0


def test_a_list_is_one_step_and_a_second_time_there_is_nothing_new(
    imports: Imports, store: Store, reading: CentreListReading
):
    first = imports.take(reading, "centrumlijst.xlsx")
    history, centres = History(store), Centres(store)
    assert first.step is not None
    assert centres.count() == 261
    ids = Mandates(store).ids(CentreFilter())

    again = imports.plan(imports.read(SAMPLE))
    assert again.empty
    before, after = outcomes(first.plan), outcomes(again)
    for sheet, counted in after.items():
        for kept in (Outcome.SKIPPED, Outcome.WAITING, Outcome.REFUSED):
            assert counted[kept] == before[sheet][kept]
        assert counted[Outcome.NEW] == counted[Outcome.CHANGED] == 0
    assert imports.take(imports.read(SAMPLE), "nog eens").step is None
    assert len(history.ids()) == 1

    history.undo()
    assert centres.count() == 0
    history.redo()
    assert Mandates(store).ids(CentreFilter()) == ids
    proof = history.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


def test_a_value_changed_here_shows_as_a_difference(office: Store, reading: CentreListReading):
    imports, store = Imports(office), office
    facts = reading.centres[0]
    centre = Centres(store).by_number(facts.enterprise_number)
    Centres(store).edit(centre, "locality", "Elders")
    plan = imports.plan(reading)
    changed = [row for row in plan.sheets[0].rows if row.outcome is Outcome.CHANGED]
    assert [row.row for row in changed] == [facts.row]
    assert (changed[0].changes[0].old, changed[0].changes[0].new) == (
        "Elders",
        facts.address.locality,
    )
    imports.take(reading, "lijst")
    assert Centres(store).file(centre).identity.address.locality == facts.address.locality


def test_a_moved_establishment_is_the_same_the_second_time(
    office: Store, reading: CentreListReading
):
    moved = {
        issue.row
        for sheet in reading.sheets
        for issue in sheet.issues
        if issue.code == "establishment_moved"
    }
    assert moved
    sheet = next(
        one for one in Imports(office).plan(reading).sheets if one.role == "establishments"
    )
    assert {row.outcome for row in sheet.rows if row.row in moved} == {Outcome.SAME}


def test_choices_are_kept_to_when_the_list_is_taken(
    imports: Imports, store: Store, reading: CentreListReading
):
    plan = imports.plan(reading)
    sheet = plan.sheets[0]
    held = next(row for row in sheet.rows if row.held_back)
    number = next(f for f in reading.centres if f.row == held.row).enterprise_number
    skipped = imports.plan(reading, {(sheet.name, held.row): Choice.SKIP})
    assert number not in {write.centre for write in skipped.of(Kind.CENTRE)}
    taken = imports.plan(reading, {(sheet.name, held.row): Choice.TAKE})
    assert not next(row for row in taken.sheets[0].rows if row.row == held.row).held_back
    imports.take(reading, "lijst", {(sheet.name, held.row): Choice.SKIP})
    assert Centres(store).by_number(number) is None


HEAD = ["KBO-nummer", "Maatschappelijke naam", "Contactpersoon", "Mandaatnummer", "Mandaat van",
        "Mandaat tot", "Kwaliteitscertificaat", "Certificaat geldig tot"]  # fmt: skip
ROW = ["0566988259", "Huis Demer bv", "An Claes", "M-1", date(2024, 1, 1),
       date(2029, 12, 31), "Cedeo", date(2027, 6, 30)]  # fmt: skip


@pytest.fixture
def listed(tmp_path: Path):
    """A list of centres with these rows."""

    def make(*rows: list) -> Path:
        book = Workbook()
        for row in (HEAD, *rows):
            book.active.append(row)
        book.save(tmp_path / "lijst.xlsx")
        return tmp_path / "lijst.xlsx"

    return make


def taken(imports: Imports, path: Path):
    return imports.take(imports.read(path), path.name).plan


def test_what_was_renamed_here_is_not_overwritten_by_the_old_list(
    imports: Imports, store: Store, listed
):
    path = listed(ROW)
    taken(imports, path)
    centres, mandates = Centres(store), Mandates(store)
    demer = centres.by_number(ROW[0])
    contact, certificate = centres.file(demer).contacts[0], mandates.standing(demer).certificates[0]
    centres.edit_part("contact", contact.id, "first_name", "Annelies")
    mandates.edit_certificate(certificate.id, "valid_until", date(2030, 6, 30))
    before = centres.file(demer).contacts

    taken(imports, path)
    assert centres.file(demer).contacts[:1] == before
    assert [person.name for person in centres.file(demer).contacts] == [
        "Annelies Claes",
        "An Claes",
    ]
    ends = [one.valid_until for one in mandates.standing(demer).certificates]
    assert ends == [date(2030, 6, 30), date(2027, 6, 30)]
    assert imports.plan(imports.read(path)).empty
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


def test_a_centre_whose_number_was_corrected_stays_itself(imports: Imports, store: Store, listed):
    path = listed(ROW)
    taken(imports, path)
    centres = Centres(store)
    demer = centres.by_number(ROW[0])
    centres.edit(demer, "enterprise_number", "0887010362")
    taken(imports, path)
    assert centres.count() == 2
    assert centres.file(demer).identity.enterprise_number == "0887010362"
    other = centres.by_number(ROW[0])
    assert [one.name for one in centres.file(other).contacts] == ["An Claes"]
    assert [one.name for one in centres.file(demer).contacts] == ["An Claes"]
    assert imports.plan(imports.read(path)).empty
    History(store).undo()
    assert centres.count() == 1
    History(store).redo()
    assert centres.by_number(ROW[0]) == other
    assert store.verify().rows == "ok"


def test_a_contact_of_a_list_comes_after_those_that_stand_there(
    imports: Imports, store: Store, listed
):
    centres = Centres(store)
    demer = centres.add(ROW[0], ROW[1])
    centres.add_contact(demer, "Moreels")
    taken(imports, listed(ROW))
    centres.add_contact(demer, "Zwaenepoel")
    names = [person.last_name for person in centres.file(demer).contacts]
    assert names == ["Moreels", "Claes", "Zwaenepoel"]


def test_a_text_without_room_refuses_its_row_alone(imports: Imports, store: Store, listed):
    long = ["0887010362", "Huis " + 300 * "x", *ROW[2:]]
    plan = taken(imports, listed(long, ROW))
    assert [row.outcome for row in plan.sheets[0].rows] == [Outcome.REFUSED, Outcome.NEW]
    (issue,) = [one for one in plan.sheets[0].rows[0].issues if one.code == "text_too_long"]
    assert (issue.column, issue.facts["most"]) == ("B", 300)
    assert "300" in issue.reason
    assert Centres(store).count() == 1


@pytest.mark.parametrize("day", ["01/01/9999", date(1950, 1, 1), "31/12/9999"])
def test_a_mandate_on_an_impossible_day_stays_out(imports: Imports, store: Store, listed, day):
    row = [*ROW[:4], day, *ROW[5:]]
    taken(imports, listed(row))
    demer = Centres(store).by_number(ROW[0])
    assert Mandates(store).standing(demer).mandates == ()


def test_a_list_does_not_bring_back_a_centre_that_was_merged(office: Store):
    imports, merging, centres = Imports(office), Merging(office), Centres(office)
    keep, other = list(Mandates(office).ids(CentreFilter()))[:2]
    number = centres.file(other).identity.enterprise_number
    merging.merge(keep, other, why="Twee keer ingeschreven")
    again = imports.plan(imports.read(SAMPLE))
    assert again.empty
    told = [
        row
        for sheet in again.sheets
        for row in sheet.rows
        if any(issue.code == "centre_merged" for issue in row.issues)
    ]
    assert told and all(row.outcome is Outcome.REFUSED for row in told)
    reason = next(issue.reason for issue in told[0].issues if issue.code == "centre_merged")
    assert number in reason and centres.file(keep).identity.name in reason
    assert centres.count() == 260
