"""Checks and applications by their reference, or by centre and year: what the palette shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from controllers.wording import word
from models.applications.values import ApplicationRow
from models.checks.values import CheckRow
from models.kernel.wording import short_date
from models.kernel.words import fold
from ui.kit.page import Ref
from ui.kit.palette import PaletteItem

if TYPE_CHECKING:
    from controllers.bundle import Controllers

LEAST = 3
"""Letters or digits from which it is looked for."""


def records_with(controllers: Controllers, text: str, most: int) -> tuple[PaletteItem, ...]:
    """The newest of each that hold every word of this; on a reader's thread."""
    if len(fold(text)) < LEAST:
        return ()
    checks, applications = controllers.checks, controllers.applications
    by_check = checks.with_words(text)[:most]
    asked_for = applications.with_words(text)[:most]
    rows = {row.id: _check(row) for row in checks.rows(by_check)}
    rows |= {row.id: _application(row) for row in applications.rows(asked_for)}
    return tuple(rows[each] for each in (*by_check, *asked_for) if each in rows)


def _check(row: CheckRow) -> PaletteItem:
    day = [short_date(row.day)] if row.day else []
    told = " · ".join([row.reference, *day, word(row.state).lower()])
    return PaletteItem(row.centre_name, Ref("check", row.id), "checklist", told)


def _application(row: ApplicationRow) -> PaletteItem:
    told = " · ".join([row.reference, short_date(row.received_on), word(row.state).lower()])
    return PaletteItem(row.centre_name, Ref("application", row.id), "inbox", told)
