"""A PDF as sheets of paper: rendered off our thread, sharp on every screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from models.kernel.text import _
from ui.kit.paint import rounded, soft_shadow
from ui.kit.theme import theme, themes
from ui.tasks import Tasks, Ticket

POINT = 96 / 72
"""Logical pixels in a point, at 100 %."""
MARGIN, GAP = 24, 20
STEPS = (0.25, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
PICTURES_KEPT = 8
LARGEST = 6000
"""Pixels a picture may be wide or tall; beyond that it is drawn larger than rendered."""


class PageImage(Protocol):
    """A rendered page: BGRX or BGRA, `stride` bytes a line."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def stride(self) -> int:
        """Bytes from one line to the next."""

    @property
    def pixels(self) -> bytes:
        """Blue, green, red and one more byte for each pixel."""


Render = Callable[[int, float], PageImage]
"""Page number from 0, and pixels a point; called on a reader thread."""


class PdfView(QAbstractScrollArea):
    """Ctrl with + and - zooms, Ctrl+0 fits the width; Page Up and Down, Home and End scroll."""

    page_changed = Signal(int)
    """The page in the middle of the screen, from 0."""
    zoomed = Signal(float)
    """1.0 is the size on paper."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sizes: list[tuple[float, float]] = []
        self._render: Render | None = None
        self._zoom: float | None = None
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._asked: dict[int, tuple[float, Ticket[PageImage]]] = {}
        self._tops: list[float] = []
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.viewport().setAutoFillBackground(False)
        themes.changed.connect(self._measure)

    @property
    def page(self) -> int:
        """The page in the middle of the screen, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom if self._zoom is not None else self._fitting_zoom()

    def show_pages(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """Show these pages; sizes in points. Zoom and place stay; old pictures until new come."""
        self._drop_questions()
        before, self._sizes, self._render = self._sizes, list(sizes), render
        for page in list(self._pictures):
            if before[page : page + 1] != self._sizes[page : page + 1]:
                del self._pictures[page]
        for page, (_scale, picture) in self._pictures.items():
            self._pictures[page] = (0.0, picture)
        self._measure()
        self._name()

    def clear(self) -> None:
        """Show nothing."""
        self._drop_questions()
        self._pictures.clear()
        self._sizes, self._render = [], None
        self._measure()

    def go_to(self, page: int) -> None:
        """Bring the head of this page into sight, from 0."""
        self.verticalScrollBar().setValue(round(self._tops[page] - GAP / 2))

    def set_zoom(self, zoom: float | None) -> None:
        """1.0 is the size on paper; None fits the width, also when that changes."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        share = middle / max(1.0, self._height())
        self._zoom = None if zoom is None else min(STEPS[-1], max(STEPS[0], zoom))
        self._measure()
        bar = self.verticalScrollBar()
        bar.setValue(round(share * self._height() - self.viewport().height() / 2))
        self.zoomed.emit(self.zoom)

    def zoom_in(self) -> None:
        """To the next step."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """To the step before."""
        steps = [step for step in STEPS if step < self.zoom - 0.01]
        self.set_zoom(steps[-1] if steps else STEPS[0])

    def sizeHint(self) -> QSize:
        return QSize(700, 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            zooms: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Plus: self.zoom_in,
                Qt.Key.Key_Equal: self.zoom_in,
                Qt.Key.Key_Minus: self.zoom_out,
                Qt.Key.Key_0: partial(self.set_zoom, None),
                Qt.Key.Key_Agrave: partial(self.set_zoom, None),
            }
            if key in zooms:
                zooms[key]()
                return
        if key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_0)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in ours:
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self._note_page()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, seen = QPainter(self.viewport()), QRectF(self.viewport().rect())
        rounded(p, seen, theme().radius("sheet"), theme().color("sunken"))
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(len(self._sizes)):
            sheet = self._sheet(page)
            if sheet.intersects(seen):
                self._paint_sheet(p, page, sheet)
        if self.hasFocus() and self._sizes:
            ring = theme().color("focus")
            rounded(p, seen, theme().radius("sheet"), None, ring, 2.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_sheet(self, p: QPainter, page: int, sheet: QRectF) -> None:
        t = theme()
        soft_shadow(p, sheet, 3, 14, 4)
        edge = t.color("line") if t.name != "dark" else None
        rounded(p, sheet, 2, t.color("paper"), edge)
        scale = self._scale(page)
        known = self._pictures.get(page)
        if known is None or known[0] != scale:
            self._want(page, scale)
        if known is not None:
            self._pictures.move_to_end(page)
            p.drawImage(sheet, known[1])
        else:
            self._paint_waiting(p, sheet)

    def _paint_waiting(self, p: QPainter, sheet: QRectF) -> None:
        """Quiet lines of text until the page is there."""
        left, width = sheet.left() + sheet.width() * 0.12, sheet.width() * 0.76
        for number, share in enumerate((0.4, 0.0, 1.0, 0.95, 0.98, 0.6)):
            bar = QRectF(left, sheet.top() + sheet.height() * 0.12 + number * 18, width * share, 7)
            color = theme().color("paper-ink", 0.07)
            rounded(p, bar, 3.5, color)

    def _want(self, page: int, scale: float) -> None:
        asked = self._asked.get(page)
        if self._render is None or (asked is not None and asked[0] == scale):
            return
        ticket = self._tasks.ask(self._render, page, scale)
        ticket.instead_of(asked[1] if asked else None).then(partial(self._arrive, page, scale))
        self._asked[page] = (scale, ticket)

    def _arrive(self, page: int, scale: float, image: PageImage) -> None:
        self._asked.pop(page, None)
        kind = QImage.Format.Format_RGB32
        picture = QImage(image.pixels, image.width, image.height, image.stride, kind).copy()
        self._pictures[page] = (scale, picture)
        self._pictures.move_to_end(page)
        if len(self._pictures) > PICTURES_KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _drop_questions(self) -> None:
        for _scale, ticket in self._asked.values():
            ticket.drop()
        self._asked.clear()

    def _scale(self, page: int) -> float:
        """Pixels a point on this screen, as far as a picture may be large."""
        largest = LARGEST / max(self._sizes[page])
        return round(min(largest, self.zoom * POINT * self.devicePixelRatioF()), 4)

    def _fitting_zoom(self) -> float:
        widest = max((width for width, _height in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * MARGIN
        return min(1.25, max(STEPS[0], room / (widest * POINT)))

    def _measure(self) -> None:
        factor, y = self.zoom * POINT, float(GAP)
        self._tops = []
        for _width, height in self._sizes:
            self._tops.append(y)
            y += height * factor + GAP
        widest = max((width for width, _height in self._sizes), default=0.0) * factor
        seen = self.viewport()
        for bar, whole, room in (
            (self.verticalScrollBar(), self._height(), seen.height()),
            (self.horizontalScrollBar(), widest + 2 * MARGIN, seen.width()),
        ):
            bar.setRange(0, max(0, round(whole) - room))
            bar.setPageStep(max(1, room - 40))
            bar.setSingleStep(40)
        seen.update()
        self._note_page()

    def _height(self) -> float:
        """Of all pages with the air between them, at this zoom."""
        factor = self.zoom * POINT
        return sum(height * factor + GAP for _width, height in self._sizes) + GAP

    def _sheet(self, page: int) -> QRectF:
        factor, seen = self.zoom * POINT, self.viewport()
        width, height = self._sizes[page][0] * factor, self._sizes[page][1] * factor
        left = max(float(MARGIN), (seen.width() - width) / 2)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left - across, self._tops[page] - down, width, height)

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = max((n for n, top in enumerate(self._tops) if top <= middle), default=0)
        if page != self._page:
            self._page = page
            self._name()
            self.page_changed.emit(page)

    def _name(self) -> None:
        said = _("Preview, page {page} of {count}")
        self.setAccessibleName(said.format(page=self._page + 1, count=len(self._sizes)))
