"""Cells into the parts of a workbook, fast: what openpyxl does cell by cell, done as text.

openpyxl builds an element per cell; that is four fifths of the time of a large workbook. Here only
the rows and the links are written as text; styles, rules, views and print set-up stay openpyxl's.
Texts are shared, so that a word that stands a thousand times is in the file once.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from openpyxl.cell.cell import Cell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import RowDimension, SheetDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_SHARED_STRINGS, REL_NS, SHARED_STRINGS, SHEET_MAIN_NS

from controllers.export.cell_text import safe_text
from controllers.export.formula import Formula
from controllers.export.sheets.cells import RISKY, Value, ready, style_of

_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_LINKS = re.compile(rb"<hyperlinks\s*/>|<hyperlinks></hyperlinks>")
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
        self.links.append(_link(place, location, tooltip))

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
            return f'<c r="{place}" s="{worn}"><v>{_number(value)}</v></c>'
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


class FastWriter(ExcelWriter):
    """Writes a workbook whose sheets may be streams of rows."""

    def __init__(
        self,
        workbook: Workbook,
        archive: ZipFile,
        texts: Texts,
        streams: dict[str, RowStream],
    ) -> None:
        super().__init__(workbook, archive)
        self._texts, self._streams, self._packed = texts, streams, archive

    def write_worksheet(self, ws: Any) -> None:
        """As openpyxl, with the rows and the links put in as text."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        out = BytesIO()
        frame = _Frame(ws, out, _Rows(ws, self._texts), self._streams.get(ws.title))
        frame.write()
        ws._rels = frame.relations  # noqa: SLF001
        self._packed.writestr(ws.path[1:], frame.whole())
        self.manifest.append(ws)

    def _write_worksheets(self) -> None:
        """The sheets, and then the texts that they share."""
        super()._write_worksheets()  # type: ignore[misc]
        self._packed.writestr(ARC_SHARED_STRINGS, self._texts.part())
        self.manifest.append(_SharedPart)


class _SharedPart:
    path = f"/{ARC_SHARED_STRINGS}"
    mime_type = SHARED_STRINGS


def with_texts(relations: bytes) -> bytes:
    """The relations of the workbook, with the one to its shared texts."""
    kind = f"{REL_NS}/sharedStrings"
    added = f'<Relationship Type="{kind}" Target="sharedStrings.xml" Id="texts"/></Relationships>'
    return relations.replace(b"</Relationships>", added.encode())


class _Frame(WorksheetWriter):  # type: ignore[misc]
    """Everything of a sheet but its rows and its links, with a place kept for them."""

    def __init__(self, sheet: Any, out: BytesIO, rows: "_Rows", stream: RowStream | None) -> None:
        super().__init__(sheet, out)
        self._rows, self._stream = rows, stream
        self._lines: list[bytes] = []
        self._links = rows.links

    def write_rows(self) -> None:
        if self._stream is not None:
            self._lines += self._stream.parts()
            self._links += self._stream.links
        self._lines += [row.encode() for row in self._rows.texts()]
        with self.xf.send(True).element("sheetData"):
            pass
        self.xf.send(None)

    def write_dimensions(self) -> None:
        """Openpyxl counts cells only."""
        area = self._stream.area if self._stream else self.ws.calculate_dimension()
        self.xf.send(SheetDimension(area).to_tree())

    def write_hyperlinks(self) -> None:
        if self._links:
            with self.xf.send(True).element("hyperlinks"):
                pass
            self.xf.send(None)

    @property
    def relations(self) -> Any:
        return self.__dict__["_rels"]

    def whole(self) -> bytes:
        self.close()
        rows = b"".join((b"<sheetData>", *self._lines, b"</sheetData>"))
        links = "".join(("<hyperlinks>", *self._links, "</hyperlinks>")).encode()
        return _put(_LINKS, links, _put(_ROWS, rows, self.out.getvalue()))


class _Rows:
    """The cells of one sheet as text, row by row; notes and links are gathered on the way."""

    def __init__(self, sheet: Any, texts: Texts) -> None:
        self._sheet, self._texts = sheet, texts
        self._styles: dict[int, str] = {}
        self.links: list[str] = []

    def texts(self) -> Iterator[str]:
        """From below what was streamed."""
        lines: defaultdict[int, list[Cell]] = defaultdict(list)
        for (row, _column), cell in sorted(self._sheet._cells.items()):  # noqa: SLF001
            lines[row].append(cell)
        heights = self._sheet.row_dimensions
        for row in sorted({*lines, *heights}):
            cells = "".join(map(self._cell, lines.get(row, ())))
            told = _row_words(heights[row]) if row in heights else ""
            yield f'<row r="{row}"{told}>{cells}</row>'

    def _cell(self, cell: Any) -> str:
        if cell._comment is not None:  # noqa: SLF001
            self._sheet._comments.append(CommentRecord.from_cell(cell))  # noqa: SLF001
        place = f"{get_column_letter(cell.column)}{cell.row}"
        if cell.hyperlink is not None:
            link = cell.hyperlink
            self.links.append(_link(link.ref, link.location, link.tooltip))
        worn = self._style(cell)
        value, kind = cell._value, cell.data_type  # noqa: SLF001
        if value is None or value == "":
            return f'<c r="{place}"{worn}/>' if worn else ""
        if kind == "s":
            return f'<c r="{place}"{worn} t="s"><v>{self._texts.number(value)}</v></c>'
        if kind == "f":
            return f'<c r="{place}"{worn}><f>{escape(value[1:])}</f><v></v></c>'
        return f'<c r="{place}"{worn}><v>{_number(value)}</v></c>'

    def _style(self, cell: Any) -> str:
        """Cells in one style share its array, so that it is looked up once."""
        array = cell._style  # noqa: SLF001
        known = self._styles.get(id(array))
        if known is None:
            known = f' s="{cell.style_id}"' if cell.has_style else ""
            self._styles[id(array)] = known
        return known


def _clean(value: Value) -> Value:
    if isinstance(value, str) and not isinstance(value, Formula):
        return safe_text(value)
    return value


def _number(value: object) -> str:
    match value:
        case date() | datetime():
            return f"{to_excel(value)}"
        case _:
            return str(value)


def _row_words(row: RowDimension) -> str:
    told = dict(row)
    return "".join(f" {name}={quoteattr(str(told[name]))}" for name in told)


def _link(place: str, location: str, tooltip: str) -> str:
    """A link to a place in the workbook itself; others are not made here."""
    told = f"location={quoteattr(location)} tooltip={quoteattr(tooltip)}"
    return f'<hyperlink ref="{place}" {told}/>'


def _shared(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<si><t{kept}>{escape(text)}</t></si>"


def _put(place: re.Pattern[bytes], text: bytes, whole: bytes) -> bytes:
    found = place.search(whole)
    return whole if found is None else whole[: found.start()] + text + whole[found.end() :]
