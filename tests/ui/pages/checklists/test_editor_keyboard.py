"""Where the keyboard is while a version goes from draft to published, and which keys it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from models.checklists.values import VersionState
from ui.kit.base import Text
from ui.kit.button import Button
from ui.pages.checklists.key_map import working
from ui.pages.checklists.spots import QUESTION

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(room, word: str) -> None:
    """Stand on this button of the header and press Enter, as somebody without a mouse does."""
    reach(room, word)
    room.key(Qt.Key.Key_Return)


def reach(room, word: str) -> None:
    found = next(one for one in room.version.header.acts() if one.text() == word)
    room.until(found.isVisible)
    found.setFocus()


def becomes(room, state: VersionState) -> None:
    room.until(lambda: room.version.file.version.state is state)
    room.until(lambda: room.messages and room.messages[-1].undo)


def test_after_every_act_of_the_header_the_keyboard_is_back_at_the_questions(draft):
    draft.stand((QUESTION, "DC-05"))
    steps = (
        ("Begin the test", VersionState.TEST),
        ("Publish", VersionState.PUBLISHED),
        ("Retire", VersionState.RETIRED),
    )
    for word, state in steps:
        press(draft, word)
        becomes(draft, state)
        assert draft.focus is draft.version.outline, word
        assert draft.version.outline.current == (QUESTION, "DC-05")


def test_the_keyboard_stays_on_an_act_that_is_offered_anew(draft):
    reach(draft, "Excel")
    draft.version.question.changed.emit("text", "Wat vraagt de klant?")
    key = draft.version.outline.current[1]
    draft.until(lambda: draft.version.file.template.question(key).text == "Wat vraagt de klant?")
    assert isinstance(draft.focus, Button)
    assert draft.focus.text() == "Excel"
    assert draft.focus in draft.version.header.acts()


def test_a_draft_that_is_thrown_away_is_told_once_with_the_way_back(draft, tasks):
    press(draft, "Throw away")
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.list)
    draft.until(lambda: draft.messages)
    draft.until(lambda: not tasks.busy)
    (told,) = draft.messages
    assert told.undo
    assert told.tone == "done"
    assert draft.focus is draft.page.list.list
    assert draft.page.list.list.current == ("dossier_check", 1), "the version beside it"


def test_a_draft_whose_making_is_undone_says_nothing_of_its_own(draft, tasks):
    draft.do.history.undo()
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.list)
    draft.until(lambda: not tasks.busy)
    assert not draft.messages


def test_a_second_delete_on_what_is_leaving_already_is_quietly_one(draft, tasks):
    before = draft.file.template.keys
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_Delete)
    draft.key(Qt.Key.Key_Delete)
    draft.until(lambda: not tasks.busy)
    assert draft.file.template.keys == before - {"DC-05"}
    assert [one.tone for one in draft.messages] == ["done"]
    draft.do.history.undo()
    draft.until(lambda: "DC-05" in draft.version.file.template.keys)
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_Delete)
    draft.until(lambda: "DC-05" not in draft.file.template.keys)


def test_a_question_just_made_is_written_in_sight(draft):
    area = draft.version.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    text = draft.version.question.fields["text"]
    for key, held in (
        (Qt.Key.Key_Insert, None),
        (Qt.Key.Key_D, CONTROL),
        (Qt.Key.Key_Return, None),
    ):
        draft.stand((QUESTION, "DC-05"))
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        assert text.visibleRegion().isEmpty()
        draft.key(key, held or Qt.KeyboardModifier.NoModifier)
        draft.until(lambda: draft.focus is text)
        draft.until(lambda: text.visibleRegion().boundingRect().height() == text.height())


def told(room) -> list[str]:
    card = room.version.key_map
    return [one.text() for one in card.findChildren(Text)]


def test_a_question_mark_shows_the_keys_that_work_in_a_draft(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.type("?")
    draft.until(lambda: draft.version.key_map is not None and draft.version.key_map.isVisible())
    shown = told(draft)
    assert {"Insert", "Delete", "Ctrl+D", "K", "L", "Alt+W"} <= set(shown)
    assert "Alt+U" not in shown
    draft.key(Qt.Key.Key_Escape)
    assert draft.focus is draft.version.outline


def test_a_version_that_never_changes_shows_only_what_still_works(room):
    room.page._open(("dossier_check", 1))
    room.until(lambda: room.version.file is not None)
    room.version.outline.setFocus()
    room.type("?")
    room.until(lambda: room.version.key_map is not None and room.version.key_map.isVisible())
    shown = told(room)
    assert {"K", "Alt+E", "Alt+F"} <= set(shown)
    assert not {"Insert", "Delete", "L", "Alt+W", "Alt+U", "Alt+V"} & set(shown)


def test_the_card_tells_every_key_of_the_header_and_no_other(draft):
    for word, state in ((None, VersionState.DRAFT), ("Begin the test", VersionState.TEST)):
        if word:
            press(draft, word)
            becomes(draft, state)
        version = draft.version.file.version
        keys = {one.keys for one in draft.version.header.acts()}
        told_keys = {key for key, _said in working(version, editable=True)}
        assert {key for key in told_keys if key.startswith("Alt+") and "↑" not in key} == keys


def test_a_question_mark_in_a_field_is_typed(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_Return)
    draft.focus.selectAll()
    draft.type("Is dat zo?")
    assert draft.version.key_map is None
    assert draft.version.question.fields["text"].toPlainText() == "Is dat zo?"
