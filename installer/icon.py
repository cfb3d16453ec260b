"""Draws the icon of the program for the file manager and the start menu: the mark of the window."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(into: Path) -> dict[str, Path]:
    """Make waarmerk.ico (all sizes, each drawn sharp) and waarmerk.png (256); by suffix."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from PIL import Image
    from PySide6.QtGui import QGuiApplication

    # Qt wants an application before a font; the mark itself needs no window.
    application = QGuiApplication.instance() or QGuiApplication([])
    images = [Image.frombytes("RGBA", (size, size), _drawn(size)) for size in SIZES]
    ico, png = into / "waarmerk.ico", into / "waarmerk.png"
    images[-1].save(ico, append_images=images[:-1], sizes=[(size, size) for size in SIZES])
    images[-1].save(png)
    del application
    return {"ico": ico, "png": png}


def _drawn(size: int) -> bytes:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from ui.kit.rail_parts import paint_mark

    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(0)
    painter = QPainter(picture)
    paint_mark(painter, QRectF(0, 0, size, size))
    painter.end()
    return bytes(picture.constBits())
