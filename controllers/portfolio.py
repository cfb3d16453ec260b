"""What people ask of all centres together: a row each, on one axis of days."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from controllers.columns import Column
from controllers.wording import badge, word
from models.kernel.text import N_, _
from models.kernel.wording import short_date
from models.kernel.words import fold
from models.mandates import queries as mandate_queries
from models.portfolio import queries, rules
from models.portfolio.values import PieceKind, Portfolio, PortfolioRow
from models.store.store import Store


def _second_line(row: PortfolioRow) -> str:
    return " · ".join(part for part in (row.locality, row.officer) if part)


def _since(row: PortfolioRow) -> str:
    return _("since {day}").format(day=short_date(row.start)) if row.start else ""


def _last(row: PortfolioRow, kind: PieceKind) -> date | None:
    return next((piece.day for piece in reversed(row.marks) if piece.kind is kind), None)


COLUMNS: tuple[Column[PortfolioRow], ...] = (
    Column("name", N_("Centre"), lambda row: row.name, width=28, kind="two", sub=_second_line),
    Column("province", N_("Province"), lambda row: row.province, width=15),
    Column(
        "state",
        N_("Mandate"),
        lambda row: word(row.state),
        width=9,
        kind="badge",
        state=lambda row: badge(row.state),
    ),
    Column(
        "end",
        N_("Mandate until"),
        lambda row: row.end,
        width=14,
        kind="two",
        sub=_since,
    ),
    Column(
        "certificate",
        N_("Certificate until"),
        lambda row: row.certificate_end,
        width=11,
        kind="date",
    ),
    Column(
        "checked",
        N_("Last check"),
        lambda row: _last(row, PieceKind.CHECK),
        width=11,
        kind="date",
    ),
    Column("moments", N_("Moments"), lambda row: len(row.marks), width=7, kind="number"),
)
"""The same facts as text, for who reads rather than looks."""

_EARLY = date(1, 1, 1)
ORDERS: Mapping[str, Callable[[PortfolioRow], Any]] = {
    "name": lambda row: fold(row.name),
    "province": lambda row: fold(row.province),
    "state": lambda row: word(row.state),
    "end": lambda row: row.end or _EARLY,
    "certificate": lambda row: row.certificate_end or _EARLY,
    "checked": lambda row: _last(row, PieceKind.CHECK) or _EARLY,
    "moments": lambda row: len(row.marks),
}


def in_order(
    rows: Sequence[PortfolioRow], key: str, descending: bool = False
) -> tuple[PortfolioRow, ...]:
    """The rows by a column; equal ones keep the order of their names."""
    return tuple(sorted(rows, key=ORDERS[key], reverse=descending))


class PortfolioOfCentres:
    """All centres side by side."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def whole(self) -> Portfolio:
        """Every centre with all that lies on its row: narrow and group it with the rules."""
        with self._store.look() as session:
            return queries.portfolio(session, mandate_queries.day(session, self.today()))


def words_of(row: PortfolioRow, today: date) -> str:
    """A row as a screen reader says it."""
    return rules.row_words(row, word(row.state), today)
