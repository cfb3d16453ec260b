"""Under the last day of a measure: which day the rules say, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.checks.values import FindingFile, FollowFile
from models.kernel.text import _
from models.kernel.wording import long_date, short_date
from ui.kit.base import Text, column, row
from ui.why import WhyDate


class DueLine(QWidget):
    """Answers "Why this date?", also when the officer chose another day."""

    def __init__(self) -> None:
        super().__init__()
        self._said = Text("", "small", 400, "quiet")
        self.day = WhyDate("small")
        self._from = Text("", "small", 400, "faint", wrap=True)
        self.setLayout(column(row(self._said, self.day, None, gap=4), self._from, gap=0))

    def show_finding(self, finding: FindingFile, follow: FollowFile) -> None:
        found = follow.by_rule
        term = found.terms.get(finding.key)
        self.setVisible(term is not None)
        if term is None:
            return
        chosen = finding.measure_due
        other = chosen is not None and chosen != term.due
        self._said.setText(_("The rules say:") if other else _("By the rules:"))
        self.day.show_term(term, long_date(term.due), _("Last day of the measure"))
        self._from.setText(_counted(found.start, of_letter=found.of_letter))


def _counted(start: date | None, *, of_letter: bool) -> str:
    if start is None:
        return ""
    if of_letter:
        said = _("Counted from the date of the letter, {day}. If it left later, change that date.")
        return said.format(day=short_date(start))
    said = _("Counted from the visit of {day}, until the letter is ready.")
    return said.format(day=short_date(start))
