"""Everything about the cell the officer stands on: question, answer, note, hours, rule, verdict."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from controllers.bundle import Controllers
from controllers.checks import effective
from models.checks.values import (
    CheckFile,
    CheckFinished,
    ChecklistAnswer,
    DossierColumn,
    Question,
    Unit,
)
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.note_field import NoteField
from ui.kit.shell import panel, scrolled
from ui.kit.theme import theme, themes
from ui.masking import mask
from ui.pages.checks.answer_buttons import AnswerButtons
from ui.pages.checks.answering import Answering
from ui.pages.checks.fact_part import TYPED, FactPart
from ui.pages.checks.hours_part import HoursPart
from ui.pages.checks.last_time import LastTimeCard
from ui.pages.checks.panel_words import NotAskedHere, decisive, note_help
from ui.pages.checks.sight import Place
from ui.pages.checks.unit_words import words_of
from ui.pages.checks.verdict_card import VerdictCard
from ui.proof import ProofList
from ui.rule_card import RuleCard
from ui.tasks import Tasks

NARROW, WIDE = 320, 420
CELL = "cell"
"""How the drafts of a cell are called."""
SILENCE_MS = 250
"""A note is on its way to the disk after so short a silence: a kill loses no more than that."""


class AnswerPanel(QFrame):
    """`answer_pressed(int)` gives a key from 1 to 5; `left` sends the keyboard back.

    `passed` does so too, and goes on to the next cell.
    """

    answer_pressed = Signal(int)
    left = Signal()
    passed = Signal()
    fact_done = Signal()
    """Hours or another fact were given; goes on when nothing lacks."""

    def __init__(
        self,
        controllers: Controllers,
        tasks: Tasks,
        answering: Answering,
        sheet: DraftSheet,
        within: QWidget,
    ) -> None:
        """What is dropped or pasted anywhere in `within` is proof with the answer shown."""
        super().__init__()
        self._answering, self._checks = answering, controllers.checks
        self._place: Place | None = None
        self._question: Question | None = None
        self._sent: dict[Place, str] = {}
        self._drafts: dict[Place, tuple[str, str]] = {}
        self._wide = False
        self.code = Text("", "small", 500, "quiet", tabular=True)
        self.text = Text("", "body", 600, wrap=True)
        self.decisive = Text("", "small", 500, "quiet", wrap=True)
        self.asleep = Text("", "small", 500, "quiet", wrap=True)
        self.buttons = AnswerButtons()
        self.note = NoteField(lines=3, most=9, silence_ms=SILENCE_MS)
        self.fact = FactPart(controllers.today(), SILENCE_MS)
        self.last = LastTimeCard()
        self.rule = RuleCard()
        self.proof = ProofList(controllers, tasks, within)
        self.verdict = VerdictCard(controllers.checks, tasks, sheet)
        self.form = Form(self)
        self.hours = HoursPart(self.form)
        self._area = self._lay_out()
        self.buttons.pressed.connect(self.answer_pressed)
        self.note.left.connect(self.left)
        self.note.passed.connect(self.passed)
        self.form.changed.connect(self._hand_in)
        self.fact.given.connect(self._hand_in_fact)
        self.fact.done.connect(self.fact_done)
        self.fact.left.connect(self.left)
        self.hours.done.connect(self.fact_done)
        answering.refused.connect(self._refused)
        self._forms = self.form, self.fact.form
        self.drafting = tuple(FormDrafts(form, CELL, sheet) for form in self._forms)

    def show_place(
        self, check: CheckFile, question: Question, dossier: DossierColumn, asleep: str = ""
    ) -> None:
        """Show this cell as it stands now; `asleep` says why the question is not asked here."""
        place, locked = (question.key, dossier.id), check.finished_at is not None
        afresh = place != self._place
        if afresh:
            self.settle()
        answer = self._answering.current(place)
        self._place, self._question = place, question
        if afresh:
            self._show_question(check.template.unit, question, dossier)
        self.verdict.show_dossier(check.id, dossier, locked)
        self._show_proof(check, dossier, answer, asleep)
        self._show_asleep(asleep)
        self._show_answer(place, question, answer, locked or bool(asleep))
        if afresh:
            self._area.verticalScrollBar().setValue(0)
            self._bring_back_draft(place)
        for drafting in self.drafting:
            drafting.offer()

    def drafted(self, place: Place) -> bool:
        """Whether a note that was refused is still waiting here."""
        return place in self._drafts

    def drafts(self) -> frozenset[Place]:
        """The cells with a note that was refused."""
        return frozenset(self._drafts)

    def kept_text(self, place: Place, name: str) -> str:
        """What the file holds in a field of a cell, as the field writes it."""
        kept = getattr(self._answering.kept(place), name, "")
        field = {**self.form.fields(), **self.fact.form.fields()}.get(name)
        return field.write(kept) if isinstance(field, LineField) else str(kept)

    def settle(self) -> None:
        self.form.settle()
        self.fact.form.settle()

    def focus_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.form.row("note"))

    def focus_proof(self) -> None:
        self.proof.focus_add()
        self._area.ensureWidgetVisible(self.proof)

    def focus_fact(self, typed: str = "") -> None:
        self._area.ensureWidgetVisible(self.fact)
        self.fact.begin(typed)

    def focus_hours(self, typed: str = "") -> None:
        """What was typed on the cell is the first digit."""
        self.hours.begin(typed)
        self._area.ensureWidgetVisible(self.hours)

    def focus_rule(self) -> None:
        self._area.ensureWidgetVisible(self.rule, 0, 40)
        self.rule.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_width(self, wide: bool) -> None:
        """As wide as the window allows; wider when the text is larger."""
        self._wide = wide
        base = WIDE if wide else NARROW
        self._frame.setFixedWidth(round(base * min(1.35, theme().scale)))

    def _lay_out(self) -> QScrollArea:
        self._decisive = row(column(Icon("alert-circle", "quiet", 15), None, gap=0), gap=6)
        self._decisive.addWidget(self.decisive, 1)
        self._decisive_line = wrap(self._decisive)
        note = self.form.add("note", _("Note with this answer"), self.note)
        mask(note)
        self._proof_head = Text(_("Proof"), "small", 500)
        inside = column(
            self.code,
            self.text,
            self._decisive_line,
            4,
            self.asleep,
            self.buttons,
            6,
            self.hours,
            self.fact,
            note,
            self._proof_head,
            self.proof,
            10,
            self.last,
            self.rule,
            4,
            self.verdict,
            None,
            gap=6,
            margins=(18, 16, 14, 20),
        )
        content = wrap(inside)
        area = scrolled(content)
        self._frame = panel("right", NARROW, column(area, gap=0))
        self.setLayout(row(self._frame, gap=0))
        themes.changed.connect(self._fit)
        return area

    def _fit(self) -> None:
        self.set_width(self._wide)

    def _show_question(self, unit: Unit, question: Question, dossier: DossierColumn) -> None:
        say = words_of(unit)
        self.code.setText(say.say("at", code=question.key, number=dossier.number))
        self.note.setPlaceholderText(say.say("seen"))
        self.text.setText(question.text)
        self.decisive.setText(decisive(question))
        self._decisive_line.setVisible(question.decisive)
        self.hours.show_question(question)
        self.rule.show_question(question)

    def _show_asleep(self, why: str) -> None:
        """In the place of a button that would look given."""
        self.asleep.setText(_("Not asked here. {why}.").format(why=why) if why else "")
        self.asleep.setVisible(bool(why))

    def _show_proof(
        self, check: CheckFile, dossier: DossierColumn, answer: ChecklistAnswer, asleep: str
    ) -> None:
        assert self._place is not None  # noqa: S101 - shown after the place is known
        key = self._place[0]
        about = self._checks.proof_of(dossier.id, key)
        why_not: AppError | None = None
        if check.finished_at is not None:
            why_not = CheckFinished(day=check.finished_at.astimezone().date())
        elif asleep:
            why_not = NotAskedHere()
        called, cell = f"{key} {dossier.number}", (check.id, dossier.id, key)
        self.proof.show_proof(check.centre_id, about, called, answer.proofs, why_not, cell)

    def _show_answer(
        self, place: Place, question: Question, answer: ChecklistAnswer, locked: bool
    ) -> None:
        value, asleep = effective(question, answer), not self.asleep.isHidden()
        self.buttons.offer_aside(only=question.answer_type in TYPED)
        self.buttons.show_answer(None if asleep else answer.value, not locked)
        kept = self._answering.kept(place)
        values = {
            "note": kept.note,
            "hours_registered": kept.hours_registered,
            "hours_documented": kept.hours_documented,
        }
        self.form.show(values, of=place)
        self.fact.show_fact(question, kept, place, locked=locked)
        self.form.row("note").set_help("" if asleep else note_help(question, answer))
        self.form.row("note").setVisible(bool(kept.note) or not asleep)
        for field in (self.note, self.hours.registered, self.hours.documented):
            field.setReadOnly(locked)
        self.hours.compare(question, answer, value)

    def _hand_in(self, name: str, value: object) -> None:
        place = self.form.of
        if not isinstance(place, tuple):
            return
        if name == "note":
            self._drafts.pop(place, None)
            self._sent[place] = str(value)
            self._answering.note(place, str(value))
        else:
            self._answering.hours(place, *self.hours.values())

    def _hand_in_fact(self, field: str, value: object) -> None:
        place = self._place if field == "choice" else self.fact.form.of
        if isinstance(place, tuple):
            self._answering.fact(place, field, value)

    def _refused(self, key: str, dossier: UUID, error: AppError) -> None:
        """At the field when it is in sight; a refused note waits for its place to come back."""
        place = key, dossier
        if error.field == "note":
            self._drafts[place] = self._sent.get(place, ""), str(error)
            self.drafting[0].keep(
                place, "note", self._drafts[place][0], self.kept_text(place, "note")
            )
        if place == self._place and not self.form.explain(error):
            self.fact.form.explain(error)

    def _bring_back_draft(self, place: Place) -> None:
        draft = self._drafts.get(place)
        if draft is not None:
            self.note.setPlainText(draft[0])
            self.form.refuse("note", draft[1])
