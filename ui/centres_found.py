"""The centres that hold what is typed: asked for, and how one of them reads in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.mandates.values import CentreFilter, CentreRow
from ui.kit.reading import grouped
from ui.kit.row_list import Row

if TYPE_CHECKING:
    from controllers.bundle import Controllers


def centres_with(controllers: Controllers, text: str, most: int) -> list[CentreRow]:
    """The first of them, in order; on a reader's thread."""
    ids = controllers.mandates.ids(CentreFilter(text))[:most]
    rows = {row.id: row for row in controllers.mandates.rows(ids)}
    return [rows[each] for each in ids if each in rows]


def row_of(centre: CentreRow) -> Row:
    """Its name, and under it number and town; the payload is its id."""
    number = grouped(centre.enterprise_number, (4, 3, 3))
    second = " · ".join(part for part in (number, centre.locality) if part)
    return Row(centre.name, second, "icon:building", payload=centre.id)
