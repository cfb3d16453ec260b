"""A list of dossiers as it was read, with all there is to say of it: made away from the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from controllers.intake.dossier_list import DossierList, read_dossier_list, read_dossier_text
from models.checks.rules.draw import listed
from ui.pages.checks.list_words import odd, seen_before, told

NO_GROUPS: Mapping[str, int] = {}
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SeenList:
    """What the desk needs of a list, so that it never walks along its rows itself."""

    found: DossierList = field(default_factory=lambda: DossierList(""))
    text: str = ""
    """As it stands in the field, without what is about clients."""
    said: str = ""
    odd: str = ""
    """What is written so that somebody should look at it; mostly empty."""
    population: int = 0
    """Different numbers there is drawn from."""
    groups: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Column to spread over -> group -> how many dossiers."""

    @property
    def offered(self) -> tuple[str, ...]:
        return tuple(self.groups)

    def sizes(self, by: str) -> Mapping[str, int]:
        return self.groups.get(by, NO_GROUPS)


def see_text(text: str, name: str, known: frozenset[str] = NONE) -> SeenList:
    """Read what stands in the field; `known` numbers are not drawn from."""
    return _seen(read_dossier_text(text, name), known)


def see_file(path: Path, known: frozenset[str] = NONE) -> SeenList:
    """Read a file. Raises what `read_dossier_list` raises."""
    return _seen(read_dossier_list(path), known)


def _seen(found: DossierList, known: frozenset[str]) -> SeenList:
    different = set(found.numbers)
    fresh = len(different - known)
    parts = (told(found, len(different)), seen_before(len(different) - fresh, fresh))
    said = " ".join(part for part in parts if part)
    groups = {by: _sizes(found, by, known) for by in found.offered}
    return SeenList(found, found.as_text(), said, odd(found, known), fresh, groups)


def _sizes(found: DossierList, by: str, known: frozenset[str]) -> Mapping[str, int]:
    kept, _twice = listed(found.entries(by))
    return Counter(entry.group for entry in kept if entry.number not in known)
