"""The frame of the window: sheet, panels and scroll areas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from models.kernel.text import _
from ui.kit.base import column, row, wrap
from ui.kit.icons import paint_icon
from ui.kit.paint import rounded, text_at
from ui.kit.segmented import Segmented
from ui.kit.theme import theme, themes

__all__ = [
    "DemoRibbon",
    "Panel",
    "Segmented",
    "panel",
    "scrolled",
    "sheet",
    "window_frame",
]


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
