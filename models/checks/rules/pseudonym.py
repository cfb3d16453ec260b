"""A dossier is known by the number the centre gave it: never by a name, never by a state number."""

import re

from models.centres.rules.numbers import mask_national_numbers, national_numbers
from models.centres.values import NationalNumberFound
from models.checks.values import DossierNumberIsAName, DossierNumberMissing, DossierNumberTooLong
from models.kernel.words import clean

MOST = 40

_INITIALS = 3
"""So many letters without a digit may be initials or a code; more look like a name."""
_WORD = r"[^\W\d_][^\W\d_'’-]*"
_TWO_NAMES = re.compile(rf"({_WORD})(?:,\s*|\s+)({_WORD})")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Signs that come along from a web page or a PDF: two numbers would look the same."""
_COMMA = re.compile(rf"{_WORD}\s*,")


def pseudonym(raw: object) -> str:
    """The dossier number, cleaned; at most 40 characters.

    Raises DossierNumberMissing, DossierNumberTooLong, NationalNumberFound (DOMAIN.md F3.06), and
    DossierNumberIsAName for text without a digit of more than three letters, two names in a row
    or a word with a comma behind it (F3.02: no client names).
    """
    number = clean(_INVISIBLE.sub("", str(raw)))
    if not number:
        raise DossierNumberMissing(field="number")
    if national_numbers(number):
        raise NationalNumberFound(field="number", masked=mask_national_numbers(number))
    if looks_like_a_name(number):
        raise DossierNumberIsAName(field="number", raw=number)
    if len(number) > MOST:
        raise DossierNumberTooLong(field="number", raw=number, most=MOST)
    return number


def looks_like_a_name(text: str) -> bool:
    """Whether `text` reads as a person's name rather than as a number or a code."""
    letters = sum(sign.isalpha() for sign in text)
    if letters > _INITIALS and not any(sign.isdigit() for sign in text):
        return True
    if _COMMA.search(text):
        return True
    return any(_is_name(first) and _is_name(last) for first, last in _TWO_NAMES.findall(text))


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()
