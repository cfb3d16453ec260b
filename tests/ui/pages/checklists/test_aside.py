"""What is being written in a checklist of one's own lies aside, and a refusal finds its question."""

from __future__ import annotations

import pytest

from ui.card_drafts import of_new
from ui.kit.text_field import TextField
from ui.pages.checklists.page import ChecklistsPage
from ui.pages.checklists.spots import QUESTION, SECTION, WHOLE


def aside(room):
    """What lies in the file now of the version on the screen, by the last word of its name."""
    found = room.do.drafts.unsaved(room.file.version.version_id)
    return {name.rpartition("|")[2]: one.text for name, one in found.items()}


def test_a_number_that_is_taken_waits_at_its_own_question(draft, tasks):
    draft.stand((QUESTION, "DC-05"))
    key = draft.version.question.fields["key"]
    key.setText("DC-02")
    draft.stand((QUESTION, "DC-06"))
    draft.until(lambda: draft.messages)
    draft.until(lambda: not tasks.busy)
    assert key.text() == "DC-06"
    assert not draft.version.question.form.refusals(), "nothing was typed in DC-06"
    assert draft.messages[-1].sentence.startswith("DC-05: ")
    assert aside(draft) == {"key": "DC-02"}
    draft.stand((QUESTION, "DC-05"))
    assert key.text() == "DC-02"
    key.setText("DC-99")
    draft.version.settle()
    draft.until(lambda: "DC-99" in draft.file.template.keys)
    draft.until(lambda: aside(draft) == {})


def test_a_number_that_is_taken_is_told_at_its_field_while_it_shows(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.version.question.fields["key"].setText("DC-02")
    draft.version.settle()
    draft.until(lambda: draft.version.question.form.row("key").refusal())
    draft.until(lambda: aside(draft) == {"key": "DC-02"})


def test_a_long_text_lies_aside_before_it_hands_itself_in(draft):
    draft.stand((QUESTION, "DC-05"))
    guidance = draft.version.question.fields["guidance"]
    guidance._timer.setInterval(600_000)
    guidance.setPlainText("Kijk naar de datum")
    draft.until(lambda: aside(draft) == {"guidance": "Kijk naar de datum"})
    draft.version.settle()
    draft.until(lambda: draft.file.template.question("DC-05").guidance == "Kijk naar de datum")
    draft.until(lambda: aside(draft) == {})


def test_what_stood_in_a_section_half_written_comes_back_with_its_section(draft):
    key = draft.file.template.sections[0].key
    draft.stand((SECTION, key))
    draft.version.section.title.setText("Intake en")
    draft.until(lambda: aside(draft) == {"title": "Intake en"})


@pytest.mark.parametrize(
    ("spot", "form", "name"),
    [
        ((QUESTION, "DC-06"), "question", "guidance"),
        ((SECTION, "nazorg"), "section", "title"),
        ((WHOLE, ""), "whole", "remark"),
    ],
)
def test_after_a_power_cut_the_officer_is_back_where_it_was_written(draft, qtbot, spot, form, name):
    if spot[0] == SECTION:
        spot = SECTION, draft.file.template.sections[-1].key
    draft.stand(spot)
    field = getattr(draft.version, form).form.fields()[name]
    if isinstance(field, TextField):
        field._timer.setInterval(600_000)
        field.setPlainText("Half geschreven")
    else:
        field.setText("Half geschreven")
    draft.until(lambda: aside(draft) == {name: "Half geschreven"})
    page = ChecklistsPage(draft.do, draft.page._tasks, draft.page._memory)
    said = []
    page.said.connect(said.append)
    qtbot.addWidget(page)
    page.show()
    draft.until(lambda: page.version.outline.current == spot)
    again = getattr(page.version, form).form.fields()[name]
    draft.until(lambda: again.value() == "Half geschreven")
    assert said and "stands here again" in said[-1].sentence
    page.settle()
    draft.until(lambda: aside(draft) == {})


def test_the_title_of_a_new_section_is_in_its_card_again(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.version._wish("add_section")
    draft.version.placing.card.line.setText("Nazorg")
    draft.until(lambda: aside(draft) == {"title": "Nazorg"})
    draft.version.placing.card.close_card()
    draft.version._wish("add_section")
    assert draft.version.placing.card.line.text() == "Nazorg"
    draft.version.placing.card.hand_in()
    draft.until(lambda: "Nazorg" in [one.title for one in draft.file.template.sections])
    draft.until(lambda: aside(draft) == {})


def test_a_new_checklist_half_named_is_in_its_card_again(room):
    room.page._new()
    room.page.card.title.setText("Thuiswerk")
    lying = room.do.drafts.unsaved
    room.until(lambda: [one.text for one in lying(of_new("checklists")).values()] == ["Thuiswerk"])
    room.page.card.close_card()
    room.page._new()
    assert room.page.card.title.text() == "Thuiswerk"
