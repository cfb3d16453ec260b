"""The laws of a sheet that comes back: nothing is lost, nothing comes in by itself."""

from hypothesis import given
from hypothesis import strategies as st

from models.checks.rules.compare import compare, standing, takable, taken
from models.checks.values.exchange import CellKey, Standing

KEYS = [CellKey("matrix", f"DC-{row:02}/value", column) for row in range(3) for column in "abc"]
VALUES = st.sampled_from(["yes", "no", "partial", None, 3.5, ""])
SHEETS = st.dictionaries(st.sampled_from(KEYS), VALUES)
OPEN = st.sets(st.sampled_from(KEYS))


def test_the_five_ways_of_an_open_cell():
    said = {
        ("yes", "yes", "yes"): Standing.SAME,
        ("yes", "no", "yes"): Standing.OURS,
        ("yes", "yes", "no"): Standing.THEIRS,
        ("yes", "no", "no"): Standing.BOTH,
        ("yes", "no", "partial"): Standing.CONFLICT,
        (None, None, "no"): Standing.THEIRS,
        ("no", "no", None): Standing.THEIRS,
    }
    assert {cells: standing(*cells, open_=True) for cells in said} == said


def test_a_locked_cell_that_says_what_the_file_says_is_no_change():
    assert standing("yes", "no", "no", open_=False) is Standing.BOTH


def test_a_locked_cell_that_changed_is_forbidden_whatever_the_file_says_now():
    assert standing("yes", "no", "partial", open_=False) is Standing.FORBIDDEN
    assert standing("yes", "yes", "no", open_=False) is Standing.FORBIDDEN
    assert standing("yes", "no", "yes", open_=False) is Standing.OURS


@given(SHEETS, SHEETS, SHEETS, OPEN)
def test_every_cell_of_the_sheet_gets_exactly_one_standing(base, ours, theirs, opened):
    found = compare(base, ours, theirs, opened.__contains__)
    assert set(found) == set(base) & set(theirs)
    assert all((one.base, one.theirs) == (base[key], theirs[key]) for key, one in found.items())


@given(SHEETS, SHEETS, SHEETS, OPEN)
def test_what_is_not_taken_stays_as_the_file_has_it(base, ours, theirs, opened):
    found = compare(base, ours, theirs, opened.__contains__)
    assert taken(ours, found, set()) == ours
    after = taken(ours, found, set(found))
    changed = {key for key in {*ours, *after} if ours.get(key) != after.get(key)}
    assert changed <= {key for key, one in found.items() if takable(one)}
    assert changed <= opened


@given(SHEETS, SHEETS, SHEETS, OPEN)
def test_taking_all_and_comparing_again_gives_nothing_new(base, ours, theirs, opened):
    found = compare(base, ours, theirs, opened.__contains__)
    after = taken(ours, found, set(found))
    again = compare(base, after, theirs, opened.__contains__)
    assert not any(takable(one) for one in again.values())


@given(SHEETS, SHEETS, SHEETS, OPEN, st.randoms())
def test_the_order_of_the_rows_does_not_matter(base, ours, theirs, opened, chance):
    rows = list(theirs.items())
    chance.shuffle(rows)
    moved = compare(base, ours, dict(rows), opened.__contains__)
    assert moved == compare(base, ours, theirs, opened.__contains__)


@given(SHEETS, SHEETS, SHEETS, OPEN, OPEN)
def test_rows_that_were_deleted_from_the_sheet_take_nothing_away(base, ours, theirs, opened, gone):
    fewer = {key: value for key, value in theirs.items() if key not in gone}
    found = compare(base, ours, fewer, opened.__contains__)
    after = taken(ours, found, set(found))
    assert all(after.get(key) == ours.get(key) for key in gone)


@given(SHEETS, SHEETS, OPEN)
def test_an_untouched_sheet_brings_nothing(base, ours, opened):
    found = compare(base, ours, base, opened.__contains__)
    assert {one.standing for one in found.values()} <= {Standing.SAME, Standing.OURS}


@given(SHEETS, SHEETS, OPEN)
def test_without_changes_in_the_file_nothing_conflicts(base, theirs, opened):
    found = compare(base, base, theirs, opened.__contains__)
    assert Standing.CONFLICT not in {one.standing for one in found.values()}
    assert Standing.OURS not in {one.standing for one in found.values()}
