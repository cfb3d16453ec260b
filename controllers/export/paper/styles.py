"""Sizes, leading and measures of a letter, from the layout of content/letter_common.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm

from controllers.export import palette
from controllers.export.paper.fonts import BOLD, REGULAR
from controllers.export.paper.pieces import ink

LEADING = 14.0
"""One blank line, in points."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand on the page, in points from the left or the top edge."""

    left: float
    right: float
    top: float
    bottom: float
    address_left: float
    address_top: float
    address_most: int
    address_size: float
    reference_top: float
    tabs: tuple[float, ...]
    blank: Mapping[str, int]

    @property
    def width(self) -> float:
        return float(A4[0]) - self.left - self.right


def measures(layout: Mapping[str, object]) -> Measures:
    """The layout in points; what it does not say follows DOMAIN.md F5.20 and F5.21."""
    margins = _part(layout, "margins_cm")
    blank = _part(layout, "blank_lines")
    tabs = layout.get("reference_tabs_cm")
    left = _number(margins, "left", 3.3) * cm
    places = tuple(float(tab) * cm for tab in tabs) if isinstance(tabs, list | tuple) else ()
    places = places or (0.0, 4.2 * cm, 8.2 * cm, 12.7 * cm)
    window_right = layout.get("window_side", "right") != "left"
    return Measures(
        left=left,
        right=_number(margins, "right", 2.0) * cm,
        top=_number(margins, "top", 2.0) * cm,
        bottom=_number(margins, "bottom", 2.0) * cm,
        address_left=left + (places[2] if window_right and len(places) > 2 else 0.0),
        address_top=_number(layout, "address_top_cm", 6.0) * cm,
        address_most=int(_number(layout, "address_max_lines", 7)),
        address_size=_number(_part(layout, "address_font"), "size_pt", 11),
        reference_top=_number(layout, "reference_line_top_cm", 10.0) * cm,
        tabs=places,
        blank={name: int(_number(blank, name, lines)) for name, lines in _BLANK.items()},
    )


_BLANK = {
    "after_reference": 1,
    "after_subject": 2,
    "after_salutation": 1,
    "after_body": 1,
    "after_closing": 6,
    "after_signature": 2,
}


def style(
    size: float = 10.0,
    leading: float = LEADING,
    *,
    bold: bool = False,
    colour: str = palette.INK,
    before: float = 0.0,
    after: float = 0.0,
    indent: float = 0.0,
) -> ParagraphStyle:
    """A paragraph style: ragged right, no line alone at the foot or the head of a page."""
    font = BOLD if bold else REGULAR
    return ParagraphStyle(
        f"{font} {size}",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=leading,
        textColor=ink(colour),
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        allowWidows=0,
        allowOrphans=0,
    )


BODY = style(after=7)
TIGHT = style()
HEADING = style(10.5, bold=True, before=9, after=3)
SUBJECT = style(11, 15, bold=True)
POINT = style(after=4, indent=14)
CELL = style(8.5, 11.5)
CELL_HEAD = style(8.5, 11.5, bold=True, colour=palette.ACCENT_DEEP)
LABEL = style(7.5, 10, colour=palette.QUIET)
FACT = style(9, 12)
WORDMARK = style(22, 26, bold=True, colour=palette.ACCENT)
SENDER = style(8, 11, colour=palette.QUIET)


def _part(layout: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = layout.get(name)
    return part if isinstance(part, Mapping) else {}


def _number(part: Mapping[str, object], name: str, otherwise: float) -> float:
    value = part.get(name, otherwise)
    return float(value) if isinstance(value, int | float) else otherwise
