"""The lines of the board: headings and rows, which of them are folded, where each lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from models.portfolio.values import Group, PortfolioRow


@dataclass(frozen=True, slots=True)
class Line:
    """A row, or the heading of a group when there is no row."""

    group: int
    row: PortfolioRow | None = None


@dataclass(slots=True)
class Lines:
    """All lines that are not folded away, from top to bottom; each is equally high."""

    groups: Sequence[Group] = ()
    headed: bool = True
    """Whether groups have headings at all."""
    folded: set[str] = field(default_factory=set)
    """Words of the groups whose rows are hidden."""
    shown: list[Line] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Where the heading of each group stands."""

    def show(self, groups: Sequence[Group], *, headed: bool) -> None:
        self.groups, self.headed = groups, headed
        self.lay()

    def lay(self) -> None:
        """Work out what is shown, after something was folded or opened."""
        self.shown, self.headings = [], []
        for number, group in enumerate(self.groups):
            self.headings.append(len(self.shown))
            if self.headed:
                self.shown.append(Line(number))
            if not (self.headed and group.word in self.folded):
                self.shown.extend(Line(number, row) for row in group.rows)

    def fold(self, group: int, folded: bool) -> None:
        word = self.groups[group].word
        if folded:
            self.folded.add(word)
        else:
            self.folded.discard(word)
        self.lay()

    def is_folded(self, group: int) -> bool:
        return self.groups[group].word in self.folded

    def row_at(self, line: int) -> PortfolioRow | None:
        return self.shown[line].row if 0 <= line < len(self.shown) else None

    def of_row(self, id_: UUID) -> int | None:
        """The line a centre stands on; None when it is folded away or not there."""
        for at, line in enumerate(self.shown):
            if line.row is not None and line.row.id == id_:
                return at
        return None

    @property
    def rows(self) -> list[PortfolioRow]:
        """Every row, also those folded away."""
        return [row for group in self.groups for row in group.rows]
