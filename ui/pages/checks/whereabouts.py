"""Where the officer stood in each check: after a restart the work goes on there."""

from __future__ import annotations

from models.checks.values import CheckFile
from ui.kit.memory import Memory
from ui.pages.checks.sight import Place


class Whereabouts:
    """Kept by this machine, not in the file."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def keep(self, check: CheckFile, place: Place) -> None:
        self._memory.keep_word(f"checks/place/{check.id}", f"{place[0]} {place[1]}")

    def back(self, check: CheckFile) -> Place | None:
        """The cell of last time if it is still there, else the first; None without dossiers."""
        key, _space, dossier = self._memory.word(f"checks/place/{check.id}").partition(" ")
        if not check.dossiers:
            return None
        keys = [each.key for each in check.template.questions]
        known = next((each.id for each in check.dossiers if str(each.id) == dossier), None)
        if known is None or key not in keys:
            return keys[0], check.dossiers[0].id
        return key, known
