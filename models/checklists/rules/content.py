"""What a version says, word for word as canonical JSON, and the mark of it.

A fact that says nothing is left out, so that a field that comes later changes no mark.
"""

import hashlib
import json
import unicodedata
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from models.checklists.values import ChecklistTemplate

_HEAD = ("key", "version", "title", "pseudonym_rule", "sections", "thresholds", "unit")


def canonical(template: ChecklistTemplate) -> str:
    """The version as JSON with sorted keys and without blanks; the same facts, the same text."""
    said = {name: _plain(getattr(template, name)) for name in _HEAD}
    if template.assessment is not None:
        said["assessment"] = _plain(template.assessment)
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def mark(template: ChecklistTemplate) -> str:
    """SHA-256 (hex) of the UTF-8 bytes of `canonical`."""
    return hashlib.sha256(canonical(template).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {
            one.name: _plain(getattr(value, one.name))
            for one in fields(value)
            if one.default is MISSING or getattr(value, one.name) != one.default
        }
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", str(value))
    return value
