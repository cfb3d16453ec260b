"""A workbook in the house style: its named styles, its quiet sheets, and bytes that never vary."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import ARC_WORKBOOK_RELS

from controllers.export import palette
from controllers.export.cell_text import safe_text
from controllers.export.facts import PROGRAM
from controllers.export.formula import Formula
from controllers.export.sheets.cells import Value, sheet_name, unescaped
from controllers.export.sheets.streaming import RowStream, Texts
from controllers.export.sheets.styles import house_styles
from controllers.export.sheets.writing import FastWriter, with_texts


class Book:
    """One workbook under way. `made_at` is all it knows of the time."""

    def __init__(self, title: str, made_at: datetime) -> None:
        self.workbook = Workbook()
        self._texts = Texts()
        self._streams: dict[str, RowStream] = {}
        first = self.workbook.active
        if first is not None:
            self.workbook.remove(first)
        self._made_at = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties = self.workbook.properties
        properties.title = safe_text(title)
        properties.creator = PROGRAM
        properties.lastModifiedBy = PROGRAM
        properties.language = "nl-BE"
        properties.created = properties.modified = self._made_at
        for style in house_styles():
            self.workbook.add_named_style(style)

    def sheet(self, name: str, *, landscape: bool = True) -> Worksheet:
        """A new sheet without grid lines, set up for A4."""
        taken = tuple(self.workbook.sheetnames)
        sheet: Worksheet = self.workbook.create_sheet(sheet_name(name, taken))
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.zoomScale = 100
        setup = sheet.page_setup
        setup.paperSize = 9
        setup.orientation = "landscape" if landscape else "portrait"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.left = margins.right = 0.45
        margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.65, 0.3, 0.3
        return sheet

    def stream(self, sheet: Worksheet, *, keep: bool = False) -> RowStream:
        """For long lists: the rows of this sheet, written one by one, above its other cells."""
        made = RowStream(sheet, self._texts, keep=keep)
        return self._streams.setdefault(sheet.title, made)

    def running_heads(self, sheet: Worksheet, left: str, right: str) -> None:
        """The head and foot of each printed page: what this is, its reference, page x of y."""
        sheet.HeaderFooter.oddHeader = _band(_page_text(left), _page_text(right))
        sheet.HeaderFooter.oddFooter = _band(_page_text(PROGRAM), "Pagina &P van &N")

    def lines(self) -> Iterator[tuple[str, list[tuple[int, Sequence[Value]]]]]:
        """What stands in each sheet, row by row, as a reader finds it; formulas as `Formula`.

        Of a stream only what it kept.
        """
        for sheet in self.workbook.worksheets:
            rows = list(self._streams[sheet.title].cells()) if sheet.title in self._streams else []
            found: defaultdict[int, list[Value]] = defaultdict(list)
            for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
                line = found[row]
                line.extend([None] * (column - 1 - len(line)))
                line.append(_read(cell))
            yield sheet.title, [*rows, *found.items()]

    def to_bytes(self) -> bytes:
        """The file. The same cells and `made_at` give the same bytes, on every laptop."""
        loose = BytesIO()
        with ZipFile(loose, "w") as archive:
            FastWriter(self.workbook, archive, self._texts, self._streams).write_data()
        return _still(loose, self._made_at)


def _read(cell: Any) -> Value:
    if cell.data_type == "f":
        return Formula(cell.value)
    return unescaped(cell.value) if isinstance(cell.value, str) else cell.value


def _still(loose: BytesIO, made_at: datetime) -> bytes:
    """The same archive with one moment on every member and the members in order."""
    moment = (max(made_at.year, 1980), *made_at.timetuple()[1:6])
    still = BytesIO()
    with ZipFile(loose) as source, ZipFile(still, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=_rank):
            member = ZipInfo(name, moment)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            part = source.read(name)
            target.writestr(member, with_texts(part) if name == ARC_WORKBOOK_RELS else part)
    return still.getvalue()


def _rank(name: str) -> tuple[bool, bool, str]:
    """[Content_Types].xml first and the relations next, as readers that sniff expect."""
    return name != "[Content_Types].xml", not name.startswith("_rels/"), name


def _band(left: str, right: str) -> HeaderFooterItem:
    parts = [_HeaderFooterPart(text, None, 9, palette.QUIET) for text in (left, right)]
    return HeaderFooterItem(left=parts[0], right=parts[1])


def _page_text(text: str) -> str:
    return re.sub(r"\s+", " ", safe_text(text)).replace("&", "&&")[:120]
