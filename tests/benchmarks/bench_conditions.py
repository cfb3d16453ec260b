"""What asks for attention over 700 centres with 4,000 counsellors, beside one bare question.

`python -m tests.benchmarks.bench_conditions`. The bare question reads the same counsellors with
raw SQL and makes nothing of them; the others are what the page and its registers ask.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED, CareerCentre, Counsellor, Engagement
from models.conditions.values import ConditionFilter
from models.mandates.entities import Mandate, QualityCertificate
from models.mandates.rules import expected_end
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store

import models.subjects

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
CENTRES, COUNSELLORS, ROUNDS = 700, 4000, 5


def fill(store: Store) -> None:
    """Mandates over six years, two certificates with a gap, and counsellors of every kind."""
    dice = Random(1)
    with store.change("Fill") as session:
        centres = [
            CareerCentre(
                enterprise_number=f"{n:010}", legal_name=f"Centrum {n}", postal_code="9000"
            )
            for n in range(CENTRES)
        ]
        people = [Counsellor(last_name=f"Persoon {n}") for n in range(COUNSELLORS)]
        session.add_all([*centres, *people])
        session.flush()
        for centre in centres:
            start = date(2020, 6, 1) + timedelta(days=dice.randrange(2100))
            end = expected_end(start, 6)
            session.add(Mandate(centre_id=centre.id, start_date=start, end_date=end))
            for turn in range(2):
                first = start + timedelta(days=1000 * turn)
                last = first + timedelta(days=980)
                label = QualityCertificate(centre_id=centre.id, valid_from=first, valid_until=last)
                session.add(label)
        for n, person in enumerate(people):
            since = date(2023, 1, 1) + timedelta(days=dice.randrange(1200))
            of = centres[n % CENTRES].id
            session.add(Engagement(centre_id=of, counsellor_id=person.id, since=since))


def best(act: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds, after one to warm up."""
    act()
    taken = []
    for _round in range(ROUNDS):
        before = perf_counter()
        act()
        taken.append(1000 * (perf_counter() - before))
    return median(taken)


def bare(store: Store) -> int:
    with store.look() as session:
        sql = "SELECT e.*, c.* FROM engagement e JOIN counsellor c ON c.id = e.counsellor_id"
        return len(session.connection().exec_driver_sql(sql).fetchall())


def main() -> None:
    with tempfile.TemporaryDirectory() as corner:
        cheap = Cost(rounds=1, memory_kib=64, lanes=1)
        terms = Terms(clock=lambda: NOW, who="Bench", searched=(SEARCHED,), cost=cheap)
        store, _key = create(Path(corner) / "k.waarmerk", "vier losse woorden hier", terms)
        fill(store)
        office = Controllers(store)
        found = office.conditions.every()
        one = found[0].centre_id
        raw = best(lambda: bare(store))
        words = ConditionFilter(text="centrum 12")
        rows = (
            ("bare question for the counsellors", raw),
            (f"every condition ({len(found)} lines)", best(office.conditions.every)),
            ("conditions of one centre", best(lambda: office.conditions.of_centre(one))),
            ("a letter typed", best(lambda: office.conditions.narrowed(found, words))),
            *((f"register of {key}", best(lambda k=key: office.registers.rows(k))) for key in KEYS),
        )
        for name, taken in rows:
            print(f"{name:44} {taken:8.1f} ms  {taken / raw:6.1f} x")
        store.close()


KEYS = ("mandates", "certificates", "counsellors")

if __name__ == "__main__":
    main()
