"""One workbook against its export and the file of today: every cell three times, judged."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from controllers.exchange.agreeing import Doubts
from controllers.exchange.cells import quoted, text_of
from controllers.exchange.content import Content
from controllers.exchange.refusals import CellWasLocked
from controllers.exchange.review import Group, Item, PartCount, Said
from controllers.intake.checklist_back import ChecklistBack, RawCell
from models.checks.rules.compare import standing
from models.checks.values.exchange import CellKey, Cells, Plain, Standing
from models.kernel.errors import Refused
from models.kernel.ids import natural_id
from models.kernel.text import N_, _

Three = tuple[str, str, str]
"""As it left, as the file has it, as it came back: in words."""
ANSWER_MOVED = N_(
    "The answer itself changed in the file since the export. Taking this over replaces it."
)
BOTH_CHANGED = N_("This was changed in the sheet and in the file, each to something else.")


@dataclass
class Comparison(ABC):
    """What every workbook has in common; what its cells mean is told by who knows its subject."""

    back: ChecklistBack
    base: Content
    ours: Cells
    doubts: Doubts
    items: list[Item] = field(init=False, default_factory=list)
    counts: dict[str, Counter[str]] = field(init=False, default_factory=dict)

    @abstractmethod
    def shown(self, key: CellKey, value: Plain) -> str:
        """A fact as a person reads it; empty when there is none."""

    @abstractmethod
    def what_of(self, key: CellKey) -> str:
        """Of what this cell is, in words."""

    @abstractmethod
    def meant(self, cell: RawCell) -> Plain:
        """The fact in this cell. Raises a Refused that says what is wrong."""

    @abstractmethod
    def locked(self, key: CellKey, before: Plain) -> Refused | None:
        """Why this cell may not be taken over; None when it was open and still is."""

    @abstractmethod
    def check_value(self, key: CellKey, value: Plain) -> None:
        """Raises what the screen would refuse as well."""

    def moved(self, key: CellKey) -> str:  # noqa: ARG002
        """Something else that taking this cell over would replace, in words; or empty."""
        return ""

    def says_nothing(self, key: CellKey, theirs: Plain) -> bool:  # noqa: ARG002
        """Whether a cell that changed says what the file holds already, under what it shows."""
        return False

    def run(self) -> None:
        """Fill `items` and `counts`, in the order of the sheets."""
        for cell in self.back.cells.values():
            if cell.key in self.base.cells:
                self.compare(cell)

    def parts(self) -> Iterator[PartCount]:
        """Every sheet that came back, also those in which nothing can be filled in."""
        read = {part.sheet: part for part in self.back.parts}
        for sheet in self.back.sheets:
            part, count = read.get(sheet.name), self.counts.get(sheet.name, Counter())
            yield PartCount(
                sheet.name,
                part.part if part else "",
                part.header_row if part else 0,
                len(part.rows) if part else sum(any(cells) for _row, cells in sheet.rows),
                count["new"],
                count["changed"],
                count["same"],
            )

    def compare(self, cell: RawCell) -> None:
        key = cell.key
        before, now = self.base.cells[key], self.ours.get(key)
        locked = self.doubts.of(key) or self.locked(key, before)
        try:
            empty = locked and (cell.wrong or cell.unsolved or cell.merged)
            theirs = text_of(cell.value) if empty else self.meant(cell)
        except Refused as refused:
            if locked is None:
                self.refuse(cell, Group.UNREADABLE, refused, before, now)
            else:
                self.refuse(cell, Group.FORBIDDEN, locked, before, now)
            return
        how = standing(before, now, theirs, open_=locked is None)
        if how is Standing.FORBIDDEN:
            self.refuse(cell, Group.FORBIDDEN, locked or CellWasLocked(), before, now)
        elif how in (Standing.THEIRS, Standing.CONFLICT) and not self.says_nothing(key, theirs):
            self._changed(cell, before, now, theirs, how)
        else:
            self.count(cell.sheet, "same")

    def _changed(
        self, cell: RawCell, before: Plain, now: Plain, theirs: Plain, how: Standing
    ) -> None:
        try:
            self.check_value(cell.key, theirs)
        except Refused as refused:
            self.refuse(cell, Group.UNREADABLE, refused, before, now)
            return
        moved = self.moved(cell.key)
        clash = how is Standing.CONFLICT or bool(moved)
        words = self._three(cell.key, before, now, self.shown(cell.key, theirs))
        if moved:
            words = words[0], moved if now is None else f"{words[1]} · {moved}", words[2]
        reason = ANSWER_MOVED if moved else BOTH_CHANGED
        if not clash:
            self.count(cell.sheet, "new" if before is None else "changed")
        self.add(
            cell,
            Group.CONFLICTS if clash else Group.ANSWERS,
            words,
            _(reason) if clash else "",
            value=theirs,
        )

    def refuse(
        self, cell: RawCell, group: Group, refused: Refused, before: Plain, now: Plain
    ) -> None:
        words = self._three(cell.key, before, now, quoted(cell.value))
        self.add(cell, group, words, str(refused), code=refused.code)

    def _three(self, key: CellKey, before: Plain, now: Plain, theirs: str) -> Three:
        return self.shown(key, before), self.shown(key, now), theirs

    def add(
        self,
        cell: RawCell,
        group: Group,
        words: Three,
        reason: str,
        *,
        code: str = "",
        value: Plain = None,
        said: Said | None = None,
    ) -> None:
        row = natural_id("cell", *cell.key)
        what = self.what_of(cell.key)
        place = cell.sheet, cell.row, cell.column
        self.items.append(
            Item(row, group, cell.key, *place, what, *words, reason, code, value, said)
        )

    def count(self, sheet: str, how: str) -> None:
        self.counts.setdefault(sheet, Counter())[how] += 1
