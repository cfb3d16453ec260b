"""An officer who attaches files until the power goes: tells what is safe, after it is safe."""

import io
import os
import random
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from models.attachments.entities import Attachment
from models.store.file import Terms, open_file
from tests.conftest import PASSPHRASE, SEARCHED


def attach(path: Path, centre: UUID, said: Connection) -> None:
    """Files of several chunks, one after the other."""
    terms = Terms(clock=lambda: datetime.now(UTC), who="Lotte", searched=(SEARCHED,))
    store = open_file(path, PASSPHRASE, terms)
    said.send("ready")
    while True:
        words = os.urandom(random.Random(os.urandom(8)).randrange(1, 6 << 20))
        kept = store.contents.keep(partial(io.BytesIO, words))
        with store.change("Add attachment") as session:
            values = {"sha256": kept.sha256, "name": "a", "media_type": "b", "size": kept.size}
            session.add(Attachment(centre_id=centre, **values))
        said.send(kept.sha256)
