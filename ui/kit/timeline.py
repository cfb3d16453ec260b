"""Six years on one axis: lanes of days and stretches, walked through by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from models.kernel.wording import weekday_date
from models.timeline.rules import Placed, across, beside, nearest, spoken
from models.timeline.values import CentreTimeline, TimelineEvent
from ui.kit.base import announce
from ui.kit.timeline_keys import ours, wish_of
from ui.kit.timeline_layout import ready
from ui.kit.timeline_sight import STEP, TimelineSight

HALF_A_YEAR = timedelta(days=183)


class Timeline(TimelineSight):
    """`opened` tells what should be opened, `why_wanted` of which thing the day must be told,
    `day_wanted` which day to look into, `day_changed` that another day was chosen meanwhile.
    """

    opened = Signal(object)
    why_wanted = Signal(object)
    day_wanted = Signal(object)
    day_changed = Signal(object)
    focused = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._pressed: Placed | None = None
        self.setAccessibleName(_("Timeline"))
        self._acts: dict[str, Callable[[], object]] = {
            "before": lambda: self._step(-1),
            "after": lambda: self._step(1),
            "above": lambda: self._cross(-1),
            "below": lambda: self._cross(1),
            "first": lambda: self._to_end(0),
            "last": lambda: self._to_end(-1),
            "today": self.go_to_today,
            "nearer": lambda: self.zoom(STEP, self._anchor()),
            "further": lambda: self.zoom(1 / STEP, self._anchor()),
            "whole": self.see_all,
            "open": self._open,
            "why": self._why,
            "day": self._look_into,
            "pan_before": lambda: self.pan(-self.scale.width / 8),
            "pan_after": lambda: self.pan(self.scale.width / 8),
            "page_before": lambda: self.pan(-self.scale.width * 0.9),
            "page_after": lambda: self.pan(self.scale.width * 0.9),
            "scroll_up": lambda: self._scroll(-1),
            "scroll_down": lambda: self._scroll(1),
            "day_before": lambda: self._step_day(-1),
            "day_after": lambda: self._step_day(1),
            "escape": self._escape,
        }

    @property
    def chosen(self) -> TimelineEvent | None:
        """What the keyboard is on."""
        return self._chosen

    @property
    def day(self) -> date | None:
        """The day that is looked into."""
        return self._day

    def show_timeline(self, timeline: CentreTimeline) -> None:
        """Show this one. Of the same centre, the days in sight and the choice stay."""
        same = timeline.centre_id == self._timeline.centre_id
        kept = self._chosen.key if same and self._chosen is not None else ""
        self._timeline, self._lanes, self._hover = timeline, ready(timeline), None
        found = (event for event in timeline.events if event.key == kept)
        self._chosen = next(found, None) or nearest(timeline.events, timeline.today)
        if same:
            self._put_scale(self._scale)
        else:
            self._day, self._carded = None, False
            self.verticalScrollBar().setValue(0)
            self._measure()
            self.see_mandate()
        self._name()

    def see_year(self) -> None:
        """Half a year back and half a year ahead of what is looked at."""
        day = self._day or self._timeline.today
        self.see(day - HALF_A_YEAR, day + HALF_A_YEAR)

    def see_mandate(self) -> None:
        """The mandate that counts today with a little air, or everything without one."""
        if self._timeline.mandate is None:
            self.see_all()
            return
        first, last = self._timeline.mandate
        air = timedelta(days=max(20, (last - first).days // 24))
        self.see(first - air, last + air)

    def see_all(self) -> None:
        self.see(*self.limits())

    def go_to_today(self) -> None:
        """Today in the middle, as near as it was."""
        self._put_scale(self._scale.centred(self._timeline.today))
        self._put_day(self._timeline.today)
        found = nearest(self._timeline.events, self._timeline.today)
        if found is not None:
            self._choose(found, move=False)

    def choose(self, key: str) -> bool:
        """Stand on the thing with this key; False when it is not there."""
        for event in self._timeline.events:
            if event.key == key:
                self._choose(event)
                return True
        return False

    def look_at(self, day: date | None) -> None:
        """Mark this day, or none."""
        self._day = day
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See timeline_keys; what the timeline does not know goes on to the window."""
        wish = wish_of(event)
        if not wish or self._acts[wish]() is False:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and ours(cast(QKeyEvent, event)):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self._board.at(event.position())
        if (
            self._board.body.contains(event.position())
            or event.position().y() < self._board.body.top()
        ):
            self._grip = (event.position(), self._scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a thing opens it; on the ground it chooses that day."""
        dragged, self._dragging, self._grip = self._dragging, False, None
        self.viewport().unsetCursor()
        if dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        placed = self._board.at(event.position())
        if placed is not None and self._pressed is not None and placed == self._pressed:
            self._enter(placed, placed.event)
        elif placed is None and self._board.body.contains(event.position()):
            self._put_day(self._scale.day_at(self._x_of(event.position())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._board.at(event.position()) is None and self._board.body.contains(event.position()):
            self._put_day(self._scale.day_at(self._x_of(event.position())))
            self._look_into()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._carded = self._chosen is not None
        self._name()

    def _step(self, step: int) -> bool:
        if self._chosen is None:
            return False
        found = beside(self._timeline.events, self._chosen, step)
        if found is not None:
            self._choose(found)
        return True

    def _cross(self, step: int) -> bool:
        """To the lane above or below; at the edge the key is the window's again."""
        if self._chosen is None:
            return False
        lanes = [lane.key for lane in self._timeline.lanes]
        day = self._day or self._chosen.first
        found = across(self._timeline.events, lanes, self._chosen, step, day)
        if found is not None:
            self._choose(found, keep_day=True)
        return True

    def _to_end(self, place: int) -> bool:
        """To the first or the last thing of all."""
        if not self._timeline.events:
            return False
        self._choose(self._timeline.events[place])
        return True

    def _step_day(self, step: int) -> None:
        day = self._day or self._timeline.today
        day += timedelta(days=step)
        first, last = self.limits()
        self._put_day(min(max(day, first), last))
        self._put_scale(self._scale.showing(day, day, 20))
        announce(self, weekday_date(day))

    def _choose(self, event: TimelineEvent, *, move: bool = True, keep_day: bool = False) -> None:
        self._chosen, self._carded, self._hover = event, True, None
        if move:
            self._bring_into_sight(event)
        if not keep_day or self._day is None or not event.holds_on(self._day):
            self._put_day(self._seen_day(event))
        self._name()
        if event.key != self._told:
            self._told = event.key
            self.focused.emit(event)
        self.viewport().update()

    def _seen_day(self, event: TimelineEvent) -> date:
        """Today where it lies in the stretch, else its first day."""
        today = self._timeline.today
        return today if not event.moment and event.holds_on(today) else event.first

    def _bring_into_sight(self, event: TimelineEvent) -> None:
        """Its days when they fit, else its first one; and its lane."""
        scale = self._scale
        last = event.last if event.days < scale.days else event.first
        seen = scale.x(event.first) < scale.width and scale.end(event.last) > 0
        if event.moment or not seen:
            self._put_scale(scale.showing(event.first, last, 24))
        view = next(one for one in self._board.lanes if one.lane.key is event.lane)
        bar, head = self.verticalScrollBar(), self._board.head.bottom()
        if view.top < head:
            bar.setValue(int(bar.value() - (head - view.top)))
        elif view.bottom > self.viewport().height():
            bar.setValue(int(bar.value() + view.bottom - self.viewport().height() + 2))

    def _put_day(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)
            self.viewport().update()

    def _anchor(self) -> float:
        """What keys zoom at: what is chosen when in sight, else the middle."""
        if self._chosen is not None:
            x = self._scale.middle(self._seen_day(self._chosen))
            if 0 <= x <= self._scale.width:
                return x
        return self._scale.width / 2

    def _open(self) -> bool:
        if self._chosen is None:
            return False
        self.opened.emit(self._chosen)
        return True

    def _enter(self, placed: Placed, event: TimelineEvent) -> None:
        """One thing opens; several that fall together come apart, or tell their day."""
        self._choose(event, move=False)
        self._carded = False
        if len(placed.events) == 1:
            self.opened.emit(event)
        elif placed.events[0].first == placed.events[-1].first:
            self._put_day(event.first)
            self._look_into()
        else:
            self._part(placed)

    def _part(self, placed: Placed) -> None:
        """So near that what fell together comes apart."""
        first, last = placed.events[0].first, max(one.last for one in placed.events)
        air = max(timedelta(days=10), (last - first) / 2)
        self.see(first - air, last + air)

    def _why(self) -> bool:
        if self._chosen is None:
            return False
        self.why_wanted.emit(self._chosen)
        return True

    def _look_into(self) -> None:
        if self._day is None:
            self._put_day(self._timeline.today)
        self.day_wanted.emit(self._day)

    def _scroll(self, step: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.singleStep())

    def _escape(self) -> bool:
        """The card first; then whoever listens."""
        if self._carded:
            self._carded = False
            self.viewport().update()
            return True
        self.escaped.emit()
        return True

    def _name(self) -> None:
        """A screen reader hears what the keyboard is on."""
        if self._chosen is None:
            self.setAccessibleName(_("Timeline, nothing on it yet"))
        else:
            self.setAccessibleName(spoken(self._chosen, self._timeline.today))
        self.setAccessibleDescription(
            _("Arrows: other things. Plus and minus: zoom. Enter: open. Space: this day.")
        )
