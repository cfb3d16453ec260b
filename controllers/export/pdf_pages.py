"""A finished PDF, page by page as a picture or as text: for preview, printing and tests."""

from __future__ import annotations

import atexit
import weakref
from dataclasses import dataclass
from threading import RLock
from typing import Any

from models.kernel.errors import Refused
from models.kernel.text import N_

_one_at_a_time = RLock()
"""PDFium keeps state of its own for all files together and knows no threads.

The same thread may come in twice: a file that nobody holds any more can be let go in the middle.
"""


_open: weakref.WeakSet[PdfPages] = weakref.WeakSet()


class PdfUnreadable(Refused):
    sentence = N_("This PDF cannot be shown here: it is locked or damaged. Save it to open it.")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: blue, green, red and an unused byte for each pixel, top line first."""

    width: int
    """In pixels."""
    height: int
    stride: int
    """Bytes from one line to the next."""
    pixels: bytes


def _close_all() -> None:
    for pages in list(_open):
        pages.close()


def _close(document: Any) -> None:
    """Close while nobody else is inside PDFium; its own finalizer would not wait."""
    with _one_at_a_time:
        document.close()


class PdfPages:
    """The pages of one PDF. Safe to call from any thread; closes itself when nobody holds it.

    Raises PdfUnreadable.
    """

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        with _one_at_a_time:
            try:
                self._document: Any = pypdfium2.PdfDocument(content)
            except pypdfium2.PdfiumError as error:
                raise PdfUnreadable from error
            pages = range(len(self._document))
            self._sizes = tuple(self._document.get_page_size(page) for page in pages)
        self._closing = weakref.finalize(self, _close, self._document)
        self._closing.atexit = False
        if not _open:
            atexit.register(_close_all)  # after PDFium's own import, so before its own end
        _open.add(self)

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points."""
        return self._sizes

    def render(self, page: int, scale: float) -> PageImage:
        """A page as a picture, on white; `scale` is pixels a point. Raises IndexError."""
        self._check(page)
        with _one_at_a_time:
            sheet = self._document[page]
            bitmap = sheet.render(scale=scale, prefer_bgrx=True)
            image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
        return image

    def text(self, page: int) -> str:
        """The words on a page, in reading order. Raises IndexError."""
        self._check(page)
        with _one_at_a_time:
            sheet = self._document[page]
            words = sheet.get_textpage()
            text = str(words.get_text_range())
            words.close()
            sheet.close()
        return text

    def close(self) -> None:
        """Give the memory back; nothing can be rendered after this."""
        self._closing()

    def _check(self, page: int) -> None:
        if not 0 <= page < len(self._sizes):
            raise IndexError(page)
