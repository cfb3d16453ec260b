"""What was agreed after a check: measures that come due or are late, proof to be judged."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.checks.values import Agreed, MeasureStatus
from models.conditions.rules.watch import Watch
from models.conditions.values import (
    CentreFacts,
    ConditionKind,
    Place,
    Signal,
    Urgency,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date

FINDINGS = "findings"


def of_measures(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """Open measures with a last day, in two steps; proof that came in asks for a hand at once."""
    for one in facts.measures:
        if not one.open:
            continue
        if one.status is MeasureStatus.EVIDENCE_RECEIVED:
            yield _to_judge(one)
        elif one.due is not None:
            start = one.due - timedelta(days=on.measure_days)
            if on.in_sight(start):
                yield _measure(one, start, on)


def of_rounds(facts: CentreFacts, on: Watch) -> Iterator[Signal]:
    """Findings that are with a centre: its turn until the last day, ours after it."""
    for one in facts.rounds:
        said = _("{reference}: the findings were sent on {day}.")
        yield Signal(
            ConditionKind.REACTION,
            one.id,
            _("Reaction of the centre"),
            said.format(reference=one.reference, day=long_date(one.sent_on)),
            one.sent_on,
            one.reply_by,
            on.patience(one.reply_by),
            Place("check", one.check_id, FINDINGS),
        )


def _to_judge(one: Agreed) -> Signal:
    said = _("{measure} The centre delivered proof; nobody judged it yet.")
    return Signal(
        ConditionKind.MEASURE,
        one.finding_id,
        _("Proof to be judged: {question}").format(question=one.question),
        said.format(measure=_sentence(one.measure)),
        None,
        one.due,
        Urgency.NOW,
        Place("check", one.check_id, FINDINGS),
        one.counted,
    )


def _measure(one: Agreed, start: date, on: Watch) -> Signal:
    told = [_sentence(one.measure)]
    if one.status is MeasureStatus.REJECTED:
        told.append(_("The proof was not sufficient."))
    if one.days_late:
        late = ngettext("{count} day late.", "{count} days late.", one.days_late)
        told.append(late.format(count=one.days_late))
    return Signal(
        ConditionKind.MEASURE,
        one.finding_id,
        _("Measure: {question}").format(question=one.question),
        " ".join(told),
        start,
        one.due,
        on.urgency(start, one.due),
        Place("check", one.check_id, FINDINGS),
        one.counted,
    )


def _sentence(text: str) -> str:
    kept = text.strip()
    return kept if not kept or kept.endswith((".", "!", "?")) else f"{kept}."
