"""One Waarmerk a file: a lock of the operating system, with a note of who holds it."""

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.kernel.wording import say
from models.store.refusals import FileInUse


class Hold:
    """Holds a file for this process until it is let go, or the process ends."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._note = path.with_name(f".{path.name}.who")
        self._lock = FileLock(
            path.with_name(f".{path.name}.lock"),
            thread_local=False,  # one thread opens, another may close
        )
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise FileInUse(path=path.name, who=self._holder()) from error
        words = {"who": _worker(), "where": platform.node(), "since": now.isoformat()}
        with suppress(OSError):  # the note is a courtesy; the lock is what counts
            self._note.write_text(json.dumps(words), "utf-8")

    def let_go(self) -> None:
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._lock.release()

    def leave_nothing(self) -> None:
        """Take the lock file away too: only for a file that was never finished."""
        with suppress(OSError):
            Path(self._lock.lock_file).unlink(missing_ok=True)

    def _holder(self) -> str:
        try:
            words = json.loads(self._note.read_text("utf-8"))
            since = datetime.fromisoformat(words["since"]).astimezone()
            return f"{words['who']}, {words['where']}, {say(since)}"
        except (OSError, ValueError, KeyError, TypeError):
            return "?"


def _worker() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "?"
