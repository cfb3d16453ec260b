"""The page of the checklists: the list of versions, one version, or two side by side."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checklists.values import TemplateDifference, VersionFile
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.card_drafts import lay_aside, of_new
from ui.drafting import DraftSheet
from ui.kit.ask import choose_open
from ui.kit.base import column
from ui.kit.memory import Memory
from ui.kit.only_here import only_here
from ui.kit.page import Message, Page, Ref
from ui.kit.stack import Stack
from ui.pages.checklists.back_card import BackCard
from ui.pages.checklists.cards import NewChecklist
from ui.pages.checklists.difference_view import DifferenceView
from ui.pages.checklists.listing import Name, VersionList
from ui.pages.checklists.version_acts import EXCEL
from ui.pages.checklists.version_view import VersionView
from ui.tasks import Tasks

OPEN = "checklists/open"
"""Which version was open when the window closed: its key and number with a blank between."""


class ChecklistsPage(Page):
    """Three rooms behind one door; after a restart the officer is back where the work was."""

    key = "checklists"
    icon = "list-check"
    word = N_("Checklists")
    shows = (
        *("checklist_version", "checklist_section", "checklist_question", "library_question"),
        *("dossier_check", "application", "setting", "rule_change"),
    )
    opens = ("checklists",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._checklists, self._memory = controllers.checklists, memory
        self.list = VersionList(self._checklists, tasks)
        self.version = VersionView(controllers, tasks)
        self.difference = DifferenceView()
        self.card: NewChecklist | None = None
        self._sheet = DraftSheet(controllers.drafts, tasks)
        self.back: BackCard | None = None
        self._stack = Stack()
        self.setLayout(column(self._stack, gap=0))
        for part in (self.list, self.version, self.difference):
            self._stack.addWidget(part)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self._new)
        self.list.import_wanted.connect(self._ask_workbook)
        self.list.shown.connect(self._tell_keys)
        self.version.closed.connect(self._close)
        self.version.opened.connect(self._open)
        self.version.said.connect(self.said)
        self.version.difference.connect(self._compare)
        self.version.shown.connect(self._tell_keys)
        self.difference.closed.connect(self._back)
        self._come_back()

    def reload(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self.list:
            self.list.reload()
        else:
            self.version.reload()

    def open(self, ref: Ref) -> None:
        """The version named in the detail as `key version`, else the list."""
        key, _blank, number = ref.detail.rpartition(" ")
        if key and number.isdigit():
            self._open((key, int(number)))
        elif self.isVisible():
            self._close()

    def settle(self) -> None:
        self.version.settle()

    def _open(self, name: Name) -> None:
        self._memory.keep_word(OPEN, f"{name[0]} {name[1]}")
        self._show(self.version)
        self.list.stand_on(name)
        self.version.returning = False
        self.version.open(name)
        self.version.outline.setFocus()

    def _close(self) -> None:
        self.version.settle()
        self._memory.keep_word(OPEN, "")
        self._show(self.list)
        self.list.reload()
        self.list.list.setFocus()

    def _come_back(self) -> None:
        key, _blank, number = self._memory.word(OPEN).rpartition(" ")
        if key and number.isdigit():
            self._stack.setCurrentWidget(self.version)
            self.version.returning = True
            self.version.open((key, int(number)))

    def _new(self) -> None:
        self.card = NewChecklist(self, self._checklists, self._tasks)
        self.card.made.connect(self._made)
        self.card.start()
        self._sheet.turn_to(of_new(self.key))
        lay_aside(self.card, self._sheet)

    def _ask_workbook(self) -> None:
        choose_open(self, _("A checklist from Excel"), EXCEL, self.take_workbook)

    def take_workbook(self, path: Path) -> None:
        """Show what this workbook would do."""
        self.back = BackCard(self, self._checklists, self._tasks)
        self.back.taken.connect(self._made)
        self.back.refused.connect(self._explain)
        self.back.start(path)

    def _made(self, version_id: UUID) -> None:
        asked = self._tasks.ask(self._checklists.version, version_id)
        asked.then(only_here(self, self._shown, self._open_version))

    def _shown(self) -> tuple[QWidget | None, str]:
        return self._stack.currentWidget(), self._memory.word(OPEN)

    def _open_version(self, version: VersionFile) -> None:
        self._open((version.key, version.version))

    def _compare(self, key: str, one: int, other: int) -> None:
        self.version.settle()
        asked = self._tasks.ask(self._checklists.difference, key, one, other)
        there = only_here(self, self._shown, self._show_difference)
        asked.then(there).otherwise(self._explain)

    def _show_difference(self, found: TemplateDifference) -> None:
        file = self.version.file
        self.difference.show_difference(file.template.title if file else found.key, found)
        self._show(self.difference)
        self.difference.setFocus()

    def _back(self) -> None:
        self._show(self.version)
        self.version.outline.setFocus()

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._tell_keys()

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))

    def _tell_keys(self) -> None:
        shown = self._stack.currentWidget()
        keys = self.list.keys() if shown is self.list else self.version.keys()
        self.keys_changed.emit(_("↑ ↓ scroll · Esc back") if shown is self.difference else keys)


PAGE = ChecklistsPage
