"""What truly must ask, asks in a card over the sheet; nothing waits, the answer comes later."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.kit.overlay import Overlay

WIDTH = 460
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer. kind: primary, secondary or danger."""

    key: str
    word: str
    kind: str = "primary"
    icon: str = ""


class Ask(Overlay):
    """One question, its choices, and Cancel. `chosen(str)` gives a key; Esc gives nothing."""

    chosen = Signal(str)

    def __init__(
        self, host: QWidget, title: str, text: str, choices: Sequence[Choice], extra: QWidget | None
    ) -> None:
        super().__init__(host, WIDTH)
        self.setAccessibleName(f"{title}. {text}")
        self.cancel = Button(_("Cancel"), "secondary")
        self.cancel.clicked.connect(self.close_card)
        self.buttons = {one.key: Button(one.word, one.kind, one.icon) for one in choices}
        foot = row(None, self.cancel, gap=8)
        self._group, self._keys = QButtonGroup(self), list(self.buttons)
        for place, button in enumerate(self.buttons.values()):
            self._group.addButton(button, place)
            foot.addWidget(button)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._press)
        out = column(Text(title, "body", 600, wrap=True), gap=8, margins=(24, 22, 24, 20))
        if text:
            out.addWidget(Text(text, "body", 400, "quiet", wrap=True))
        if extra is not None:
            out.addSpacing(8)
            out.addWidget(extra)
        out.addSpacing(12)
        out.addLayout(foot)
        self.card.setLayout(out)
        self.closed.connect(self.deleteLater)
        self._first = self.cancel if any(one.kind == "danger" for one in choices) else None

    def begin(self) -> None:
        """What cannot be undone starts on Cancel."""
        buttons = list(self.buttons.values())
        self.open(self._first or buttons[-1])

    def answer(self, key: str) -> None:
        self.close_card()
        self.chosen.emit(key)

    def _press(self, place: int) -> None:
        self.answer(self._keys[place])


class AskText(Ask):
    """Asks for one line; stays open with the sentence while `check` refuses it."""

    given = Signal(str)

    def __init__(
        self, host: QWidget, title: str, made: FormRow, word: str, check: Callable[[str], object]
    ) -> None:
        super().__init__(host, title, "", [Choice("give", word)], made)
        self.row, self._check = made, check

    def begin(self) -> None:
        self.open(self.row.field)

    def answer(self, key: str) -> None:
        text = str(self.row.value())
        try:
            self._check(text)
        except AppError as error:
            self.row.refuse(str(error))
            self.row.field.setFocus()
            return
        super().answer(key)
        self.given.emit(text)


def ask(
    host: QWidget,
    title: str,
    text: str,
    choices: Sequence[Choice],
    then: Callable[[str], object],
) -> Ask:
    """Ask over the window of `host`; `then` gets the key of the choice, unless cancelled."""
    card = Ask(host, title, text, choices, None)
    card.chosen.connect(then)
    card.begin()
    return card


def ask_text(
    host: QWidget,
    title: str,
    label: str,
    then: Callable[[str], object],
    *,
    text: str = "",
    help: str = "",  # noqa: A002 - as in FormRow
    word: str = "",
    check: Callable[[str], object] = str,
) -> AskText:
    """Ask for one line. `check` raises an AppError to keep the card open with its sentence."""
    line = LineField()
    line.set_value(text)
    card = AskText(host, title, FormRow(label, line, help), word or _("Keep"), check)
    line.returnPressed.connect(card.buttons["give"].click)
    card.given.connect(then)
    card.begin()
    line.selectAll()
    return card


class Chooser(Protocol):
    """Asks for a file; calls `then` with the path, or never."""

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None: ...

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None: ...


class DialogChooser:
    """The file dialog of the system, without blocking."""

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        dialog = QFileDialog(parent, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _begin(dialog, then)

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None:
        dialog = QFileDialog(parent, title, "", filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        _begin(dialog, then)


class _Desk:
    chooser: Chooser = DialogChooser()


def use_chooser(chooser: Chooser) -> None:
    """Let another chooser answer from now on: a test, or a screen without dialogs."""
    _Desk.chooser = chooser


def tidy_name(name: str) -> str:
    """A name a file system takes, on whatever machine."""
    return _FORBIDDEN.sub(" ", name)


def choose_open(parent: QWidget, title: str, filters: str, then: Callable[[Path], object]) -> None:
    """Ask for an existing file. filters as Qt writes them: 'Excel (*.xlsx)'."""
    _Desk.chooser.open(parent, title, filters, then)


def choose_save(
    parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
) -> None:
    """Ask where to write; `name` is proposed. The dialog asks itself before it replaces a file."""
    _Desk.chooser.save(parent, title, filters, name, then)


def _begin(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
