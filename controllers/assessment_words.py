"""What the columns of an assessment say, for people: facts, rule, judgements, advices."""

from collections.abc import Callable, Mapping

from controllers.check_field_words import CHOICES
from controllers.wording import word
from models.checklists.values import AdviceOutcome, LookedUp
from models.kernel.text import _
from models.terms.parameters import parameters


def facts(kept: str) -> str:
    """The facts that are looked up; a name of a later version of the program as it is."""
    known = set(LookedUp)
    names = kept.split()
    return ", ".join(_(CHOICES[LookedUp(one)]) if one in known else one for one in names)


def rule(key: str) -> str:
    """The title of a dated rule."""
    rows = parameters().get(key)
    return (rows[-1].title if rows else "") or key


def labels(kept: str) -> str:
    """The names of the judgements, in their order."""
    return ", ".join(line.partition(" | ")[2] or line for line in kept.splitlines())


def advices(kept: str) -> str:
    """The advices in the order in which their rules are tried."""
    known = set(AdviceOutcome)
    return ", ".join(word(AdviceOutcome(one)) if one in known else one for one in kept.split())


WRITTEN: Mapping[str, Callable[[str], str]] = {
    "looked_up": facts,
    "parameter": rule,
    "judgement_labels": labels,
    "advice_order": advices,
}
"""How each column is told in the history."""
