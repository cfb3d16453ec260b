"""The frame of the window: sheet, header, panels and scroll areas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from models.kernel.text import _
from ui.kit.base import Icon, Text, column, dismiss, row, wrap
from ui.kit.button import Button, Pressable
from ui.kit.fitting import side_by_side
from ui.kit.icons import paint_icon
from ui.kit.paint import rounded, text_at
from ui.kit.segmented import Segmented
from ui.kit.theme import theme, themes

__all__ = [
    "DemoRibbon",
    "Header",
    "Panel",
    "Segmented",
    "panel",
    "scrolled",
    "sheet",
    "window_frame",
]


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
        _empty(self._crumbs)
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


class DemoRibbon(QWidget):
    """The calm mark that nothing here is real."""

    def __init__(self, narrow: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("DEMO: invented records"))
        self.setToolTip(_("Everything you see here is invented. Nothing leaves this file."))
        self.set_narrow(narrow)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = theme().width(self.accessibleName(), "small", 500) + 38
        return QSize(34 if self._narrow else wide, theme().line("small") + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), QRectF(self.rect())
        edge = look.color("note") if look.contrast else None
        rounded(painter, area, look.radius("small"), look.color("note-soft"), edge)
        side = look.px(15)
        left = (area.width() - side) / 2 if self._narrow else 9.0
        spot = QRectF(left, area.center().y() - side / 2, side, side)
        paint_icon(painter, "info-circle", look.color("note"), spot, 2.0)
        if not self._narrow:
            face, words = look.font("small", 500), area.adjusted(15 + side, 0, -6, 0)
            text_at(painter, words, self.accessibleName(), face, look.color("note"))


def sheet(content: QWidget) -> QFrame:
    """The rounded sheet with the work on it."""
    frame = QFrame()
    frame.setObjectName("Sheet")
    frame.setLayout(column(content, gap=0, margins=(1, 1, 1, 1)))
    return frame


def window_frame(rail: QWidget, content: QWidget, status: QWidget) -> QWidget:
    """Rail on the ground, the sheet beside it, the status bar under the sheet."""
    frame = QWidget()
    frame.setObjectName("Window")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    right = column(sheet(content), status, gap=0, margins=(0, 8, 8, 0))
    frame.setLayout(row(rail, gap=0))
    layout = frame.layout()
    if isinstance(layout, QBoxLayout):
        layout.addLayout(right, 1)
    return frame


def panel(side: str, width: int, content: QLayout, scroll: bool = False) -> QFrame:
    """A side panel inside the sheet, one step lower; side is 'left' or 'right'.

    The width grows with the text. `scroll` is for facts and forms; a list scrolls by itself.
    """
    frame = Panel(side, width)
    if scroll:
        content = column(scrolled(wrap(content)), gap=0, margins=(1, 1, 1, 1))
    frame.setLayout(content)
    return frame


def scrolled(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls down, never sideways: it is as wide as it must be."""
    area = _Down(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class Panel(QFrame):
    """A ground of its own inside the sheet; its width grows with the text."""

    def __init__(self, side: str, width: int) -> None:
        super().__init__()
        self._wide = width
        self.setProperty("panel", side)
        self._measure()
        themes.changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(self._wide))


class _Down(QScrollArea):
    """Takes its content in when it is dressed itself.

    A scroll area shows what it is given, which dresses all of it; built from the leaves up, that
    would be done anew at every storey.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self.viewport())

    def widget(self) -> QWidget:
        return self._content

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and super().widget() is None:
            self.setWidget(self._content)
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        content, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        needed = content.minimumSizeHint().width() if content is not None else 0
        return QSize(needed + bar, super().minimumSizeHint().height())


def _refill(line: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    _empty(line)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def _held(line: QBoxLayout) -> list[QWidget]:
    items = map(line.itemAt, range(line.count()))
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if one is not None]


def _empty(line: QBoxLayout) -> None:
    while (item := line.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            dismiss(widget)
