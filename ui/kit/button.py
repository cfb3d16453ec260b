"""Buttons: what can be pressed by mouse, Space, Enter or a shortcut that it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.icons import paint_icon
from ui.kit.paint import focus_ring, rounded, text_at
from ui.kit.theme import theme

ICON, GAP, PAD = 18, 7, 13
EDGE = 5
"""So near to its sides a word may come before it is cut."""
KINDS = ("primary", "secondary", "ghost", "link", "danger")

# the focus only comes back, or falls somewhere because a window opened
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)

# kind: (ground, ground under the mouse, ground when pressed, edge, ink); "" is nothing
_LOOKS = {
    "primary": ("accent", "accent-deep", "accent-deep", "accent", "accent-ink"),
    "secondary": ("raised", "hover", "pressed", "edge", "ink"),
    "ghost": ("", "hover", "pressed", "", "quiet"),
    "link": ("", "accent-soft", "accent-soft", "", "accent"),
    "danger": ("raised", "late-soft", "late-soft", "late", "late"),
}


class Pressable(QAbstractButton):
    """A self-painted button: a ring for the keyboard, Enter as well as Space, one name for all."""

    def __init__(self, word: str = "") -> None:
        super().__init__()
        self._word, self._by_mouse = "", True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(word)

    def text(self) -> str:
        return self._word

    def setText(self, word: str) -> None:
        """The word as shown; an ampersand in it is an ampersand."""
        self._word = word
        if word:
            self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def ringed(self) -> bool:
        """Whether the focus ring must show: the focus came by keyboard or code."""
        return self.hasFocus() and not self._by_mouse

    def paint_ring(self, painter: QPainter, radius: float) -> None:
        if self.ringed():
            focus_ring(painter, QRectF(self.rect()), radius)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in PASSING:
            self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            self._by_mouse = False
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Button(Pressable):
    """One of KINDS; at most one primary on a screen. Without a word it is a square with a tip.

    `keys` is shown behind the word ("Ctrl+Z"). A disabled button says in its tip what is missing:
    use `allow`.
    """

    def __init__(
        self, word: str = "", kind: str = "secondary", icon: str = "", tip: str = "", keys: str = ""
    ) -> None:
        super().__init__(word)
        self._kind, self._icon, self._keys, self._usual_tip = kind, icon, keys, tip
        self._folded = self._keys_away = False
        self.setToolTip(self._tip())
        if not word:
            self.setAccessibleName(tip)
        self.setSizePolicy(
            QSizePolicy.Policy.Minimum if word else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )

    @property
    def acts(self) -> bool:
        """Whether it begins, adds or takes away something, rather than shows it."""
        begins = self._kind in ("primary", "danger") or self._icon == "plus"
        return begins or bool(self.property("acts"))

    def allow(self, missing: str = "") -> None:
        """Enable the button, or disable it with the sentence that says what is missing."""
        self.setEnabled(not missing)
        self.setToolTip(missing or self._tip())
        self.setAccessibleDescription(missing)

    @property
    def icon_name(self) -> str:
        return self._icon

    @property
    def keys(self) -> str:
        """The keys that do the same."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """What is pressed instead; whoever hears the keys does this."""
        self._keys = keys
        self._measure_anew()

    def tell_keys(self, *, told: bool) -> None:
        """Whether its keys stand behind the word, or in the tip alone."""
        if told == self._keys_away:
            self._keys_away = not told
            self._measure_anew()

    @property
    def foldable(self) -> bool:
        """Whether its icon can stand for its word: never of what the screen is there for."""
        return bool(self._icon and self.text()) and self._kind != "primary"

    def fold(self, *, folded: bool) -> None:
        """The icon alone, with the word as its tip; `whole_width` is what the word would need."""
        if folded != self._folded:
            self._folded = folded
            self._measure_anew()

    def whole_width(self) -> int:
        """How wide it is with its word, and its keys where they are told."""
        return int(self._content()) + 2 * self._pad() + 1

    def word_width(self) -> int:
        """How wide it is without its keys: a square when it has no word."""
        if not self.text():
            return theme().control() - 2
        return int(self._content(told=False)) + 2 * self._pad() + 1

    def keys_width(self) -> int:
        """How much of that its keys take, were they told."""
        shown = self._keys and self.text()
        return theme().px(GAP) + 1 + theme().width(self._keys, "small", 500) if shown else 0

    def set_icon(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme().control() - 2
        bare = self._folded or not self.text()
        return QSize(height if bare else self.whole_width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        ground, edge, ink = self._look()
        radius = look.radius("control")
        rounded(
            painter,
            area,
            radius,
            look.color(ground) if ground else None,
            look.color(edge) if edge else None,
        )
        side, gap = look.px(ICON), look.px(GAP)
        room = area.width() - 2 * EDGE
        told = not self._keys_away and self._content() <= room
        keys = self._keys if told else ""  # the word comes first
        word = "" if self._folded else self.text()
        taken = float(side) if self._folded else self._content(told=told)
        x = area.center().x() - min(room, taken) / 2 + 0.5
        if self._icon:
            tone = "quiet" if ink == "ink" else ink
            box = QRectF(x, area.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, self._icon, look.color(tone), box)
            x += side + gap
        if word:
            face = look.font("body", 500)
            taken = look.width(keys, "small", 500) + gap + 1 if keys else 0
            place = QRectF(x, 0, area.right() - EDGE - taken - x, area.height())
            x += text_at(painter, place, word, face, look.color(ink))
        if word and keys:
            hint = QRectF(x + gap + 1, 0, area.width(), area.height())
            tone = "faint" if ink in ("ink", "quiet") else ink
            text_at(painter, hint, keys, look.font("small", 500), look.color(tone), elide=False)
        self.paint_ring(painter, radius)
        if self._kind == "primary" and self.ringed():  # the ring alone would drown in the accent
            inner = area.adjusted(2, 2, -2, -2)
            rounded(painter, inner, radius - 2, None, look.color("accent-ink"), 1.5)

    def _look(self) -> tuple[str, str, str]:
        ground, hover, pressed, edge, ink = _LOOKS[self._kind]
        if not self.isEnabled():
            return ("wait-soft" if ground else ""), ("line" if ground else ""), "faint"
        if self.isDown():
            return pressed, edge, ink
        if self.underMouse():
            ink = "ink" if self._kind == "ghost" else ink
            edge = "control" if self._kind == "secondary" else edge
            return hover, ("accent-deep" if self._kind == "primary" else edge), ink
        return ground, edge, ink

    def _pad(self) -> int:
        return 6 if self._kind == "link" else PAD

    def _measure_anew(self) -> None:
        if self.isEnabled():
            self.setToolTip(self._tip())
        self.updateGeometry()
        self.update()

    def _tip(self) -> str:
        said = self._usual_tip or (self.text() if self._folded or self._keys_away else "")
        away = self._folded or self._keys_away or not self.text()
        return f"{said} ({self._keys})" if said and self._keys and away else said

    def _content(self, *, told: bool = True) -> float:
        """Icon, word and keys, beside each other."""
        width = float(theme().px(ICON) if self._icon else 0)
        if self.text():
            gap = theme().px(GAP) if self._icon else 0
            width += theme().width(self.text(), "body", 500) + gap
        return width + (self.keys_width() if told and not self._keys_away else 0)


def press(button: QAbstractButton, inside: QWidget) -> None:
    """What its key does, unless `inside` does not offer the button now."""
    if button.isVisibleTo(inside):
        button.click()


def act_button(
    label: str, kind: str, icon: str, act: Callable[[], object], keys: str = ""
) -> Button:
    """A button that does this, also by these keys while it is on the screen and enabled."""
    return _doing(Button(label, kind, icon, keys=keys), act, keys)


def small_act(tip: str, icon: str, act: Callable[[], object], keys: str = "") -> Button:
    """A square with a tip, for what is done seldom; its keys stand in the tip."""
    return _doing(Button("", "ghost", icon, tip, keys), act, keys)


def _doing(button: Button, act: Callable[[], object], keys: str) -> Button:
    button.clicked.connect(act)
    if keys:
        QShortcut(QKeySequence(keys), button, button.click)
    return button
