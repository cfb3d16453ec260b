"""Noto Sans for paper: read from our own files, and embedded as a subset in every letter."""

from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
_FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ITALIC: "NotoSans-Italic.ttf",
}


@cache
def load_fonts() -> None:
    """Make the three cuts known to reportlab, once."""
    folder = files("resources").joinpath("fonts").joinpath("paper")
    for name, file in _FILES.items():
        registerFont(TTFont(name, BytesIO(folder.joinpath(file).read_bytes())))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
