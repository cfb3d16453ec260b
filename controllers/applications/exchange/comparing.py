"""The cells of an assessment that came back: what they mean, and whether they may be taken over."""

from collections.abc import Mapping
from dataclasses import dataclass

from controllers.applications.exchange.refusals import CriterionNoLongerThere, JudgementNotInList
from controllers.exchange.cells import check_readable, in_quotes, text_of, typed_text
from controllers.exchange.comparing import Comparison
from controllers.exchange.refusals import CellWasCut, CellWasLocked
from controllers.export import return_marks as marks
from controllers.export.cell_text import CUT_MARK
from controllers.intake.cells import shown_of
from controllers.intake.checklist_back import RawCell
from controllers.intake.workbook import CellValue
from models.applications.values import ApplicationFile, ApplicationSettled, Judgement
from models.centres.rules.editing import kept_text
from models.checks.values.exchange import CellKey, Plain
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.kernel.words import fold

FIELDS: Mapping[str, str] = {
    marks.QUESTION: N_("text of the requirement"),
    "basis": N_("what it rests on"),
    "shows": N_("what a centre may send"),
    "facts": N_("looked up by the program"),
    marks.JUDGEMENT: N_("judgement"),
    marks.MOTIVATION: N_("motivation"),
    marks.EVIDENCE: N_("what was received"),
}


@dataclass
class Comparing(Comparison):
    """The workbook of an assessment: judgement, motivation and what was received, by cell."""

    file: ApplicationFile
    """As it is now."""

    def shown(self, key: CellKey, value: Plain) -> str:
        if value is None:
            return ""
        if key.column == marks.JUDGEMENT:
            return self.file.template.assessing.label(Judgement(str(value)))
        return str(value)

    def what_of(self, key: CellKey) -> str:
        return f"{key.row} · {_(FIELDS.get(key.column, key.column))}"

    def meant(self, cell: RawCell) -> Plain:
        check_readable(cell)
        if cell.key.column == marks.JUDGEMENT:
            return self._judgement(cell.value)
        if cell.key.column in marks.JUDGED:
            return typed_text(cell.value)
        return text_of(cell.value)

    def locked(self, key: CellKey, before: Plain) -> Refused | None:
        cut = isinstance(before, str) and before.endswith(CUT_MARK)
        if key.column not in marks.JUDGED or not self.base.notes:
            return CellWasLocked()
        if cut:
            return CellWasCut()
        if self.file.settled:
            return ApplicationSettled(why=self.file.why)
        return None if key in self.ours else CriterionNoLongerThere()

    def check_value(self, key: CellKey, value: Plain) -> None:
        """Raises NationalNumberFound, as the screen does."""
        if key.column != marks.JUDGEMENT:
            kept_text(str(value or ""), key.column)

    def _judgement(self, value: CellValue) -> Plain:
        said = fold(shown_of(value))
        if not said:
            return None
        for judgement, label in self.file.template.assessing.labels:
            if said in (fold(label), judgement.value):
                return judgement.value
        answers = ", ".join(label for _judgement, label in self.file.template.assessing.labels)
        raise JudgementNotInList(raw=in_quotes(value), answers=answers)
