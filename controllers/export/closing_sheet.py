"""The closing sheet: what was said at the end of a visit on one A4, to leave behind.

It is made of the summary alone (models.checks.values.closing), so nothing of a complaint, of
another centre or of a client can stand on it. The same facts give the same bytes.
"""

from dataclasses import dataclass

from models.checks.values.closing import Closing, Seen


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """The summary, who saw it, and the mark of what the check holds."""

    closing: Closing
    seen: tuple[Seen, ...]
    mark: str
    """SHA-256 of the content of the check, in hexadecimal."""
    revision: int
    """The number of the revision; 0 of a check as it stands, while it is not finished."""
    draft: bool = False
    """Whether that revision was kept on the way, and not at the end."""
    outdated: str = ""
    """Why this is not the newest, as a sentence."""
    offer: bool = False
    """Whether it is of a check of the offer: nobody was visited."""
    channels: str = ""
    """Of a check of the offer: where each channel was found and when it was looked at."""
    reopened: str = ""
    """That the end before this one was opened again, as a sentence."""

    @property
    def state(self) -> str:
        """Versie 2; ontwerp 1; voorlopig."""
        if not self.revision:
            return "voorlopig"
        return f"{'ontwerp' if self.draft else 'versie'} {self.revision}"
