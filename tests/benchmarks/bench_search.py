"""Search as you type over many centres: ours, against LIKE and against bare FTS5, in one run.

`python -m tests.benchmarks.bench_search [centres]` (100,000 unless told). All three answer the
same question: the newest 200 centres that hold what was typed.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import select, text

from models.centres.entities import SEARCHED, CareerCentre
from models.kernel.ids import natural_id
from models.kernel.words import fold
from models.store.file import Terms, create
from models.store.keys import Cost
from models.store.search import matching
from models.store.store import Store

PASSPHRASE = "vier losse woorden hier"
FIRST = ["Loopbaanhuis", "Kompas", "Zonnewijzer", "Anker", "Één Café", "Traject", "Wegwijs", "Sjørs"]
SECOND = ["vzw", "bv", "Gent", "Genk", "Limburg", "& Co", "Advies", "Zuid", "Mechelen"]
TYPED = ["loopbaan", "ge", "0566", "één café", "kompas zuid", "loopbaanhuis 99", "bestaatniet"]
AT_ONCE = 5000
SHOWN = 200
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
        print(f"{centres:,} centres through the journal: {took:.0f} s, {took / centres * 1e3:.2f} ms each")
        bare = beside(Path(folder) / "bare.db", lots)
        for typed in TYPED:
            compare(store, bare, typed)
        bare.close()
        store.close()


def fill(store: Store, centres: int) -> list[tuple[bytes, str]]:
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
                lots.append((row.bytes, fold(body)))
    return lots


def beside(path: Path, lots: list[tuple[bytes, str]]) -> sqlite3.Connection:
    """Plain SQLite: the folded text in a column and in a trigram table; no key, no journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE centre (n INTEGER PRIMARY KEY, id BLOB, body TEXT)")
    connection.execute("CREATE VIRTUAL TABLE tri USING fts5(body, content='', tokenize='trigram')")
    connection.execute("CREATE VIRTUAL TABLE pre USING fts5(body, content='', prefix='1 2')")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO centre(id, body) VALUES (?, ?)", lots)
    connection.execute("INSERT INTO tri(rowid, body) SELECT n, body FROM centre")
    connection.execute("INSERT INTO pre(rowid, body) SELECT n, body FROM centre")
    connection.execute("COMMIT")
    return connection


def compare(store: Store, bare: sqlite3.Connection, typed: str) -> None:
    mine, found = middle(lambda: ours(store, typed))
    likes, same = middle(lambda: like(bare, typed))
    ftses, also = middle(lambda: fts(bare, typed))
    agree = "" if len(found) == len(same) == len(also) else f" ({len(found)}/{len(same)}/{len(also)} found)"
    print(
        f"{typed!r:>18}: {mine * 1e3:7.2f} ms; LIKE {likes * 1e3:7.2f} ms = {likes / mine:6.1f} x ours;"
        f" bare FTS5 {ftses * 1e3:7.2f} ms, ours = {mine / ftses:4.1f} x{agree}"
    )


def middle(question):
    times, answer = [], []
    for _ in range(TIMES):
        start = perf_counter()
        answer = question()
        times.append(perf_counter() - start)
    return statistics.median(times), answer


def ours(store: Store, typed: str):
    match = matching("centre", typed)
    assert match is not None
    sql, values = match
    question = (
        select(CareerCentre.id)
        .where(CareerCentre.id.in_(text(sql).bindparams(**values)))
        .order_by(CareerCentre.id.desc())
        .limit(SHOWN)
    )
    with store.look() as session:
        return session.scalars(question).all()


def like(bare: sqlite3.Connection, typed: str):
    """What LIKE can do: anywhere for long words; at the start of a word for short ones."""
    words = fold(typed).split()
    tests = " AND ".join("(' ' || body) LIKE ?" for _ in words)
    wanted = [f"%{word}%" if len(word) > 2 else f"% {word}%" for word in words]
    sql = f"SELECT id FROM centre WHERE {tests} ORDER BY id DESC LIMIT {SHOWN}"
    return bare.execute(sql, wanted).fetchall()


def fts(bare: sqlite3.Connection, typed: str):
    words = fold(typed).split()
    parts, wanted = [], []
    if long := [f'"{word}"' for word in words if len(word) > 2]:
        parts.append("SELECT rowid FROM tri WHERE tri MATCH ?")
        wanted.append(" ".join(long))
    if short := [f'"{word}"*' for word in words if len(word) <= 2]:
        parts.append("SELECT rowid FROM pre WHERE pre MATCH ?")
        wanted.append(" ".join(short))
    inside = " INTERSECT ".join(parts)
    sql = f"SELECT id FROM centre WHERE n IN ({inside}) ORDER BY id DESC LIMIT {SHOWN}"
    return bare.execute(sql, wanted).fetchall()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
