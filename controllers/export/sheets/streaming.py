"""Rows of long sheets and the texts they share, written as text at once and kept packed."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import SHEET_MAIN_NS

from controllers.export.cell_text import safe_text
from controllers.export.formula import Formula
from controllers.export.sheets.cells import RISKY, Value, ready, style_of

_HIDDEN = ' hidden="1"'
_CHUNK = 1 << 18
"""Signs of rows that are packed together."""


class Texts:
    """The shared texts of a workbook; `number` gives where one stands."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.uses = 0

    def number(self, text: str) -> int:
        self.uses += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def part(self) -> bytes:
        """xl/sharedStrings.xml."""
        head = (
            f'<sst xmlns="{SHEET_MAIN_NS}" count="{self.uses}" uniqueCount="{len(self._numbers)}">'
        )
        return "".join((head, *map(_shared, self._numbers), "</sst>")).encode()


class RowStream:
    """The rows of a long sheet, written at once and kept packed, in memory only.

    With `keep` their values are kept as well, for who compares them later.
    """

    def __init__(self, sheet: Worksheet, texts: Texts, *, keep: bool = False) -> None:
        self._sheet, self._texts = sheet, texts
        self._packed: list[bytes] = []
        self._loose: list[str] = []
        self._size = 0
        self._letters: list[str] = []
        self._styles: dict[str, int] = {}
        self._kept: list[tuple[Value, ...]] | None = [] if keep else None
        self.links: list[str] = []
        self.rows = 0

    def append(
        self,
        values: Sequence[Value],
        styles: Sequence[str],
        *,
        height: float = 0,
        blanks: bool = False,
        hidden: bool = False,
    ) -> int:
        """The next row, and its number. An empty cell is left out, or with `blanks` keeps a look.

        A row of a sheet that has cells as well stands below all of these.
        """
        self.rows += 1
        row = self.rows
        while len(self._letters) < len(values):
            self._letters.append(get_column_letter(len(self._letters) + 1))
        cells = [
            self._cell(f"{letter}{row}", value, style)
            for letter, value, style in zip(self._letters, values, styles, strict=False)
            if style and (blanks or (value is not None and value != ""))
        ]
        told = (f' ht="{height:g}" customHeight="1"' if height else "") + _HIDDEN * hidden
        self._loose.append(f'<row r="{row}"{told}>{"".join(cells)}</row>')
        if self._kept is not None:
            self._kept.append(tuple(map(_clean, values)))
        self._size += len(self._loose[-1])
        if self._size > _CHUNK:
            self._pack()
        return row

    @property
    def area(self) -> str:
        """A1:F40, as Excel calls what it holds."""
        return f"A1:{self._letters[-1] if self._letters else 'A'}{max(self.rows, 1)}"

    def link(self, place: str, location: str, tooltip: str) -> None:
        """A cell leads to another place in the workbook."""
        self.links.append(link_words(place, location, tooltip))

    def parts(self) -> Iterator[bytes]:
        self._pack()
        for packed in self._packed:
            yield zlib.decompress(packed)

    def cells(self) -> Iterator[tuple[int, Sequence[Value]]]:
        """Row by row what was kept."""
        yield from enumerate(self._kept or (), start=1)

    def _pack(self) -> None:
        self._packed.append(zlib.compress("".join(self._loose).encode(), 1))
        self._loose.clear()
        self._size = 0

    def _cell(self, place: str, value: Value, style: str) -> str:
        worn = self._styles.get(style)
        if worn is None:
            worn = self._styles[style] = style_of(self._sheet, style)
        if value is None or value == "":
            return f'<c r="{place}" s="{worn}"/>'
        if isinstance(value, Formula):
            return f'<c r="{place}" s="{worn}"><f>{escape(value[1:])}</f><v></v></c>'
        if not isinstance(value, str):
            return f'<c r="{place}" s="{worn}"><v>{number_words(value)}</v></c>'
        text = ready(value)
        if text.startswith(RISKY):
            worn = self._quoted(style)
        return (
            f'<c r="{place}" s="{worn}" t="s"><v>{self._texts.number(text)}</v></c>' if text else ""
        )

    def _quoted(self, style: str) -> int:
        """The same look for a text that begins as a formula does, and stays text."""
        name = f"' {style}"
        if name not in self._styles:
            self._styles[name] = style_of(self._sheet, style, quoted=True)
        return self._styles[name]


def number_words(value: object) -> str:
    match value:
        case date() | datetime():
            return f"{to_excel(value)}"  # type: ignore[no-untyped-call]
        case _:
            return str(value)


def link_words(place: str, location: str, tooltip: str) -> str:
    """A link to a place in the workbook itself; others are not made here."""
    told = f"location={quoteattr(location)} tooltip={quoteattr(tooltip)}"
    return f'<hyperlink ref="{place}" {told}/>'


def _clean(value: Value) -> Value:
    if isinstance(value, str) and not isinstance(value, Formula):
        return safe_text(value)
    return value


def _shared(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<si><t{kept}>{escape(text)}</t></si>"
