"""A plain band over a check that is not running: what that means, and the one way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.checks.values import CheckFile, CheckState
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.kit.base import Icon, Text, row
from ui.kit.button import Button
from ui.kit.paint import rounded
from ui.kit.theme import theme


class Band(QWidget):
    """Hidden while a check is running. `pressed` is its one button."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("lock", "quiet", 18)
        self._text = Text("", "body", 400, "ink", wrap=True)
        self.button = Button("", "link")
        self.button.clicked.connect(self.pressed)
        line = row(self._icon, gap=10, margins=(28 + 14, 8, 24 + 10, 8))
        line.addWidget(self._text, 1)
        line.addWidget(self.button)
        self.setLayout(line)

    def show_check(self, check: CheckFile) -> None:
        self.setVisible(check.state is not CheckState.RUNNING)
        if check.state is CheckState.FINISHED and check.finished_at is not None:
            day = long_date(check.finished_at.astimezone().date())
            said = _("This check was finished on {day}. You can read it; reopen it to change it.")
            self._tell("lock", said.format(day=day), _("Reopen"))
        elif check.state is CheckState.PLANNED:
            said = _("This check has not begun. Preparing it is possible; starting sets the day.")
            self._tell("calendar-event", said, _("Start the check"))

    def sentence(self) -> str:
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = theme(), QRectF(self.rect()).adjusted(28, 0, -24, 0)
        edge = look.color("edge" if look.contrast else "line")
        rounded(QPainter(self), area, look.radius("control"), look.color("sunken"), edge)

    def _tell(self, icon: str, sentence: str, word: str) -> None:
        self._icon.set_icon(icon)
        self._text.setText(sentence)
        self.button.setText(word)
        self.setAccessibleName(sentence)
