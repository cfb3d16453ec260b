"""The report of a check: what DOMAIN.md F5.05 asks, then the filled checklist.

It is made of the content of a check alone, now or as it was kept, so that a report of a revision is
the same in a year. The same facts give the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from controllers.export.landing import Exported, land, named
from models.checks.rules.content import canonical, mark_of


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The content of a check, and which moment of it this is."""

    content: Mapping[str, Any]
    version: str
    """Such as `versie 2`; `ontwerp` while the check is not finished."""

    later: Mapping[str, Any] = field(default_factory=dict)
    """What came after a finished check and is no part of its mark: `reviews`, as in its content."""

    @property
    def mark(self) -> str:
        return mark_of(canonical(self.content))

    @property
    def fingerprint(self) -> str:
        """Of everything that is told: the mark, and what came later."""
        return mark_of(self.mark + canonical(self.later)) if self.later else self.mark

    @property
    def check(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.content["check"]
        return found


def report_pdf(report: CheckReport) -> bytes:
    """A4 with repeated heads, tagged, with bookmarks; an answer never breaks over two pages."""
    from controllers.export.paper.report import draw_report

    return draw_report(report, made_at=_dated(report))


def write_report(report: CheckReport, path: Path) -> Exported:
    """Put the report in a .pdf, whole or not at all; raises what `land` raises."""
    return land(report_pdf(report), named(path, ".pdf"))


def _dated(report: CheckReport) -> datetime:
    """Noon of the day of the visit, or of the day it is planned on."""
    day = report.check.get("visit_date") or report.check.get("planned_on") or "2000-01-01"
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
