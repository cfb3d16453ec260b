"""What the letters of our paper cannot draw is named in its place, so that nothing prints blank.

Other scripts would need fonts of several megabytes, and an engine that writes from right to left.
"""

import re
import unicodedata
from functools import cache

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFontFace

from controllers.export.paper.fonts import REGULAR, load_fonts
from models.letters.values import MISSING_CLOSE, MISSING_OPEN

_SCRIPTS = {
    "HEBREW": "Hebreeuws",
    "ARABIC": "Arabisch",
    "CJK": "Chinees of Japans",
    "HIRAGANA": "Japans",
    "KATAKANA": "Japans",
    "HANGUL": "Koreaans",
    "DEVANAGARI": "Hindi",
    "BENGALI": "Bengaals",
    "TAMIL": "Tamil",
    "THAI": "Thai",
    "ARMENIAN": "Armeens",
    "GEORGIAN": "Georgisch",
    "ETHIOPIC": "Amhaars of Tigrinya",
}
_OTHER = "een ander schrift"
_SIGN = "�"
"""In the place of a sign that is no letter."""
_PLAINER = {
    "→": "->",
    "←": "<-",
    "⇒": "=>",
    "≥": ">=",
    "≤": "<=",
    "≠": "=/=",
    "▪": "•",
    "\uf0b7": "•",
    "✓": "v",
    "✔": "v",
    "☑": "[v]",
    "☐": "[ ]",
    "✗": "x",
    "✘": "x",
}
_ALWAYS = frozenset(f"\n\t\u00a0\u00ad{MISSING_OPEN}{MISSING_CLOSE}")
_UNSEEN = re.compile("[\ufe00-\ufe0f\u20e3]")
"""Says only how the sign before it looks."""
_WORDS = re.compile(r"L[LM]*")
"""Letters of a script with the signs between them, in the kinds of what is written."""


def legible(text: str) -> str:
    """The text, with a sentence for words in a script that our paper cannot write."""
    if text.isascii() or not any(map(_strange, text)):
        return text
    text = _UNSEEN.sub("", text)
    told: list[str] = []
    at = 0
    last = ""
    for words in _WORDS.finditer("".join(map(_kind, text))):
        between = text[at : words.start()]
        note = _note(text[words.start()])
        if note != last or "\n" in between or between.strip():
            told += [*map(_drawn, between), note]
        at, last = words.end(), note
    return "".join([*told, *map(_drawn, text[at:])])


def _kind(sign: str) -> str:
    """Of a sign we cannot draw whether it is a letter or a mark; of any other, that we can."""
    if not _strange(sign):
        return "k"
    return "L" if unicodedata.category(sign)[0] == "L" else "M"


def _drawn(sign: str) -> str:
    return _PLAINER.get(sign, _SIGN) if _strange(sign) else sign


def _strange(sign: str) -> bool:
    return ord(sign) not in _known() and sign not in _ALWAYS


def _note(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0]
    return f"[hier staat {_SCRIPTS.get(name, _OTHER)}; dit papier kan dat niet tonen]"


@cache
def _known() -> frozenset[int]:
    load_fonts()
    face: TTFontFace = getFont(REGULAR).face  # type: ignore[attr-defined]
    return frozenset(face.charToGlyph)
