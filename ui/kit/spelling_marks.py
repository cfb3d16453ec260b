"""Wavy lines under words whose spelling is doubted, in one long text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor

from models.kernel.spelling import Spelled, in_units, words
from ui.kit.text_field import TextField
from ui.kit.theme import theme, themes


class SpellingMarks(QSyntaxHighlighter):
    """Marks what `judged` calls wrong. A word that is still being typed is left in peace.

    `unknown` gives words nobody has judged yet; `mark_anew` after they were.
    """

    unknown = Signal(object)

    def __init__(self, field: TextField, judged: Mapping[str, bool]) -> None:
        super().__init__(field.document())
        self._field, self._judged = field, judged
        self._spared: QTextBlock | None = None
        """The line with a doubted word that is still being typed."""
        field.cursorPositionChanged.connect(self._moved)
        themes.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        found = [in_units(text, one) for one in words(text)]
        for one in found:
            if self._judged.get(one.word) is not False:
                continue
            if self._being_typed(one):
                self._spared = self.currentBlock()
            else:
                self.setFormat(one.start, one.end - one.start, _wavy())
        new = {one.word for one in found} - set(self._judged)
        if new:
            self.unknown.emit(new)

    def mark_anew(self, judged: Iterable[str]) -> None:
        """These words were judged: look again at the lines that hold one of them."""
        fresh = set(judged)
        block = self.document().begin()
        while block.isValid():
            if any(one.word in fresh for one in words(block.text())):
                self.rehighlightBlock(block)
            block = block.next()

    def wrong_at(self, position: int) -> Spelled | None:
        """The doubted word at this place, with places in the whole text as Qt counts them."""
        block = self.document().findBlock(position)
        return next(
            (one for one in self._wrong_in(block) if one.start <= position <= one.end), None
        )

    def wrong_after(self, position: int) -> Spelled | None:
        """The next doubted word after this place, round the end of the text if need be."""
        blocks = _blocks(self.document().begin())
        every = [one for block in blocks for one in self._wrong_in(block)]
        return next((one for one in every if one.start > position), every[0] if every else None)

    def _wrong_in(self, block: QTextBlock) -> list[Spelled]:
        text, first = block.text(), block.position()
        found = (in_units(text, one) for one in words(text) if self._judged.get(one.word) is False)
        return [Spelled(one.word, first + one.start, first + one.end) for one in found]

    def _being_typed(self, one: Spelled) -> bool:
        caret = self._field.textCursor()
        elsewhere = caret.hasSelection() or caret.block() != self.currentBlock()
        if elsewhere or not self._field.hasFocus():
            return False
        return caret.positionInBlock() == one.end and self._field.dirty()

    def _moved(self) -> None:
        """The word that was being typed may be marked once the caret has left it."""
        spared, self._spared = self._spared, None
        if spared is not None and spared.isValid():
            self.rehighlightBlock(spared)


def put_word(field: TextField, wrong: Spelled, word: str) -> None:
    """Write `word` in the place of the doubted one; one step back in the field undoes it.

    Nothing happens where another word stands by now.
    """
    caret = field.textCursor()
    caret.setPosition(wrong.start)
    caret.setPosition(wrong.end, QTextCursor.MoveMode.KeepAnchor)
    if caret.selectedText() == wrong.word and not field.isReadOnly():
        caret.insertText(word)
        field.setTextCursor(caret)


def _blocks(block: QTextBlock) -> list[QTextBlock]:
    found = []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _wavy() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    made.setUnderlineColor(QColor(theme().color("late")))
    return made
