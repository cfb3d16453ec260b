"""From cells that came back to a review: compared three ways, read, judged, and put in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from controllers.checks.exchange.meant import meant
from controllers.checks.exchange.reactions import RowSaid, Since, reaction_key, row_said
from controllers.checks.exchange.refusals import (
    DossierNoLongerThere,
    FindingNoLongerThere,
    QuestionNoLongerThere,
    ReactionJudgedAlready,
)
from controllers.checks.exchange.telling import shown, shown_said, what_of
from controllers.exchange.cells import text_of
from controllers.exchange.comparing import BOTH_CHANGED, Comparison
from controllers.exchange.refusals import CellWasCut, CellWasLocked
from controllers.exchange.review import Group, Said
from controllers.export import return_marks as marks
from controllers.export.cell_text import CUT_MARK
from controllers.export.labels import fact_rows, filled
from controllers.intake.checklist_back import RawCell
from models.checks.rules.writing import checked_answer, checked_fact, checked_hours, imported_text
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFile,
    CheckFinished,
    FactWanted,
    HoursWanted,
)
from models.checks.values.exchange import CellKey, Cells, Plain, SheetUse
from models.kernel.errors import Refused
from models.kernel.text import _


@dataclass(frozen=True, slots=True)
class KnownReaction:
    """What the file has of the reaction to a finding."""

    said: Said
    judged: bool
    mine: bool
    """Whether this very workbook brought it."""


@dataclass
class Comparing(Comparison):
    """The workbook of a check: answers and notes by cell, reactions of the centre by finding."""

    under: Cells
    """What the file holds where a question is not asked."""
    check: CheckFile
    """As it is now."""
    reactions: Mapping[str, tuple[KnownReaction, ...]]
    """By finding."""
    findings: frozenset[str]
    """That stand in the file today, also those that stay out of the letter."""
    since: Since

    def run(self) -> None:
        """Fill `items` and `counts`, in the order of the sheets."""
        for cell in self.back.cells.values():
            if cell.key.column in marks.REACTION_COLUMNS:
                if cell.key.column == marks.REACTION:
                    self._reaction(cell)
            elif cell.key in self.base.cells:
                self.compare(cell)

    def shown(self, key: CellKey, value: Plain) -> str:
        return shown(self.check, key, value)

    def what_of(self, key: CellKey) -> str:
        return what_of(self.base.cells, key)

    def meant(self, cell: RawCell) -> Plain:
        return meant(cell, self.check.template)

    def moved(self, key: CellKey) -> str:
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

    def says_nothing(self, key: CellKey, theirs: Plain) -> bool:
        """The same as lies under a question not asked; or a fact emptied with its answer."""
        if key in self.under and self.under[key] == theirs:
            return True
        return theirs is None and self._follows(key) and not self._facts_left(key)

    def _follows(self, key: CellKey) -> bool:
        """Whether the answer in this cell follows from its facts, and was not chosen by hand."""
        question_key, column = place_of(key)
        if key.part != marks.MATRIX or column != marks.VALUE:
            return False
        question = self.check.template.question(question_key)
        if question.answer_type is AnswerType.YES_PARTIAL_NO_NA:
            return False
        dossier = next((one for one in self.check.dossiers if str(one.id) == key.column), None)
        return dossier is None or filled(question, dossier).value is None

    def _facts_left(self, key: CellKey) -> bool:
        question_key, _column = place_of(key)
        rows = (
            key._replace(row=marks.answer_row(question_key, name))
            for _label, name in fact_rows(self.check.template.question(question_key))
        )
        cells = (self.back.cells.get(row) for row in rows)
        return any(cell is not None and text_of(cell.value) is not None for cell in cells)

    def check_value(self, key: CellKey, value: Plain) -> None:
        """Raises what the screen would refuse as well."""
        question_key, column = place_of(key)
        question = self.check.template.question(question_key)
        if column == marks.VALUE and value is None and self._follows(key):
            raise HoursWanted if question.answer_type is AnswerType.HOURS_COMPARE else FactWanted
        if column == marks.VALUE:
            checked_answer(question, None if value is None else AnswerValue(str(value)))
        elif column.startswith("hours"):
            checked_hours(column, value if isinstance(value, float) else None)
        else:
            imported_text(str(value or ""), column)
            if column != marks.NOTE:
                checked_fact(question, fact_of(column, value), self.since.today)

    def locked(self, key: CellKey, before: Plain) -> Refused | None:
        """Why this cell may not be taken over; None when it was open and still is."""
        open_part = key.part == marks.NOTES or (
            key.part == marks.MATRIX and key.column != marks.QUESTION and "/" in key.row
        )
        cut = isinstance(before, str) and before.endswith(CUT_MARK)
        if not open_part or self.base.use is not SheetUse.OFFICER:
            return CellWasLocked()
        if cut and self.base.notes:
            return CellWasCut()
        if self.check.finished_at is not None:
            return CheckFinished(day=self.check.finished_at.astimezone().date())
        if not self.base.notes:
            return CellWasLocked()
        if place_of(key)[0] not in self.check.template.keys:
            return QuestionNoLongerThere()
        return None if key in self.ours else DossierNoLongerThere()

    def _reaction(self, cell: RawCell) -> None:
        finding = cell.key.row
        if reaction_key(finding) not in self.base.cells:
            return
        if self._doubted(finding):
            return
        read = row_said(dict(self.back.cells), finding, self.since)
        if read is None:
            return
        for place, refused in read.wrong:
            self.refuse(place, Group.UNREADABLE, refused, None, None)
        if read.said is None:
            self.count(cell.sheet, "same")
        else:
            self._said(read, read.said, self.reactions.get(finding, ()))

    def _doubted(self, finding: str) -> bool:
        """Whether the three cells are known to be of this finding; told of each that says more."""
        keys = [CellKey(marks.FINDINGS, finding, column) for column in marks.REACTION_COLUMNS]
        doubts = {key: doubt for key in keys if (doubt := self.doubts.of(key))}
        for key in keys if doubts else ():
            cell = self.back.cells.get(key)
            if cell is not None and (cell.value is not None or cell.wrong or cell.unsolved):
                why = doubts.get(key) or next(iter(doubts.values()))
                self.refuse(cell, Group.FORBIDDEN, why, None, None)
        return bool(doubts)

    def _said(self, read: RowSaid, said: Said, known: tuple[KnownReaction, ...]) -> None:
        """New, known already, or another than this workbook brought before."""
        cell = read.place
        if any(one.said.as_plain() == said.as_plain() for one in known):
            self.count(cell.sheet, "same")
            return
        if cell.key.row not in self.findings:
            gone = FindingNoLongerThere()
            self.add(cell, Group.FORBIDDEN, ("", "", shown_said(said)), str(gone), code=gone.code)
            return
        earlier = next((one for one in known if one.mine), None)
        ours = shown_said(earlier.said) if earlier else ""
        if earlier is not None and earlier.judged:
            why = ReactionJudgedAlready()
            words = "", ours, shown_said(said)
            self.add(cell, Group.FORBIDDEN, words, str(why), code=why.code)
            return
        reason = _(BOTH_CHANGED) if earlier else ""
        if not earlier:
            self.count(cell.sheet, "new")
            if read.without_kind:
                reason = _("No kind was chosen: it counts as another opinion.")
        group = Group.CONFLICTS if earlier else Group.REACTIONS
        self.add(cell, group, ("", ours, shown_said(said)), reason, said=said)


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
