"""The head of a page: where we are, the title, its states, and what can be done here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.kit.base import Icon, Text, column, empty, row
from ui.kit.button import Button, Pressable
from ui.kit.fitting import side_by_side
from ui.kit.paint import rounded, text_at
from ui.kit.theme import theme, themes

LEAST_TITLE = 120
"""Pixels of a title that always stay, whatever stands beside it."""


class Header(QWidget):
    """Where we are, the title, its states, and the actions: at most one of them primary.

    `crumb_chosen(int)` gives the place of the crumb that was pressed, counted from the left.
    """

    crumb_chosen = Signal(int)

    def __init__(
        self,
        title: str = "",
        crumbs: Sequence[str] = (),
        sub: str = "",
        badges: Sequence[QWidget] = (),
        actions: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._title = Text(title, "display")
        self._let_title_give_way()
        self._sub = Text("", "body", 400, "quiet", tabular=True)
        self._crumbs, self._badges, self._actions = row(gap=2), row(gap=8), row(gap=8)
        self._crumb_line = QWidget()
        self._crumb_line.setLayout(self._crumbs)
        head = row(self._title, self._badges, gap=12)
        head.addStretch(1)
        head.addLayout(self._actions)
        lines = column(self._crumb_line, head, self._sub, gap=2, margins=(28, 20, 24, 16))
        self.setLayout(lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_crumbs(crumbs)
        self.set_sub(sub)
        self.set_badges(badges)
        self.set_actions(actions)
        themes.changed.connect(self._fold)

    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._let_title_give_way()

    def _let_title_give_way(self) -> None:
        """A long name is cut before the actions leave the window."""
        self._title.setMinimumWidth(min(LEAST_TITLE, self._title.sizeHint().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Also when the title, a badge or an act came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Without the keys of the actions; with large letters with their icons alone."""
        least = super().minimumSizeHint()
        wide = sum(one.sizeHint().width() - self._least(one) for one in self._shown())
        return QSize(least.width() - wide, least.height())

    def acts(self) -> list[Button]:
        """What can be done here, from left to right."""
        return [one for one in _held(self._actions) if isinstance(one, Button)]

    def _shown(self) -> list[Button]:
        """Those that take room by now."""
        return [one for one in self.acts() if not one.isHidden()]

    def _least(self, one: Button) -> int:
        if one.foldable and not side_by_side():
            return one.sizeHint().height()
        return min(one.sizeHint().width(), one.word_width())

    def _fold(self) -> None:
        """The title comes before the keys of what can be done, large letters before its words."""
        many = self._shown()
        short = self._title.sizeHint().width() - self._title.minimumWidth()
        bare = super().minimumSizeHint().width() - sum(one.sizeHint().width() for one in many)
        words = bare + short + sum(one.word_width() for one in many)
        keys = sum(one.keys_width() for one in many)
        wide = [one.sizeHint().width() for one in many]
        for one in many:
            one.tell_keys(told=words + keys <= self.width())
            one.fold(folded=one.foldable and not side_by_side() and words > self.width())
        lines = self.layout()
        if lines is not None and wide != [one.sizeHint().width() for one in many]:
            lines.activate()  # at once: nobody sees a button that is wider than its word

    def _follow_eye(self) -> None:
        """Tab comes by crumbs and actions first, also by those that came later."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt orders nothing that cannot have it
        before: QWidget = self
        for one in (*_held(self._crumbs), *_held(self._actions)):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, one)
                before = one
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_sub(self, sub: str) -> None:
        self._sub.setText(sub)
        self._sub.setVisible(bool(sub))

    def set_crumbs(self, crumbs: Sequence[str]) -> None:
        told = [one.text() for one in _held(self._crumbs) if isinstance(one, _Crumb)]
        if crumbs and told == [*crumbs]:
            self._follow_eye()
            return
        empty(self._crumbs)
        for number, word in enumerate(crumbs):
            if number:
                self._crumbs.addWidget(Icon("chevron-right", "faint", 13))
            crumb = _Crumb(word, number)
            crumb.pressed_at.connect(self.crumb_chosen)
            self._crumbs.addWidget(crumb)
        self._crumbs.addStretch(1)
        self._crumb_line.setVisible(bool(crumbs))
        self._follow_eye()

    def set_badges(self, badges: Sequence[QWidget]) -> None:
        """The header owns them from now on; those before are gone."""
        _refill(self._badges, badges)

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """The header owns them from now on; those before are gone."""
        _refill(self._actions, actions)
        self._follow_eye()
        self._fold()


class _Crumb(Pressable):
    pressed_at = Signal(int)

    def __init__(self, word: str, number: int) -> None:
        super().__init__(word)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(theme().width(self.text(), "small", 500) + 8, theme().line("small") + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        lit = self.underMouse()
        if lit:
            rounded(painter, area, 4, look.color("hover"))
        ink = look.color("ink" if lit else "faint")
        place = area.adjusted(4 if self._number else 1, 0, -3, 0)
        text_at(painter, place, self.text(), look.font("small", 500), ink)
        self.paint_ring(painter, 4)

    def _tell(self) -> None:
        self.pressed_at.emit(self._number)


def _refill(line: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    empty(line)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def _held(line: QBoxLayout) -> list[QWidget]:
    items = map(line.itemAt, range(line.count()))
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if one is not None]
