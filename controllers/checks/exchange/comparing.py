"""From cells that came back to a review: compared three ways, read, judged, and put in words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from controllers.checks.exchange.content import Content
from controllers.checks.exchange.meant import meant, quoted, text_of
from controllers.checks.exchange.reactions import RowSaid, Said, Since, reaction_key, row_said
from controllers.checks.exchange.refusals import (
    CellWasLocked,
    DossierNoLongerThere,
    FindingNoLongerThere,
    ReactionJudgedAlready,
)
from controllers.checks.exchange.telling import shown, shown_said, what_of
from controllers.checks.exchange.values import Group, Item, PartCount
from controllers.export import return_marks as marks
from controllers.export.cell_text import CUT_MARK
from controllers.intake.checklist_back import ChecklistBack, RawCell
from models.checks.rules.compare import standing
from models.checks.rules.writing import checked_answer, checked_fact, checked_hours, imported_text
from models.checks.values import AnswerValue, CheckFile, CheckFinished
from models.checks.values.exchange import CellKey, Cells, Plain, SheetUse, Standing
from models.kernel.errors import Refused
from models.kernel.ids import natural_id
from models.kernel.text import N_, _

Three = tuple[str, str, str]
"""As it left, as the file has it, as it came back: in words."""
ANSWER_MOVED = N_(
    "The answer itself changed in the file since the export. Taking this over replaces it."
)
BOTH_CHANGED = N_("This was changed in the sheet and in the file, each to something else.")


@dataclass(frozen=True, slots=True)
class KnownReaction:
    """What the file has of the reaction to a finding."""

    said: Said
    judged: bool
    mine: bool
    """Whether this very workbook brought it."""


@dataclass
class Comparing:
    """One workbook against its export and the file of today."""

    back: ChecklistBack
    base: Content
    ours: Cells
    check: CheckFile
    """As it is now."""
    reactions: Mapping[str, tuple[KnownReaction, ...]]
    """By finding."""
    findings: frozenset[str]
    """That stand in the file today, also those that stay out of the letter."""
    since: Since
    items: list[Item] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def run(self) -> None:
        """Fill `items` and `counts`, in the order of the sheets."""
        for cell in self.back.cells.values():
            if cell.key.column in marks.REACTION_COLUMNS:
                if cell.key.column == marks.REACTION:
                    self._reaction(cell)
            elif cell.key in self.base.cells:
                self._cell(cell)

    def parts(self) -> Iterator[PartCount]:
        for part in self.back.parts:
            count = self.counts.get(part.sheet, Counter())
            yield PartCount(
                part.sheet,
                part.part,
                part.header_row,
                len(part.rows),
                count["new"],
                count["changed"],
                count["same"],
            )

    def _cell(self, cell: RawCell) -> None:
        key = cell.key
        before, now = self.base.cells[key], self.ours.get(key)
        locked = self._locked(key, before)
        try:
            theirs = text_of(cell.value) if locked and cell.wrong else self._meant(cell)
        except Refused as refused:
            if locked is None:
                self._refused(cell, Group.UNREADABLE, refused, before, now)
            else:
                self._refused(cell, Group.FORBIDDEN, locked, before, now)
            return
        how = standing(before, now, theirs, open_=locked is None)
        if how is Standing.FORBIDDEN:
            self._refused(cell, Group.FORBIDDEN, locked or CellWasLocked(), before, now)
        elif how in (Standing.THEIRS, Standing.CONFLICT):
            self._changed(cell, before, now, theirs, how)
        else:
            self._count(cell.sheet, "same")

    def _meant(self, cell: RawCell) -> Plain:
        return meant(cell, self.check.template)

    def _changed(
        self, cell: RawCell, before: Plain, now: Plain, theirs: Plain, how: Standing
    ) -> None:
        try:
            self._check_value(cell.key, theirs)
        except Refused as refused:
            self._refused(cell, Group.UNREADABLE, refused, before, now)
            return
        moved = self._moved(cell.key)
        clash = how is Standing.CONFLICT or bool(moved)
        words = self._three(cell.key, before, now, shown(self.check, cell.key, theirs))
        if moved:
            words = words[0], moved if now is None else f"{words[1]} · {moved}", words[2]
        reason = ANSWER_MOVED if moved else BOTH_CHANGED
        if not clash:
            self._count(cell.sheet, "new" if before is None else "changed")
        self._add(
            cell,
            Group.CONFLICTS if clash else Group.ANSWERS,
            words,
            _(reason) if clash else "",
            value=theirs,
        )

    def _moved(self, key: CellKey) -> str:
        """The answer that this fact would replace, when the file has another than left; or empty.

        A fact answers its question by itself: taking it over takes a `na` by hand away.
        """
        question, column = place_of(key)
        if key.part != marks.MATRIX or column == marks.VALUE:
            return ""
        answer = key._replace(row=marks.answer_row(question, marks.VALUE))
        now = self.ours.get(answer)
        if now == self.base.cells.get(answer):
            return ""
        return shown(self.check, answer, now) or _("open")

    def _check_value(self, key: CellKey, value: Plain) -> None:
        """Raises what the screen would refuse as well."""
        question_key, column = place_of(key)
        question = self.check.template.question(question_key)
        if column == marks.VALUE:
            checked_answer(question, None if value is None else AnswerValue(str(value)))
        elif column.startswith("hours"):
            checked_hours(column, value if isinstance(value, float) else None)
        else:
            imported_text(str(value or ""), column)
            if column != marks.NOTE:
                checked_fact(question, fact_of(column, value), self.since.today)

    def _locked(self, key: CellKey, before: Plain) -> Refused | None:
        """Why this cell may not be taken over; None when it was open and still is."""
        open_part = key.part == marks.NOTES or (
            key.part == marks.MATRIX and key.column != marks.QUESTION and "/" in key.row
        )
        cut = isinstance(before, str) and before.endswith(CUT_MARK)
        if not open_part or self.base.use is not SheetUse.OFFICER or cut:
            return CellWasLocked()
        if self.check.finished_at is not None:
            return CheckFinished(day=self.check.finished_at.astimezone().date())
        if not self.base.notes:
            return CellWasLocked()
        return None if key in self.ours else DossierNoLongerThere()

    def _reaction(self, cell: RawCell) -> None:
        finding = cell.key.row
        if reaction_key(finding) not in self.base.cells:
            return
        read = row_said(dict(self.back.cells), finding, self.since)
        if read is None:
            return
        for place, refused in read.wrong:
            self._refused(place, Group.UNREADABLE, refused, None, None)
        if read.said is None:
            self._count(cell.sheet, "same")
        else:
            self._said(read, read.said, self.reactions.get(finding, ()))

    def _said(self, read: RowSaid, said: Said, known: tuple[KnownReaction, ...]) -> None:
        """New, known already, or another than this workbook brought before."""
        cell = read.place
        if any(one.said.as_plain() == said.as_plain() for one in known):
            self._count(cell.sheet, "same")
            return
        if cell.key.row not in self.findings:
            gone = FindingNoLongerThere()
            self._add(cell, Group.FORBIDDEN, ("", "", shown_said(said)), str(gone), code=gone.code)
            return
        earlier = next((one for one in known if one.mine), None)
        ours = shown_said(earlier.said) if earlier else ""
        if earlier is not None and earlier.judged:
            why = ReactionJudgedAlready()
            words = "", ours, shown_said(said)
            self._add(cell, Group.FORBIDDEN, words, str(why), code=why.code)
            return
        reason = _(BOTH_CHANGED) if earlier else ""
        if not earlier:
            self._count(cell.sheet, "new")
            if read.without_kind:
                reason = _("No kind was chosen: it counts as another opinion.")
        group = Group.CONFLICTS if earlier else Group.REACTIONS
        self._add(cell, group, ("", ours, shown_said(said)), reason, said=said)

    def _refused(
        self, cell: RawCell, group: Group, refused: Refused, before: Plain, now: Plain
    ) -> None:
        words = self._three(cell.key, before, now, quoted(cell.value))
        self._add(cell, group, words, str(refused), code=refused.code)

    def _three(self, key: CellKey, before: Plain, now: Plain, theirs: str) -> Three:
        return shown(self.check, key, before), shown(self.check, key, now), theirs

    def _add(
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
        what = what_of(self.base.cells, cell.key)
        place = cell.sheet, cell.row, cell.column
        self.items.append(
            Item(row, group, cell.key, *place, what, *words, reason, code, value, said)
        )

    def _count(self, sheet: str, how: str) -> None:
        self.counts.setdefault(sheet, Counter())[how] += 1


def fact_of(field: str, value: Plain) -> str | float | date | None:
    """The fact in a cell as the rules of writing take it."""
    if field == "day" and value is not None:
        return date.fromisoformat(str(value))
    return value


def place_of(key: CellKey) -> tuple[str, str]:
    """The question and the field of an open cell of answers or notes."""
    first, _slash, last = key.row.rpartition("/")
    return (last, marks.NOTE) if key.part == marks.NOTES else (first, last)


def dossier_of(key: CellKey) -> UUID:
    """The dossier of an open cell."""
    first, _slash, _last = key.row.partition("/")
    return UUID(first if key.part == marks.NOTES else key.column)
