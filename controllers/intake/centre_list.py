"""Reads a list of centres, establishments and counsellors: facts and issues, nothing written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from controllers.intake.cells import text_of
from controllers.intake.centre_across import (
    CentreIndex,
    index_centres,
    judge_centres,
    judge_counsellors,
    judge_establishments,
)
from controllers.intake.centre_facts import (
    CentreFacts,
    CounsellorFacts,
    EstablishmentFacts,
    Facts,
)
from controllers.intake.centre_layouts import LAYOUTS
from controllers.intake.centre_reading import CentreListReading, SheetMapping, SheetReading
from controllers.intake.centre_rows import (
    read_centre,
    read_counsellor,
    read_establishment,
)
from controllers.intake.columns import (
    Header,
    Layout,
    Rows,
    best_header,
    read_header,
    recognised,
)
from controllers.intake.letters import column_index
from controllers.intake.refusals import CentreListUnrecognised
from controllers.intake.report import Issue
from controllers.intake.row_reader import Reader
from controllers.intake.tables import Table, cut_table
from controllers.intake.workbook import CellValue, Sheet, read_workbook
from models.centres.rules import enterprise_number, legal_name_key
from models.centres.values import EnterpriseNumberWrong
from models.kernel.text import _
from models.terms.values import Changed

_LOOK = 60
"""How many rows are looked at before we know what a sheet is."""


@dataclass
class _Draft:
    """A sheet while it is being read."""

    sheet: Sheet
    rows: Rows
    header: Header
    table: Table
    records: list[tuple[Facts, Reader]] = field(default_factory=list)
    waiting: Mapping[int, int] = field(default_factory=dict)


def read_centre_list(
    path: Path,
    today: date,
    mapping: Mapping[str, SheetMapping] | None = None,
    changed: Changed | None = None,
) -> CentreListReading:
    """Read a workbook that may hold centres, establishments and counsellors, in any form.

    Sheets and columns are recognised by what their headers mean; `mapping` (name of sheet ->
    what a person pointed out) goes before. A mandate lasts as long as the rule of its first day
    says, with what the office changed. Raises what `read_workbook` raises, and
    CentreListUnrecognised when no sheet holds anything we know.
    """
    drafts: list[_Draft] = []
    others: list[SheetReading] = []
    with read_workbook(path) as book:
        for sheet in book.sheets():
            draft, reading = _open_sheet(sheet, (mapping or {}).get(sheet.name))
            drafts.extend([draft] if draft else [])
            others.extend([reading] if reading else [])
    if not drafts and not any(reading.questions for reading in others if reading.role):
        raise CentreListUnrecognised(name=path.name, wanted=_wanted_by(LAYOUTS[0]))
    for draft in drafts:
        _read_records(draft, today, changed)
    _judge_across(drafts, today)
    readings = {draft.sheet.name: _finished(draft) for draft in drafts}
    readings.update({reading.name: reading for reading in others})
    order = [name for name in book.sheet_names if name in readings]
    return CentreListReading(path.name, today, tuple(readings[name] for name in order))


def _open_sheet(
    sheet: Sheet, mapping: SheetMapping | None
) -> tuple[_Draft | None, SheetReading | None]:
    """A draft when the sheet is understood, else a reading with questions; empty sheets neither."""
    rows = list(sheet.rows())
    if not any(text_of(cell) for _number, cells in rows for cell in cells):
        return None, None
    header = _pointed_out(rows, mapping) if mapping else best_header(rows[:_LOOK], LAYOUTS)
    if header is None or header.weight < 4:
        return None, _unrecognised(sheet)
    header = _found_by_content(header, rows)
    if header.missing:
        reading = SheetReading(
            name=sheet.name,
            role=header.layout.role,
            visible=sheet.visible,
            header_row=header.row,
            columns=header.columns,
            unknown_columns=header.unknown,
            hidden_columns=sheet.hidden_columns,
            questions=tuple(_column_questions(sheet.name, header)),
        )
        return None, reading
    return _Draft(sheet, rows, header, cut_table(rows, header)), None


def _pointed_out(rows: Rows, mapping: SheetMapping) -> Header | None:
    """The header a person pointed out, with their columns over what we would have made of it."""
    layout = next((layout for layout in LAYOUTS if layout.role == mapping.role), None)
    cells = dict(rows).get(mapping.header_row)
    if layout is None or cells is None:
        return None
    own = read_header(layout, mapping.header_row, cells)
    chosen = {
        key: recognised(key, column_index(letter), cells) for key, letter in mapping.columns.items()
    }
    taken = {place.index for place in chosen.values()}
    kept = {key: place for key, place in own.columns.items() if place.index not in taken}
    unknown = tuple(pair for pair in own.unknown if column_index(pair[0]) not in taken)
    return replace(own, columns=kept | chosen, unknown=unknown, doubtful={})


def _found_by_content(header: Header, rows: Rows) -> Header:
    """When no header says enterprise number, a column full of them is it."""
    key = "enterprise_number"
    if key in header.columns:
        return header
    body = [cells for number, cells in rows if number > header.row][:200]
    taken = {place.index for place in header.columns.values()}
    full = [
        index
        for index in range(max(map(len, body), default=0))
        if index not in taken and _mostly_numbers([cells[index : index + 1] for cells in body])
    ]
    if len(full) != 1:
        return header
    titles = dict(rows)[header.row]
    place = recognised(key, full[0], titles)
    unknown = tuple(pair for pair in header.unknown if pair[0] != place.letter)
    return replace(header, columns={**header.columns, key: place}, unknown=unknown)


def _mostly_numbers(cells: list[tuple[CellValue, ...]]) -> bool:
    filled = [cell[0] for cell in cells if cell and text_of(cell[0])]
    return len(filled) >= 3 and sum(map(_is_number, filled)) >= 0.8 * len(filled)


def _is_number(cell: CellValue) -> bool:
    try:
        return bool(enterprise_number(cell))
    except EnterpriseNumberWrong:
        return False


def _read_records(draft: _Draft, today: date, changed: Changed | None) -> None:
    wrong = set(draft.sheet.error_cells)
    for number, cells in draft.table.records:
        reader = Reader(number, cells, draft.header.columns)
        match draft.header.layout.role:
            case "centres":
                draft.records.append((read_centre(reader, today, changed), reader))
            case "establishments":
                draft.records.append((read_establishment(reader), reader))
            case _:
                draft.records.append((read_counsellor(reader), reader))
        for key, place in draft.header.columns.items() if wrong else ():
            if f"{place.letter}{number}" in wrong:
                reader.say("cell_error", key)


def _judge_across(drafts: list[_Draft], today: date) -> None:
    centres = [
        (facts, reader)
        for draft in drafts
        for facts, reader in draft.records
        if isinstance(facts, CentreFacts)
    ]
    index = index_centres(centres) if centres else None
    judge_centres(centres, today)
    for draft in drafts:
        draft.records = [
            (_with_number(facts, reader, index), reader) for facts, reader in draft.records
        ]
        role = draft.header.layout.role
        if role == "establishments":
            draft.waiting = judge_establishments(
                [(f, r) for f, r in draft.records if isinstance(f, EstablishmentFacts)], index
            )
        elif role == "counsellors":
            draft.waiting = judge_counsellors(
                [(f, r) for f, r in draft.records if isinstance(f, CounsellorFacts)], index
            )


def _with_number(facts: Facts, reader: Reader, index: CentreIndex | None) -> Facts:
    """A counsellor known only by the name of the centre gets its number when one centre fits."""
    if not isinstance(facts, CounsellorFacts) or reader.has("enterprise_number"):
        return facts
    key = legal_name_key(facts.centre_name)
    fitting = [
        number
        for number, centre in (index.first if index else {}).items()
        if key in {legal_name_key(centre.legal_name), legal_name_key(centre.trade_name)}
    ]
    if len(fitting) == 1:
        return replace(facts, enterprise_number=fitting[0])
    reader.say("centre_unknown", "centre_name")
    return facts


def _finished(draft: _Draft) -> SheetReading:
    table, header = draft.table, draft.header
    issues = [issue for _facts, reader in draft.records for issue in reader.issues]
    numbers = [number for number, _cells in table.records]
    return SheetReading(
        name=draft.sheet.name,
        role=header.layout.role,
        visible=draft.sheet.visible,
        header_row=header.row,
        first_row=min(numbers, default=0),
        last_row=max(numbers, default=0),
        columns=header.columns,
        unknown_columns=header.unknown,
        hidden_columns=draft.sheet.hidden_columns,
        title_rows=table.title_rows,
        totals_row=table.totals_row,
        notes=table.notes,
        blank_rows=table.blank_rows,
        facts=tuple(facts for facts, _reader in draft.records),
        issues=tuple(sorted(issues, key=lambda issue: issue.row)),
        waiting=draft.waiting,
        questions=tuple(_column_questions(draft.sheet.name, header)),
    )


def _unrecognised(sheet: Sheet) -> SheetReading:
    facts = {"sheet": f"“{sheet.name}”", "wanted": _wanted_by(LAYOUTS[0])}
    issue = Issue(0, "", "", "sheet_unrecognised", facts=facts)
    return SheetReading(sheet.name, "", sheet.visible, questions=(issue,))


def _column_questions(name: str, header: Header) -> Iterable[Issue]:
    for group in header.missing:
        wanted = _(" or ").join(_(header.layout.shown(key)) for key in group)
        facts: dict[str, object] = {"wanted": wanted, "sheet": f"“{name}”"}
        yield Issue(header.row, "", group[0], "column_missing", facts=facts)
    for key, letters in header.doubtful.items():
        facts = {
            "wanted": _(header.layout.shown(key)),
            "sheet": f"“{name}”",
            "letters": ", ".join(letters),
        }
        yield Issue(header.row, letters[0], key, "column_doubtful", facts=facts)


def _wanted_by(layout: Layout) -> str:
    return ", ".join(_(layout.shown(group[0])) for group in layout.needed)
