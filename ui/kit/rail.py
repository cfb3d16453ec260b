"""The rail: where one can go, what waits there, what is pinned, and who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from models.kernel.text import _
from ui.kit.base import Text, column, dismiss, row, wrap
from ui.kit.button import Button
from ui.kit.rail_parts import Initials, Mark, RailItem, SearchButton
from ui.kit.shell import DemoRibbon, scrolled
from ui.kit.theme import theme, themes

WIDE, NARROW = 224, 60
FOLD_UNDER = 1100
_ROOM_CHANGES = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


@dataclass(frozen=True, slots=True)
class Place:
    """A room of the program. `late` is shown in red, `count` quietly."""

    key: str
    icon: str
    word: str
    count: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Pinned:
    """A record kept at hand, with its state (one of badge.STATES) and what that state means."""

    id: UUID
    word: str
    state: str = "plain"
    meaning: str = ""


class Rail(QWidget):
    """Folds to icons with tooltips when its window is narrow or its page needs the room.

    Up and Down move between items.
    """

    place_chosen = Signal(str)
    pinned_chosen = Signal(UUID)
    search_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, places: Sequence[Sequence[Place]], keys: str = "Ctrl+K") -> None:
        super().__init__()
        self.setAccessibleName(_("Places"))
        self._places = {place.key: place for group in places for place in group}
        self._group, self._items = QButtonGroup(self), dict[str, RailItem]()
        self._pinned: list[RailItem] = []
        self._narrow, self._watched = False, False
        self._brand = Text("Waarmerk", "body", 600)
        self.search = SearchButton(_("Search or do"), keys)
        self.search.clicked.connect(self.search_wanted)
        self._demo = DemoRibbon()
        self._demo.hide()
        self._pin_title = Text(_("Pinned"), "small", 500, "faint")
        self._pins = column(gap=2)
        self._lay_out(places)
        self.set_pinned(())
        self.set_narrow(narrow=False)
        themes.changed.connect(self._measure)

    def set_selected(self, key: str) -> None:
        """Show where we are, without telling."""
        for known, item in self._items.items():
            item.setChecked(known == key)

    def set_count(self, key: str, count: int = 0, late: int = 0) -> None:
        self._places[key] = replace(self._places[key], count=count, late=late)
        self._items[key].set_count(count, late)

    def set_pinned(self, pinned: Sequence[Pinned]) -> None:
        for old in self._pinned:
            self._pins.removeWidget(old)
            dismiss(old)
        self._pinned = [self._pinned_item(one) for one in pinned]
        for item in self._pinned:
            self._pins.addWidget(item)
        self._pin_title.setVisible(bool(pinned) and not self._narrow)
        self._pin_box.setVisible(bool(pinned))

    def set_person(self, name: str, role: str = "") -> None:
        self._initials.set_person(name)
        self._name.setText(name)
        self._role.setText(role)
        self._role.setVisible(bool(role) and not self._narrow)

    def set_demo(self, demo: bool) -> None:
        """Show the mark that all records are invented."""
        self._demo.setVisible(demo)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons and words."""
        self._narrow = narrow
        self.setMinimumWidth(theme().px(NARROW))
        self.setMaximumWidth(theme().px(NARROW if narrow else WIDE))
        for item in (*self._items.values(), *self._pinned):
            item.set_narrow(narrow)
        self.search.set_narrow(narrow)
        self._demo.set_narrow(narrow)
        for word in (self._brand, self._name):
            word.setVisible(not narrow)
        self._role.setVisible(bool(self._role.text()) and not narrow)
        self._pin_title.setVisible(bool(self._pinned) and not narrow)
        self._foot.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._watched and self.window() is not self:
            self._watched = True
            self.window().installEventFilter(self)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() in _ROOM_CHANGES:
            self._fold()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        self.set_narrow(self._narrow)
        self._fold()

    def _fold(self) -> None:
        window, look = self.window(), theme()
        beside = window.minimumSizeHint().width() - look.px(NARROW)  # what the page cannot miss
        needed = max(look.px(FOLD_UNDER), beside + look.px(WIDE))
        narrow = window is not self and window.width() < needed
        if narrow != self._narrow:
            self.set_narrow(narrow)

    def _lay_out(self, places: Sequence[Sequence[Place]]) -> None:
        self._initials, self._lock = Initials(), Button("", "ghost", "lock", _("Lock"))
        self._lock.clicked.connect(self.lock_wanted)
        self._name, self._role = Text("", "body", 500), Text("", "small", 400, "faint")
        brand = row(Mark(), self._brand, None, gap=10, margins=(6, 3, 0, 3))
        out = column(brand, 10, self._demo, 8, self.search, 16, gap=0, margins=(12, 14, 12, 12))
        rooms = column(gap=0)
        for number, group in enumerate(places):
            rooms.addSpacing(14 if number else 0)
            for place in group:
                rooms.addWidget(self._place_item(place))
                rooms.addSpacing(2)
        title = row(self._pin_title, None, margins=(10, 14, 0, 4))
        self._pin_box = wrap(title)
        rooms.addWidget(self._pin_box)
        rooms.addLayout(self._pins)
        rooms.addStretch(1)
        self._area = scrolled(wrap(rooms))  # with large text there are more rooms than height
        out.addWidget(self._area, 1)
        who = column(self._name, self._role, gap=0)
        self._foot = row(self._initials, 4, gap=2, margins=(1, 0, 0, 0))
        self._foot.addLayout(who, 1)  # wide enough for "kwaliteitsmedewerker"
        self._foot.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignCenter)
        out.addLayout(self._foot)
        self.setLayout(out)

    def _place_item(self, place: Place) -> RailItem:
        item = RailItem(place.word, place.icon, "quiet")
        item.setCheckable(True)
        item.set_count(place.count, place.late)
        item.chosen.connect(self._tell_place)
        item.stepped.connect(self._step)
        item.payload = place.key
        self._group.addButton(item)
        self._items[place.key] = item
        return item

    def _pinned_item(self, pinned: Pinned) -> RailItem:
        item = RailItem.for_state(pinned.word, pinned.state, pinned.meaning)
        item.chosen.connect(self._tell_pinned)
        item.stepped.connect(self._step)
        item.payload = pinned.id
        item.set_narrow(self._narrow)
        return item

    def _tell_place(self, key: object) -> None:
        self.place_chosen.emit(str(key))

    def _tell_pinned(self, record: object) -> None:
        self.pinned_chosen.emit(record)

    def _step(self, step: int) -> None:
        items = [*self._items.values(), *self._pinned]
        at = next((i for i, item in enumerate(items) if item.hasFocus()), 0)
        there = items[min(len(items) - 1, max(0, at + step))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there, 0, 8)
