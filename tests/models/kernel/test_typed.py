"""Text on its way to the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.typed import TextTooLong, check_room, keepable


@given(st.text(st.characters(), max_size=40))
def test_what_is_left_can_be_kept_and_the_rest_is_untouched(text: str):
    kept = keepable(text)
    kept.encode()
    assert "\0" not in kept
    assert keepable(kept) == kept
    assert [sign for sign in text if sign != "\0" and not "\ud800" <= sign <= "\udfff"] == [*kept]


def test_a_text_that_just_fits_is_taken():
    check_room("é" * 10, 10)
    with pytest.raises(TextTooLong) as refusal:
        check_room("é" * 11, 10, "role")
    assert refusal.value.field == "role"
    assert "11" in str(refusal.value)
    assert "10" in str(refusal.value)
