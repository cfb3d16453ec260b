"""What was made black is gone: from the pixels, and everything beside the pixels too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from ui.kit.burning import LARGEST, as_png, burnt, fitted, read_picture

BLACK = QColor(Qt.GlobalColor.black).rgb()


def page(wide=120, tall=80):
    """No pixel of it is black."""
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    for x in range(wide):
        for y in range(tall):
            image.setPixel(x, y, QColor(1 + (x * 7 + y * 13) % 255, 200, 90).rgb())
    return image


PAGE = page()
SPOTS = st.lists(
    st.builds(
        QRect, st.integers(-9, 130), st.integers(-9, 90), st.integers(1, 60), st.integers(1, 40)
    ),
    max_size=4,
)


@given(SPOTS)
def test_every_pixel_under_a_spot_is_black_and_every_other_as_it_was(spots):
    after = read_picture(as_png(burnt(PAGE, spots)))
    assert after is not None
    for x in range(PAGE.width()):
        for y in range(PAGE.height()):
            covered = any(spot.contains(x, y) for spot in spots)
            assert after.pixel(x, y) == (BLACK if covered else PAGE.pixel(x, y))


def test_nothing_that_was_written_beside_the_pixels_comes_along():
    image = page()
    image.setText("Author", "Jan Peeters")
    image.setText("Comment", "51.2194 N 4.4025 E")
    assert b"Peeters" in as_png(image)
    content = as_png(burnt(image, []))
    assert b"Peeters" not in content
    assert b"51.2194" not in content
    assert not {b"tEXt", b"iTXt", b"zTXt", b"eXIf"} & {content[i : i + 4] for i in range(900)}


def test_a_photograph_loses_its_camera_and_stands_upright(tmp_path):
    image = page()
    path = tmp_path / "foto.jpg"
    image.save(str(path), "JPEG")
    turned = b"\xff\xd8" + exif(6) + path.read_bytes()[2:]
    seen = read_picture(turned)
    assert seen is not None
    assert (seen.width(), seen.height()) == (image.height(), image.width())
    assert b"Exif" not in as_png(burnt(seen, []))


def exif(orientation: int) -> bytes:
    """The part of a JPEG in which a telephone writes how it was held."""
    entry = b"\x12\x01" + b"\x03\x00" + b"\x01\x00\x00\x00" + bytes([orientation, 0, 0, 0])
    tiff = b"II*\x00\x08\x00\x00\x00" + b"\x01\x00" + entry + b"\x00\x00\x00\x00"
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


def test_a_photograph_of_a_telephone_becomes_as_small_as_a_page_needs():
    large = QImage(4000, 3000, QImage.Format.Format_RGB32)
    large.fill(Qt.GlobalColor.white)
    small = fitted(large)
    assert small is not None
    assert (small.width(), small.height()) == (LARGEST, 1950)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\nen dan niets", b"geen beeld"])
def test_what_is_no_picture_is_none(content):
    assert read_picture(content) is None
