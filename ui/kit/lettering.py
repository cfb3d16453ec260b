"""What words take up in the faces of one theme; measured once, since a layout asks again and again.

Qt asks a label for its height at every width it tries, for each box around it anew, and breaking a
paragraph in lines is dear. What a theme measured stays true as long as it is worn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

Face = tuple[str, int, bool, bool]
"""Size, weight, tabular, italic."""
MOST = 4096
"""Words and paragraphs of which the measure is remembered."""


class Lettering:
    """The measures of one theme, in logical pixels; `font` gives its face."""

    def __init__(self, font: Callable[[Face], QFont]) -> None:
        self._font = font
        self.line = lru_cache(MOST)(self._line)
        self.advance = lru_cache(MOST)(self._advance)
        self.lines = lru_cache(MOST)(self._lines)

    def _line(self, size: str) -> int:
        """The height of one line, rounded up."""
        return int(QFontMetricsF(self._font((size, 400, False, False))).height() + 0.99)

    def _advance(self, text: str, face: Face) -> int:
        """The width of one line of text, rounded up."""
        return int(QFontMetricsF(self._font(face)).horizontalAdvance(text) + 0.99)

    def _lines(self, text: str, face: Face, width: int) -> tuple[str, ...]:
        """The text in lines of at most this width."""
        font, room = self._font(face), max(1, width)
        return tuple(line for part in text.split("\n") for line in broken(part, font, room))


def broken(paragraph: str, face: QFont, width: int) -> list[str]:
    """The paragraph in lines of at most this width, broken between words where possible.

    A percent sign stays with its number.
    """
    layout = QTextLayout(paragraph.replace(" %", "\u00a0%"), face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    signs = paragraph.encode("utf-16-le")  # Qt counts in these
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(signs[start:end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines or [""]
