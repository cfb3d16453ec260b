"""The table of rules as an office sees it: every value with its days, what was and what comes."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.settings.values import RecordedChange, RuleEntry, RuleLine, When
from models.terms.holidays import ONE_DAY
from models.terms.parameters import parameter, parameters
from models.terms.rules import FIRST_DAY
from models.terms.values import SUBJECTS, Changed, RuleNotInForce, RuleParameter


def entries(
    changed: Changed, recorded: Sequence[RecordedChange], today: date
) -> tuple[RuleEntry, ...]:
    """Every rule with its successive values, by subject as SUBJECTS orders them."""
    order = list(SUBJECTS)
    found = (_entry(key, rows, changed, recorded, today) for key, rows in parameters().items())
    return tuple(sorted(found, key=lambda entry: order.index(entry.subject)))


def _entry(
    key: str,
    rows: Sequence[RuleParameter],
    changed: Changed,
    recorded: Sequence[RecordedChange],
    today: date,
) -> RuleEntry:
    own = [one for one in recorded if one.change.key == key]
    lines = tuple(
        RuleLine(rule, _when(rule, today), _recorded(rule, own))
        for rule in _successive(key, rows, changed)
    )
    return RuleEntry(key, rows[-1].title or key, rows[-1].subject, lines)


def _successive(
    key: str, rows: Sequence[RuleParameter], changed: Changed
) -> Iterator[RuleParameter]:
    """The values in order of time, each for the days it really holds."""
    dated = [one for one in changed.dated if one.key == key]
    firsts = {FIRST_DAY, *(row.valid_from for row in rows if row.valid_from)}
    firsts |= {one.valid_from for one in dated}
    firsts |= {one.valid_until + ONE_DAY for one in dated if one.valid_until}
    before: RuleParameter | None = None
    for first in sorted(firsts):
        try:
            rule = parameter(key, first, changed)
        except RuleNotInForce:
            continue
        if rule != before:
            yield rule
        before = rule


def _when(rule: RuleParameter, today: date) -> When:
    if rule.valid_from is not None and today < rule.valid_from:
        return When.COMING
    over = rule.valid_until is not None and rule.valid_until < today
    return When.PAST if over else When.NOW


def _recorded(rule: RuleParameter, own: Sequence[RecordedChange]) -> RecordedChange | None:
    return next((one for one in own if one.change.valid_from == rule.valid_from), None)
