"""The page of follow-up: what asks for attention, and the registers of what must hold."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from controllers.register_columns import REGISTERS
from models.kernel.changes import Changes
from models.kernel.text import N_, _
from ui.kit.ask import choose_save
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.shell import Segmented
from ui.kit.stack import Stack
from ui.pages.conditions.follow_up import FollowUp
from ui.pages.conditions.register import RegisterView
from ui.papers import Papers
from ui.tasks import Tasks

VIEW = "conditions/view"
FOLLOW_UP = "follow-up"


class ConditionsPage(Page):
    """The follow-up and the registers behind one choice; the one somebody left comes back."""

    key = "conditions"
    icon = "hourglass"
    word = N_("Follow-up")
    shows = (
        *("centre", "mandate", "certificate", "counsellor", "engagement"),
        *("application", "decision", "dossier_check", "setting", "rule_change"),
        *("quality_action", "finding", "measure_review", "reaction_round", "letter"),
        *("checked_dossier", "checklist_answer"),
        *("complaint", "complaint_route"),
    )
    opens = ("conditions",)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers, self._memory = controllers, memory
        self.follow_up = FollowUp(controllers, tasks, memory)
        self.registers = {key: RegisterView(key, controllers, tasks, memory) for key in REGISTERS}
        self.views: dict[str, FollowUp | RegisterView] = {
            FOLLOW_UP: self.follow_up,
            **self.registers,
        }
        words = [_("To follow up"), *(_(register.title) for register in REGISTERS.values())]
        self.which = Segmented(words, name=_("Show"))
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.excel = Button("Excel", "secondary", "download", _("Keep this list as a workbook"))
        self.paper = Button("PDF", "secondary", "file-text", _("Keep this list on A4 (Ctrl+S)"))
        self.print = Button("", "ghost", "printer", _("Print this list (Ctrl+P)"))
        ways = (self.print, self.paper, self.excel)
        self.header = Header(_("Follow-up"), badges=(self._count,), actions=ways)
        self.papers = Papers(tasks, self)
        self.stack = Stack()
        for view in self.views.values():
            self.stack.addWidget(view)
        whole = column(self.header, row(self.which, None, margins=(28, 0, 24, 12)), gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()
        self._turn_to(memory.word(VIEW, FOLLOW_UP))

    def reload(self) -> None:
        """What shows, and always the follow-up too: the rail counts what is late."""
        self._shown.reload()
        if self._shown is not self.follow_up:
            self.follow_up.reload()

    def open(self, ref: Ref) -> None:
        if ref.detail:
            self._turn_to(ref.detail)
            self._shown.reload()
        self.keys_changed.emit(self._shown.keys())

    def settle(self) -> None:
        for view in self.views.values():
            view.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._shown.start()
            self.keys_changed.emit(self._shown.keys())

    @property
    def _shown(self) -> FollowUp | RegisterView:
        return list(self.views.values())[self.stack.currentIndex()]

    def _connect(self) -> None:
        self.which.chosen.connect(self._choose)
        self.excel.clicked.connect(self._choose_file)
        self.paper.clicked.connect(self._keep_paper)
        self.print.clicked.connect(self._print)
        self.papers.said.connect(self.said)
        self.follow_up.counted.connect(self.counted)
        for view in self.views.values():
            view.wanted.connect(self.wanted)
            view.shown.connect(self._say_count)
        self._tasks.changed.connect(self._recount)
        for keys, act in (
            ("Ctrl+F", self._find),
            ("Ctrl+P", self.print.click),
            ("Ctrl+S", self.paper.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @Slot(Changes)
    def _recount(self, changes: Changes) -> None:
        """The rail counts on while another page is looked at."""
        if not self.isVisible() and any(changes.touch(table) for table in self.shows):
            self.follow_up.reload()

    def _choose(self, number: int) -> None:
        self._turn_to(list(self.views)[number])
        self._shown.reload()
        self.keys_changed.emit(self._shown.keys())

    def _turn_to(self, key: str) -> None:
        names = list(self.views)
        number = names.index(key) if key in names else 0
        self.which.choose(number)
        self.stack.setCurrentIndex(number)
        self._memory.keep_word(VIEW, names[number])
        for way in (self.print, self.paper):  # the follow-up is a list of work, not a paper
            way.setVisible(isinstance(self._shown, RegisterView))
        self._say_count()

    def _say_count(self) -> None:
        self._count.setText(self._shown.said_count())

    def _find(self) -> None:
        self._shown.seek()

    def _keep_paper(self) -> None:
        if isinstance(self._shown, RegisterView):
            name = f"{self._shown.file_name()} {self._controllers.today().isoformat()}.pdf"
            self.papers.keep(name, self._shown.keeping())

    def _print(self) -> None:
        if isinstance(self._shown, RegisterView):
            self.papers.send(self._shown.file_name(), self._shown.printing())

    def _choose_file(self) -> None:
        name = f"{self._shown.file_name()} {self._controllers.today().isoformat()}.xlsx"
        choose_save(self, _("Keep the list"), "Excel (*.xlsx)", name, self._export)

    def _export(self, path: Path) -> None:
        self._shown.export(path).then(self._exported)

    def _exported(self, made: Exported) -> None:
        self.said.emit(Message(_("List kept in {path}").format(path=made.path.name)))


PAGE = ConditionsPage
