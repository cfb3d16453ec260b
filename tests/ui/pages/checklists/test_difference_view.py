"""Two versions side by side: read to the end by keyboard, and whole for a question that is new."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from models.checklists.values import AnswerValue, Condition
from tests.ui.held import late_answers
from ui.kit.base import Text
from ui.pages.checklists.spots import QUESTION

NEW = "Staat het aantal gesprekken in het dossier?"


def compare(draft) -> None:
    draft.press("Beside version 1")
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.difference)


def test_the_difference_is_read_to_the_end_by_keyboard(draft):
    compare(draft)
    view = draft.page.difference
    view.all.set_value(True)
    view._again()
    bar = view.area.verticalScrollBar()
    draft.until(lambda: bar.maximum() > 0)
    assert draft.focus is view.area
    draft.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    down = bar.value()
    draft.key(Qt.Key.Key_Down)
    assert bar.value() > down
    draft.key(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    draft.key(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_question_that_is_new_stands_whole_under_the_new_version(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_Insert)
    draft.until(lambda: draft.version.outline.current == (QUESTION, "DC-28"))
    form = draft.version.question
    for field, value in (
        ("text", NEW),
        ("basis_kind", "rule"),
        ("basis_text", "Artikel 4"),
        ("asked_when", Condition("DC-03", (AnswerValue.NO,))),
    ):
        form.changed.emit(field, value)
    draft.until(lambda: draft.file.template.question("DC-28").asked_when is not None)
    compare(draft)
    view = draft.page.difference
    (card,) = view.cards()
    shown = {one.text(): one for one in card.findChildren(Text)}
    draft.until(shown[NEW].isVisible)
    assert {"Artikel 4", "Rule or instruction"} <= set(shown)
    assert any("DC-03" in said for said in shown)
    middle = view.width() / 2
    assert shown[NEW].mapTo(view, QPoint(0, 0)).x() >= middle, "under the new version"


def test_it_opens_only_where_it_was_asked(draft):
    """Back in the list before it was read: the list stays."""
    with late_answers(draft.page._tasks):
        draft.press("Beside version 1")
        draft.page._close()
    draft.until(lambda: not draft.page._tasks.busy)
    assert draft.page._stack.currentWidget() is draft.page.list
