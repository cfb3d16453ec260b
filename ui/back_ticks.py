"""What is ticked in a review, put aside in the file: a restart takes no choice away."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.drafts import Drafts
from models.kernel.errors import Refused

if TYPE_CHECKING:
    from controllers.exchange.review import Review

Kept = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The very file that is reviewed, so that it is known again."""

    path: Path
    mark: str
    """SHA-256 of its bytes."""

    @property
    def name(self) -> str:
        return self.path.name


class BackTicks:
    """One draft a check or application: of the workbook that was looked at last."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def workbook(self, about: UUID) -> Workbook | None:
        """The workbook of which cells were chosen and not taken over yet."""
        kept = self._drafts.read(_kind(about))
        path = kept.get("path", "")
        return Workbook(Path(path), kept.get("mark", "")) if path else None

    def chosen(self, review: Review, mark: str) -> frozenset[UUID] | None:
        """What was ticked in this very file; None when nobody chose anything in it yet."""
        kept = self._drafts.read(_kind(review.about))
        of_this = (kept.get("mark"), kept.get("export")) == (mark, review.export.hex)
        return _ticked(review, kept) if of_this else None

    def keep(self, review: Review, workbook: Workbook, ticked: Collection[UUID]) -> None:
        """Put aside what is ticked; a name of a file that may not be kept is left out."""
        start, other = _shortest(review, frozenset(ticked))
        fields = {
            "mark": workbook.mark,
            "export": review.export.hex,
            "start": start,
            "cells": " ".join(sorted(one.hex for one in other)),
        }
        try:
            self._drafts.keep(_kind(review.about), {**fields, "path": str(workbook.path)})
        except Refused:
            self._drafts.keep(_kind(review.about), fields)

    def forget(self, about: UUID) -> None:
        """It was taken over, or stands again as the program proposes it."""
        self._drafts.forget(_kind(about))


def _kind(about: UUID) -> str:
    return f"back_{about.hex}"


def _starts(review: Review) -> Mapping[str, frozenset[UUID]]:
    """Where choosing may have begun; thousands ticked at once are then told in a word."""
    takable = frozenset(item.id for item in review.items if item.takable)
    return {"fresh": review.fresh, "all": takable, "none": frozenset()}


def _shortest(review: Review, ticked: frozenset[UUID]) -> tuple[str, frozenset[UUID]]:
    """From which start the fewest cells are otherwise, and which those are."""
    apart = {start: ticked ^ cells for start, cells in _starts(review).items()}
    start = min(apart, key=lambda one: len(apart[one]))
    return start, apart[start]


def _ticked(review: Review, kept: Kept) -> frozenset[UUID]:
    starts = _starts(review)
    other = frozenset(UUID(hex=one) for one in kept.get("cells", "").split())
    return (starts.get(kept.get("start", ""), review.fresh) ^ other) & starts["all"]
