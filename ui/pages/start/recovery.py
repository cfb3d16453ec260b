"""The cards of the recovery key: shown once when a file is made, and the way in with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from models.kernel.text import _
from ui.kit.base import Text, row, rule
from ui.kit.button import Button
from ui.kit.choice_field import Toggle
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.pages.start.secret import SecretField
from ui.pages.start.steps import Step, on_enter


class RecoveryKey(Step):
    """The recovery key, shown once; nobody goes on without saying that it is kept."""

    kept = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Keep this recovery key"),
            _(
                "Without the passphrase only this key opens the file. It is shown once and kept"
                " nowhere: print it or write it down, and keep it away from this computer."
            ),
        )
        self.key = Text("", "display", 600, tabular=True, wrap=True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.copy = Button(_("Copy"), "secondary", "note")
        self.copy.clicked.connect(self._copy)
        self.sure = Toggle(_("I keep this key in a safe place"))
        self.go = Button(_("Go on"), "primary")
        self.go.setEnabled(False)
        self.go.setToolTip(_("Say first that you keep the key."))
        self.sure.edited.connect(self._settle)
        self.go.clicked.connect(self._finish)
        self.body.addWidget(self.key)
        self.body.addLayout(row(self.copy, None))
        self.body.addWidget(rule())
        self.body.addWidget(self.sure)
        self.foot.addWidget(self.go)
        self.foot.addStretch(1)

    def show_key(self, key: str) -> None:
        self.key.setText(key)
        self.sure.set_value(False)
        self.go.setEnabled(False)

    def begin(self) -> None:
        self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, sure: object) -> None:
        self.go.setEnabled(bool(sure))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.key.text())

    def _finish(self) -> None:
        clipboard = QApplication.clipboard()
        if clipboard.text() == self.key.text():
            clipboard.clear()  # the key was pasted where it is kept; here it would only leak
        self.key.setText("")
        self.kept.emit()


class Recover(Step):
    """In with the recovery key; a new passphrase takes the place of the lost one."""

    given = Signal(str, str)

    def __init__(self, least: int) -> None:
        super().__init__(
            _("Open with the recovery key"),
            _("Type the six groups of the recovery key, and a new passphrase."),
        )
        self.key = LineField("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX", _("Recovery key"))
        self.add("recovery_key", FormRow(_("Recovery key"), self.key))
        self.secret = SecretField(_("New passphrase"))
        help_ = _("At least {least} characters. Four loose words do well.").format(least=least)
        self.add("passphrase", FormRow(_("New passphrase"), self.secret, help_))
        self.go = Button(_("Open"), "primary")
        self.go.clicked.connect(self._give)
        on_enter(self.key, self.secret)
        self.secret.returnPressed.connect(self._give)
        self.foot.addWidget(self.go)
        self.foot.addWidget(self._back_button())
        self.foot.addStretch(1)

    def of(self, file: Path) -> None:
        self.sentence.setText(
            _("Type the six groups of the recovery key of {name}, and a new passphrase.").format(
                name=file.stem
            )
        )
        self.key.set_value("", afresh=True)
        self.secret.forget()
        self.clear()

    def _give(self) -> None:
        self.given.emit(str(self.key.value()), self.secret.value())
