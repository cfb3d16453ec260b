"""What people ask of coverage: how quality actions are spread over each mandate, and who waits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from controllers.columns import Cell, Column
from controllers.wording import badge, word
from models.actions.values import KIND_WORDS, ActionKind
from models.coverage import queries, rules
from models.coverage.values import (
    KINDS,
    Coverage,
    CoverageBook,
    CoverageFilter,
    CoverageList,
    CoverageRow,
    Target,
    YearState,
)
from models.kernel.text import N_, _
from models.kernel.words import fold
from models.mandates import queries as mandate_queries
from models.store.store import Store

NOTHING = "–"
HEADS = {
    ActionKind.CONTACT: N_("Contacts"),
    ActionKind.DOSSIER_CHECK: N_("Checks"),
    ActionKind.USER_SURVEY: N_("Surveyed"),
    ActionKind.OFFER_CHECK: N_("Offer"),
    ActionKind.INFO_MAIL: N_("Info mail"),
    ActionKind.INFO_PAGE: N_("Info page"),
}
"""Short words: six strips stand side by side."""


def _strip_text(kind: ActionKind, row: CoverageRow) -> str:
    """The cells of a strip as one line: `1 0 2 · · ·`."""
    if row.coverage is None:
        return ""
    cells = row.coverage.of(kind).cells
    return " ".join(
        {YearState.FUTURE: "·", YearState.OUTSIDE: NOTHING}.get(year.state, str(cell.count))
        for year, cell in zip(row.coverage.years, cells, strict=True)
    )


def _second_line(row: CoverageRow) -> str:
    return " · ".join(part for part in (row.locality, row.officer) if part)


def _strip(kind: ActionKind) -> Column[CoverageRow]:
    return Column(kind.value, HEADS[kind], partial(_strip_text, kind), width=14, kind="strip")


COLUMNS: tuple[Column[CoverageRow], ...] = (
    Column("name", N_("Centre"), lambda row: row.name, width=23, kind="two", sub=_second_line),
    Column(
        "silence",
        N_("Silence"),
        lambda row: rules.silence_words(row.coverage),
        width=21,
        kind="two",
        sub=lambda row: rules.since_words(row.coverage),
    ),
    *(_strip(kind) for kind in KINDS),
)

Key = Callable[[CoverageRow], Any]


def _of_kind(kind: ActionKind, row: CoverageRow) -> tuple[int, int]:
    """The silence of one kind; a kind that was never done comes before every other."""
    if row.coverage is None:
        return (0, 0)
    one = row.coverage.of(kind)
    if one.silence is None:
        return (1, 0)
    return ((4 if one.last is None else 3) if row.running else 2, one.silence)


ORDERS: Mapping[str, Key] = {
    "name": lambda row: fold(row.name),
    "silence": lambda row: rules.rank(row.coverage, running=row.running),
    **{kind.value: partial(_of_kind, kind) for kind in KINDS},
}
"""What each column orders by: a strip by the silence of its kind."""


class CoverageOfCentres:
    """How the quality actions are spread over the years of every mandate."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def whole(self) -> CoverageBook:
        """Every centre with the mandate that counts today; `narrowed` works on it further."""
        with self._store.look() as session:
            day = mandate_queries.day(session, self.today())
            rows = queries.rows(session, day)
            return CoverageBook(tuple(sorted(rows, key=ORDERS["name"])), queries.targets(day))

    def listing(self, wanted: CoverageFilter) -> CoverageList:
        """The centres that fit, in the order asked."""
        return narrowed(self.whole(), wanted)

    def of_centre(self, centre_id: UUID, mandate_id: UUID | None = None) -> Coverage | None:
        """One mandate of a centre: the chosen one, or the one that counts today."""
        with self._store.look() as session:
            day = mandate_queries.day(session, self.today())
            return queries.of_mandate(session, centre_id, day, mandate_id)

    def targets(self) -> Mapping[ActionKind, Target]:
        """How often this office aims at each kind; a proposal as long as it set nothing."""
        with self._store.look() as session:
            return queries.targets(mandate_queries.day(session, self.today()))


