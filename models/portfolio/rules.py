"""How the rows are narrowed, put in groups, and said in words."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter

from models.kernel.text import N_, _, ngettext
from models.kernel.wording import short_date
from models.kernel.words import fold
from models.portfolio.values import (
    Group,
    Grouping,
    Piece,
    PieceKind,
    Portfolio,
    PortfolioFilter,
    PortfolioRow,
)

FIRST = itemgetter(0)
WORDS: Mapping[PieceKind, str] = {
    PieceKind.MANDATE: N_("Mandate"),
    PieceKind.CERTIFICATE: N_("Certificate"),
    PieceKind.UNDATED: N_("Certificate"),
    PieceKind.CHECK: N_("Dossier check"),
    PieceKind.PLANNED: N_("Planned check"),
    PieceKind.APPLICATION: N_("Application received"),
    PieceKind.GRANTED: N_("Mandate granted"),
    PieceKind.REFUSED: N_("Mandate refused"),
    PieceKind.ENDED: N_("Mandate stopped"),
    PieceKind.ACTION: N_("Quality action"),
    PieceKind.COMPLAINT: N_("Complaint received"),
}
STRETCHES = frozenset({PieceKind.MANDATE, PieceKind.CERTIFICATE, PieceKind.UNDATED})
YEAR = 365


def narrowed(portfolio: Portfolio, wanted: PortfolioFilter) -> tuple[PortfolioRow, ...]:
    """The rows that fit, in their order."""
    parts = fold(wanted.text).split()
    return tuple(row for row in portfolio.rows if _fits(row, wanted, parts))


def _fits(row: PortfolioRow, wanted: PortfolioFilter, parts: Sequence[str]) -> bool:
    if wanted.officer and row.officer != wanted.officer:
        return False
    if wanted.states and row.state not in wanted.states:
        return False
    if not parts:
        return True
    said = fold(" ".join((row.name, row.locality, *(piece.word for piece in row.mandates))))
    return all(part in said for part in parts)


def grouped(rows: Sequence[PortfolioRow], by: Grouping) -> tuple[Group, ...]:
    """The rows under headings, those of which nothing is known last."""
    if by is Grouping.NOTHING:
        return (Group("", tuple(rows)),) if rows else ()
    found: defaultdict[str, list[PortfolioRow]] = defaultdict(list)
    for row in rows:
        found[_heading(row, by)].append(row)
    ordered = sorted(found, key=lambda word: (not word, fold(word)))
    return tuple(Group(word, tuple(found[word])) for word in ordered)


def _heading(row: PortfolioRow, by: Grouping) -> str:
    match by:
        case Grouping.PROVINCE:
            return row.province
        case Grouping.OFFICER:
            return row.officer
        case _:
            return str(row.end.year) if row.end else ""


def heading_words(group: Group, by: Grouping) -> str:
    """How a group is called; one without a word says what is not known."""
    if by is Grouping.END_YEAR and group.word:
        return _("Ends in {year}").format(year=group.word)
    unknown = {
        Grouping.PROVINCE: _("Province not known"),
        Grouping.OFFICER: _("No file keeper"),
        Grouping.END_YEAR: _("No mandate"),
        Grouping.NOTHING: _("All centres"),
    }
    return group.word or unknown[by]


def reach(rows: Sequence[PortfolioRow], today: date) -> tuple[date, date]:
    """From the first to the last day that anything lies on, with a year of air on both sides."""
    firsts = [today.toordinal()]
    lasts = [today.toordinal()]
    for row in rows:
        for lane in (row.mandates, row.certificates, row.marks):
            if lane:
                firsts.append(lane[0].first)
                lasts.append(max(piece.last for piece in lane))
    year = timedelta(days=365)
    return date.fromordinal(min(firsts)) - year, date.fromordinal(max(lasts)) + year


def undated(
    start: date | None, end: date | None, mandates: Sequence[Piece], today: date
) -> tuple[int, int] | None:
    """Where a certificate lies of which a day is not known; None when neither is.

    Without a first day from the mandate it falls in, without a last day to the end of that
    mandate; else a year is taken.
    """
    if start is None and end is None:
        return None
    if start is None:
        last = end.toordinal() if end else 0
        begun = [one.first for one in mandates if one.first <= last]
        return max(begun, default=last - YEAR), last
    first = start.toordinal()
    running = [one.last for one in mandates if one.last >= first]
    return first, max(first, min(running, default=today.toordinal()))


def in_sight(marks: Sequence[Piece], first: int, last: int) -> Sequence[Piece]:
    """The moments between two days, both included; they stand in order, so they are found fast."""
    return marks[bisect_left(marks, first, key=FIRST) : bisect_right(marks, last, key=FIRST)]


def said(piece: Piece) -> str:
    """A piece in one line: what it is, its number, and its day or days."""
    what = f"{_(WORDS[piece.kind])} {piece.word}".strip()
    if piece.kind in STRETCHES:
        return f"{what}, {short_date(piece.day)} – {short_date(piece.until)}"
    return f"{what}, {short_date(piece.day)}"


def row_words(row: PortfolioRow, state: str, today: date) -> str:
    """A whole row as a screen reader says it: who, how it stands, what was last and what comes."""
    words = [row.name, row.locality, state]
    if row.end is not None:
        words.append(_("mandate until {day}").format(day=short_date(row.end)))
    if row.certificate_end is not None:
        words.append(_("certificate until {day}").format(day=short_date(row.certificate_end)))
    count = len(row.marks)
    words.append(ngettext("{count} moment", "{count} moments", count).format(count=count))
    before, after = around(row.marks, today)
    if before is not None:
        words.append(_("last: {piece}").format(piece=said(before)))
    if after is not None:
        words.append(_("next: {piece}").format(piece=said(after)))
    return ", ".join(word for word in words if word)


def around(marks: Sequence[Piece], day: date) -> tuple[Piece | None, Piece | None]:
    """The last moment up to a day, and the first one after it."""
    at = bisect_right(marks, day.toordinal(), key=FIRST)
    return (marks[at - 1] if at else None), (marks[at] if at < len(marks) else None)
