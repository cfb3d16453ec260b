"""Papers of one thing on their way out: to a printer, or kept as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save, tidy_name
from ui.kit.page import Message
from ui.kit.printing import print_pages
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

PDF = "PDF (*.pdf)"


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper: its name in a file name, and how it is made."""

    word: str
    pages: Callable[[UUID], PdfPages]
    write: Callable[[UUID, Path], Exported]


class Papers(QObject):
    """`said(Message)` tells how it went; `settled` asks to hand in what is still being typed."""

    said = Signal(object)
    settled = Signal()

    def __init__(self, tasks: Tasks, host: QWidget) -> None:
        super().__init__(host)
        self._tasks, self._host = tasks, host
        self._about: UUID | None = None
        self._names = "", ""
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""

    def show_of(self, about: UUID, reference: str, centre: str) -> None:
        """Of which thing the papers are: with its reference and centre in their file names."""
        self._about, self._names = about, (reference, centre)

    def print(self, paper: Paper) -> None:
        if self._about is not None:
            self.settled.emit()
            ticket = self._tasks.do(paper.pages, self._about)
            ticket.then(partial(self._print, paper)).otherwise(self._explain)

    def ask_where(self, paper: Paper) -> None:
        if self._about is not None:
            self.settled.emit()
            reference, centre = self._names
            name = f"{reference} {paper.word} {centre}.pdf"
            then = partial(self._write, paper)
            choose_save(self._host, _("Keep as PDF"), PDF, tidy_name(name), then)

    def _write(self, paper: Paper, path: Path) -> None:
        if self._about is not None:
            ticket = self._tasks.do(paper.write, self._about, path)
            ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Kept in {path}").format(path=made.path)))

    def _print(self, paper: Paper, pages: PdfPages) -> None:
        known = self.printer is not None
        try:
            done = print_pages(
                self._host, pages, paper.word, dialog=not known, printer=self.printer
            )
        except AppError as error:
            self._explain(error)
            return
        if done:
            self.said.emit(Message(_("Sent to the printer.")))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
