"""One office for all tests of a module that review a workbook: what is taken over is taken back."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from controllers.bundle import Controllers
from controllers.exchange.review import Review
from models.store.file import Terms, open_file
from tests.conftest import PASSPHRASE, copy_of
from tests.controllers.finished import finished_check

Office = tuple[Controllers, UUID]


def reopened(empty: Path, folder: Path, terms: Terms) -> Iterator[Office]:
    """A finished check that was opened again, in a file in this folder."""
    controllers = Controllers(open_file(copy_of(empty, folder / empty.name), PASSPHRASE, terms))
    made = finished_check(controllers)
    controllers.checks.reopen(made, "Nog een dossier nakijken.")
    yield controllers, made
    controllers.close()


def seen_of(office: Office, path: Path) -> Review:
    controllers, check = office
    return controllers.checks.review(controllers.checks.read_back(path), check)
