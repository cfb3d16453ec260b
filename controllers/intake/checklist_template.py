"""Reads a checklist back from Excel: every mistake with its row and column, nothing is written."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from controllers.intake.letters import column_letter
from controllers.intake.limits import Limits
from controllers.intake.template_cells import (
    PARSERS,
    NotInTheList,
    Parsed,
    parse_head,
    shown,
)
from controllers.intake.workbook import CellValue, Sheet, read_workbook
from controllers.template_columns import (
    COLUMNS,
    EVERY_COLUMN,
    EVERY_HEAD,
    FORMER,
    NEEDED,
    answer_words,
)
from models.checklists.rules import JUDGEMENTS, checked_key
from models.checklists.rules.columns import ONLY_FOR
from models.checklists.values import (
    Basis,
    ChecklistTemplate,
    Condition,
    Question,
    Section,
)
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import fold

LIMITS = Limits(packed_bytes=8 << 20, rows=5_000, area=1_000_000)
NOTHING: Mapping[str, object] = {**dict.fromkeys(ONLY_FOR), "options": (), "counted_in": ""}
"""What a column says that does not belong to the kind of answer."""
HIDDEN = frozenset(column.field for column in COLUMNS if column.hidden)
_HEAD_WITHIN = 12
"""So many rows from above the header is looked for."""


class TemplateUnrecognised(Refused):
    sentence = N_(
        "No sheet of {name} looks like a checklist. Looked for was a row of headers with at least"
        " {wanted}. Export a checklist first, and change that workbook."
    )


class SectionNameless(Refused):
    sentence = N_("This question stands under no section. Write the title of one.")


@dataclass(frozen=True, slots=True)
class TemplateIssue:
    """What is wrong with one cell: row and column as Excel shows them."""

    sheet: str
    row: int
    column: str
    """Its letter; empty when it is about the row as a whole."""
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A question that was read, with where it stood."""

    row: int
    question: Question
    old_key: str
    """The number it had when it left; empty for a new row."""
    columns: Mapping[str, str]
    """Letter of the column by field."""


@dataclass(frozen=True)
class TemplateReading:
    """A workbook as it was read. With issues there is no checklist to take over."""

    name: str
    sheet: str
    header_row: int
    template: ChecklistTemplate
    rows: tuple[TemplateRow, ...]
    issues: tuple[TemplateIssue, ...]
    wrong: tuple[str, ...] = ()
    """The numbers that stand in rows with a mistake: neither read nor taken out."""

    @property
    def based_on(self) -> int:
        """The version that was exported; 0 when the workbook does not say."""
        return self.template.version


@dataclass
class _Reading:
    """A sheet with questions while it is read."""

    sheet: str
    columns: Mapping[str, int]
    """Place of a column, counted from 0, by field."""
    issues: list[TemplateIssue] = field(default_factory=list)
    rows: list[TemplateRow] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    sections: list[tuple[str, str, list[Question]]] = field(default_factory=list)
    """Key, title and questions."""

    def letter(self, name: str) -> str:
        place = self.columns.get(name)
        return "" if place is None else column_letter(place)

    def refuse(self, row: int, name: str, refusal: Refused) -> None:
        self.issues.append(
            TemplateIssue(self.sheet, row, self.letter(name), refusal.code, str(refusal))
        )


def read_template_workbook(path: Path) -> TemplateReading:
    """Read a checklist from a workbook.

    Raises TemplateUnrecognised, and what `read_workbook` raises.
    """
    found: _Reading | None = None
    header_row = 0
    facts: dict[str, Parsed] = {}
    issues: list[TemplateIssue] = []
    with read_workbook(path, LIMITS) as book:
        for sheet in book.sheets():
            rows = list(sheet.rows())
            columns, at = _header(rows)
            if found is None and columns:
                found, header_row = _Reading(sheet.name, columns), at
                _read_rows(found, [one for one in rows if one[0] > at])
            elif not facts:
                facts = _head(sheet, rows, issues)
    if found is None or not (found.rows or found.issues):
        wanted = ", ".join(column.label for column in COLUMNS if column.field in NEEDED)
        raise TemplateUnrecognised(name=path.name, wanted=wanted)
    sections = tuple(Section(key, title, tuple(asked)) for key, title, asked in found.sections)
    template = parse_head(facts, path.stem, sections)
    _refuse_unjudged(found, template)
    return TemplateReading(
        name=path.name,
        sheet=found.sheet,
        header_row=header_row,
        template=template,
        rows=tuple(found.rows),
        issues=(*issues, *found.issues),
        wrong=tuple(found.wrong),
    )


def _refuse_unjudged(reading: _Reading, template: ChecklistTemplate) -> None:
    """In an assessment a condition waits for a judgement: no criterion is “niet van toepassing”."""
    if template.assessment is None:
        return
    words = answer_words(template.assessment)
    choices = " · ".join(words[value] for value in JUDGEMENTS)
    for row in reading.rows:
        asked = row.question.asked_when
        for value in asked.values if asked else ():
            if value not in JUDGEMENTS:
                refusal = NotInTheList(raw=words[value], choices=choices)
                reading.refuse(row.row, "asked_values", refusal)


