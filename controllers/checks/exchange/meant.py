"""What a cell that came back means: the same kind of fact as when it left, or why it is not."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from controllers.exchange.cells import (
    AnswerNotInList,
    check_readable,
    in_quotes,
    plain,
    text_of,
    typed_text,
)
from controllers.export import labels
from controllers.export import return_marks as marks
from controllers.intake.cells import Unreadable, day_of, shown_of
from controllers.intake.checklist_back import RawCell
from controllers.intake.workbook import CellValue
from models.checks.values import AnswerValue, ChecklistTemplate, Question, ReactionKind
from models.checks.values.exchange import Plain
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import fold


class NumberIsText(Refused):
    sentence = N_("{raw} is no number but text. Write a number, such as 3,5.")


class DayUnreadable(Refused):
    sentence = N_("{raw} is no date that exists. Write a date such as 12/05/2026.")


class ReactionKindUnknown(Refused):
    sentence = N_("{raw} is no kind of reaction. Choose one of: {kinds}.")


_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?", re.ASCII)
"""A number as text that is no other number elsewhere; 1.234 can be two."""
_SHORT = {"nvt": AnswerValue.NA, "n.v.t.": AnswerValue.NA}
_DAY, _NUMBERS = "day", frozenset({"hours_registered", "hours_documented", "amount"})


def meant(cell: RawCell, template: ChecklistTemplate) -> Plain:
    """The fact in this cell; None when it is empty. Raises a Refused that says what is wrong."""
    check_readable(cell)
    key = cell.key
    if key.part == marks.FINDINGS:
        return _FINDING.get(key.column, text_of)(cell.value)
    if key.part == marks.NOTES and key.column == marks.NOTE:
        return typed_text(cell.value)
    if key.part != marks.MATRIX or key.column == marks.QUESTION:
        return text_of(cell.value)
    question_key, _slash, field = key.row.rpartition("/")
    if not question_key:
        return text_of(cell.value)
    return _answer(template.get(question_key), field, cell.value)


def kind_of(value: CellValue) -> ReactionKind | None:
    """Which kind of reaction was chosen. Raises ReactionKindUnknown."""
    said = fold(shown_of(value))
    if not said:
        return None
    for kind, word in labels.REACTIONS.items():
        if said in (fold(word), kind.value):
            return kind
    kinds = ", ".join(labels.REACTIONS.values())
    raise ReactionKindUnknown(raw=in_quotes(value), kinds=kinds)


def real_day(value: CellValue) -> date | None:
    """The day in a cell. Raises DayUnreadable."""
    try:
        return day_of(value)
    except Unreadable as wrong:
        raise DayUnreadable(raw=in_quotes(value)) from wrong


def _answer(question: Question | None, field: str, value: CellValue) -> Plain:
    """Of a question that was taken out since nothing is left but the kind of the field."""
    if field == marks.VALUE:
        return _value(value)
    if field in _NUMBERS:
        return _number(value)
    if field == _DAY:
        return plain(real_day(value))
    return _choice(question, value) if question and field == "choice" else typed_text(value)


def _value(value: CellValue) -> Plain:
    said = fold(shown_of(value))
    if not said:
        return None
    words = {fold(word): value.value for word, value in _SHORT.items()}
    words |= {each.value: each.value for each in AnswerValue}
    words |= {fold(labels.answer(each)): each.value for each in AnswerValue}
    if said in words:
        return words[said]
    answers = ", ".join(labels.answer(each) for each in AnswerValue)
    raise AnswerNotInList(raw=in_quotes(value), answers=answers)


def _number(value: CellValue) -> Plain:
    match value:
        case None:
            return None
        case bool():
            raise NumberIsText(raw=in_quotes(value))
        case int() | float():
            return float(value)
        case str() if not value.strip():
            return None
        case str() if _NUMBER.fullmatch(value.strip()):
            return float(value.strip().replace(",", "."))
        case _:
            raise NumberIsText(raw=in_quotes(value))


def _choice(question: Question, value: CellValue) -> Plain:
    said = fold(shown_of(value))
    if not said:
        return None
    for option in question.options:
        if fold(option.text) == said:
            return option.key
    answers = ", ".join(option.text for option in question.options)
    raise AnswerNotInList(raw=in_quotes(value), answers=answers)


def _due(value: CellValue) -> Plain:
    """The last day of a measure: a day, or a term in words."""
    if isinstance(value, date | datetime):
        return plain(real_day(value))
    return text_of(value)


_FINDING: Mapping[str, Callable[[CellValue], Plain]] = {"due": _due}
