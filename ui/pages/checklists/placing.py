"""What keys do in the outline: add, copy, move, remove, keep in the library and take from it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.checklists import Checklists
from models.checklists.values import ChecklistFile, Section
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.page import Message
from ui.pages.checklists.cards import LibraryCard, OneLine
from ui.pages.checklists.spots import QUESTION, SECTION, Spot
from ui.tasks import Tasks, Ticket


class Placing(QObject):
    """`made(UUID)` tells of a new question or section."""

    made = Signal(object)
    said = Signal(object)

    def __init__(
        self, checklists: Checklists, tasks: Tasks, host: QWidget, sheet: DraftSheet
    ) -> None:
        """`sheet`: where what is written on a card lies until it is handed in."""
        super().__init__(host)
        self._checklists, self._tasks, self._host = checklists, tasks, host
        self._sheet = sheet
        self._file: ChecklistFile | None = None
        self._leaving: set[UUID] = set()
        """Questions and sections that are being taken out, and still stand in the list."""
        self.card: OneLine | LibraryCard | None = None

    def show_file(self, file: ChecklistFile) -> None:
        self._file = file
        self._leaving &= {*file.question_ids.values(), *file.section_ids.values()}

    def do(self, wish: str, spot: Spot) -> None:
        """Carry out what a key asked; a version that never changes only lets a question be kept."""
        file = self._file
        if file is None or (wish != "keep" and not file.editable):
            return
        acts = {
            "add": self._add,
            "add_section": self._ask_section,
            "remove": self._remove,
            "copy": self._copy,
            "up": self._up,
            "down": self._down,
            "keep": self._ask_theme,
            "take": self._ask_library,
        }
        acts[wish](file, spot)

    def _add(self, file: ChecklistFile, spot: Spot) -> None:
        section = _section_of(file, spot)
        if section is None:
            self._ask_section(file, spot)
            return
        after = file.question_ids.get(spot[1]) if spot[0] == QUESTION else None
        add = self._checklists.add_question
        self._then_stand(self._tasks.do(add, file.section_ids[section.key], after))

    def _copy(self, file: ChecklistFile, spot: Spot) -> None:
        if spot[0] == QUESTION:
            copied = self._tasks.do(self._checklists.copy_question, file.question_ids[spot[1]])
            self._then_stand(copied)

    def _remove(self, file: ChecklistFile, spot: Spot) -> None:
        """Once: who presses twice before it is gone from the list meant this one."""
        asked = spot[0] == QUESTION
        row = (file.question_ids if asked else file.section_ids).get(spot[1])
        if row is None or row in self._leaving:
            return
        self._leaving.add(row)
        lists = self._checklists
        gone = self._tasks.do(lists.remove_question if asked else lists.remove_section, row)
        gone.then(self._question_gone if asked else self._section_gone)
        gone.otherwise(partial(self._stays, row))

    def _stays(self, row: UUID, error: AppError) -> None:
        self._leaving.discard(row)
        self._explain(error)

    def _up(self, file: ChecklistFile, spot: Spot) -> None:
        self._move(file, spot, -1)

    def _down(self, file: ChecklistFile, spot: Spot) -> None:
        self._move(file, spot, 1)

    def _move(self, file: ChecklistFile, spot: Spot, step: int) -> None:
        if spot[0] == SECTION:
            keys = [section.key for section in file.template.sections]
            there = keys.index(spot[1]) + step
            if 0 <= there < len(keys):
                row = file.section_ids[spot[1]]
                self._tasks.do(self._checklists.move_section, row, there).otherwise(self._explain)
        elif spot[0] == QUESTION and (aim := _aim(file, spot[1], step)) is not None:
            section, place = aim
            row, into = file.question_ids[spot[1]], file.section_ids[section]
            moved = self._tasks.do(self._checklists.move_question, row, into, place)
            moved.otherwise(self._explain)

    def _ask_section(self, _file: ChecklistFile, _spot: Spot) -> None:
        card = OneLine(self._host, _("New section"), _("Title of the section"), _("Add"), "title")
        card.made.connect(self.made)
        card.start(self._add_section)
        lay_aside(card, self._sheet, "new_section")
        self.card = card

    def _add_section(self, title: str) -> Ticket[Any]:
        assert self._file is not None  # noqa: S101 - a card opens over a version
        version = self._file.version.version_id
        assert version is not None  # noqa: S101 - only the office's own can be written
        return self._tasks.do(self._checklists.add_section, version, title)

    def _ask_theme(self, _file: ChecklistFile, spot: Spot) -> None:
        if spot[0] != QUESTION:
            return
        self._keeping = spot[1]
        card = OneLine(self._host, _("Keep in the library"), _("Theme"), _("Keep"), "theme")
        card.made.connect(self._kept)
        card.start(self._keep)
        lay_aside(card, self._sheet, "theme", spot[1])
        self.card = card

    def _keep(self, theme: str) -> Ticket[Any]:
        assert self._file is not None  # noqa: S101 - a card opens over a version
        version = self._file.version
        keep = self._checklists.keep_from
        return self._tasks.do(keep, version.key, version.version, self._keeping, theme)

    def _ask_library(self, file: ChecklistFile, spot: Spot) -> None:
        section = _section_of(file, spot)
        if section is None:
            self._ask_section(file, spot)
            return
        after = file.question_ids.get(spot[1]) if spot[0] == QUESTION else None
        into = file.section_ids[section.key]
        card = LibraryCard(self._host, self._checklists, self._tasks, into, after)
        card.made.connect(self.made)
        card.removed.connect(self._out_of_library)
        card.start()
        self.card = card

    def _then_stand(self, ticket: Ticket[UUID]) -> None:
        ticket.then(self._made).otherwise(self._explain)

    def _made(self, row: UUID) -> None:
        self.made.emit(row)

    def _question_gone(self, _done: None) -> None:
        self.said.emit(Message(_("The question was taken out."), undo=True))

    def _section_gone(self, _done: None) -> None:
        self.said.emit(Message(_("The section was taken out with its questions."), undo=True))

    def _kept(self, _row: object) -> None:
        self.said.emit(Message(_("The question is in the library."), undo=True))

    def _out_of_library(self) -> None:
        said = _("The question is no longer in the library; checklists with it keep theirs.")
        self.said.emit(Message(said, undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _section_of(file: ChecklistFile, spot: Spot) -> Section | None:
    """The section a spot is in; the last one for the whole, None when there is none."""
    sections = file.template.sections
    for section in sections:
        keys = {question.key for question in section.questions}
        if spot == (SECTION, section.key) or (spot[0] == QUESTION and spot[1] in keys):
            return section
    return sections[-1] if sections else None


def _aim(file: ChecklistFile, key: str, step: int) -> tuple[str, int] | None:
    """Section and place one step further; past the end of a section it goes into the next one."""
    sections = file.template.sections
    at = next(n for n, one in enumerate(sections) if key in {q.key for q in one.questions})
    keys = [question.key for question in sections[at].questions]
    place = keys.index(key) + step
    if 0 <= place < len(keys):
        return sections[at].key, place
    if not 0 <= at + step < len(sections):
        return None
    beside = sections[at + step]
    return beside.key, 0 if step > 0 else len(beside.questions)
