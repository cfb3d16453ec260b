"""The form of one question: every field hands itself in, and shows only what its kind needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.checklists.rules import option_lines
from models.checklists.values import AnswerType, Condition, Question
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import column, row, section
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.fields import HoursField, LineField, WholeField
from ui.kit.form import Form, FormRow
from ui.kit.text_field import TextField
from ui.pages.checklists import words
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
            "least": HoursField(),
            "most": HoursField(),
            "tolerance_hours": HoursField(),
            "definition_condition": Toggle(words.label("definition_condition")),
            "mandate_relevant": Toggle(words.label("mandate_relevant")),
            "severity_on_fail": ChoiceField(words.grades()),
            "proof": ChoiceField(words.proofs()),
            "weight": WholeField(),
            "asked_after": ChoiceField([(None, _("Always asked"))]),
            "asked_values": ChoiceField(words.answers()),
        }
        self.fields["options"].spelled = False
        self._shown: Question | None = None
        self._lay_out()
        for name in (*ONLY_FOR, "asked_values"):
            self.form.row(name).hide()
        self.leaving = Leaving(self.form, self.fields.values())
        self.form.changed.connect(self._hand_in)

    def show_question(self, question: Question, earlier: Sequence[Question], of: object) -> None:
        """Show a question; `earlier` are those that may decide whether it is asked."""
        self._shown, when = question, question.asked_when
        after = [
            (None, _("Always asked")),
            *((one.key, f"{one.key}  {one.title}") for one in earlier),
        ]
        if when is not None and when.question_key not in {one.key for one in earlier}:
            after.append((when.question_key, when.question_key))
        self.fields["asked_after"].set_choices(after)
        self.fields["asked_values"].set_choices(words.answers(when.values if when else ()))
        self.form.show(_values(question), of=of)
        for name, kind in ONLY_FOR.items():
            self.form.row(name).setVisible(question.answer_type is kind)
        self.form.row("asked_values").setVisible(when is not None)

    def lock(self, *, locked: bool) -> None:
        """A version that never changes again can be read field by field."""
        for field in self.fields.values():
            if isinstance(field, ChoiceField | Toggle):
                field.setEnabled(not locked)
            else:
                field.setReadOnly(locked)

    def begin(self) -> None:
        self.fields["text"].setFocus()

    def explain(self, field: str, error: AppError) -> None:
        """Say at the field why it was not kept; what was typed stays."""
        where = error.field if error.field in self.fields else field
        self.form.refuse({"asked_when": "asked_after"}.get(where or "", where or field), str(error))

    def _row(self, name: str, note: str = "", *, optional: bool = False) -> FormRow:
        if isinstance(self.fields[name], Toggle):
            said = _("Counts as") if name == "definition_condition" else _("Counts also as")
            return self.form.add(name, said, self.fields[name], note)
        return self.form.add(name, words.label(name), self.fields[name], note, optional)

    def _lay_out(self) -> None:
        line = _side_by_side
        self.setLayout(
            column(
                self._row("text"),
                line((self._row("key"), 1), (self._row("short", optional=True), 3)),
                section(_("Source")),
                self._row("basis_kind"),
                self._row("basis_text"),
                section(_("Answer")),
                self._row("answer_type"),
                self._row("proof"),
                self._row("options", _("One a line; behind = what it means, or nothing.")),
                line(
                    (self._row("counted_in", optional=True), 2),
                    (self._row("least", optional=True), 1),
                    (self._row("most", optional=True), 1),
                ),
                self._row("tolerance_hours"),
                line((self._row("asked_after"), 3), (self._row("asked_values"), 2)),
                section(_("Weight")),
                line((self._row("severity_on_fail"), 3), (self._row("weight"), 2)),
                self._row("definition_condition"),
                self._row("mandate_relevant"),
                section(_("Help for the officer")),
                self._row("guidance", optional=True),
                self._row("evidence", _("One a line."), optional=True),
                self._row("good_example", optional=True),
                self._row("bad_example", optional=True),
                section(_("When it fails")),
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
        "severity_on_fail": question.severity_on_fail,
        "proof": question.proof,
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


def _side_by_side(*parts: tuple[FormRow, int]) -> Any:
    line = row(gap=12)
    for part, share in parts:
        line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return line
