"""Any list as a workbook: the columns of the screen, in true types and the house style."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from controllers.columns import Column
from controllers.export.landing import Exported, land, named

R = TypeVar("R")


def write_rows(
    columns: Sequence[Column[R]],
    rows: Iterable[R],
    path: Path,
    *,
    title: str,
    made_at: datetime,
) -> Exported:
    """Put a list in an .xlsx at `path`, whole or not at all; labels are translated here.

    A column of kind `two` becomes two columns, its second line beside it. Texts keep their
    leading zeros, dates and numbers are true. Raises a subclass of Unavailable.
    """
    from controllers.export.sheets.listing import listing_bytes

    return land(listing_bytes(columns, rows, title, made_at), named(path, ".xlsx"))
