"""The front door while the house is still dark: nothing heavy is imported until somebody knocks."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from models.kernel.clock import Clock

if TYPE_CHECKING:
    from controllers.bundle import Controllers
    from controllers.opening import Created, Opening

SUFFIX = ".waarmerk"
CORNER = "waarmerk-demo-"
"""How the folder of a demonstration begins."""
LEAST = 10
"""Fewest characters of a passphrase; a test holds both against models.store."""


class Door:
    """Opens and makes files; the first knock imports the database."""

    def __init__(self, clock: Clock, who: str = "") -> None:
        self._clock = clock
        self._who = who

    def warm(self) -> None:
        """Import what opening needs, and read the dictionary, before somebody asks for it."""
        self._opening()
        from controllers.spelling import dictionary

        dictionary()

    def create(self, path: Path, passphrase: str) -> "Created":
        """A new, empty, encrypted file, with the recovery key that is shown once."""
        return self._opening().create(path, passphrase)

    @staticmethod
    def look_for(path: Path) -> None:
        """Raises FileMissing, before anybody is asked for a passphrase."""
        from models.store.refusals import FileMissing

        if not path.is_file():
            raise FileMissing(field="path", path=path)

    def open(self, path: Path, passphrase: str) -> "Controllers":
        return self._opening().open(path, passphrase)

    def recover(self, path: Path, recovery_key: str, passphrase: str) -> "Controllers":
        return self._opening().recover(path, recovery_key, passphrase)

    def demo(self) -> "Controllers":
        """A year of fictitious work in a folder of its own, thrown away when it is closed."""
        from controllers.demo import make_demo

        corner = tempfile.TemporaryDirectory(prefix=CORNER, ignore_cleanup_errors=True)
        try:
            made = make_demo(Path(corner.name) / f"demo{SUFFIX}", self._clock)
        except BaseException:
            corner.cleanup()
            raise
        made.after_closing(corner.cleanup)
        return made

    def _opening(self) -> "Opening":
        from controllers.opening import Opening

        return Opening(self._clock, self._who)
