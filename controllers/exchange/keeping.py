"""The workbook that came back is kept as it came, beside what it is about."""

import io
from functools import partial
from uuid import UUID

from controllers.intake.checklist_back import ChecklistBack
from models.attachments import queries, rules
from models.attachments.entities import Attachment
from models.kernel.text import N_
from models.store.store import Store


def keep_workbook(store: Store, back: ChecklistBack, about: tuple[str, UUID], centre: UUID) -> None:
    """With the centre, about this check or application; once is enough.

    One in which a national register number stands is not kept: the cell is refused, and the number
    would come in with the file (F3.06). The review says so.
    """
    if back.private:
        return
    kept = store.contents.keep(partial(io.BytesIO, back.content))
    with store.look() as session:
        there = queries.of_thing(session, *about)
    if any(one.sha256 == kept.sha256 for one in there):
        return
    name = rules.kept_name(back.name, "file")
    with store.aside(N_("Keep returned workbook"), name) as session:
        session.add(
            Attachment(
                centre_id=centre,
                about_table=about[0],
                about_row=about[1],
                sha256=kept.sha256,
                name=name,
                media_type=rules.media_type(name, back.content[:64]),
                size=kept.size,
                received_on=store.now().astimezone().date(),
            )
        )
