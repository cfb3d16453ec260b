"""What people do about retention: see what is due, destroy it for good, answer who asks."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controllers.columns import Column
from controllers.export.landing import Exported, land, named
from controllers.field_words import field_word, table_word, value_word
from controllers.language import in_dutch
from models.centres import queries as centre_queries
from models.centres.rules import show_enterprise_number
from models.centres.rules.editing import refuse_national_number
from models.kernel.text import N_, _
from models.kernel.typed import keepable
from models.kernel.wording import enumeration, long_date, short_date
from models.kernel.words import fold
from models.retention import queries, rules
from models.retention.entities import DestructionStatement
from models.retention.rules import exported
from models.retention.values import (
    DestroyReasonMissing,
    NobodyAsked,
    NotDue,
    NothingTicked,
    ReasonNames,
    RetentionBook,
    RetentionRow,
    Statement,
    Trace,
    Verdict,
)
from models.settings import queries as settings_queries
from models.store.lines import Key
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

LEAST = 3
"""Letters somebody must type to be looked for."""


def why(row: RetentionRow) -> str:
    """Why a file is due or kept, in the language of the screen."""
    return _why(row.verdict)


def _why(verdict: Verdict) -> str:
    day = short_date(verdict.until) if verdict.until else ""
    return _(rules.WHY[verdict.holding]).format(day=day)


def _start(row: RetentionRow) -> str:
    start = row.verdict.start
    return _(rules.STARTS[start]) if start else ""


COLUMNS: tuple[Column[RetentionRow], ...] = (
    Column(
        "name", N_("Centre"), lambda row: row.name, width=30, kind="two",
        sub=lambda row: " · ".join(
            part for part in (show_enterprise_number(row.number), row.locality) if part
        ),
    ),
    Column("why", N_("Why"), why, width=36),
    Column("start", N_("Counted from"), _start, width=28),
    Column("day", N_("Day"), lambda row: row.verdict.day, width=14, kind="date"),
    Column(
        "until", N_("Keep until"), lambda row: row.verdict.term.due if row.verdict.term else None,
        width=14, kind="date",
    ),
)  # fmt: skip
STATEMENTS: tuple[Column[Statement], ...] = (
    Column("reference", N_("Reference"), lambda row: row.reference, width=16),
    Column("day", N_("Destroyed on"), lambda row: row.destroyed_on, width=14, kind="date"),
    Column("series", N_("Series"), lambda row: row.series, width=28),
    Column("rows", N_("Rows"), lambda row: row.rows_count, width=10, kind="number"),
    Column("files", N_("Files"), lambda row: row.files_count, width=10, kind="number"),
    Column("who", N_("Who"), lambda row: row.decided_by, width=20),
)
TRACES: tuple[Column[Trace], ...] = (
    Column("thing", N_("Where"), lambda row: table_word(row.table), width=20),
    Column("field", N_("Field"), lambda row: field_word(row.table, row.field), width=18),
    Column("text", N_("What stands there"), lambda row: row.text, width=56),
    Column("centre", N_("Centre"), lambda row: row.centre, width=28),
)


class Retention:
    """The program proposes, a person destroys; nothing goes by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def book(self) -> RetentionBook:
        """What is due, the longest over first; what is kept and why; what was destroyed."""
        today = self.today()
        with self._store.look() as session:
            rows = self._rows(session, None)
            statements = tuple(queries.statements(session))
        rows.sort(key=_order)
        due = tuple(row for row in rows if row.verdict.due)
        kept = tuple(row for row in rows if not row.verdict.due)
        return RetentionBook(today, due, kept, statements)

    def destroy(self, centres: Sequence[UUID], reason: str) -> UUID:
        """Destroy these files for good, and leave a statement; gives its id.

        Raises NothingTicked, DestroyReasonMissing, ReasonNames and NotDue. It cannot be undone.
        """
        wanted = list(dict.fromkeys(centres))
        said = keepable(reason).strip()
        if not wanted:
            raise NothingTicked
        if len(said) < LEAST:
            raise DestroyReasonMissing(field="reason")
        refuse_national_number(said, "reason")
        with self._store.look() as session:
            reference = queries.next_reference(session, self.today().year)
        label = N_("Destroy files whose term is over")
        with self._store.change(label, reference, why=said, undoable=False) as session:
            rows = self._rows(session, wanted)
            _check(rows, wanted, said, queries.names_of(session, wanted))
            keys, past = queries.belonging(session, wanted)
            described = _described(rows, keys, said)
            files = sum(table == "attachment" for table, _ in keys)
            count = session.purge(keys, past)
            return self._state(session, rows, reference, described, (count, files))

    def statement(self, statement_id: UUID) -> Statement:
        with self._store.look() as session:
            return queries.statement(session, statement_id)

    def statement_pages(self, statement_id: UUID) -> "PdfPages":
        """The statement for a printer."""
        from controllers.export.destruction import statement_pdf
        from controllers.export.pdf_pages import PdfPages

        with in_dutch():
            return PdfPages(statement_pdf(self.statement(statement_id)))

    def write_statement(self, statement_id: UUID, path: Path) -> Exported:
        """The statement as a PDF file: the same facts give the same bytes."""
        from controllers.export.destruction import statement_pdf

        with in_dutch():
            return land(statement_pdf(self.statement(statement_id)), named(path, ".pdf"))

    def traces(self, typed: str) -> list[Trace]:
        """Where somebody is named, by name or e-mail address. Raises NobodyAsked."""
        if len(fold(typed).replace(" ", "")) < LEAST:
            raise NobodyAsked(field="person")
        with self._store.look() as session:
            return queries.traces(session, typed)

    def export_person(self, typed: str, path: Path) -> Exported:
        """Everything on somebody, as JSON at `path` and as a workbook beside it.

        For who asks what is kept about them (GDPR, article 15). Raises NobodyAsked.
        """
        from controllers.export.workbook import write_rows

        found = self.traces(typed)
        now = self._store.now()
        with self._store.look() as session:
            whole = queries.person(session, {(one.table, one.row) for one in found})
        with in_dutch():
            told = {
                "gevraagd": typed.strip(),
                "gemaakt_op": now.isoformat(timespec="seconds"),
                "gemaakt_door": self._store.who,
                "vindplaatsen": [_told(one) for one in found],
                "gegevens": {
                    table_word(table): [_whole(table, row) for row in rows]
                    for table, rows in whole.items()
                },
            }
            text = json.dumps(told, ensure_ascii=False, indent=2, default=str)
            made = land(text.encode(), named(path, ".json"))
            book = made.path.with_suffix(".xlsx")
            write_rows(TRACES, found, book, title=_("Everything on a person"), made_at=now)
        return made

    def _rows(self, session: LookSession, only: Sequence[UUID] | None) -> list[RetentionRow]:
        today = self.today()
        changed = settings_queries.settings(session).changed
        facts = queries.facts(session, None if only is None else set(only))
        known = centre_queries.identities(session, [one.centre_id for one in facts])
        found = []
        for one in facts:
            verdict, of = rules.verdict(one, today, changed), known[one.centre_id]
            locality = of.address.locality or ""
            found.append(
                RetentionRow(
                    of.id,
                    of.enterprise_number,
                    of.name,
                    locality,
                    verdict,
                    rules.WHY[verdict.holding],
                )
            )
        return found

    def _state(
        self,
        session: ChangeSession,
        rows: Sequence[RetentionRow],
        reference: str,
        described: str,
        counts: tuple[int, int],
    ) -> UUID:
        terms = [row.verdict.term for row in rows if row.verdict.term]
        rule = terms[0].rule
        row = DestructionStatement(
            reference=reference,
            series=rules.SERIES,
            rule_reference=(rule.reference or rules.UNCONFIRMED)[:300],
            term_years=rule.value if isinstance(rule.value, int) else 0,
            term_ended_on=max(one.due for one in terms),
            described=described,
            rows_count=counts[0],
            files_count=counts[1],
            destroyed_on=self.today(),
            decided_by=self._store.who[:120],
        )
        session.add(row)
        session.flush()
        return row.id


