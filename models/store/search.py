"""Search as you type: full-text tables that follow a table of the trade by triggers.

Two FTS5 tables a subject: trigrams for words of three letters and more, prefixes for shorter ones.
They are an index, not facts: they can be dropped and made anew at any time.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from models.kernel.words import fold

KEY = "n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, place TEXT NOT NULL, gone INTEGER NOT NULL"
TIMES = {"new": "INSERT", "edit": "UPDATE", "gone": "DELETE"}
"""When a row beside a searched one is followed."""
BLANK = " || ' ' || "
_BEFORE_NUMBER = re.compile(r"\bbe\s*(?=\d)")
_NUMBER = re.compile(r"^(\d[\d.]*)$")
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows of another table that are found as the row they belong to, such as former names."""

    table: str
    column: str
    link: str
    """The column that holds the id of the row they belong to."""

    @property
    def words(self) -> str:
        """All of them as one text, of the row called `new`."""
        told = f"SELECT group_concat({self.column}, ' ') FROM {self.table}"
        return f"coalesce(({told} WHERE {self.link} = new.id AND NOT {self.table}.deleted), '')"


@dataclass(frozen=True, slots=True)
class Searchable:
    """Which columns of a table are searched together, and by which a list stands in order.

    The first of `order` that is filled counts; it is folded, so that É stands with E. `leads` is
    the column in which a deleted row says which row took its place: who finds the one, finds that.
    """

    table: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ()
    leads: str = ""
    beside: tuple[Beside, ...] = ()

    @property
    def body(self) -> str:
        parts = [f"coalesce(new.{column}, '')" for column in self.columns]
        return f"folded({BLANK.join((*parts, *(other.words for other in self.beside)))})"

    @property
    def place(self) -> str:
        """Where a row stands in order."""
        filled = ", ".join(f"nullif(new.{column}, '')" for column in self.order or self.columns)
        return f"folded(coalesce({filled}, ''))"


def rebuild(connection: Connection, subjects: tuple[Searchable, ...]) -> None:
    """Make the index of every subject that lacks today's; a migration may have dropped it."""
    for subject in subjects:
        name = f"{subject.table}_search"
        wanted = _statements(subject, name)
        triggers = [f"{name}_{part}" for part in ("new", "edit", "gone")]
        triggers += [f"{name}_{other.table}_{time}" for other in subject.beside for time in TIMES]
        made = (name, f"{name}_short", f"{name}_order", f"{name}_key", *triggers)
        places = ", ".join("?" * len(made))
        found = connection.exec_driver_sql(
            f"SELECT sql FROM sqlite_master WHERE name IN ({places})",
            made,
        ).scalars()
        if {*found} == {each for each in wanted if each.startswith("CREATE")}:
            continue
        for trigger in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        for table in (name, f"{name}_short", f"{name}_key"):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
        for statement in wanted:
            connection.exec_driver_sql(statement)


def refill(connection: Connection, subjects: tuple[Searchable, ...]) -> None:
    """Empty the index of these subjects and fill it anew, within the transaction of the caller.

    An index keeps the words of rows that hold them no more for a while; after this, none.
    """
    for subject in subjects:
        name = f"{subject.table}_search"
        for table in (name, f"{name}_short"):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
        connection.exec_driver_sql(f"DELETE FROM {name}_key")
        for statement in _statements(subject, name):
            if statement.startswith("INSERT"):
                connection.exec_driver_sql(statement)


def _statements(subject: Searchable, name: str) -> list[str]:
    table = subject.table
    indices = (name, f"{name}_short")
    number = f"SELECT n, {subject.body} FROM {name}_key WHERE id = new.id"
    columns_kept = "id, place, gone"
    born = f"INSERT INTO {name}_key({columns_kept}) VALUES (new.id, {subject.place}, new.deleted);"
    moved = f" UPDATE {name}_key SET place = {subject.place}, gone = new.deleted WHERE id = old.id;"
    write = "".join(f" INSERT INTO {part}(rowid, body) {number};" for part in indices)
    wipe = "".join(
        f" DELETE FROM {part} WHERE rowid = (SELECT n FROM {name}_key WHERE id = old.id);"
        for part in indices
    )
    edit = f"{moved}{wipe}{write}"
    forget = f" DELETE FROM {name}_key WHERE id = old.id;"
    columns = ", ".join(dict.fromkeys((*subject.columns, *subject.order, "deleted")))
    place = subject.place.replace("new.", f"{table}.")
    fill = subject.body.replace("new.", f"{table}.")
    filled = f"SELECT n, {fill} FROM {name}_key JOIN {table} USING (id)"
    contentless = "content='', contentless_delete=1"
    trigram = "'trigram case_sensitive 1'"  # the body is folded already
    short = "prefix='1 2', tokenize='unicode61 remove_diacritics 0'"
    return [
        f"CREATE TABLE {name}_key ({KEY})",
        f"CREATE INDEX {name}_order ON {name}_key (gone, place, id)",
        f"CREATE VIRTUAL TABLE {name} USING fts5(body, {contentless}, tokenize={trigram})",
        f"CREATE VIRTUAL TABLE {name}_short USING fts5(body, {contentless}, {short})",
        f"INSERT INTO {name}_key({columns_kept}) SELECT id, {place}, deleted FROM {table}",
        f"INSERT INTO {name}(rowid, body) {filled}",
        f"INSERT INTO {name}_short(rowid, body) {filled}",
        f"CREATE TRIGGER {name}_new AFTER INSERT ON {table} BEGIN {born}{write} END",
        f"CREATE TRIGGER {name}_edit AFTER UPDATE OF {columns} ON {table} BEGIN{edit} END",
        f"CREATE TRIGGER {name}_gone AFTER DELETE ON {table} BEGIN{wipe}{forget} END",
        *(_follow(subject, name, other, time) for other in subject.beside for time in TIMES),
    ]


