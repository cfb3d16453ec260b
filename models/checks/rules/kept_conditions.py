"""Whether a question was asked in a dossier, told by the content of a check alone.

What was kept counts a question that was not asked as not applicable; on paper that would read as
an answer of the officer.
"""

from collections.abc import Mapping
from typing import Any

from models.checklists.rules import answer_label
from models.checklists.rules.sentences import either
from models.checklists.values import AnswerValue

Facts = Mapping[str, Any]


def put_to(question: Facts, questions: Mapping[str, Facts], counts: Mapping[str, str]) -> bool:
    """Whether this question was asked: by what the questions it hangs on came to.

    `questions` are those of the kept checklist by key, in their order; `counts` says by key what
    each came to in this dossier. A condition on a question that comes later keeps nothing back.
    """
    after = str(question.get("asked_after", ""))
    order = list(questions)
    if not after or after not in questions:
        return True
    if order.index(after) >= order.index(str(question.get("key"))):
        return True
    if not put_to(questions[after], questions, counts):
        return False
    values = question.get("asked_values", ())
    return not isinstance(values, list | tuple) or counts.get(after) in values


def condition_words(question: Facts) -> str:
    """Such as `alleen bij nee op DC-03`."""
    values = [answer_label(AnswerValue(one)) for one in question.get("asked_values", ())]
    after = question.get("asked_after", "")
    return f"alleen bij {either(values)} op {after}" if values else f"{after} heeft geen antwoord"
