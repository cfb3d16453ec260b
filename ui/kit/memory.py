"""What one machine remembers of its own window: places, widths, the theme. Never records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit.theme import AUTO, CHOICES


class Memory:
    """Kept in one plain file beside the settings of this person; a damaged file is forgotten."""

    def __init__(self, path: Path) -> None:
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def theme(self) -> str:
        """One of theme.CHOICES."""
        choice = str(self._kept.value("look/theme", AUTO))
        return choice if choice in CHOICES else AUTO

    def keep_theme(self, choice: str) -> None:
        self._kept.setValue("look/theme", choice)

    def text_scale(self) -> float:
        """Between 1.0 and 2.0."""
        return min(2.0, max(1.0, _number(self._kept.value("look/text_scale", 1.0), 1.0)))

    def keep_text_scale(self, scale: float) -> None:
        self._kept.setValue("look/text_scale", scale)

    def keep_window(self, name: str, window: QWidget) -> None:
        self._kept.setValue(f"window/{name}", window.saveGeometry())

    def restore_window(self, name: str, window: QWidget) -> bool:
        """Whether there was a place to go back to."""
        kept = self._kept.value(f"window/{name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_columns(self, name: str, header: QHeaderView) -> None:
        self._kept.setValue(f"columns/{name}", header.saveState())

    def restore_columns(self, name: str, header: QHeaderView) -> bool:
        """Whether the widths were known; a table with other columns starts anew."""
        kept = self._kept.value(f"columns/{name}")
        return isinstance(kept, QByteArray) and header.restoreState(kept)

    def word(self, name: str, usual: str = "") -> str:
        """A small choice of this person: the last folder, a folded panel."""
        return str(self._kept.value(f"word/{name}", usual))

    def keep_word(self, name: str, word: str) -> None:
        self._kept.setValue(f"word/{name}", word)

    def write(self) -> None:
        """Write to disk now; otherwise Qt does so by and by."""
        self._kept.sync()


def _number(kept: object, usual: float) -> float:
    try:
        return float(str(kept))
    except ValueError:
        return usual
