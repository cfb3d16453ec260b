"""A step of the journal told row by row and field by field, in names and words, never in ids."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol
from uuid import UUID

from controllers.field_words import field_word, table_word, value_word
from models.centres.rules import show_enterprise_number, show_establishment_number, show_phone
from models.checks.rules import template
from models.kernel.text import _
from models.kernel.trail import Plain, TrailLine, TrailStep
from models.kernel.wording import short_date
from models.letters.rules.template import letter_template, place_label
from models.settings.values import SettingUnknown, setting
from models.store.entity import Entity
from models.store.gate import decode
from models.store.session import LookSession
from models.store.tables import kept
from models.store.trail import MOST_ROWS
from models.store.types import Choice
from models.store.undo import Turn
from models.terms.parameters import parameters

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
}
CHANGE_SETTING = "Change setting"
"""The label of the steps whose subject is a message id."""
_WRITTEN: Mapping[str, Callable[[str], str]] = {
    "enterprise_number": show_enterprise_number,
    "establishment_number": show_establishment_number,
    "phone": show_phone,
}
"""Fields that are kept as bare digits."""


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


def row_name(session: LookSession, table: str, row: UUID) -> str:
    """How a row is called: a name, a number or a reference; empty for one that never was."""
    kind = kinds().get(table)
    found = session.with_deleted(kind, row) if kind else None
    return "" if found is None else _NAMES.get(table, _unnamed)(session, found)


def kinds() -> Mapping[str, type[Entity]]:
    """Every table of the trade, by its name."""
    found = (mapper.class_ for mapper in Entity.registry.mappers)
    return {kind.__tablename__: kind for kind in found}


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


def _unnamed(_session: LookSession, row: Any) -> str:
    """A row of a subject that did not say how its rows are called."""
    return str(getattr(row, "name", None) or "")


def _centre(_session: LookSession, row: Any) -> str:
    return str(row.trade_name or row.legal_name)


def _place(_session: LookSession, row: Any) -> str:
    return str(row.name or row.locality or row.establishment_number or "")


def _person(_session: LookSession, row: Any) -> str:
    return f"{row.first_name or ''} {row.last_name or ''}".strip()


def _engagement(session: LookSession, row: Any) -> str:
    return row_name(session, "counsellor", row.counsellor_id)


def _of_centre(session: LookSession, row: Any) -> str:
    return row_name(session, "centre", row.centre_id)


def _check(session: LookSession, row: Any) -> str:
    day: date | None = row.visit_date or row.planned_on
    name = _of_centre(session, row)
    return f"{name}, {short_date(day)}" if day else name


def _mandate(session: LookSession, row: Any) -> str:
    return str(row.number or _of_centre(session, row))


def _certificate(session: LookSession, row: Any) -> str:
    kind = value_word(row.kind)
    return str(row.label or kind or _of_centre(session, row))


def _dossier(_session: LookSession, row: Any) -> str:
    return str(row.number)


def _answer(session: LookSession, row: Any) -> str:
    number = row_name(session, "checked_dossier", row.dossier_id)
    return _("{question} in dossier {number}").format(question=row.question_key, number=number)


def _finding(_session: LookSession, row: Any) -> str:
    return str(row.question_key or _("strong point"))


def _letter(_session: LookSession, row: Any) -> str:
    return str(row.reference)


def _letter_place(session: LookSession, row: Any) -> str:
    return f"{place_label(row.key)} · {row_name(session, 'letter', row.letter_id)}"


def _setting(_session: LookSession, row: Any) -> str:
    try:
        return _(setting(row.key).label)
    except SettingUnknown:
        return _("draft") if row.key.startswith("draft_") else str(row.key)


def _action(session: LookSession, row: Any) -> str:
    said = row.subject or value_word(row.kind)
    return f"{_of_centre(session, row)}, {short_date(row.day)}: {said}"


def _named(_session: LookSession, row: Any) -> str:
    return str(row.name)


def _two_centres(session: LookSession, row: Any) -> str:
    return " · ".join(row_name(session, "centre", one) for one in (row.first_id, row.second_id))


def _measured(session: LookSession, row: Any) -> str:
    return f"{_of_centre(session, row)}, {short_date(row.period_to)}"


def _referenced(session: LookSession, row: Any) -> str:
    return f"{row.reference} · {_of_centre(session, row)}"


def _criterion(session: LookSession, row: Any) -> str:
    return f"{row.criterion_key} · {row_name(session, 'application', row.application_id)}"


def _advice(session: LookSession, row: Any) -> str:
    return f"{value_word(row.outcome)} · {row_name(session, 'application', row.application_id)}"


def _decision(session: LookSession, row: Any) -> str:
    day = short_date(row.decided_on)
    return f"{value_word(row.kind)}, {day} · {_of_centre(session, row)}"


def _question(_session: LookSession, row: Any) -> str:
    return str(row.text)


def _rule_change(_session: LookSession, row: Any) -> str:
    rows = parameters().get(row.key)
    return f"{rows[-1].title if rows else row.key}, {short_date(row.valid_from)}"


_NAMES: Mapping[str, Callable[[LookSession, Any], str]] = {
    "centre": _centre,
    "establishment": _place,
    "counsellor": _person,
    "engagement": _engagement,
    "contact": _person,
    "mandate": _mandate,
    "certificate": _certificate,
    "dossier_check": _check,
    "checked_dossier": _dossier,
    "checklist_answer": _answer,
    "finding": _finding,
    "letter": _letter,
    "letter_place": _letter_place,
    "setting": _setting,
    "visit_question": _question,
    "rule_change": _rule_change,
    "former_name": _named,
    "known_apart": _two_centres,
    "quality_action": _action,
    "attachment": _named,
    "satisfaction": _measured,
    "application": _referenced,
    "criterion_judgement": _criterion,
    "advice": _advice,
    "decision": _decision,
    "destruction": _letter,
}
