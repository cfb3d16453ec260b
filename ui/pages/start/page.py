"""The front door: which file, and the words that open it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from platformdirs import user_documents_path
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from controllers.door import LEAST, SUFFIX, Door
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_open, choose_save
from ui.kit.base import Icon, Text, column, row
from ui.kit.memory import Memory
from ui.kit.rail_parts import Mark
from ui.kit.shell import scrolled, sheet
from ui.kit.theme import theme, themes
from ui.pages.start.recovery import Recover, RecoveryKey
from ui.pages.start.secret import SecretField
from ui.pages.start.steps import Create, Step, Unlock, Welcome
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.bundle import Controllers
    from controllers.opening import Created

S = TypeVar("S", bound=Step)
MOST = 5
WIDE, TALL = 610, 640
RECENT = "start/recent"
FILTER = f"Waarmerk (*{SUFFIX})"


class StartPage(QWidget):
    """Nothing heavy is imported here: the window shows first, the database comes after it."""

    opened = Signal(object)
    """The Controllers of the file that was opened."""

    def __init__(self, door: Door, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self.setObjectName("Window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._door, self._tasks, self._memory = door, tasks, memory
        self._path = Path()
        self._made: Controllers | None = None
        self._warned = self._working = False
        self.steps = QStackedWidget()
        self.welcome = self._added(Welcome())
        self.busy = Text("", "body", 400, "quiet", wrap=True)
        self._arrange()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Back to the welcome, with the files opened before."""
        self.busy.setText("")
        self.welcome.show_files(self._recent())
        self._show(self.welcome)

    def ask_for(self, file: Path) -> None:
        """Ask for the passphrase of this file."""
        self._path = file
        self.unlock.of(file)
        self._show(self.unlock)

    def closed(self, path: Path, *, demo: bool) -> None:
        """A file was closed: it waits for its words, unless it was the demonstration."""
        if demo:
            self.begin()
        else:
            self.ask_for(path)

    def may_close(self) -> bool:
        """Whether nothing is lost by closing now; the recovery key is worth asking twice for."""
        if self._made is None or self._warned:
            return True
        self._warned = True
        self.busy.set_tone("late")
        self.busy.setText(_("Keep the recovery key first, or close once more to go without it."))
        return False

    def let_go(self) -> None:
        """Close the file that was made but not entered."""
        made, self._made = self._made, None
        if made is not None:
            made.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._current().begin()

    def _arrange(self) -> None:
        brand = row(Mark(), Text("Waarmerk", "body", 600), None, gap=10)
        foot = row(
            Icon("lock", "quiet", 15),
            Text(
                _("Works without a network. Your data stay on this computer."),
                "small",
                400,
                "quiet",
            ),
            None,
            gap=6,
        )
        inside = QWidget()
        inside.setLayout(
            column(brand, 20, self.steps, self.busy, None, foot, gap=8, margins=(44, 30, 44, 20))
        )
        self._card = sheet(scrolled(inside))
        themes.changed.connect(self._fit)
        self._fit()
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 16, 16, 16)
        around.addStretch(1)
        middle = row(None, gap=0)
        middle.addWidget(self._card, 100_000)
        middle.addStretch(1)
        around.addLayout(middle, 20)
        around.addStretch(1)

    def _fit(self) -> None:
        """The card grows with the text, as far as the window goes."""
        self._card.setMaximumSize(theme().px(WIDE), theme().px(TALL))

    def _connect(self) -> None:
        self.welcome.file_chosen.connect(self._chosen)
        self.welcome.open_wanted.connect(self._look_for)
        self.welcome.create_wanted.connect(self._begin_new)
        self.welcome.demo_wanted.connect(self._demonstrate)

    # The other steps are made when somebody goes there: the first paint waits for none of them.

    @cached_property
    def unlock(self) -> Unlock:
        step = self._added(Unlock())
        step.given.connect(self._unlock)
        step.lost.connect(self._lost)
        return step

    @cached_property
    def making(self) -> Create:
        step = self._added(Create(LEAST))
        step.given.connect(self._create)
        step.place_wanted.connect(self._choose_place)
        return step

    @cached_property
    def recover(self) -> Recover:
        step = self._added(Recover(LEAST))
        step.given.connect(self._recover)
        return step

    @cached_property
    def key(self) -> RecoveryKey:
        step = self._added(RecoveryKey())
        step.kept.connect(self._key_kept)
        return step

    def _added(self, step: S) -> S:
        self.steps.addWidget(step)
        step.back.connect(self.begin)
        return step

    def _chosen(self, file: object) -> None:
        if isinstance(file, Path):
            self.ask_for(file)

    def _look_for(self) -> None:
        choose_open(self, _("Open a file"), FILTER, self.ask_for)

    def _begin_new(self) -> None:
        self.making.at(_home() / f"kantoor{SUFFIX}")
        self._show(self.making)

    def _choose_place(self) -> None:
        choose_save(self, _("New file"), FILTER, f"kantoor{SUFFIX}", self._place)

    def _place(self, path: Path) -> None:
        self.making.path.set_value(str(path), afresh=True)

    def _unlock(self, passphrase: str) -> None:
        if self._work(_("Opening the file…")):
            asked = self._tasks.do(self._door.open, self._path, passphrase)
            asked.then(self._enter).otherwise(self._refused)

    def _create(self, path: Path, passphrase: str) -> None:
        path = _home() / path.expanduser()  # a name alone comes beside the other files
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if self._work(_("Making the file…")):
            self._path = path
            asked = self._tasks.do(self._door.create, path, passphrase)
            asked.then(self._created).otherwise(self._refused)

    def _recover(self, key: str, passphrase: str) -> None:
        if self._work(_("Opening the file…")):
            asked = self._tasks.do(self._door.recover, self._path, key, passphrase)
            asked.then(self._enter).otherwise(self._refused)

    def _demonstrate(self) -> None:
        if self._work(_("Making a year of invented work. This takes some seconds…")):
            self._tasks.do(self._door.demo).then(self._enter).otherwise(self._refused)

    def _lost(self) -> None:
        self.recover.of(self._path)
        self._show(self.recover)

    def _created(self, created: Created) -> None:
        self._rest()
        self._made, self._warned = created.controllers, False
        self.key.show_key(created.recovery_key)
        self._show(self.key)

    def _key_kept(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._enter(made)

    def _enter(self, controllers: Controllers) -> None:
        self._rest()
        for field in self.findChildren(SecretField):
            field.forget()
        if not controllers.demo:
            self._remember(controllers.path)
        self.opened.emit(controllers)

    def _refused(self, error: AppError) -> None:
        self._rest()
        step = self._current()
        if step.rows:
            step.explain(error)
        else:
            self.busy.set_tone("late")
            self.busy.setText(str(error))

    def _work(self, sentence: str) -> bool:
        """Whether this may begin: a second Enter while a file opens does nothing."""
        if self._working:
            return False
        self._working = True
        self.busy.set_tone("quiet")
        self.busy.setText(sentence)
        self._current().set_busy(busy=True)
        return True

    def _rest(self) -> None:
        self._working = False
        self.busy.setText("")
        self._current().set_busy(busy=False)

    def _show(self, step: Step) -> None:
        self.steps.setCurrentWidget(step)
        if self.isVisible():
            step.begin()

    def _current(self) -> Step:
        shown = self.steps.currentWidget()
        assert isinstance(shown, Step)  # noqa: S101 - the stack holds nothing else
        return shown

    def _recent(self) -> list[Path]:
        """Files opened before that are still there."""
        kept = self._memory.word(RECENT).split("\n")
        return [Path(word) for word in kept if word and Path(word).is_file()]

    def _remember(self, path: Path) -> None:
        words = [str(path), *(str(each) for each in self._recent() if each != path)]
        self._memory.keep_word(RECENT, "\n".join(words[:MOST]))


def _home() -> Path:
    """Where files lie when nobody says otherwise."""
    return user_documents_path() / "Waarmerk"


PAGE = StartPage
