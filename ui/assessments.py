"""The assessment of an application on the console: its workbook out and back, and its paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.kernel.errors import Refused
from models.kernel.text import N_


class ApplicationUnknown(Refused):
    sentence = N_("There is no application {subject}. `list applications` gives the ids.")


def send_out(controllers: Controllers, subject: str, path: Path) -> Exported:
    """The workbook, as it stands, that can come back."""
    return controllers.applications.send_out(_application_id(controllers, subject), path)


def paper(controllers: Controllers, subject: str, path: Path, *, empty: bool) -> Exported:
    """As a PDF file: the judgements as they stand, or empty to fill in by pen."""
    about = _application_id(controllers, subject)
    return controllers.applications.paper(about, path, filled=not empty)


def read_in(controllers: Controllers, source: Path, *, dry_run: bool) -> dict[str, Any]:
    """What is new and stands in nobody's way is taken over; a conflict is for the screen."""
    back = controllers.applications.read_back(source)
    review = controllers.applications.review(back)
    if dry_run:
        return review.as_json()
    taken = controllers.applications.take_back(back, review, review.fresh)
    return taken.review.as_json(committed=True, step=taken.step)


def _application_id(controllers: Controllers, subject: str) -> UUID:
    """An application by its id or by its reference."""
    for row in controllers.applications.rows(controllers.applications.ids()):
        if subject in {str(row.id), row.id.hex, row.reference}:
            return row.id
    raise ApplicationUnknown(subject=subject)
