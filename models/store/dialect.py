"""One tongue for all our engines: what one of them compiled, the others need not compile again.

SQLAlchemy keeps the SQL of a statement under the dialect it was made for, and every engine has a
dialect of its own. Ours differ in nothing: the engine that writes, the one that reads, that of a
day in the past and that of the next file all speak to the same SQLCipher.
"""

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

NAME = "sqlite+waarmerk"
MOST = 3000
"""Statements kept; a day of work makes some hundreds."""

COMPILED: LRUCache[object, object] = LRUCache(MOST)


class OneDialect(SQLiteDialect_pysqlite):
    """Equal to every other of its kind."""

    driver = "waarmerk"
    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.waarmerk", __name__, OneDialect.__name__)
