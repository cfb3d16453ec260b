"""The next period of every mandate: file or message, until when, and what was asked before."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from models.kernel.text import _
from models.kernel.wording import short_date
from models.mandates.rules.outlook import PeriodOutlook
from models.terms.sentences import choice_word
from ui.kit.base import Text, column, row, wrap
from ui.kit.empty import EmptyState
from ui.kit.page import Ref
from ui.kit.row_list import Group, Row, RowList
from ui.why import WhyDate

SOON = 60
"""So many days before the date to act it asks for attention."""


class PeriodsView(QWidget):
    """The earliest date to act first; Enter opens the centre, Alt+T explains the date."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.outlooks: tuple[PeriodOutlook, ...] = ()
        self.list = RowList()
        self.list.setAccessibleName(_("Next periods"))
        self.why = WhyDate()
        self.meaning = Text("", "small", 400, "quiet", wrap=True)
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)

    def show_outlooks(self, outlooks: tuple[PeriodOutlook, ...], today: date) -> None:
        self.outlooks = outlooks
        self._stack.setCurrentIndex(0 if outlooks else 1)
        rows: list[Row | Group] = []
        for value in dict.fromkeys(str(one.rule.value) for one in outlooks):
            under = [one for one in outlooks if one.rule.value == value]
            rows.append(Group(_heading(value), len(under)))
            rows.extend(_row(one, today) for one in under)
        self.list.set_rows(rows)
        if self.list.current is None and outlooks:
            first = next(item.payload for item in rows if isinstance(item, Row))
            self.list.choose(first)
        self._choose(self.list.current)

    def start(self) -> None:
        if self.outlooks:
            self.list.setFocus()

    def _lay_out(self) -> None:
        foot = row(Text(_("To do until"), "small", 400, "quiet"), self.why, gap=4)
        foot.addSpacing(12)
        foot.addWidget(self.meaning, 1)
        filled = column(
            column(self.list, gap=0, margins=(16, 0, 12, 0)),
            column(foot, gap=0, margins=(28, 10, 24, 14)),
            gap=0,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(wrap(filled))
        self._stack.addWidget(
            EmptyState(
                "calendar-event",
                _("No mandate runs"),
                _("Once a mandate runs, its next period and what that asks stand here."),
            )
        )

    def _choose(self, centre_id: UUID | None) -> None:
        one = self._of(centre_id)
        if one is None:
            self.why.show_term(None)
            self.meaning.setText("")
            return
        self.why.show_term(one.lead)
        self.meaning.setText(_meaning(one))

    def _open(self, centre_id: UUID) -> None:
        self.wanted.emit(Ref("centre", centre_id))

    def _of(self, centre_id: UUID | None) -> PeriodOutlook | None:
        found = (one for one in self.outlooks if one.mandate.centre_id == centre_id)
        return next(found, None)


def _heading(value: str) -> str:
    said = choice_word(value)
    return said[:1].upper() + said[1:]


def _row(one: PeriodOutlook, today: date) -> Row:
    named = " · ".join(part for part in (one.mandate.centre, one.mandate.number) if part)
    sub = _("Ends on {end}, next period from {start}").format(
        end=short_date(one.mandate.facts.end), start=short_date(one.start)
    )
    if one.recorded:
        sub += " · " + _("by the table: {old}").format(old=choice_word(one.unchanged))
    elif one.other_than_before:
        sub += " · " + _("before: {old}").format(old=choice_word(one.was))
    return Row(
        named,
        sub,
        badge=_badge(one, today),
        meta=_("until {day}").format(day=short_date(one.lead.due)),
        payload=one.mandate.centre_id,
    )


def _badge(one: PeriodOutlook, today: date) -> tuple[str, str] | None:
    told = one.mandate.continued_on
    if told is not None:
        return "done", _("Told on {day}").format(day=short_date(told))
    if one.lead.due < today:
        return "due", _("Not told yet") if one.rule.value == "notice" else _("No file yet")
    return ("plan", _("Soon")) if (one.lead.due - today).days <= SOON else None


def _meaning(one: PeriodOutlook) -> str:
    if one.rule.value == "notice":
        return _(
            "No renewal file: the centre tells its contact person that it goes on, and keeps"
            " meeting every condition from the first day."
        )
    return _("The centre hands in a renewal file; advice and decision follow.")
