"""Counts what is asked of a file while it is open."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from models.store.store import Store


@contextmanager
def statements(store: Store, *, writing: bool = False) -> Iterator[list[str]]:
    """Every question that is asked of the file inside the `with`, by looks or by changes."""
    engine = store._writing if writing else store._reading
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            said.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", hear)
