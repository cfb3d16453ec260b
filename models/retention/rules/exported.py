"""What left as a workbook, searched for a person: its words, not the signs it is kept in."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.kernel.packing import unpack
from models.kernel.wording import list_date
from models.kernel.words import clean, fold

TABLES = frozenset({"assessment_export", "checklist_export"})
FIELD = "content"
_AROUND = 60
"""So many signs are shown before and after what was found."""


def naming(kept: str, words: Sequence[str]) -> list[str]:
    """The texts in a kept workbook that hold these folded words, each text once.

    Those that hold all of them; when no single one does and they all stand in it, those with any.
    """
    texts = {text: fold(text) for text in _texts(json.loads(unpack(kept)))}
    whole = [text for text, folded in texts.items() if all(word in folded for word in words)]
    if whole or not all(any(word in folded for folded in texts.values()) for word in words):
        return whole
    return [text for text, folded in texts.items() if any(word in folded for word in words)]


def shown(row: Mapping[str, Any], found: Sequence[str], words: Sequence[str]) -> str:
    """Which workbook it is, and the words around each place: "werkmap van 04/05/2026: …"."""
    name = f" ({row['name']})" if row["name"] else ""
    day = list_date(row["exported_at"].astimezone().date())
    told = " · ".join(_around(text, words) for text in found)
    return f"werkmap van {day}{name}: {told}"


def _texts(node: object) -> Iterator[str]:
    match node:
        case str():
            yield clean(node)
        case dict():
            for value in node.values():
                yield from _texts(value)
        case list():
            for value in node:
                yield from _texts(value)


def _around(text: str, words: Sequence[str]) -> str:
    """The text around its words; folding may shift a sign, so a little more is shown."""
    folded = fold(text)
    at, word = min((folded.find(word), word) for word in words if word in folded)
    first, last = max(0, at - _AROUND), at + len(word) + _AROUND
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
