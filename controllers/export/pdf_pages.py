"""A finished PDF, page by page as a picture or as text: for preview, printing and tests."""

from __future__ import annotations

from dataclasses import dataclass
from threading import RLock
from typing import Any

_one_at_a_time = RLock()
"""PDFium keeps state of its own for all files together and knows no threads.

The same thread may come in twice: a file that nobody holds any more can be let go in the middle.
"""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: blue, green, red and an unused byte for each pixel, top line first."""

    width: int
    """In pixels."""
    height: int
    stride: int
    """Bytes from one line to the next."""
    pixels: bytes


class PdfPages:
    """The pages of one PDF. Safe to call from any thread; closes itself when nobody holds it."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        with _one_at_a_time:
            self._document: Any = pypdfium2.PdfDocument(content)
            pages = range(len(self._document))
            self._sizes = tuple(self._document.get_page_size(page) for page in pages)

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
        with _one_at_a_time:
            self._document.close()

    def __del__(self) -> None:
        """Close while nobody else is inside PDFium; its own finalizer would not wait."""
        if hasattr(self, "_document"):
            self.close()

    def _check(self, page: int) -> None:
        if not 0 <= page < len(self._sizes):
            raise IndexError(page)
