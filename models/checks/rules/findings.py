"""Findings proposed from the answers: how heavy they are, why, and what to tell the centre.

Two sentences of the checklist meet here. `grade_rules` decide at the level of the centre, so a
question with only `partial` answers is proposed as an observation. `partial_rule` says how heavy
one partial answer starts: one grade below the question. Where that is heavier than an observation,
the why-sentence says so, and the officer may raise the grade with a reason.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from uuid import UUID

from models.checklists.rules import grade_label
from models.checks.rules.answers import NOTHING, comes_to, standing
from models.checks.rules.units import Words, words
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    Grade,
    GradeThreshold,
    ProposedFinding,
    Question,
)
from models.kernel.shares import percent, tenths
from models.kernel.wording import enumeration

ONE_LOWER = {
    Grade.MAJOR: Grade.MINOR,
    Grade.MINOR: Grade.OBSERVATION,
    Grade.OBSERVATION: Grade.OBSERVATION,
}


Stood = Mapping[UUID, Mapping[str, AnswerValue | None]]
"""What every question comes to, by dossier."""


def propose_findings(
    template: ChecklistTemplate, dossiers: Sequence[DossierColumn]
) -> tuple[ProposedFinding, ...]:
    """One proposal for every question with a `no` or a `partial`, in the order of the checklist."""
    ordered = sorted(dossiers, key=lambda dossier: dossier.position)
    stood = _stood(template, ordered)
    proposals = (_proposal(template, question, ordered, stood) for question in template.questions)
    return tuple(proposal for proposal in proposals if proposal)


def propose_finding(
    template: ChecklistTemplate, question: Question, dossiers: Sequence[DossierColumn]
) -> ProposedFinding | None:
    """The proposal for one question, as `propose_findings` makes it; None when nothing failed."""
    ordered = sorted(dossiers, key=lambda dossier: dossier.position)
    key = question.key
    stood = {one.id: {key: comes_to(template, question, one.answers)} for one in ordered}
    return _proposal(template, question, ordered, stood)


def statement(
    template: ChecklistTemplate,
    question: Question,
    dossiers: Sequence[DossierColumn],
    *,
    with_numbers: bool = True,
) -> str:
    """What the sample shows for one question, in Dutch; empty when nothing failed.

    `with_numbers` names the dossiers; a table with a column of its own for them leaves them out.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.position)
    return _statement(template, question, ordered, _stood(template, ordered), with_numbers)


def grade(
    template: ChecklistTemplate, question: Question, failed: int, sample: int
) -> tuple[Grade, str]:
    """The proposed grade of a finding and why (content, grade_rules); `failed` counts the `no`s."""
    if not failed:
        return Grade.OBSERVATION, _partial_why(question)
    threshold, rule = _threshold(template, question)
    say = words(template.unit)
    broken = f"{rule} niet in orde is {say.at} {_share(say, failed, sample, threshold.share_pct)}"
    limit = say.count(threshold.dossiers)
    if failed >= threshold.dossiers:
        return Grade.MAJOR, _why(Grade.MAJOR, broken, limit)
    share = threshold.share_pct
    if share is not None and failed * 100 >= share * sample:
        return Grade.MAJOR, _why(Grade.MAJOR, broken, f"{share} % van de steekproef")
    if share is not None:
        limit = f"{limit} of {share} % van de steekproef"
    return Grade.MINOR, f"{_opening(Grade.MINOR)} {broken}, minder dan {limit}."


def _proposal(
    template: ChecklistTemplate,
    question: Question,
    dossiers: Sequence[DossierColumn],
    stood: Stood,
) -> ProposedFinding | None:
    failed = _numbers(question, dossiers, stood, AnswerValue.NO)
    partial = _numbers(question, dossiers, stood, AnswerValue.PARTIAL)
    if not failed and not partial:
        return None
    proposed, why = grade(template, question, len(failed), len(dossiers))
    return ProposedFinding(
        question_key=question.key,
        failed=failed,
        partial=partial,
        grade=proposed,
        grade_why=why,
        statement=_statement(template, question, dossiers, stood, with_numbers=True),
    )


