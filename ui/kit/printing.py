"""Pages to paper: the same pictures as on the screen, at the measure of the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from models.kernel.errors import Unavailable
from models.kernel.text import N_
from ui.kit.pdf_view import PageImage

DOTS = 300
"""Dots an inch: sharp on paper, and 35 MB at a time for A4."""


class PrinterUnavailable(Unavailable):
    """The printer did not take the work."""

    sentence = N_(
        "Printing did not work. Check the printer, or save the PDF and print it from there."
    )


class Pages(Protocol):
    """What can be printed; controllers.export.pdf_pages.PdfPages is one."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page, in points."""

    @property
    def render(self) -> Callable[[int, float], PageImage]:
        """A page as a picture: page from 0, pixels a point."""


def print_pages(
    parent: QWidget | None,
    pages: Pages,
    title: str,
    dialog: bool = True,
    printer: QPrinter | None = None,
) -> bool:
    """Print, after asking where to; False when the person thought better of it.

    Raises PrinterUnavailable when the printer refuses. `printer` may be one that writes a PDF.
    """
    chosen = printer if printer is not None else QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen.setDocName(title)
    chosen.setFullPage(True)
    if pages.sizes:
        _fit(chosen, pages.sizes[0])
    chosen.setFromTo(0, 0)
    if dialog and not _asked(parent, chosen, len(pages.sizes)):
        return False
    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    try:
        _paint(pages, chosen)
    finally:
        QGuiApplication.restoreOverrideCursor()
    return True


def _asked(parent: QWidget | None, printer: QPrinter, count: int) -> bool:
    question = QPrintDialog(printer, parent)
    question.setMinMax(1, max(1, count))
    question.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return question.exec() == QDialog.DialogCode.Accepted


def _paint(pages: Pages, printer: QPrinter) -> None:
    numbers = range(len(pages.sizes))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        numbers = numbers[printer.fromPage() - 1 : printer.toPage() or None]
    p = QPainter()
    if not p.begin(printer):
        raise PrinterUnavailable
    try:
        for at, page in enumerate(numbers):
            if at:
                _fit(printer, pages.sizes[page])
                if not printer.newPage():
                    raise PrinterUnavailable
            _paint_page(p, pages.render(page, DOTS / 72), printer)
    finally:
        p.end()


def _paint_page(p: QPainter, image: PageImage, printer: QPrinter) -> None:
    """As large as the paper allows, in its own proportions, in the middle."""
    kind = QImage.Format.Format_RGB32
    picture = QImage(image.pixels, image.width, image.height, image.stride, kind)
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    size = QSizeF(picture.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    p.drawImage(QRectF(left, top, size.width(), size.height()), picture)


def _fit(printer: QPrinter, size: tuple[float, float]) -> None:
    """Ask for the page's own paper: A4 stays A4, a wide table lies on its side."""
    width, height = size
    wide = width > height
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point)
    side = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, side, QMarginsF(0, 0, 0, 0)))
