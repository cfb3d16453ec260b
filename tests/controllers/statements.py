"""Counts what is asked of a file while it is open."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from models.store.store import Store


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Every question that is asked of the file inside the `with`."""
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            said.append(statement)

    event.listen(store._reading, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(store._reading, "before_cursor_execute", hear)