def narrowed(book: CoverageBook, wanted: CoverageFilter) -> CoverageList:
    """The rows that fit, in the order asked; equal ones keep the order of their names."""
    found = [row for row in book.rows if _fits(row, wanted)]
    found.sort(key=ORDERS[wanted.order], reverse=wanted.descending)
    running = [row for row in book.rows if row.running]
    return CoverageList(
        rows=tuple(found),
        total=len(book.rows),
        running=len(running),
        short=sum(_stays_short(row) for row in running),
        officers=tuple(sorted({row.officer for row in book.rows if row.officer}, key=fold)),
        provinces=tuple(sorted({row.province for row in book.rows if row.province}, key=fold)),
        targets=book.targets,
    )


def _fits(row: CoverageRow, wanted: CoverageFilter) -> bool:
    if wanted.running and not row.running:
        return False
    if wanted.short and not (row.running and _stays_short(row)):
        return False
    if wanted.officer and row.officer != wanted.officer:
        return False
    if wanted.province and row.province != wanted.province:
        return False
    said = fold(f"{row.name} {row.enterprise_number} {row.locality} {row.mandate_number}")
    return all(part in said for part in fold(wanted.text).split())


def _stays_short(row: CoverageRow) -> bool:
    return row.coverage is not None and row.coverage.short > 0


def sheet_columns(rows: Sequence[CoverageRow]) -> list[Column[CoverageRow]]:
    """The columns of the workbook: every cell of every strip a true number of its own."""
    longest = max((len(row.coverage.years) for row in rows if row.coverage), default=rules.YEARS)
    return [*_facts(), *_counts(longest)]


def _facts() -> Iterator[Column[CoverageRow]]:
    yield Column("name", N_("Centre"), lambda row: row.name)
    yield Column("enterprise_number", N_("Enterprise number"), lambda row: row.enterprise_number)
    yield Column("locality", N_("Town"), lambda row: row.locality)
    yield Column("province", N_("Province"), lambda row: row.province)
    yield Column("officer", N_("File keeper"), lambda row: row.officer)
    yield Column("number", N_("Mandate"), lambda row: row.mandate_number)
    yield Column("state", N_("State"), lambda row: word(row.state), state=lambda r: badge(r.state))
    yield Column("start", N_("First day"), partial(_spread, lambda spread: spread.start))
    yield Column("end", N_("Last day"), partial(_spread, lambda spread: spread.end))
    yield Column("last", N_("Last action"), partial(_spread, lambda spread: spread.last))
    yield Column("silence", N_("Days of silence"), partial(_spread, lambda s: s.silence))
    yield Column("short", N_("Kinds under target"), partial(_spread, lambda s: s.short))


def _spread(fact: Callable[[Coverage], Cell], row: CoverageRow) -> Cell:
    return None if row.coverage is None else fact(row.coverage)


LIST_COLUMNS: tuple[Column[CoverageRow], ...] = (*_facts(), *(_strip(kind) for kind in KINDS))
"""For the console: the facts, and each strip as one line."""


def _counts(years: int) -> Iterator[Column[CoverageRow]]:
    for kind in KINDS:
        for at in range(years):
            label = f"{_(KIND_WORDS[kind].many)}, {_('year {number}').format(number=at + 1)}"
            yield Column(f"{kind}_{at + 1}", label, partial(_count, kind, at), kind="number")


def _count(kind: ActionKind, at: int, row: CoverageRow) -> int | None:
    """A year to come and a year that does not apply stay empty: no count, and no nought."""
    spread = row.coverage
    if spread is None or at >= len(spread.years):
        return None
    if spread.years[at].state in {YearState.FUTURE, YearState.OUTSIDE}:
        return None
    return spread.of(kind).cells[at].count
