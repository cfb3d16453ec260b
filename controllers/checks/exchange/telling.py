"""Cells of a workbook in words: of what they are, and what they say."""

from collections.abc import Mapping
from datetime import date

from controllers.exchange.review import Said
from controllers.export import labels
from controllers.export import return_marks as marks
from models.checks.values import AnswerValue, CheckFile, ReactionKind
from models.checks.values.exchange import CellKey, Cells, Plain
from models.kernel.text import N_, _
from models.kernel.wording import decimal, list_date

_SHORT = 40
"""Signs of a finding without a question that name it."""
_FIELDS: Mapping[str, str] = {
    marks.VALUE: N_("answer"),
    marks.NOTE: N_("note"),
    "hours_registered": N_("hours registered"),
    "hours_documented": N_("hours in reports"),
    "words": N_("answer in words"),
    "amount": N_("number"),
    "day": N_("day"),
    "choice": N_("choice"),
    marks.QUESTION: N_("text of the question"),
    marks.NUMBER_ROW: N_("dossier number"),
    marks.VERDICT_ROW: N_("verdict"),
}
_OF_FINDING: Mapping[str, str] = {
    "grade": N_("grade"),
    marks.QUESTION: N_("number of the question"),
    "statement": N_("statement"),
    "basis": N_("basis"),
    "dossiers": N_("dossiers"),
    "measure": N_("measure"),
    "evidence": N_("expected evidence"),
    "due": N_("last day"),
    marks.REACTION: N_("reaction"),
    marks.REACTION_KIND: N_("kind of reaction"),
    marks.REACTION_DAY: N_("day of the reaction"),
}


def what_of(base: Cells, key: CellKey) -> str:
    """DC-16 · 0004-2025 · note; or DC-16 · reaction."""
    if key.part == marks.FINDINGS:
        name = base.get(key._replace(column=marks.QUESTION))
        name = name or str(base.get(key._replace(column=marks.STATEMENT)) or "")[:_SHORT]
        return f"{name} · {_(_OF_FINDING.get(key.column, key.column))}"
    dossier, question_key, name = _named(key)
    number = base.get(CellKey(marks.MATRIX, marks.NUMBER_ROW, dossier)) if dossier else ""
    parts = (question_key, str(number or ""), _(_FIELDS.get(name, name)))
    return " · ".join(part for part in parts if part)


def shown(check: CheckFile, key: CellKey, value: Plain) -> str:
    """A fact as a person reads it; empty when there is none."""
    if value is None:
        return ""
    _dossier, question_key, name = _named(key)
    if key.part == marks.MATRIX and name == marks.VALUE:
        return labels.answer(AnswerValue(str(value)))
    if key.part == marks.MATRIX and name == "choice":
        question = check.template.get(question_key)
        return labels.choice(question, str(value)) if question else str(value)
    if isinstance(value, float):
        return decimal(value)
    if name == "day" or key.column == "due":
        return _day(value)
    return value


def shown_said(said: Said) -> str:
    """Feit klopt niet: “het verslag zat in de bijlage”."""
    kind = word_of(said.kind)
    return f"{kind}: {said.text}" if said.text else kind


def word_of(kind: ReactionKind) -> str:
    return labels.REACTIONS[kind]


def _named(key: CellKey) -> tuple[str, str, str]:
    """Dossier, question and field of a cell, where it has them."""
    first, slash, last = key.row.rpartition("/")
    if key.part == marks.NOTES:
        return first, last, marks.NOTE
    if not slash:
        return key.column, "", last
    if key.column == marks.QUESTION:
        return "", first, marks.QUESTION
    return key.column, first, last


def _day(value: str) -> str:
    try:
        return list_date(date.fromisoformat(value))
    except ValueError:
        return value
