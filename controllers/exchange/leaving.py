"""A workbook that leaves: under a number, with a mark, and what it held kept to compare with."""

from datetime import datetime
from pathlib import Path
from typing import cast

from controllers.exchange import content
from controllers.exchange.content import Content
from controllers.exchange.kinds import E, Kind, T
from controllers.export.facts import MADE_WITH
from controllers.export.landing import Exported, land
from controllers.export.sheets.book import Book
from controllers.export.sheets.returning import Known, Stamped, write_stamp
from models.kernel.packing import pack
from models.store.entity import Entity
from models.store.store import Store


def leave(
    store: Store,
    kind: Kind[T, E],
    book: Book,
    held: Content,
    now: datetime,
    target: Path,
    label: str,
) -> Exported:
    """Stamp the workbook, keep what it held, and land it: all of it or nothing.

    An export is put aside in the history: it cannot be undone, for the workbook has left.
    """
    text = content.as_text(held)
    mark = content.mark(text)
    row = kind.export_id(held.about, mark, now)
    of = Stamped(
        held.about,
        held.reference,
        held.centre,
        held.centre_name,
        held.checklist,
        held.version,
    )
    write_stamp(book, of, held.use, Known(row, mark), MADE_WITH, now)
    payload = book.to_bytes()
    with store.aside(label, held.centre_name) as session:
        session.put(
            cast("type[Entity]", kind.export),  # a protocol cannot say that it is a row
            row,
            **{kind.about: held.about},
            exported_at=now,
            exported_by=store.who,
            content=pack(text),
            sha256=mark,
            name=target.name[:255],
        )
        session.flush()
        return land(payload, target)
