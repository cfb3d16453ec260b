"""What lies under the mouse in a row: the moments close by, or else the stretch."""

from __future__ import annotations

from models.portfolio import rules
from models.portfolio.values import Piece, PortfolioRow
from ui.kit.theme import theme
from ui.pages.timeline.signs import SIDE
from ui.pages.timeline.tiles import Frame, marks_middle, thin_top


def pieces_at(row: PortfolioRow, frame: Frame, x: float, y: float) -> list[Piece]:
    """The pieces at a place in the row; `y` counts from the top of the row."""
    if x < frame.field:
        return []
    day = frame.scale.start + (x - frame.field) / frame.scale.per_day
    reach = theme().px(SIDE) / 2 / frame.scale.per_day
    if y >= marks_middle() - theme().px(SIDE):
        near = rules.in_sight(row.marks, int(day - reach), int(day + reach))
        if near:
            return list(near)
    lane = row.certificates if y >= thin_top() - 2 else row.mandates
    return [one for one in lane if one.first <= day < one.last + 1]