def _statement(
    template: ChecklistTemplate,
    question: Question,
    dossiers: Sequence[DossierColumn],
    stood: Stood,
    with_numbers: bool,
) -> str:
    failed = _numbers(question, dossiers, stood, AnswerValue.NO)
    partial = _numbers(question, dossiers, stood, AnswerValue.PARTIAL)
    total, said, say = len(dossiers), list[str](), words(template.unit)
    if failed:
        wrong = question.finding or f"is het antwoord nee: “{question.text}”"
        said.append(f"{_among(say, failed, total, with_numbers)} {wrong}.")
        said.extend(_evidence(question, dossiers, frozenset(failed)))
    if partial and failed:
        where = f"{say.At} {say.others(len(partial))}{_named(partial, with_numbers)}"
        said.append(f"{where} is dit gedeeltelijk in orde.")
    elif partial:
        where = _among(say, partial, total, with_numbers)
        said.append(f"{where} is dit gedeeltelijk in orde: “{question.text}”")
    return " ".join(said)


def _stood(template: ChecklistTemplate, dossiers: Sequence[DossierColumn]) -> Stood:
    return {dossier.id: standing(template, dossier.answers) for dossier in dossiers}


def _numbers(
    question: Question, dossiers: Sequence[DossierColumn], stood: Stood, value: AnswerValue
) -> tuple[str, ...]:
    return tuple(dossier.number for dossier in dossiers if stood[dossier.id][question.key] is value)


def _threshold(template: ChecklistTemplate, question: Question) -> tuple[GradeThreshold, str]:
    limits = template.thresholds
    if question.mandate_relevant:
        return limits.mandate_relevant, "een voorwaarde van het mandaat"
    if question.definition_condition:
        return limits.definition_condition, "een voorwaarde van de omschrijving"
    return limits.other, "dit punt"


def _opening(proposed: Grade) -> str:
    return f"{grade_label(proposed).capitalize()}, omdat"


def _why(proposed: Grade, broken: str, limit: str) -> str:
    return f"{_opening(proposed)} {broken}: de grens is {limit}."


def _share(say: Words, failed: int, sample: int, limit: int | None) -> str:
    """2 van de 8 dossiers (25 %); a share just under the limit never seems to reach it."""
    if sample == 1:
        return f"het enige {say.one}"
    shown = str(percent(Fraction(failed, sample)))
    if limit is not None and failed * 100 < limit * sample and int(shown) >= limit:
        shown = tenths(Fraction(failed, sample))
    return f"{failed} van de {say.count(sample)} ({shown} %)"


def _partial_why(question: Question) -> str:
    said = f"{_opening(Grade.OBSERVATION)} er alleen gedeeltelijke antwoorden zijn."
    start = ONE_LOWER[question.severity_on_fail]
    if start is Grade.OBSERVATION:
        return said
    heavy = f"één gedeeltelijk antwoord telt er als {grade_label(start)}"
    return f"{said} De vraag weegt zwaar: {heavy}."


def _named(numbers: Sequence[str], with_numbers: bool) -> str:
    return f" ({enumeration(numbers)})" if with_numbers else ""


def _among(say: Words, numbers: Sequence[str], total: int, with_numbers: bool) -> str:
    named = _named(numbers, with_numbers)
    if total == 1:
        return f"{say.At} {say.the}{named}"
    if len(numbers) == total:
        return f"{say.At} {'beide' if total == 2 else f'alle {total}'} {say.many}{named}"
    return f"{say.At} {len(numbers)} van de {total} {say.many}{named}"


def _evidence(
    question: Question, dossiers: Sequence[DossierColumn], failed: frozenset[str]
) -> list[str]:
    """The numbers themselves, or the answer that was chosen; nothing for a plain no."""
    answers = ((d.number, d.answers.get(question.key, NOTHING)) for d in dossiers)
    told = ((number, _shown(question, answer)) for number, answer in answers if number in failed)
    return [f"{number}: {words}." for number, words in told if words]


def _shown(question: Question, answer: ChecklistAnswer) -> str:
    match question.answer_type:
        case AnswerType.HOURS_COMPARE:
            return (
                f"{_decimal(answer.hours_registered)} uur geregistreerd,"
                f" {_decimal(answer.hours_documented)} uur in de gespreksverslagen"
            )
        case AnswerType.NUMBER:
            return f"{_decimal(answer.amount)} {question.unit}".strip()
        case AnswerType.CHOICE:
            chosen = (one.text for one in question.options if one.key == answer.choice)
            return next(chosen, "").rstrip(".")
        case _:
            return ""


def _decimal(number: float | None) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",") if number is not None else "?"
