"""A list taken over as one step, compared anew each time, on a real encrypted file."""

from collections import Counter
from pathlib import Path

import pytest

from controllers.centres import Centres
from controllers.history import History
from controllers.imports import Imports
from controllers.intake.known import Kind
from controllers.intake.plan_values import Choice, Outcome
from controllers.mandates import Mandates
from models.mandates.values import CentreFilter
from models.store.store import Store

SAMPLE = Path("tests/data/centrumlijst.xlsx")
REFUSED_ROW = 216


@pytest.fixture
def imports(store: Store) -> Imports:
    return Imports(store)


def outcomes(plan) -> dict[str, Counter]:
    return {sheet.name: Counter(row.outcome for row in sheet.rows) for sheet in plan.sheets}


def test_a_dry_run_writes_nothing(imports: Imports, store: Store):
    plan = imports.plan(imports.read(SAMPLE))
    refused = [row for row in plan.sheets[0].rows if row.outcome is Outcome.REFUSED]
    assert [row.row for row in refused] == [REFUSED_ROW]
    assert len(plan.of(Kind.CENTRE)) == 261
    assert store.next_undo is None
    assert Centres(store).count() == 0


def test_a_list_is_one_step_and_a_second_time_there_is_nothing_new(imports: Imports, store: Store):
    reading = imports.read(SAMPLE)
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


def test_a_value_changed_here_shows_as_a_difference(imports: Imports, store: Store):
    reading = imports.read(SAMPLE)
    imports.take(reading, "lijst")
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


def test_a_moved_establishment_is_the_same_the_second_time(imports: Imports):
    reading = imports.read(SAMPLE)
    moved = {
        issue.row
        for sheet in reading.sheets
        for issue in sheet.issues
        if issue.code == "establishment_moved"
    }
    assert moved
    imports.take(reading, "lijst")
    sheet = next(one for one in imports.plan(reading).sheets if one.role == "establishments")
    assert {row.outcome for row in sheet.rows if row.row in moved} == {Outcome.SAME}


def test_choices_are_kept_to_when_the_list_is_taken(imports: Imports, store: Store):
    reading = imports.read(SAMPLE)
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
