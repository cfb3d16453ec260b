"""Words of this room for the choices of a checklist, said once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from controllers.check_field_words import CHOICES
from controllers.field_words import field_word, value_word
from controllers.wording import word
from models.checklists.rules import FAIL_GRADES, answer_word, condition_sentence, option_lines
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    AssessmentRules,
    Condition,
    LookedUp,
    Option,
    Proof,
    Unit,
)
from models.kernel.text import N_, _
from models.kernel.wording import enumeration
from models.kernel.words import fold
from models.terms.parameters import parameters

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
    return _words(Unit)


def facts() -> list[tuple[LookedUp, str]]:
    """What the program can look up beside a criterion."""
    return _words(LookedUp)


def rules_with_numbers() -> Choices:
    """Every dated rule by its name, for the number that a criterion asks."""
    named = [(key, rows[-1].title or key) for key, rows in parameters().items()]
    return [(None, _("No rule")), *sorted(named, key=lambda one: fold(one[1]))]


def proofs() -> Choices:
    return _words(Proof)


def grades() -> Choices:
    return [(grade, word(grade)) for grade in FAIL_GRADES]


def sources() -> Choices:
    return [(None, _("No source yet")), *((key, _(said)) for key, said in SOURCES.items())]


def answers(
    standing: Sequence[AnswerValue] = (), assessed: AssessmentRules | None = None
) -> Choices:
    """The sets to choose from, with the one that stands there when it is another."""
    found: list[tuple[AnswerValue, ...]] = [
        one for one in ANSWERS if assessed is None or AnswerValue.NA not in one
    ]
    if standing and tuple(standing) not in found:
        found.append(tuple(standing))
    told = ([answer_word(value, assessed) for value in one] for one in found)
    return [(one, enumeration(words)) for one, words in zip(found, told, strict=True)]


def label(field: str) -> str:
    """What a field of a question is called."""
    if field == "key":
        return _("Number")
    said = _("asked") if field == "asked_when" else field_word("checklist_question", field)
    return said[:1].upper() + said[1:]


def _words(kind: type[Any]) -> Choices:
    found = [(one, _(CHOICES[one])) for one in kind]
    return [(one, _capital(said)) for one, said in found]


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def said(value: object, assessed: AssessmentRules | None = None) -> str:
    """A value of a question as people read it."""
    match value:
        case Condition():
            return condition_sentence(value, assessed)
        case tuple() if value and isinstance(value[0], Option):
            return option_lines(value)
        case tuple():
            return "\n".join(
                _capital(value_word(one)) if isinstance(one, LookedUp) else str(one)
                for one in value
            )
        case str() if value in parameters():
            return parameters()[value][-1].title or value
        case _ if value in SOURCES:
            return _(SOURCES[str(value)])
        case _:
            return value_word(value)
