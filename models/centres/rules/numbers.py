"""Numbers of undertakings, establishments and persons: read, checked, shown and masked."""

import re
import unicodedata

from stdnum.be import ssn

from models.centres.values import (
    EnterpriseNumberWrong,
    EstablishmentNumber,
    EstablishmentNumberWrong,
)
from models.kernel.text import _
from models.kernel.words import clean

_FORMAT_SIGNS = re.compile(r"[\s.()/_\-\u2010-\u2015\u200b\ufeff]+")
_ENTERPRISE_PREFIX = re.compile(r"^(?:BE|KBO|BCE|BTW|TVA|VAT|ON|NR)+", re.ASCII)
_ESTABLISHMENT_PREFIX = re.compile(r"^(?:VE|VEN|UE|BE|NR)+", re.ASCII)
_DECIMAL_TAIL = re.compile(r"^(\d+)[.,]0+$")
_ALL_DIGITS = re.compile(r"[0-9]+", re.ASCII)
# Layout of DOMAIN.md F4.08, with other separators allowed. A look-ahead finds candidates that
# overlap; a plus before the digits makes it a telephone number. Within the day of birth a
# dash or a slash stands twice or not at all: after four figures it makes a year, as in dossier
# 2021-0714052.
_NATIONAL = re.compile(
    r"(?<![\d+])(?=("
    r"\d{2}(?:[.\s]?\d{2}[.\s]?|(?P<sign>[/\u2010-\u2015-])\d{2}(?P=sign))\d{2}"
    r"[.\s/\u2010-\u2015-]{0,3}\d{3}[.\s/\u2010-\u2015-]?\d{2})(?!\d))"
)


def enterprise_number(raw: object) -> str:
    """The ten digits of an enterprise number (DOMAIN.md F4.01).

    Accepts BE, dots, blanks of any kind, `(0)`, nine digits without the leading zero and numbers
    out of Excel. Raises EnterpriseNumberWrong, which says how many digits there were, which
    check digits were expected, or that it is the number of an establishment.
    """
    digits = _bare_digits(raw, _ENTERPRISE_PREFIX)
    if digits is not None and len(digits) == 9:
        digits = f"0{digits}"
    if fault := _enterprise_fault(digits):
        cause, reason = fault
        raise EnterpriseNumberWrong(
            field="enterprise_number", raw=_quoted(raw), cause=cause, reason=reason
        )
    return digits or ""


def establishment_number(raw: object) -> EstablishmentNumber:
    """The ten digits of an establishment (DOMAIN.md F4.02), with or without `VE` before them.

    The check digits are no more than a warning: the sources do not state them. Raises
    EstablishmentNumberWrong, which says so when it is the number of an undertaking.
    """
    digits = _bare_digits(raw, _ESTABLISHMENT_PREFIX)
    if fault := _establishment_fault(digits):
        cause, reason = fault
        raise EstablishmentNumberWrong(
            field="establishment_number", raw=_quoted(raw), cause=cause, reason=reason
        )
    digits = digits or ""
    return EstablishmentNumber(digits, _checks(digits))


def show_enterprise_number(digits: str) -> str:
    """0566988259 as 0566.988.259; anything that is not ten digits as it is."""
    if len(digits) != 10:
        return digits
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def show_establishment_number(digits: str) -> str:
    """2147812701 as 2.147.812.701; anything that is not ten digits as it is."""
    if len(digits) != 10:
        return digits
    return f"{digits[0]}.{digits[1:4]}.{digits[4:7]}.{digits[7:]}"


def begins_as_establishment(digits: str) -> bool:
    """Whether its first digit is one of an establishment: 2 to 8 (DOMAIN.md F4.02)."""
    return "2" <= digits[:1] <= "8"


def national_numbers(text: str) -> list[tuple[int, int]]:
    """Where national register and bis numbers stand in the text, as (start, end) (F4.08)."""
    if len(text) < 11:
        return []
    return [
        found.span(1)
        for found in _NATIONAL.finditer(text)
        if ssn.is_valid(re.sub(r"\D", "", unicodedata.normalize("NFKC", found[1])))
    ]


def mask_national_numbers(text: str) -> str:
    """The same text with an X for each digit of a national register number.

    What is left never holds a valid number, also not one that the masking brought to light.
    """
    while spans := national_numbers(text):
        signs = list(text)
        for start, end in spans:
            for place in range(start, end):
                signs[place] = "X" if signs[place].isdigit() else signs[place]
        text = "".join(signs)
    return text


def _bare_digits(raw: object, prefix: re.Pattern[str]) -> str | None:
    """Only the digits; empty when there is nothing; None when other signs stand between."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = clean(unicodedata.normalize("NFKC", str(raw)))
    if tail := _DECIMAL_TAIL.match(text):
        text = tail[1] if len(tail[1]) in {9, 10} else text
    bare = _FORMAT_SIGNS.sub("", text.upper().replace(":", "").replace("°", ""))
    bare = prefix.sub("", bare)
    return bare if not bare or _ALL_DIGITS.fullmatch(bare) else None


def _check_digits(digits: str) -> str:
    return f"{97 - int(digits[:8]) % 97:02}"


def _checks(digits: str) -> bool:
    return digits[8:] == _check_digits(digits)


def _is_enterprise(digits: str) -> bool:
    digits = digits.zfill(10)
    return digits[0] in "01" and _checks(digits)


def _length_fault(digits: str | None) -> tuple[str, str] | None:
    if digits is None:
        return "signs", _("it holds signs other than digits.")
    if not digits:
        return "empty", _("nothing is filled in.")
    if len(digits) != 10:
        return "length", _("the number of digits is {count}.").format(count=len(digits))
    return None


def _enterprise_fault(digits: str | None) -> tuple[str, str] | None:
    """Cause (stable, for codes) and reason (for people) why these are not right; or None."""
    if fault := _length_fault(digits):
        return fault
    digits = digits or ""
    if begins_as_establishment(digits):
        said = _("the first digit is {digit}: this looks like the number of an establishment.")
        return "establishment", said.format(digit=digits[0])
    if digits[0] == "9":
        return "first_digit", _("the first digit is {digit}.").format(digit=digits[0])
    if not _checks(digits):
        said = _("the check digits are {given}, but {expected} was expected.")
        return "check_digit", said.format(given=digits[8:], expected=_check_digits(digits))
    return None


def _establishment_fault(digits: str | None) -> tuple[str, str] | None:
    if digits and len(digits) in {9, 10} and _is_enterprise(digits):
        return "enterprise", _("this is the number of an undertaking.")
    if fault := _length_fault(digits):
        return fault
    if digits and not begins_as_establishment(digits):
        return "first_digit", _("the first digit is {digit}.").format(digit=digits[0])
    return None


def _quoted(raw: object) -> str:
    """What was given, short enough for a sentence and never a national number."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = mask_national_numbers(clean("" if raw is None else str(raw)))
    return f"“{text[:39]}…”" if len(text) > 40 else f"“{text}”"
