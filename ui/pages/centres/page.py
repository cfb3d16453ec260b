"""The page of the centres: the list, one file, or a list that comes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from models.kernel.text import N_, _
from ui.kit.base import column, dismiss
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.pages.centres.centre_file import CentreFileView
from ui.pages.centres.centre_list import CentreList
from ui.pages.centres.duplicates_view import DuplicatesView
from ui.pages.centres.import_view import ImportView
from ui.pages.centres.new_centre import NewCentre
from ui.pages.centres.past_file import DayCard, PastFile
from ui.tasks import Tasks

KNOWN = "known "
"""Before a day in a ref to a centre: its file as it was known at the end of that day."""

View = CentreList | CentreFileView | ImportView | DuplicatesView | PastFile


class CentresPage(Page):
    """Shows one of its three views; what somebody types is handed in before another comes."""

    key = "centres"
    icon = "building"
    word = N_("Centres")
    shows = (
        *("centre", "establishment", "counsellor", "engagement", "contact"),
        *("mandate", "certificate", "setting"),
        *("dossier_check", "checked_dossier", "checklist_answer", "finding"),
        *("measure_review", "ladder_step"),
        *("letter", "letter_place", "satisfaction"),
        *("visit_question", "known_apart", "former_name"),
        *("application", "criterion_judgement", "advice", "decision", "quality_action"),
        *("attachment", "complaint", "complaint_route"),
    )
    opens = ("centre", "import", "duplicates")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._controllers = controllers
        self.list = CentreList(controllers, tasks, memory)
        self.file = CentreFileView(controllers, tasks)
        self.intake = ImportView(controllers.imports, tasks)
        self.twins = DuplicatesView(controllers.merging, tasks)
        self.stack = QStackedWidget()
        for view in (self.list, self.file, self.intake, self.twins):
            self.stack.addWidget(view)
        self.past: PastFile | None = None
        self.setLayout(column(self.stack, gap=0))
        self._connect()

    def reload(self) -> None:
        self._shown.reload()

    def open(self, ref: Ref) -> None:
        if ref.kind == "centre" and ref.id is not None:
            self.show_file(ref.id)
            if ref.detail.startswith(KNOWN):
                day = date.fromisoformat(ref.detail.removeprefix(KNOWN))
                known = self._tasks.ask(self._controllers.as_known, ref.id, day)
                known.then(self.show_past)
            else:
                self.file.show_part(ref.detail)
        elif ref.kind == "import":
            self.show_import()
            if ref.detail:
                self.intake.read(Path(ref.detail))
        elif ref.kind == "duplicates":
            self.show_duplicates()
        else:
            self.show_list()

    def centre(self) -> UUID | None:
        return self.file.centre_id if self._shown in (self.file, self.past) else None

    def settle(self) -> None:
        self.list.settle()
        self.file.settle()

    def show_list(self) -> None:
        """Back where the list stood."""
        self.file.settle()
        self._turn_to(self.list)
        self.list.reload()
        if self.file.centre_id is not None:
            self.list.choose(self.file.centre_id)
        self.list.start()

    def show_file(self, centre_id: UUID) -> None:
        self._turn_to(self.file)
        self.file.show_centre(centre_id, None if self.file.centre_id else 0)
        self.file.show_place(self.list.place(centre_id))
        self.file.sections.start()

    def show_import(self) -> None:
        self.file.settle()
        self._turn_to(self.intake)
        self.intake.start()

    def show_duplicates(self) -> None:
        """The centres that may stand in the file twice."""
        self.file.settle()
        self._turn_to(self.twins)
        self.twins.start()

    def show_past(self, known: Controllers) -> None:
        """The file that is open, as it was known on a day."""
        if self.file.centre_id is None:
            return
        before, self.past = self.past, PastFile(known, self._tasks)
        self.past.left.connect(self.show_now)
        self.past.day_wanted.connect(self._ask_day)
        self.past.said.connect(self.said)
        self.past.wanted.connect(self.wanted)
        self.stack.addWidget(self.past)
        shown = before.file if before is not None else self.file
        self.past.show_centre(self.file.centre_id, shown.part)
        self._turn_to(self.past)
        self.past.band.back.setFocus()
        self._forget(before)

    def show_now(self) -> None:
        """Back from the past, at the same part of the file."""
        centre, past = self.file.centre_id, self.past
        if centre is not None and past is not None:
            self.show_file(centre)
            self.file.show_part(past.file.part)

    @property
    def _shown(self) -> View:
        shown = self.stack.currentWidget()
        assert isinstance(shown, View)  # noqa: S101 - the stack holds nothing else
        return shown

    def _connect(self) -> None:
        self.list.opened.connect(self._open_file)
        self.list.import_wanted.connect(self._import)
        self.list.new_wanted.connect(self._new)
        self.list.duplicates_wanted.connect(self.show_duplicates)
        self.list.counted.connect(self.counted)
        self.file.left.connect(self.show_list)
        self.file.stepped.connect(self._step)
        self.file.wanted.connect(self.wanted)
        self.file.known_wanted.connect(self._ask_day)
        self.file.stack.currentChanged.connect(self._tell_keys)
        self.intake.left.connect(self._back_from_import)
        self.twins.left.connect(self.show_list)
        for view in (self.list, self.file, self.intake, self.twins):
            view.said.connect(self.said)

    def _turn_to(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        if view is not self.past:
            past, self.past = self.past, None
            self._forget(past)
        self._tell_keys()

    def _ask_day(self) -> None:
        if self.file.centre_id is not None:
            self.file.settle()
            card = DayCard(self, self._controllers, self._tasks, self.file.centre_id)
            card.made.connect(self.show_past)
            card.start(self.past.day if self.past is not None else None)

    def _forget(self, past: PastFile | None) -> None:
        """What was recalled lies in memory only."""
        if past is not None:
            self.stack.removeWidget(past)
            dismiss(past)
            self._tasks.ask(past.controllers.close)

    def _tell_keys(self) -> None:
        words = {
            self.list: _("Ctrl+F: search · Enter: open · Ctrl+N: new centre"),
            self.file: self.file.keys()
            or _("Alt+A: what was agreed · Alt+K: complaints · Alt+L: last letter · Ctrl+P: sheet"),
            self.twins: _("Enter: choose · ← →: which value stays · Ctrl ↵: merge · Esc: list"),
            self.intake: _("Space: leave out or take over · F8: next question · Esc: cancel"),
        }
        past = _("Alt+←: back to now · Ctrl+PgDn: next part · Ctrl+D: another day")
        self.keys_changed.emit(words.get(self._shown, past))

    def _open_file(self, centre_id: UUID) -> None:
        self.file.show_section(0)
        self.show_file(centre_id)

    def _step(self, step: int) -> None:
        if self.file.centre_id is None:
            return
        other = self.list.neighbour(self.file.centre_id, step)
        if other is not None:
            self.list.choose(other)
            self.show_file(other)

    def _import(self) -> None:
        self.show_import()
        self.intake.ask_file()

    def _back_from_import(self) -> None:
        """Whoever went on working while a list was written stays where the work is."""
        if self._shown is self.intake:
            self.show_list()

    def _new(self) -> None:
        card = NewCentre(self, self._controllers.centres, self._tasks)
        card.made.connect(self._open_file)
        card.start()


PAGE = CentresPage
