"""The field a list of dossiers is pasted into or dropped on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.kit.text_field import TextField


class ListField(TextField):
    """A list of dossiers, pasted or dropped. What is pasted is read at once.

    Escape is for whoever stands around it: a list that was pasted is never wiped by one key.
    """

    dropped = Signal(object)
    """Path of a file that was dropped or pasted."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths[0])
            return
        super().insertFromMimeData(source)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
