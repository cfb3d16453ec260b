"""Where days lie on a line, how things on them keep out of each other's way, and what they say.

Decisions without a database and without a screen: the same for window and paper.
"""

from models.timeline.rules.merging import Run, merged
from models.timeline.rules.scale import Scale
from models.timeline.rules.ticks import Axis, Cell, axis

__all__ = ["Axis", "Cell", "Run", "Scale", "axis", "merged"]
