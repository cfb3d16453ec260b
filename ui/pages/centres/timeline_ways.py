"""The ways a timeline leaves the house: to a printer, as a PDF, or as a picture."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from controllers.export.landing import Exported
from controllers.outgoing import Outgoing
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import long_date
from models.timeline.values import CentreTimeline
from ui.kit.ask import choose_save
from ui.kit.page import Message
from ui.kit.printing import print_pages
from ui.kit.timeline import Timeline
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

PDF, PNG = "PDF (*.pdf)", "PNG (*.png)"
PICTURE = QSize(1440, 640)
"""The picture for a report, before it is doubled."""


class TimelineWays(QObject):
    """Takes along what `shown` holds; `said` tells where it went."""

    said = Signal(object)

    def __init__(self, outgoing: Outgoing, tasks: Tasks, timeline: Timeline, host: QWidget) -> None:
        super().__init__(host)
        self._outgoing, self._tasks = outgoing, tasks
        self._timeline, self._host = timeline, host
        self.shown: CentreTimeline | None = None
        self.printer: QPrinter | None = None
        """A printer that is known beforehand: it is not asked for."""

    def ask_pdf(self) -> None:
        """Ask where the PDF must lie."""
        if self.shown is not None:
            write, name = partial(self._write, self.shown), f"{_named(self.shown)}.pdf"
            choose_save(self._host, _("Keep the timeline"), PDF, name, write)

    def ask_picture(self) -> None:
        """Ask where the picture of what is in sight must lie; it is twice as sharp."""
        if self.shown is not None:
            paint, name = partial(self._paint, self.shown), f"{_named(self.shown)}.png"
            choose_save(self._host, _("Keep the picture"), PNG, name, paint)

    def print_it(self) -> None:
        if self.shown is not None:
            ticket = self._tasks.do(self._outgoing.timeline_pages, self.shown.centre_id)
            ticket.then(partial(self._print, _named(self.shown))).otherwise(self._explain)

    def _write(self, shown: CentreTimeline, path: Path) -> None:
        ticket = self._tasks.do(self._outgoing.timeline, shown.centre_id, path)
        ticket.then(self._written).otherwise(self._explain)

    def _written(self, made: Exported) -> None:
        self.said.emit(Message(_("Timeline kept in {path}").format(path=made.path)))

    def _paint(self, shown: CentreTimeline, path: Path) -> None:
        image = self._timeline.picture(PICTURE.width(), PICTURE.height(), _captioned(shown))
        ticket = self._tasks.do(self._outgoing.picture, _png(image), path)
        ticket.then(self._painted).otherwise(self._explain)

    def _painted(self, made: Exported) -> None:
        self.said.emit(Message(_("Picture kept in {path}").format(path=made.path)))

    def _print(self, title: str, pages: PdfPages) -> None:
        known = self.printer is not None
        try:
            done = print_pages(self._host, pages, title, dialog=not known, printer=self.printer)
        except AppError as error:
            self._explain(error)
            return
        if done:
            self.said.emit(Message(_("Timeline sent to the printer.")))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _named(shown: CentreTimeline) -> str:
    """A name for the file, without signs that a system refuses."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", f"{_('Timeline')} {shown.name}")


def _captioned(shown: CentreTimeline) -> str:
    said = _("as on {day}") if shown.known_on is None else _("as the file knew it on {day}")
    return f"{shown.name} · {said.format(day=long_date(shown.known_on or shown.today))}"


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())
