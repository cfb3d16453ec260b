"""Answers that come late, without waiting for a clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from ui.tasks import Tasks


@contextmanager
def held_back(start: Callable[..., object], threads: int) -> Iterator[None]:
    """What is handed in inside by `start` is not answered before the end."""
    gate = Event()
    for _thread in range(threads):
        start(gate.wait)
    try:
        yield
    finally:
        gate.set()


def late_answers(tasks: Tasks):
    """No question is answered before the end."""
    return held_back(tasks.ask, 2)


def late_writes(tasks: Tasks):
    """Nothing is kept before the end."""
    return held_back(tasks.do, 1)
