"""Words of this room for the choices of a checklist, said once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from controllers.check_field_words import CHOICES
from controllers.field_words import field_word, value_word
from controllers.wording import word
from models.checklists.rules import FAIL_GRADES, answer_label, condition_sentence, option_lines
from models.checklists.values import AnswerType, AnswerValue, Condition, Option, Proof, Unit
from models.kernel.text import N_, _
from models.kernel.wording import enumeration

Choices = list[tuple[Any, str]]

ANSWERS = (
    (AnswerValue.NO,),
    (AnswerValue.NO, AnswerValue.PARTIAL),
    (AnswerValue.PARTIAL,),
    (AnswerValue.YES,),
    (AnswerValue.YES, AnswerValue.PARTIAL),
    (AnswerValue.NA,),
)
"""Sets of answers after which another question can be asked."""
SOURCES = {"seed": N_("Phrase of the definition"), "rule": N_("Rule or instruction")}


def kinds() -> Choices:
    return _words(AnswerType)


def units() -> Choices:
    return [(one, said) for one, said in _words(Unit) if one is not Unit.MANDATE_APPLICATION]


def proofs() -> Choices:
    return _words(Proof)


def grades() -> Choices:
    return [(grade, word(grade)) for grade in FAIL_GRADES]


def sources() -> Choices:
    return [(None, _("No source yet")), *((key, _(said)) for key, said in SOURCES.items())]


def answers(standing: Sequence[AnswerValue] = ()) -> Choices:
    """The sets to choose from, with the one that stands there when it is another."""
    found = [*ANSWERS, tuple(standing)] if standing and tuple(standing) not in ANSWERS else ANSWERS
    return [(one, enumeration([answer_label(value) for value in one])) for one in found]


def label(field: str) -> str:
    """What a field of a question is called."""
    if field == "key":
        return _("Number")
    said = _("asked") if field == "asked_when" else field_word("checklist_question", field)
    return said[:1].upper() + said[1:]


def _words(kind: type[Any]) -> Choices:
    found = [(one, _(CHOICES[one])) for one in kind]
    return [(one, said[:1].upper() + said[1:]) for one, said in found]


def said(value: object) -> str:
    """A value of a question as people read it."""
    match value:
        case Condition():
            return condition_sentence(value)
        case tuple() if value and isinstance(value[0], Option):
            return option_lines(value)
        case tuple():
            return "\n".join(str(one) for one in value)
        case _ if value in SOURCES:
            return _(SOURCES[str(value)])
        case _:
            return value_word(value)
