"""A PDF on the screen and on paper."""

from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from controllers.export.pdf_pages import PageImage, PdfPages
from tests.ui.kit.conftest import Stage
from ui.kit.pdf_view import PdfView
from ui.kit.printing import PrinterUnavailable, print_pages
from ui.tasks import Tasks

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def letter() -> bytes:
    """Three pages: upright, a black block on the second, the third on its side."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.drawString(90, 700, "Bladzijde een")
    canvas.showPage()
    canvas.rect(100, 100, 395, 642, fill=1)
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.drawString(90, 400, "Op zijn kant")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def pages(letter: bytes) -> PdfPages:
    return PdfPages(letter)


@pytest.fixture
def view(tasks: Tasks, stage: Stage) -> PdfView:
    view = PdfView(tasks)
    stage(view, width=700, height=600)
    view.setFocus()
    return view


def darkness(view: PdfView) -> float:
    """The share of black in the middle of the screen."""
    middle = view.mapTo(view.window(), view.rect().center()) - QPoint(50, 50)
    image = view.window().grab(QRect(middle, QSize(100, 100))).toImage()
    dots = [(x, y) for x in range(0, 100, 5) for y in range(0, 100, 5)]
    return sum(image.pixelColor(x, y).lightness() < 60 for x, y in dots) / len(dots)


def test_pages_know_their_sizes_and_their_words(pages: PdfPages) -> None:
    assert [(round(w), round(h)) for w, h in pages.sizes] == [(595, 842), (595, 842), (842, 595)]
    assert "Bladzijde een" in pages.text(0)
    with pytest.raises(IndexError):
        pages.text(3)
    with pytest.raises(IndexError):
        pages.render(-1, 1.0)


def test_a_page_becomes_a_picture_at_the_asked_scale(pages: PdfPages) -> None:
    image = pages.render(1, 0.5)
    assert abs(image.width - 298) <= 1
    assert abs(image.height - 421) <= 1
    assert len(image.pixels) >= image.stride * image.height
    middle = image.stride * (image.height // 2) + 4 * (image.width // 2)
    assert image.pixels[middle : middle + 3] == b"\0\0\0"
    assert image.pixels[:3] == b"\xff\xff\xff"


def test_the_view_shows_page_two(view: PdfView, pages: PdfPages, qtbot: QtBot) -> None:
    view.show_pages(pages.sizes, pages.render)
    assert view.page == 0
    with qtbot.waitSignal(view.page_changed) as signal:
        view.go_to(1)
    assert signal.args == [1]
    qtbot.waitUntil(lambda: darkness(view) > 0.9)
    assert "2" in view.accessibleName()


def test_until_a_page_is_there_paper_waits_with_quiet_lines(
    view: PdfView, pages: PdfPages, qtbot: QtBot
) -> None:
    gate = Event()

    def render(page: int, scale: float) -> PageImage:
        assert gate.wait(10)
        return pages.render(page, scale)

    view.show_pages(pages.sizes, render)
    view.go_to(1)
    assert darkness(view) == 0
    gate.set()
    qtbot.waitUntil(lambda: darkness(view) > 0.9)


def test_keys_zoom_and_fit_the_width(view: PdfView, pages: PdfPages, qtbot: QtBot) -> None:
    view.show_pages(pages.sizes[:2], pages.render)
    fitting = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom > fitting
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom < fitting
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == fitting
    view.window().resize(500, 600)
    assert view.zoom < fitting
    for _step in range(30):
        view.zoom_in()
    assert view.zoom == 4.0


def test_zooming_keeps_the_page_one_was_reading(view: PdfView, pages: PdfPages) -> None:
    view.show_pages(pages.sizes, pages.render)
    view.go_to(1)
    view.set_zoom(2.0)
    assert view.page == 1
    view.set_zoom(0.5)
    assert view.page == 1


def test_a_picture_is_as_sharp_as_the_screen(view: PdfView, pages: PdfPages, qtbot: QtBot) -> None:
    scales: list[float] = []

    def render(page: int, scale: float) -> PageImage:
        scales.append(scale)
        return pages.render(page, scale)

    view.set_zoom(1.0)
    view.show_pages(pages.sizes, render)
    qtbot.waitUntil(lambda: bool(scales))
    assert scales[0] == pytest.approx(96 / 72 * view.devicePixelRatioF(), rel=1e-3)


def test_home_end_and_page_keys_scroll(view: PdfView, pages: PdfPages, qtbot: QtBot) -> None:
    view.show_pages(pages.sizes, pages.render)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 300
    view.clear()
    assert view.verticalScrollBar().maximum() == 0


def test_printing_gives_every_page_on_its_own_paper(pages: PdfPages, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "brief.pdf"))
    assert print_pages(None, pages, "Brief", dialog=False, printer=printer)
    printed = PdfReader(tmp_path / "brief.pdf")
    sizes = [(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages]
    assert [w < h for w, h in sizes] == [True, True, False]
    assert abs(sizes[0][0] - 595) <= 2
    again = PdfPages((tmp_path / "brief.pdf").read_bytes())
    image = again.render(1, 0.5)
    middle = image.stride * (image.height // 2) + 4 * (image.width // 2)
    assert max(image.pixels[middle : middle + 3]) < 20
    edge = image.stride * (image.height // 2) + 4 * 10
    assert min(image.pixels[edge : edge + 3]) > 240


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_in_a_sentence(pages: PdfPages, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nergens" / "brief.pdf"))
    with pytest.raises(PrinterUnavailable):
        print_pages(None, pages, "Brief", dialog=False, printer=printer)


def test_pages_that_keep_their_size_keep_their_picture(
    view: PdfView, pages: PdfPages, qtbot: QtBot
) -> None:
    """A letter that grows by a page never turns blank on the way."""
    view.show_pages(pages.sizes, pages.render)
    view.go_to(1)
    qtbot.waitUntil(lambda: darkness(view) > 0.9)
    gate = Event()

    def slowly(page: int, scale: float) -> PageImage:
        gate.wait(5)
        return pages.render(page, scale)

    view.show_pages([*pages.sizes, pages.sizes[0]], slowly)
    assert darkness(view) > 0.9
    gate.set()
