"""The head of a table: quiet words, an arrow at the column that orders the rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit.cells import PAD, Style, advance, line
from ui.kit.icons import paint_icon
from ui.kit.paint import LEFT, RIGHT
from ui.kit.theme import theme

ARROW = 14

PLAIN: Style = ("small", 500, False)
ORDERED: Style = ("small", 600, False)


class Heading(QHeaderView):
    """Paints itself; `show_order` says which column carries the arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ordered: tuple[int, bool] | None = None
        self._hovered = -1
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setMouseTracking(True)
        self.fit_font()

    def fit_font(self) -> None:
        """32 pixels high at 100 %, and with the font more."""
        self.setFixedHeight(theme().line("small") + 17)

    def show_order(self, ordered: tuple[int, bool] | None) -> None:
        """Column number, and whether the last come first."""
        self._ordered = ordered
        self.viewport().update()

    def paintSection(self, p: QPainter, rect: QRect, section: int) -> None:
        room = QRectF(rect).adjusted(PAD, 0, -PAD, 0)
        word = str(self._ask(section, Qt.ItemDataRole.DisplayRole) or "")
        right = self._ask(section, Qt.ItemDataRole.TextAlignmentRole) == int(RIGHT)
        ordered = self._ordered is not None and self._ordered[0] == section
        hovered = self.sectionsClickable() and section == self._hovered
        style = ORDERED if ordered else PLAIN
        if ordered:
            room = self._paint_arrow(p, room, word, right)
        tone = "ink" if ordered or hovered else "faint"
        line(p, room, word, style, tone, RIGHT if right else LEFT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self.viewport())
        rule = QRectF(PAD, self.height() - 1, self.length() - 2 * PAD, 1)
        p.fillRect(rule.translated(-self.offset(), 0), theme().color("line"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _ask(self, section: int, role: Qt.ItemDataRole) -> object:
        answer: object = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return answer

    def _paint_arrow(self, p: QPainter, room: QRectF, word: str, right: bool) -> QRectF:
        """Put the arrow behind the word and give back the room that is left for the word."""
        descending = self._ordered is not None and self._ordered[1]
        width = advance(word, ORDERED)
        left = room.right() - ARROW if right else min(room.left() + width + 3, room.right() - ARROW)
        square = QRectF(left, room.center().y() - ARROW / 2, ARROW, ARROW)
        p.save()
        if not descending:
            p.translate(square.center())
            p.rotate(180)
            p.translate(-square.center())
        paint_icon(p, "chevron-down", theme().color("quiet"), square, 2.2)
        p.restore()
        return room.adjusted(0, 0, -ARROW - 3, 0)
