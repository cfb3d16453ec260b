"""The card beside what somebody looks at: whose it is, what it is, and its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from models.kernel.text import _
from models.kernel.wording import short_date
from models.portfolio.rules import STRETCHES, WORDS
from models.portfolio.values import Piece, PieceKind, PortfolioRow
from ui.kit.cells import advance, line
from ui.kit.paint import RIGHT, rounded, soft_shadow
from ui.kit.theme import theme

MOST = 6
LEAST_WIDE, MOST_WIDE = 220.0, 420.0
GAP = 9.0
HEAD, WORD, DAY = ("body", 600, False), ("small", 500, True), ("small", 400, True)


@dataclass(frozen=True, slots=True)
class Card:
    """A title, a second line, and a line for each thing: its word and its days."""

    title: str
    sub: str
    lines: tuple[tuple[str, str], ...]
    target: QRectF

    @property
    def size(self) -> tuple[float, float]:
        wide = max(
            [advance(self.title, HEAD), advance(self.sub, DAY)]
            + [advance(word, WORD) + advance(day, DAY) + 24 for word, day in self.lines]
        )
        tall = theme().line("body") + 6 + (theme().line("small") + 2 if self.sub else 0)
        tall += (theme().line("small") + 7) * len(self.lines)
        limit = theme().px(MOST_WIDE)
        return min(limit, max(theme().px(LEAST_WIDE), wide + 34)), tall + 24


def card_of(row: PortfolioRow, pieces: Sequence[Piece], target: QRectF) -> Card:
    """The card of these pieces of a row; of the row itself when there are none."""
    sub = " · ".join(part for part in (row.locality, row.officer) if part)
    lines = [told(piece) for piece in pieces[:MOST]]
    if len(pieces) > MOST:
        lines.append((_("and {count} more").format(count=len(pieces) - MOST), ""))
    return Card(row.name, sub, tuple(lines), target)


def told(piece: Piece) -> tuple[str, str]:
    """What it is, and its day or days."""
    word = piece.word
    if piece.kind is PieceKind.ACTION:
        what = f"{word[:1].upper()}{word[1:]}"
    else:
        what = f"{_(WORDS[piece.kind])} {word}".strip()
    if piece.kind in STRETCHES:
        return what, f"{short_date(piece.day)} – {short_date(piece.until)}"
    return what, short_date(piece.day)


def place(card: Card, room: QRectF) -> QRectF:
    """Under its thing, or above it when there is no room; never outside the window."""
    wide, tall = card.size
    left = min(max(card.target.center().x() - 40, room.left() + 6), room.right() - wide - 8)
    top = card.target.bottom() + GAP
    if top + tall > room.bottom() - 6:
        top = max(room.top() + 4, card.target.top() - GAP - tall)
    return QRectF(round(left), round(top), wide, tall)


def paint_card(p: QPainter, card: Card, room: QRectF) -> None:
    look, area = theme(), place(card, room)
    soft_shadow(p, area, look.radius("card"))
    edge = look.color("control" if look.contrast else "line")
    rounded(p, area, look.radius("card"), look.color("raised"), edge)
    inner = area.adjusted(16, 11, -16, -10)
    body, small = look.line("body") + 6, look.line("small")
    y = inner.top()
    line(p, QRectF(inner.left(), y, inner.width(), body), card.title, HEAD, "ink")
    y += body
    if card.sub:
        line(p, QRectF(inner.left(), y, inner.width(), small + 2), card.sub, DAY, "faint")
        y += small + 2
    for word, day in card.lines:
        y += 2
        spot = QRectF(inner.left(), y, inner.width(), small + 5)
        line(p, spot, day, DAY, "quiet", RIGHT)
        line(p, spot.adjusted(0, 0, -advance(day, DAY) - 12, 0), word, WORD, "ink")
        y += small + 5
