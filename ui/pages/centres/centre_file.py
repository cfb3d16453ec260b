"""One centre's file: an overview in cards, and every field of it to change."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.kernel.errors import AppError
from models.kernel.text import _
from models.mandates.values import MandateState
from ui.kit.badge import Badge
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.header import Header
from ui.kit.page import Message, Ref
from ui.kit.reading import grouped
from ui.pages.centres.file_facts import FileFacts, read
from ui.pages.centres.file_parts import FileParts
from ui.pages.centres.file_views import FileViews
from ui.pages.centres.fitting import Tabs
from ui.pages.centres.keys import inside
from ui.pages.centres.sheet_ways import CentreSheetWays
from ui.tasks import Tasks, Ticket


class CentreFileView(QWidget):
    """`left` goes back to the list, `stepped(int)` to the centre before or after this one."""

    left, stepped = Signal(), Signal(int)
    known_wanted = Signal()
    """To see this file as it was known on another day."""
    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[FileFacts] | None = None
        self.centre_id: UUID | None = None
        self._shown: UUID | None = None
        self._place = ""
        self.header = Header()
        self.state = Badge("plain", "")
        self.before = Button("", "ghost", "chevron-left", _("Previous centre (Alt+Up)"))
        self.after = Button("", "ghost", "chevron-right", _("Next centre (Alt+Down)"))
        self.print = Button("", "ghost", "printer", _("Print the sheet (Ctrl+P)"))
        self.keep = Button("", "ghost", "file-text", _("Keep the sheet as PDF (Ctrl+S)"))
        self.known = Button("", "ghost", "history", _("As known on another day (Ctrl+D)"))
        self.plan = Button(_("Plan a check"), "primary", "plus")
        self.header.set_badges((self.state,))
        ways = (self.before, self.after, self.known, self.print, self.keep, self.plan)
        self.header.set_actions(ways)
        self.sheet = CentreSheetWays(controllers, tasks, self)
        self.views = FileViews(controllers, tasks, self)
        self.parts = self.views.parts()
        self.sections = Tabs([_(part.word) for part in self.parts], name=_("Parts of the file"))
        self.stack = FileParts(self.parts)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def show_centre(self, centre_id: UUID, section: int | None = None) -> None:
        """Open this file; on the overview when it is another one than before."""
        if centre_id != self.centre_id:
            self.settle()
            self.centre_id = centre_id
            self.show_section(self.sections.choice() if section is None else section)
        elif section is not None:
            self.show_section(section)
        self.reload()

    def show_section(self, number: int) -> None:
        self.sections.choose(number)
        self.stack.turn(number)

    @property
    def part(self) -> str:
        """The key of the part that shows."""
        return self.parts[self.stack.currentIndex()].key

    def show_part(self, key: str) -> None:
        """Turn to the part with this key, such as `rights`; an unknown key turns to none.

        After a blank stands where in it, such as `timeline list`.
        """
        name, _blank, place = key.partition(" ")
        number = self.stack.place(name)
        if number is not None:
            self.sections.choose(number)
            self._turn(number)
            self.stack.turn_to(place)

    def show_place(self, place: tuple[int, int] | None) -> None:
        """Which one of how many in the list; the arrows rest at its ends."""
        self._place = (
            "" if place is None else _("{at} of {total}").format(at=place[0], total=place[1])
        )
        self.before.allow("" if place and place[0] > 1 else _("This is the first of the list."))
        self.after.allow(
            "" if place and place[0] < place[1] else _("This is the last of the list.")
        )
        self._say_sub()

    def reload(self) -> None:
        if self.centre_id is None:
            return
        ticket = self._tasks.ask(read, self._controllers, self.centre_id)
        self._asked = ticket.instead_of(self._asked).then(self._show).otherwise(self._missing)

    def settle(self) -> None:
        self.stack.settle()

    def keys(self) -> str:
        """The keys that matter in this part, for the status bar; empty for those of the file."""
        said = self.parts[self.stack.currentIndex()].keys
        return _(said) if said else ""

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow open a calendar or a choice first, where the keyboard stands on one."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            opens = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            field = QApplication.focusWidget()
            if alt and opens and isinstance(field, DateField | ChoiceField):
                event.accept()
                return True
        return super().event(event)

    def _lay_out(self) -> None:
        tabs = row(self.sections, margins=(28, 0, 24, 14))
        whole = column(self.header, tabs, gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self._crumb)
        self.sections.chosen.connect(self._turn)
        self.plan.clicked.connect(self._plan)
        self.known.clicked.connect(self.known_wanted)
        self.stack.said.connect(self.said)
        self.stack.wanted.connect(self.wanted)
        self.stack.part_wanted.connect(self.show_part)
        self.print.clicked.connect(self.sheet.print)
        self.keep.clicked.connect(self.sheet.ask_where)
        self.sheet.said.connect(self.said)
        self.before.clicked.connect(partial(self.stepped.emit, -1))
        self.after.clicked.connect(partial(self.stepped.emit, 1))
        for keys, act in (
            ("Alt+Up", self.before.click),
            ("Alt+Down", self.after.click),
            ("Ctrl+PgUp", partial(self._turn_by, -1)),
            ("Ctrl+PgDown", partial(self._turn_by, 1)),
            ("Alt+Left", self.left.emit),
            ("Ctrl+D", self.known_wanted.emit),
            ("Alt+A", self._to_agreed),
            ("Alt+L", self._open_last_letter),
            ("Alt+K", self._to_complaints),
            ("Alt+S", self._open_sample),
        ):
            inside(self, keys, act)
        self._own = {"print_it": inside(self, "Ctrl+P", self.sheet.print)}
        self._own["save_copy"] = inside(self, "Ctrl+S", self.sheet.ask_where)
        self.stack.currentChanged.connect(self._share_keys)

    def _show(self, facts: FileFacts) -> None:
        if facts.id != self.centre_id:
            return
        file, standing = facts.file, facts.standing
        self._shown = facts.id
        self.header.set_title(file.identity.name)
        self.header.set_crumbs((_("Centres"), file.identity.name))
        self._number = grouped(file.identity.enterprise_number, (4, 3, 3))
        self._say_sub()
        known, said = standing.state is not MandateState.NONE, word(standing.state)
        self.state.set_state(
            badge(standing.state),
            _("Mandate: {state}").format(state=said.lower()) if known else said,
        )
        self.state.setToolTip(standing.why)
        self.sheet.show_facts(facts)
        self.stack.show_facts(facts)

    def _say_sub(self) -> None:
        number = getattr(self, "_number", "")
        self.header.set_sub(" · ".join(part for part in (number, self._place) if part))

    def _missing(self, error: AppError) -> None:
        """It went up in another, or was taken away, as by undoing the import that brought it."""
        if self.centre_id is not None:
            heir = self._tasks.ask(self._controllers.centres.standing_for, self.centre_id)
            heir.then(partial(self._follow, self.centre_id, error))

    def _follow(self, gone: UUID, error: AppError, heir: UUID) -> None:
        if gone != self.centre_id:
            return
        if heir != gone:
            self.show_centre(heir)
            return
        self.centre_id = None
        self.said.emit(Message(str(error), tone="accent"))
        self.left.emit()

    def _crumb(self, number: int) -> None:
        if number == 0:
            self.left.emit()

    def _turn(self, number: int) -> None:
        self.settle()
        self.stack.turn(number)

    def _turn_by(self, step: int) -> None:
        number = (self.sections.choice() + step) % self.stack.count()
        self.sections.choose(number)
        self._turn(number)
        focus = QApplication.focusWidget()
        if focus is not None and self.sections.isAncestorOf(focus):
            self.sections.start()

    def _share_keys(self) -> None:
        """A part that prints itself, or keeps a copy, has the key for itself."""
        for act, key in self._own.items():
            key.setEnabled(not self.stack.does(act))

    def _to_agreed(self) -> None:
        self.show_part("overview")
        self.views.overview.go_to_agreed()

    def _to_complaints(self) -> None:
        self.show_part("overview")
        self.views.overview.go_to_complaints()

    def _open_last_letter(self) -> None:
        self.stack.reach("overview")
        self.views.overview.open_last_letter()

    def _open_sample(self) -> None:
        self.stack.reach("overview")
        self.views.overview.open_sample()

    def _plan(self) -> None:
        self.wanted.emit(Ref("plan", self.centre_id))
