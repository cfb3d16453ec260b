"""The checklist as a workbook, out and back: nothing comes in that a person did not tick."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.checks.steps import Steps
from controllers.exchange.review import Review, TakenBack, agreed
from controllers.export.checklist import Asking, centre_book, officer_book
from controllers.export.facts import MADE_WITH
from controllers.export.landing import Exported, named
from models.centres.rules import mask_national_numbers
from models.centres.rules.editing import refuse_national_number
from models.checks import queries
from models.checks.entities import DossierCheck
from models.checks.rules.for_centre import for_centre
from models.checks.values import CheckFile, CheckState
from models.checks.values.exchange import SheetUse
from models.kernel.text import N_
from models.letters import queries as letter_queries
from models.settings import queries as settings_queries
from models.store.session import LookSession

if TYPE_CHECKING:
    from controllers.intake.checklist_back import ChecklistBack


class Exchanging(Steps):
    """Out: a workbook with a mark, known under a number. Back: compared, reviewed, taken over."""

    def send_out(self, check_id: UUID, path: Path, use: SheetUse = SheetUse.OFFICER) -> Exported:
        """Write the workbook, and keep what it held to compare with; nothing half.

        Raises NationalNumberFound for the name of the workbook, which is kept.
        """
        from controllers.checks.exchange.held import content_of, held
        from controllers.checks.exchange.kind import CHECK
        from controllers.exchange.grids import grids_of
        from controllers.exchange.leaving import leave
        from controllers.export.sheets.returning import Return

        target = named(path, ".xlsx")
        refuse_national_number(target.name, "name")
        now = self._store.now()
        check, asking = self._as_it_stands(check_id, use)
        open_ = use is SheetUse.OFFICER and check.state is not CheckState.FINISHED
        back = Return(use, open_)
        make = centre_book if use is SheetUse.CENTRE else officer_book
        book = make(check, made_at=now, program=MADE_WITH, asking=asking, back=back)
        cells = held(check, asking.of(check, now), notes=open_)
        left = content_of(check, use, cells, grids_of(book), notes=open_)
        return leave(self._store, CHECK, book, left, now, target, N_("Export checklist"))

    @staticmethod
    def read_back(path: Path) -> "ChecklistBack":
        """Read a workbook that came back; nothing is compared yet. Raises what is wrong with it."""
        from controllers.intake.checklist_back import read_checklist

        return read_checklist(path)

    def review(self, back: "ChecklistBack", check_id: UUID | None = None) -> Review:
        """What this workbook says otherwise, cell by cell; nothing is written.

        With `check_id` it must be of that check. Raises the refusals of its kind.
        """
        from controllers.checks.exchange.comparing import Comparing
        from controllers.checks.exchange.held import held, under
        from controllers.checks.exchange.kind import CHECK
        from controllers.checks.exchange.known import known_reactions, since
        from controllers.exchange.origin import origin
        from controllers.exchange.reviewing import Beside
        from controllers.exchange.told import told_of_export

        with self._store.look() as session:
            row, base = origin(session, CHECK, back, check_id)
            whole, asking = self._stands(session, row.check_id)
            check = _as_shown(whole, base.use)
            cells = held(check, asking.of(check, row.exported_at), notes=base.notes)
            known = known_reactions(session, row.check_id, row.id)
            days = since(session, row.check_id, self._today())
            told = tuple(told_of_export(session, CHECK, row))
            facts = (row.check_id, row.id, base.use, row.exported_at, row.exported_by)
        there = frozenset(str(one.id) for one in whole.findings)
        beside = Beside(back, base)
        now = back, base, cells, beside.doubts
        comparing = Comparing(*now, under(check), check, known, there, days)
        return Review(back.name, *facts, *beside.gathered(comparing, told))

    def take_back(self, back: "ChecklistBack", seen: Review, ticked: Collection[UUID]) -> TakenBack:
        """Take the ticked cells over as one step; before that the workbook itself is kept.

        Raises ReviewOutdated when the file or the workbook says something else than was `seen`.
        """
        from controllers.checks.exchange.kind import CHECK
        from controllers.checks.exchange.refusals import ReviewOutdated
        from controllers.checks.exchange.taking import Writing
        from controllers.exchange.keeping import keep_workbook
        from controllers.exchange.origin import origin

        review = self.review(back, seen.about)
        items = agreed(review, seen, ticked, ReviewOutdated)
        if not items:
            return TakenBack(review, 0, 0, None)
        with self._store.look() as session:
            centre = session.get_one(DossierCheck, review.about).centre_id
        keep_workbook(self._store, back, (DossierCheck.__tablename__, review.about), centre)
        reactions = [item for item in items if item.said is not None]
        answers = [item for item in items if item.said is None]
        name = f"{self._name(review.about)}: {mask_national_numbers(back.name)}"
        with self._store.change(N_("Take over workbook"), name[:300]) as session:
            row, base = origin(session, CHECK, back, review.about)
            writing = Writing(session, review.about, row.id, base, self._today())
            writing.answers(answers)
            writing.reactions(reactions)
            row.taken_back_at = self._store.now()
            return TakenBack(review, len(reactions), len(answers), session.step)

    def _as_it_stands(self, check_id: UUID, use: SheetUse) -> tuple[CheckFile, Asking]:
        with self._store.look() as session:
            check, asking = self._stands(session, check_id)
        return _as_shown(check, use), asking

    @staticmethod
    def _stands(session: LookSession, check_id: UUID) -> tuple[CheckFile, Asking]:
        """The check as it is, and from when its measures are counted."""
        check = queries.file(session, check_id)
        day = letter_queries.date_of_check(session, check_id)
        asking = Asking(day, settings_queries.settings(session).changed)
        return check, asking


def _as_shown(check: CheckFile, use: SheetUse) -> CheckFile:
    """The check as this workbook may show it."""
    return for_centre(check) if use is SheetUse.CENTRE else check
