"""The log of a centre as one thread: what was written down, and what other rooms did there."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from controllers.actions import kind_of
from controllers.field_words import table_word, value_word
from models.actions import queries as action_queries
from models.actions.values import ActionFile, EntryKind, LogEntry
from models.applications import queries as application_queries
from models.attachments import queries as attachment_queries
from models.attachments.rules import size_word
from models.checks import queries as check_queries
from models.checks.values import CheckState
from models.kernel.text import _
from models.letters import queries as letter_queries
from models.store.session import LookSession
from models.store.store import Store


class Logbook:
    """Reads only: each line is kept where it belongs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def thread(self, centre_id: UUID) -> tuple[LogEntry, ...]:
        """Everything that was done at this centre, newest first."""
        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            found = [
                *_actions(session, centre_id),
                *_checks(session, centre_id, today),
                *_letters(session, centre_id, today),
                *_applications(session, centre_id, today),
                *_decisions(session, centre_id),
                *_attachments(session, centre_id),
            ]
        return tuple(sorted(found, key=_newest, reverse=True))


def _newest(entry: LogEntry) -> tuple[date, str, int]:
    return entry.day, entry.action.hour if entry.action else "", entry.id.int


def _actions(session: LookSession, centre_id: UUID) -> Iterator[LogEntry]:
    for one in action_queries.of_centre(session, centre_id):
        yield LogEntry(EntryKind.ACTION, one.id, one.day, one.about, _of_action(one), one.id, one)


def _of_action(action: ActionFile) -> str:
    who = _("with {name}").format(name=action.spoken_to) if action.spoken_to else ""
    return " · ".join(part for part in (kind_of(action), who, action.officer) if part)


def _checks(session: LookSession, centre_id: UUID, today: date) -> Iterator[LogEntry]:
    """Visits that began; those to come are no part of what was done."""
    for row in check_queries.rows(session, check_queries.ids(session, centre_id)):
        if row.day is not None and row.day <= today and row.state is not CheckState.PLANNED:
            sub = " · ".join(part for part in (row.reference, row.officer) if part)
            yield LogEntry(
                EntryKind.CHECK, row.id, row.day, table_word("dossier_check"), sub, row.id
            )


def _letters(session: LookSession, centre_id: UUID, today: date) -> Iterator[LogEntry]:
    for row in letter_queries.rows(session, letter_queries.ids(session, centre_id), today):
        if row.letter_date is not None:
            title, sub = row.subject or row.title, f"{row.title} · {row.reference}"
            yield LogEntry(EntryKind.LETTER, row.id, row.letter_date, title, sub, row.id)


def _applications(session: LookSession, centre_id: UUID, today: date) -> Iterator[LogEntry]:
    ids = application_queries.ids(session, today, centre_id)
    for row in application_queries.rows(session, ids, today):
        title = f"{table_word('application')}: {value_word(row.kind)}"
        yield LogEntry(EntryKind.APPLICATION, row.id, row.received_on, title, row.reference, row.id)


def _decisions(session: LookSession, centre_id: UUID) -> Iterator[LogEntry]:
    for row in application_queries.decisions_of_centre(session, centre_id):
        title = f"{table_word('decision')}: {value_word(row.kind)}"
        sub = " · ".join(part for part in (row.application_reference, row.decided_by) if part)
        opens = row.application_id or row.id
        yield LogEntry(EntryKind.DECISION, row.id, row.decided_on, title, sub, opens)


def _attachments(session: LookSession, centre_id: UUID) -> Iterator[LogEntry]:
    for one in attachment_queries.of_centre(session, centre_id):
        if one.received_on is not None:
            sub = f"{table_word('attachment')} · {size_word(one.size)}"
            yield LogEntry(EntryKind.ATTACHMENT, one.id, one.received_on, one.name, sub, one.id)
