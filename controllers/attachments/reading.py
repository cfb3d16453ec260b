"""What is asked about attachments: one, those of a centre or a thing, and the list of all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from controllers.attachments.things import About
from controllers.field_words import table_word
from controllers.row_names import row_name
from models.applications import queries as application_queries
from models.attachments import queries
from models.attachments.values import AttachmentFile, AttachmentRow, Thing
from models.centres import queries as centre_queries
from models.mandates import queries as mandate_queries
from models.store.attachments import ContentState
from models.store.session import LookSession
from models.store.store import Store


class Reading:
    """Nouns: they change nothing, and tell whether the content stands where it belongs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> datetime:
        return self._store.now()

    def file(self, attachment_id: UUID) -> AttachmentFile:
        with self._store.look() as session:
            return self._told(session, queries.file(session, attachment_id))

    def of_centre(self, centre_id: UUID) -> tuple[AttachmentFile, ...]:
        """Every attachment of a centre, the one received last first."""
        with self._store.look() as session:
            return tuple(self._told(session, one) for one in queries.of_centre(session, centre_id))

    def of_thing(self, table: str, row: UUID) -> tuple[AttachmentFile, ...]:
        """The attachments that are proof of one thing, such as a certificate."""
        with self._store.look() as session:
            return tuple(self._told(session, one) for one in queries.of_thing(session, table, row))

    def counts(self, centre_id: UUID) -> dict[About, int]:
        """How many attachments each thing of this centre has, by its table and row."""
        with self._store.look() as session:
            return queries.counts(session, centre_id)

    def ids(self, centre_id: UUID | None = None) -> list[UUID]:
        with self._store.look() as session:
            return queries.ids(session, centre_id)

    def rows(self, wanted: Sequence[UUID]) -> list[AttachmentRow]:
        with self._store.look() as session:
            found = [self._told(session, one) for one in queries.some(session, wanted)]
            names = centre_queries.identities(session, {one.centre_id for one in found})
        return [
            AttachmentRow(
                one.id,
                one.centre_id,
                names[one.centre_id].enterprise_number,
                names[one.centre_id].name,
                one,
            )
            for one in found
            if one.centre_id in names
        ]

    def things(self, centre_id: UUID) -> list[Thing]:
        """What an attachment of this centre can be proof of."""
        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            standing = mandate_queries.standing(
                session, centre_id, mandate_queries.day(session, today)
            )
            people = centre_queries.counsellors(session, centre_id)
            rows = [("certificate", one.id) for one in standing.certificates]
            rows += [("mandate", one.id) for one in standing.mandates]
            rows += [("counsellor", one.counsellor_id) for one in people]
            asked = application_queries.ids(session, today, centre_id)
            rows += [("application", one) for one in asked]
            rows += [
                ("decision", one) for one in application_queries.decision_ids(session, centre_id)
            ]
            return [
                Thing(table, row, table_word(table), row_name(session, table, row))
                for table, row in dict.fromkeys(rows)
            ]

    def _told(self, session: LookSession, file: AttachmentFile) -> AttachmentFile:
        state = self._store.contents.glance(file.sha256, file.size)
        label = ""
        if file.about is not None:
            table, row = file.about
            label = Thing(table, row, table_word(table), row_name(session, table, row)).label
        return replace(
            file,
            about_label=label,
            there=state is not ContentState.MISSING,
            whole=state is ContentState.OK,
        )
