"""A step of the journal told row by row and field by field, in names and words, never in ids."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Protocol
from uuid import UUID

from controllers import assessment_words
from controllers.field_words import field_word, table_word, value_word
from controllers.row_names import row_name
from models.centres.rules import show_enterprise_number, show_establishment_number, show_phone
from models.checks.rules import template
from models.kernel.text import _
from models.kernel.trail import Plain, TrailLine, TrailStep
from models.kernel.wording import short_date
from models.letters.rules.template import letter_template
from models.store.gate import decode
from models.store.session import LookSession
from models.store.tables import kept
from models.store.trail import MOST_ROWS
from models.store.types import Choice
from models.store.undo import Turn

IN_THE_NAME: Mapping[str, frozenset[str]] = {
    "checked_dossier": frozenset({"check_id", "number"}),
    "checklist_answer": frozenset({"check_id", "dossier_id", "question_key"}),
    "contact": frozenset({"position"}),
    "finding": frozenset({"check_id", "question_key"}),
    "letter_place": frozenset({"letter_id", "key"}),
    "setting": frozenset({"key"}),
    "rule_change": frozenset({"key", "valid_from"}),
    "visit_question": frozenset({"check_id", "position"}),
    "criterion_judgement": frozenset({"application_id", "criterion_key"}),
}
"""Fields that a new row need not tell: its name or its place in the list says them."""


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


_TITLES: Mapping[tuple[str, str], Callable[[str], _Titled]] = {
    ("letter", "kind"): letter_template,
    ("dossier_check", "template_key"): template,
    ("application", "template_key"): template,
}
CHANGE_SETTING = "Change setting"
"""The label of the steps whose subject is a message id."""
_WRITTEN: Mapping[str, Callable[[str], str]] = {
    "enterprise_number": show_enterprise_number,
    "establishment_number": show_establishment_number,
    "phone": show_phone,
    **assessment_words.WRITTEN,
}
"""Fields that are kept as bare digits, or by names of ours."""


@dataclass(frozen=True, slots=True)
class StoryField:
    """One field in words; empty where nothing stood or stands."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A row that the step touched: what it is, how it is called, and its fields."""

    table: str
    row: UUID
    word: str
    name: str
    born: bool
    """True when this step made it."""
    fields: tuple[StoryField, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A step, and everything it changed."""

    step: TrailStep
    rows: tuple[StoryRow, ...]
    more: bool
    """True when the step touched more rows than are told here."""


def act(step: TrailStep) -> str:
    """What was done, as the first words of a line."""
    said = _(step.label)
    if step.kind == "undo":
        return _("Undo: {act}").format(act=said)
    if step.kind == "redo":
        return _("Redo: {act}").format(act=said)
    return said[:1].upper() + said[1:]


def about(step: TrailStep | Turn) -> str:
    """Of what: a name, a number or a file; a setting by its label on the screen."""
    named = step.label == CHANGE_SETTING and step.subject
    return _(step.subject) if named else step.subject


def moment(step: TrailStep) -> str:
    """23 nov 2026, 14:02, as the clock on the wall showed it."""
    local = step.at.astimezone()
    return f"{short_date(local.date())}, {local:%H:%M}"


def tell(session: LookSession, step: TrailStep) -> Story:
    """The story of a step, with every row by its name of today."""
    rows = tuple(
        _row(session, table, row, tuple(lines))
        for (table, row), lines in groupby(step.lines, attrgetter("table", "row"))
    )
    return Story(step, rows, len({line.row for line in step.lines}) >= MOST_ROWS)


def referred(table: str, field: str) -> str:
    """The table whose rows this field points at; empty when it points at none."""
    keys = kept()[table].c[field].foreign_keys
    return next((key.column.table.name for key in keys), "")


def _row(session: LookSession, table: str, row: UUID, lines: tuple[TrailLine, ...]) -> StoryRow:
    born = any(line.born for line in lines)
    hidden = IN_THE_NAME.get(table, frozenset[str]()) if born else frozenset[str]()
    return StoryRow(
        table=table,
        row=row,
        word=table_word(table),
        name=row_name(session, table, row),
        born=born,
        fields=tuple(_fields(session, [line for line in lines if line.field not in hidden])),
    )


def _fields(session: LookSession, lines: list[TrailLine]) -> Iterator[StoryField]:
    for line in lines:
        if line.table not in kept() or line.field not in kept()[line.table].c:
            continue  # of a later version of the program
        told = [_said(session, line, value) for value in (line.old, line.new)]
        yield StoryField(field_word(line.table, line.field), *told)


def _said(session: LookSession, line: TrailLine, plain: Plain) -> str:
    if plain is None:
        return ""
    table = kept()[line.table]
    value = decode(table, {line.field: plain})[line.field]
    if there := referred(line.table, line.field):
        return row_name(session, there, value)
    if line.field in _WRITTEN:
        return _WRITTEN[line.field](str(value))
    if (line.table, line.field) in _TITLES:
        return _title(line, str(value))
    kind = table.c[line.field].type
    return value_word(kind.choices(value) if isinstance(kind, Choice) else value)


def _title(line: TrailLine, key: str) -> str:
    """What a template is called; its key when this program does not know it."""
    try:
        return _TITLES[line.table, line.field](key).title
    except KeyError:
        return key
