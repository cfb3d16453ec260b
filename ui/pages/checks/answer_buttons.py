"""The five answers as buttons: the sign, the word and the key that gives it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from models.checks.values import AnswerValue
from models.kernel.text import _
from ui.kit.answers import ANSWERS, BOX, paint_answer
from ui.kit.button import Pressable
from ui.kit.paint import RIGHT, rounded, text_at
from ui.kit.theme import theme, themes

PAD, GAP = 8, 6
ASIDE = (AnswerValue.NA.value, AnswerValue.NOT_CHECKED.value)


class AnswerButtons(QWidget):
    """Shows which answer stands; `pressed(int)` gives the key of the one that was pressed.

    Runs over as many lines as the width asks for.
    """

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Answer"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons = {value: AnswerButton(value) for value in ANSWERS}
        for value, button in self.buttons.items():
            button.setParent(self)
            self._group.addButton(button, ANSWERS[value].key)
        self._group.idClicked.connect(self.pressed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self.updateGeometry)

    def show_answer(self, value: str | None, allowed: bool = True) -> None:
        """Mark this one as the answer that stands."""
        for each, button in self.buttons.items():
            button.set_standing(each == value)
            button.setEnabled(allowed)

    def offer_aside(self, only: bool) -> None:
        """A fact answers itself: `only` what sets it aside is offered then, with Alt."""
        for each, button in self.buttons.items():
            aside = each in ASIDE
            button.setVisible(aside or not only)
            button.set_alt(aside and only)
        self._place()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return lines * self._tall() + (lines - 1) * GAP

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        tall = self._tall()
        for number, line in enumerate(self._lines(self.width())):
            wanted = [button.sizeHint().width() for button in line]
            spare = (self.width() - sum(wanted) - GAP * (len(line) - 1)) / len(line)
            left = 0.0
            for button, width in zip(line, wanted, strict=True):
                area = QRectF(left, number * (tall + GAP), width + spare, tall)
                button.setGeometry(area.toAlignedRect())
                left += width + spare + GAP

    def _tall(self) -> int:
        return theme().control() + 2

    def _lines(self, width: int) -> list[list[AnswerButton]]:
        lines: list[list[AnswerButton]] = []
        room = 0
        for button in self.buttons.values():
            if button.isHidden():
                continue
            wanted = button.sizeHint().width()
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(button)
            room -= wanted + GAP
        return lines


class AnswerButton(Pressable):
    """One answer."""

    def __init__(self, value: str) -> None:
        answer = ANSWERS[value]
        super().__init__(_capital(answer.word))
        self._value, self._key, self.standing = value, str(answer.key), False
        self.set_alt(False)

    def set_alt(self, on: bool) -> None:
        """Whether its key asks for Alt here."""
        number = ANSWERS[self._value].key
        self._key = f"Alt+{number}" if on else str(number)
        self.setToolTip(_("Key {key}").format(key=self._key))
        self.update()

    def set_standing(self, standing: bool) -> None:
        if standing != self.standing:
            self.standing = standing
            self.setAccessibleDescription(_("this is the answer now") if standing else "")
            self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.width(self.text(), "small", 600) + look.width(self._key, "small", 500)
        side = round(BOX * look.scale)
        return QSize(words + side + 2 * PAD + 2, look.control() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        answer, radius = ANSWERS[self._value], look.radius("control")
        ground, edge, thick = "raised", "edge", 1.0
        if not self.isEnabled():
            ground = "wait-soft" if self.standing else ""
            edge = "edge" if self.standing else "line"
        elif self.standing:
            ground, edge, thick = answer.ground or "accent-soft", answer.tone, 1.6
        elif self.isDown() or self.underMouse():
            ground, edge = "pressed" if self.isDown() else "hover", "control"
        rounded(
            painter,
            area,
            radius,
            look.color(ground) if ground else None,
            look.color(edge),
            thick,
        )
        side = BOX * look.scale
        spot = QPointF(PAD + side / 2 - 2, area.center().y())
        paint_answer(painter, self._value, spot, self.devicePixelRatioF())
        ink = look.color("ink" if self.isEnabled() or self.standing else "faint")
        face = look.font("small", 600 if self.standing else 500)
        room = look.width(self._key, "small", 500)
        words = area.adjusted(PAD + side, 0, -PAD - room, 0)
        text_at(painter, words, self.text(), face, ink)
        keys = area.adjusted(0, 0, -PAD, 0)
        quiet = look.color("quiet" if self.standing else "faint")
        text_at(painter, keys, self._key, look.font("small", 500, True), quiet, RIGHT)
        self.paint_ring(painter, radius)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
