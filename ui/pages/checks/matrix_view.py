"""The matrix of a check with the panel beside it: a whole visit from the keyboard."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from controllers.bundle import Controllers
from controllers.checks import asked
from models.checks.values import (
    AnswerType,
    CheckFile,
    CheckState,
    DossierColumn,
    Question,
)
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet, apart, of_now, spelled
from ui.kit.base import column, row
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import OPEN, Direction, MatrixCell
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.pages.checks.answer_panel import CELL, AnswerPanel
from ui.pages.checks.answering import Answering
from ui.pages.checks.fact_part import FACTS
from ui.pages.checks.gestures import Gestures
from ui.pages.checks.progress import DIRECTIONS, MatrixChoices, ProgressLine
from ui.pages.checks.side_words import FACT, HOURS, NOTE, WORDS
from ui.pages.checks.sight import Place, Sight, cell, frame, lacking, lines, open_questions, why
from ui.pages.checks.whereabouts import Whereabouts
from ui.tasks import Tasks

FROM_FIELDS = (Qt.Key.Key_F1, Qt.Key.Key_F8)
WIDE_FROM = 1500
"""Width of the view, in pixels, from which the panel may be wide."""


class MatrixView(QWidget):
    """Shows a Sight. What is answered goes through Answering and shows at once."""

    said = Signal(object)
    finding_wanted = Signal(str)

    def __init__(
        self,
        controllers: Controllers,
        tasks: Tasks,
        memory: Memory,
        answering: Answering,
        sheet: DraftSheet,
    ) -> None:
        super().__init__()
        self._memory, self._answering = memory, answering
        self._sheet = sheet
        self._whereabouts = Whereabouts(memory)
        self._sight: Sight | None = None
        self._only: frozenset[str] | None = None
        self._overlaid: frozenset[Place] = frozenset()
        """Cells that showed something else than what was read."""
        self._questions: dict[str, Question] = {}
        self._dossiers: dict[UUID, DossierColumn] = {}
        self._called: dict[UUID, tuple[str, str]] = {}
        """Reference and number of every dossier that was shown, also of a check that was left."""
        self.matrix = Matrix()
        self.panel = AnswerPanel(controllers, tasks, answering, sheet, within=self)
        self.progress, self.choices = ProgressLine(), MatrixChoices()
        self.gestures = Gestures(self, self.matrix, self.panel, answering)
        left = column(self.progress, gap=0)
        left.addWidget(self.matrix, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.matrix)
        self.setLayout(whole)
        self._connect()
        turned = memory.word("checks/direction", Direction.DOSSIER.value)
        self.matrix.direction = Direction(turned) if turned in list(Direction) else DIRECTIONS[0]
        self.choices.direction.choose(DIRECTIONS.index(self.matrix.direction))

    @property
    def check(self) -> CheckFile | None:
        return self._sight.check if self._sight else None

    @property
    def place(self) -> Place | None:
        """Question and dossier the officer stands on."""
        return self.matrix.focus_cell

    @property
    def stands_at(self) -> str:
        """For the keys that matter: in the note, on hours or on a fact that is typed."""
        if self.panel.note.hasFocus():
            return NOTE
        place = self.place
        kind = self._questions[place[0]].answer_type if place is not None else None
        if kind in (AnswerType.HOURS_COMPARE, AnswerType.TEXT):
            return WORDS if kind is AnswerType.TEXT else HOURS
        return FACT if kind in FACTS else ""

    def _puzzle(self) -> QWidget | None:
        """The field beside the matrix that holds what cannot be read, once it was handed in."""
        self.panel.settle()
        hours, fact = self.panel.hours, self.panel.fact
        fields = (hours.registered, hours.documented, fact.amount, fact.day)
        return next((one for one in fields if one.puzzling), None)

    def show_sight(self, sight: Sight, asked_at: int) -> None:
        """The check as it was read at this stamp of Answering; only differences are redrawn."""
        before, self._sight = self._sight, sight
        self._questions = {each.key: each for each in sight.check.template.questions}
        self._dossiers = {each.id: each for each in sight.check.dossiers}
        reference = sight.check.reference
        self._called |= {each.id: (reference, each.number) for each in sight.check.dossiers}
        self.gestures.show_check(sight.check, sight.unseen)
        self._answering.show(sight.check, asked_at)
        self.matrix.locked = sight.check.state is CheckState.FINISHED
        self.matrix.show_earlier(sight.earlier)
        self.matrix.set_sections(sight.sections())
        self.progress.show_progress(sight.check.progress, lacking(sight))
        grown = self._only is not None and not open_questions(sight) <= self._only
        if before is not None and frame(before) == frame(sight) and not grown:
            self._update_cells(before, sight)
        else:
            if self._only is not None:
                self._only |= open_questions(sight)
            self._rebuild(before is None or before.check.id != sight.check.id)
        self._show_focus()

    def go_to(self, question_key: str, dossier: UUID | None = None) -> None:
        """Stand on this question; on the dossier we are in unless another is named."""
        if self._sight is None or not self._sight.columns:
            return
        if self._only is not None and question_key not in self._only:
            self.choices.filter.choose(0)
            self._filter(False)
        here = self.place
        column_id = dossier or (here[1] if here else self._sight.columns[0].id)
        self.matrix.go_to(question_key, column_id)
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_on(self, dossier: UUID) -> None:
        """Stand on the first open question of this dossier, or on its first question."""
        if self._sight is None:
            return
        keys = [each.key for each in self._sight.check.template.questions]
        gap = next((key for key in keys if self._cell((key, dossier)).gap), keys[0])
        self.go_to(gap, dossier)

    def settle(self) -> None:
        self.panel.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.set_width(self.width() >= WIDE_FROM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What neither the matrix nor the panel wanted; from a field only F1 and F8 come here."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if self.matrix.hasFocus() or (typing and event.key() not in FROM_FIELDS):
            if event.text() == "?" and not typing:
                self.gestures.show_keys()
            else:
                event.ignore()
            return
        if event.key() == Qt.Key.Key_F8 and self._puzzle() is not None:
            return  # what cannot be read is refused where it stands
        self.matrix.keyPressEvent(event)
        if event.key() == Qt.Key.Key_F8:
            self.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        matrix, panel, acts = self.matrix, self.panel, self.gestures
        matrix.focused.connect(self._moved)
        acts.said.connect(self.said)
        acts.finding_wanted.connect(self.finding_wanted)
        acts.going.chosen.connect(self.go_to)
        panel.verdict.said.connect(self.said)
        panel.proof.said.connect(self.said)
        self.choices.filtered.connect(self._filter)
        self.choices.turned.connect(self._turn)
        self._answering.changed.connect(self._show_cell)
        self._answering.refused.connect(self._refused)

    def _rebuild(self, fresh: bool) -> None:
        if self._sight is None:
            return
        check = self._sight.check
        if fresh:
            self._only = None
            self.choices.filter.choose(0)
        place = self._whereabouts.back(check)
        shown = self._shown(self._sight)
        self.matrix.show(lines(check, self._only), self._sight.columns, shown)
        if fresh and place is not None:
            self.matrix.go_to(*place)

    def forget_gone(self) -> None:
        """Drafts of cells that are there no more are over."""
        if self._sight is not None:
            self._sheet.forget_gone(CELL, self._sight.cells)

    def bring_back(self) -> None:
        """A power cut took the window away in the middle of a word: it stands there again."""
        if self._sight is None or self.matrix.locked:
            return
        places = {spelled(place): place for place in self._sight.cells}
        for name in reversed(self._sheet.names()):
            part, of, field = apart(name)
            found = self._sheet.found(name)
            if part != CELL or found is None or of not in places:
                continue
            if of_now(found, self.panel.kept_text(places[of], field)):
                self.go_to(*places[of])
                return
            self._sheet.forget(name)

    def judge_again(self, dossier: UUID) -> None:
        """The card in which it was being written why this one is judged otherwise."""
        if self.place is not None and dossier in self._dossiers:
            self.go_to(self.place[0], dossier)
            self.panel.verdict.ask()

    def _update_cells(self, before: Sight, now: Sight) -> None:
        """What was read anew, and what was still on its way: the rest stands there already."""
        over = self._over(now)
        read = (place for place, one in now.cells.items() if one is not before.cells.get(place))
        self.matrix.set_cells(
            {
                place: self._cell(place) if place in over else now.cells[place]
                for place in {*read, *over, *self._overlaid}
            }
        )
        self._overlaid = over
        self.matrix.set_columns(now.columns)

    def _shown(self, now: Sight) -> dict[Place, MatrixCell]:
        """What was read, with what is still on its way and what was refused over it."""
        self._overlaid = self._over(now)
        return now.cells | {place: self._cell(place) for place in self._overlaid}

    def _over(self, now: Sight) -> frozenset[Place]:
        """Cells that show something else than what was read."""
        return frozenset((self._answering.given() | self.panel.drafts()) & now.cells.keys())

    def _cell(self, place: Place) -> MatrixCell:
        """What the matrix should show there now, with what is still on its way."""
        if self._sight is None:
            return OPEN
        question = self._questions[place[0]]
        shown = cell(question, self._answering.current(place), self._asleep(question, place[1]))
        refused = _("the note was refused") if self.panel.drafted(place) else ""
        return replace(shown, lacks=refused) if refused else shown

    def _asleep(self, question: Question, dossier: UUID) -> str:
        """Why this question is not asked in this dossier, as things stand now."""
        if self._sight is None or question.asked_when is None:
            return ""
        answers = {key: self._answering.current((key, dossier)) for key in self._questions}
        put = asked(self._sight.check.template, answers)
        return "" if question.key in put else why(question)

    def _show_cell(self, key: str, dossier: UUID) -> None:
        if self._sight is None or (key, dossier) not in self._sight.cells:
            return
        for question in self._questions.values():
            if question.key == key or question.asked_when is not None:
                self.matrix.set_cell(question.key, dossier, self._cell((question.key, dossier)))
        if (key, dossier) == self.place:
            self._show_focus()

    def _show_focus(self) -> None:
        place = self.place
        self.panel.setVisible(place is not None)
        if self._sight is None or place is None:
            return
        question, dossier = self._questions[place[0]], self._dossiers[place[1]]
        asleep = self.matrix.cell(*place).asleep
        self.panel.show_place(self._sight.check, question, dossier, asleep)
        self.progress.follow(question)
        last, now = self._sight.last.questions, self._sight.now
        self.panel.last.show_before(last.get(place[0]), now.get(place[0]))

    def _moved(self, key: str, dossier: UUID) -> None:
        if self._sight is not None:
            self._whereabouts.keep(self._sight.check, (key, dossier))
        self._show_focus()

    def _filter(self, only_open: bool) -> None:
        if self._sight is None:
            return
        self._only = open_questions(self._sight) if only_open else None
        if only_open and not self._only:
            self._only = None
            self.choices.filter.choose(0)
            self.gestures.complete()
        self._rebuild(fresh=False)
        self._show_focus()

    def _turn(self, direction: Direction) -> None:
        self.matrix.direction = direction
        self._memory.keep_word("checks/direction", direction.value)

    def _refused(self, key: str, dossier: UUID, error: AppError) -> None:
        """In sight the field says it; elsewhere the bar does, with the cell it is about."""
        self._show_cell(key, dossier)
        fields = ("note", "hours_registered", "hours_documented")
        if (key, dossier) == self.place and error.field in fields:
            return
        reference, number = self._called[dossier]
        left = "" if dossier in self._dossiers else f"{reference} · "
        self.said.emit(Message(f"{left}{key} · {number}: {error}", tone="late"))
