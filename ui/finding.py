"""Ctrl+K: one field for finding centres and doing things; F1 and Shift+F1: the manual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.kernel.text import N_, _
from models.kernel.words import fold
from models.mandates.values import CentreRow
from ui.centres_found import centres_with
from ui.kit.button import Button
from ui.kit.page import Ref
from ui.kit.palette import Palette, PaletteGroup, PaletteItem
from ui.pages import ROOMS
from ui.records_found import records_with
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

Answer = tuple[str, list[CentreRow], tuple[PaletteItem, ...]]
"""What was typed, the centres that hold it, and the checks and applications that do."""
MOST = 8
UNDO, REDO, COVER, LOG, CLEAN = "undo", "redo", "cover", "log", "clean"
MANUAL = Ref("about", detail="manual")
PAPERS = (
    ("closing", N_("Closing sheet of a check")),
    ("report", N_("Report of a check")),
    ("difference", N_("Difference between versions of a check")),
    ("empty", N_("Empty checklist on paper")),
    ("protocol", N_("Protocol of the sample of a check")),
)
"""Papers by their own names; which check they are of, the room of checks knows."""
ALT_KEYS = (*(f"Alt+{number}" for number in range(1, 10)), *[""] * len(ROOMS))
"""Nine rooms have a key; the others are found by their name."""
ALSO = {
    Ref("centres"): N_("search find list file mandate certificate counsellor"),
    Ref("checks"): N_("audit visit answer question finding"),
    Ref("letters"): N_("letter mail pdf print announce report"),
    Ref("history"): N_("log journal who when before"),
    Ref("settings"): N_("preferences name text size dark language term"),
    Ref("about"): N_("version help licence backup"),
    Ref("applications"): N_("mandate request dossier requirement advice decision"),
    Ref("apply"): N_("new mandate request receive"),
    Ref("complaints"): N_("ombuds term admissible founded"),
    Ref("complain"): N_("new complaint receive ombuds"),
    Ref("plan"): N_("new audit visit agenda"),
    Ref("import"): N_("excel file csv read in"),
    Ref("duplicates"): N_("double twice merge same centre"),
    Ref("papers"): N_("print pdf closing sheet report difference protocol empty list revision"),
    COVER: N_("hide curtain privacy stranger"),
    CLEAN: N_("erase unused content disk room purge"),
    LOG: N_("call telephone mail visit coaching log write down"),
    UNDO: N_("back mistake"),
    REDO: N_("again forward"),
    MANUAL: N_("help explanation keys shortcuts"),
}
"""Other words by which people look for what can be done."""


class Finding(QObject):
    """Fills the palette: verbs first, then the centres that hold what was typed."""

    wanted = Signal(object)
    log_wanted = Signal()
    clean_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    cover_wanted = Signal()

    def __init__(
        self,
        host: QWidget,
        controllers: Controllers,
        tasks: Tasks,
        here: Callable[[], Sequence[Button]],
    ) -> None:
        """`here` gives what the page that is looked at offers above it."""
        super().__init__(host)
        self._host, self._here = host, here
        self._controllers = controllers
        self._tasks = tasks
        self._palette: Palette | None = None
        self._asked: Ticket[Answer] | None = None
        self._typed = ""
        self._rows: list[CentreRow] = []
        self._records: tuple[PaletteItem, ...] = ()
        host.installEventFilter(self)
        QShortcut(QKeySequence("Shift+F1"), host).activated.connect(self.open_manual)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 that nobody on the page wanted for itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() == Qt.Key.Key_F1:
                self.open_manual()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def open_manual(self) -> None:
        self.wanted.emit(MANUAL)

    @Slot()
    def begin(self) -> None:
        """Open the palette over the window."""
        if self._palette is None:
            self._palette = Palette(self._host)
            self._palette.typed.connect(self._search)
            self._palette.chosen.connect(self._choose)
        self._palette.begin()

    def close_card(self) -> None:
        if self._palette is not None:
            self._palette.close_card()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._typed = typed
        self._show()
        asked = self._tasks.ask(partial(self._look, typed))
        self._asked = asked.then(self._found).instead_of(self._asked)

    def _look(self, typed: str) -> Answer:
        """On a reader's thread: the first centres in the order of the list, and what is theirs."""
        centres = centres_with(self._controllers, typed, MOST)
        return typed, centres, records_with(self._controllers, typed, MOST)

    def _found(self, answer: Answer) -> None:
        typed, centres, records = answer
        if typed == self._typed:
            self._rows, self._records = centres, records
            self._show()

    def _show(self) -> None:
        if self._palette is None:
            return
        wanted = fold(self._typed)
        found = [item for item in self._verbs() if _answers(item, wanted)]
        named = tuple(item for item in found if _named(item, wanted))
        meant = tuple(item for item in found if item not in named)
        centres = tuple(
            PaletteItem(row.name, Ref("centre", row.id), "building", row.locality)
            for row in self._rows
        )
        here = tuple(item for item in self._acts() if _named(item, wanted))
        self._palette.set_items(
            (
                PaletteGroup(_("Here"), here),
                PaletteGroup(_("Do"), named),
                PaletteGroup(_("Centres"), centres),
                PaletteGroup(_("Checks and applications"), self._records),
                PaletteGroup(_("Also"), meant),
            ),
            _("Nothing found. Try fewer or other letters."),
        )

    def _acts(self) -> list[PaletteItem]:
        """What the page offers and nothing else does."""
        general = {item.keys for item in self._verbs() if item.keys}
        return [
            PaletteItem(one.accessibleName(), one, one.icon_name, keys=one.keys)
            for one in self._here()
            if one.keys not in general
        ]

    def _verbs(self) -> list[PaletteItem]:
        rooms = [
            PaletteItem(_(room.word), Ref(room.key), room.icon, keys=keys)
            for room, keys in zip(ROOMS, ALT_KEYS, strict=False)
        ]
        return [
            PaletteItem(_("Plan a dossier check"), Ref("plan"), "calendar-event"),
            PaletteItem(_("Papers of a check"), Ref("papers"), "printer", keys="Alt+P"),
            *(PaletteItem(_(word), Ref("papers", detail=kind), "printer") for kind, word in PAPERS),
            PaletteItem(_("Write down an application"), Ref("apply"), "inbox"),
            PaletteItem(_("Register a complaint"), Ref("complain"), "message-report"),
            PaletteItem(_("Import a list of centres"), Ref("import"), "download"),
            PaletteItem(_("Find duplicates"), Ref("duplicates"), "users"),
            PaletteItem(_("Cover the screen"), COVER, "eye-off", keys="Shift+F11"),
            PaletteItem(_("Note a contact"), LOG, "phone", keys="Ctrl+Shift+C"),
            PaletteItem(_("Clean up attachments"), CLEAN, "paperclip"),
            PaletteItem(_("Undo"), UNDO, "arrow-back-up", keys="Ctrl+Z"),
            PaletteItem(_("Redo"), REDO, "history", keys="Ctrl+Y"),
            PaletteItem(_("Manual"), MANUAL, "book", keys="Shift+F1"),
            *rooms,
        ]

    @Slot(object)
    def _choose(self, payload: object) -> None:
        if payload == LOG:
            self.log_wanted.emit()
        elif payload == CLEAN:
            self.clean_wanted.emit()
        elif payload == UNDO:
            self.undo_wanted.emit()
        elif payload == REDO:
            self.redo_wanted.emit()
        elif payload == COVER:
            self.cover_wanted.emit()
        elif isinstance(payload, Button):
            payload.click()
        elif isinstance(payload, Ref):
            self.wanted.emit(payload)


def _named(item: PaletteItem, wanted: str) -> bool:
    """Whether it is called so itself; what is only meant by other words comes after the centres."""
    words = fold(item.word).split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def _answers(item: PaletteItem, wanted: str) -> bool:
    """Whether every word that was typed begins or stands in one of its words."""
    also = ALSO.get(item.payload) if isinstance(item.payload, Ref | str) else None
    words = fold(f"{item.word} {_(also) if also else ''}")
    return all(part in words for part in wanted.split())
