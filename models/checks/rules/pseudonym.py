"""A dossier is known by the number the centre gave it: never by a name, never by a state number.

What reads as a name is a decision of ours (DOMAIN.md F3.02: no client names). Words are runs of
letters; words about dossiers (HARMLESS) do not count. Then a number is refused when it holds
- a word of more than three letters and no digit at all,
- a word with a comma behind it,
- two words in a row, each with a capital first, or two words of at least three letters whatever
  their case: `Jan Peeters`, `jan peeters 12`, `JAN PEETERS 12`,
- as its only word one written as a name: a capital and then at least two small letters, or at
  least five letters not all in capitals: `Peeters12`, `peeters 12`, `J. Peeters 3`.
Codes stay: `KL24-00001`, `KZ-001`, `0001`, `GENT-12`, `KZ Gent 12`, `Dossier 12`, `AnP-2`. A single
word in capitals is taken for a code, since nobody can tell `TALENT-12` from a surname.
"""

import re

from models.centres.rules.editing import refuse_national_number
from models.centres.rules.numbers import national_numbers
from models.checks.values import DossierNumberIsAName, DossierNumberMissing, DossierNumberTooLong
from models.kernel.words import clean, fold, quoted

MOST = 40

_SHORTEST, _LONG = 3, 5
_INITIALS = 3
"""So many letters without a digit may be initials or a code; more look like a name."""
_WORD = r"[^\W\d_][^\W\d_'’-]*"
_TWO_NAMES = re.compile(rf"({_WORD})(?:,\s*|\s+)({_WORD})")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Signs that come along from a web page or a PDF: two numbers would look the same."""
_COMMA = re.compile(rf"{_WORD}\s*,")
_CODE = re.compile(r"(?=\D*\d)[^\W_][\w./-]{2,}")
"""Part of a line that is a number by itself: KZ-011 or 0012, but not the 12 of `Dossier 12`."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SAID = (
    "aanvraag begeleiding begeleidingen case centrum cheque client code deel dos dossier dossiers"
    " dossiernr dossiernummer fiche file filiaal groep intake jaar kantoor klant klantendossier"
    " klantnr klantnummer lbb loopbaan loopbaanbegeleiding loopbaancheque loopbaandossier map"
    " nieuw no nr nrs num nummer oud pagina ref referentie reeks som team tot totaal aantal traject"
    " trajectnummer van vdab vestiging volgnr volgnummer voucher week"
)
HARMLESS = frozenset(_SAID.split())
"""Words that say what a number is, without accents: they are no part of a name."""


def numbers_in(typed: str) -> list[str]:
    """Numbers as people paste them: a line each, or with semicolons, tabs or commas between.

    Blanks part them too when every part is a number by itself, unless together they are a
    national register number: that one is left whole, so that it is refused.
    """
    lines = (clean(part) for part in re.split(r"[\n\r;\t,]+", typed))
    return [number for line in lines if line for number in _apart(line)]


def _apart(line: str) -> list[str]:
    parts = line.split(" ")
    whole = national_numbers(line) or not all(_CODE.fullmatch(part) for part in parts)
    return [line] if whole else parts


def pseudonym(raw: object) -> str:
    """The dossier number, cleaned; at most 40 characters.

    Raises DossierNumberMissing, DossierNumberTooLong, NationalNumberFound (DOMAIN.md F3.06), and
    DossierNumberIsAName for what reads as a name (the rule stands above).
    """
    number = clean(_INVISIBLE.sub("", str(raw)))
    if not number:
        raise DossierNumberMissing(field="number")
    refuse_national_number(number, "number")
    if len(number) > MOST:
        raise DossierNumberTooLong(field="number", raw=quoted(number), most=MOST)
    if looks_like_a_name(number):
        raise DossierNumberIsAName(field="number", raw=number)
    return number


def looks_like_a_name(text: str) -> bool:
    """Whether `text` reads as a person's name rather than as a number or a code."""
    letters = sum(sign.isalpha() for sign in text)
    if letters > _INITIALS and not any(sign.isdigit() for sign in text):
        return True
    if _COMMA.search(text):
        return True
    if any(_is_name(first) and _is_name(last) for first, last in _TWO_NAMES.findall(text)):
        return True
    words = [word for word in _LETTERS.findall(text) if len(word) > 1]
    words = [word for word in words if fold(word) not in HARMLESS]
    if sum(len(word) >= _SHORTEST for word in words) > 1:
        return True
    return len(words) == 1 and _written_as_name(words[0])


def _written_as_name(word: str) -> bool:
    if len(word) >= _SHORTEST and word[0].isupper() and word[1:].islower():
        return True
    return len(word) >= _LONG and not word.isupper()


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()
