"""Two colons in a long text call up the texts that officers type often: `::pop` and a blank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from controllers.text_blocks import by_key, matching
from models.kernel.text import _
from models.settings.values import Block
from ui.kit.base import announce, column
from ui.kit.row_list import Row, RowList
from ui.kit.text_field import TextField
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.bundle import Controllers

BEGUN = re.compile(r"::([\w-]*)$")
ENDED = re.compile(r"::([\w-]+)\s$")
WIDTH, MOST = 380, 6
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class BlockPopup(QFrame):
    """The texts that fit what is typed; the keyboard stays in the field."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blocks: tuple[Block, ...] = ()
        self.rows = RowList(compact=True, fit=True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setAccessibleName(_("Texts that fit"))
        self.setLayout(column(self.rows, gap=0, margins=(6, 6, 6, 6)))
        self.hide()

    @property
    def current(self) -> Block | None:
        return next((one for one in self.blocks if one.key == self.rows.current), None)

    def offer(self, blocks: tuple[Block, ...], spot: QPoint) -> None:
        """Show these below this point of the window, or above it when there is no room."""
        self.blocks = blocks[:MOST]
        self.rows.set_rows(
            [Row(f"::{b.key}", b.title or b.text, payload=b.key) for b in self.blocks]
        )
        self.rows.choose(self.blocks[0].key)
        window = self.window()
        self.setFixedWidth(min(WIDTH, window.width() - 16))
        self.adjustSize()
        left = max(8, min(spot.x(), window.width() - self.width() - 8))
        above = spot.y() + self.height() > window.height() - 8
        self.move(left, spot.y() - self.height() - 28 if above else spot.y())
        self.show()
        self.raise_()
        self.tell()

    def step(self, by: int) -> None:
        keys = [one.key for one in self.blocks]
        at = keys.index(str(self.rows.current)) if self.rows.current in keys else 0
        self.rows.choose(keys[(at + by) % len(keys)])
        self.tell()

    def tell(self) -> None:
        block = self.current
        if block is not None:
            announce(self.rows, f"{block.key}: {block.text}")


class Expanding(QObject):
    """Watches the long text that has the keyboard, anywhere in this window."""

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host)
        self._host, self._tasks = host, tasks
        self._texts = controllers.text_blocks
        self._field: TextField | None = None
        self._blocks: tuple[Block, ...] = ()
        self._left_alone = ""
        """What was typed when Esc said that no text is wanted, or was put and taken back."""
        self.popup: BlockPopup | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self.popup is not None
            and self.popup.isVisible()
        ):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        popup, key = self.popup, event.key()
        if popup is None:
            return False
        if key in STEPS:
            popup.step(STEPS[Qt.Key(key)])
        elif key in TAKES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            block = popup.current
            if block is not None:
                self._put(block, BEGUN)
        elif key == Qt.Key.Key_Escape:
            self._left_alone = self._begun() or ""
            popup.hide()
        else:
            return False
        return True

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._host):
            return
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
            self._field.textChanged.disconnect(self._look)
        self._hide()
        self._field = None
        if isinstance(now, TextField) and now.window() is self._host.window():
            self._field = now
            now.installEventFilter(self)
            now.textChanged.connect(self._look)

    def _look(self) -> None:
        """Two colons were typed, or more after them."""
        field = self._field
        if field is None or field.isReadOnly():
            return
        before = self._before()
        if not (BEGUN.search(before) or ENDED.search(before)):
            self._left_alone = ""
            self._hide()
        elif before.endswith("::") or not self._blocks:
            self._tasks.ask(self._texts.all).then(self._show)
        else:
            self._show(self._blocks)

    def _show(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        if self._field is None or not isValid(self._field):
            return
        ended = ENDED.search(self._before())
        exact = by_key(blocks).get(ended[1].lower()) if ended else None
        if exact is not None and exact.key != self._left_alone:
            self._put(exact, ENDED)
            return
        typed = self._begun()
        fitting = matching(blocks, typed) if typed is not None else ()
        if typed is None or not fitting or (typed and typed == self._left_alone):
            self._hide()
            return
        if self.popup is None:
            self.popup = BlockPopup(self._host.window())
            self.popup.rows.opened.connect(self._pressed)
        caret = self._field.cursorRect().bottomLeft() + QPoint(0, 6)
        spot = self._field.viewport().mapTo(self._host.window(), caret)
        self.popup.offer(fitting, spot)

    def _pressed(self, key: str) -> None:
        block = by_key(self._blocks).get(key)
        if block is not None:
            self._put(block, BEGUN)

    def _put(self, block: Block, typed: re.Pattern[str]) -> None:
        """The text in the place of what called it; one step back in the field undoes it."""
        self._hide()
        found = typed.search(self._before())
        if self._field is None or found is None:
            return
        caret = self._field.textCursor()
        end = caret.position()
        caret.setPosition(end - len(found[0]))
        caret.setPosition(end, caret.MoveMode.KeepAnchor)
        caret.insertText(f"{block.text} " if typed is ENDED else block.text)
        self._field.setTextCursor(caret)
        self._left_alone = block.key
        announce(self._field, block.text)

    def _before(self) -> str:
        """The line up to the caret."""
        if self._field is None:
            return ""
        caret = self._field.textCursor()
        return caret.block().text()[: caret.positionInBlock()]

    def _begun(self) -> str | None:
        found = BEGUN.search(self._before())
        return found[1].lower() if found else None

    def _hide(self) -> None:
        if self.popup is not None and isValid(self.popup):
            self.popup.hide()
