"""The assessment in Excel and on paper: out, back in, to a printer or kept as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.applications.values import ApplicationFile
from models.kernel.errors import AppError
from models.kernel.text import N_, _, ngettext
from ui.back_rows import BackWords
from ui.kit.ask import choose_open, choose_save, tidy_name
from ui.kit.page import Message
from ui.papers import Paper, Papers
from ui.tasks import Tasks
from ui.ways_card import WaysCard

EXCEL = "Excel (*.xlsx)"
OUT, BACK, EMPTY, KEEP_EMPTY, PRINT, KEEP = "out", "back", "empty", "keep_empty", "print", "keep"
WAYS = (
    (
        OUT,
        "download",
        N_("To Excel, to keep or fill in"),
        N_("Every requirement with judgement, motivation and what was received."),
    ),
    (
        BACK,
        "inbox",
        N_("Read a workbook in"),
        N_("What came back is compared cell by cell first. You choose what is taken over."),
    ),
    (
        EMPTY,
        "printer",
        N_("Print the empty list"),
        N_("To fill in by pen; the numbers are those of the screen."),
    ),
    (
        KEEP_EMPTY,
        "file-text",
        N_("Keep the empty list as PDF"),
        N_("The same, in a file."),
    ),
    (
        PRINT,
        "printer",
        N_("Print the assessment"),
        N_("As it stands now, with the proof that is kept with it."),
    ),
    (
        KEEP,
        "file-text",
        N_("Keep the assessment as PDF"),
        N_("The same, in a file."),
    ),
)


def _new(count: int) -> str:
    return ngettext("{count} new judgement or text", "{count} new judgements and texts", count)


def _taken(count: int) -> str:
    return ngettext("{count} judgement or text", "{count} judgements and texts", count)


WORDS = BackWords(N_("Applications"), N_("New judgements and texts"), _new, _taken)
"""What the review of such a workbook calls things."""


class Taking(QObject):
    """`came_back(path)` of a workbook to read in; `settled` asks to hand in what is typed."""

    said = Signal(object)
    settled = Signal()
    came_back = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        super().__init__(host)
        self._host, self._tasks = host, tasks
        self._applications = controllers.applications
        self._file: ApplicationFile | None = None
        self.card: WaysCard | None = None
        self.papers = Papers(tasks, host)
        self.empty = self._paper(_("empty assessment"), filled=False)
        self.filled = self._paper(_("assessment"), filled=True)
        self.papers.said.connect(self.said)
        self.papers.settled.connect(self.settled)

    def show_file(self, file: ApplicationFile) -> None:
        self._file = file
        self.papers.show_of(file.id, file.reference, file.centre_name)

    def ask(self) -> None:
        """Which way."""
        if self._file is not None:
            self.settled.emit()
            self.card = WaysCard(self._host, _("The assessment in Excel and on paper"), WAYS)
            self.card.chosen.connect(self._chosen)
            self.card.begin()

    def _chosen(self, way: str) -> None:
        match way:
            case "out":
                self._ask_where()
            case "back":
                title = _("Choose the workbook that came back")
                choose_open(self._host, title, EXCEL, self.came_back.emit)
            case "empty":
                self.papers.print(self.empty)
            case "keep_empty":
                self.papers.ask_where(self.empty)
            case "print":
                self.papers.print(self.filled)
            case _:
                self.papers.ask_where(self.filled)

    def _ask_where(self) -> None:
        if self._file is not None:
            name = tidy_name(f"{self._file.reference} {self._file.centre_name}.xlsx")
            choose_save(self._host, _("Keep the assessment"), EXCEL, name, self._write)

    def _write(self, path: Path) -> None:
        if self._file is not None:
            ticket = self._tasks.do(self._applications.send_out, self._file.id, path)
            ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Assessment kept in {path}").format(path=made.path)))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))

    def _paper(self, word: str, *, filled: bool) -> Paper:
        do = self._applications
        return Paper(word, partial(do.paper_pages, filled=filled), partial(do.paper, filled=filled))
