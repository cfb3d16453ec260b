"""One field for finding and doing: verbs first, then places, then records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.kernel.text import _
from ui.kit.base import Icon, Text, announce, column, row, rule, wrap
from ui.kit.overlay import Overlay
from ui.kit.palette_row import paint_group, paint_item
from ui.kit.theme import theme, wear

WIDTH, TOP, MOST_ROWS = 620, 84, 9
ITEM = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """What can be chosen; `payload` comes back through `chosen`."""

    word: str
    payload: object
    icon: str = ""
    sub: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class PaletteGroup:
    title: str
    items: tuple[PaletteItem, ...]


class Palette(Overlay):
    """`typed(str)` asks for other items; answer with `set_items`. `chosen(object)` ends it."""

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH, TOP)
        self.line = _Line()
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(_("Search a centre, a reference or an action"))
        self.line.setAccessibleName(_("Search or do"))
        wear(self.line, "body", 500)
        self.list = _List()
        self._rows = _Rows()
        self.list.setModel(self._rows)
        self._nothing = Text("", "body", 400, "quiet", wrap=True)
        hint = Text(_("Arrows to choose · Enter to do · Esc to close"), "small", 400, "faint")
        head = row(Icon("search", "quiet", 20), gap=14, margins=(20, 12, 20, 12))
        head.addWidget(self.line, 1)
        body = column(self.list, gap=0, margins=(8, 4, 8, 6))
        self._empty = wrap(column(self._nothing, gap=0, margins=(20, 14, 20, 16)))
        self._full = wrap(body)
        foot = column(hint, gap=0, margins=(20, 11, 20, 11))
        self.card.setLayout(column(head, rule(), self._full, self._empty, rule(), foot, gap=0))
        self.line.textEdited.connect(self.typed)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self._choose_current)
        self.list.clicked.connect(self._choose)
        self.set_items(())

    def begin(self, text: str = "") -> None:
        """Open, with everything selected so that typing starts anew."""
        self.line.setText(text)
        self.line.selectAll()
        self.open(self.line)
        self.typed.emit(text)

    def set_items(self, groups: Sequence[PaletteGroup], nothing: str = "") -> None:
        """Other items; the choice stays on the same thing when it is still there.

        `nothing` says what to do when there is nothing to show.
        """
        before = self.current()
        self._rows.show([line for group in groups if group.items for line in _lines(group)])
        rows = self._rows.rowCount()
        self._full.setVisible(rows > 0)
        self._nothing.setText(nothing or _("Nothing found. Try fewer or other letters."))
        self._empty.setVisible(rows == 0)
        again = self._rows.row_of(before.payload) if before is not None else -1
        self._put(again if again >= 0 and self.line.moved_by_hand else self._rows.next(-1, 1))
        self.list.updateGeometry()

    def current(self) -> PaletteItem | None:
        """What Enter would choose."""
        item = self.list.currentIndex().data(ITEM)
        return item if isinstance(item, PaletteItem) else None

    def _move(self, step: int) -> None:
        at = self._rows.next(self.list.currentIndex().row(), step)
        self._put(at)
        item = self.current()
        if item is not None:
            announce(self.list, f"{item.word} {item.sub}".strip())

    def _put(self, at: int) -> None:
        if at >= 0:
            self.list.setCurrentIndex(self._rows.index(at))
            if at == self._rows.next(-1, 1):
                self.list.scrollToTop()

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, PaletteItem):
            self.close_card()
            self.chosen.emit(item.payload)


class _Line(QLineEdit):
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.moved_by_hand = False
        self.textEdited.connect(self._anew)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS,
            Qt.Key.Key_PageUp: -MOST_ROWS,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved_by_hand = True
            self.moved.emit(step)

    def _anew(self, _text: str) -> None:
        self.moved_by_hand = False


class _List(QListView):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Found"))
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() if self.model() is not None else 0
        total = sum(self.sizeHintForRow(at) for at in range(min(rows, 60)))
        return QSize(WIDTH - 16, min(total + 2, MOST_ROWS * item_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(item_height(), self.sizeHint().height()))


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PaletteItem | str] = []

    def show(self, lines: list[PaletteItem | str]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def row_of(self, payload: object) -> int:
        for at, line in enumerate(self._lines):
            if isinstance(line, PaletteItem) and line.payload == payload:
                return at
        return -1

    def next(self, at: int, step: int) -> int:
        """The row of an item, so many items further; the ends stop."""
        items = [i for i, line in enumerate(self._lines) if isinstance(line, PaletteItem)]
        if not items:
            return -1
        place = items.index(at) + step if at in items else 0
        return items[min(len(items) - 1, max(0, place))]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()] if index.isValid() else None
        if role == ITEM:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.word} {line.sub}".strip() if isinstance(line, PaletteItem) else line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        group = isinstance(index.data(ITEM), str)
        return QSize(100, theme().line("small") + 17 if group else item_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ITEM)
        painter.save()
        if isinstance(line, PaletteItem):
            on = bool(option.state & QStyle.StateFlag.State_Selected)
            lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
            words = (line.icon, line.word, line.sub, line.keys or (_("Enter") if on else ""))
            paint_item(painter, option.rect, words, on, lit)
        else:
            paint_group(painter, option.rect, str(line))
        painter.restore()


def item_height() -> int:
    return max(42, theme().line() + 25)


def _lines(group: PaletteGroup) -> list[PaletteItem | str]:
    return [*([group.title] if group.title else []), *group.items]
