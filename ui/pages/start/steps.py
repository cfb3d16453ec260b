"""The cards of the front door, one for each thing a person may want there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.kit.row_list import Row, RowList
from ui.kit.theme import theme, themes
from ui.pages.start.secret import SecretField

LARGE = 1.3
"""From this size of text on, a line holds no row of buttons."""


class Step(QWidget):
    """One card: a title, a sentence, its rows, and the buttons under them."""

    back = Signal()

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = Text(title, "display", wrap=True)
        self.sentence = Text(sentence, "body", 400, "quiet", wrap=True)
        self.rows: dict[str, FormRow] = {}
        self.body = column(gap=14)
        self.foot = row(gap=8)
        self.after = column(gap=4)
        parts = (self.title, self.sentence, 10, self.body, 8, self.foot, 4, self.after, None)
        self.setLayout(column(*parts, gap=8))
        themes.changed.connect(self._fit)
        self._fit()

    def add(self, name: str, made: FormRow) -> FormRow:
        self.rows[name] = made
        self.body.addWidget(made)
        return made

    def explain(self, error: AppError) -> None:
        """The sentence under its field, or under the first one."""
        self.clear()
        made = self.rows.get(error.field or "") or next(iter(self.rows.values()))
        made.refuse(str(error))
        made.field.setFocus()
        if isinstance(made.field, SecretField):
            made.field.selectAll()  # typing begins anew

    def clear(self) -> None:
        for made in self.rows.values():
            made.clear()

    def begin(self) -> None:
        """Put the keyboard where typing starts."""
        next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Nothing is pressed twice while the file opens."""
        for button in self.findChildren(Button):
            button.setEnabled(not busy)

    def _fit(self) -> None:
        """Buttons stand one below the other when the text is too large for a line of them."""
        way = QBoxLayout.Direction
        self.foot.setDirection(way.TopToBottom if theme().scale >= LARGE else way.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.rows:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _back_button(self) -> Button:
        button = Button(_("Back"), "secondary", "chevron-left")
        button.clicked.connect(self.back)
        return button


class Welcome(Step):
    """What was open before, and the three ways in."""

    file_chosen = Signal(object)
    open_wanted = Signal()
    create_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("", "")
        self.recent = RowList(fit=True)
        self.recent.setAccessibleName(_("Files opened before"))
        self.recent.opened.connect(self.file_chosen)
        self._recent_title = Text(_("Opened before"), "small", 600, "quiet")
        self.make = Button(_("New file"), "primary", "plus")
        self.look = Button(_("Open a file"), "secondary", "folder")
        self.demo = Button(_("See the demonstration"), "ghost", "eye")
        self.body.addWidget(self._recent_title)
        self.body.addWidget(self.recent)
        for button, wanted in (
            (self.make, self.create_wanted),
            (self.look, self.open_wanted),
            (self.demo, self.demo_wanted),
        ):
            button.clicked.connect(wanted)
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.note = Text(
            _("The demonstration is a throw-away file with invented work. Nothing of it is kept."),
            "small",
            400,
            "faint",
            wrap=True,
        )
        self.after.addWidget(self.note)

    def show_files(self, files: Sequence[Path]) -> None:
        """The files opened before; the newest first."""
        rows = [Row(file.stem, str(file.parent), "icon:lock", payload=file) for file in files]
        self.recent.set_rows(rows)
        for part in (self.recent, self._recent_title):
            part.setVisible(bool(rows))
        title = _("Welcome back") if rows else _("Welcome to Waarmerk")
        sentence = (
            _("Choose your file; only your passphrase opens it.")
            if rows
            else _(
                "Your files stay on this computer, encrypted. Make a new file to begin, or look"
                " around in the demonstration."
            )
        )
        self.title.setText(title)
        self.sentence.setText(sentence)

    def begin(self) -> None:
        first: QWidget = self.recent if self.recent.isVisible() else self.make
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class Unlock(Step):
    """The passphrase of one file."""

    given = Signal(str)
    lost = Signal()

    def __init__(self) -> None:
        super().__init__(_("Open file"), "")
        self.secret = SecretField(_("Passphrase"))
        self.add("passphrase", FormRow(_("Passphrase"), self.secret))
        self.go = Button(_("Open"), "primary")
        self.forgotten = Button(_("Passphrase lost?"), "link")
        self.foot.addWidget(self.go)
        self.foot.addWidget(self._back_button())
        self.foot.addStretch(1)
        self.foot.addWidget(self.forgotten)
        self.go.clicked.connect(self._give)
        self.secret.returnPressed.connect(self._give)
        self.forgotten.clicked.connect(self.lost)

    def of(self, file: Path) -> None:
        """Ask for the passphrase of this file."""
        self.title.setText(_("Open {name}").format(name=file.stem))
        self.sentence.setText(str(file))
        self.secret.forget()
        self.clear()

    def _give(self) -> None:
        self.given.emit(self.secret.value())


class Create(Step):
    """A new file: where, and under which passphrase."""

    given = Signal(object, str)
    place_wanted = Signal()

    def __init__(self, least: int) -> None:
        super().__init__(
            _("New file"),
            _("One file holds your whole office. It is encrypted: only your passphrase opens it."),
        )
        self._least = least
        self.path = LineField(name=_("Where"))
        self.look = Button(_("Choose"), "secondary", "folder")
        self.look.clicked.connect(self.place_wanted)
        place = QWidget()
        line = row(gap=8)
        line.addWidget(self.path, 1)
        line.addWidget(self.look)
        place.setLayout(line)
        place.setFocusProxy(self.path)
        self.add("path", FormRow(_("Where"), place))
        self.secret = SecretField(_("Passphrase"))
        help_ = _("At least {least} characters. Four loose words do well.").format(least=least)
        self.add("passphrase", FormRow(_("Passphrase"), self.secret, help_))
        self.again = SecretField(_("Passphrase once more"))
        self.add("again", FormRow(_("Passphrase once more"), self.again))
        self.go = Button(_("Make file"), "primary")
        self.go.clicked.connect(self._give)
        on_enter(self.path, self.secret)
        on_enter(self.secret, self.again)
        self.again.returnPressed.connect(self._give)
        self.foot.addWidget(self.go)
        self.foot.addWidget(self._back_button())
        self.foot.addStretch(1)

    def at(self, path: Path) -> None:
        """Propose a place."""
        self.path.set_value(str(path), afresh=True)
        self.secret.forget()
        self.again.forget()
        self.clear()

    def begin(self) -> None:
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self.clear()
        if not self.path.value():
            self.rows["path"].refuse(_("Say where the file must lie, such as in your documents."))
            self.path.setFocus()
            return
        if self.secret.value() != self.again.value():
            self.rows["again"].refuse(_("The two passphrases differ. Type them once more."))
            self.again.setFocus()
            return
        self.given.emit(Path(str(self.path.value())), self.secret.value())


def on_enter(line: QLineEdit, following: QLineEdit) -> None:
    """Enter goes on to the field below; only the last one does the act."""
    line.returnPressed.connect(partial(following.setFocus, Qt.FocusReason.TabFocusReason))
