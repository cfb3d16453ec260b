"""Papers of one thing on their way out: to a printer, or kept as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save, tidy_name
from ui.kit.overlay import when_in_sight
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
        self._making = 0
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""

    def show_of(self, about: UUID, reference: str, centre: str) -> None:
        """Of which thing the papers are: with its reference and centre in their file names."""
        self._about, self._names = about, (reference, centre)

    @property
    def about(self) -> UUID | None:
        """Of which thing the papers are."""
        return self._about

    @property
    def making(self) -> bool:
        """Whether a paper is being made: closing now leaves it out, and nothing half behind."""
        return self._making > 0

    def print(self, paper: Paper) -> None:
        if self._about is not None:
            self.send(paper.word, partial(paper.pages, self._about))

    def send(self, word: str, work: Callable[[], PdfPages]) -> None:
        """To the printer what `work` makes; `word` says there what it is."""
        self.settled.emit()
        self._make(work, partial(self._print, word))

    def keep(self, name: str, work: Callable[[Path], Exported]) -> None:
        """Ask where, and let `work` put it there; `name` is offered."""
        self.settled.emit()
        choose_save(self._host, _("Keep as PDF"), PDF, tidy_name(name), partial(self._write, work))

    def _make(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """After what was typed is kept, and beside the writer: an answer never waits for it."""
        self._making += 1
        self._tasks.after_writes().then(partial(self._start, work, then))

    def _start(self, work: Callable[[], Any], then: Callable[[Any], None], _kept: None) -> None:
        ticket = self._tasks.ask(work)
        ticket.then(then).otherwise(self._tell).ended(self._over)

    def _over(self) -> None:
        self._making -= 1

    def ask_where(self, paper: Paper) -> None:
        if self._about is not None:
            reference, centre = self._names
            name = f"{reference} {paper.word} {centre}.pdf"
            self.keep(name, partial(paper.write, self._about))

    def write(self, paper: Paper, path: Path) -> None:
        """Keep it at a place that is known."""
        if self._about is not None:
            self._write(partial(paper.write, self._about), path)

    def _write(self, work: Callable[[Path], Exported], path: Path) -> None:
        self._make(partial(work, path), self._written)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Kept in {path}").format(path=made.path)))

    def _print(self, word: str, pages: PdfPages) -> None:
        if self.printer is not None:
            self._send(word, pages)
        else:
            when_in_sight(self._host, partial(self._send, word, pages))

    def _send(self, word: str, pages: PdfPages) -> None:
        known = self.printer is not None
        try:
            done = print_pages(self._host, pages, word, dialog=not known, printer=self.printer)
        except AppError as error:
            self._tell(error)
            return
        if done:
            self.said.emit(Message(_("Sent to the printer.")))

    def _tell(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
