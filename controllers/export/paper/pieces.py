"""The pieces of a letter that know their tag: paragraph, point of a list, table."""

import re
from collections.abc import Sequence
from typing import Any, Self

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table

from controllers.export import palette
from controllers.export.paper.legible import legible
from controllers.export.paper.tags import Element, TaggedCanvas
from controllers.export.paper.together import together, unbreakable
from models.letters.values import MISSING_CLOSE, MISSING_OPEN

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MISSING = re.compile(f"{MISSING_OPEN}([^{MISSING_OPEN}{MISSING_CLOSE}]*){MISSING_CLOSE}")
_BOX = f'<font color="#{palette.DUE}" backColor="#{palette.DUE_SOFT}">[\\1]</font>'


def ink(colour: str) -> Color:
    """A colour of the palette for reportlab."""
    return HexColor(f"#{colour}")


def plain(text: str) -> str:
    """Without control signs; a missing place reads as its label between square brackets."""
    return _MISSING.sub(r"[\1]", _drawn(text))


def marked_up(text: str) -> str:
    """Text as reportlab's mini-markup: every sign escaped, missing places boxed."""
    kept = together(_drawn(text))
    escaped = kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MISSING.sub(_BOX, escaped).replace("\n", "<br/>")


def _drawn(text: str) -> str:
    return legible(_CONTROL.sub("", text.replace("\r\n", "\n")))


class Words(Paragraph):
    """A paragraph that is content of one element, also when it breaks over pages."""

    canv: TaggedCanvas
    blPara: Any  # noqa: N815 - reportlab's name for the broken lines
    element: Element
    once = False
    """True for the head of a table: content the first time, an artifact when repeated."""
    goes_on = False
    """True for the first part of a paragraph that breaks over pages."""
    spaced = False
    broken_at = -1.0
    """The width at which `blPara` was broken into lines."""

    @classmethod
    def of(cls, text: str, style: ParagraphStyle, element: Element) -> Self:
        words = cls(marked_up(text), style)
        words.element = element
        return words

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Break into lines once per width: a table asks four times for every cell."""
        if self.broken_at != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self.broken_at = availWidth
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.element, part.once = self.element, self.once
        if len(parts) > 1:
            parts[0].goes_on, parts[-1].goes_on = True, self.goes_on
        return parts

    def draw(self) -> None:
        _end_lines_with_a_blank(self)
        if self.once and self.element.landed:
            with self.canv.artifact("Pagination"):
                super().draw()
            return
        with self.canv.tagged(self.element):
            super().draw()


class Title(Words):
    """A heading that is also a bookmark. `level` 0 is the subject of the letter."""

    level = 1

    def draw(self) -> None:
        key = f"kop-{self.element.rank}"
        title = self.getPlainText()
        _left, top = self.canv.absolutePosition(0, self.height)
        self.canv.bookmarkHorizontalAbsolute(key, top + 6)
        self.canv.addOutlineEntry(title, key, self.level, closed=False)
        super().draw()


class Point(Words):
    """A point of a list: its sign is a Lbl, its words an LBody."""

    label: Element | None = None

    @classmethod
    def under(cls, text: str, style: ParagraphStyle, list_: Element) -> "Point":
        item = list_.child("LI")
        label = item.child("Lbl")
        point = cls(marked_up(text), style)
        point.label, point.element = label, item.child("LBody")
        return point

    def draw(self) -> None:
        if self.label is not None:
            style = self.style
            with self.canv.tagged(self.label):
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.setFillColor(ink(palette.ACCENT))
                self.canv.drawString(3, self.height - style.fontSize, "•")
        super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        parts = super().split(availWidth, availHeight)
        if parts:
            parts[0].label = self.label
        return parts


class Grid(Table):
    """A table whose lines and grounds are decoration; its cells carry their own tags."""

    canv: TaggedCanvas
    start = 0.0
    """Height of the head with the first row, in points; known once settled."""
    page = 0.0
    """Points of a page; 0 while it was not settled."""
    repeatRows: int  # noqa: N815
    _rowHeights: Sequence[float]  # noqa: N815 - reportlab's names
    splitInRow: int  # noqa: N815

    def settle(self, width: float, page: float) -> None:
        """Measure; a row may break only when it is taller than a page of `page` points."""
        self.wrap(width, 10 * page)
        head, *rows = self._rowHeights
        self.start = head + (rows[0] if rows else 0.0) + 1
        self.page = page
        self.splitInRow = int(max(rows, default=0.0) > page - head - 1)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Between rows; only the row that is next and taller than a page breaks inside."""
        if self.page:
            head, *rows = self._rowHeights[: self.repeatRows + 1]
            self.splitInRow = int(sum(rows) > self.page - head - 1)
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.page = self.page
        return parts

    def _drawBkgrnd(self) -> None:
        with self.canv.artifact():
            super()._drawBkgrnd()  # type: ignore[misc]

    def _drawLines(self) -> None:
        with self.canv.artifact():
            super()._drawLines()  # type: ignore[misc]


def _end_lines_with_a_blank(words: Words) -> None:
    """A line that goes on below ends with a blank, or its last word is read into the next."""
    if words.spaced:
        return
    words.spaced = True
    for line in words.blPara.lines[: None if words.goes_on else -1]:
        if isinstance(line, tuple):
            if type(line[1][-1]) is str:  # a word broken by force is of another type
                line[1].append("")
        elif line.words:
            line.words[-1].text += " "


def fitted(
    shares: Sequence[float],
    columns: Sequence[Sequence[tuple[str, ParagraphStyle]]],
    width: float,
    padding: float,
) -> list[float]:
    """Widths after the shares, but never narrower than a column's longest word where that fits."""
    total = sum(shares) or 1.0
    wished = [width * share / total for share in shares]
    least = [min(_longest(texts) + padding, width * 0.45) for texts in columns]
    if sum(least) >= width:
        return [width * part / sum(least) for part in least]
    short = sum(max(0.0, need - wish) for need, wish in zip(least, wished, strict=True))
    slack = sum(max(0.0, wish - need) for need, wish in zip(least, wished, strict=True))
    give = short / slack if slack else 0.0
    return [
        need if need >= wish else wish - give * (wish - need)
        for need, wish in zip(least, wished, strict=True)
    ]


def _longest(texts: Sequence[tuple[str, ParagraphStyle]]) -> float:
    return max(
        (
            stringWidth(word, style.fontName, style.fontSize)
            for text, style in texts
            for word in unbreakable(plain(text))
        ),
        default=0.0,
    )
