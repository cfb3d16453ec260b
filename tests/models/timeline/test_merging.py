"""Stretches seen from afar are drawn once per column, and none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from models.timeline.rules.merging import merged
from models.timeline.rules.scale import Scale

SPANS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 400)), max_size=400)


def spans(drawn):
    return [(first, first + days, number) for number, (first, days) in enumerate(sorted(drawn))]


@given(SPANS, st.floats(0.001, 4), st.floats(1, 6))
def test_every_stretch_in_sight_is_in_one_piece(drawn, per_day, least):
    scale = Scale(0.0, per_day, 5500 * per_day + 10)
    runs = list(merged(spans(drawn), scale, least))
    assert sum(run.count for run in runs) == len(drawn)
    assert all(run.right - run.left >= least - 1e-9 for run in runs)


@given(SPANS)
def test_short_ones_never_give_more_pieces_than_columns(drawn):
    short = [(first, first, 0) for first, _days in sorted(drawn)]
    runs = list(merged(short, Scale(0.0, 0.02, 100.0), 1.0))
    assert len(runs) <= 101


def test_what_lies_out_of_sight_is_left_out():
    seen = Scale(100.0, 1.0, 50.0)
    runs = list(merged([(0, 50, "a"), (90, 110, "b"), (120, 130, "c"), (400, 500, "d")], seen))
    assert [run.item for run in runs] == ["b", "c"]


def test_wide_ones_stay_apart():
    runs = list(merged([(0, 99, "a"), (100, 199, "b")], Scale(0.0, 1.0, 300.0)))
    assert [(run.left, run.right) for run in runs] == [(0, 100), (100, 200)]
