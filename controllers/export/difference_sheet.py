"""The difference of two revisions of a check on paper: what stood there, and what stands there."""

from datetime import UTC, datetime
from pathlib import Path

from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from models.checks.values.revision import RevisionDifference


def difference_pdf(found: RevisionDifference) -> bytes:
    """A4 with repeated heads, tagged; the same facts give the same bytes."""
    from controllers.export.paper.difference import draw_difference

    made = datetime(2000, 1, 1, 12, tzinfo=UTC)
    return draw_difference(found, made_at=made, fingerprint=fingerprint(found))


def write_difference(found: RevisionDifference, path: Path) -> Exported:
    """Put it in a .pdf, whole or not at all; raises what `land` raises."""
    return land(difference_pdf(found), named(path, ".pdf"))
