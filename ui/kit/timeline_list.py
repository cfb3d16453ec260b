"""The timeline as a list: the same things in words, by year, for who does not see or use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from models.kernel.text import _
from models.timeline.rules import by_year, lane_word, when
from models.timeline.values import CentreTimeline, Certainty, Shape, TimelineEvent, Tone
from ui.kit.row_list import Group, Row, RowList


class TimelineList(RowList):
    """`wanted` and `why_wanted` tell a thing, as on the timeline itself."""

    wanted = Signal(object)
    why_wanted = Signal(object)
    stood_on = Signal(object)

    def __init__(self) -> None:
        super().__init__(inset=16)
        self.setAccessibleName(_("Timeline as a list"))
        self._events: dict[str, TimelineEvent] = {}
        self.opened.connect(self._want)
        self.chosen.connect(self._stand)

    @property
    def event_here(self) -> TimelineEvent | None:
        """The thing the list stands on."""
        return self._events.get(str(self.current))

    def show_timeline(self, timeline: CentreTimeline) -> None:
        self._events = {event.key: event for event in timeline.events}
        items: list[Row | Group] = []
        for year, events in by_year(timeline.events):
            items.append(Group(str(year), len(events)))
            items += rows(events)
        self.set_rows(items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_t = event.key() == Qt.Key.Key_T and bool(
            event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if alt_t or (event.key() == Qt.Key.Key_W and not event.modifiers()):
            if self.event_here is not None:
                self.why_wanted.emit(self.event_here)
        else:
            super().keyPressEvent(event)

    def _want(self, key: object) -> None:
        self.wanted.emit(self._events[str(key)])

    def _stand(self, key: object) -> None:
        self.stood_on.emit(self._events[str(key)])


def rows(events: Sequence[TimelineEvent], *, narrow: bool = False) -> list[Row]:
    """Each thing as a row; its key is what the list tells. Narrow rows keep the days below."""
    return [_row(event, narrow) for event in events]


def _row(event: TimelineEvent, narrow: bool) -> Row:
    parts = (lane_word(event), when(event)) if narrow else (lane_word(event), event.sub)
    return Row(
        title=event.word,
        sub=" · ".join(part for part in parts if part),
        lead=f"icon:{event.icon or _ICONS[event.shape]}",
        badge=_badge(event),
        meta="" if narrow else when(event),
        payload=event.key,
    )


_ICONS = {Shape.MARK: "circle", Shape.BAR: "calendar-event", Shape.GAP: "alert-triangle"}


def _badge(event: TimelineEvent) -> tuple[str, str] | None:
    if event.shape is Shape.GAP:
        return ("late" if event.tone is Tone.LATE else "due"), _("Gap")
    if event.certainty is Certainty.PLANNED:
        return ("late", _("Too late")) if event.tone is Tone.LATE else ("plan", _("To come"))
    return ("draft", _("Not certain")) if event.certainty is Certainty.PROPOSED else None
