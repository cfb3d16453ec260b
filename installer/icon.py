"""Draws the icon of the program, for the file manager and the start menu, from its SVG."""

import os
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
SOURCE = Path(__file__).resolve().parent.parent / "resources" / "brand" / "waarmerk.svg"


def draw(into: Path) -> dict[str, Path]:
    """Make waarmerk.ico (all sizes, each drawn sharp) and waarmerk.png (256); by suffix."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image

    pictures = [_drawn(size) for size in SIZES]
    ico, png = into / "waarmerk.ico", into / "waarmerk.png"
    images = [Image.frombytes("RGBA", (size, size), pixels) for size, pixels in pictures]
    images[-1].save(ico, append_images=images[:-1], sizes=[(size, size) for size in SIZES])
    images[-1].save(png)
    return {"ico": ico, "png": png}


def _drawn(size: int) -> tuple[int, bytes]:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return size, bytes(picture.constBits())
