"""Measurements of satisfaction on a real file: one wish one step, and wrong numbers refused."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.kernel.errors import Gone, Refused
from models.store.store import Store
from models.surveys.values import AnswersMissing, MoreSatisfiedThanAnswers
from models.terms.values import DayOutOfReach

JAN, DEC = date(2025, 1, 1), date(2025, 12, 31)


@pytest.fixture
def do(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def centre(do: Controllers):
    return do.centres.add("0566988259", "Loopbaanhuis Demer")


def test_a_measurement_is_one_step_that_undo_takes_back(do: Controllers, centre):
    do.surveys.add(centre, JAN, DEC, 12, 9, invited=40, source="bevraging per e-mail")
    assert do.surveys.satisfaction(centre).text == "75 % [47–91], n = 12"
    assert do.history.undo() is not None
    assert do.surveys.satisfaction(centre).text == "No measurements"
    do.history.redo()
    newest = do.surveys.satisfaction(centre).newest
    assert newest is not None
    assert (newest.invited, newest.source) == (40, "bevraging per e-mail")


def test_the_step_says_of_which_centre(do: Controllers, centre):
    do.surveys.add(centre, JAN, DEC, 12, 9)
    turn = do.history.next_undo
    assert turn is not None
    assert (turn.label, turn.subject) == ("Add measurement of satisfaction", "Loopbaanhuis Demer")


def test_a_wrong_number_is_refused_at_its_field_and_nothing_is_written(do: Controllers, centre):
    with pytest.raises(MoreSatisfiedThanAnswers) as caught:
        do.surveys.add(centre, JAN, DEC, 12, 13)
    assert caught.value.field == "satisfied"
    assert do.surveys.satisfaction(centre).measurements == ()


def test_a_correction_is_held_against_the_other_numbers(do: Controllers, centre):
    row = do.surveys.add(centre, JAN, DEC, 12, 9, invited=40)
    with pytest.raises(MoreSatisfiedThanAnswers) as caught:
        do.surveys.edit(row, "respondents", 8)
    assert caught.value.field == "respondents"
    with pytest.raises(AnswersMissing):
        do.surveys.edit(row, "respondents", None)
    do.surveys.edit(row, "invited", None)
    do.surveys.edit(row, "respondents", 60)
    do.surveys.edit(row, "satisfied", 45)
    assert do.surveys.satisfaction(centre).text == "75 % [63–84], n = 60"


def test_a_day_out_of_reach_and_a_centre_that_is_gone(do: Controllers, centre):
    with pytest.raises(DayOutOfReach):
        do.surveys.add(centre, date(1825, 1, 1), DEC, 12, 9)
    do.history.undo()  # the centre itself
    with pytest.raises(Gone):
        do.surveys.add(centre, JAN, DEC, 12, 9)


def test_a_removed_measurement_leaves_the_older_one_to_speak(do: Controllers, centre):
    do.surveys.add(centre, date(2024, 1, 1), date(2024, 12, 31), 60, 45)
    newer = do.surveys.add(centre, JAN, DEC, 12, 9)
    do.surveys.remove(newer)
    assert do.surveys.satisfaction(centre).text == "75 % [63–84], n = 60"


def test_a_field_that_nobody_edits_is_a_bug_and_a_national_number_is_refused(do, centre):
    row = do.surveys.add(centre, JAN, DEC, 12, 9)
    with pytest.raises(KeyError):
        do.surveys.edit(row, "centre_id", None)
    with pytest.raises(Refused) as caught:
        do.surveys.edit(row, "remark", "gebeld met 93.05.18-223.61")
    assert caught.value.field == "remark"
