"""The main job from end to end without a window: list, centre, check, workbook, letter."""

from pathlib import Path
from random import Random
from typing import Any

from controllers.bundle import Controllers
from controllers.demo import LIGHT, LIST, PASSPHRASE, Calendar, Year
from controllers.opening import Opening, throw_away
from models.kernel.clock import Clock


def tour(folder: Path, clock: Clock) -> tuple[Controllers, dict[str, Any]]:
    """Do one visit on the sample list; gives the open file and what was made where."""
    path = folder / "rondleiding.waarmerk"
    throw_away(path)
    today = clock().astimezone().date()
    made = Opening(Calendar(today), cost=LIGHT).create(path, PASSPHRASE).controllers
    year = Year(made, Calendar(today), Random(7), today)  # noqa: S311 - invented work
    check, letter = year.one_visit()
    proof = made.history.verify()
    counted = {
        "file": str(path),
        "passphrase": PASSPHRASE,
        "list": LIST.name,
        "centres": made.centres.count(),
        "workbook": str(made.outgoing.checklist(check, folder / "controlelijst.xlsx").path),
        "letter": str(made.outgoing.letter(letter, folder / "auditbrief.pdf").path),
        "chain": proof.chain,
        "rows": proof.rows,
    }
    made.close()
    return Opening(clock, cost=LIGHT).open(path, PASSPHRASE, demo=True), counted
