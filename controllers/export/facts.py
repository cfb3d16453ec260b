"""The fingerprint of facts: the same facts give the same number on every laptop."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256

from models.kernel.version import VERSION

PROGRAM = "Waarmerk"
"""Without a version: a letter printed again after an update keeps its bytes."""
MADE_WITH = f"{PROGRAM} {VERSION}"
"""With it, where one must know which program made it."""


def fingerprint(facts: object) -> str:
    """SHA-256, hexadecimal, over the canonical JSON of frozen values."""
    plain = json.dumps(_plain(facts), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(plain.encode("ascii")).hexdigest()


def _plain(fact: object) -> object:
    if is_dataclass(fact):
        return {place.name: _plain(getattr(fact, place.name)) for place in fields(fact)}
    match fact:
        case Enum():
            return fact.value
        case None | bool() | int() | float() | str():
            return fact
        case Mapping():
            return {str(key): _plain(value) for key, value in fact.items()}
        case tuple() | list():
            return [_plain(part) for part in fact]
        case _:
            return str(fact)
