"""Everything one centre's file shows, asked at once on a reader's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from controllers.bundle import Controllers
from models.centres.values import CentreFile
from models.checks.values import CheckRow, CheckState
from models.letters.values import LetterRow
from models.mandates.values import Standing
from models.surveys.values import Satisfaction

R = TypeVar("R", CheckRow, LetterRow)

LETTERS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A centre whole, how it stands today, and what was done there."""

    file: CentreFile
    standing: Standing
    checks: tuple[CheckRow, ...]
    letters: tuple[LetterRow, ...]
    """The newest few."""
    letter_count: int
    satisfaction: Satisfaction
    today: date

    @property
    def id(self) -> UUID:
        return self.file.identity.id

    @property
    def last_check(self) -> CheckRow | None:
        """The newest visit that began."""
        begun = [one for one in self.checks if one.state is not CheckState.PLANNED]
        return max(begun, key=_day, default=None)

    @property
    def next_check(self) -> CheckRow | None:
        """The first visit that was planned and not begun, late or to come."""
        planned = [one for one in self.checks if one.state is CheckState.PLANNED]
        return min(planned, key=_day, default=None)


def read(controllers: Controllers, centre_id: UUID) -> FileFacts:
    """Raises Gone when the centre is no longer there."""
    checks, letters = controllers.checks, controllers.letters
    check_ids, letter_ids = checks.ids(centre_id), letters.ids(centre_id)
    return FileFacts(
        file=controllers.centres.file(centre_id),
        standing=controllers.mandates.standing(centre_id),
        checks=_ordered(check_ids, checks.rows(check_ids)),
        letters=_ordered(letter_ids, letters.rows(letter_ids[:LETTERS_SHOWN])),
        letter_count=len(letter_ids),
        satisfaction=controllers.surveys.satisfaction(centre_id),
        today=controllers.today(),
    )


def _ordered(ids: Sequence[UUID], rows: Sequence[R]) -> tuple[R, ...]:
    found = {row.id: row for row in rows}
    return tuple(found[one] for one in ids if one in found)


def _day(row: CheckRow) -> date:
    return row.day or date.max
