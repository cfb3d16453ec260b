"""What a dossier comes to, by knock-out and never by an average (content, verdict_rules)."""

from collections.abc import Iterable, Mapping, Sequence

from models.checklists.values import Unit
from models.checks.rules.answers import standing
from models.checks.rules.sample import apart
from models.checks.rules.units import Words, words
from models.checks.values import (
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    Question,
    Verdict,
)
from models.kernel.wording import enumeration

MARKS = (AnswerValue.NO, AnswerValue.PARTIAL, AnswerValue.NOT_CHECKED)
"""Answers that keep a dossier from being simply conform."""
DEFINITION = "de omschrijving van loopbaanbegeleiding"
OFFER = "de regels voor het aanbod"
DEFINITION_OR_MANDATE = f"{DEFINITION} of aan de voorwaarden van het mandaat"


def verdict(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> tuple[Verdict | None, str]:
    """The proposed verdict on one dossier and a Dutch sentence that says why.

    One `no` on a condition of the definition or of the mandate is non-conform, whatever the rest
    and even while questions are open. Otherwise an open question means no verdict yet. A decisive
    question that could not be assessed means no verdict either: nobody may call that dossier
    conform. Another one of those is a remark, as are every other `no` and every `partial`.
    A dossier to which no question applies gets no verdict.
    """
    by_value = _by_value(template, answers)
    marks = [(question, value) for value in MARKS for question in by_value[value]]
    proposed = at_a_glance(marks, len(by_value[AnswerValue.YES]), len(by_value[None]))
    match proposed:
        case Verdict.NON_CONFORM:
            failed = _decisive(by_value[AnswerValue.NO])
            return proposed, _non_conform_why(failed, len(by_value[None]))
        case Verdict.CONFORM_WITH_REMARKS:
            return proposed, f"Conform met opmerkingen: {enumeration(_remarks(by_value))}."
        case Verdict.CONFORM:
            return proposed, _conform_why(by_value)
        case _:
            return None, _none_why(by_value)


def at_a_glance(
    marks: Sequence[tuple[Question, AnswerValue]], yes: int, still_open: int
) -> Verdict | None:
    """The verdict without its sentence, as `verdict` decides it.

    `marks` are the answers of MARKS with their questions; `yes` and `still_open` are counts.
    """
    decided = {value for question, value in marks if question.decisive}
    if AnswerValue.NO in decided:
        return Verdict.NON_CONFORM
    if still_open or AnswerValue.NOT_CHECKED in decided:
        return None
    if marks:
        return Verdict.CONFORM_WITH_REMARKS
    return Verdict.CONFORM if yes else None


def failed_definition(template: ChecklistTemplate, dossier: DossierColumn) -> bool:
    """Whether a condition of the definition itself is not met in this dossier."""
    values = standing(template, dossier.answers)
    return any(
        question.definition_condition and values[question.key] is AnswerValue.NO
        for question in template.questions
    )


def result_sentence(template: ChecklistTemplate, dossiers: Sequence[DossierColumn]) -> str:
    """How many dossiers meet the definition, as the audit letter says it; empty without dossiers.

    A dossier that fails on the mandate alone (such as an extra charge) is not said to fail the
    definition: the sentence then names the mandate too. Dossiers without a verdict are told apart,
    and those that still have open questions apart from those nobody can decide on.
    Channels are held against the rules for the offer. Those drawn stand apart from the others.
    """
    if not dossiers:
        return ""
    groups = apart(words(template.unit), dossiers)
    return " ".join(_result(template, say, some) for say, some in groups)


def _result(template: ChecklistTemplate, say: Words, dossiers: Sequence[DossierColumn]) -> str:
    total = len(dossiers)
    bad = [dossier for dossier in dossiers if dossier.verdict is Verdict.NON_CONFORM]
    without = [dossier for dossier in dossiers if dossier.verdict is None]
    unknown, unread = len(without), sum(_is_open(template, dossier) for dossier in without)
    rest = f"{_undecided(say, unknown - unread, total)} {_unread(say, unread, total)}".strip()
    if unknown == total:
        return rest
    if bad or not unknown:
        rule = _rule(template, bad)
        first = _meets(say, total, rule) if not bad else _fails(say, len(bad), total, rule)
        return f"{first} {rest}".strip()
    met = _meet_some(say, total - unknown, total, _rule(template, ()))
    return f"{met} {rest}"


def _rule(template: ChecklistTemplate, bad: Sequence[DossierColumn]) -> str:
    if template.unit is Unit.PUBLIC_CHANNEL:
        return OFFER
    by_definition = all(failed_definition(template, dossier) for dossier in bad)
    return DEFINITION if by_definition else DEFINITION_OR_MANDATE


def _meets(say: Words, total: int, rule: str) -> str:
    if total == 1:
        return f"Het {say.one} beantwoordt aan {rule}."
    return f"{'Beide' if total == 2 else f'Alle {total}'} {say.many} beantwoorden aan {rule}."


def _meet_some(say: Words, good: int, total: int, rule: str) -> str:
    if good == 1:
        return f"Van de {total} {say.many} beantwoordt er 1 aan {rule}."
    return f"Van de {total} {say.many} beantwoorden er {good} aan {rule}."


def _fails(say: Words, bad: int, total: int, rule: str) -> str:
    if total == 1:
        return f"Het {say.one} beantwoordt niet aan {rule}."
    if bad == total:
        return f"Geen van de {total} {say.many} beantwoordt aan {rule}."
    verb = "beantwoordt" if bad == 1 else "beantwoorden"
    return f"Van de {total} {say.many} {verb} er {bad} niet aan {rule}."


def _undecided(say: Words, unknown: int, total: int) -> str:
    if not unknown:
        return ""
    if total == 1:
        return f"Over het {say.one} konden we geen besluit nemen."
    return f"Over {say.count(unknown)} konden we geen besluit nemen."


def _is_open(template: ChecklistTemplate, dossier: DossierColumn) -> bool:
    return None in standing(template, dossier.answers).values()


def _unread(say: Words, count: int, total: int) -> str:
    if not count:
        return ""
    if total == 1:
        return f"Het {say.one} is nog niet volledig nagekeken."
    return f"{say.count(count)} {'is' if count == 1 else 'zijn'} nog niet volledig nagekeken."


def _by_value(
    template: ChecklistTemplate, answers: Mapping[str, ChecklistAnswer]
) -> dict[AnswerValue | None, list[Question]]:
    found: dict[AnswerValue | None, list[Question]] = {value: [] for value in (*AnswerValue, None)}
    values = standing(template, answers)
    for question in template.questions:
        found[values[question.key]].append(question)
    return found


def _none_why(by_value: Mapping[AnswerValue | None, Sequence[Question]]) -> str:
    if by_value[None]:
        return f"Nog geen oordeel: nog {_questions(len(by_value[None]))} open."
    unchecked = _decisive(by_value[AnswerValue.NOT_CHECKED])
    if unchecked:
        return _unchecked_why(unchecked)
    return "Geen oordeel mogelijk: geen enkele vraag is van toepassing."


def _decisive(questions: Iterable[Question]) -> list[Question]:
    return [question for question in questions if question.decisive]


def _questions(count: int) -> str:
    return "1 vraag" if count == 1 else f"{count} vragen"


def _keys(questions: Iterable[Question]) -> str:
    return enumeration([question.key for question in questions])


def _non_conform_why(failed: Sequence[Question], still_open: int) -> str:
    one = len(failed) == 1
    said = (
        f"Niet conform: {_questions(len(failed))} over een voorwaarde van de omschrijving of het"
        f" mandaat {'is' if one else 'zijn'} met nee beantwoord ({_keys(failed)})."
    )
    if not still_open:
        return said
    stand = "staat" if still_open == 1 else "staan"
    return f"{said} Er {stand} nog {_questions(still_open)} open; die veranderen dit oordeel niet."


def _unchecked_why(unchecked: Sequence[Question]) -> str:
    one = len(unchecked) == 1
    return (
        f"Geen oordeel mogelijk: {_questions(len(unchecked))} over een voorwaarde van de"
        f" omschrijving of het mandaat {'is' if one else 'zijn'} niet te beoordelen"
        f" ({_keys(unchecked)})."
    )


def _remarks(by_value: Mapping[AnswerValue | None, Sequence[Question]]) -> list[str]:
    said = {
        AnswerValue.NO: "met nee beantwoord",
        AnswerValue.PARTIAL: "gedeeltelijk in orde",
        AnswerValue.NOT_CHECKED: "niet te beoordelen",
    }
    return [
        f"{_questions(len(by_value[value]))} {words} ({_keys(by_value[value])})"
        for value, words in said.items()
        if by_value[value]
    ]


def _conform_why(by_value: Mapping[AnswerValue | None, Sequence[Question]]) -> str:
    yes, aside = len(by_value[AnswerValue.YES]), len(by_value[AnswerValue.NA])
    if not aside:
        return f"Conform: alle {yes} vragen zijn met ja beantwoord."
    which = "de enige vraag die" if yes == 1 else f"alle {yes} vragen die"
    verb = "is, is" if yes == 1 else "zijn, zijn"
    return f"Conform: {which} van toepassing {verb} met ja beantwoord."
