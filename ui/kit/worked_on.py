"""Where on a page somebody works: the row they stand on, the field they write in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit, QWidget

from ui.kit.form import FormRow


def places_of(widget: QWidget, page: QWidget) -> Iterator[QRect]:
    """What must stay in sight while the widget has the keyboard, in the page's own coordinates.

    The whole field with its label, then only the line that is written. Of a list only its row.
    """
    inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    if inside is widget or isinstance(widget, QTextEdit | QPlainTextEdit):
        whole = _with_label(widget, page)
        yield _in_sight(whole, whole.rect(), page)
    spot = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    if isinstance(spot, QRectF):
        spot = spot.toAlignedRect()
    yield _in_sight(inside, QRect(0, spot.top(), inside.width(), spot.height()), page)


def _with_label(widget: QWidget, page: QWidget) -> QWidget:
    above: QWidget | None = widget
    while above is not None and above is not page:
        if isinstance(above, FormRow):
            return above
        above = above.parentWidget()
    return widget


def _in_sight(widget: QWidget, area: QRect, page: QWidget) -> QRect:
    """What of it is not scrolled away."""
    above: QWidget | None = widget
    while above is not None and above is not page:
        area = area.intersected(above.rect()).translated(above.pos())
        above = above.parentWidget()
    return area.intersected(page.rect())
