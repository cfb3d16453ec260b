"""Where days lie on a line, how things on them keep out of each other's way, and what they say.

Decisions without a database and without a screen: the same for window and paper.
"""

from models.timeline.rules.days import across, beside, by_year, in_order, nearest, of_lane, on_day
from models.timeline.rules.laying import (
    Label,
    Laid,
    Placed,
    Sizes,
    Strand,
    lay_lane,
    strand,
    tracks,
)
from models.timeline.rules.merging import Run, merged
from models.timeline.rules.scale import Scale
from models.timeline.rules.telling import (
    away,
    card,
    lane_sub,
    lane_word,
    lasting,
    spoken,
    when,
)
from models.timeline.rules.ticks import Axis, Cell, axis

__all__ = [
    "Axis",
    "Cell",
    "Label",
    "Laid",
    "Placed",
    "Run",
    "Scale",
    "Sizes",
    "Strand",
    "across",
    "away",
    "axis",
    "beside",
    "by_year",
    "card",
    "in_order",
    "lane_sub",
    "lane_word",
    "lasting",
    "lay_lane",
    "merged",
    "nearest",
    "of_lane",
    "on_day",
    "spoken",
    "strand",
    "tracks",
    "when",
]
