"""What a person should know of a workbook that came back, beside its cells."""

from collections.abc import Collection, Iterator

from controllers.exchange.content import Content
from controllers.exchange.kinds import E, Kind, T
from controllers.exchange.review import Told
from controllers.intake.checklist_back import ChecklistBack
from models.kernel.text import _
from models.kernel.wording import enumeration, list_date
from models.store.session import LookSession

_MOST = 8
"""So many cells with a remark are named."""


def told_of_export(session: LookSession, kind: Kind[T, E], row: E) -> Iterator[Told]:
    """That it was taken over before; that the same left again since."""
    if row.taken_back_at is not None:
        day = list_date(row.taken_back_at.astimezone().date())
        said = _("This workbook was taken over before, on {day}. Only what changed since shows.")
        yield Told("taken_back_before", said.format(day=day))
    later = kind.later_exports(session, kind.thing_of(row), row.exported_at)
    if later:
        day = list_date(later[-1].astimezone().date())
        yield Told("newer_export", _(kind.exported_again).format(day=day))


def told_of_sheets(
    back: ChecklistBack, base: Content, ours: Collection[str] | None
) -> Iterator[Told]:
    """A national register number, protection off, rows that are missing.

    `ours` are the names of the sheets that left. None for an export of before its sheets were
    kept: of that rows without an id, twice and unknown are told here, for no cell tells of them.
    """
    if back.private:
        said = _(
            "A national register number stands in this workbook. So the workbook itself is not kept"
            " with the attachments; what you take over does come in."
        )
        yield Told("workbook_not_kept", said)
    known = {part.sheet for part in back.parts} if ours is None else ours
    loose = [sheet.name for sheet in back.sheets if sheet.name in known and not sheet.protected]
    if loose:
        said = _("The protection was taken off: {sheets}. Still only what was open comes in.")
        yield Told("protection_off", said.format(sheets=enumeration(loose)))
    for sheet in back.sheets:
        if sheet.remarks:
            said = _(
                "Remarks at cells of this sheet ({cells}) are not read. Look at them in Excel."
            )
            cells = enumeration([*sheet.remarks[:_MOST], *(["…"] * (len(sheet.remarks) > _MOST))])
            yield Told("remarks_not_read", said.format(cells=cells), sheet.name)
    for part in back.parts:
        rows = {key.row for key in base.cells if key.part == part.part}
        gone = len(rows - {*part.rows})
        if gone:
            said = _("{count} rows of the export are missing here. What they say stays as it is.")
            yield Told("rows_missing", said.format(count=gone), part.sheet, part.header_row)
    if ours is None:
        yield from _told_of_rows(back, base)


def _told_of_rows(back: ChecklistBack, base: Content) -> Iterator[Told]:
    for stray in back.strays:
        place = stray.sheet, stray.row, stray.column
        if stray.other_row is None:
            said = _("Row {row} is no row of the export: it has no hidden key. It is not read.")
            yield Told("row_without_id", said.format(row=stray.row), *place)
        else:
            said = _(
                "Row {row} is a copy of row {other}. Row {other} counts; this one is not read."
            )
            told = said.format(row=stray.row, other=stray.other_row)
            yield Told("row_twice", told, *place)
    for part in back.parts:
        rows = {key.row for key in base.cells if key.part == part.part}
        if {*part.rows} - rows:
            said = _("Some rows have a key that was not in the export. They are not read.")
            yield Told("row_unknown", said, part.sheet, part.header_row)
