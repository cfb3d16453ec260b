"""Write the next step: `python -m models.store.migrations "Add a column"`."""

import sys
from importlib import import_module

from sqlalchemy import create_engine

from models.store import migrate
from models.store.migrations import HEAD


def main(message: str) -> None:
    import_module("models.subjects")
    steps = sorted((migrate.FOLDER / "versions").glob("0*.py"))
    with create_engine("sqlite://").connect() as connection:
        if steps:
            migrate.upgrade(connection)
        migrate.write_step(connection, message, f"{len(steps) + 1:04}")
    print(f"Set HEAD to {len(steps) + 1:04}; it is {HEAD} now.")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
