"""What people take along: workbooks, letters on paper and as PDF, lists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controllers import (
    actions,
    applications,
    checks,
    cockpit,
    complaints,
    conditions,
    coverage,
    letters,
    mandates,
    registers,
)
from controllers.columns import Column
from controllers.export.facts import MADE_WITH
from controllers.export.landing import Exported, land, named
from controllers.language import in_dutch
from controllers.register_columns import REGISTERS
from controllers.registers import RegisterQuestion
from models.actions import queries as action_queries
from models.applications import queries as application_queries
from models.checklists import queries as checklist_queries
from models.checklists.values import ChecklistUnknown
from models.checks import queries as check_queries
from models.checks.rules.protocol import Protocol
from models.checks.rules.protocol import protocol as protocol_of
from models.checks.values.sampling_refusals import NothingDrawn
from models.complaints import queries as complaint_queries
from models.conditions.values import ConditionFilter
from models.coverage.values import CoverageFilter
from models.kernel.text import _
from models.letters import queries as letter_queries
from models.letters.values import LetterFile, LetterIncomplete
from models.mandates import queries as mandate_queries
from models.mandates.values import CentreFilter
from models.portfolio.values import Group, Grouping
from models.settings import queries as settings_queries
from models.store.store import Store
from models.timeline import queries as timeline_queries
from models.timeline.values import CentreTimeline

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages
    from controllers.export.register_paper import RegisterPaper


class Outgoing:
    """Files made from what the office knows. Making one changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def checklist(self, check_id: UUID, path: Path) -> Exported:
        """The filled checklist as a workbook."""
        from controllers.export.checklist import Asking, write_checklist

        with self._store.look() as session:
            check = check_queries.file(session, check_id)
            day = letter_queries.date_of_check(session, check_id)
            asking = Asking(day, settings_queries.settings(session).changed)
        program, now = MADE_WITH, self._store.now()
        return write_checklist(check, path, made_at=now, program=program, asking=asking)

    def template(self, key: str, path: Path, version: int | None = None) -> Exported:
        """A checklist itself as a workbook, to be changed and brought back.

        Without a version the newest that is in use. Raises ChecklistUnknown.
        """
        from controllers.export.checklist_template import write_template

        with self._store.look() as session:
            try:
                found = checklist_queries.template(session, key, version)
            except KeyError as missing:
                raise ChecklistUnknown(key=key, version=version or 1) from missing
        program, now = MADE_WITH, self._store.now()
        return write_template(found, path, made_at=now, program=program)

    def protocol(self, check_id: UUID, path: Path) -> Exported:
        """The protocol of the sample of a check, as a PDF file. Raises NothingDrawn."""
        from controllers.export.protocol import write_protocol

        protocol, drawn_at = self._protocol(check_id)
        return write_protocol(protocol, path, made_at=drawn_at)

    def protocol_pages(self, check_id: UUID) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf_pages import PdfPages
        from controllers.export.protocol import protocol_pdf

        protocol, drawn_at = self._protocol(check_id)
        return PdfPages(protocol_pdf(protocol, made_at=drawn_at))

    def preview(self, letter_id: UUID) -> "PdfPages":
        """The letter as pages to look at; a draft while places are missing."""
        from controllers.export.letter import letter_pdf
        from controllers.export.pdf_pages import PdfPages

        letter = self._letter(letter_id)
        return PdfPages(letter_pdf(letter.document, made_at=self._dated(letter)))

    def pages(self, letter_id: UUID) -> "PdfPages":
        """The letter as pages for a printer. Refused while places are missing."""
        _refuse_incomplete(self._letter(letter_id))
        return self.preview(letter_id)

    def letter(self, letter_id: UUID, path: Path) -> Exported:
        """The letter as a PDF file: the same facts give the same bytes, also next year.

        Refused while places are missing.
        """
        return self.put_letter(path, self._letter(letter_id))

    def put_letter(self, path: Path, letter: LetterFile) -> Exported:
        """The same of a letter as it stands, also one that is being begun."""
        from controllers.export.letter import write_letter

        _refuse_incomplete(letter)
        return write_letter(letter.document, path, made_at=self._dated(letter))

    def timeline(self, centre_id: UUID, path: Path) -> Exported:
        """Six years of one centre on A4 on its side, drawn, with the same things as a list."""
        from controllers.export.timeline import write_timeline

        with in_dutch():
            return write_timeline(self._timeline(centre_id), path)

    def timeline_pages(self, centre_id: UUID) -> "PdfPages":
        """The same as pages for a printer."""
        from controllers.export.pdf_pages import PdfPages
        from controllers.export.timeline import timeline_pdf

        with in_dutch():
            return PdfPages(timeline_pdf(self._timeline(centre_id)))

    def picture(self, payload: bytes, path: Path) -> Exported:
        """A picture that was drawn on the screen, whole or not at all."""
        return land(payload, named(path, ".png"))

    def centre_sheet(self, centre_id: UUID, path: Path, known_on: date | None = None) -> Exported:
        """The cockpit of a centre on one A4, as a PDF file; `known_on` when it is of the past."""
        from controllers.export.centre_sheet import centre_sheet, write_sheet

        with in_dutch():
            return write_sheet(centre_sheet(self._seen(centre_id), known_on), path)

    def centre_pages(self, centre_id: UUID, known_on: date | None = None) -> "PdfPages":
        """The same sheet for a printer."""
        from controllers.export.centre_sheet import centre_sheet, sheet_pdf
        from controllers.export.pdf_pages import PdfPages

        with in_dutch():
            return PdfPages(sheet_pdf(centre_sheet(self._seen(centre_id), known_on)))

    def centres(self, wanted: CentreFilter, path: Path) -> Exported:
        """The list of centres as it is narrowed and ordered, as a workbook."""
        with self._store.look() as session:
            day = mandate_queries.day(session, self._store.now().astimezone().date())
            ids = mandate_queries.ids(session, wanted, day)
            rows = _in_order(ids, mandate_queries.rows(session, ids, day))
        return self._list(mandates.COLUMNS, rows, path, _("Centres"))

    def coverage(self, wanted: CoverageFilter, path: Path) -> Exported:
        """How quality actions are spread, as the list is narrowed and ordered: a number a cell."""
        rows = coverage.CoverageOfCentres(self._store).listing(wanted).rows
        return self._list(coverage.sheet_columns(rows), rows, path, _("Coverage"))

    def portfolio(self, groups: Sequence[Group], grouping: Grouping, path: Path) -> Exported:
        """All centres on one axis, in the groups of the screen: a cell for each half-year."""
        from controllers.export.portfolio import write_portfolio

        now = self._store.now()
        today = now.astimezone().date()
        return write_portfolio(groups, grouping, path, today=today, made_at=now)

    def conditions(self, wanted: ConditionFilter, path: Path) -> Exported:
        """What asks for attention, as the list is narrowed."""
        found = conditions.Conditions(self._store).listing(wanted)
        return self._list(conditions.COLUMNS, found.lines, path, _("Follow-up"))

    def register(self, key: str, path: Path, asked: RegisterQuestion | None = None) -> Exported:
        """A register as it is narrowed and ordered, as a workbook."""
        found = registers.Registers(self._store).listing(key, asked or RegisterQuestion())
        register = REGISTERS[key]
        return self._list(register.columns, found.rows, path, _(register.title))

    def register_paper(self, key: str, path: Path, asked: RegisterQuestion) -> Exported:
        """The same on A4, as a PDF."""
        from controllers.export.pdf import register_pdf, write_pdf

        paper = self._on_paper(key, asked)
        with in_dutch():
            return write_pdf(register_pdf(paper), path)

    def register_pages(self, key: str, asked: RegisterQuestion) -> "PdfPages":
        """The same for a printer."""
        from controllers.export.pdf import register_pdf
        from controllers.export.pdf_pages import PdfPages

        paper = self._on_paper(key, asked)
        with in_dutch():
            return PdfPages(register_pdf(paper))

    def _on_paper(self, key: str, asked: RegisterQuestion) -> "RegisterPaper":
        """Asked in the language of the screen, whose words narrow it."""
        from controllers.export.register_paper import RegisterPaper

        kept = registers.Registers(self._store)
        return RegisterPaper(key, asked, tuple(kept.listing(key, asked).rows), kept.today())

    def checks(self, path: Path) -> Exported:
        with self._store.look() as session:
            ids = check_queries.ids(session)
            rows = _in_order(ids, check_queries.rows(session, ids))
        return self._list(checks.COLUMNS, rows, path, _("Checks"))

    def answers(
        self, path: Path, centre_id: UUID | None = None, checks: Sequence[UUID] | None = None
    ) -> Exported:
        """Every answer of these checks, of one centre or of all, each with its version.

        A row an answer, with the question as it was put then: versions stand side by side.
        """
        from controllers.export.all_answers import write_all_answers

        with self._store.look() as session:
            ids = check_queries.ids(session, centre_id, descending=False)
            wanted = [one for one in ids if checks is None or one in set(checks)]
            found = (check_queries.file(session, one) for one in wanted)
            program, now = MADE_WITH, self._store.now()
            return write_all_answers(found, path, made_at=now, program=program)

    def applications(self, path: Path) -> Exported:
        """The list of applications as they stand today, as a workbook."""
        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            ids = application_queries.ids(session, today)
            rows = _in_order(ids, application_queries.rows(session, ids, today))
        return self._list(applications.COLUMNS, rows, path, _("Applications"))

    def complaints(self, path: Path) -> Exported:
        """The list of complaints, the most pressing first: never what was said, or by whom."""
        with self._store.look() as session:
            rows = complaint_queries.every(session, self._today())
        return self._list(complaints.COLUMNS, rows, path, _("Complaints"))

    def letters(self, path: Path) -> Exported:
        with self._store.look() as session:
            rows = letter_queries.rows(session, letter_queries.ids(session), self._today())
        return self._list(letters.COLUMNS, rows, path, _("Letters"))

    def log(self, centre_id: UUID | None, path: Path) -> Exported:
        """What was written in the log, newest first; of one centre when asked."""
        with self._store.look() as session:
            ids = action_queries.ids(session, centre_id)
            rows = _in_order(ids, action_queries.rows(session, ids))
        return self._list(actions.COLUMNS, rows, path, _("Log of contacts"))

    def _protocol(self, check_id: UUID) -> tuple[Protocol, datetime]:
        desk = checks.Checks(self._store).desk(check_id)
        if desk.sample is None:
            raise NothingDrawn
        drawn_at = desk.sample.drawn_at
        with in_dutch():
            found = protocol_of(desk, drawn_at.astimezone().date())
        assert found is not None  # noqa: S101 - something was drawn
        return found, drawn_at

    def _seen(self, centre_id: UUID) -> cockpit.CentreCockpit:
        with self._store.look() as session:
            return cockpit.seen(session, centre_id, self._today())

    def _list(
        self, columns: Sequence[Column[Any]], rows: Sequence[Any], path: Path, title: str
    ) -> Exported:
        from controllers.export.workbook import write_rows

        return write_rows(columns, rows, path, title=title, made_at=self._store.now())

    def _timeline(self, centre_id: UUID) -> CentreTimeline:
        with self._store.look() as session:
            today = self._store.now().astimezone().date()
            found = timeline_queries.of_centre(session, centre_id, today)
        return replace(found, known_on=self._store.known_on)

    def _letter(self, letter_id: UUID) -> LetterFile:
        with self._store.look() as session:
            return letter_queries.file(session, letter_id, self._today())

    def _today(self) -> date:
        return self._store.now().astimezone().date()

    def _dated(self, letter: LetterFile) -> datetime:
        """The moment that stands in the file: noon of the letter's own day; now without one."""
        if letter.letter_date is None:
            return self._store.now()
        return datetime.combine(letter.letter_date, time(12), UTC)


def _refuse_incomplete(letter: LetterFile) -> None:
    """Raises LetterIncomplete while places are missing."""
    if letter.missing:
        raise LetterIncomplete(places=", ".join(letter.wanted))


def _in_order(ids: Sequence[UUID], rows: Sequence[Any]) -> list[Any]:
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
