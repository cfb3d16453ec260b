"""What may be written down of a mistake of ours: types and places, never names or texts."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def discreet(error: BaseException) -> str:
    """Type and places of an error and of what caused it.

    The message of an error stays out: it may hold a record.
    """
    return "\n".join(line for one in _chain(error) for line in _lines(one))


class Discreet(logging.Formatter):
    """A log of ids and places: tracebacks without the messages of errors."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another log may have written it out in full
        return super().format(record)

    def formatException(self, ei: Caught) -> str:
        return discreet(ei[1]) if ei[1] is not None else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        yield now
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _lines(error: BaseException) -> Iterator[str]:
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
