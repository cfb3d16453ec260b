"""What happens on a day, and what comes before and after it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from models.mandates.rules import mandate_year
from models.timeline.values import LANES, CentreTimeline, DayFacts, LaneKey, TimelineEvent

_PLACE = {lane.key: place for place, lane in enumerate(LANES)}


def in_order(events: Sequence[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """By first day, then by lane from top to bottom, then stretches before moments."""
    return tuple(sorted(events, key=lambda one: (one.first, _PLACE[one.lane], one.moment, one.key)))


def on_day(timeline: CentreTimeline, day: date) -> DayFacts:
    """What is happening on this day; first and last days are part of a stretch."""
    here = [event for event in timeline.events if event.holds_on(day)]
    here.sort(key=lambda one: (not one.moment, _PLACE[one.lane], one.first))
    moments = [event for event in timeline.events if event.moment]
    days = [event.first for event in moments]
    before, after = bisect_left(days, day), bisect_right(days, day)
    year, years = _mandate_year(timeline, day)
    return DayFacts(
        day,
        tuple(here),
        moments[before - 1] if before else None,
        moments[after] if after < len(moments) else None,
        year,
        years,
    )


def of_lane(events: Sequence[TimelineEvent], lane: LaneKey) -> tuple[TimelineEvent, ...]:
    return tuple(event for event in events if event.lane is lane)


def beside(
    events: Sequence[TimelineEvent], chosen: TimelineEvent, step: int
) -> TimelineEvent | None:
    """The next (1) or previous (-1) thing in the same lane; None at its end."""
    lane = of_lane(events, chosen.lane)
    keys = [event.key for event in lane]
    if chosen.key not in keys:
        return None
    place = keys.index(chosen.key) + step
    return lane[place] if 0 <= place < len(lane) else None


def across(
    events: Sequence[TimelineEvent],
    lanes: Sequence[LaneKey],
    chosen: TimelineEvent,
    step: int,
    day: date,
) -> TimelineEvent | None:
    """The thing nearest to `day` in the next lane below (1) or above (-1) that has any."""
    place = lanes.index(chosen.lane) + step
    while 0 <= place < len(lanes):
        found = nearest(of_lane(events, lanes[place]), day)
        if found is not None:
            return found
        place += step
    return None


def nearest(events: Sequence[TimelineEvent], day: date) -> TimelineEvent | None:
    """What holds on this day, else what lies nearest to it; the later one when it is equal."""

    def far(event: TimelineEvent) -> tuple[int, int]:
        if event.holds_on(day):
            return 0, -event.first.toordinal()
        gap = min(abs((event.first - day).days), abs((event.last - day).days))
        return gap, -event.first.toordinal()

    return min(events, key=far, default=None)


def by_year(
    events: Sequence[TimelineEvent],
) -> tuple[tuple[int, tuple[TimelineEvent, ...]], ...]:
    """Everything by the year it begins in, in the order of the days."""
    found: dict[int, list[TimelineEvent]] = {}
    for event in events:
        found.setdefault(event.first.year, []).append(event)
    return tuple((year, tuple(found[year])) for year in sorted(found))


def _mandate_year(timeline: CentreTimeline, day: date) -> tuple[int | None, int | None]:
    """In the how-manieth year of which mandate a day lies."""
    for event in timeline.events:
        if event.lane is LaneKey.MANDATES and event.counted and event.holds_on(day):
            return mandate_year(event.first, event.last, day) or (None, None)
    return None, None
