"""A plain band over a check that is not running: what that means, and the one way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.checks.values import CheckFile, CheckState
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.kit.base import LEFT, Icon, Text, row
from ui.kit.paint import rounded
from ui.kit.theme import theme
from ui.pages.checks.unit_words import words_of

BELOW = 12
"""Air under the band."""


class Band(QWidget):
    """Hidden while a check is running; the button of the header is the way on."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("lock", "quiet", 18)
        self._text = Text("", "body", 400, "ink", wrap=True, align=LEFT)
        line = row(self._icon, gap=10, margins=(28 + 14, 8, 24 + 14, 8 + BELOW))
        line.addWidget(self._text, 1)
        self.setLayout(line)

    def show_check(self, check: CheckFile) -> None:
        self.setVisible(check.state is not CheckState.RUNNING)
        if check.state is CheckState.FINISHED and check.finished_at is not None:
            day = long_date(check.finished_at.astimezone().date())
            said = _(
                "This check was finished on {day}. You can read it; Reopen lets you change it."
            )
            self._tell("lock", said.format(day=day))
        elif check.state is CheckState.PLANNED:
            self._tell("calendar-event", words_of(check.template.unit).say("not_begun"))

    def sentence(self) -> str:
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = theme(), QRectF(self.rect()).adjusted(28, 0, -24, -BELOW)
        edge = look.color("edge" if look.contrast else "line")
        rounded(QPainter(self), area, look.radius("control"), look.color("sunken"), edge)

    def _tell(self, icon: str, sentence: str) -> None:
        self._icon.set_icon(icon)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
