"""What is happening on one day, beside the timeline: what holds, what came before, what follows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from models.terms.days import closed_because, in_full
from models.timeline.rules import away
from models.timeline.values import DayFacts, TimelineEvent
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.row_list import Group, Row, RowList
from ui.kit.timeline_list import rows


class DayPanel(QWidget):
    """`wanted` tells the thing to open, `shut` that the panel should go."""

    wanted = Signal(object)
    shut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._events: dict[str, TimelineEvent] = {}
        self.heading = Text("", "body", 600, wrap=True)
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.list = RowList(compact=True)
        self.list.setAccessibleName(_("What is happening on this day"))
        self.list.opened.connect(self._open)
        self.close_button = Button("", "ghost", "x", _("Close (Esc)"))
        self.close_button.clicked.connect(self.shut)
        head = row(Text(_("On this day"), "small", 600, "accent"), None, self.close_button)
        top = column(head, self.heading, self.told, gap=4, margins=(22, 12, 14, 10))
        whole = column(gap=0)
        whole.addLayout(top)
        whole.addWidget(self.list, 1)
        self.setLayout(whole)

    def show_day(self, facts: DayFacts, today: date) -> None:
        self.heading.setText(in_full(facts.day).capitalize())
        self.told.setText(" · ".join(_told(facts, today)))
        near = [event for event in (facts.before, facts.after) if event is not None]
        self._events = {event.key: event for event in (*facts.events, *near)}
        items: list[Row | Group] = [Group(_("Happens or holds"), len(facts.events))]
        items += rows(facts.events, narrow=True)
        for word, event in ((_("Before it"), facts.before), (_("After it"), facts.after)):
            if event is not None:
                items += [Group(word, 1), *rows([event], narrow=True)]
        self.list.set_rows(items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, key: object) -> None:
        self.wanted.emit(self._events[str(key)])


def _told(facts: DayFacts, today: date) -> list[str]:
    """How far from today, which year of the mandate, and whether it is a day of rest."""
    told = [away(facts.day, today)]
    if facts.mandate_year is not None:
        said = _("year {year} of {years} of the mandate")
        told.append(said.format(year=facts.mandate_year, years=facts.mandate_years))
    closed = closed_because(facts.day)
    return [*told, closed] if closed else told
