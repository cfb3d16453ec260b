"""The list beside the findings: what is looked at again, findings by class, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from controllers.wording import badge, word
from models.checks.rules import changed_since
from models.checks.rules.criteria import BY_WEIGHT, title_of
from models.checks.values import (
    CheckFile,
    FindingFile,
    FollowFile,
    Grade,
    MeasureStatus,
    RecheckFile,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.kit.row_list import Group, Row

Item = Row | Group
CALM = (None, MeasureStatus.OPEN, MeasureStatus.VERIFIED)
"""Statuses for which nobody has to do anything now."""
ROUND, LADDER = "round", "ladder"
"""Payloads of the two rows at the foot."""


def rows(check: CheckFile, follow: FollowFile | None) -> list[Item]:
    found: list[Item] = []
    if follow is not None and follow.rechecks:
        found.append(Group(_("Look at again"), len(follow.rechecks)))
        found += [_again(one) for one in follow.rechecks]
    told = [each for each in check.findings if not each.left_out]
    for grade in BY_WEIGHT:
        found += _group(word(grade), [one for one in told if one.grade is grade], check, follow)
    others = [one for one in told if one.grade not in BY_WEIGHT]
    found += _group(word(Grade.STRENGTH), others, check, follow)
    out = [each for each in check.findings if each.left_out]
    found += _group(_("Not in the letter"), out, check, follow)
    if check.strengths:
        found.append(Group(word(Grade.STRENGTH), len(check.strengths)))
        found += [
            Row(each.text, lead="icon:mood-smile", payload=each.id) for each in check.strengths
        ]
    return found


def foot(follow: FollowFile | None) -> list[Item]:
    """What follows the findings as a whole."""
    return [
        Group(_("Afterwards"), 2),
        Row(
            _("Round of reactions"),
            _round_said(follow),
            lead="icon:messages",
            payload=ROUND,
        ),
        Row(
            _("Ladder of measures"),
            _("From coaching to a proposal to withdraw"),
            lead="icon:scale",
            payload=LADDER,
        ),
    ]


def _round_said(follow: FollowFile | None) -> str:
    found = follow.round if follow is not None else None
    if found is None or follow is None:
        return _("Not sent to the centre yet")
    if found.closed_on is not None:
        return _("Closed on {day}.").format(day=short_date(found.closed_on))
    if follow.unjudged:
        said = ngettext(
            "{count} reaction waits for a decision.",
            "{count} reactions wait for a decision.",
            follow.unjudged,
        )
        return said.format(count=follow.unjudged)
    return _("The centre may react until {day}").format(day=short_date(found.reply_by))


def _again(one: RecheckFile) -> Row:
    state = ("due", _("To be looked at"))
    if one.outcome is not None:
        state = (badge(one.outcome), word(one.outcome))
    day = short_date(one.visited) if one.visited else one.reference
    return Row(one.title, _("found on {day}").format(day=day), badge=state, payload=one.id)


def _group(
    title: str, findings: Sequence[FindingFile], check: CheckFile, follow: FollowFile | None
) -> list[Item]:
    made = [_row(check, each, follow) for each in findings]
    return [Group(title, len(made)), *made] if made else []


def _row(check: CheckFile, finding: FindingFile, follow: FollowFile | None) -> Row:
    parts = [finding.question_key]
    if finding.failed:
        parts.append(_("{count} no").format(count=len(finding.failed)))
    if finding.partial:
        parts.append(_("{count} partly").format(count=len(finding.partial)))
    if finding.by_hand:
        parts.append(_("by hand"))
    if follow is not None and changed_since(finding, follow.read.get(finding.key)):
        parts.append(_("changed since the centre read it"))
    elif finding.statement and not finding.by_hand:
        parts.append(_("own text"))
    again = follow.recurrences.get(finding.question_key) if follow is not None else None
    if again is not None:
        parts.append(_("{count}× found").format(count=again.times))
    status = follow.statuses.get(finding.key) if follow is not None else None
    told = status not in CALM
    return Row(
        title=title_of(check.template, finding),
        sub=" · ".join(part for part in parts if part),
        badge=(badge(status), word(status)) if told and status is not None else None,
        payload=finding.key,
    )
