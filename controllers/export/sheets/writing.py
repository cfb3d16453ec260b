"""Cells into the parts of a workbook, fast: what openpyxl does cell by cell, done as text.

openpyxl builds an element per cell; that is four fifths of the time of a large workbook. Here only
the rows and the links are written as text; styles, rules, views and print set-up stay openpyxl's.
Texts are shared, so that a word that stands a thousand times is in the file once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from openpyxl.cell.cell import Cell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import RowDimension, SheetDimension
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_SHARED_STRINGS, REL_NS, SHARED_STRINGS

from controllers.export.sheets.streaming import RowStream, Texts, link_words, number_words

_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
_LINKS = re.compile(rb"<hyperlinks\s*/>|<hyperlinks></hyperlinks>")


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


class _Frame(WorksheetWriter):
    """Everything of a sheet but its rows and its links, with a place kept for them."""

    def __init__(self, sheet: Any, out: BytesIO, rows: "_Rows", stream: RowStream | None) -> None:
        super().__init__(sheet, out)
        self._whole, self._sheet = out, sheet
        self._stream_of: Any = self.xf
        self._rows, self._stream = rows, stream
        self._lines: list[bytes] = []
        self._links = rows.links

    def write_rows(self) -> None:
        if self._stream is not None:
            self._lines += self._stream.parts()
            self._links += self._stream.links
        self._lines += [row.encode() for row in self._rows.texts()]
        with self._stream_of.send(True).element("sheetData"):
            pass
        self._stream_of.send(None)

    def write_dimensions(self) -> None:
        """Openpyxl counts cells only."""
        area = self._stream.area if self._stream else self._sheet.calculate_dimension()
        self._stream_of.send(SheetDimension(area).to_tree())

    def write_hyperlinks(self) -> None:
        if self._links:
            with self._stream_of.send(True).element("hyperlinks"):
                pass
            self._stream_of.send(None)

    @property
    def relations(self) -> Any:
        return self.__dict__["_rels"]

    def whole(self) -> bytes:
        self.close()
        rows = b"".join((b"<sheetData>", *self._lines, b"</sheetData>"))
        links = "".join(("<hyperlinks>", *self._links, "</hyperlinks>")).encode()
        return _put(_LINKS, links, _put(_ROWS, rows, self._whole.getvalue()))


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
            self.links.append(link_words(link.ref, link.location, link.tooltip))
        worn = self._style(cell)
        value, kind = cell._value, cell.data_type  # noqa: SLF001
        if value is None or value == "":
            return f'<c r="{place}"{worn}/>' if worn else ""
        if kind == "s":
            return f'<c r="{place}"{worn} t="s"><v>{self._texts.number(value)}</v></c>'
        if kind == "f":
            return f'<c r="{place}"{worn}><f>{escape(value[1:])}</f><v></v></c>'
        return f'<c r="{place}"{worn}><v>{number_words(value)}</v></c>'

    def _style(self, cell: Any) -> str:
        """Cells in one style share its array, so that it is looked up once."""
        array = cell._style  # noqa: SLF001
        known = self._styles.get(id(array))
        if known is None:
            known = f' s="{cell.style_id}"' if cell.has_style else ""
            self._styles[id(array)] = known
        return known


def _row_words(row: RowDimension) -> str:
    told = dict(row)
    return "".join(f" {name}={quoteattr(str(told[name]))}" for name in told)


def _put(place: re.Pattern[bytes], text: bytes, whole: bytes) -> bytes:
    found = place.search(whole)
    return whole if found is None else whole[: found.start()] + text + whole[found.end() :]
