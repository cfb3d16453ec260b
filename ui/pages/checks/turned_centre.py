"""The facts of the centre and of this visit, for who sits across the table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.checks.values import CheckFile
from models.checks.values.turned import CameBefore, OfCentre, Seat
from models.kernel.text import _
from models.kernel.wording import long_date, weekday_date
from ui.kit.base import Text, column, empty, row, wrap
from ui.kit.reading import grouped
from ui.kit.theme import theme

LABEL = 330


class TurnedCentre(QWidget):
    """A line a fact, its name before it; made anew when a fact is another one."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, str]] = []
        self._labels: list[Text] = []
        self._lines = column(gap=10, margins=(12, 8, 18, 12))
        self.setLayout(self._lines)

    def show_centre(self, check: CheckFile, facts: OfCentre) -> None:
        told = [(word, fact) for word, fact in _facts(check, facts) if fact]
        if told == self._shown:
            return
        self._shown, self._labels = told, []
        empty(self._lines)
        for word, fact in told:
            self._add(word, fact)
        self._lines.addStretch(1)
        self.fit()

    def fit(self) -> None:
        for label in self._labels:
            label.setFixedWidth(theme().px(LABEL))

    def _add(self, word: str, told: str) -> None:
        label = Text(word, "body", 400, "quiet", wrap=True)
        self._labels.append(label)
        line = row(gap=24)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(told, "body", 500, wrap=True, tabular=True), 1)
        self._lines.addWidget(wrap(line))


def _facts(check: CheckFile, facts: OfCentre) -> list[tuple[str, str]]:
    """What is told, in order; without a fact its line is left out."""
    day = check.visit_date or check.planned_on
    return [
        (_("Enterprise number"), grouped(facts.enterprise_number, (4, 3, 3))),
        (_("Mandate"), _mandate(facts)),
        (_("Establishments"), "\n".join(map(_seat, facts.seats))),
        (_("Day of the visit"), weekday_date(day) if day else ""),
        (_("Visited"), check.establishment or _("The seat of the centre")),
        (_("Period looked into"), _days(check.period_from, check.period_to)),
        (_("Spoken to"), check.spoken_to),
        (_("Officer"), check.officer),
        (_("The check before"), _before(facts.before)),
    ]


def _mandate(facts: OfCentre) -> str:
    if not facts.mandate and facts.first is None:
        return ""
    return "\n".join(part for part in (facts.mandate, _days(facts.first, facts.last)) if part)


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return _("{first} until and with {last}").format(
            first=long_date(first), last=long_date(last)
        )
    return long_date(first or last) if first or last else ""  # type: ignore[arg-type]


def _seat(seat: Seat) -> str:
    return ", ".join(part for part in (seat.name, *seat.address.lines()) if part)


def _before(before: CameBefore | None) -> str:
    if before is None:
        return ""
    head = " · ".join(
        part for part in (before.reference, long_date(before.day) if before.day else "") if part
    )
    return "\n".join(part for part in (head, before.result) if part)
