"""What a key or a button in the matrix asks for: an answer, a note, proof, a rule, a way to go."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import gap_kind
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFile,
    CheckFinished,
    GapKind,
    Question,
)
from models.kernel.text import _
from ui.kit.matrix import Matrix
from ui.kit.page import Message
from ui.pages.checks.answer_panel import AnswerPanel
from ui.pages.checks.answering import Answering
from ui.pages.checks.fact_part import FACTS
from ui.pages.checks.going import Going
from ui.pages.checks.key_map import KeyMap
from ui.pages.checks.side_words import unseen_words


class Gestures(QObject):
    """Between the matrix, the panel and what is kept; it draws nothing."""

    said = Signal(object)
    finding_wanted = Signal(str)
    unseen_wanted = Signal()
    """Every answer is there; what a check before this one found waits for a look."""

    def __init__(
        self, host: QWidget, matrix: Matrix, panel: AnswerPanel, answering: Answering
    ) -> None:
        super().__init__(host)
        self._host, self._answering = host, answering
        self._matrix, self._panel = matrix, panel
        self._check: CheckFile | None = None
        self._unseen = 0
        self._questions: dict[str, Question] = {}
        self.going = Going(host)
        self.key_map: KeyMap | None = None
        self._connect()

    def show_check(self, check: CheckFile, unseen: int = 0) -> None:
        """`unseen`: how many findings of earlier checks wait for a look."""
        self._check, self._unseen = check, unseen
        self._questions = {each.key: each for each in check.template.questions}

    def show_keys(self) -> None:
        finished = self._check is not None and self._check.finished_at is not None
        facts = any(one.answer_type in FACTS for one in self._questions.values())
        self.key_map = KeyMap(self._host, finished=finished, facts=facts)
        self.key_map.begin()

    def complete(self) -> None:
        if self._unseen:
            self.said.emit(Message(unseen_words(self._unseen), tone="due"))
            self.unseen_wanted.emit()
            return
        self.said.emit(Message(_("Nothing is missing: this check can be finished.")))

    def _connect(self) -> None:
        matrix, panel = self._matrix, self._panel
        matrix.answered.connect(self._answer)
        matrix.cleared.connect(self._clear)
        matrix.hours_wanted.connect(self._to_hours)
        matrix.fact_wanted.connect(self._to_fact)
        matrix.option_wanted.connect(self._choose)
        matrix.sleeping.connect(self._tell_asleep)
        matrix.note_wanted.connect(self._to_note)
        matrix.details_wanted.connect(self._to_note)
        matrix.proof_wanted.connect(self._to_proof)
        matrix.basis_wanted.connect(self._to_rule)
        matrix.finding_wanted.connect(self._to_finding)
        matrix.goto_wanted.connect(self._ask_where)
        matrix.completed.connect(self.complete)
        panel.answer_pressed.connect(self._pressed)
        panel.left.connect(self._back)
        panel.passed.connect(self._go_on)
        panel.fact_done.connect(self._go_on_when_whole)

    def _answer(self, key: str, dossier: UUID, number: int) -> None:
        if not self._refuse_when_finished():
            self._answering.answer((key, dossier), list(AnswerValue)[number - 1])

    def _clear(self, key: str, dossier: UUID) -> None:
        if self._refuse_when_finished():
            return
        kind = self._questions[key].answer_type
        if kind is AnswerType.HOURS_COMPARE:
            self._answering.hours((key, dossier), None, None)
        elif kind in FACTS:
            self._answering.fact((key, dossier), FACTS[kind], None)
        else:
            self._answering.answer((key, dossier), None)

    def _refuse_when_finished(self) -> bool:
        check = self._check
        if check is None or check.finished_at is None:
            return False
        error = CheckFinished(day=check.finished_at.astimezone().date())
        self.said.emit(Message(str(error), tone="due"))
        return True

    def _pressed(self, number: int) -> None:
        self._back()
        self._matrix.answer(number)

    def _to_hours(self, _key: str, _dossier: UUID, typed: str) -> None:
        if not self._refuse_when_finished():
            self._panel.focus_hours(typed)

    def _to_fact(self, _key: str, _dossier: UUID, typed: str) -> None:
        if not self._refuse_when_finished():
            self._panel.focus_fact(typed)

    def _choose(self, key: str, dossier: UUID, number: int) -> None:
        option = self._panel.fact.option(number)
        if option and not self._refuse_when_finished():
            self._answering.fact((key, dossier), FACTS[AnswerType.CHOICE], option)
            self._go_on_when_whole()

    def _tell_asleep(self, why: str) -> None:
        self.said.emit(Message(_("Not asked here. {why}.").format(why=why), tone="accent"))

    def _to_note(self, _key: str, _dossier: UUID) -> None:
        if not self._refuse_when_finished():
            self._panel.focus_note()

    def _to_proof(self, _key: str, _dossier: UUID) -> None:
        self._panel.focus_proof()

    def _to_rule(self, _key: str, _dossier: UUID) -> None:
        self._panel.focus_rule()

    def _to_finding(self, key: str, _dossier: UUID) -> None:
        if self._check is None:
            return
        known = any(finding.question_key == key for finding in self._check.findings)
        if known or not self._refuse_when_finished():
            self.finding_wanted.emit(key)

    def _back(self) -> None:
        self._matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self._back()
        self._matrix.advance()

    def _go_on_when_whole(self) -> None:
        """A fact that asks for a note or proof waits for it, as a no does."""
        self._back()
        place = self._matrix.focus_cell
        if place is None:
            return
        lack = gap_kind(self._questions[place[0]], self._answering.current(place))
        if lack is None or lack is GapKind.OPEN:
            self._matrix.advance()

    def _ask_where(self) -> None:
        here = self._matrix.focus_cell
        if self._check is not None and here is not None:
            self.going.ask(self._check, here)
