"""The reaction of a centre to one finding: three cells of a row, taken over as one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from controllers.checks.exchange.meant import kind_of, real_day
from controllers.exchange.cells import check_readable, typed_text
from controllers.exchange.review import Said
from controllers.export import return_marks as marks
from controllers.intake.checklist_back import RawCell
from models.checks.rules.reactions import checked_received
from models.checks.rules.writing import checked_day, imported_text
from models.checks.values import ReactionKind
from models.checks.values.exchange import CellKey
from models.kernel.errors import Refused
from models.kernel.text import N_


class ReactionWithoutText(Refused):
    sentence = N_("A kind of reaction was chosen, but nothing was written. Ask what they mean.")


class ReactionDayToCome(Refused):
    sentence = N_("{day} is still to come. Write the day on which the reaction was given.")


@dataclass(frozen=True, slots=True)
class Since:
    """Between which days a reaction can have come in."""

    today: date
    sent_on: date | None = None
    """Of the round that runs."""
    visit: date | None = None


@dataclass(frozen=True, slots=True)
class RowSaid:
    """The three cells of a finding, read: what they say, and what could not be read."""

    said: Said | None
    place: RawCell
    """The cell of its text."""
    wrong: tuple[tuple[RawCell, Refused], ...] = ()
    without_kind: bool = False


def row_said(cells: dict[CellKey, RawCell], finding: str, since: Since) -> RowSaid | None:
    """What stands in the open cells of this finding; None when the sheet has no such row."""
    place = CellKey(marks.FINDINGS, finding, "")
    kind, text, day = (cells.get(place._replace(column=one)) for one in marks.REACTION_COLUMNS)
    if text is None:
        return None
    wrong: list[tuple[RawCell, Refused]] = []
    words = _words(text, wrong)
    chosen = _kind(kind, wrong)
    on = _day(day, since, wrong)
    if any(cell in (kind, text) for cell, _refused in wrong):
        return RowSaid(None, text, tuple(wrong))
    if not words and chosen not in (None, ReactionKind.AGREES):
        return RowSaid(None, text, (*wrong, (text, ReactionWithoutText())))
    if not words and chosen is None:
        return RowSaid(None, text, tuple(wrong))
    said = Said(chosen or ReactionKind.OPINION, words, on)
    return RowSaid(said, text, tuple(wrong), without_kind=chosen is None)


def reaction_key(finding: str | UUID) -> CellKey:
    """The reaction to a finding as one cell."""
    return CellKey(marks.FINDINGS, str(finding), marks.REACTION)


def _words(cell: RawCell, wrong: list[tuple[RawCell, Refused]]) -> str:
    try:
        check_readable(cell)
        return imported_text(str(typed_text(cell.value) or ""), "text") or ""
    except Refused as refused:
        wrong.append((cell, refused))
        return ""


def _kind(cell: RawCell | None, wrong: list[tuple[RawCell, Refused]]) -> ReactionKind | None:
    if cell is None:
        return None
    try:
        check_readable(cell)
        return kind_of(cell.value)
    except Refused as refused:
        wrong.append((cell, refused))
        return None


def _day(cell: RawCell | None, since: Since, wrong: list[tuple[RawCell, Refused]]) -> date | None:
    if cell is None:
        return None
    try:
        check_readable(cell)
        day = real_day(cell.value)
        if day is not None and checked_day(day, "received_on", since.today) > since.today:
            raise ReactionDayToCome(day=day)
        if day is not None:
            checked_received(day, since.sent_on, since.visit)
    except Refused as refused:
        wrong.append((cell, refused))
        return None
    return day
