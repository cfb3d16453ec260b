"""The ladder of measures on its lane: a bar as long as a step stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.checks.values import LadderStepFile, Rung
from models.kernel.text import N_, _
from models.kernel.wording import short_date
from models.timeline.values import LaneKey, Link, Shape, TimelineEvent, Tone

RUNGS = {
    Rung.COACHING: (N_("Coaching"), Tone.NOTE),
    Rung.REQUEST: (N_("Request to improve"), Tone.DUE),
    Rung.NOTICE: (N_("Formal notice"), Tone.LATE),
    Rung.PROPOSAL: (N_("Proposal to suspend or withdraw"), Tone.LATE),
}


def ladder(taken: Sequence[LadderStepFile], today: date) -> Iterator[TimelineEvent]:
    """From the day a step was decided to the day it ended; one that stands runs to today."""
    for one in taken:
        word, tone = RUNGS[one.rung]
        ended = one.ended_on
        said = _("ended on {day}").format(day=short_date(ended)) if ended else _("runs")
        yield TimelineEvent(
            key=f"ladder:{one.id}",
            lane=LaneKey.CHECKS,
            shape=Shape.BAR,
            first=one.decided_on,
            last=max(one.decided_on, ended or today),
            word=_(word),
            sub=" · ".join(part for part in (said, one.decided_by) if part),
            tone=Tone.DONE if ended else tone,
            icon="scale",
            link=Link("dossier_check", one.check_id) if one.check_id else None,
            open_end=ended is None,
        )
