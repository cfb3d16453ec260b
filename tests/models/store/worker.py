"""An officer who answers or attaches until the power goes: tells what is safe, after it is safe."""

import io
import os
import random
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from models.attachments.entities import Attachment
from models.checks.entities import ChecklistAnswer
from models.kernel.ids import natural_id
from models.store.file import Terms, open_file
from tests.conftest import PASSPHRASE, SEARCHED


def answer(path: Path, check: UUID, dossier: UUID, said: Connection) -> None:
    terms = Terms(clock=lambda: datetime.now(UTC), who="Lotte", searched=(SEARCHED,))
    store = open_file(path, PASSPHRASE, terms)
    said.send("ready")
    dice = random.Random(os.urandom(8))
    while True:
        told = {}
        with store.change("Answer") as session:
            for _ in range(dice.choice([1, 1, 1, 2, 30])):
                question = str(dice.randrange(60))
                row = natural_id("checklist_answer", check, dossier, question)
                told[row] = f"{dice.random()} " + "x" * dice.randrange(2000)
                session.put(
                    ChecklistAnswer,
                    row,
                    check_id=check,
                    dossier_id=dossier,
                    question_key=question,
                    note=told[row],
                )
        said.send(told)


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
