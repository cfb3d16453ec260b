"""What may stand in a field of a centre: cleaned, or refused with the field named."""

from collections.abc import Callable
from datetime import date

from models.centres.rules.addressing import email, phone, postal_code, website
from models.centres.rules.naming import legal_form
from models.centres.rules.numbers import (
    enterprise_number,
    establishment_number,
    mask_national_numbers,
    national_numbers,
)
from models.centres.values import NameMissing, NationalNumberFound
from models.kernel.errors import Refused
from models.kernel.typed import check_room, keepable
from models.kernel.words import clean

Value = str | date | bool | None

NEEDED = frozenset({"legal_name", "last_name"})
LONG = frozenset({"remark", "deviation"})
"""Fields that keep their line breaks."""
NUMBERS = frozenset({"enterprise_number", "establishment_number", "phone"})
"""Fields of bare digits, in which a national register number cannot be told from another."""
MASKED = "••.••.••-•••.••"
"""What stands in the place of a national register number: nobody can read it back."""
CLEANERS: dict[str, Callable[[object], str]] = {
    "enterprise_number": enterprise_number,
    "establishment_number": lambda raw: establishment_number(raw).digits,
    "email": email,
    "phone": phone,
    "postal_code": postal_code,
    "website": website,
    "legal_form": legal_form,
}


def cleaned(field: str, value: Value, most: int | None = None) -> Value:
    """The value as it is kept; None for an emptied field. `most` is how long a text may be.

    Raises a Refused that names the field.
    """
    if not isinstance(value, str):
        return value
    typed = keepable(value)
    text = typed.strip() if field in LONG else clean(typed)
    try:
        kept = _cleaned(field, text)
        if kept is not None and most is not None:
            check_room(kept, most)
    except Refused as refusal:
        refusal.field = field
        raise
    return kept


def refuse_national_number(text: str, field: str) -> None:
    """Raises NationalNumberFound (F3.06), which quotes the masked numbers and nothing around."""
    spans = national_numbers(text)
    if spans:
        masked = mask_national_numbers(text)
        quoted = dict.fromkeys(masked[start:end] for start, end in spans)
        raise NationalNumberFound(field=field, masked=", ".join(quoted))


def kept_text(
    text: str, field: str, *, one_line: bool = False, most: int | None = None
) -> str | None:
    """The text without outer blanks, None when empty; `most` is how long it may be.

    Raises NationalNumberFound (F3.06) and TextTooLong.
    """
    typed = keepable(text)
    kept = clean(typed) if one_line else typed.strip()
    refuse_national_number(kept, field)
    if most is not None:
        check_room(kept, most, field)
    return kept or None


def without_national_numbers(text: str) -> str:
    """The text with MASKED in the place of every national register number.

    What is left never holds a valid number, also not one that the masking brought to light.
    """
    while spans := national_numbers(text):
        start, end = spans[-1]
        text = f"{text[:start]}{MASKED}{text[end:]}"
    return text


def _cleaned(field: str, text: str) -> str | None:
    if not text:
        if field in NEEDED or field == "enterprise_number":
            raise NameMissing(field=field)
        return None
    kept = CLEANERS[field](text) if field in CLEANERS else text
    if field not in NUMBERS:
        refuse_national_number(kept, field)
    return kept
