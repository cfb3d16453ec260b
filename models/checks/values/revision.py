"""A check as it was kept at a moment, and what looking into it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.checks.values.kinds import RevisionKind

Plain = str | int | float | bool | None
Rows = Mapping[str, Sequence[Mapping[str, Plain]]]
"""The rows of a check by table: every fact that stands there, none of its ids."""

SHORT = 12
"""So many signs of a mark are shown; the whole on request."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One moment at which a check was kept, without its content."""

    id: UUID
    number: int
    kind: RevisionKind
    made_at: datetime
    made_by: str
    sha256: str
    reopened_at: datetime | None = None
    reopened_by: str = ""
    reopened_why: str = ""
    undone: bool = False
    """The end it was kept at was undone: it stays to be read, and its number is not given again."""

    @property
    def short(self) -> str:
        return self.sha256[:SHORT]


@dataclass(frozen=True, slots=True)
class RevisionProof:
    """Whether what was kept is still what it was, and whether the check still is what was kept."""

    finished: bool
    final: Revision | None
    """The last final revision; None in a file from before there were any."""
    broken: tuple[Revision, ...]
    """Those whose content does not give their mark any more."""
    stands: bool | None
    """Whether the finished check still is its last final revision; None when that is no question:
    it is not finished, or nothing was kept when it was."""

    @property
    def whole(self) -> bool:
        return not self.broken and self.stands is not False


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that became otherwise; empty where nothing stood or stands."""

    about: str
    """Such as `KZ-003 · DC-05`."""
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RevisionDifference:
    """Two moments of a check side by side, the earlier first."""

    check_id: UUID
    reference: str
    centre: str
    first: str
    """Such as `versie 1`."""
    second: str
    lines: tuple[Difference, ...]
