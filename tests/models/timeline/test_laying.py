"""What lies on a lane keeps out of each other's way, at every zoom."""

from datetime import date, timedelta
from itertools import combinations, pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from models.timeline.rules import Scale, Sizes, in_order, lay_lane, strand, tracks
from models.timeline.values import Certainty, LaneKey, Shape, TimelineEvent

DAY = date(2022, 7, 1)
TODAY = date(2026, 3, 12)
WORDS = st.sampled_from(
    [
        "Visit",
        "Dossiercontrole",
        "Brief over de vaststellingen",
        "E",
        "Aankondiging van een controle",
    ]
)


def mark(number: int, days: int, word: str = "Bezoek", certain: bool = True) -> TimelineEvent:
    day = DAY + timedelta(days=days)
    certainty = Certainty.DONE if certain else Certainty.PLANNED
    return TimelineEvent(
        f"mark:{number}", LaneKey.ACTIONS, Shape.MARK, day, day, word, certainty=certainty
    )


def bar(number: int, first: int, days: int) -> TimelineEvent:
    start = DAY + timedelta(days=first)
    return TimelineEvent(
        f"bar:{number}",
        LaneKey.CERTIFICATES,
        Shape.BAR,
        start,
        start + timedelta(days=days),
        "Qfor",
    )


def measure(word: str) -> float:
    return 6.4 * len(word)


def lay(events, scale, below=True):
    return lay_lane(strand(in_order(events)), scale, Sizes(below=below), measure, TODAY)


MARKS = st.lists(st.tuples(st.integers(-100, 2300), WORDS, st.booleans()), max_size=40)
BARS = st.lists(st.tuples(st.integers(-100, 2300), st.integers(0, 900)), max_size=25)
ZOOM = st.floats(0.05, 40)


def scale_of(zoom: float, moved: float) -> Scale:
    return Scale.fitted(DAY, date(2028, 6, 30), 830).zoomed(zoom, 0).moved(moved)


@given(MARKS, ZOOM, st.floats(-400, 4000), st.booleans())
def test_no_word_covers_a_word_or_a_mark(drawn, zoom, moved, below):
    scale = scale_of(zoom, moved)
    marks = lay([mark(n, *one) for n, one in enumerate(drawn)], scale, below).marks
    for row in (True, False):
        labels = sorted(
            (m.label.left, m.label.right) for m in marks if m.label and m.label.below is row
        )
        assert all(one[1] < other[0] for one, other in pairwise(labels))
    beside = [(m.label, m) for m in marks if m.label and not m.label.below]
    for label, own in beside:
        for other in marks:
            assert other is own or label.right <= other.left or label.left >= other.right
    assert below or not any(m.label.below for m in marks if m.label)


@given(MARKS, ZOOM, st.floats(-400, 4000))
def test_words_stay_in_the_field_and_off_the_line_of_today(drawn, zoom, moved):
    scale = scale_of(zoom, moved)
    now = scale.middle(TODAY)
    for placed in lay([mark(n, *one) for n, one in enumerate(drawn)], scale).marks:
        if placed.label is not None:
            assert 0 <= placed.label.left <= placed.label.right <= scale.width
            assert placed.label.right < now or placed.label.left > now


@given(MARKS, ZOOM)
def test_marks_never_touch_and_none_is_lost(drawn, zoom):
    events = [mark(n, *one) for n, one in enumerate(drawn)]
    marks = lay(events, scale_of(zoom, 0)).marks
    assert sorted(e.key for m in marks for e in m.events) == sorted(e.key for e in events)
    assert all(other.left >= one.right for one, other in pairwise(marks))


@given(BARS, ZOOM)
def test_bars_of_one_row_never_cover_each_other_and_none_is_lost(drawn, zoom):
    events = [bar(n, *one) for n, one in enumerate(drawn)]
    laid = lay(events, scale_of(zoom, 0))
    assert sorted(e.key for b in laid.bars for e in b.events) == sorted(e.key for e in events)
    for one, other in combinations(laid.bars, 2):
        if one.track == other.track:
            assert one.right <= other.left + 1e-9 or other.right <= one.left + 1e-9


@given(BARS)
def test_rows_of_bars_follow_from_the_days_alone(drawn):
    events = in_order([bar(n, *one) for n, one in enumerate(drawn)])
    rows = tracks(events)
    for one, other in combinations(events, 2):
        if rows[one.key] == rows[other.key]:
            assert one.last < other.first or other.last < one.first
    busiest = max((sum(e.holds_on(b.first) for e in events) for b in events), default=0)
    assert len(set(rows.values())) == busiest


def test_marks_that_fall_together_come_apart_when_near():
    events = [mark(1, 100), mark(2, 102), mark(3, 260)]
    far = lay(events, Scale.fitted(DAY, date(2028, 6, 30), 830)).marks
    near = lay(events, Scale.fitted(DAY, DAY + timedelta(days=200), 830 * 4)).marks
    assert [len(placed.events) for placed in far] == [2, 1]
    assert [len(placed.events) for placed in near] == [1, 1, 1]


def test_what_is_to_come_gets_its_word_first():
    crowd = [mark(n, 1350 + n * 60, "Brief over de vaststellingen") for n in range(4)]
    coming = mark(9, 1600, "Controle van het aanbod", certain=False)
    marks = lay([*crowd, coming], Scale.fitted(DAY, date(2028, 6, 30), 830)).marks
    said = next(m.label for m in marks if m.event.key == "mark:9")
    assert said is not None
    assert said.text == "Controle van het aanbod"
