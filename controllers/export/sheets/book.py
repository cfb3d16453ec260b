"""A workbook in the house style: its named styles, its quiet sheets, and bytes that never vary."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from controllers.export import palette
from controllers.export.facts import PROGRAM
from controllers.export.sheets.cells import safe_text, sheet_name

FONT = "Calibri"
DAY = "dd/mm/yyyy"
LONG_DAY = "[$-813]d mmmm yyyy"
MOMENT = "dd/mm/yyyy hh:mm"
HOURS = "0.00"


class Book:
    """One workbook under way. `made_at` is all it knows of the time."""

    def __init__(self, title: str, made_at: datetime) -> None:
        self.workbook = Workbook()
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
        for style in _styles():
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

    def running_heads(self, sheet: Worksheet, left: str, right: str) -> None:
        """The head and foot of each printed page: what this is, its reference, page x of y."""
        sheet.HeaderFooter.oddHeader = _band(_page_text(left), _page_text(right))
        sheet.HeaderFooter.oddFooter = _band(_page_text(PROGRAM), "Pagina &P van &N")

    def to_bytes(self) -> bytes:
        """The file. The same cells and `made_at` give the same bytes, on every laptop."""
        loose = BytesIO()
        with ZipFile(loose, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(self.workbook, archive).write_data()
        return _still(loose, self._made_at)


def _still(loose: BytesIO, made_at: datetime) -> bytes:
    """The same archive with one moment on every member and the members in order."""
    moment = (max(made_at.year, 1980), *made_at.timetuple()[1:6])
    still = BytesIO()
    with ZipFile(loose) as source, ZipFile(still, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=_rank):
            member = ZipInfo(name, moment)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            target.writestr(member, source.read(name))
    return still.getvalue()


def _rank(name: str) -> tuple[bool, bool, str]:
    """[Content_Types].xml first and the relations next, as readers that sniff expect."""
    return name != "[Content_Types].xml", not name.startswith("_rels/"), name


def _band(left: str, right: str) -> HeaderFooterItem:
    parts = [_HeaderFooterPart(text, None, 9, palette.QUIET) for text in (left, right)]
    return HeaderFooterItem(left=parts[0], right=parts[1])


def _page_text(text: str) -> str:
    return re.sub(r"\s+", " ", safe_text(text)).replace("&", "&&")[:120]


def _styles() -> list[NamedStyle]:
    soft = Side(style="thin", color=palette.LINE)
    strong = Side(style="medium", color=palette.ACCENT)
    box = Border(left=soft, right=soft, top=soft, bottom=soft)
    row = Border(bottom=soft)
    head = Border(bottom=strong)
    tint = _fill(palette.ACCENT_SOFT)
    top, middle = _at("left"), _at("center", "center")
    text = _at("left", "center", indent=1)
    short = _at("left", "center", wrap=False, indent=1)
    right = _at("right", "center", indent=1)
    make = _style
    return [
        make(
            "W titel", _font(18, palette.ACCENT_DEEP, bold=True), _at("left", "center", wrap=False)
        ),
        make("W onderschrift", _font(10, palette.QUIET), _at("left", "center", wrap=False)),
        make("W toelichting", _font(10, palette.QUIET), top),
        make("W label", _font(9, palette.QUIET), short),
        make("W feit", _font(11), _at("left", "center", wrap=False)),
        make("W feit dag", _font(11), _at("left", "center", wrap=False), form=LONG_DAY),
        make("W feit moment", _font(11), _at("left", "center", wrap=False), form=MOMENT),
        make("W tekstblok", _font(11), _at("left", "center")),
        make("W kop", _font(10, palette.ACCENT_DEEP, bold=True), text, tint, head),
        make(
            "W kop rechts",
            _font(10, palette.ACCENT_DEEP, bold=True),
            _at("right", "center", indent=1),
            tint,
            head,
        ),
        make("W kop midden", _font(10, palette.ACCENT_DEEP, bold=True), middle, tint, head),
        make(
            "W sectie", _font(11, palette.ACCENT_DEEP, bold=True), short, _fill(palette.WINDOW), row
        ),
        make(
            "W tussenkop",
            _font(13, palette.ACCENT_DEEP, bold=True),
            _at("left", "center", wrap=False),
        ),
        make("W sleutel", _font(10, palette.QUIET), text, None, row),
        make("W punt", _font(11, palette.QUIET), _at("center", "center")),
        make("W tekst", _font(11), text, None, row),
        make("W tekst kort", _font(10), short, None, row),
        make("W moment", _font(10), short, None, row, MOMENT),
        make("W kommagetal", _font(10), right, None, row, "#,##0.00##"),
        make("W tekst vet", _font(11, bold=True), text, None, row),
        make("W getal", _font(10), right, None, row),
        make("W volgnummer", _font(11, palette.QUIET), middle, None, row),
        make("W uren", _font(10), right, None, row, HOURS),
        make("W dag", _font(10), short, None, row, DAY),
        make("W koppeling", _font(10, palette.ACCENT, underline="single"), text, None, row),
        make("W antwoord", _font(10), middle, None, box),
        make("W antwoord uren", _font(10), middle, None, box, HOURS),
        make("W oordeel", _font(10, bold=True), middle, _fill(palette.SUNKEN), box),
        make("W telling", _font(10, palette.QUIET), middle, None, row, '0;-0;"–"'),
        make("W bijvraag", _font(10, palette.QUIET, italic=True), text, None, row),
        make("W invullen", _font(11), text, _fill(palette.SUNKEN), box),
        make("W id", _font(8, palette.QUIET), _at("left", "center", wrap=False)),
    ]


def _style(
    name: str,
    font: Font,
    alignment: Alignment,
    fill: PatternFill | None = None,
    border: Border | None = None,
    form: str = "General",
) -> NamedStyle:
    style = NamedStyle(name=name, font=font, alignment=alignment, number_format=form)
    if fill is not None:
        style.fill = fill
    if border is not None:
        style.border = border
    return style


def _font(size: float, colour: str = palette.INK, **more: object) -> Font:
    return Font(name=FONT, size=size, color=colour, **more)  # type: ignore[arg-type]


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _at(across: str, down: str = "top", *, wrap: bool = True, indent: int = 0) -> Alignment:
    return Alignment(across, down, wrap_text=wrap, indent=indent)
