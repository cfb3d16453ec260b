"""The cells of a workbook that came back, as a list with ticks shows them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from controllers.exchange.review import Group as Kind
from controllers.exchange.review import Item, Review
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import enumeration
from ui.kit.row_list import Group, Row

TITLES: dict[Kind, str] = {
    Kind.REACTIONS: N_("New reactions"),
    Kind.ANSWERS: N_("New answers and notes"),
    Kind.CONFLICTS: N_("Changed on both sides"),
    Kind.FORBIDDEN: N_("Not allowed"),
    Kind.UNREADABLE: N_("Not readable"),
}


def _answers(count: int) -> str:
    return ngettext("{count} answer or note", "{count} answers and notes", count)


def _new_answers(count: int) -> str:
    return ngettext("{count} new answer or note", "{count} new answers and notes", count)


@dataclass(frozen=True, slots=True)
class BackWords:
    """What a review calls the things of its subject; a msgid, or a choice by how many."""

    crumb: str = N_("Checks")
    answers: str = TITLES[Kind.ANSWERS]
    new: Callable[[int], str] = _new_answers
    taken: Callable[[int], str] = _answers


OF_CHECKS = BackWords()
_TONES = {Kind.CONFLICTS: "due", Kind.FORBIDDEN: "late", Kind.UNREADABLE: "late"}
_LEADS = {Kind.FORBIDDEN: "icon:lock", Kind.UNREADABLE: "icon:alert-circle"}


SIFTS: tuple[tuple[str, frozenset[Kind]], ...] = (
    (N_("Everything"), frozenset(Kind)),
    (N_("To take over"), frozenset({Kind.REACTIONS, Kind.ANSWERS})),
    (N_("Conflicts"), frozenset({Kind.CONFLICTS})),
    (N_("Refused"), frozenset({Kind.FORBIDDEN, Kind.UNREADABLE})),
)
"""What the list can be narrowed to."""


def sifted(review: Review, kinds: Collection[Kind]) -> tuple[Item, ...]:
    """The cells of these kinds, in the order of the review."""
    return tuple(item for item in review.items if item.group in kinds)


def rows(
    review: Review,
    ticked: Collection[UUID],
    words: BackWords = OF_CHECKS,
    kinds: Collection[Kind] = frozenset(Kind),
) -> list[Row | Group]:
    """Group by group; what cannot be taken over has no circle."""
    out: list[Row | Group] = []
    for kind, title in TITLES.items():
        items = review.of(kind) if kind in kinds else ()
        if items:
            said = words.answers if kind is Kind.ANSWERS else title
            out.append(Group(_(said), len(items), _TONES.get(kind, "ink")))
            out += [row_of(item, ticked=item.id in ticked) for item in items]
    return out


def summary(review: Review, words: BackWords = OF_CHECKS) -> str:
    """7 nieuwe reacties · 1 niet toegelaten · 2 onleesbaar."""
    counts = {kind: len(review.of(kind)) for kind in TITLES}
    said = {
        Kind.REACTIONS: ngettext(
            "{count} new reaction", "{count} new reactions", counts[Kind.REACTIONS]
        ),
        Kind.ANSWERS: words.new(counts[Kind.ANSWERS]),
        Kind.CONFLICTS: _("{count} changed on both sides"),
        Kind.FORBIDDEN: _("{count} not allowed"),
        Kind.UNREADABLE: _("{count} not readable"),
    }
    parts = [each.format(count=counts[kind]) for kind, each in said.items() if counts[kind]]
    return " · ".join(parts) or _("nothing new")


def taken_words(reactions: int, answers: int, words: BackWords = OF_CHECKS) -> str:
    """7 reacties en 2 antwoorden."""
    parts = []
    if reactions:
        parts.append(
            ngettext("{count} reaction", "{count} reactions", reactions).format(count=reactions)
        )
    if answers:
        parts.append(words.taken(answers).format(count=answers))
    return _("Taken over: {what}.").format(what=enumeration(parts))


def row_of(item: Item, *, ticked: bool) -> Row:
    """One cell, with its sign; of a conflict what it replaces is what the file has now."""
    lead = _LEADS.get(item.group) or ("done" if ticked else "open")
    return Row(
        title=item.what,
        sub=_sub(item),
        lead=lead,
        meta=item.place,
        meta_sub=item.sheet,
        payload=item.id,
    )


def _sub(item: Item) -> str:
    if not item.takable:
        return item.reason
    standing = item.ours if item.group is Kind.CONFLICTS else item.base
    was, became = standing or _("empty"), item.theirs or _("empty")
    return became if item.group is Kind.REACTIONS else f"{was} → {became}"
