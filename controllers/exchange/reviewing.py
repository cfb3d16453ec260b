"""A workbook beside its export, sheet by sheet; what it says otherwise, gathered for a review."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from controllers.exchange.agreeing import Doubts, doubts_of
from controllers.exchange.aligning import Aligned, align
from controllers.exchange.comparing import Comparison
from controllers.exchange.content import Content
from controllers.exchange.elsewhere import Elsewhere, facts_of
from controllers.exchange.grids import Grid, Words
from controllers.exchange.review import Item, PartCount, Told
from controllers.exchange.told import told_of_sheets
from controllers.intake.checklist_back import ChecklistBack


@dataclass
class Beside:
    """What came back and what left; an export of before its sheets were kept has only its cells."""

    back: ChecklistBack
    base: Content

    @cached_property
    def doubts(self) -> Doubts:
        return doubts_of(self.pairs)

    @cached_property
    def pairs(self) -> tuple[Aligned, ...]:
        return align(self.base.sheets or (), self.theirs)

    @cached_property
    def theirs(self) -> tuple[Grid, ...]:
        words = Words()
        return tuple(words.grid(one.name, one.rows, one.formulas) for one in self.back.sheets)

    def gathered(
        self, comparing: Comparison, told: Iterable[Told]
    ) -> tuple[tuple[Item, ...], tuple[Told, ...], tuple[PartCount, ...]]:
        """Compare every cell; all that one has to know, in the order of the sheets."""
        comparing.run()
        items, more = [*comparing.items], list[Told]()
        if self.base.sheets is not None:
            read = {key: self.back.cells[key] for key in facts_of(self.base) & {*self.back.cells}}
            elsewhere = Elsewhere(
                self.pairs,
                self.base.sheets,
                self.theirs,
                facts_of(self.base),
                read,
                self.doubts,
                more,
            )
            items += elsewhere.items()
        order = {sheet.name: place for place, sheet in enumerate(self.back.sheets)}
        items.sort(key=lambda item: order.get(item.sheet, len(order)))
        ours = None if self.base.sheets is None else {pair.theirs.name for pair in self.pairs}
        whole = (*told, *told_of_sheets(self.back, self.base, ours), *more)
        return tuple(items), whole, self._parts(comparing, items)

    def _parts(self, comparing: Comparison, items: Iterable[Item]) -> tuple[PartCount, ...]:
        """Of every sheet of which something is told, also one that was taken out."""
        parts = {part.sheet: part for part in comparing.parts()}
        for item in items:
            parts.setdefault(item.sheet, PartCount(item.sheet))
        return tuple(parts.values())
