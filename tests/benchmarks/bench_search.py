"""Search as you type over many centres: what the list asks, against LIKE and against bare FTS5.

`python -m tests.benchmarks.bench_search [centres]` (100,000 unless told). All three answer the
same question: the ids of every centre that holds what was typed, in the order of the names. Ours
is what the screen does: Mandates.ids, through the encrypted file, the session and the settings,
packed as the table of the screen wants them. The others run on a plain file without key or journal.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import models.subjects
from controllers.mandates import Mandates
from models.centres.entities import SEARCHED, CareerCentre
from models.kernel.ids import natural_id
from models.kernel.words import fold
from models.mandates.values import CentreFilter
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.store import Store
from ui.kit.record_table import packed

PASSPHRASE = "vier losse woorden hier"
FIRST = [
    "Loopbaanhuis",
    "Kompas",
    "Zonnewijzer",
    "Anker",
    "Één Café",
    "Traject",
    "Wegwijs",
    "Sjørs",
]
SECOND = ["vzw", "bv", "Gent", "Genk", "Limburg", "& Co", "Advies", "Zuid", "Mechelen"]
TYPED = [
    "",
    "straat",
    "loopbaan",
    "ge",
    "0566",
    "één café",
    "kompas zuid",
    "loopbaanhuis 99",
    "bestaatniet",
]
AT_ONCE = 5000
TIMES = 15


def main(centres: int) -> None:
    terms = Terms(
        lambda: datetime.now(UTC), "Lotte", (SEARCHED,), Cost(rounds=1, memory_kib=64, lanes=1)
    )
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        lots = fill(store, centres)
        took = perf_counter() - start
        print(
            f"{centres:,} centres through the journal: {took:.0f} s, {took / centres * 1e3:.2f} ms each"
        )
        bare = beside(Path(folder) / "bare.db", lots)
        mandates = Mandates(store)
        for typed in TYPED:
            compare(mandates, bare, typed)
        bare.close()
        store.close()


def fill(store: Store, centres: int) -> list[tuple[bytes, str, str]]:
    """Many centres; gives of each its id, its place in order and the text it is found by."""
    dice = random.Random(7)
    lots = []
    for start in range(0, centres, AT_ONCE):
        with store.change("Import") as session:
            rows = [natural_id("centre", n) for n in range(start, min(start + AT_ONCE, centres))]
            session.prefetch(CareerCentre, rows)
            for n, row in enumerate(rows, start):
                centre = session.put(
                    CareerCentre,
                    row,
                    enterprise_number=f"0{dice.randrange(10**9):09}",
                    legal_name=f"{dice.choice(FIRST)} {dice.choice(SECOND)} {n}",
                    locality=dice.choice(["Gent", "Hasselt", "Brugge", "Aalst", "Leuven"]),
                    postal_code=str(dice.randrange(1000, 9999)),
                    street=dice.choice(["Kerkstraat", "Stationsplein", "Dorp"]),
                )
                body = " ".join(getattr(centre, column) or "" for column in SEARCHED.columns)
                lots.append((row.bytes, fold(centre.legal_name), fold(body)))
    return lots


def beside(path: Path, lots: list[tuple[bytes, str, str]]) -> sqlite3.Connection:
    """Plain SQLite: folded text in a column and in trigrams, its order in an index."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(
        "CREATE TABLE centre (n INTEGER PRIMARY KEY, id BLOB, place TEXT, body TEXT)"
    )
    connection.execute("CREATE VIRTUAL TABLE tri USING fts5(body, content='', tokenize='trigram')")
    connection.execute("CREATE VIRTUAL TABLE pre USING fts5(body, content='', prefix='1 2')")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO centre(id, place, body) VALUES (?, ?, ?)", lots)
    connection.execute("INSERT INTO tri(rowid, body) SELECT n, body FROM centre")
    connection.execute("INSERT INTO pre(rowid, body) SELECT n, body FROM centre")
    connection.execute("CREATE INDEX centre_order ON centre (place, id)")
    connection.execute("COMMIT")
    return connection


def compare(mandates: Mandates, bare: sqlite3.Connection, typed: str) -> None:
    mine, found = middle(lambda: packed(mandates.ids(CentreFilter(text=typed))))
    likes, same = middle(lambda: b"".join(row for (row,) in like(bare, typed)))
    ftses, also = middle(lambda: b"".join(row for (row,) in fts(bare, typed)))
    agree = "" if found == same == also else " (NOT THE SAME ANSWER)"
    print(
        f"{typed!r:>18}: {len(found) // 16:7,} found in {mine * 1e3:7.2f} ms;"
        f" LIKE {likes * 1e3:7.2f} ms = {likes / mine:5.1f} x ours;"
        f" bare FTS5 {ftses * 1e3:7.2f} ms, ours = {mine / ftses:4.1f} x{agree}"
    )


def middle(question):
    times, answer = [], []
    for _ in range(TIMES):
        start = perf_counter()
        answer = question()
        times.append(perf_counter() - start)
    return statistics.median(times), answer


def like(bare: sqlite3.Connection, typed: str):
    """What LIKE can do: anywhere for long words; at the start of a word for short ones."""
    words = fold(typed).split()
    tests = " AND ".join(("1", *("(' ' || body) LIKE ?" for _ in words)))
    wanted = [f"%{word}%" if len(word) > 2 else f"% {word}%" for word in words]
    return bare.execute(f"SELECT id FROM centre WHERE {tests} ORDER BY place, id", wanted)


def fts(bare: sqlite3.Connection, typed: str):
    words = fold(typed).split()
    parts, wanted = [], []
    if long := [f'"{word}"' for word in words if len(word) > 2]:
        parts.append("SELECT rowid FROM tri WHERE tri MATCH ?")
        wanted.append(" ".join(long))
    if short := [f'"{word}"*' for word in words if len(word) <= 2]:
        parts.append("SELECT rowid FROM pre WHERE pre MATCH ?")
        wanted.append(" ".join(short))
    only = f"WHERE n IN ({' INTERSECT '.join(parts)})" if parts else ""
    return bare.execute(f"SELECT id FROM centre {only} ORDER BY place, id", wanted)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
