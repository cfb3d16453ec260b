"""The manual beside its chapters: choose to the left, read to the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.manual import Chapter, chapters
from models.kernel.text import _
from ui.kit.base import announce, column, row
from ui.kit.prose import Prose
from ui.kit.row_list import Row, RowList
from ui.kit.shell import panel
from ui.tasks import Tasks

WIDTH = 300


class ManualView(QWidget):
    """Reads the manual once, when somebody comes to look."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._chapters: dict[str, Chapter] = {}
        self._asked = False
        self.list = RowList(compact=True)
        self.list.setAccessibleName(_("Chapters"))
        self.text = Prose(_("Text of the manual"))
        left = column(self.list, gap=0, margins=(8, 10, 8, 8))
        whole = row(panel("left", WIDTH, left), gap=0, margins=(0, 0, 4, 0))
        whole.addWidget(self.text, 1)
        self.setLayout(whole)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._read)
        self.text.linked.connect(self.go_to)
        self.text.left.connect(self.start)

    def reload(self) -> None:
        """Ask for the chapters, the first time only."""
        if not self._asked:
            self._asked = True
            self._tasks.ask(chapters).then(self._show)

    def start(self) -> None:
        """Put the keyboard on the chapters."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: str) -> None:
        """Show the chapter that a link names; nothing happens when there is none."""
        if key in self._chapters:
            self.list.choose(key)
            self._choose(key)

    def _show(self, found: Sequence[Chapter]) -> None:
        self._chapters = {each.key: each for each in found}
        self.list.set_rows([Row(each.title, each.about, payload=each.key) for each in found])
        if found:
            self.list.choose(found[0].key)
            self._choose(found[0].key)

    def _choose(self, key: str) -> None:
        chapter = self._chapters[key]
        self.text.show_markdown(f"## {chapter.title}\n\n{chapter.text}")
        announce(self.text, chapter.title)

    def _read(self, _key: str) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
