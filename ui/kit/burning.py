"""Pictures with something made black for good: burnt into the pixels, with nothing behind it.

Works on pictures alone, so that a writer thread can do it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QRect, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from ui.kit.theme import BLACKED_OUT, PAPER

LARGEST = 2600
"""Pixels of the longest side: a page is read well at that, and a photograph stays small."""


def read_picture(content: bytes) -> QImage | None:
    """The picture upright and not larger than LARGEST; None when this is no picture we can show."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return fitted(reader.read())


def fitted(image: QImage) -> QImage | None:
    """Not larger than LARGEST; None for a picture without pixels."""
    if image.isNull():
        return None
    if max(image.width(), image.height()) > LARGEST:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return image.scaled(LARGEST, LARGEST, keep, smooth)
    return image


def burnt(image: QImage, spots: Iterable[QRect]) -> QImage:
    """A new picture with these spots black. Only pixels come along: no text, place or camera."""
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(PAPER)
    source = QImage(image)
    source.setDevicePixelRatio(1)
    painter = QPainter(made)
    painter.drawImage(0, 0, source)
    for spot in spots:
        painter.fillRect(spot & made.rect(), BLACKED_OUT)
    painter.end()
    return made


def as_png(image: QImage) -> bytes:
    """The bytes of a PNG that holds these pixels and nothing else."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())
