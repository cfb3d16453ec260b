"""Findings proposed from the answers: how heavy they are, why, and what to tell the centre.

`grade_rules` of the checklist decide at the level of the centre: a question with only `partial`
answers is proposed as an observation, and the officer may raise that with a reason. A share is of
the dossiers that were drawn; what was chosen otherwise is told apart, for it says nothing of all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from models.checklists.rules import grade_label
from models.checks.rules.answers import NOTHING, comes_to, standing
from models.checks.rules.sample import apart, kinds_apart
from models.checks.rules.units import Words, words
from models.checks.values import (
    AnswerType,
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    Chosen,
    DossierColumn,
    Grade,
    GradeThreshold,
    ProposedFinding,
    Question,
)
from models.kernel.shares import percent, tenths
from models.kernel.wording import decimal, enumeration

ONLY_PARTIAL = "er alleen gedeeltelijke antwoorden zijn"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the dossiers of a kind were answered `no`."""

    say: Words
    failed: int
    of: int


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
    template: ChecklistTemplate,
    question: Question,
    noes: Mapping[Chosen, int],
    sizes: Mapping[Chosen, int],
) -> tuple[Grade, str]:
    """The proposed grade of a finding and why (content, grade_rules).

    `noes` counts the `no`s, `sizes` the dossiers, both by how they were chosen: only of those drawn
    there is a share, where others stand beside them.
    """
    failed = sum(noes.values())
    if not failed:
        return Grade.OBSERVATION, f"{_opening(Grade.OBSERVATION)} {ONLY_PARTIAL}."
    threshold, rule = _threshold(template, question)
    say = words(template.unit)
    counts = [
        Count(called, sum(noes.get(one, 0) for one in kinds), sum(sizes[one] for one in kinds))
        for called, kinds in kinds_apart(say, sizes)
    ]
    drawn = counts[0]
    told = enumeration(
        [_share(one, threshold.share_pct, first=one is drawn) for one in counts if one.failed]
    )
    broken = f"{rule} niet in orde is {say.at} {told}"
    limit = say.count(threshold.dossiers)
    if failed >= threshold.dossiers:
        return Grade.MAJOR, _why(Grade.MAJOR, broken, limit)
    share = threshold.share_pct
    if share is not None and drawn.failed * 100 >= share * drawn.of:
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
    noes = Counter(one.chosen for one in dossiers if one.number in frozenset(failed))
    proposed, why = grade(template, question, noes, Counter(one.chosen for one in dossiers))
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
    said, say = list[str](), words(template.unit)
    if failed:
        wrong = question.finding or f"is het antwoord nee: “{question.text}”"
        said.append(f"{_among(say, failed, dossiers, with_numbers)} {wrong}.")
        said.extend(_evidence(question, dossiers, frozenset(failed)))
    if partial and failed:
        where = f"{say.At} {say.others(len(partial))}{_named(partial, with_numbers)}"
        said.append(f"{where} is dit gedeeltelijk in orde.")
    elif partial:
        where = _among(say, partial, dossiers, with_numbers)
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


def _share(count: Count, limit: int | None, *, first: bool) -> str:
    """2 van de 8 dossiers (25 %); a share just under the limit never seems to reach it."""
    if count.of == 1:
        return f"het enige {count.say.one}"
    told = f"{count.failed} van de {count.say.count(count.of)}"
    if not first:
        return told
    share = Fraction(count.failed, count.of)
    shown = str(percent(share))
    if limit is not None and share * 100 < limit <= int(shown):
        shown = tenths(share)
    return f"{told} ({shown} %)"


def _named(numbers: Sequence[str], with_numbers: bool) -> str:
    return f" ({enumeration(numbers)})" if with_numbers else ""


def _among(
    say: Words, numbers: Sequence[str], dossiers: Sequence[DossierColumn], with_numbers: bool
) -> str:
    """In 2 van de 8 getrokken dossiers (KZ-1 en KZ-4) en in het om een risico gekozen dossier."""
    found, told = frozenset(numbers), list[str]()
    for called, some in apart(say, dossiers):
        mine = [one.number for one in some if one.number in found]
        if mine:
            told.append(f"{say.at} {_of(called, len(mine), len(some))}{_named(mine, with_numbers)}")
    said = enumeration(told)
    return f"{said[:1].upper()}{said[1:]}"


def _of(say: Words, count: int, total: int) -> str:
    if total == 1:
        return say.the
    if count == total:
        return f"{'beide' if total == 2 else f'alle {total}'} {say.many}"
    return f"{count} van de {total} {say.many}"


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
                f"{_figure(answer.hours_registered)} uur geregistreerd,"
                f" {_figure(answer.hours_documented)} uur in de gespreksverslagen"
            )
        case AnswerType.NUMBER:
            return f"{_figure(answer.amount)} {question.unit}".strip()
        case AnswerType.CHOICE:
            chosen = (one.text for one in question.options if one.key == answer.choice)
            return next(chosen, "").rstrip(".")
        case _:
            return ""


def _figure(number: float | None) -> str:
    """Every figure there is: rounded it could contradict the verdict."""
    return "?" if number is None else decimal(number)
