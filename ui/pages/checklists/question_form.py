"""The form of one question: every field hands itself in, and shows only what its kind needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.checklists.rules import can_fail, option_lines, proof_of
from models.checklists.values import AnswerType, AssessmentRules, Condition, Question
from models.kernel.text import N_, _
from ui.kit.base import Text, column, section
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.fields import AmountField, HoursField, LineField, WholeField
from ui.kit.fitting import Beside
from ui.kit.form import Form, FormRow
from ui.kit.text_field import TextField
from ui.pages.checklists import words
from ui.pages.checklists.facts_field import FactsField
from ui.pages.checklists.leaving import Leaving

ONLY_FOR = {
    "options": AnswerType.CHOICE,
    "counted_in": AnswerType.NUMBER,
    "least": AnswerType.NUMBER,
    "most": AnswerType.NUMBER,
    "tolerance_hours": AnswerType.HOURS_COMPARE,
}
TEXTS = {
    "text": 2,
    "guidance": 2,
    "evidence": 2,
    "good_example": 1,
    "bad_example": 1,
    "finding": 2,
    "measure": 2,
    "expected_evidence": 1,
    "basis_text": 1,
}
"""Fields of several lines, and how many they begin with."""
TOGGLES = {
    "definition_condition": N_("Counts as"),
    "mandate_relevant": N_("Counts also as"),
    "decisive": N_("Decisive"),
}

ROWS = {"asked_when": "asked_after"}
"""Columns that are written in a field of another name."""
ASSESSED = ("decisive", "looked_up", "parameter")
"""Fields of a criterion of an application."""
CHECKED = (
    *("severity_on_fail", "weight", "definition_condition", "mandate_relevant"),
    *("finding", "measure", "expected_evidence"),
)
"""Fields of a question in a check: of findings and scores."""


class QuestionForm(QWidget):
    """`changed(field, value)` gives one field, named as its column."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.fields: dict[str, Any] = {
            **{name: TextField("", lines, 9) for name, lines in TEXTS.items()},
            "key": LineField(),
            "short": LineField(),
            "basis_kind": ChoiceField(words.sources()),
            "answer_type": ChoiceField(words.kinds()),
            "options": TextField(_("In every dossier = ja"), 3, 8),
            "counted_in": LineField(_("weeks")),
            "least": AmountField(),
            "most": AmountField(),
            "tolerance_hours": HoursField(),
            "definition_condition": Toggle(words.label("definition_condition")),
            "mandate_relevant": Toggle(words.label("mandate_relevant")),
            "decisive": Toggle(_("Not met excludes a positive advice")),
            "looked_up": FactsField(),
            "parameter": ChoiceField(words.rules_with_numbers()),
            "severity_on_fail": ChoiceField(words.grades()),
            "proof": ChoiceField(words.proofs()),
            "weight": WholeField(),
            "asked_after": ChoiceField([(None, _("Always asked"))]),
            "asked_values": ChoiceField(words.answers()),
        }
        self.fields["options"].spelled = False
        self._shown: Question | None = None
        self._weight, self._fails = (
            Text(said, "body", 600) for said in (_("Weight"), _("When it fails"))
        )
        self._lay_out()
        for name in (*ONLY_FOR, "asked_values"):
            self.form.row(name).hide()
        ticks = self.fields["looked_up"].ticks.values()
        self.leaving = Leaving(self.form, (*self.fields.values(), *ticks))
        self.form.changed.connect(self._hand_in)

    def show_question(
        self,
        question: Question,
        earlier: Sequence[Question],
        of: object,
        assessed: AssessmentRules | None = None,
    ) -> None:
        """Show a question; `earlier` are those that may decide whether it is asked.

        `assessed`: the rules of its checklist when applications are assessed by it.
        """
        self._shown, when = question, question.asked_when
        after = [
            (None, _("Always asked")),
            *((one.key, f"{one.key}  {one.title}") for one in earlier),
        ]
        if when is not None and when.question_key not in {one.key for one in earlier}:
            after.append((when.question_key, when.question_key))
        self.fields["asked_after"].set_choices(after)
        given = words.answers(when.values if when else (), assessed)
        self.fields["asked_values"].set_choices(given)
        self.fields["proof"].set_choices(self.proofs())
        self.form.show(_values(question), of, question.key)
        self._show_rows(question, assessing=assessed is not None)

    def _show_rows(self, question: Question, *, assessing: bool) -> None:
        """Only what this kind of answer, and this kind of checklist, asks for."""
        kind = question.answer_type
        shown = {name: kind is only for name, only in ONLY_FOR.items()}
        shown |= dict.fromkeys(ASSESSED, assessing) | dict.fromkeys(CHECKED, not assessing)
        shown["proof"] = assessing or can_fail(question)
        shown["asked_values"] = question.asked_when is not None
        shown["answer_type"] = not assessing or kind is not AnswerType.YES_PARTIAL_NO_NA
        for name, seen in shown.items():
            self.form.row(name).setVisible(seen)
        self._fails.setVisible(not assessing)

    def proofs(self) -> words.Choices:
        """What a no can ask here: numbers show by themselves what is wrong."""
        every = words.proofs()
        return [
            one for one in every if self._shown is None or one[0] is proof_of(self._shown, one[0])
        ]

    def lock(self, *, locked: bool) -> None:
        """A version that never changes again can be read field by field."""
        self.form.lock(locked=locked)

    def begin(self) -> None:
        self.fields["text"].setFocus()

    def _row(self, name: str, note: str = "", *, optional: bool = False) -> FormRow:
        if isinstance(self.fields[name], Toggle):
            said = _(TOGGLES[name])
            return self.form.add(name, said, self.fields[name], note)
        return self.form.add(name, words.label(name), self.fields[name], note, optional)

    def _lay_out(self) -> None:
        self.setLayout(
            column(
                self._row("text"),
                Beside((self._row("key"), 1), (self._row("short", optional=True), 3)),
                section(_("Source")),
                self._row("basis_kind"),
                self._row("basis_text"),
                section(_("Answer")),
                self._row("answer_type"),
                self._row("proof"),
                self._row("options", _("One a line; behind = what it means, or nothing.")),
                self._row("counted_in", optional=True),
                Beside(
                    (self._row("least", optional=True), 1), (self._row("most", optional=True), 1)
                ),
                self._row("tolerance_hours"),
                Beside((self._row("asked_after"), 3), (self._row("asked_values"), 2)),
                self._weight,
                Beside((self._row("severity_on_fail"), 3), (self._row("weight"), 2)),
                self._row("definition_condition"),
                self._row("mandate_relevant"),
                self._row("decisive"),
                self._row("looked_up", _("It informs; it never judges."), optional=True),
                self._row("parameter", optional=True),
                section(_("Help for the officer")),
                self._row("guidance", optional=True),
                self._row("evidence", _("One a line."), optional=True),
                self._row("good_example", optional=True),
                self._row("bad_example", optional=True),
                self._fails,
                self._row("finding", _("Follows “In 2 of the 8 dossiers”.")),
                self._row("measure", optional=True),
                self._row("expected_evidence", optional=True),
                None,
                gap=12,
                margins=(22, 14, 22, 24),
            )
        )

    def _hand_in(self, name: str, value: object) -> None:
        if name in ("asked_after", "asked_values"):
            self.changed.emit("asked_when", self._condition(name, value))
        elif name == "decisive":
            self.changed.emit("mandate_relevant", value)
        else:
            self.changed.emit(name, value)

    def _condition(self, name: str, value: Any) -> Condition | None:
        standing = self._shown.asked_when if self._shown else None
        after = value if name == "asked_after" else standing.question_key if standing else None
        if after is None:
            return None
        answers = value if name == "asked_values" else standing.values if standing else None
        return Condition(after, tuple(answers or words.ANSWERS[0]))


def _values(question: Question) -> dict[str, Any]:
    when = question.asked_when
    return {
        "key": question.key,
        "text": question.text,
        "short": question.short,
        "basis_kind": question.basis.kind or None,
        "basis_text": question.basis.text,
        "answer_type": question.answer_type,
        "options": option_lines(question.options),
        "counted_in": question.unit,
        "least": question.least,
        "most": question.most,
        "tolerance_hours": question.tolerance_hours,
        "definition_condition": question.definition_condition,
        "mandate_relevant": question.mandate_relevant,
        "decisive": question.mandate_relevant,
        "looked_up": question.looked_up,
        "parameter": question.parameter or None,
        "severity_on_fail": question.severity_on_fail,
        "proof": proof_of(question, question.proof),
        "weight": question.weight,
        "asked_after": when.question_key if when else None,
        "asked_values": when.values if when else None,
        "guidance": question.guidance,
        "evidence": "\n".join(question.evidence),
        "good_example": question.good_example,
        "bad_example": question.bad_example,
        "finding": question.finding,
        "measure": question.measure,
        "expected_evidence": question.expected_evidence,
    }
