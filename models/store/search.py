"""Search as you type: full-text tables that follow a table of the trade by triggers.

Two FTS5 tables a subject: trigrams for words of three letters and more, prefixes for shorter ones.
They are an index, not facts: they can be dropped and made anew at any time.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from models.kernel.words import clean, fold


@dataclass(frozen=True, slots=True)
class Searchable:
    """Which columns of a table are searched together."""

    table: str
    columns: tuple[str, ...]

    @property
    def body(self) -> str:
        return " || ' ' || ".join(f"coalesce(new.{column}, '')" for column in self.columns)


def rebuild(connection: Connection, subjects: tuple[Searchable, ...]) -> None:
    """Make the index of every subject that has none; a migration may have dropped it."""
    for subject in subjects:
        name = f"{subject.table}_search"
        triggers = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
            (subject.table,),
        ).scalar_one()
        if triggers != 2:
            for part in (name, f"{name}_short", f"{name}_key"):
                connection.exec_driver_sql(f"DROP TABLE IF EXISTS {part}")
            for statement in _statements(subject, name):
                connection.exec_driver_sql(statement)


def _statements(subject: Searchable, name: str) -> list[str]:
    table = subject.table
    number = f"SELECT n, {subject.body} FROM {name}_key WHERE id = new.id"
    born = f"INSERT INTO {name}_key(id) VALUES (new.id);"
    write = "".join(
        f" INSERT INTO {part}(rowid, body) {number};" for part in (name, f"{name}_short")
    )
    wipe = "".join(
        f" DELETE FROM {part} WHERE rowid = (SELECT n FROM {name}_key WHERE id = new.id);"
        for part in (name, f"{name}_short")
    )
    columns = ", ".join(subject.columns)
    fill = subject.body.replace("new.", f"{table}.")
    filled = f"SELECT n, {fill} FROM {name}_key JOIN {table} USING (id)"
    contentless = "content='', contentless_delete=1"
    trigram = "'trigram remove_diacritics 1'"
    short = "prefix='1 2', tokenize='unicode61 remove_diacritics 2'"
    return [
        f"DROP TRIGGER IF EXISTS {name}_new",
        f"DROP TRIGGER IF EXISTS {name}_edit",
        f"CREATE TABLE {name}_key (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE)",
        f"CREATE VIRTUAL TABLE {name} USING fts5(body, {contentless}, tokenize={trigram})",
        f"CREATE VIRTUAL TABLE {name}_short USING fts5(body, {contentless}, {short})",
        f"INSERT INTO {name}_key(id) SELECT id FROM {table} ORDER BY id",
        f"INSERT INTO {name}(rowid, body) {filled}",
        f"INSERT INTO {name}_short(rowid, body) {filled}",
        f"CREATE TRIGGER {name}_new AFTER INSERT ON {table} BEGIN {born}{write} END",
        f"CREATE TRIGGER {name}_edit AFTER UPDATE OF {columns} ON {table} BEGIN {wipe}{write} END",
    ]


def matching(table: str, typed: str) -> tuple[str, dict[str, str]] | None:
    """SQL that selects the ids of rows holding every word typed, and its values; None for nothing.

    Words are folded (lower case, no accents) and quoted, so no sign of FTS5's own language counts.
    """
    words = fold(clean(typed)).replace('"', " ").split()
    if not words:
        return None
    name = f"{table}_search"
    long = [word for word in words if len(word) > 2]
    short = [word for word in words if len(word) <= 2]
    parts, values = [], {}
    if long:
        parts.append(f"SELECT rowid FROM {name} WHERE body MATCH :long_words")
        values["long_words"] = " AND ".join(f'"{word}"' for word in long)
    if short:
        parts.append(f"SELECT rowid FROM {name}_short WHERE body MATCH :short_words")
        values["short_words"] = " AND ".join(f'"{word}"*' for word in short)
    return f"SELECT id FROM {name}_key WHERE n IN ({' INTERSECT '.join(parts)})", values
