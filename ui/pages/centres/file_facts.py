"""Everything one centre's file shows, asked at once on a reader's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from controllers.bundle import Controllers
from controllers.cockpit import CentreCockpit
from models.applications.values import ApplicationRow, DecisionFile
from models.centres.values import CentreFile
from models.mandates.values import Standing


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the cockpit shows of a centre, and what the other parts of its file need beside it."""

    cockpit: CentreCockpit
    applications: tuple[ApplicationRow, ...] = ()
    """The newest first."""
    decisions: tuple[DecisionFile, ...] = ()
    """The newest first."""

    @property
    def id(self) -> UUID:
        return self.cockpit.file.identity.id

    @property
    def file(self) -> CentreFile:
        return self.cockpit.file

    @property
    def standing(self) -> Standing:
        return self.cockpit.standing

    @property
    def today(self) -> date:
        return self.cockpit.today


def read(controllers: Controllers, centre_id: UUID) -> FileFacts:
    """Raises Gone when the centre is no longer there."""
    found = controllers.applications
    asked = found.ids(centre_id)
    by_id = {row.id: row for row in found.rows(asked)}
    return FileFacts(
        cockpit=controllers.cockpit.of(centre_id),
        applications=tuple(by_id[one] for one in asked if one in by_id),
        decisions=tuple(found.decisions_of(centre_id)),
    )
