"""What a workbook held when it left: canonical JSON, its mark, and room for very long ones."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from controllers.exchange.grids import Grid, packed, unpacked
from models.checks.values.exchange import CellKey, Cells, Plain, SheetUse
from models.kernel.packing import unpack


@dataclass(frozen=True)
class Content:
    """What left, for whom, and the value of every cell with an id."""

    use: SheetUse
    about: UUID
    """The check or the application it was of."""
    reference: str
    centre: str
    centre_name: str
    checklist: str
    version: int
    notes: bool
    """Whether answers and notes were open."""
    cells: Cells
    sheets: tuple[Grid, ...] | None = None
    """Every cell of every sheet; None for what left before they were kept."""


def as_text(content: Content) -> str:
    """Canonical JSON: the same content gives the same text, on every laptop."""
    parts: dict[str, dict[str, dict[str, Plain]]] = {}
    for key, value in content.cells.items():
        parts.setdefault(key.part, {}).setdefault(key.row, {})[key.column] = value
    facts: dict[str, Any] = {
        "use": content.use.value,
        "check": str(content.about),
        "reference": content.reference,
        "centre": content.centre,
        "centre_name": content.centre_name,
        "checklist": content.checklist,
        "version": content.version,
        "notes": content.notes,
        "cells": parts,
    }
    if content.sheets is not None:
        facts["sheets"] = packed(content.sheets)
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def mark(text: str) -> str:
    """SHA-256 of the content, as it stands on the hidden sheet."""
    return sha256(text.encode()).hexdigest()


def read(kept_text: str) -> Content:
    """The content that was kept."""
    facts: dict[str, Any] = json.loads(unpack(kept_text))
    cells: dict[CellKey, Plain] = {
        CellKey(part, row, column): value
        for part, rows in facts["cells"].items()
        for row, columns in rows.items()
        for column, value in columns.items()
    }
    return Content(
        use=SheetUse(facts["use"]),
        about=UUID(facts["check"]),
        reference=facts["reference"],
        centre=facts["centre"],
        centre_name=facts["centre_name"],
        checklist=facts["checklist"],
        version=facts["version"],
        notes=facts["notes"],
        cells=cells,
        sheets=unpacked(facts["sheets"]) if "sheets" in facts else None,
    )
