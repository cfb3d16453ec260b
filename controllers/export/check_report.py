"""The report of a check: what DOMAIN.md F5.05 asks, then the filled checklist.

It is made of the content of a check alone, now or as it was kept, so that a report of a revision is
the same in a year. The same facts give the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from controllers.export.facts import fingerprint
from models.checks.rules.content import canonical, mark_of
from models.checks.rules.for_centre import content_for_centre, later_for_centre
from models.checks.values.exchange import SheetUse


@dataclass(frozen=True, slots=True)
class ProofPicture:
    """One proof made small: a picture, or the first page of a PDF."""

    sha256: str
    """The mark of the content it was made of."""
    picture: bytes = field(default=b"", repr=False)
    """JPEG; empty when nothing of it can be drawn."""
    pages: int = 0
    """Of a PDF: how many there are."""
    why_not: str = ""
    """Why nothing is drawn, in a few words."""

    @property
    def facts(self) -> tuple[str, str, int, str]:
        return (self.sha256, sha256(self.picture).hexdigest(), self.pages, self.why_not)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The content of a check, and which moment of it this is."""

    content: Mapping[str, Any]
    version: str
    """Such as `versie 2`; `ontwerp` while the check is not finished."""
    outdated: str = ""
    """Why this is not the newest, as a sentence."""
    since: Mapping[str, Any] | None = None
    """What goes on after the end as it stands now, where it is not what was kept."""
    reopened: tuple[str, ...] = ()
    """That earlier ends were opened again, a sentence each; why only for the service."""
    pictures: tuple[ProofPicture, ...] | None = None
    """Proof as small pictures; None leaves them out."""
    use: SheetUse = SheetUse.OFFICER
    """Whose paper it is: that of the service, or what of it may leave for the centre."""

    @property
    def mark(self) -> str:
        return mark_of(canonical(self.content))

    @property
    def fingerprint(self) -> str:
        """Of everything that is on the paper."""
        beside = (self.version, self.outdated, self.since, self.reopened)
        drawn = None if self.pictures is None else [one.facts for one in self.pictures]
        ours = (self.mark, *beside, drawn)
        return fingerprint((*ours, self.use) if self.for_centre else ours)

    @property
    def for_centre(self) -> bool:
        return self.use is SheetUse.CENTRE

    @property
    def told(self) -> Mapping[str, Any]:
        """What may stand on this paper; its mark stays that of the whole content."""
        return content_for_centre(dict(self.content)) if self.for_centre else self.content

    @property
    def later(self) -> Mapping[str, Any]:
        """What goes on after the end: as it stands now where that is known, else as kept."""
        found = self.content if self.since is None else self.since
        return later_for_centre(dict(found)) if self.for_centre else found

    @property
    def check(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.told["check"]
        return found
