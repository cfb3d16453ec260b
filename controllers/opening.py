"""Opening the office: a new file, one that exists, one whose passphrase is lost."""

import getpass
from dataclasses import dataclass
from pathlib import Path

from controllers.bundle import Controllers
from models import subjects
from models.centres.entities import SEARCHED
from models.kernel.clock import Clock
from models.settings import queries as settings_queries
from models.store import attachments, file
from models.store.keys import LEAST, Cost
from models.store.store import Store

__all__ = ["LEAST", "SUFFIX", "Created", "Opening", "throw_away"]

SUFFIX = file.SUFFIX
TABLES = subjects.SUBJECTS
"""Known before a file is opened, so that its layout, journal and proof cover them all."""


def throw_away(path: Path) -> None:
    """Erase a file that nobody needs, with everything that lies beside it."""
    beside = (".key", "-wal", "-shm", "-journal")
    hidden = (".key.bak", ".lock", ".who")
    names = (path.name, *(path.name + tail for tail in beside))
    for name in (*names, *(f".{path.name}{tail}" for tail in hidden)):
        path.with_name(name).unlink(missing_ok=True)
    attachments.remove_all(path)


@dataclass(frozen=True, slots=True)
class Created:
    """A new file, open, and the recovery key that is shown once."""

    controllers: Controllers
    recovery_key: str


class Opening:
    """The front door: everything before there is an open file."""

    def __init__(self, clock: Clock, who: str = "", cost: Cost | None = None) -> None:
        self._clock = clock
        self._terms = file.Terms(clock, who or getpass.getuser(), (SEARCHED,), cost)

    def create(self, path: Path, passphrase: str) -> Created:
        """A new, empty, encrypted file."""
        store, recovery = file.create(path, passphrase, self._terms)
        return Created(Controllers(store), recovery)

    def open(self, path: Path, passphrase: str, *, demo: bool = False) -> Controllers:
        """An existing file, by its passphrase; `demo` marks the throw-away file."""
        return self._ready(file.open_file(path, passphrase, self._terms), demo=demo)

    def recover(self, path: Path, recovery_key: str, passphrase: str) -> Controllers:
        """An existing file, by its recovery key; from now on the new passphrase opens it."""
        return self._ready(file.recover(path, recovery_key, passphrase, self._terms))

    @staticmethod
    def _ready(store: Store, *, demo: bool = False) -> Controllers:
        with store.look() as session:
            settings = settings_queries.settings(session)
        return Controllers(store, settings, demo=demo)
