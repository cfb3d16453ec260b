"""What a look at the past costs, beside a look at today's file in the same run.

`python -m tests.benchmarks.bench_past [lines]`: an office of 700 centres with so many journal lines
(200,000 unless told), most of them answers of checks; then the file of the busiest centre as known
on a day, and the centres that may stand in the file twice. Nothing is asserted about time.
"""

import random
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

from sqlalchemy import event

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED, CareerCentre, ContactPerson
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.checks.values import AnswerValue
from models.kernel.ids import natural_id
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store

PASSPHRASE = "vier losse woorden hier"
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
CENTRES, DOSSIERS, QUESTIONS = 700, 12, 26
BUSY = 8
"""Checks of the centre that is looked at."""
DAYS = 400
TIMES = 9


class Calendar:
    """A clock that is turned on while the office works."""

    def __init__(self) -> None:
        self.now = datetime(2025, 1, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def main(lines: int) -> None:
    calendar = Calendar()
    terms = Terms(calendar, "Lotte Verhaegen", (SEARCHED,), CHEAP)
    with tempfile.TemporaryDirectory() as folder:
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        centres = [centre(store, number) for number in range(CENTRES)]
        work(store, calendar, centres, lines)
        office, busy = Controllers(store), centres[0]
        size = store.path.stat().st_size / 1e6
        print(f"file of {store.verify().lines:,} lines, {size:.0f} MB, {CENTRES} centres")
        half = calendar.now.date() - timedelta(days=DAYS // 2)
        for name, day in (("today", calendar.now.date()), ("half way", half)):
            with counted(store) as asked:
                past = office.as_known(busy, day)
            took = best(lambda day=day: office.as_known(busy, day).close())
            checks = len(past.checks.ids(busy))
            print(f"as known {name}: {took * 1e3:.0f} ms, {asked[0]} statements, {checks} checks")
            here = best(lambda: whole(office, busy))
            there = best(lambda past=past: whole(past, busy))
            print(f"  reading that file: {there * 1e3:.0f} ms; the file of now {here * 1e3:.0f} ms")
            past.close()
        plain = best(lambda: office.as_known(centres[1], half).close())
        print(f"as known, an ordinary centre: {plain * 1e3:.0f} ms")
        print(f"candidates among {CENTRES} centres: {best(office.merging.candidates) * 1e3:.0f} ms")
        with counted(store) as asked, timed() as took:
            office.merging.merge(centres[1], busy, why="Proef")
        print(f"merge of the busiest centre: {took[0] * 1e3:.0f} ms, {asked[0]} statements")
        with timed() as took:
            office.history.undo()
        print(f"undo of it: {took[0] * 1e3:.0f} ms")
        store.close()


def whole(office: Controllers, one: UUID) -> None:
    """What the centre's file asks."""
    office.centres.file(one)
    office.mandates.standing(one)
    office.checks.rows(office.checks.ids(one))


def centre(store: Store, number: int) -> UUID:
    row = natural_id("centre", number)
    with store.change("Add centre") as session:
        name = f"{random.choice(FIRST)} {random.choice(LAST)} {number}"
        session.put(
            CareerCentre, row, enterprise_number=f"{number * 97 + 400_000_000:010}", legal_name=name
        )
        for place in range(3):
            session.add(ContactPerson(centre_id=row, last_name=f"Jansen {place}", position=place))
    return row


def work(store: Store, calendar: Calendar, centres: list[UUID], lines: int) -> None:
    """Check after check, the first centre more often than the others."""
    per_check = 2 + DOSSIERS * (1 + QUESTIONS)
    turns = max(1, (lines - 4 * CENTRES) // per_check)
    often = {turn * (turns // BUSY): centres[0] for turn in range(BUSY)}
    for turn in range(turns):
        calendar.now = datetime(2025, 1, 1, 9, tzinfo=UTC) + timedelta(days=DAYS * turn / turns)
        check(store, often.get(turn) or centres[1 + turn % (CENTRES - 1)], turn)


def check(store: Store, at: UUID, turn: int) -> None:
    with store.change("Fill check") as session:
        made = natural_id("dossier_check", turn)
        session.put(
            DossierCheck,
            made,
            centre_id=at,
            reference=f"DC-{turn}",
            template_key="dossier_check",
            template_version=1,
            visit_date=date(2025, 1, 1),
        )
        for number in range(DOSSIERS):
            dossier = natural_id("checked_dossier", turn, number)
            session.add(
                CheckedDossier(id=dossier, check_id=made, number=f"KZ-{number}", position=number)
            )
            session.add_all(
                ChecklistAnswer(
                    id=natural_id("checklist_answer", turn, number, question),
                    check_id=made,
                    dossier_id=dossier,
                    question_key=f"DC-{question:02}",
                    value=AnswerValue.YES,
                )
                for question in range(1, QUESTIONS + 1)
            )


@contextmanager
def timed():
    took = [0.0]
    start = perf_counter()
    yield took
    took[0] = perf_counter() - start


@contextmanager
def counted(store: Store):
    """How many statements the file is asked."""
    asked = [0]

    def count(*_: object) -> None:
        asked[0] += 1

    engines = (store._reading, store._writing)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    yield asked
    for engine in engines:
        event.remove(engine, "before_cursor_execute", count)


def best(act) -> float:
    found = []
    for _ in range(TIMES):
        with timed() as took:
            act()
        found.append(took[0])
    return min(found)


FIRST = ("Loopbaan", "Talent", "Kompas", "Groei", "Horizon", "Koers", "Stap", "Werk")
LAST = ("Aalst", "Gent", "Brugge", "Leuven", "Hasselt", "Ieper", "Mol", "Geel", "Ronse", "Diest")

if __name__ == "__main__":
    random.seed(1)
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
