"""The question as the officer will see it, and a try that shows verdict and score at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checklists import Checklists, bounds_sentence, condition_sentence
from controllers.wording import badge, word
from models.checklists.rules import ANSWERS, JUDGEMENTS, answer_label
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    AssessmentRules,
    ChecklistFile,
    Question,
    TemplateWarning,
)
from models.checks.values import ChecklistAnswer
from models.kernel.text import _, ngettext
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, empty, row, wrap
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import AmountField, HoursField
from ui.kit.shell import scrolled

NOTHING = ChecklistAnswer()


class Preview(QWidget):
    """`go_to(key)` asks for the question a remark is about."""

    go_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._file: ChecklistFile | None = None
        self._question: Question | None = None
        self.answers: dict[str, ChecklistAnswer] = {}
        """What was tried, by question; kept nowhere."""
        self.code = Text("", "small", 500, "quiet", tabular=True)
        self.text = Text("", "body", 600, wrap=True)
        self.when = Text("", "small", 400, "accent", wrap=True)
        self.source = Text("", "small", 400, "quiet", wrap=True)
        self.answer = ChoiceField(name=_("Try an answer"))
        self.amount = AmountField(_("Try a number"))
        self.registered, self.documented = (
            HoursField(word, word) for word in (_("Hours registered"), _("Hours in reports"))
        )
        self.clear = Button(_("Begin the try again"), "link")
        self.asked = Text("", "small", 400, "quiet", wrap=True)
        self.help = Text("", "small", 400, "quiet", wrap=True)
        self.shown = Card(
            _("As the officer sees it"),
            self.code,
            self.text,
            self.when,
            self.source,
            4,
            self.answer,
            self.amount,
            self.registered,
            self.documented,
            self.asked,
            self.help,
            icon="eye",
        )
        self.verdict = Badge("draft", _("No verdict yet"))
        self.why = Text("", "small", 400, "quiet", wrap=True)
        self.tried = Card(
            _("What the try comes to"),
            row(self.verdict, None),
            self.why,
            row(self.clear, None),
            icon="gavel",
        )
        self._lines = column(gap=8)
        self.remarks = Card(_("Remarks"), self._lines, icon="alert-triangle")
        body = column(self.shown, self.remarks, self.tried, None, gap=12, margins=(18, 16, 18, 20))
        self.setLayout(column(scrolled(wrap(body)), gap=0))
        self.answer.edited.connect(self._try)
        for field in (self.amount, self.registered, self.documented):
            field.edited.connect(self._try_numbers)
            field.unreadable.connect(partial(_say, self.asked))
        self.clear.clicked.connect(self.begin_again)

    def show_question(
        self, file: ChecklistFile, question: Question | None, remarks: Sequence[TemplateWarning]
    ) -> None:
        """Show this question, or nothing of one when the list stands on a section."""
        self._file, self._question = file, question
        known = {one.key for one in file.template.questions}
        self.answers = {key: one for key, one in self.answers.items() if key in known}
        self.shown.setVisible(question is not None)
        if question is not None:
            self._show(question)
        self._show_remarks(remarks)
        self._judge()

    def begin_again(self) -> None:
        """Forget what was tried."""
        self.answers.clear()
        if self._question is not None:
            self._show(self._question)
        self._judge()

    def _show(self, question: Question) -> None:
        self.code.setText(question.key)
        self.text.setText(question.text or _("The question itself is still missing."))
        _say(self.when, self._condition(question))
        _say(self.source, question.basis.words)
        rules = self._file.template.assessment if self._file else None
        choices = _choices(question) if rules is None else _judgements(rules)
        self.answer.set_choices(choices)
        given = self.answers.get(question.key, NOTHING)
        self.answer.set_value(given.choice or given.value, afresh=True)
        self._show_numbers(question, given)
        evidence = ", ".join(question.evidence)
        shown = _("Look at: {evidence}").format(evidence=evidence) if evidence else ""
        _say(self.help, "\n".join(part for part in (question.guidance, shown) if part))

    def _show_numbers(self, question: Question, given: ChecklistAnswer) -> None:
        kind = question.answer_type
        for field, only, tried in (
            (self.amount, AnswerType.NUMBER, given.amount),
            (self.registered, AnswerType.HOURS_COMPARE, given.hours_registered),
            (self.documented, AnswerType.HOURS_COMPARE, given.hours_documented),
        ):
            field.setVisible(kind is only)
            field.set_value(tried, afresh=True)
        facts = kind not in (AnswerType.YES_PARTIAL_NO_NA, AnswerType.CHOICE)
        _say(self.asked, bounds_sentence(question) if facts else "")

    def _condition(self, question: Question) -> str:
        rules = self._file.template.assessment if self._file else None
        return condition_sentence(question.asked_when, rules) if question.asked_when else ""

    def _show_remarks(self, remarks: Sequence[TemplateWarning]) -> None:
        empty(self._lines)
        for one in remarks:
            tone = "late" if one.blocks else "due"
            line = row(Icon("alert-triangle", tone, 15), gap=8)
            line.addWidget(Text(one.sentence, "small", 400, wrap=True), 1)
            self._lines.addWidget(wrap(line))
        self.remarks.setVisible(bool(remarks))

    def _try(self, value: object) -> None:
        if self._question is None:
            return
        if value is None:
            self.answers.pop(self._question.key, None)
        elif isinstance(value, AnswerValue):
            self.answers[self._question.key] = replace(NOTHING, value=value)
        else:
            self.answers[self._question.key] = replace(NOTHING, choice=str(value))
        self._show_numbers(self._question, self.answers.get(self._question.key, NOTHING))
        self._judge()

    def _try_numbers(self, _typed: object) -> None:
        """A number answers itself, so what was set aside by hand is over."""
        if self._question is None:
            return
        tried = ChecklistAnswer(
            amount=self.amount.value(),
            hours_registered=self.registered.value(),
            hours_documented=self.documented.value(),
        )
        self.answers[self._question.key] = tried
        if tried == NOTHING:
            del self.answers[self._question.key]
        self.answer.set_value(None, afresh=True)
        self._show_numbers(self._question, tried)
        self._judge()

    def _judge(self) -> None:
        self.tried.setVisible(bool(self.answers))
        if self._file is None or not self.answers:
            return
        file = self._file
        if file.template.assessment is not None:
            self._advise(file)
            return
        trial = Checklists.try_answers(file.template, self.answers, file.partial_pct)
        if trial.verdict is None:
            self.verdict.set_state("draft", _("No verdict yet"))
        else:
            self.verdict.set_state(badge(trial.verdict), word(trial.verdict))
        self.why.setText("\n".join(trial.score.why) or trial.why)

    def _advise(self, file: ChecklistFile) -> None:
        """The advice that the judgements tried so far would lead to, and why."""
        given = {
            key: JUDGEMENTS[one.value]
            for key, one in self.answers.items()
            if one.value is not None and one.value in JUDGEMENTS
        }
        trial = Checklists.try_judgements(file.template, given)
        if trial.proposal is None:
            self.verdict.set_state("draft", _("No advice yet"))
            left = len(trial.open)
            said = ngettext(
                "{count} requirement is not judged yet.",
                "{count} requirements are not judged yet.",
                left,
            )
            self.why.setText(said.format(count=left))
            return
        outcome = trial.proposal.outcome
        self.verdict.set_state(badge(outcome), word(outcome).capitalize())
        self.why.setText(trial.proposal.why)


def _judgements(rules: AssessmentRules) -> list[tuple[object, str]]:
    """The four judgements under their own names."""
    nothing: tuple[object, str] = (None, _("Try a judgement"))
    return [nothing, *((ANSWERS[one], label) for one, label in rules.labels)]


def _choices(question: Question) -> list[tuple[object, str]]:
    nothing: tuple[object, str] = (None, _("Try an answer"))
    aside = [AnswerValue.NA, AnswerValue.NOT_CHECKED]
    if question.answer_type is AnswerType.CHOICE:
        given = [(one.key, one.text) for one in question.options]
        return [nothing, *given, *((one, answer_label(one)) for one in aside)]
    every = list(AnswerValue) if question.answer_type is AnswerType.YES_PARTIAL_NO_NA else aside
    return [nothing, *((one, answer_label(one)) for one in every)]


def _say(text: Text, words: str) -> None:
    text.setText(words)
    text.setVisible(bool(words))
