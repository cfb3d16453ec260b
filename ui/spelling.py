"""Spelling in every long text of the window: underlined while writing, mended from a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from models.kernel.changes import Changes
from models.kernel.spelling import Spelled
from models.kernel.text import _
from ui.kit.base import announce
from ui.kit.spelling_marks import SpellingMarks, put_word
from ui.kit.text_field import TextField
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

NEXT = Qt.Key.Key_F7
"""Goes to the next doubted word and opens its menu."""


class SpellChecking(QObject):
    """Watches the long text that has the keyboard, anywhere in this window.

    A text is looked at once somebody goes to write in it; what was judged is remembered.
    """

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host)
        self._host, self._tasks = host, tasks
        self._spelling = controllers.spelling
        self._judged: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._field: TextField | None = None
        self.marks: SpellingMarks | None = None
        self.menu: QMenu | None = None
        self._meant: Ticket[tuple[str, ...]] | None = None
        tasks.changed.connect(self._forget)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            return self._menu_wanted(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() == NEXT and self._next()
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._host) or isinstance(now, QMenu):
            return
        if now is self._field:
            return
        self._leave()
        if isinstance(now, TextField) and now.window() is self._host.window() and now.spelled:
            self._field = now
            now.installEventFilter(self)
            now.viewport().installEventFilter(self)
            self.marks = SpellingMarks(now, self._judged)
            self.marks.unknown.connect(self._ask)

    def _leave(self) -> None:
        field, self._field = self._field, None
        marks, self.marks = self.marks, None
        if field is None or not isValid(field):
            return
        field.removeEventFilter(self)
        field.viewport().removeEventFilter(self)
        if marks is not None and isValid(marks):
            marks.setDocument(None)
            marks.deleteLater()

    def _ask(self, words: set[str]) -> None:
        new = words - self._asked
        if new and self._field is not None and not self._field.isReadOnly():
            self._asked |= new
            self._tasks.ask(self._spelling.wrong, new).then(partial(self._hear, new))

    def _hear(self, asked: set[str], wrong: frozenset[str]) -> None:
        self._judged |= {word: word not in wrong for word in asked}
        if self.marks is not None and isValid(self.marks):
            self.marks.mark_anew(wrong)

    def _forget(self, changes: Changes) -> None:
        """A word was added, or the speller was switched: judge anew."""
        if changes.touch("setting"):
            self._judged.clear()
            self._asked.clear()
            if self.marks is not None and isValid(self.marks):
                self.marks.rehighlight()

    def _menu_wanted(self, event: QContextMenuEvent) -> bool:
        field, marks = self._field, self.marks
        if field is None or marks is None or field.isReadOnly():
            return False
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place, position = _under_caret(field), field.textCursor().position()
        else:
            place = event.globalPos()
            position = field.cursorForPosition(field.viewport().mapFromGlobal(place)).position()
        wrong = marks.wrong_at(position)
        if wrong is None:
            return False
        self._propose(field, wrong, place)
        return True

    def _next(self) -> bool:
        """From the keyboard: to the next doubted word, and what may be meant."""
        field, marks = self._field, self.marks
        if field is None or marks is None or field.isReadOnly():
            return False
        wrong = marks.wrong_after(field.textCursor().position())
        if wrong is None:
            announce(field, _("No spelling is doubted here."))
            return True
        caret = field.textCursor()
        caret.setPosition(wrong.start)
        caret.setPosition(wrong.end, caret.MoveMode.KeepAnchor)
        field.setTextCursor(caret)
        self._propose(field, wrong, _under_caret(field))
        return True

    def _propose(self, field: TextField, wrong: Spelled, place: QPoint) -> None:
        asked = self._tasks.ask(self._spelling.meant, wrong.word).instead_of(self._meant)
        self._meant = asked.then(partial(self._open_menu, field, wrong, place))

    def _open_menu(
        self, field: TextField, wrong: Spelled, place: QPoint, meant: tuple[str, ...]
    ) -> None:
        """Unless the officer went on meanwhile: to another field, or past this word."""
        marks = self.marks
        if field is not self._field or marks is None or marks.wrong_at(wrong.start) != wrong:
            return
        self.menu = field.createStandardContextMenu()
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        first = self.menu.actions()[0]
        mine = QMenu(self.menu)
        for word in meant:
            mine.addAction(word).triggered.connect(partial(put_word, field, wrong, word))
        if not meant:
            mine.addAction(_("No word comes near")).setEnabled(False)
        mine.addSeparator()
        learn = mine.addAction(_("Add “{word}” to the dictionary").format(word=wrong.word))
        learn.triggered.connect(partial(self._learn, wrong.word))
        mine.addSeparator()
        self.menu.insertActions(first, mine.actions())
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(place)

    def _learn(self, word: str) -> None:
        self._tasks.do(self._spelling.learn, word)


def _under_caret(field: TextField) -> QPoint:
    return field.viewport().mapToGlobal(field.cursorRect().bottomLeft() + QPoint(0, 4))
