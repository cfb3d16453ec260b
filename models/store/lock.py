"""One Waarmerk a file: a lock of the operating system, with a note of who holds it."""

import getpass
import json
import platform
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from models.kernel.wording import say
from models.store.refusals import FileInUse


class Hold:
    """Holds a file for this process until it is let go, or the process ends."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._note = path.with_name(f".{path.name}.who")
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise FileInUse(path=path.name, who=self._holder()) from error
        words = {"who": getpass.getuser(), "where": platform.node(), "since": now.isoformat()}
        self._note.write_text(json.dumps(words), "utf-8")

    def let_go(self) -> None:
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _holder(self) -> str:
        try:
            words = json.loads(self._note.read_text("utf-8"))
            since = datetime.fromisoformat(words["since"]).astimezone()
            return f"{words['who']}, {words['where']}, {say(since)}"
        except (OSError, ValueError, KeyError):
            return "?"
