"""What the journal costs: our change against bare SQLCipher with the same pragmas, in one run.

`python -m tests.benchmarks.bench_store [lines]`: prints times and ratios. The file first gets a
history of so many journal lines (200,000 unless told), by the same doors a person uses.
"""

import random
import statistics
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import sqlcipher3.dbapi2 as sqlcipher

import models.subjects
from models.centres.entities import SEARCHED, CareerCentre
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck
from models.kernel.ids import natural_id
from models.settings.entities import Setting
from models.store.engine import PRAGMAS
from models.store.file import Terms, create, open_file
from models.store.keys import Cost
from models.store.store import Store

PASSPHRASE = "vier losse woorden hier"
CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
TIMES = 200
IMPORTED = 3000
FACTS = {
    "phone": "+32 9 000 00 00",
    "email": "info@voorbeeld.be",
    "street": "Kerkstraat",
    "house_number": "3",
    "postal_code": "9000",
    "locality": "Gent",
    "officer": "Lotte Verhaegen",
}


def main(lines: int) -> None:
    terms = Terms(lambda: datetime.now(UTC), "Lotte Verhaegen", (SEARCHED,), CHEAP)
    with tempfile.TemporaryDirectory() as folder:
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        have = grow(store, lines)
        print(f"file of {have:,} lines, {store.path.stat().st_size / 1e6:.0f} MB")
        raw = bare(Path(folder) / "bare.db")
        answers(store, raw)
        imports(store, raw)
        with timed() as took:
            proof = store.verify()
        assert proof.whole
        print(f"verify: {took[0] / proof.lines * 1e6:.0f} ms per 1,000 lines ({took[0]:.1f} s)")
        store.close()
        with timed() as took:
            store = open_file(store.path, PASSPHRASE, terms)
        store.close()
        raw.close()
        with timed() as least:
            bare(Path(folder) / "bare.db").close()
        print(f"open: {took[0] * 1e3:.0f} ms, {took[0] / least[0]:.1f} x bare")


@contextmanager
def timed():
    took = [0.0]
    start = perf_counter()
    yield took
    took[0] = perf_counter() - start


def grow(store: Store, lines: int) -> int:
    """Years of work: settings born and changed in steps of many."""
    have = store.verify().lines
    rows = [natural_id("setting", number) for number in range(4000)]
    turn = 0
    while have < lines:
        turn += 1
        with store.change("Grow") as session:
            session.prefetch(Setting, rows)
            for row in rows:
                session.put(Setting, row, key="a", value=str(turn))
        have += len(rows) + 1
    return have


def bare(path: Path):
    """The same engine without a house on top."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'0' * 64}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS answer (id BLOB PRIMARY KEY, check_id BLOB, dossier_id BLOB,"
        " question TEXT, note TEXT)"
    )
    columns = ", ".join(f"{name} TEXT" for name in FACTS)
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS centre (id BLOB PRIMARY KEY, number TEXT, name TEXT, {columns})"
    )
    return connection


def a_dossier(store: Store):
    with store.change("Plan check") as session:
        centre = CareerCentre(enterprise_number="0566988259", legal_name="Zon", **FACTS)
        session.add(centre)
        session.flush()
        check = DossierCheck(
            centre_id=centre.id, template_key="a", template_version=1, reference="DC-2026-0000001"
        )
        session.add(check)
        session.flush()
        dossier = CheckedDossier(check_id=check.id, number="D-1", position=1)
        session.add(dossier)
        session.flush()
        return check.id, dossier.id


def answers(store: Store, raw) -> None:
    """One answer, one step; ours and bare in turn, so that both meet the same disk."""
    check, dossier = a_dossier(store)
    ours, bares = [], []
    for number in range(TIMES):
        question = str(number % 60)
        row = natural_id("checklist_answer", check, dossier, question)
        with timed() as took, store.change("Answer") as session:
            session.put(
                ChecklistAnswer,
                row,
                check_id=check,
                dossier_id=dossier,
                question_key=question,
                note=f"antwoord {number}",
            )
        ours.append(took[0])
        with timed() as took:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(
                "INSERT INTO answer VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET note = excluded.note",
                (row.bytes, check.bytes, dossier.bytes, question, f"antwoord {number}"),
            )
            raw.execute("COMMIT")
        bares.append(took[0])
    for name, share in (("p50", 50), ("p95", 95)):
        mine, least = (percentile(each, share) for each in (ours, bares))
        print(
            f"one answer {name}: {mine * 1e3:.2f} ms, bare {least * 1e3:.2f} ms,"
            f" {mine / least:.1f} x"
        )


def percentile(times: list[float], share: int) -> float:
    return statistics.quantiles(times, n=100)[share - 1]


def imports(store: Store, raw) -> None:
    """A list of centres in one step; with triggers and journal, against plain inserts."""
    dice = random.Random(1)
    lots = [(f"{dice.randrange(10**9):010}", f"Loopbaanhuis {n}") for n in range(IMPORTED)]
    rows = [natural_id("centre", number, name) for number, name in lots]
    with timed() as ours, store.change("Import") as session:
        session.prefetch(CareerCentre, rows)
        for row, (number, name) in zip(rows, lots, strict=True):
            session.put(CareerCentre, row, enterprise_number=number, legal_name=name, **FACTS)
    with timed() as least:
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(
            f"INSERT INTO centre VALUES (?, ?, ?{', ?' * len(FACTS)})",
            [(row.bytes, *lot, *FACTS.values()) for row, lot in zip(rows, lots, strict=True)],
        )
        raw.execute("COMMIT")
    with timed() as again, store.change("Import again") as session:
        session.prefetch(CareerCentre, rows)
        for row, (number, name) in zip(rows, lots, strict=True):
            session.put(CareerCentre, row, enterprise_number=number, legal_name=name, **FACTS)
    print(
        f"import of {IMPORTED:,}: {ours[0] / IMPORTED * 1e3:.2f} ms a row,"
        f" {ours[0] / least[0]:.0f} x bare; the same list again {again[0] / IMPORTED * 1e3:.2f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
