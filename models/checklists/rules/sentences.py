"""What a checklist says about itself in plain Dutch: when a question is asked, what a choice is."""

from collections.abc import Sequence

from models.checklists.rules.assessing import answer_word
from models.checklists.rules.reading import answer_label
from models.checklists.values import AssessmentRules, Condition, Option, Question
from models.kernel.wording import decimal

ALWAYS = "Altijd"


def condition_sentence(condition: Condition | None, rules: AssessmentRules | None = None) -> str:
    """Such as `Alleen als DC-03 met nee of gedeeltelijk is beantwoord`; `Altijd` without one.

    With the `rules` of an assessment: `Alleen als het oordeel over MA-09 “voldoet niet” is`.
    """
    if condition is None:
        return ALWAYS
    if not condition.values:
        return f"Nooit: bij {condition.question_key} is geen antwoord gekozen"
    if rules is not None:
        words = either([f"“{answer_word(value, rules)}”" for value in condition.values])
        return f"Alleen als het oordeel over {condition.question_key} {words} is"
    answers = either([answer_label(value) for value in condition.values])
    return f"Alleen als {condition.question_key} met {answers} is beantwoord"


def bounds_sentence(question: Question) -> str:
    """Between which numbers the answer is in order; empty for a number that is only a fact."""
    least, most = question.least, question.most
    counted = f" {question.unit}" if question.unit else ""
    if least is not None and most is not None:
        return f"In orde van {decimal(least)} tot en met {decimal(most)}{counted}"
    if least is not None:
        return f"In orde vanaf {decimal(least)}{counted}"
    return f"In orde tot en met {decimal(most)}{counted}" if most is not None else ""


def option_line(option: Option) -> str:
    """A choice as people write it: `In elk dossier = ja`; a fact has no `=`."""
    said = option.text
    return said if option.counts_as is None else f"{said} = {answer_label(option.counts_as)}"


def option_lines(options: Sequence[Option]) -> str:
    return "\n".join(option_line(option) for option in options)


def either(words: Sequence[str]) -> str:
    """a, b of c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} of {words[-1]}"
