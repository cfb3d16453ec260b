"""What a kind of answer offers in the form and in the preview, also in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.checklists.values import AnswerType, Proof
from ui.pages.checklists.spots import QUESTION


@pytest.fixture
def number(draft):
    """DC-05 asks for a number of conversations, at least three."""
    draft.stand((QUESTION, "DC-05"))
    form = draft.version.question
    for field, value in (
        ("answer_type", AnswerType.NUMBER),
        ("counted_in", "gesprekken"),
        ("least", 3.0),
    ):
        form.changed.emit(field, value)
    draft.until(lambda: draft.version.file.template.question("DC-05").least == 3)
    return draft


def test_a_number_fits_the_column_of_a_small_window(number):
    number.page.resize(1060, 640)
    number.until(lambda: number.page.width() == 1060)
    area = number.version.stack.currentWidget()
    number.until(lambda: number.version.question.width() == area.viewport().width())
    assert number.version.question.minimumSizeHint().width() <= area.viewport().width()


def test_a_limit_is_a_number_of_what_is_counted_and_may_be_below_zero(number):
    field = number.version.question.fields["least"]
    row = number.version.question.form.row("least")
    field.setFocus()
    field.selectAll()
    number.type("abc")
    number.version.settle()
    assert row.refusal() == "abc is not a number. Write it as 12 or 12,5."
    field.selectAll()
    number.type("-3")
    number.version.settle()
    number.until(lambda: number.file.template.question("DC-05").least == -3)
    field.selectAll()
    number.type("5000000")
    number.version.settle()
    number.until(row.refusal)
    assert "5000000 cannot be right here" in row.refusal()


def test_a_weight_below_zero_is_told_as_what_it_is(draft):
    draft.stand((QUESTION, "DC-05"))
    field = draft.version.question.fields["weight"]
    field.setFocus()
    field.selectAll()
    draft.type("-3")
    draft.version.settle()
    said = draft.version.question.form.row("weight").refusal()
    assert said == "-3 is not a whole number from 0 on. Write digits only, such as 45."


def test_a_number_offers_only_what_a_no_really_asks(number):
    form = number.version.question
    proof = form.fields["proof"]
    assert [value for value, _word in form.proofs()] == [Proof.NOTHING, Proof.PROOF]
    assert proof.value() is Proof.NOTHING, "a note was asked, and a number needs none"
    form.changed.emit("proof", Proof.PROOF)
    number.until(lambda: proof.value() is Proof.PROOF)
    form.changed.emit("answer_type", AnswerType.TEXT)
    number.until(lambda: not form.form.row("proof").isVisible())
    form.changed.emit("answer_type", AnswerType.YES_PARTIAL_NO_NA)
    number.until(lambda: form.form.row("proof").isVisible())
    assert [value for value, _word in form.proofs()] == list(Proof)


def test_a_number_is_tried_in_the_preview(number):
    preview = number.version.preview
    assert preview.amount.isVisible()
    preview.amount.setFocus()
    number.type("2")
    number.key(Qt.Key.Key_Return)
    number.until(preview.tried.isVisible)
    assert "DC-05" in preview.why.text(), "fewer than three is a no"
    preview.amount.selectAll()
    number.type("4")
    number.key(Qt.Key.Key_Return)
    number.until(lambda: "(DC-05)" not in preview.why.text())
    preview.amount.selectAll()
    number.type("abc")
    number.key(Qt.Key.Key_Return)
    assert preview.asked.text() == "abc is not a number. Write it as 12 or 12,5."
    preview.begin_again()
    assert preview.amount.text() == ""


def test_hours_are_tried_in_the_preview(draft):
    key = next(
        one.key
        for one in draft.file.template.questions
        if one.answer_type is AnswerType.HOURS_COMPARE
    )
    draft.stand((QUESTION, key))
    preview = draft.version.preview
    assert not preview.amount.isVisible()
    preview.registered.setFocus()
    draft.type("8")
    preview.documented.setFocus()
    draft.type("2")
    draft.key(Qt.Key.Key_Return)
    draft.until(preview.tried.isVisible)
    assert key in preview.why.text()
