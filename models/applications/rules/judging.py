"""Judgements of criteria as answers of a checklist, so that one set of rules decides on both.

Which criteria are asked, what each comes to and what it lacks is said by
models.checks.rules.answers, as for dossiers and channels.
"""

from collections.abc import Iterable, Mapping

from models.applications.values import CriterionGap, Judged, Judgement
from models.checklists.rules import ANSWERS
from models.checklists.values import ChecklistTemplate, Question
from models.checks.rules import answers
from models.checks.values import ChecklistAnswer, GapKind
from models.kernel.words import clean

Judgements = Mapping[str, Judged]
"""By key of the criterion; one without a word is left out."""

_GAPS: Mapping[GapKind, CriterionGap] = {
    GapKind.OPEN: CriterionGap.JUDGEMENT,
    GapKind.PROOF_MISSING: CriterionGap.EVIDENCE,
}
_NOTHING = Judged()


def answer(judged: Judged) -> ChecklistAnswer:
    """A judgement as an answer: its motivation is the note, what was received its proof.

    Files that are kept with it are proof as well.
    """
    value = ANSWERS[judged.judgement] if judged.judgement else None
    proofs = judged.proofs + int(bool(clean(judged.evidence)))
    return ChecklistAnswer(value, judged.motivation, proofs=proofs)


def asked(template: ChecklistTemplate, judged: Judgements) -> frozenset[str]:
    """The criteria that are asked, by their conditions; the others count as not applicable."""
    return answers.asked(template, _answers(judged))


def gaps(template: ChecklistTemplate, judged: Judgements) -> dict[str, CriterionGap]:
    """What is missing, by criterion that is asked, in the order of the checklist."""
    found = answers.lacking(template, _answers(judged))
    return {key: _GAPS.get(kind, CriterionGap.MOTIVATION) for key, kind in found.items()}


def progress(template: ChecklistTemplate, judged: Judgements) -> tuple[int, int]:
    """How many criteria that are asked have a judgement, and how many are asked."""
    standing = put(template, judged)
    return sum(one.judgement is not None for _criterion, one in standing), len(standing)


def put(template: ChecklistTemplate, judged: Judgements) -> list[tuple[Question, Judged]]:
    """The criteria that are asked with what was made of them, in order."""
    stands = asked(template, judged)
    return [(one, judged.get(one.key, _NOTHING)) for one in template.questions if one.key in stands]


def unmet(template: ChecklistTemplate, judged: Judgements) -> Iterable[Question]:
    """The knock-outs that are asked and not met."""
    return (
        one
        for one, given in put(template, judged)
        if one.decisive and given.judgement is not Judgement.MEETS
    )


def complete(template: ChecklistTemplate, criterion: Question, judged: Judged) -> bool:
    """Whether this judgement of a criterion that is asked lacks nothing."""
    return answers.gap_kind(criterion, answer(judged), motivated=template.motivated) is None


def _answers(judged: Judgements) -> dict[str, ChecklistAnswer]:
    return {key: answer(one) for key, one in judged.items()}