def _order(row: RetentionRow) -> tuple[date, str]:
    term = row.verdict.term
    return (term.due if term else date.max), fold(row.name)


def _check(
    rows: Sequence[RetentionRow], wanted: Sequence[UUID], reason: str, names: set[str]
) -> None:
    """Every one of them must be due at this very moment, and the reason may name none."""
    for row in rows:
        if not row.verdict.due:
            raise NotDue(name=row.name, why=_why(row.verdict))
    if len(rows) != len(wanted):
        raise NothingTicked
    for name in sorted(names):
        if fold(name) in fold(reason):
            raise ReasonNames(field="reason", name=name)


def _described(rows: Sequence[RetentionRow], keys: Sequence[Key], reason: str) -> str:
    """What was destroyed, in Dutch: undertakings by their number, the rest by how many."""
    with in_dutch():
        lines = [
            _("{number}: {start} on {day}, kept until {until}").format(
                number=show_enterprise_number(row.number),
                start=_start(row),
                day=long_date(row.verdict.day),
                until=long_date(row.verdict.term.due),
            )
            for row in sorted(rows, key=lambda row: row.number)
            if row.verdict.term and row.verdict.day
        ]
        counts = Counter(table for table, _row in keys)
        parts = [f"{table_word(table).lower()} {count}" for table, count in counts.items()]
        held = _("Number of rows: {parts}.").format(parts=enumeration(parts))
        return "\n".join([*lines, held, _("Reason: {reason}").format(reason=reason)])


def _told(one: Trace) -> Mapping[str, str]:
    return {
        "waar": table_word(one.table),
        "veld": field_word(one.table, one.field),
        "inhoud": one.text,
        "centrum": one.centre,
        "ondernemingsnummer": one.number,
    }


def _whole(table: str, row: Mapping[str, Any]) -> Mapping[str, str]:
    """A row in words; links and empty fields say nothing to who reads it.

    What a workbook held is not told whole: it is about many, and the traces tell what is said here.
    """
    return {
        field_word(table, name): value_word(value)
        for name, value in row.items()
        if value not in (None, "")
        and not isinstance(value, UUID)
        and name != "deleted"
        and not (table in exported.TABLES and name == exported.FIELD)
    }
