"""Adding files, saying what they are proof of, taking them from the file again.

The content is on the disk before its row is written, and one wish is one step, however many files.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from controllers.attachments.bringing import Brought, Taken, once, take
from controllers.attachments.reading import Reading
from controllers.attachments.things import (
    About,
    Cell,
    check_about,
    check_thing,
    check_unlocked,
    make_room,
)
from models.attachments import queries, rules
from models.attachments.entities import Attachment
from models.attachments.values import Added, AttachmentThere, NotAdded
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.store.gate import longest

PROVEN = frozenset({"name", "about"})
"""Of proof in a finished check these stay as they are: they are under its mark."""
REMARK = longest(Attachment.metadata.tables["attachment"], "remark")


class Filing(Reading):
    """Verbs about the rows; what lies on the disk is only ever added to."""

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
        What is there already with its content missing gets that content back, which is no step.
        """
        name = self._centre_name(centre_id, about, cell)
        with self._nothing_half() as fresh:
            ready: list[Taken] = []
            refused: list[NotAdded] = []
            restored: list[str] = []
            unread: list[str] = []
            for one in brought:
                try:
                    taken = take(one, self._store.contents)
                    unread += [] if taken.read else [one.name]
                    if there := self._there(centre_id, taken, about):
                        restored.append(_restored(taken, there))
                        continue
                    if taken.kept.fresh:
                        fresh.append(taken.kept.sha256)
                    ready.append(once(taken, ready))
                except Refused as error:
                    if len(brought) == 1:
                        raise
                    refused.append(NotAdded(one.name, str(error)))
            if not ready:
                return Added((), tuple(refused), tuple(restored), tuple(unread))
            subject = f"{name}: {', '.join(one.name for one in ready)}"
            with self._store.change(N_("Add attachment"), subject[:300]) as session:
                centre = session.get_one(CareerCentre, centre_id)
                make_room(session, cell)
                rows = [self._row(centre.id, one, about) for one in ready]
                session.add_all(rows)
                session.flush()
                ids = tuple(row.id for row in rows)
                return Added(ids, tuple(refused), tuple(restored), tuple(unread))

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

    def _there(self, centre_id: UUID, taken: Taken, about: About | None) -> str:
        """What this content is called where it is kept for the same thing; empty when it is not."""
        with self._store.look() as session:
            every = queries.of_centre(session, centre_id)
        mine = (taken.kept.sha256, about)
        return next((one.name for one in every if (one.sha256, one.about) == mine), "")

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

    def _centre_name(self, centre_id: UUID, about: About | None, cell: Cell | None) -> str:
        with self._store.look() as session:
            check_about(session, centre_id, about, cell)
            return centre_queries.identity(session, centre_id).name

    def _name(self, attachment_id: UUID) -> str:
        with self._store.look() as session:
            return queries.file(session, attachment_id).name


def _restored(taken: Taken, there: str) -> str:
    """Whose content was missing until now. Raises AttachmentThere when nothing was missing."""
    if not taken.kept.fresh:
        raise AttachmentThere(field="file", name=taken.name, other=there)
    return there
