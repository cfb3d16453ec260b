"""The assessment as a workbook, out and back: nothing comes in that a person did not tick."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controllers.applications.steps import Steps
from controllers.exchange.review import Item, Review, TakenBack, agreed
from controllers.export import return_marks as marks
from controllers.export.facts import MADE_WITH
from controllers.export.landing import Exported, named
from models.applications import queries
from models.applications.entities import AssessmentExport, CriterionJudgement, MandateApplication
from models.applications.values import Judgement
from models.centres.rules import mask_national_numbers
from models.centres.rules.editing import kept_text, refuse_national_number
from models.checks.values.exchange import SheetUse
from models.kernel.text import N_
from models.store.session import ChangeSession

if TYPE_CHECKING:
    from controllers.intake.checklist_back import ChecklistBack


class Exchanging(Steps):
    """Out: a workbook with a mark, known under a number. Back: compared, reviewed, taken over."""

    def send_out(self, application_id: UUID, path: Path) -> Exported:
        """Write the workbook, and keep what it held to compare with; nothing half.

        Raises NationalNumberFound for the name of the workbook, which is kept, and Gone.
        """
        from controllers.applications.exchange.held import content_of
        from controllers.applications.exchange.kind import ASSESSMENT
        from controllers.exchange.grids import grids_of
        from controllers.exchange.leaving import leave
        from controllers.export.assessment import assessment_book
        from controllers.export.sheets.returning import Return

        target = named(path, ".xlsx")
        refuse_national_number(target.name, "name")
        now, file = self._store.now(), self._file(application_id)
        open_ = not file.settled
        back = Return(SheetUse.OFFICER, open_)
        book = assessment_book(file, made_at=now, program=MADE_WITH, back=back)
        held = content_of(file, grids_of(book), open_=open_)
        return leave(self._store, ASSESSMENT, book, held, now, target, N_("Export assessment"))

    @staticmethod
    def read_back(path: Path) -> "ChecklistBack":
        """Read a workbook that came back; nothing is compared yet. Raises what is wrong with it."""
        from controllers.intake.checklist_back import read_checklist

        return read_checklist(path)

    def review(self, back: "ChecklistBack", application_id: UUID | None = None) -> Review:
        """What this workbook says otherwise, cell by cell; nothing is written.

        With `application_id` it must be of that application. Raises the refusals of its kind.
        """
        from controllers.applications.exchange.comparing import Comparing
        from controllers.applications.exchange.held import held
        from controllers.applications.exchange.kind import ASSESSMENT
        from controllers.exchange.origin import origin
        from controllers.exchange.reviewing import Beside
        from controllers.exchange.told import told_of_export

        with self._store.look() as session:
            row, base = origin(session, ASSESSMENT, back, application_id)
            file = queries.file(session, row.application_id, self._today())
            told = tuple(told_of_export(session, ASSESSMENT, row))
            facts = (row.application_id, row.id, base.use, row.exported_at, row.exported_by)
        beside = Beside(back, base)
        comparing = Comparing(back, base, held(file), beside.doubts, file)
        return Review(back.name, *facts, *beside.gathered(comparing, told))

    def take_back(self, back: "ChecklistBack", seen: Review, ticked: Collection[UUID]) -> TakenBack:
        """Take the ticked cells over as one step; before that the workbook itself is kept.

        Raises AssessmentOutdated when the file or the workbook says something else than was `seen`,
        and ApplicationSettled.
        """
        from controllers.applications.exchange.refusals import AssessmentOutdated
        from controllers.exchange.keeping import keep_workbook

        review = self.review(back, seen.about)
        items = agreed(review, seen, ticked, AssessmentOutdated)
        if not items:
            return TakenBack(review, 0, 0, None)
        file = self._file(review.about)
        about = MandateApplication.__tablename__, file.id
        keep_workbook(self._store, back, about, file.centre_id)
        name = f"{file.centre_name}: {mask_national_numbers(back.name)}"[:300]
        with self._change(N_("Take over workbook"), file.id, name) as (session, row):
            _write(session, row.id, items)
            session.get_one(AssessmentExport, review.export).taken_back_at = self._store.now()
            return TakenBack(review, 0, len(items), session.step)


def _write(session: ChangeSession, application_id: UUID, items: Sequence[Item]) -> None:
    """All words of one criterion at once, so that its row is written once."""
    words: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for item in items:
        words[item.key.row][item.key.column] = _meant(item)
    for key, facts in words.items():
        place = queries.judgement_id(application_id, key)
        about = {"application_id": application_id, "criterion_key": key}
        session.put(CriterionJudgement, place, **about, **facts)


def _meant(item: Item) -> Judgement | str | None:
    if item.value is None:
        return None
    if item.key.column == marks.JUDGEMENT:
        return Judgement(str(item.value))
    return kept_text(str(item.value), item.key.column)
