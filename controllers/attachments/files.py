"""Adding files, saying what they are proof of, looking at them, taking a copy along.

The content is on the disk before its row is written, and one wish is one step, however many files.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.attachments.bringing import Brought, Taken, once, opened, take
from controllers.attachments.things import (
    About,
    Cell,
    check_about,
    check_thing,
    check_unlocked,
    make_room,
)
from controllers.export.landing import Exported
from controllers.field_words import table_word
from controllers.row_names import row_name
from models.applications import queries as application_queries
from models.attachments import queries, rules
from models.attachments.entities import Attachment
from models.attachments.values import (
    Added,
    AttachmentFile,
    AttachmentRow,
    AttachmentThere,
    NotAdded,
    Shown,
    ShownAs,
    Thing,
    Unused,
)
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.mandates import queries as mandate_queries
from models.store.attachments import ContentChanged, ContentMissing, ContentState
from models.store.gate import longest
from models.store.session import LookSession
from models.store.store import Store

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

MOST_TEXT = 200_000
"""Characters of a text that are shown."""
PROVEN = frozenset({"name", "about"})
"""Of proof in a finished check these stay as they are: they are under its mark."""
REMARK = longest(Attachment.metadata.tables["attachment"], "remark")


class Attachments:
    """Files kept with the files of centres."""

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

    def add(
        self,
        centre_id: UUID,
        brought: Sequence[Brought],
        about: About | None = None,
        cell: Cell | None = None,
    ) -> Added:
        """Keep these files with a centre, received today, as one step.

        `cell` says which answer of a check `about` is: it may still be open, and stays so.
        What is refused is told by name, and keeps the others from nothing; one alone is raised.
        """
        name = self._centre_name(centre_id, about, cell)
        with self._nothing_half() as fresh:
            ready: list[Taken] = []
            refused: list[NotAdded] = []
            for one in brought:
                try:
                    ready.append(once(self._taken(centre_id, one, about, fresh), ready))
                except Refused as error:
                    if len(brought) == 1:
                        raise
                    refused.append(NotAdded(one.name, str(error)))
            if not ready:
                return Added((), tuple(refused))
            subject = f"{name}: {', '.join(one.name for one in ready)}"
            with self._store.change(N_("Add attachment"), subject[:300]) as session:
                centre = session.get_one(CareerCentre, centre_id)
                make_room(session, cell)
                rows = [self._row(centre.id, one, about) for one in ready]
                session.add_all(rows)
                session.flush()
                return Added(tuple(row.id for row in rows), tuple(refused))

    def edit(self, attachment_id: UUID, field: str, value: object) -> None:
        """Write name, received_on, remark, or what it belongs to (`about`).

        Raises CheckFinished for name and `about` of proof in a check that is finished.
        """
        kept = self._kept(field, value)
        with self._store.change(N_("Edit attachment"), self._name(attachment_id)) as session:
            row = session.get_one(Attachment, attachment_id)
            if field in PROVEN:
                check_unlocked(session, (row.about_table, row.about_row))
            if field == "about":
                about = value if isinstance(value, tuple) else None
                check_thing(session, row.centre_id, about)
                row.about_table, row.about_row = about or (None, None)
            else:
                setattr(row, field, kept)

    def remove(self, attachment_id: UUID) -> None:
        """Take it from the file. The content stays until `clean_up`, so undo brings it back."""
        with self._store.change(N_("Remove attachment"), self._name(attachment_id)) as session:
            row = session.get_one(Attachment, attachment_id)
            check_unlocked(session, (row.about_table, row.about_row))
            session.delete(row)

    @staticmethod
    def look_into(brought: Brought) -> Shown:
        """A file before it is kept: a picture or a PDF whole, so that it can be treated first."""
        return opened(brought)

    @staticmethod
    def pages_of(content: bytes) -> "PdfPages":
        """The pages of a PDF that is not kept yet. Raises PdfUnreadable."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(content)

    def shown(self, attachment_id: UUID) -> Shown:
        """The content to look at, proven whole. Raises ContentMissing and ContentChanged."""
        with self._store.look() as session:
            file = queries.file(session, attachment_id)
        self._check_there(file)
        how = rules.shown_as(file.media_type, file.size)
        if how is ShownAs.NOT:
            return Shown(how, file.name)
        content = b"".join(self._store.contents.read(file.sha256))
        if how is ShownAs.TEXT:
            return Shown(how, file.name, text=rules.readable(content)[:MOST_TEXT])
        return Shown(how, file.name, content)

    def pages(self, attachment_id: UUID) -> "PdfPages":
        """A PDF as pages to look at. Raises PdfUnreadable, and as `shown` does."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(self.shown(attachment_id).content)

    def save_as(self, attachment_id: UUID, path: Path) -> Exported:
        """A plain copy at this place; nothing lands there unless the whole content is proven."""
        from controllers.export.landing import land_parts

        with self._store.look() as session:
            file = queries.file(session, attachment_id)
        return land_parts(self._store.contents.read(file.sha256), path)

    def _check_there(self, file: AttachmentFile) -> None:
        """What cannot be shown is at least looked for."""
        state = self._store.contents.glance(file.sha256, file.size)
        if state is ContentState.MISSING:
            raise ContentMissing(folder=self._store.contents.folder.name)
        if state is ContentState.CHANGED:
            raise ContentChanged

    def trouble(self) -> str:
        """One sentence when contents are not where they belong; empty when all is well."""
        contents = self._store.contents
        with self._store.look() as session:
            every = queries.some(session, queries.ids(session))
        gone = sum(contents.glance(one.sha256, one.size) is ContentState.MISSING for one in every)
        if not gone:
            return ""
        if not contents.folder.is_dir():
            said = _(
                "The folder {folder} with the attachments is not beside the file. Put it back"
                " there: a file that is moved or copied takes its folder along."
            )
            return said.format(folder=contents.folder.name)
        said = _("{gone} of {all} attachments are missing from the folder {folder}.")
        return said.format(gone=gone, all=len(every), folder=contents.folder.name)

    def unused(self) -> Unused:
        """Contents that no attachment names: of removed attachments, or left by a mishap."""
        loose = self._loose()
        return Unused(len(loose), sum(loose.values()))

    def clean_up(self) -> Unused:
        """Erase them for good. What was removed can then no longer come back whole."""
        loose = self._loose()
        for mark in loose:
            self._store.contents.drop(mark)
        return Unused(len(loose), sum(loose.values()))

    def _loose(self) -> dict[str, int]:
        with self._store.look() as session:
            named = queries.named(session)
        every = self._store.contents.all()
        return {mark: size for mark, size in every.items() if mark not in named}

    @contextmanager
    def _nothing_half(self) -> Iterator[list[str]]:
        """What was stored on the way to a step that did not come about, is taken away again."""
        fresh: list[str] = []
        try:
            yield fresh
        except BaseException:
            for mark in fresh:
                self._store.contents.drop(mark)
            raise

    def _taken(
        self, centre_id: UUID, brought: Brought, about: About | None, fresh: list[str]
    ) -> Taken:
        """The content of one file, safe on the disk. Raises AttachmentThere."""
        taken = take(brought, self._store.contents)
        if taken.kept.fresh:
            fresh.append(taken.kept.sha256)
        with self._store.look() as session:
            for other in queries.of_centre(session, centre_id):
                if (other.sha256, other.about) == (taken.kept.sha256, about):
                    raise AttachmentThere(field="file", name=taken.name, other=other.name)
        return taken

    def _row(self, centre_id: UUID, ready: Taken, about: About | None) -> Attachment:
        table, row = about or (None, None)
        return Attachment(
            centre_id=centre_id,
            about_table=table,
            about_row=row,
            sha256=ready.kept.sha256,
            name=ready.name,
            media_type=ready.media_type,
            size=ready.kept.size,
            received_on=self._store.now().astimezone().date(),
        )

    def _kept(self, field: str, value: object) -> object:
        match field:
            case "name":
                return rules.kept_name(str(value or ""))
            case "remark":
                return rules.checked_remark(str(value or ""), REMARK)
            case "received_on":
                rules.check_received(value, self._store.now().astimezone().date())  # type: ignore[arg-type]
                return value
            case "about":
                return value
            case _:
                raise KeyError(field)

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

    def _centre_name(self, centre_id: UUID, about: About | None, cell: Cell | None) -> str:
        with self._store.look() as session:
            check_about(session, centre_id, about, cell)
            return centre_queries.identity(session, centre_id).name

    def _name(self, attachment_id: UUID) -> str:
        with self._store.look() as session:
            return queries.file(session, attachment_id).name