def _labels(names: Mapping[str, str]) -> dict[str, str]:
    """Fields by their folded labels, those of before among them."""
    before = {label: name for label, name in FORMER.items() if name in names.values()}
    return {fold(label): name for label, name in {**before, **names}.items()}


def _header(rows: Iterable[tuple[int, Sequence[CellValue]]]) -> tuple[dict[str, int], int]:
    """The columns by field and the row of the headers; nothing when it is another sheet."""
    labels = _labels({column.label: column.field for column in EVERY_COLUMN})
    for number, cells in rows:
        if number > _HEAD_WITHIN:
            break
        found: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = labels.get(fold(str(cell or "")))
            if name is not None:
                found.setdefault(name, place)
        if all(name in found for name in NEEDED):
            return found, number
    return {}, 0


def _read_rows(reading: _Reading, rows: Iterable[tuple[int, Sequence[CellValue]]]) -> None:
    taken: list[str] = []
    for number, cells in rows:
        told = {
            name: cells[place] if place < len(cells) else None
            for name, place in reading.columns.items()
        }
        said = {name for name in told if name not in HIDDEN and shown(told[name])}
        if said == {"section"}:
            _begin_section(reading, told)
        elif said:
            _read_row(reading, number, told, taken)


def _read_row(reading: _Reading, row: int, told: Mapping[str, CellValue], taken: list[str]) -> None:
    parsed: dict[str, Parsed] = {}
    parsers: Mapping[str, Callable[[CellValue], Parsed]] = {
        **PARSERS,
        "key": partial(_key, taken),
    }
    for name, parse in parsers.items():
        try:
            parsed[name] = parse(told.get(name))
        except Refused as refusal:
            reading.refuse(row, name, refusal)
    title = shown(told.get("section")) or (reading.sections[-1][1] if reading.sections else "")
    if not title:
        reading.refuse(row, "section", SectionNameless())
    if len(parsed) < len(parsers) or not title:
        reading.wrong += [shown(told.get(name)) for name in ("old_key", "key")]
        return
    question = _question(parsed)
    taken.append(question.key)
    _place(reading, title, shown(told.get("section_key")), question)
    letters = {name: reading.letter(name) for name in reading.columns}
    reading.rows.append(TemplateRow(row, question, shown(told.get("old_key")), letters))


def _key(taken: Sequence[str], cell: CellValue) -> str:
    return checked_key(shown(cell), taken)


def _place(reading: _Reading, title: str, key: str, question: Question) -> None:
    """Under the last section when it bears this title, else under a new one."""
    _open(reading, title, key)
    reading.sections[-1][2].append(question)


def _begin_section(reading: _Reading, told: Mapping[str, CellValue]) -> None:
    """A head without a question: a section that is empty, or to which the next rows belong."""
    _open(reading, shown(told.get("section")), shown(told.get("section_key")))


def _open(reading: _Reading, title: str, key: str) -> None:
    if reading.sections and fold(reading.sections[-1][1]) == fold(title):
        return
    used = {one for one, _title, _questions in reading.sections}
    numbered = (f"s{number}" for number in range(1, len(used) + 2))
    free = key if key and key not in used else next(one for one in numbered if one not in used)
    reading.sections.append((free, title, []))


def _question(parsed: Mapping[str, Parsed]) -> Question:
    told: dict[str, object] = dict(parsed)
    kind = told["answer_type"]
    told |= {name: NOTHING[name] for name, only in ONLY_FOR.items() if only is not kind}
    after, values = told.pop("asked_after"), told.pop("asked_values")
    condition = Condition(str(after), tuple(values)) if after else None  # type: ignore[arg-type]
    basis = Basis(str(told.pop("basis_kind")), str(told.pop("basis_text")))
    told["unit"] = told.pop("counted_in")
    return Question(basis=basis, asked_when=condition, **told)  # type: ignore[arg-type]


def _head(
    sheet: Sheet,
    rows: Iterable[tuple[int, Sequence[CellValue]]],
    issues: list[TemplateIssue],
) -> dict[str, Parsed]:
    """What the sheet about the checklist itself says; nothing when it is another sheet."""
    from controllers.intake.template_cells import HEAD_PARSERS

    labels = _labels({label: name for name, label, _meaning in EVERY_HEAD})
    found: dict[str, Parsed] = {}
    for number, cells in rows:
        name = labels.get(fold(shown(cells[0]) if cells else ""))
        if name is None:
            continue
        try:
            found[name] = HEAD_PARSERS[name](cells[1] if len(cells) > 1 else None)
        except Refused as refusal:
            issues.append(TemplateIssue(sheet.name, number, "B", refusal.code, str(refusal)))
    return found if "title" in found or "key" in found else {}
