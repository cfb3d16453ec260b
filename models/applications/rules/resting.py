"""What an advice rests on: the judgements of its moment, held against those that stand now."""

import json
from dataclasses import replace

from models.applications.rules.judging import Judgements, put
from models.applications.values import AdviceFile, Judgement
from models.checklists.values import ChecklistTemplate
from models.kernel.text import _
from models.kernel.wording import first_of


def rests_on(template: ChecklistTemplate, judged: Judgements) -> str:
    """The judgements of the criteria that are asked, as JSON by key."""
    found = put(template, judged)
    return json.dumps({one.key: given.judgement for one, given in found if given.judgement})


def held(advice: AdviceFile, template: ChecklistTemplate, judged: Judgements) -> AdviceFile:
    """The advice with the criteria that are judged otherwise now, in the order of the checklist.

    An advice from before its judgements were kept stays as it is.
    """
    if not advice.rests_on:
        return advice
    then = {key: Judgement(value) for key, value in json.loads(advice.rests_on).items()}
    now = {one.key: given.judgement for one, given in put(template, judged) if given.judgement}
    said = _("{key} ({then} then, {now} now)")
    return replace(
        advice,
        overtaken=tuple(
            said.format(
                key=one.key,
                then=_word(template, then.get(one.key)),
                now=_word(template, now.get(one.key)),
            )
            for one in template.questions
            if then.get(one.key) is not now.get(one.key)
        ),
    )


def overtaken_sentence(advice: AdviceFile) -> str:
    """That an advice rests on other judgements than those that stand now; empty when it does not.

    It says which, and what each was.
    """
    if not advice.overtaken:
        return ""
    said = _(
        "The advice of {name} rests on other judgements than those that stand now: {criteria}."
    )
    return said.format(name=advice.given_by, criteria=first_of(advice.overtaken))


def _word(template: ChecklistTemplate, judgement: Judgement | None) -> str:
    return template.assessing.label(judgement) if judgement else _("not judged")
