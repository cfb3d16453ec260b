"""What the panel says about an answer: whether it decides, what it lacks, how hours compare."""

from __future__ import annotations

from controllers.checks import effective, gap_kind
from models.checklists.rules import proof_of
from models.checks.values import NEGATIVE, AnswerValue, ChecklistAnswer, GapKind, Proof, Question
from models.kernel.errors import Refused
from models.kernel.text import N_, _


class NotAskedHere(Refused):
    sentence = N_("This question is not asked in this dossier, so no proof can be added to it.")


def decisive(question: Question) -> str:
    if question.definition_condition:
        return _("A condition of the definition: one no makes the whole non-conform.")
    return _("A condition of the mandate: one no makes the whole non-conform.")


def note_help(question: Question, answer: ChecklistAnswer) -> str:
    value, gap = effective(question, answer), gap_kind(question, answer)
    if answer.value is AnswerValue.NA:
        said = _("Not applicable asks for a reason.")
    elif value is AnswerValue.NOT_CHECKED:
        said = _("Not assessable asks for a reason.")
    elif value in NEGATIVE and (wanted := _wanted(question)):
        said = wanted
    else:
        return _("May stay empty. Never a name or a national register number.")
    missing = gap is not None and gap is not GapKind.OPEN
    return _("{said} It is still missing.").format(said=said) if missing else said


def _wanted(question: Question) -> str:
    """What a no or a partial wants with it; numbers show by themselves what is wrong."""
    match proof_of(question, question.proof):
        case Proof.PROOF:
            return _("A negative answer asks for proof: add it with B.")
        case Proof.NOTE:
            return _("A negative answer asks for a note: what did you see?")
        case Proof.NOTE_OR_PROOF:
            return _("A negative answer asks for a note, or for proof with B.")
        case _:
            return ""


def expected(limit: str) -> str:
    """What the two numbers of hours must come to; `limit` is empty when they must be the same."""
    if not limit:
        return _("The answer follows from the two numbers; the same hours is yes.")
    said = _("The answer follows from the two numbers; at most {limit} hours apart is yes.")
    return said.format(limit=limit)


def comparison(value: AnswerValue | None, limit: str) -> tuple[str, str]:
    """The sentence about two numbers of hours, and its tone."""
    match value:
        case AnswerValue.YES if not limit:
            return _("The same hours: this counts as yes."), "done"
        case AnswerValue.NO if not limit:
            return _("{apart} hours apart, none is allowed: this counts as no."), "late"
        case AnswerValue.YES:
            return _("{apart} hours apart, at most {limit} is allowed: this counts as yes."), "done"
        case AnswerValue.NO:
            return _("{apart} hours apart, at most {limit} is allowed: this counts as no."), "late"
        case _:
            return _("{apart} hours apart, but set aside by hand."), "quiet"
