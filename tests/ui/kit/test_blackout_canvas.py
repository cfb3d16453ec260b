"""Spots are marked with keys alone as well as with the mouse, in pixels of the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from ui.kit import theme
from ui.kit.blackout_canvas import BlackoutCanvas

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(qtbot, qapp):
    theme.apply(qapp, "light")
    canvas = BlackoutCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(808, 608)
    with qtbot.waitExposed(canvas):
        canvas.show()
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    canvas.show_image(image)
    return canvas


def press(canvas, key, pressed=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(canvas, key, pressed)


def test_arrows_move_and_size_the_frame_and_enter_sets_it(canvas):
    before = QRect(canvas.frame)
    press(canvas, Qt.Key.Key_Right, times=2)
    press(canvas, Qt.Key.Key_Down)
    step = round(24 / canvas.zoom)
    assert canvas.frame.topLeft() == before.topLeft() + QPoint(2 * step, step)
    press(canvas, Qt.Key.Key_Right, SHIFT)
    press(canvas, Qt.Key.Key_Up, SHIFT | CTRL)
    small = round(4 / canvas.zoom)
    assert canvas.frame.width() == before.width() + step
    assert canvas.frame.height() == before.height() - small
    wanted = QRect(canvas.frame)
    press(canvas, Qt.Key.Key_Return)
    assert canvas.spots == (wanted,)
    assert not canvas.frame.intersects(wanted), "the next frame stands below it"


def test_delete_takes_away_what_the_frame_touches_else_the_last(canvas):
    press(canvas, Qt.Key.Key_Return, times=3)
    one, two, three = canvas.spots
    press(canvas, Qt.Key.Key_Delete)
    assert canvas.spots == (one, two)
    while not canvas.frame.intersects(one):
        press(canvas, Qt.Key.Key_Up)
    press(canvas, Qt.Key.Key_Up)
    press(canvas, Qt.Key.Key_Delete)
    assert canvas.spots == (two,)


def test_the_frame_never_leaves_the_picture(canvas):
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(canvas, key, times=90)
        press(canvas, key, SHIFT, times=3)
        assert QRect(0, 0, 1600, 1200).contains(canvas.frame)


def test_the_mouse_pulls_a_spot(canvas):
    zoom = canvas.zoom
    seen = canvas.viewport()
    start, end = QPoint(100, 80), QPoint(300, 120)
    QTest.mousePress(seen, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(seen, end)
    QTest.mouseRelease(seen, Qt.MouseButton.LeftButton, pos=end)
    (spot,) = canvas.spots
    assert abs(spot.width() - 200 / zoom) <= 3
    assert abs(spot.height() - 40 / zoom) <= 3


def test_zooming_in_shows_the_frame_and_keeps_the_spots(canvas):
    press(canvas, Qt.Key.Key_Return)
    spots, before = canvas.spots, canvas.zoom
    QTest.keyClicks(canvas, "+++")
    assert canvas.zoom > 2 * before
    assert canvas.spots == spots
    assert canvas.viewport().rect().intersects(canvas._on_screen(canvas.frame).toRect())
    QTest.keyClicks(canvas, "---")
    assert canvas.zoom == before


def test_it_says_where_the_frame_is(canvas):
    before = canvas.accessibleDescription()
    press(canvas, Qt.Key.Key_Right)
    assert canvas.accessibleDescription() != before
