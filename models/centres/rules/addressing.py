"""How to reach a centre: telephone, e-mail, website and postal code, checked and shown."""

import json
import re
import unicodedata
from functools import cache
from importlib import resources

import phonenumbers

from models.centres.values import EmailWrong, PhoneWrong, PostalCodeWrong, WebsiteWrong
from models.kernel.words import clean, fold

_EMAIL = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}"
)
_WEBSITE = re.compile(
    r"(?:https?://)?(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_NO_SITE = {"", "-", "/", "nvt", "n.v.t.", "geen", "nihil", "none", "aucun", "n/a"}
_POSTAL = re.compile(r"(?:BE?[\s-]*)?([1-9]\d{3})", re.IGNORECASE | re.ASCII)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def phone(raw: object) -> str:
    """A telephone number in E.164 (+3225061205), Belgian unless it says otherwise (F4.06).

    The leading zero that Excel drops is put back; `phone_lost_zero` tells whether it was.
    Raises PhoneWrong.
    """
    text = _typed(raw)
    try:
        number = phonenumbers.parse(text, "BE")
    except phonenumbers.NumberParseException:
        raise PhoneWrong(field="phone", raw=_quoted(raw)) from None
    if not phonenumbers.is_valid_number(number):
        raise PhoneWrong(field="phone", raw=_quoted(raw))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def phone_lost_zero(raw: object) -> bool:
    """Whether the zero in front has fallen off, as Excel does with numbers."""
    bare = re.sub(r"\D", "", _typed(raw))
    return not _typed(raw).startswith("+") and bare[:1] not in {"", "0"} and len(bare) in {8, 9}


def show_phone(number: str) -> str:
    """+3225061205 as 02 506 12 05; a foreign number with its country code."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    home = parsed.country_code == 32
    form = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(parsed, form.NATIONAL if home else form.INTERNATIONAL))


def email(raw: object) -> str:
    """An e-mail address in lower case. Raises EmailWrong."""
    text = clean(_typed(raw)).removeprefix("mailto:").strip("<>;,").lower()
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        raise EmailWrong(field="email", raw=_quoted(raw))
    return text


def website(raw: object) -> str:
    """A web address as it was written; empty for nvt, a dash and the like. Raises WebsiteWrong."""
    text = clean(_typed(raw))
    if text.casefold() in _NO_SITE:
        return ""
    if not _WEBSITE.fullmatch(text):
        raise WebsiteWrong(field="website", raw=_quoted(raw))
    return text


def postal_code(raw: object) -> str:
    """Four digits from 1000 on; B- and BE- before them may go (F4.04). Raises PostalCodeWrong."""
    found = _POSTAL.fullmatch(clean(_typed(raw)))
    if not found:
        raise PostalCodeWrong(field="postal_code", raw=_quoted(raw))
    return found[1]


def municipality_fits(code: str, locality: str) -> bool:
    """Whether a postal code exists and does not contradict the place.

    People write village names (9032 Wondelgem), which the table does not hold: a place that is
    no municipality at all is believed; a municipality that has other postal codes is not.
    """
    table = _postal_table()
    if code not in table.names:
        return False
    place = _key(locality)
    return not place or place in table.names[code] or place not in table.municipalities


def province_of(code: str) -> str:
    """The province of a postal code in Dutch, `Brussel` for Brussels, empty when unknown."""
    return _postal_table().provinces.get(code, "")


class _PostalTable:
    """The table of Statbel, made ready for questions (content/postal_codes.json)."""

    def __init__(self, facts: dict[str, dict[str, list[str]]]) -> None:
        named = {
            nis: frozenset(_key(name) for name in line[1:])
            for nis, line in facts["municipalities"].items()
        }
        self.municipalities: frozenset[str] = frozenset().union(*named.values())
        self.names = {
            code: frozenset().union(*(named[nis] for nis in places))
            for code, places in facts["postal_codes"].items()
        }
        self.provinces = {
            code: facts["municipalities"][places[0]][0]
            for code, places in facts["postal_codes"].items()
        }


@cache
def _postal_table() -> _PostalTable:
    file = resources.files("resources").joinpath("content").joinpath("postal_codes.json")
    return _PostalTable(json.loads(file.read_text(encoding="utf-8")))


def _key(name: str) -> str:
    return _NOT_LETTERS.sub("", fold(name).partition("(")[0])


def _typed(raw: object) -> str:
    """What somebody typed, whatever Excel made of it: 469798697.0 is 469798697."""
    if raw is None or isinstance(raw, bool):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return clean(unicodedata.normalize("NFKC", str(raw)))


def _quoted(raw: object) -> str:
    text = _typed(raw)
    return f"“{text[:39]}…”" if len(text) > 40 else f"“{text}”"
