"""Taking the timeline along: a picture of what is in sight or of all, or a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported, land, named
from models.kernel.text import _
from models.portfolio.values import Group, Grouping
from ui.kit.ask import Choice, ask, choose_save
from ui.kit.button import Button
from ui.kit.page import Message
from ui.pages.timeline.board import Board
from ui.pages.timeline.picture import whole
from ui.tasks import Tasks

SIGHT, WHOLE = "sight", "whole"


class Taking(QObject):
    """Two buttons for the head of the room; `said` tells where something was kept."""

    said = Signal(object)

    def __init__(self, page: QWidget, board: Board, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._board = page, board
        self._controllers, self._tasks = controllers, tasks
        self._groups: Sequence[Group] = ()
        self._grouping = Grouping.PROVINCE
        self._today: date | None = None
        self.picture = Button(_("Picture"), "secondary", "download", _("Keep a picture"))
        self.excel = Button("Excel", "secondary", "download", _("Keep this list as a workbook"))
        self.picture.clicked.connect(self._ask_which)
        self.excel.clicked.connect(self._ask_workbook)

    def show_rows(self, groups: Sequence[Group], grouping: Grouping, today: date) -> None:
        self._groups, self._grouping, self._today = groups, grouping, today

    def _ask_which(self) -> None:
        choices = (
            Choice(WHOLE, _("All rows"), "secondary"),
            Choice(SIGHT, _("What is in sight")),
        )
        text = _("The picture shows the years and the rows as they stand now.")
        ask(self._page, _("Which picture?"), text, choices, self._ask_picture)

    def _ask_picture(self, which: str) -> None:
        name = f"{_('timeline')} {self._day()}.png"
        keep = partial(self._keep_picture, which)
        choose_save(self._page, _("Keep a picture"), "PNG (*.png)", name, keep)

    def _keep_picture(self, which: str, path: Path) -> None:
        image = self._board.picture() if which == SIGHT else whole(self._board)
        self._tasks.ask(write_picture, image, path).then(self._kept)

    def _ask_workbook(self) -> None:
        name = f"{_('timeline')} {self._day()}.xlsx"
        title = _("Keep this list as a workbook")
        choose_save(self._page, title, "Excel (*.xlsx)", name, self._keep_workbook)

    def _keep_workbook(self, path: Path) -> None:
        write = self._controllers.outgoing.portfolio
        self._tasks.ask(write, self._groups, self._grouping, path).then(self._kept)

    def _kept(self, made: Exported) -> None:
        self.said.emit(Message(_("Kept in {name}.").format(name=made.path.name)))

    def _day(self) -> str:
        return (self._today or self._controllers.today()).isoformat()


def write_picture(image: QImage, path: Path) -> Exported:
    """On a reader's thread: the picture as a PNG, whole or not at all."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    return land(bytes(kept.data().data()), named(path, ".png"))
