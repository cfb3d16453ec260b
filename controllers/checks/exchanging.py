"""The checklist as a workbook, out and back: nothing comes in that a person did not tick."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.checks.steps import Steps
from controllers.exchange.review import Review, TakenBack, Told
from controllers.export.checklist import Asking, centre_book, officer_book
from controllers.export.facts import PROGRAM
from controllers.export.landing import Exported, land, named
from models.centres.rules import mask_national_numbers
from models.centres.rules.editing import refuse_national_number
from models.checks import queries
from models.checks.entities import ChecklistExport, DossierCheck
from models.checks.rules.for_centre import for_centre
from models.checks.values import CheckFile, CheckState
from models.checks.values.exchange import SheetUse
from models.kernel.packing import pack
from models.kernel.text import N_, _
from models.kernel.version import VERSION
from models.kernel.wording import list_date
from models.letters import queries as letter_queries
from models.letters.rules import audit
from models.settings import queries as settings_queries
from models.store.session import LookSession

if TYPE_CHECKING:
    from controllers.intake.checklist_back import ChecklistBack


class Exchanging(Steps):
    """Out: a workbook with a mark, known under a number. Back: compared, reviewed, taken over."""

    def send_out(self, check_id: UUID, path: Path, use: SheetUse = SheetUse.OFFICER) -> Exported:
        """Write the workbook, and keep what it held to compare with; nothing half.

        An export is put aside in the history: it cannot be undone, for the workbook has left.

        Raises NationalNumberFound for the name of the workbook, which is kept.
        """
        from controllers.checks.exchange.held import content_of, held
        from controllers.exchange import content
        from controllers.exchange.grids import grids_of
        from controllers.export.sheets.returning import Known, Return, of_check, write_stamp

        target = named(path, ".xlsx")
        refuse_national_number(target.name, "name")
        now, who = self._store.now(), self._store.who
        check, asking = self._as_it_stands(check_id, use)
        open_ = use is SheetUse.OFFICER and check.state is not CheckState.FINISHED
        program, back = f"{PROGRAM} {VERSION}", Return(use, open_)
        make = centre_book if use is SheetUse.CENTRE else officer_book
        book = make(check, made_at=now, program=program, asking=asking, back=back)
        cells = held(check, asking.of(check, now), notes=open_)
        text = content.as_text(content_of(check, use, cells, grids_of(book), notes=open_))
        row, mark = queries.export_id(check_id, content.mark(text), now), content.mark(text)
        write_stamp(book, of_check(check), use, Known(row, mark), program, now)
        payload = book.to_bytes()
        with self._store.aside(N_("Export checklist"), self._name(check_id)) as session:
            session.put(
                ChecklistExport,
                row,
                check_id=check_id,
                exported_at=now,
                exported_by=who,
                content=pack(text),
                sha256=mark,
                name=target.name[:255],
            )
            session.flush()
            return land(payload, target)

    @staticmethod
    def read_back(path: Path) -> "ChecklistBack":
        """Read a workbook that came back; nothing is compared yet. Raises what is wrong with it."""
        from controllers.intake.checklist_back import read_checklist

        return read_checklist(path)

    def review(self, back: "ChecklistBack", check_id: UUID | None = None) -> Review:
        """What this workbook says otherwise, cell by cell; nothing is written.

        With `check_id` it must be of that check. Raises what `origin` raises.
        """
        from controllers.checks.exchange.comparing import Comparing
        from controllers.checks.exchange.held import held, under
        from controllers.checks.exchange.known import known_reactions, since
        from controllers.checks.exchange.origin import origin
        from controllers.exchange.elsewhere import with_elsewhere
        from controllers.exchange.told import told_of_rows

        with self._store.look() as session:
            row, base = origin(session, back, check_id)
            whole, asking = self._stands(session, row.check_id)
            check = _as_shown(whole, base.use)
            cells = held(check, asking.of(check, row.exported_at), notes=base.notes)
            known = known_reactions(session, row.check_id, row.id)
            days = since(session, row.check_id, self._today())
            told = (*_told_of_export(session, row), *told_of_rows(back, base))
            facts = (row.check_id, row.id, base.use, row.exported_at, row.exported_by)
        there = frozenset(str(one.id) for one in whole.findings)
        comparing = Comparing(back, base, cells, under(check), check, known, there, days)
        comparing.run()
        items, more = with_elsewhere(back, base, comparing.items)
        parts = tuple(comparing.parts())
        return Review(back.name, *facts, items, (*told, *more), parts)

    def take_back(self, back: "ChecklistBack", seen: Review, ticked: Collection[UUID]) -> TakenBack:
        """Take the ticked cells over as one step; before that the workbook itself is kept.

        Raises ReviewOutdated when the file or the workbook says something else than was `seen`.
        """
        from controllers.checks.exchange.origin import origin
        from controllers.checks.exchange.refusals import ReviewOutdated
        from controllers.checks.exchange.taking import Writing
        from controllers.exchange.keeping import keep_workbook

        review = self.review(back, seen.about)
        if review.items != seen.items:
            raise ReviewOutdated
        items = [item for item in review.items if item.id in ticked and item.takable]
        if not items:
            return TakenBack(review, 0, 0, None)
        with self._store.look() as session:
            centre = session.get_one(DossierCheck, review.about).centre_id
        keep_workbook(self._store, back, (DossierCheck.__tablename__, review.about), centre)
        reactions = [item for item in items if item.said is not None]
        answers = [item for item in items if item.said is None]
        name = f"{self._name(review.about)}: {mask_national_numbers(back.name)}"
        with self._store.change(N_("Take over workbook"), name[:300]) as session:
            row, base = origin(session, back, review.about)
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
        day = letter_queries.date_of_check(session, check_id, audit.KIND)
        asking = Asking(day, settings_queries.settings(session).changed)
        return check, asking


def _as_shown(check: CheckFile, use: SheetUse) -> CheckFile:
    """The check as this workbook may show it."""
    return for_centre(check) if use is SheetUse.CENTRE else check


def _told_of_export(session: LookSession, row: ChecklistExport) -> Iterator[Told]:
    if row.taken_back_at is not None:
        day = list_date(row.taken_back_at.astimezone().date())
        said = _("This workbook was taken over before, on {day}. Only what changed since shows.")
        yield Told("taken_back_before", said.format(day=day))
    later = queries.later_exports(session, row.check_id, row.exported_at)
    if later:
        day = list_date(later[-1].astimezone().date())
        said = _(
            "This check was exported again since, on {day}. It is compared with its own export."
        )
        yield Told("newer_export", said.format(day=day))
