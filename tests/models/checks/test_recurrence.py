"""How often the same question came back: in a row, with a gap, and what was not solved."""

from datetime import date
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import rules
from models.checks.rules.recurrence import counted, ordinal
from models.checks.values import RecheckOutcome
from tests.models import builders as make

POP = "DC-05"


def checked(day: date, *failed: str, size: int = 4):
    """A finished check on a day in which these questions were no in one dossier."""
    odd = make.all_yes(**{key.replace("-", "_"): make.answer("no", "x") for key in failed})
    return make.check(
        make.sample(size, odd), visit_date=day, id=uuid5(make.SPACE, str(day)), reference=str(day)
    )


def told(*earlier, again=None):
    found = rules.recurrences([POP], earlier, again or {})
    return rules.recurrence_sentence(found[POP]) if POP in found else ""


def test_the_first_time_says_nothing():
    assert told() == ""
    assert told(checked(date(2025, 4, 12))) == ""


def test_the_third_time_in_a_row_is_told_with_its_days():
    said = told(checked(date(2025, 4, 12), POP), checked(date(2024, 2, 29), POP))
    assert said == (
        "Derde keer op dit punt: ook vastgesteld op 29 februari 2024 en op 12 april 2025,"
        " drie controles na elkaar."
    )


def test_a_check_in_between_that_found_it_in_order_breaks_the_row_but_not_the_count():
    middle = checked(date(2025, 1, 10))
    said = told(middle, checked(date(2024, 3, 1), POP), checked(date(2023, 3, 1), POP))
    assert said.endswith("op 1 maart 2023 en op 1 maart 2024; de vorige controle vond het in orde.")
    said = told(checked(date(2025, 6, 1), POP), middle, checked(date(2024, 3, 1), POP))
    assert said.startswith("Derde keer")
    assert said.endswith("maar niet telkens na elkaar.")


def test_what_was_not_solved_counts_as_found_again():
    quiet = checked(date(2025, 4, 12))
    again: dict[UUID, dict[str, RecheckOutcome]] = {quiet.id: {POP: RecheckOutcome.NOT_SOLVED}}
    assert told(quiet, again=again).startswith("Tweede keer")
    assert told(quiet, again={quiet.id: {POP: RecheckOutcome.PARTLY}}) == ""


def test_what_was_left_out_or_is_only_an_observation_is_no_breach():
    only_partial = make.all_yes(DC_05=make.answer("partial", "half"))
    assert told(make.check(make.sample(4, only_partial))) == ""


@given(st.lists(st.booleans(), max_size=9))
def test_the_count_is_the_number_of_checks_that_found_it(found):
    days = [date(2025 - place, 3, 1) for place in range(len(found))]
    earlier = [checked(day, *([POP] if bad else [])) for day, bad in zip(days, found, strict=True)]
    recurrence = rules.recurrences([POP], earlier, {}).get(POP)
    assert (recurrence.times - 1 if recurrence else 0) == sum(found)
    if recurrence:
        row = next((n for n, bad in enumerate(found) if not bad), len(found))
        assert recurrence.in_a_row == row


@pytest.mark.parametrize(("times", "first", "second"), [(1, "Eerste", "één"), (12, "12e", "12")])
def test_counts_are_written_out_while_they_are_small(times, first, second):
    assert (ordinal(times), counted(times)) == (first, second)
