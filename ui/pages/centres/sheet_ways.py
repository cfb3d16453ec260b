"""The sheet of a centre on its way out: to a printer, or kept as a PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save
from ui.kit.page import Message
from ui.kit.printing import print_pages
from ui.pages.centres.file_facts import FileFacts
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

PDF = "PDF (*.pdf)"


class CentreSheetWays(QObject):
    """`said(Message)` tells how it went."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        super().__init__(host)
        self._controllers, self._tasks, self._host = controllers, tasks, host
        self._centre: UUID | None = None
        self._name = ""
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""

    def show_facts(self, facts: FileFacts) -> None:
        identity = facts.file.identity
        self._centre, self._name = identity.id, f"{identity.enterprise_number} {identity.name}"

    def print(self) -> None:
        """One A4 for the train."""
        if self._centre is not None:
            ticket = self._tasks.do(
                self._controllers.outgoing.centre_pages, self._centre, self._controllers.known_on
            )
            ticket.then(self._print).otherwise(self._explain)

    def ask_where(self) -> None:
        if self._centre is not None:
            tidy = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", f"{self._name}.pdf")
            choose_save(self._host, _("Keep the sheet"), PDF, tidy, self._write)

    def _write(self, path: Path) -> None:
        if self._centre is not None:
            sheet = self._controllers.outgoing.centre_sheet
            ticket = self._tasks.do(sheet, self._centre, path, self._controllers.known_on)
            ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Sheet kept in {path}").format(path=made.path)))

    def _print(self, pages: PdfPages) -> None:
        known = self.printer is not None
        try:
            done = print_pages(
                self._host, pages, self._name, dialog=not known, printer=self.printer
            )
        except AppError as error:
            self._explain(error)
            return
        if done:
            self.said.emit(Message(_("Sheet sent to the printer.")))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
