"""Where the outline stands when what it stood on is gone or got another name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.pages.checklists.spots import QUESTION, SECTION, WHOLE


def keys(room) -> list[str]:
    return [question.key for question in room.file.template.questions]


def delete(room) -> None:
    """Press Delete and wait until the list shows that something went."""
    before = room.version.outline.spots
    room.key(Qt.Key.Key_Delete)
    room.until(lambda: len(room.version.outline.spots) < len(before))


def test_after_a_question_is_taken_out_the_next_one_is_stood_on(draft):
    before = keys(draft)
    draft.stand((QUESTION, "DC-02"))
    delete(draft)
    assert draft.version.outline.current == (QUESTION, "DC-03")
    assert draft.version.question.fields["key"].text() == "DC-03"
    assert draft.focus is draft.version.outline
    delete(draft)
    assert keys(draft) == [key for key in before if key not in {"DC-02", "DC-03"}]


def test_after_the_last_question_of_a_section_the_one_before_it_then_the_section(draft):
    section = draft.file.template.sections[1]
    names = [one.key for one in section.questions]
    draft.stand((QUESTION, names[-1]))
    for left in reversed(names[:-1]):
        delete(draft)
        assert draft.version.outline.current == (QUESTION, left)
    delete(draft)
    assert draft.version.outline.current == (SECTION, section.key)


def test_after_a_section_is_taken_out_the_next_one_is_stood_on(draft):
    sections = [one.key for one in draft.file.template.sections]
    draft.stand((SECTION, sections[0]))
    delete(draft)
    assert draft.version.outline.current == (SECTION, sections[1])
    draft.stand((SECTION, sections[-1]))
    delete(draft)
    assert draft.version.outline.current == (SECTION, sections[-2])


def test_when_nothing_is_left_the_whole_is_stood_on(draft):
    for section in draft.file.template.sections[1:]:
        draft.stand((SECTION, section.key))
        delete(draft)
    draft.stand((SECTION, draft.file.template.sections[0].key))
    delete(draft)
    assert draft.version.outline.current == (WHOLE, "")


def test_a_question_that_gets_another_number_is_still_stood_on(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.version.question.changed.emit("key", "DC-55")
    draft.until(lambda: draft.version.file.template.keys >= {"DC-55"})
    assert draft.version.outline.current == (QUESTION, "DC-55")
