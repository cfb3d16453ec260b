"""The named styles of a workbook: calm, one accent, and told apart by weight before colour.

They bear Dutch names that begin with W, for they also show in the style gallery of the officer.
"""

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from controllers.export import palette

FONT = "Calibri"
DAY = "dd/mm/yyyy"
LONG_DAY = "[$-813]d mmmm yyyy"
MOMENT = "dd/mm/yyyy hh:mm"
HOURS = "0.00"
COUNT = '0;-0;"–"'
"""A count of none is a dash, so that the others stand out."""


def house_styles() -> list[NamedStyle]:
    """Every style once; a workbook gets its own copies."""
    return [*_heads(), *_facts(), *_rows(), *_matrix(), *_halves(), *_open()]


def _heads() -> list[NamedStyle]:
    tint, line = _fill(palette.ACCENT_SOFT), Border(bottom=Side("medium", palette.ACCENT))
    head = _font(10, palette.ACCENT_DEEP, bold=True)
    section = _font(11, palette.ACCENT_DEEP, bold=True)
    return [
        _style("W titel", _font(18, palette.ACCENT_DEEP, bold=True), _short()),
        _style("W onderschrift", _font(10, palette.QUIET), _short()),
        _style("W tussenkop", _font(13, palette.ACCENT_DEEP, bold=True), _short()),
        _style("W sectie", section, _short(), _fill(palette.WINDOW), _row()),
        _style("W kop", head, _text(), tint, line),
        _style("W kop rechts", head, _right(), tint, line),
        _style("W kop midden", head, _middle(), tint, line),
    ]


def _facts() -> list[NamedStyle]:
    return [
        _style("W toelichting", _font(10, palette.QUIET), _text()),
        _style("W tekstblok", _font(11), _text()),
        _style("W label", _font(9, palette.QUIET), _short()),
        _style("W feit", _font(11), _short()),
        _style("W feit dag", _font(11), _short(), form=LONG_DAY),
        _style("W feit moment", _font(11), _short(), form=MOMENT),
        _style("W punt", _font(11, palette.QUIET), _middle()),
        _style("W id", _font(8, palette.QUIET), _short()),
    ]


def _rows() -> list[NamedStyle]:
    row = _row()
    link = _font(10, palette.ACCENT, underline="single")
    return [
        _style("W sleutel", _font(10, palette.QUIET), _text(), None, row),
        _style("W volgnummer", _font(11, palette.QUIET), _middle(), None, row),
        _style("W tekst", _font(11), _text(), None, row),
        _style("W tekst vet", _font(11, bold=True), _text(), None, row),
        _style("W tekst klein", _font(10), _text(), None, row),
        _style("W tekst kort", _font(10), _short(), None, row),
        _style("W koppeling", link, _text(), None, row),
        _style("W dag", _font(10), _short(), None, row, DAY),
        _style("W moment", _font(10), _short(), None, row, MOMENT),
        _style("W getal", _font(10), _right(), None, row),
        _style("W kommagetal", _font(10), _right(), None, row, "#,##0.00##"),
        _style("W uren", _font(10), _right(), None, row, HOURS),
        _style("W telling", _font(10, palette.QUIET), _middle(), None, row, COUNT),
    ]


def _matrix() -> list[NamedStyle]:
    soft = Side("thin", palette.LINE)
    box, sunken = Border(soft, soft, soft, soft), _fill(palette.SUNKEN)
    aside = _font(10, palette.QUIET, italic=True)
    return [
        _style("W antwoord", _font(10), _middle(), None, box),
        _style("W antwoord uren", _font(10), _middle(), None, box, HOURS),
        _style("W antwoord dag", _font(10), _middle(), None, box, DAY),
        _style("W oordeel", _font(10, bold=True), _middle(), sunken, box),
        _style("W bijvraag", aside, _text(), None, _row()),
        _style("W invullen", _font(11), _text(), sunken, box),
    ]


def _open() -> list[NamedStyle]:
    """Cells that may be filled in on a protected sheet: they look sunken, as a field does."""
    soft, sunken = Side("thin", palette.LINE), _fill(palette.SUNKEN)
    box = Border(soft, soft, soft, soft)
    styles = [
        _style("W open antwoord", _font(10), _middle(), sunken, box),
        _style("W open getal", _font(10), _middle(), sunken, box, "0.##"),
        _style("W open dag", _font(10), _middle(), sunken, box, DAY),
        _style("W open tekst", _font(11), _text(), sunken, box),
    ]
    for style in styles:
        style.protection = Protection(locked=False)
    return styles


def _halves() -> list[NamedStyle]:
    """Half a year of a centre; where nothing happened a dot or a dash says what holds."""
    soft = Side("thin", palette.LINE)
    box = Border(soft, soft, soft, soft)
    return [
        _style("W vak gedekt", _font(9), _middle(), _fill(palette.ACCENT_SOFT), box, '0;;"·"'),
        _style("W vak ongedekt", _font(9), _middle(), _fill(palette.DUE_SOFT), box, '0" –";;"–"'),
        _style("W vak certificaat", _font(9), _middle(), _fill(palette.WINDOW), box, '0;;"·"'),
        _style("W vak leeg", _font(9), _middle(), None, box, "0"),
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


def _row() -> Border:
    return Border(bottom=Side("thin", palette.LINE))


def _text() -> Alignment:
    return Alignment("left", "center", wrap_text=True, indent=1)


def _short() -> Alignment:
    return Alignment("left", "center", wrap_text=False, indent=1)


def _right() -> Alignment:
    return Alignment("right", "center", wrap_text=True, indent=1)


def _middle() -> Alignment:
    return Alignment("center", "center", wrap_text=True)
