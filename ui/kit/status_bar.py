"""The quiet line under the sheet: saved, backup, file, and the keys that matter here."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kernel.text import _
from ui.kit.base import RIGHT, Icon, Text, row


class StatusBar(QWidget):
    """Everything is optional: what is not said is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tick = Icon("circle-check", "done", 15)
        self._saved, self._backup, self._file = (_quiet() for _place in range(3))
        self._dots = (_quiet("·"), _quiet("·"))
        self._keys = Text("", "small", 400, "quiet", align=RIGHT)
        line = row(self._tick, self._saved, self._dots[0], self._backup, self._dots[1], gap=6)
        line.addWidget(self._file)
        line.addStretch(1)
        line.addWidget(self._keys)
        line.setContentsMargins(14, 7, 20, 9)
        self.setLayout(line)
        self._settle()

    def set_saved(self, clock: str) -> None:
        """The hour of the last change kept, such as 14:02:31; empty while nothing changed."""
        self._saved.setText(_("Saved {clock}").format(clock=clock) if clock else "")
        self._settle()

    def set_backup(self, when: str, late: bool = False) -> None:
        """When the last backup was made; late makes it stand out with its icon."""
        self._backup.setText(_("Backup {when}").format(when=when) if when else "")
        self._backup.set_tone("due" if late else "quiet")
        self._settle()

    def set_file(self, name: str) -> None:
        self._file.setText(name)
        self._settle()

    def set_keys(self, keys: str) -> None:
        """The keys of this screen, such as 'Space: tick · Enter: open'."""
        self._keys.setText(keys)

    def _settle(self) -> None:
        parts = (self._saved, self._backup, self._file)
        for part in parts:
            part.setVisible(bool(part.text()))
        self._tick.setVisible(bool(self._saved.text()))
        self._dots[0].setVisible(bool(parts[0].text() and (parts[1].text() or parts[2].text())))
        self._dots[1].setVisible(bool(parts[1].text() and parts[2].text()))


def _quiet(text: str = "") -> Text:
    return Text(text, "small", 400, "quiet", tabular=True)