def _follow(subject: Searchable, name: str, other: Beside, time: str) -> str:
    """A trigger: when a row beside it changes, the row it belongs to is indexed anew.

    One that moves to another row changes both, or the one it left would still be found by it.
    """
    sides = {"new": ("new",), "edit": ("old", "new"), "gone": ("old",)}[time]
    rows = ", ".join(f"{side}.{other.link}" for side in sides)
    ours = f"WHERE id IN ({rows})"
    body = subject.body.replace("new.", f"{subject.table}.")
    filled = f"SELECT n, {body} FROM {name}_key JOIN {subject.table} USING (id) {ours}"
    acts = "".join(
        f" DELETE FROM {part} WHERE rowid IN (SELECT n FROM {name}_key {ours});"
        f" INSERT INTO {part}(rowid, body) {filled};"
        for part in (name, f"{name}_short")
    )
    named, when = f"{name}_{other.table}_{time}", f"{TIMES[time]} ON {other.table}"
    return f"CREATE TRIGGER {named} AFTER {when} BEGIN{acts} END"


def matching(table: str, typed: str) -> tuple[str, dict[str, str]] | None:
    """SQL that selects the ids of rows holding every word typed, and its values; None for nothing.

    A word of three signs or more is found anywhere, a shorter one at the start of a word. Words
    are folded (lower case, no accents) and quoted, so no sign of FTS5's own language counts.
    Deleted rows stay in the index: the query that joins these ids hides them, as it always does.
    """
    found = _hits(table, typed)
    if found is None:
        return None
    hits, values = found
    return f"SELECT id FROM {table}_search_key WHERE n IN ({hits})", values


def in_order(
    subject: Searchable, typed: str = "", *, descending: bool = False
) -> tuple[str, dict[str, str]]:
    """SQL that selects the ids of living rows in their order, and its values.

    Only those that hold every word typed, when something was typed. Add ` AND …` before its end
    through `{where}`, and fill that place with nothing otherwise.
    """
    key, found = f"{subject.table}_search_key", _hits(subject.table, typed)
    hits, values = found if found is not None else ("", {})
    if hits and subject.leads:
        hits = f"SELECT n FROM ({hits}) UNION ALL {_led(subject, hits)}"
    # From the hits to their keys, never through the whole order: CROSS JOIN keeps it that way.
    source = f"({hits}) CROSS JOIN {key} USING (n)" if hits else key
    way = "DESC" if descending else "ASC"
    sql = f"SELECT id FROM {source} WHERE gone = 0{{where}} ORDER BY place {way}, id {way}"
    return sql, values


def _led(subject: Searchable, hits: str) -> str:
    """SQL that selects the numbers of rows in whose stead a deleted row was found.

    From the few rows that lead somewhere, by their index: without any, the hits are not looked at.
    """
    key, leads = f"{subject.table}_search_key", subject.leads
    return (
        f"SELECT DISTINCT heir.n FROM {subject.table} AS gone"
        f" CROSS JOIN {key} AS own ON own.id = gone.id"
        f" CROSS JOIN {key} AS heir ON heir.id = gone.{leads}"
        f" WHERE gone.{leads} > X'' AND gone.deleted"  # a range, so that its index is taken
        f" AND own.n IN ({hits}) AND heir.n NOT IN ({hits})"
    )


def _hits(table: str, typed: str) -> tuple[str, dict[str, str]] | None:
    """SQL that selects the numbers `n` of rows that hold every word; None when there is no word."""
    words = _words(typed)
    long = [word for word in words if len(word) > 2]
    short = [part for word in words if len(word) <= 2 for part in _SIGNS.sub(" ", word).split()]
    parts, values = [], {}
    name = f"{table}_search"
    if long:
        parts.append(f"SELECT rowid AS n FROM {name} WHERE body MATCH :long_words")
        values["long_words"] = " AND ".join(f'"{word}"' for word in long)
    if short:
        parts.append(f"SELECT rowid AS n FROM {name}_short WHERE body MATCH :short_words")
        values["short_words"] = " AND ".join(f'"{word}"*' for word in short)
    if not parts:
        return None
    return " INTERSECT ".join(parts), values


def _words(typed: str) -> list[str]:
    """What was typed, as the index keeps it; signs that no file can hold are left out.

    A number is kept bare: its dots, and the letters BE before it, are how people write it.
    """
    bare = typed.replace("\0", " ").replace('"', " ").encode(errors="ignore").decode()
    whole = _BEFORE_NUMBER.sub("", fold(bare))
    return [_NUMBER.sub(_digits, word) for word in whole.split()]


def _digits(number: re.Match[str]) -> str:
    return number[1].replace(".", "")
