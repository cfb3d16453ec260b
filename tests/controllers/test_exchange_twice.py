"""Taking a workbook over a second time changes nothing, whatever stands in it."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.checks.values import AnswerValue
from models.store.file import open_file
from tests.conftest import PASSPHRASE, copy_of
from tests.controllers.test_own_checklist import Office
from tests.controllers.workbooks import Sheet

ANSWERS = (
    "ja",
    "gedeeltelijk",
    "nee",
    "niet van toepassing",
    "niet te beoordelen",
    None,
    "misschien",
)
TEXTS = ("Twee gesprekken", "  met blanco's  ", "=1+1", "1", "", None, "_x0041_", "é\nù", 7, 3.5)
FACTS = {
    "EL-03/amount": (4, 9, -1, None, "vier", 4_000_000),
    "EL-04/choice": ("Altijd", "nooit", "Soms", None),
    "EL-05/words": TEXTS,
    "EL-06/day": (datetime(2026, 4, 2), "31/02/2026", None, datetime(2027, 1, 1)),
}
CELLS = st.one_of(
    st.tuples(st.sampled_from([f"EL-0{n}/value" for n in range(1, 7)]), st.sampled_from(ANSWERS)),
    *(st.tuples(st.just(row), st.sampled_from(values)) for row, values in FACTS.items()),
    st.tuples(st.sampled_from([f"EL-0{n}" for n in range(1, 7)]), st.sampled_from(TEXTS)),
)
EDITS = st.lists(st.tuples(st.booleans(), CELLS), max_size=10)


@pytest.fixture(scope="module")
def office(empty, tmp_path_factory):
    from tests.conftest import _terms

    store = open_file(
        copy_of(empty, tmp_path_factory.mktemp("kantoor") / empty.name), PASSPHRASE, _terms()
    )
    office = Office(store)
    office.checks.answer(office.check, office.other, "EL-01", AnswerValue.YES)
    office.all_good(office.one)
    yield office
    store.close()


def review(office, path):
    back = office.checks.read_back(path)
    return back, office.checks.review(back, office.check)


def edit(office, path, edits):
    matrix, notes = Sheet(path, "Matrix"), Sheet(path, "Nota's")
    book = load_workbook(path)
    for first, (row, value) in edits:
        dossier = str(office.one if first else office.other)
        if "/" in row:
            cell = book["Matrix"].cell(matrix.row(row), matrix.column(dossier))
        else:
            cell = book["Nota's"].cell(notes.row(f"{dossier}/{row}"), notes.column("note"))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(path)


def both(office, path, edits):
    """What is left to take after everything was taken once."""
    steps = 0
    office.checks.send_out(office.check, path)
    edit(office, path, edits)
    back, seen = review(office, path)
    every = [item.id for item in seen.items if item.takable]
    try:
        steps += office.checks.take_back(back, seen, every).step is not None
        back, again = review(office, path)
        return [(item.what, item.ours, item.theirs) for item in again.items if item.takable]
    finally:
        for _step in range(steps):
            office.controllers.history.undo()


@settings(max_examples=25, deadline=None)
@given(edits=EDITS)
def test_what_was_taken_over_is_not_offered_again(office, tmp_path_factory, edits):
    assert both(office, tmp_path_factory.mktemp("weg") / "terug.xlsx", edits) == []


@pytest.mark.parametrize("value", ["nee", None])
def test_an_answer_to_a_question_not_asked_comes_in_once(office, tmp_path, value):
    edits = [(False, ("EL-02/value", "nee")), (False, ("EL-02/value", value))]
    assert both(office, tmp_path / "terug.xlsx", edits) == []


def test_an_answer_that_follows_from_its_number_is_not_emptied_by_itself(office, tmp_path):
    path = tmp_path / "terug.xlsx"
    office.checks.send_out(office.check, path)
    edit(office, path, [(True, ("EL-03/value", None))])
    (item,) = review(office, path)[1].items
    assert (item.code, item.takable) == ("fact_wanted", False)
    edit(office, path, [(True, ("EL-03/amount", None))])
    (item,) = review(office, path)[1].items
    assert (item.what.split(" · ")[0], item.takable) == ("EL-03", True)
