"""All centres on one axis as a workbook: a half-year a cell, and every period in a flat list."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from controllers.export.landing import Exported, land, named
from models.portfolio.values import Group, Grouping


def write_portfolio(
    groups: Sequence[Group], grouping: Grouping, path: Path, *, today: date, made_at: datetime
) -> Exported:
    """Put it in an .xlsx at `path`, whole or not at all. Raises a subclass of Unavailable."""
    from controllers.export.sheets.portfolio import portfolio_bytes

    return land(portfolio_bytes(groups, grouping, today, made_at), named(path, ".xlsx"))
