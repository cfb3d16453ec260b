"""What the letters of our paper cannot draw is named in its place, so that nothing prints blank.

Other scripts would need fonts of several megabytes, and an engine that writes from right to left.
"""

import re
import unicodedata
from collections.abc import Iterable
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
_PLAINER = {"→": "->", "←": "<-", "⇒": "=>"}
_ALWAYS = frozenset(f"\n\t\u00a0\u00ad{MISSING_OPEN}{MISSING_CLOSE}")
_BLANKS = re.compile(r"(\s+)")


def legible(text: str) -> str:
    """The text, with a sentence for words in a script that our paper cannot write."""
    if text.isascii() or not _strange(text):
        return text
    told: list[str] = []
    last = ""
    for part in _BLANKS.split(text):
        note = _note(_strange(part))
        if note and note == last:
            told[-2:] = [told[-2].rpartition(note)[0] + note + _around(part)[1]]
        elif note:
            before, after = _around(part)
            told.append(before + note + after)
        else:
            told.append("".join(map(_drawn, part)))
        last = note or ("" if part.strip() else last)
    return "".join(told)


def _around(word: str) -> tuple[str, str]:
    """Brackets, commas and the like before and behind what cannot be written."""
    places = [place for place, sign in enumerate(word) if _strange(sign)]
    return word[: places[0]], word[places[-1] + 1 :]


def _drawn(sign: str) -> str:
    return _PLAINER.get(sign, _SIGN) if _strange(sign) else sign


def _strange(text: str) -> str:
    known = _known()
    return "".join(sign for sign in text if ord(sign) not in known and sign not in _ALWAYS)


def _note(strange: Iterable[str]) -> str:
    """What is told of letters; nothing when there are none, only signs."""
    letters = [sign for sign in strange if unicodedata.category(sign)[0] in "LM"]
    if not letters:
        return ""
    name = unicodedata.name(letters[0], "").split(" ")[0]
    return f"[hier staat {_SCRIPTS.get(name, _OTHER)}; dit papier kan dat niet tonen]"


@cache
def _known() -> frozenset[int]:
    load_fonts()
    face: TTFontFace = getFont(REGULAR).face  # type: ignore[attr-defined]
    return frozenset(face.charToGlyph)
