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
    it is not finished, nothing was kept when it was, or by a rule this program does not know."""
    rule: int = 0
    """By which rule of content it was kept; 0 without a final revision."""
    newer: bool = False
    """It was kept by a rule that this program does not know yet."""
    older: bool = False
    """It was kept by an earlier rule, and is held to that one."""
    moments: int = 0
    """How many were kept: drafts and ends."""

    @property
    def whole(self) -> bool:
        return not self.broken and self.stands is not False


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that became otherwise; empty where nothing stood or stands."""

    group: str
    """Under which head it is told, such as `Vaststellingen`."""
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
    first_id: UUID | None = None
    second_id: UUID | None = None
    """None: the check as it stands."""
    first_mark: str = ""
    """The mark of the content of each, such as stands at the foot of its papers."""
    second_mark: str = ""
    moments: tuple[str, str] = ("", "")
    """When and by whom each was kept; empty for the check as it stands."""
    reopened: tuple[str, ...] = ()
    """Why ends between both were opened again, a sentence each; the first first."""


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """What is needed to choose a paper of a check: whose it is, and its moments."""

    check_id: UUID
    reference: str
    centre: str
    begun: bool
    finished: bool
    drawn: bool
    """Whether a sample was drawn: there is a protocol."""
    revisions: tuple[Revision, ...]
    """The first before the last."""
