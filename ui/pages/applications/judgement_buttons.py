"""The four judgements as buttons: the sign, the word and the key that gives it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from controllers.wording import word
from models.applications.values import Judgement
from models.kernel.text import _
from ui.kit.button import Pressable
from ui.kit.icons import paint_icon
from ui.kit.paint import RIGHT, rounded, text_at
from ui.kit.theme import theme, themes

PAD, GAP, SIGN = 10, 6, 15

LOOKS = {
    Judgement.MEETS: ("check", "done", "done-soft"),
    Judgement.PARTLY: ("alert-triangle", "due", "due-soft"),
    Judgement.DOES_NOT_MEET: ("x", "late", "late-soft"),
    Judgement.INFO_NEEDED: ("message-2", "accent", "accent-soft"),
}
"""Sign, tone and ground of each, in the order of the keys 1 to 4."""
KEYS = dict(enumerate(LOOKS, 1))


class JudgementButtons(QWidget):
    """Shows which judgement stands; `pressed(int)` gives the key of the one that was pressed."""

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Judgement"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons = {one: JudgementButton(one, key) for key, one in KEYS.items()}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        for key, button in zip(KEYS, self.buttons.values(), strict=True):
            self._group.addButton(button, key)
        self._group.idClicked.connect(self.pressed)
        self.setLayout(self._grid)
        self._wide = 0
        themes.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two on a line where their words stay whole, else one."""
        hints = [button.sizeHint().width() for button in self.buttons.values()]
        both = max(hints[::2]) + GAP + max(hints[1::2])
        wide = 2 if both <= self.width() else 1
        if wide == self._wide:
            return
        self._wide = wide
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, place // wide, place % wide)

    def show_judgement(self, judgement: Judgement | None, *, allowed: bool = True) -> None:
        """Mark this one as the judgement that stands."""
        for one, button in self.buttons.items():
            button.set_standing(one is judgement)
            button.setEnabled(allowed)


class JudgementButton(Pressable):
    """One judgement."""

    def __init__(self, judgement: Judgement, key: int) -> None:
        super().__init__(word(judgement).capitalize())
        self._look, self._key, self.standing = LOOKS[judgement], str(key), False
        self.setToolTip(_("Key {key}").format(key=key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_standing(self, standing: bool) -> None:
        if standing != self.standing:
            self.standing = standing
            self.setAccessibleDescription(_("this is the judgement now") if standing else "")
            self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.width(self.text(), "small", 600) + look.width(self._key, "small", 500)
        return QSize(words + look.px(SIGN) + 3 * PAD + 6, look.control() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(90), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        sign, tone, ground = self._look
        radius, side = look.radius("control"), look.px(SIGN)
        fill, edge, thick = self._ground(ground, tone)
        rounded(
            painter,
            area,
            radius,
            look.color(fill) if fill else None,
            look.color(edge),
            thick,
        )
        ink = look.color("ink" if self.isEnabled() or self.standing else "faint")
        spot = QRectF(PAD, area.center().y() - side / 2, side, side)
        paint_icon(painter, sign, look.color(tone if self.isEnabled() else "faint"), spot, 2.2)
        face = look.font("small", 600 if self.standing else 500)
        text_at(painter, area.adjusted(PAD + side + 7, 0, -PAD - 10, 0), self.text(), face, ink)
        quiet = look.color("quiet" if self.standing else "faint")
        keys = area.adjusted(0, 0, -PAD, 0)
        text_at(painter, keys, self._key, look.font("small", 500, True), quiet, RIGHT)
        self.paint_ring(painter, radius)

    def _ground(self, ground: str, tone: str) -> tuple[str, str, float]:
        if not self.isEnabled():
            return ("wait-soft", "edge", 1.0) if self.standing else ("", "line", 1.0)
        if self.standing:
            return ground, tone, 1.6
        if self.isDown() or self.underMouse():
            return ("pressed" if self.isDown() else "hover"), "control", 1.0
        return "raised", "edge", 1.0
