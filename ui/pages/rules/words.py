"""How rules are said on this page: a value, its days, its weight, its rows in the list."""

from __future__ import annotations

from models.kernel.text import _
from models.kernel.wording import short_date
from models.settings.values import RuleEntry, RuleLine, When
from models.terms.sentences import value_of
from models.terms.values import OFFICE, RECORDED, SUBJECTS, RuleParameter
from ui.kit.row_list import Group, Row

WEIGHTS = {"B": "done", "E": "wait", "G": "draft", "unknown": "wait", OFFICE: "note"}


def days_of(rule: RuleParameter) -> str:
    """Between which days the value holds, short; empty when no day is known."""
    first, last = rule.valid_from, rule.valid_until
    if first and last:
        return f"{short_date(first)} – {short_date(last)}"
    if first:
        return _("from {first}").format(first=short_date(first))
    return _("until {last}").format(last=short_date(last)) if last else ""


def weight(rule: RuleParameter) -> tuple[str, str]:
    """Badge and word for how sure a value is."""
    words = {
        "B": _("Source"),
        "E": _("Known"),
        "G": _("Proposal"),
        "unknown": _("Not found"),
        OFFICE: _("Own number"),
        RECORDED: _("Recorded"),
    }
    return WEIGHTS.get(rule.certainty, "plan"), words.get(rule.certainty, rule.certainty)


def listed(entries: tuple[RuleEntry, ...], typed: str = "") -> list[Row | Group]:
    """The table as a list: a group for every subject, a row for every rule."""
    rows: list[Row | Group] = []
    for subject, word in SUBJECTS.items():
        under = [entry for entry in entries if entry.subject == subject and _holds(entry, typed)]
        if under:
            rows.append(Group(_(word), len(under)))
            rows.extend(_row(entry) for entry in under)
    return rows


def _row(entry: RuleEntry) -> Row:
    line = entry.now or entry.lines[-1]
    rule = line.rule
    coming = next((one for one in entry.lines if one.when is When.COMING), None)
    parts = [days_of(rule), rule.reference, _next(coming)]
    return Row(
        entry.title,
        " · ".join(part for part in parts if part) or _("no source"),
        badge=weight(rule),
        meta=value_of(rule),
        payload=entry.key,
    )


def _next(coming: RuleLine | None) -> str:
    if coming is None or coming.rule.valid_from is None:
        return ""
    return _("from {day}: {value}").format(
        day=short_date(coming.rule.valid_from), value=value_of(coming.rule)
    )


def _holds(entry: RuleEntry, typed: str) -> bool:
    wanted = typed.casefold().split()
    text = " ".join(
        [entry.title, entry.key, *(line.rule.reference for line in entry.lines)]
    ).casefold()
    return all(word in text for word in wanted)
