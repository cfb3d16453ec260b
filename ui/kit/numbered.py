"""Which key somebody means by a number: 5, dc-12 and DC12 all name one of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.kernel.words import fold

_NUMBER = re.compile(r"([a-z]*)\s*-?\s*(\d{1,3})")


def key_of(text: str, keys: Iterable[str]) -> str | None:
    """The key with this number, and with these letters where any were typed.

    `text` is folded already.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    letters, number = match[1], int(match[2])
    fitting = (key for key in keys if _number(key) == number)
    return next((key for key in fitting if letters in ("", _letters(key))), None)


def _number(key: str) -> int:
    return int(re.sub(r"\D", "", key) or 0)


def _letters(key: str) -> str:
    return re.sub(r"[^a-z]", "", fold(key))
