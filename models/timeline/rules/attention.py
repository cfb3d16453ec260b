"""What asks for attention by a day, on the lane of terms: labels that end, counsellors to qualify.

Mandates have steps of their own (visits), applications and checks stand on their own lanes.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from models.conditions.values import Condition, ConditionKind, Urgency
from models.timeline.values import Certainty, LaneKey, Link, Shape, TimelineEvent, Tone

ABOUT = {
    ConditionKind.CERTIFICATE_END: ("certificate", "shield-check"),
    ConditionKind.CERTIFICATE_NEXT: ("certificate", "shield-check"),
    ConditionKind.QUALIFICATION: ("engagement", "user"),
    ConditionKind.NOT_REPORTED: ("engagement", "user"),
}
"""The conditions that have a last day nobody else draws, with their table and icon."""


def conditions(found: Sequence[Condition], today: date) -> Iterator[TimelineEvent]:
    """The last day of each; where a rule counted it, it explains itself."""
    for one in found:
        if one.kind not in ABOUT or one.last is None:
            continue
        table, icon = ABOUT[one.kind]
        over = one.last < today
        yield TimelineEvent(
            key=f"condition:{one.kind}:{one.id}",
            lane=LaneKey.TERMS,
            shape=Shape.MARK,
            first=one.last,
            last=one.last,
            word=one.what,
            sub=one.why,
            tone=Tone.LATE if one.urgency is Urgency.LATE else Tone.DUE,
            icon=icon,
            certainty=Certainty.DONE if over else Certainty.PLANNED,
            link=Link(table, one.id),
            term=one.term if one.term is not None and one.term.due == one.last else None,
        )
