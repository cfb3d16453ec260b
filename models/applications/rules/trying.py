"""A try of an assessment before it is published: judgements that are kept nowhere."""

from collections.abc import Mapping

from models.applications.rules.advising import proposal
from models.applications.rules.judging import put
from models.applications.values import AssessmentTrial, Judged, Judgement
from models.checklists.values import ChecklistTemplate


def try_out(template: ChecklistTemplate, given: Mapping[str, Judgement]) -> AssessmentTrial:
    """What these judgements would come to, for a centre that could complete its application."""
    judged = {key: Judged(one) for key, one in given.items()}
    standing = put(template, judged)
    return AssessmentTrial(
        asked=frozenset(one.key for one, _judged in standing),
        open=tuple(one.key for one, said in standing if said.judgement is None),
        proposal=proposal(template, judged, could_complete=True),
    )
