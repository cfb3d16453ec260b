"""The desk behind the front door: one open file, with rail, pages, message bar and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from models.kernel.changes import Changes
from models.kernel.errors import AppError
from models.kernel.text import _
from models.settings.values import Settings
from ui.cleaning import Cleaning
from ui.covers import Covers
from ui.finding import Finding
from ui.kit import theme
from ui.kit.base import column
from ui.kit.button import Button
from ui.kit.floating import Floating
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.rail import Place, Rail
from ui.kit.shell import window_frame
from ui.kit.stack import Stack
from ui.kit.status_bar import StatusBar
from ui.pages import HOUSE, ROOMS, WORK, Room, page_class, room_for
from ui.quick_log import QuickLog
from ui.tasks import Tasks
from ui.way_back import WayBack
from ui.why import KEYS, explain_first

if TYPE_CHECKING:
    from controllers.bundle import Controllers


LAST_ROOM = "desk/room"
NOTE = "note"  # the kind of ref that asks for the card


class Desk(QWidget):
    """One open file on the screen. Knows pages only by Page."""

    left = Signal()
    """The officer locks the file or wants another one."""

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._controllers = controllers
        self._tasks = tasks
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._last: dict[str, Ref] = {}
        self.stack = Stack()
        self.floating = Floating(self.stack)
        self.bar = self.floating.bar
        self.status = StatusBar()
        self.rail = Rail((tuple(map(_place, WORK)), tuple(map(_place, HOUSE))))
        self.way = WayBack(self.bar, controllers.history, tasks, self._settled_page, self)
        self._arrange()
        self._connect()
        self._tell_file()

    def page(self, key: str) -> Page:
        """The page of a room, made at its first visit."""
        if key not in self._pages:
            page: Page = page_class(key)(self._controllers, self._tasks, self._memory)
            page.wanted.connect(self.go)
            page.said.connect(self.say)
            page.turned.connect(self.covers.turn)
            page.keys_changed.connect(self.status.set_keys)
            page.counted.connect(_Counter(self.rail, key, page).tell)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    @property
    def current(self) -> Page:
        shown = self.stack.currentWidget()
        assert isinstance(shown, Page)  # noqa: S101 - the stack holds nothing else
        return shown

    @Slot(object)
    def go(self, ref: Ref) -> None:
        """Open a thing, on whichever page it lives; `note` opens the card for a contact."""
        if ref.kind == NOTE:
            self.logging.begin_at(ref.id)
            return
        key = room_for(ref.kind)
        page = self.page(key)
        before = self.stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            self.way.rest()
            before.settle()
            self._tasks.after_writes().then(partial(self._look_back, before))
        self._last[key] = ref
        self.rail.set_selected(key)
        self.status.set_keys("")
        self.stack.setCurrentWidget(page)
        page.open(ref)
        self._memory.keep_word(LAST_ROOM, key)

    def go_to_last_room(self) -> None:
        """Where this person was when the window closed; the centres at first."""
        kept = self._memory.word(LAST_ROOM)
        self.go_to_room(kept if kept in {room.key for room in ROOMS} else ROOMS[0].key)

    @Slot(str)
    def go_to_room(self, key: str) -> None:
        self.go(Ref(key))

    @Slot(object)
    def say(self, message: Message) -> None:
        """One sentence in the bar, with the way back or the way there."""
        self.way.say(message)

    @Slot()
    def ask_why(self) -> None:
        """Explain the computed date that has the keyboard, or the first one in sight."""
        if not explain_first(self):
            self.say(Message(_("No date on this screen was computed."), tone="accent"))

    def settle(self) -> None:
        """Hand in everything that is still being typed."""
        self.logging.settle()
        for page in self._pages.values():
            page.settle()

    def drafts(self) -> str:
        """What stands only on the screen: refused fields by name, and what the pages hold back."""
        pages = [told for page in self._pages.values() for told in _not_kept(page)]
        return ", ".join(self.logging.drafts() + pages)

    def shut(self) -> None:
        """Stop listening: the file is about to close."""
        self.covers.shut()
        self.finding.close_card()
        self.logging.close_card()

    def _arrange(self) -> None:
        frame = window_frame(self.rail, self.floating, self.status)
        self.setLayout(column(frame, gap=0))
        self.covers = Covers(self, frame, self._settled_page)
        self.rail.set_demo(demo=self._controllers.demo)
        self._named(self._controllers.opened_with)
        self.finding = Finding(self, self._controllers, self._tasks, self._acts_here)
        self.cleaning = Cleaning(self, self._controllers, self._tasks)
        self.logging = QuickLog(self, self._controllers, self._tasks, self._centre_here)

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self.go_to_room)
        self.rail.search_wanted.connect(self.finding.begin)
        self.rail.lock_wanted.connect(self.left)
        self.finding.wanted.connect(self.go)
        self.finding.log_wanted.connect(self.logging.begin)
        self.logging.said.connect(self.say)
        self.finding.clean_wanted.connect(self.cleaning.begin)
        self.cleaning.said.connect(self.say)
        self.finding.undo_wanted.connect(self.way.undo)
        self.finding.redo_wanted.connect(self.way.redo)
        self.finding.cover_wanted.connect(self.covers.cover)
        self.way.wanted.connect(self.go)
        self._tasks.changed.connect(self._saved)
        self._tasks.failed.connect(self._failed)
        self._key(QKeySequence.StandardKey.Undo, self.way.undo)
        self._key("Ctrl+Y", self.way.redo)
        self._key("Ctrl+Shift+Z", self.way.redo)
        self._key("Ctrl+K", self.finding.begin)
        self._key("Ctrl+Shift+C", self.logging.begin)
        self._key("Ctrl+L", self.left.emit)
        self._key(KEYS, self.ask_why)
        for number, room in enumerate(ROOMS[:9], 1):
            self._key(f"Alt+{number}", _Jump(room.key, self).go)

    def _key(self, keys: str | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _settled_page(self) -> Page:
        """What is typed is handed in before the screen is covered, or a step is turned back."""
        self.current.settle()
        return self.current

    def _acts_here(self) -> list[Button]:
        heads = [head for head in self.current.findChildren(Header) if head.isVisible()]
        return [one for head in heads for one in head.acts() if one.isEnabled()]

    def _centre_here(self) -> UUID | None:
        return self.current.centre()

    def _tell_file(self) -> None:
        name = _("demonstration") if self._controllers.demo else self._controllers.path.name
        self.status.set_file(name)
        self._show_saved()
        self.cleaning.look()

    def _show_saved(self) -> None:
        saved = self._controllers.saved_at
        self.status.set_saved(saved.astimezone().strftime("%H:%M:%S") if saved else "")

    @Slot(Changes)
    def _saved(self, changes: Changes) -> None:
        self._show_saved()
        self.way.hear(changes, self.current.shows)
        if changes.touch("setting"):
            self._tasks.ask(self._controllers.settings.read).then(self._named)

    def _named(self, settings: Settings) -> None:
        """Who works here, and how the screen looks."""
        name = settings.officer_name or self._controllers.who
        self.rail.set_person(name, settings.officer_function)
        app = QApplication.instance()
        if settings.theme != self._memory.theme() and isinstance(app, QApplication):
            self._memory.keep_theme(settings.theme)
            theme.apply(app, settings.theme, self._memory.text_scale())

    @Slot(AppError)
    def _failed(self, error: AppError) -> None:
        self.say(Message(str(error), tone="late"))

    def _look_back(self, page: Page, _done: None) -> None:
        """A field that was left in passing may have been refused: say so, and show the way."""
        names = ", ".join(_not_kept(page))
        key = next(key for key, made in self._pages.items() if made is page)
        if names and page is not self.current:
            sentence = _("Not kept yet: {fields}.").format(fields=names)
            self.say(Message(sentence, tone="late", opens=self._last[key], word=_("Mend it")))


class _Counter:
    """Hands the counts of one page to its place in the rail."""

    def __init__(self, rail: Rail, key: str, page: Page) -> None:
        self._rail, self._key = rail, key
        page.setProperty("counter", self)

    def tell(self, count: int, late: int) -> None:
        self._rail.set_count(self._key, count, late)


class _Jump(QObject):
    """Alt and a number go to the room of that number."""

    def __init__(self, key: str, desk: Desk) -> None:
        super().__init__(desk)
        self._key, self._desk = key, desk

    def go(self) -> None:
        self._desk.go_to_room(self._key)


def _refused(page: Page) -> list[str]:
    """What its fields are called that hold a text which the file does not hold."""
    return [
        field.accessibleName()
        for field in page.findChildren(QWidget)
        if field.property("refused") and field.isVisibleTo(page)
    ]


def _not_kept(page: Page) -> list[str]:
    """The fields that stand refused, then what the page itself knows of; each thing once."""
    return list(dict.fromkeys(told for told in (*_refused(page), page.drafts()) if told))


def _place(room: Room) -> Place:
    return Place(room.key, room.icon, _(room.word))
