"""One line of the follow-up in full: why, from when, until when, and the way to solve it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.wording import badge, condition_word, word
from models.conditions.values import Condition
from models.kernel.text import _
from models.kernel.wording import long_date, span
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, rule, wrap
from ui.kit.button import Button
from ui.kit.card import Fact
from ui.kit.page import Ref
from ui.why import WhyDate

DAYS_SAID = 61
"""Up to so many days a narrow column counts days, then months."""


class Detail(QWidget):
    """`wanted(Ref)` opens where it is solved."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Condition | None = None
        self.what = Text("", "body", 600, wrap=True)
        self.state = Badge("plain", "")
        self.centre = Text("", "body", 500, wrap=True)
        self.where = Text("", "small", 400, "quiet", wrap=True)
        self.why = Text("", "body", 400, wrap=True)
        self.kind, self.start = Fact(_("Kind")), Fact(_("Start preparing"))
        self.last, self.left = WhyDate(), Text("", "small", 400, "quiet")
        self.counted, self.due = Text("", "small", 400, "faint"), WhyDate()
        self.officer = Fact(_("File keeper"))
        self.open = Button(_("Open the file"), "primary", "arrow-right", keys="Enter")
        self.letter = Button(_("Letter"), "secondary", "mail", keys="B")
        self.nothing = Text(
            _("Choose a line to see why it stands here and what to do."), "body", 400, "quiet"
        )
        self.nothing.setWordWrap(True)
        self._last = wrap(row(Text(_("Last day"), "small", 400, "faint"), None, self.last, gap=12))
        self._due = wrap(row(self.counted, None, self.due, gap=12))
        self._body = wrap(
            column(
                column(self.what, row(self.state, None), gap=8),
                column(self.centre, self.where, gap=2),
                self.why,
                rule(),
                self.kind,
                self.start,
                self._last,
                self._due,
                self.left,
                self.officer,
                8,
                row(self.open, self.letter, None),
                gap=12,
            )
        )
        self.setLayout(column(self.nothing, self._body, None, gap=0, margins=(22, 20, 22, 18)))
        self.open.clicked.connect(self.go)
        self.letter.clicked.connect(self.write)
        self.show_condition(None, date.min)

    def show_condition(self, one: Condition | None, today: date) -> None:
        self._shown = one
        self.nothing.setVisible(one is None)
        self._body.setVisible(one is not None)
        if one is None:
            return
        self.what.setText(one.what)
        self.state.set_state(badge(one.urgency), word(one.urgency))
        self.centre.setText(one.centre)
        self.where.setText(" · ".join(part for part in (one.locality, one.province) if part))
        self.why.setText(one.why)
        self.kind.set_value(condition_word(one.kind))
        self.officer.set_value(one.officer or _("not known"))
        self.letter.setVisible(one.letter is not None)
        self.start.setVisible(one.start is not None)
        if one.start is not None:
            self.start.set_value(long_date(one.start))
        self._show_days(one, today)

    def go(self) -> None:
        """Open where it is solved."""
        if self._shown is not None:
            place = self._shown.opens
            self.wanted.emit(Ref(place.kind, place.id, place.detail))

    def write(self) -> None:
        """Open the letter about it, begun when there is none."""
        if self._shown is not None and self._shown.letter is not None:
            place = self._shown.letter
            self.wanted.emit(Ref(place.kind, place.id, place.detail))

    def _show_days(self, one: Condition, today: date) -> None:
        """The last day, and beside it the day that was counted, when that is another one."""
        counted = one.term if one.term is not None and one.term.due == one.last else None
        self._last.setVisible(one.last is not None)
        if one.last is not None:
            self.last.show_term(counted, long_date(one.last), one.what)
            self.left.setText(left_words(one.last, today))
        self.left.setVisible(one.last is not None)
        other = one.term if one.term is not None and counted is None else None
        self._due.setVisible(other is not None)
        if other is not None:
            self.counted.setText(other.rule.title or _("Counted day"))
            self.due.show_term(other, long_date(other.due), other.rule.title)


def left_words(last: date, today: date) -> str:
    """How long there is still, or how long it is over."""
    if last == today:
        return _("today is the last day")
    if today < last:
        return _("{span} to go").format(span=span(today, last))
    return _("{span} late").format(span=span(last, today))


def short_left(last: date, today: date) -> str:
    """As `left_words`, for a narrow column: in days up to two months, else in months."""
    days = abs((last - today).days)
    if last == today:
        return _("today")
    measure = _("{count} d") if days <= DAYS_SAID else _("{count} mo")
    said = measure.format(count=days if days <= DAYS_SAID else round(days / 30.44))
    return (_("{span} late") if last < today else _("{span} to go")).format(span=said)
