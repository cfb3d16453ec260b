"""One version of a checklist: its questions to the left, one of them to write, and how it looks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.checklists.values import ChecklistFile, ChecklistUnknown, Question
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.card_drafts import of_new
from ui.drafting import DraftSheet, FormDrafts, apart, spelled
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.fitting import PanelFit
from ui.kit.form import Form
from ui.kit.header import Header
from ui.kit.page import Message
from ui.kit.shell import panel, scrolled
from ui.kit.stack import Stack
from ui.pages.checklists.key_map import KeyMap
from ui.pages.checklists.listing import Name
from ui.pages.checklists.outline import KEYS, Outline, of_spot
from ui.pages.checklists.placing import Placing
from ui.pages.checklists.preview import Preview
from ui.pages.checklists.question_form import ROWS, QuestionForm
from ui.pages.checklists.spots import QUESTION, SECTION, WHOLE, Spot
from ui.pages.checklists.version_acts import VersionActs
from ui.pages.checklists.version_form import SectionForm, VersionForm
from ui.resuming import Resuming
from ui.tasks import Tasks, Ticket

LIST, SIDE = 288, 288
QUARTER = 25
"""Percent of the room: outline and preview stand on both sides of the form."""


class VersionView(QWidget):
    """`closed` goes to the list; `difference(key, one, other)` asks for two side by side."""

    closed = Signal()
    said = Signal(object)
    opened = Signal(object)
    difference = Signal(str, int, int)
    shown = Signal()
    returning = False
    """Whether it opens by itself on the version that stood open last time."""

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._checklists, self._tasks = controllers.checklists, tasks
        self._asked: Ticket[ChecklistFile] | None = None
        self.file: ChecklistFile | None = None
        self._name: Name | None = None
        self._then: UUID | None = None
        """A question or section just made: the list stands on it once it is read."""
        self.outline, self.preview = Outline(), Preview()
        self.question, self.whole, self.section = QuestionForm(), VersionForm(), SectionForm()
        self.sheet = DraftSheet(controllers.drafts, tasks)
        forms = self.question.form, self.whole.form, self.section.form
        kinds = QUESTION, WHOLE, SECTION
        self._drafting = {
            kind: FormDrafts(form, kind, self.sheet)
            for kind, form in zip(kinds, forms, strict=True)
        }
        self.acts = VersionActs(controllers, tasks, self)
        self.placing = Placing(self._checklists, tasks, self, self.sheet)
        self.header = Header(_("Checklist"))
        self.note = Text("", "small", 400, "quiet", wrap=True)
        self.key_map: KeyMap | None = None
        self.stack = Stack()
        self._lay_out()
        self._connect()

    @property
    def name(self) -> Name | None:
        """Key and version of what is shown."""
        return self._name

    def open(self, name: Name) -> None:
        """Show this version; the keyboard goes to its questions."""
        if name != self._name:
            self.settle()
            self._name, self.file = name, None
            self.preview.answers.clear()
        self.reload()

    def reload(self) -> None:
        if self._name is not None:
            ask = self._tasks.ask(self._checklists.file, *self._name).instead_of(self._asked)
            self._asked = ask.then(self._show).otherwise(self._lost)

    def settle(self) -> None:
        for form in (self.question.form, self.whole.form, self.section.form):
            form.settle()
        self.sheet.settle()

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        if self.file is None or not self.file.editable:
            return _("↑ ↓ choose · Enter read · ? all keys")
        return _("Enter write · Insert question · Alt+↑ ↓ move · Ctrl+D copy · ? all keys")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field wanted."""
        if event.text() == "?":
            self._show_keys()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for form in (self.question, self.whole, self.section):
            self.stack.addWidget(scrolled(form))
        left = panel("left", LIST, column(self.outline, gap=0))
        side = panel("right", SIDE, column(self.preview, gap=0))
        for frame, width in ((left, LIST), (side, SIDE)):
            PanelFit(frame, width, self, QUARTER)
        middle = row(gap=0)
        middle.addWidget(left)
        middle.addWidget(self.stack, 1)
        middle.addWidget(side)
        whole = column(self.header, gap=0)
        self._told = wrap(column(self.note, gap=0, margins=(28, 0, 24, 8)))
        whole.addWidget(self._told)
        whole.addLayout(middle, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self._follow_crumb)
        self.outline.chosen.connect(self._turn)
        self.outline.opened.connect(self._begin)
        self.outline.wish.connect(self._wish)
        self.question.changed.connect(self._write_question)
        self.whole.changed.connect(self._write_whole)
        self.section.changed.connect(self._write_section)
        for form in (self.question, self.whole, self.section):
            form.leaving.left.connect(self._to_outline)
            form.form.said.connect(self.said)
        for part in (self.acts, self.placing):
            part.said.connect(self.said)
        self.acts.opened.connect(self.opened)
        self.acts.closed.connect(self.closed)
        self.acts.settled.connect(self.settle)
        self.acts.difference.connect(self.difference)
        self.placing.made.connect(self._expect)
        self.resuming = Resuming(self, self.sheet, self._bring_back)
        self.resuming.said.connect(self.said)
        for drafting in self._drafting.values():
            drafting.brought.connect(self.resuming.stand_in)

    def _show(self, file: ChecklistFile) -> None:
        self.file, version = file, file.version
        built_in = of_new(f"{file.template.key} {version.version}")
        self.sheet.turn_to(version.version_id or built_in)
        self.acts.show_file(file)
        self.placing.show_file(file)
        self.header.set_title(file.template.title)
        questions = ngettext("{count} question", "{count} questions", version.questions)
        number = _("Version {number}").format(number=version.version)
        self.header.set_sub(f"{number} · {questions.format(count=version.questions)}")
        self.header.set_crumbs((_("Checklists"), file.template.title))
        self.header.set_badges((Badge(badge(version.state), word(version.state)),))
        self._offer_acts()
        self.note.setText(_note(file))
        self._told.setVisible(bool(self.note.text()))
        self.outline.show_file(file)
        self._stand_on_new()
        self._turn(self.outline.current)
        self.shown.emit()

    def _offer_acts(self) -> None:
        """The keyboard stays on the act it is on; once that is done, back at the questions."""
        stood, found = QApplication.focusWidget(), self.acts.buttons()
        self.header.set_actions(found)
        if isinstance(stood, Button) and self.header.isAncestorOf(stood):
            after = next((one for one in found if one.text() == stood.text()), self.outline)
            after.show()  # what was just put in a layout is not shown yet, and takes no focus
            after.setFocus()

    def _stand_on_new(self) -> None:
        made = next((spot for spot in self._spots() if self._row(spot) == self._then), None)
        if self._then is not None and made is not None:
            self._then = None
            self._stand(made)
            self._begin(made)

    def _spots(self) -> list[Spot]:
        return self.outline.spots if self.file is not None else []

    def _stand(self, spot: Spot) -> None:
        self.outline.choose(spot)
        self._turn(spot)

    def _expect(self, made: UUID) -> None:
        self._then = made
        self._stand_on_new()

    def _turn(self, spot: Spot | None) -> None:
        """Show what the list stands on, in the form and as it will look."""
        if self.file is None or spot is None:
            return
        kind, key = spot
        asked: Question | None = None
        if kind == QUESTION:
            asked = self.file.template.question(key)
            self._show_question(asked)
        elif kind == SECTION:
            title = next(one.title for one in self.file.template.sections if one.key == key)
            self.section.show_title(title, self._row(spot))
            self.section.title.setReadOnly(not self.file.editable)
        else:
            self.whole.show_file(self.file, of=self._row(spot))
            self.whole.lock(locked=not self.file.editable)
        self.stack.setCurrentIndex((QUESTION, WHOLE, SECTION).index(kind))
        self._drafting[kind].offer()
        self.preview.show_question(self.file, asked, of_spot(self.file, spot))

    def _show_question(self, asked: Question) -> None:
        assert self.file is not None  # noqa: S101 - it was just read
        every, rules = self.file.template.questions, self.file.template.assessment
        row = self._row((QUESTION, asked.key))
        earlier = every[: every.index(asked)]
        self.question.show_question(asked, earlier, of=row, assessed=rules)
        self.question.lock(locked=not self.file.editable)

    def _row(self, spot: Spot) -> object:
        """The row behind a spot; of a built-in version its name serves."""
        assert self.file is not None  # noqa: S101 - a spot is one of a file
        kind, key = spot
        if kind == WHOLE:
            return self.file.version.version_id or (self._name, spot)
        ids = self.file.question_ids if kind == QUESTION else self.file.section_ids
        return ids.get(key, (self._name, spot))

    def _bring_back(self) -> None:
        """Stand where somebody was writing when the program stopped."""
        kind, of, _field = apart(self.sheet.newest())
        for spot in self._spots():
            if spot[0] == kind and spelled(self._row(spot)) == of:
                self._stand(spot)

    def _begin(self, spot: Spot) -> None:
        """Enter: the keyboard goes to the first field of what the list stands on, in sight."""
        kind, area = spot[0], self.stack.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)
        if kind == QUESTION:
            self.question.begin()
        elif kind == SECTION:
            self.section.title.setFocus()
        else:
            self.whole.begin()

    def _to_outline(self) -> None:
        self.outline.setFocus()

    def _show_keys(self) -> None:
        if self.file is not None:
            self.key_map = KeyMap(self, self.file.version, editable=self.file.editable)
            self.key_map.begin()

    def _wish(self, wish: str) -> None:
        if wish == KEYS:
            self._show_keys()
        elif self.outline.current is not None:
            self.settle()
            self.placing.do(wish, self.outline.current)

    def _write_question(self, field: str, value: Any) -> None:
        self._write(self._checklists.edit_question, self.question.form, field, value)

    def _write_whole(self, field: str, value: Any) -> None:
        self._write(self._checklists.edit, self.whole.form, field, value)

    def _write_section(self, title: str) -> None:
        form = self.section.form
        if isinstance(form.of, UUID):
            form.awaits(self._tasks.do(self._checklists.edit_section, form.of, title), "title")

    def _write(self, edit: Any, form: Form, field: str, value: Any) -> None:
        if isinstance(form.of, UUID):
            form.awaits(self._tasks.do(edit, form.of, field, value), ROWS.get(field, field))

    def _follow_crumb(self, place: int) -> None:
        if place == 0:
            self.settle()
            self.closed.emit()

    def _lost(self, error: AppError) -> None:
        """It was thrown away, or its making undone: whoever did that told of it already."""
        stood = self.returning or self.file is not None
        quiet = stood and isinstance(error, ChecklistUnknown)
        self.returning, self._name, self.file = False, None, None
        if not quiet:
            self.said.emit(Message(str(error), tone="due"))
        self.closed.emit()


def _note(file: ChecklistFile) -> str:
    """Why a version cannot be written, or what still stands in the way of publishing it."""
    if not file.editable:
        if file.template.assessment is not None:
            return _(
                "Applications keep to the version they came in with, so this one never changes"
                " again."
            )
        return _("Checks keep to the version they began with, so this one never changes again.")
    count = len(file.blocking)
    if count:
        said = ngettext(
            "{count} remark stands in the way of publishing.",
            "{count} remarks stand in the way of publishing.",
            count,
        )
        return said.format(count=count)
    return ""
