"""A score that explains itself: the verdict first, then points over what could be reached.

An average never makes good what a knock-out breaks; that is why the verdict stands apart from it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.checklists.rules import can_fail
from models.checks.rules.answers import asked, standing
from models.checks.rules.verdicts import verdict as verdict_of
from models.checks.values import (
    JUDGED,
    AnswerValue,
    ChecklistAnswer,
    ChecklistTemplate,
    Question,
    Score,
    ScoreFile,
    Trial,
)
from models.kernel.wording import decimal, enumeration

Answers = Mapping[str, ChecklistAnswer]
PARTIAL = "score_partial_pct"
"""The parameter that says what share of its weight a `partial` earns."""


def score(template: ChecklistTemplate, dossiers: Sequence[Answers], partial_pct: int) -> ScoreFile:
    """The score of one dossier, or of all dossiers of a check together."""
    stood = [standing(template, answers) for answers in dossiers]
    sections = tuple(
        _score(section.title, section.questions, stood, partial_pct)
        for section in template.sections
    )
    whole = _score("", template.questions, stood, partial_pct)
    alone = verdict_of(template, dossiers[0]) if len(dossiers) == 1 else (None, "")
    out = tuple(
        question.key
        for question in template.questions
        if question.decisive and any(one[question.key] is AnswerValue.NO for one in stood)
    )
    weighed = {q.key: q.weight for q in template.questions if q.weight != 1 and can_fail(q)}
    return ScoreFile(
        whole=whole,
        sections=sections,
        verdict=alone[0],
        why=_why(whole, alone[1], out, weighed, len(dossiers), partial_pct),
    )


def try_out(template: ChecklistTemplate, answers: Answers, partial_pct: int) -> Trial:
    """What these answers to a checklist would come to."""
    found, why = verdict_of(template, answers)
    return Trial(
        asked=asked(template, answers),
        values=standing(template, answers),
        verdict=found,
        why=why,
        score=score(template, [answers], partial_pct),
    )


def counts(question: Question) -> bool:
    """Whether an answer to this question can count in a score: a fact that nobody judges cannot."""
    return bool(question.weight) and can_fail(question)


def _score(
    title: str,
    questions: Sequence[Question],
    stood: Sequence[Mapping[str, AnswerValue | None]],
    partial_pct: int,
) -> Score:
    seen: Counter[AnswerValue | None] = Counter()
    unweighed = hundredths = out_of = 0
    share = {AnswerValue.YES: 100, AnswerValue.PARTIAL: partial_pct}
    for values in stood:
        for question in questions:
            value = values[question.key]
            if value in JUDGED and not counts(question):
                unweighed += 1
                continue
            seen[value] += 1
            if value is not None and value in JUDGED:
                out_of += question.weight
                hundredths += question.weight * share.get(value, 0)
    return Score(
        title=title,
        points=hundredths / 100,
        out_of=out_of,
        counted=sum(seen[value] for value in JUDGED),
        yes=seen[AnswerValue.YES],
        partial=seen[AnswerValue.PARTIAL],
        no=seen[AnswerValue.NO],
        not_applicable=seen[AnswerValue.NA],
        not_assessable=seen[AnswerValue.NOT_CHECKED],
        still_open=seen[None],
        unweighed=unweighed,
    )


def _why(
    whole: Score,
    verdict_why: str,
    out: Sequence[str],
    weighed: Mapping[str, int],
    dossiers: int,
    partial_pct: int,
) -> tuple[str, ...]:
    told = [verdict_why, _knocked(out), *_counted(whole, dossiers, partial_pct)]
    told += [_left_out(whole), _weights(weighed)]
    return tuple(sentence for sentence in told if sentence)


def _knocked(out: Sequence[str]) -> str:
    if not out:
        return ""
    verb = "beslist" if len(out) == 1 else "beslissen"
    return f"Een nee op {enumeration(list(out))} {verb} over het oordeel, wat de score ook is."


def _counted(whole: Score, dossiers: int, partial_pct: int) -> list[str]:
    if whole.percent is None:
        return ["Geen score: er is nog geen antwoord dat meetelt."]
    over = "1 antwoord" if whole.counted == 1 else f"{whole.counted} antwoorden"
    inside = f" in {dossiers} dossiers" if dossiers > 1 else ""
    points = f"{decimal(whole.points)} van {whole.out_of} punten"
    said = f"{whole.percent} % is {points}, geteld over {over}{inside}."
    each = [f"{whole.yes} keer ja", f"{whole.partial} keer gedeeltelijk", f"{whole.no} keer nee"]
    half = "de helft" if partial_pct == 50 else f"{partial_pct} %"
    earned = f"een gedeeltelijk antwoord telt voor {half}" if whole.partial else ""
    return [said, f"Er is {enumeration(each)} geantwoord{f'; {earned}' if earned else ''}."]


def _left_out(whole: Score) -> str:
    parts = {
        "niet van toepassing": whole.not_applicable,
        "niet te beoordelen": whole.not_assessable,
        "nog open": whole.still_open,
        "zonder gewicht": whole.unweighed,
    }
    told = [f"{count} {words}" for words, count in parts.items() if count]
    return f"Niet meegeteld: {enumeration(told)}." if told else ""


def _weights(weighed: Mapping[str, int]) -> str:
    told = [f"{key} ({weight})" for key, weight in weighed.items()]
    return f"Een ander gewicht dan 1: {enumeration(told)}." if told else ""
