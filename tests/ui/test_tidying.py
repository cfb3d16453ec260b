"""Rings of objects are cleared on the thread of the window, and nowhere else."""

import gc
import weakref
from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

from ui.tidying import NEWBORN, Tidying


class Ring:
    """Something only the collector can clear; it tells on which thread that happens."""

    cleared: list[int] = []

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        self.cleared.append(get_ident())


def crowd() -> None:
    """As many rings as would make Python tidy by itself."""
    for _number in range(NEWBORN * 3):
        Ring()


def test_another_thread_never_clears_and_the_window_does(qtbot: QtBot) -> None:
    gc.collect()
    Ring.cleared.clear()
    tidying = Tidying()
    try:
        other = Thread(target=crowd)
        other.start()
        other.join()
        assert Ring.cleared == []
        tidying.tidy()
        assert set(Ring.cleared) == {get_ident()}
    finally:
        tidying.stop()
    assert gc.isenabled()


def test_old_rings_go_in_the_end(qtbot: QtBot) -> None:
    tidying = Tidying()
    try:
        ring = Ring()
        gone = weakref.ref(ring)
        gc.collect()  # it is old now
        del ring
        for _round in range(400):
            crowd()
            tidying.tidy()
            if gone() is None:
                break
        assert gone() is None
    finally:
        tidying.stop()
