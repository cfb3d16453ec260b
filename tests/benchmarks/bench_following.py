"""Follow-up over 50, 500 and 2,000 finished checks, beside reading every answer of them.

`python -m tests.benchmarks.bench_following`. A check has twelve dossiers; one answer in a hundred
is not simply yes. "Every answer" is what the list of checks reads: verdicts and all. Every way
starts with a look of its own, so that nothing is remembered.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED
from models.checks import queries
from models.letters.queries import agreed_everywhere
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store
from tests.benchmarks.bench_conditions import best
from tests.controllers.filled_checks import Kind, fill

import models.subjects

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
SIZES = (50, 500, 2000)


def read(store: Store, ask: Callable[..., object]) -> Callable[[], None]:
    """As the follow-up finds them: by centre, then this way."""

    def act() -> None:
        with store.look() as session:
            by_centre = queries.finished_by_centre(session)
            ask(session, [one for many in by_centre.values() for one in many])

    return act


def whole(store: Store) -> None:
    with store.look() as session:
        agreed_everywhere(session, NOW.date())


def measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as corner:
        cheap = Cost(rounds=1, memory_kib=64, lanes=1)
        terms = Terms(clock=lambda: NOW, who="Bench", searched=(SEARCHED,), cost=cheap)
        store, _key = create(Path(corner) / "k.waarmerk", "vier losse woorden hier", terms)
        fill(store, Random(1), Kind(count, centres=max(1, count // 3)))
        office = Controllers(store)
        slow = best(read(store, queries.outlines))
        rows = (
            ("every answer", slow),
            ("what was found wanting", best(read(store, queries.wanting))),
            ("everything that was agreed", best(lambda: whole(store))),
            ("register of measures", best(lambda: office.registers.rows("measures"))),
            ("the follow-up list", best(office.conditions.every)),
        )
        for name, taken in rows:
            one = 1000 * taken / count
            print(
                f"{count:5} {name:30} {taken:8.1f} ms {one:7.0f} µs a check {taken / slow:6.2f} x"
            )
        store.close()


if __name__ == "__main__":
    for size in SIZES:
        measure(size)
