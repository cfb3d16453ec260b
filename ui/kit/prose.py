"""Text to read: Markdown in the faces and colours of the house, without leaving the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QMargins, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from ui.kit.paint import focus_ring
from ui.kit.theme import theme, themes

LEADING = 5
"""Extra air between lines, at the size as designed."""
READABLE = 720
"""Widest line of text, at the size as designed."""
SIDE, TOP, FOOT = 28, 22, 40
_BUTTON = re.compile("«[^»]*»|“[^”]*”")


class Prose(QTextBrowser):
    """`show_markdown` shows a text; `linked(str)` gives the name of a link within the house.

    Nothing outside is ever fetched or opened. Esc tells `left`.
    """

    linked = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = ""
        self._by_mouse = False
        self.setAccessibleName(name)
        self.setProperty("bare", True)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        themes.changed.connect(self._dress)

    def show_markdown(self, text: str) -> None:
        """From its first line."""
        self._text = text
        self._dress()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """No pictures, no pages, no files: only what was given."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_mouse = False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self._by_mouse:
            area = QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2)
            focus_ring(QPainter(self.viewport()), area, theme().radius("control"))

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.hasFragment():
            self.linked.emit(link.fragment())

    def _dress(self) -> None:
        """The same text again, in the theme that is worn now."""
        kept = self.verticalScrollBar().value()
        document = self.document()
        document.setDefaultFont(theme().font())
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDocumentMargin(0)
        dress(document)
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(kept)

    def _set_margins(self) -> None:
        """A readable measure, at the left; air around it."""
        px = theme().px
        frame = QTextFrameFormat()
        frame.setLeftMargin(SIDE)
        frame.setRightMargin(max(SIDE, self.viewport().width() - SIDE - px(READABLE)))
        frame.setTopMargin(TOP)
        frame.setBottomMargin(FOOT)
        self.document().rootFrame().setFrameFormat(frame)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._set_margins()


def dress(document: QTextDocument) -> None:
    """Faces, colours and air for everything that Markdown knows."""
    widest: dict[str, int] = {}
    for table in _tables(document):
        head = _said(table, 0)
        widest[head] = max(widest.get(head, 0), _widest(table))
    for table in _tables(document):
        _dress_table(table, widest[_said(table, 0)])
    block = document.begin()
    while block.isValid():
        _dress_block(document, block)
        block = block.next()


def _dress_block(document: QTextDocument, block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeBlockFormat(_air(block, level))
    if level:
        size = "display" if level <= 2 else "body"
        cursor.setCharFormat(QTextCharFormat())  # Markdown sizes its headings in its own way
        _wear(document, block.position(), block.position() + block.length() - 1, size, 600, "ink")
        return
    for start, end, old in _pieces(block):
        heavy = old.fontFixedPitch() or old.fontWeight() > QFont.Weight.Normal
        tone = "accent" if old.isAnchor() else "ink"
        _wear(document, start, end, "body", 600 if heavy else 400, tone)
    for found in _BUTTON.finditer(block.text()):
        place = block.position()
        _wear(document, place + found.start(), place + found.end(), "body", 500, "ink")
    table = QTextCursor(block).currentTable()
    if table is not None and table.cellAt(block.position()).row() == 0:
        end = block.position() + block.length() - 1
        _wear(document, block.position(), end, "small", 500, "faint")


def _air(block: QTextBlock, level: int) -> QTextBlockFormat:
    px = theme().px
    made = QTextBlockFormat()
    made.setLineHeight(px(LEADING), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    above, below = 0, 0
    if level:
        above, below = px(4 if level <= 2 else 18), px(12 if level <= 2 else 6)
    elif QTextCursor(block).currentTable() is None:
        last = block.textList() is None or block.next().textList() is not block.textList()
        above, below = px(1), px(12 if last else 4)
    made.setTopMargin(above)
    made.setBottomMargin(below)
    return made


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        found.append((piece.position(), piece.position() + piece.length(), piece.charFormat()))
        walk += 1
    return found


def _wear(document: QTextDocument, start: int, end: int, size: str, weight: int, tone: str) -> None:
    made = QTextCharFormat()
    made.setFont(theme().font(size, weight), QTextCharFormat.FontPropertiesInheritanceBehavior(1))
    made.setForeground(theme().color(tone))
    _span(document, start, end).mergeCharFormat(made)


def _span(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame


def _dress_table(table: QTextTable, widest: int) -> None:
    """Hairlines between the rows, and the whole width; tables of one kind share their columns."""
    look = theme()
    made = table.format()
    made.setBorder(0)
    made.setBorderCollapse(True)
    made.setCellPadding(0)
    made.setCellSpacing(0)
    made.setTopMargin(look.px(4))
    made.setBottomMargin(look.px(4))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    first, rest = _shares(table, widest)
    made.setColumnWidthConstraints([first, *[rest] * (table.columns() - 1)])
    table.setFormat(made)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _dress_cell(table, row, column, look.color("line"))


def _widest(table: QTextTable) -> int:
    """What the first column asks for."""
    words = [_said(table, row) for row in range(table.rows())]
    return max((theme().width(each, "body", 600) for each in words), default=0)


def _shares(table: QTextTable, widest: int) -> tuple[QTextLength, QTextLength]:
    """The first column as wide as its words ask, within reason."""
    share = min(46.0, max(14.0, 100 * (widest + 48) / theme().px(READABLE)))
    others = (100 - share) / max(1, table.columns() - 1)
    kind = QTextLength.Type.PercentageLength
    return QTextLength(kind, share), QTextLength(kind, others)


def _said(table: QTextTable, row: int) -> str:
    cursor = table.cellAt(row, 0).firstCursorPosition()
    return cursor.block().text()


def _dress_cell(table: QTextTable, row: int, column: int, line: QColor) -> None:
    cell = table.cellAt(row, column)
    made = cell.format().toTableCellFormat()
    air = QMargins(0, 5, 14, 5)
    made.setLeftPadding(air.left())
    made.setTopPadding(air.top())
    made.setRightPadding(air.right())
    made.setBottomPadding(air.bottom())
    made.setBottomBorder(1)
    made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBottomBorderBrush(line)
    made.setProperty(QTextFormat.Property.TableCellLeftBorder, 0)
    cell.setFormat(made)
