"""What may be recorded as a change of a rule, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.errors import Refused
from models.settings.rules import (
    dated_value,
    rule_choices,
    rule_example,
    rule_text,
    rule_value,
)
from models.settings.values import RuleValueMissing
from models.terms.parameters import parameters

KEYS = sorted(parameters())


@pytest.mark.parametrize("key", KEYS)
def test_every_value_of_the_table_can_be_written_and_read_again(key):
    for row in parameters()[key]:
        if row.value is not None:
            assert rule_value(key, rule_text(row.value)) == row.value
    assert rule_example(key).endswith(".")
    with pytest.raises(RuleValueMissing):
        rule_value(key, " \t")


@given(st.sampled_from(KEYS), st.text(max_size=12))
def test_whatever_is_typed_is_a_value_or_is_refused_at_its_field(key, typed):
    try:
        value = rule_value(key, typed)
    except Refused as error:
        assert error.field == "value"
        assert str(error).endswith(".")
    else:
        assert rule_value(key, rule_text(value)) == value


def test_steps_are_kept_from_large_to_small_without_repeats():
    assert rule_value("mandate_prepare_months", "3; 12,6 , 12") == (12, 6, 3)


def test_a_rule_of_words_offers_them():
    assert [value for value, _word in rule_choices("mandate_renewal_regime")] == [
        "application",
        "notice",
    ]
    assert rule_choices("complaint_reply_days") == ()
    assert rule_choices("lunch_break") == ()


def test_what_another_version_recorded_is_left_out_and_stops_nothing():
    first = date(2027, 1, 1)
    assert dated_value("lunch_break", "5", first, None, "x", None) is None
    assert dated_value("mandate_duration_years", "zes", first, None, "x", None) is None
    found = dated_value("mandate_duration_years", "5", first, None, "x", None)
    assert found is not None and (found.value, found.note) == (5, "")
