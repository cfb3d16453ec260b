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
from models.kernel.words import clean

Value = str | date | bool | None

NEEDED = frozenset({"legal_name", "last_name"})
LONG = frozenset({"remark"})
"""Fields that keep their line breaks."""
CLEANERS: dict[str, Callable[[object], str]] = {
    "enterprise_number": enterprise_number,
    "establishment_number": lambda raw: establishment_number(raw).digits,
    "email": email,
    "phone": phone,
    "postal_code": postal_code,
    "website": website,
    "legal_form": legal_form,
}


def cleaned(field: str, value: Value) -> Value:
    """The value as it is kept; None for an emptied field. Raises a Refused that names the field."""
    if not isinstance(value, str):
        return value
    text = value.strip() if field in LONG else clean(value)
    try:
        return _cleaned(field, text)
    except Refused as refusal:
        refusal.field = field
        raise


def _cleaned(field: str, text: str) -> str | None:
    if not text:
        if field in NEEDED or field == "enterprise_number":
            raise NameMissing(field=field)
        return None
    if field in CLEANERS:
        return CLEANERS[field](text)
    if national_numbers(text):
        raise NationalNumberFound(masked=mask_national_numbers(text))
    return text
