"""An officer who answers questions until the power goes: prints what is safe, after it is safe."""

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from models.checks.entities import ChecklistAnswer
from models.kernel.ids import natural_id
from models.store.file import Terms, open_file
from tests.conftest import PASSPHRASE, SEARCHED


def answer(path: Path, check: UUID, dossier: UUID) -> None:
    terms = Terms(clock=lambda: datetime.now(UTC), who="Lotte", searched=(SEARCHED,))
    store = open_file(path, PASSPHRASE, terms)
    said = os.fdopen(1, "wb", buffering=0)
    said.write(b"ready\n")
    dice = random.Random(os.urandom(8))
    while True:
        told = []
        with store.change("Answer") as session:
            for _ in range(dice.choice([1, 1, 1, 2, 30])):
                question = str(dice.randrange(60))
                row = natural_id("checklist_answer", check, dossier, question)
                note = f"{dice.random()}" + "x" * dice.randrange(2000)
                session.put(
                    ChecklistAnswer,
                    row,
                    check_id=check,
                    dossier_id=dossier,
                    question_key=question,
                    note=note,
                )
                told.append(f"{row.hex}={note[:20]}")
        said.write(f"{' '.join(told)} safe\n".encode())


if __name__ == "__main__":
    answer(Path(sys.argv[1]), UUID(sys.argv[2]), UUID(sys.argv[3]))
