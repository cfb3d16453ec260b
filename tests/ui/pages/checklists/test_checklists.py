"""Checklists on the screen: from the list to a published version, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt

from models.checklists.values import AnswerType, AnswerValue, Condition, VersionState
from models.kernel.text import _
from ui.kit.base import Text
from ui.kit.memory import Memory
from ui.pages.checklists.spots import QUESTION, SECTION, WHOLE
from ui.pages.checklists.page import ChecklistsPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def keys(room) -> list[str]:
    return [question.key for question in room.file.template.questions]


def rewrite(path: Path, old: str, new: str) -> str:
    """Change the first cell that holds `old`, as somebody in Excel would; gives its place."""
    book = load_workbook(path)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    found = next(cell for cell in cells if cell.value == old)
    found.value = new
    book.save(path)
    return str(found.coordinate)


def swap(path: Path, one: str, other: str) -> None:
    """Let the rows of two questions change places."""
    book = load_workbook(path)
    rows = [row for row in book["Vragen"].iter_rows() if row[1].value in {one, other}]
    for first, second in zip(*rows, strict=True):
        first.value, second.value = second.value, first.value
    book.save(path)


def test_a_version_that_comes_along_can_be_read_and_not_written(room):
    assert room.page.list.list.choose(("dossier_check", 1))
    room.page.list.list.setFocus()
    room.key(Qt.Key.Key_Return)
    room.until(lambda: room.version.file is not None)
    assert not room.version.file.editable
    room.stand((QUESTION, "DC-05"))
    text = room.version.question.fields["text"]
    assert text.isReadOnly()
    assert not room.version.question.fields["answer_type"].isEnabled()
    room.key(Qt.Key.Key_Delete)
    assert "never changes again" in room.version.note.text()
    assert "DC-05" in keys(room)


def test_a_new_version_begins_as_a_draft_of_this_one(room):
    room.page._open(("dossier_check", 1))
    room.until(lambda: room.version.file is not None)
    room.press("New version")
    room.until(lambda: room.version.name == ("dossier_check", 2) and room.version.file)
    assert room.version.file.state is VersionState.DRAFT
    room.do.history.undo()
    room.until(lambda: room.page._stack.currentWidget() is room.page.list)


def test_a_question_is_added_and_written_by_keyboard_and_undone(draft):
    before = keys(draft)
    draft.stand((QUESTION, "DC-02"))
    draft.key(Qt.Key.Key_Insert)
    draft.until(lambda: len(keys(draft)) == len(before) + 1)
    made = keys(draft)[2]
    draft.until(lambda: draft.focus is draft.version.question.fields["text"])
    draft.type("Is de cheque geldig bij de start?")
    draft.version.settle()
    draft.until(lambda: draft.file.template.question(made).text.startswith("Is de cheque"))
    draft.until(lambda: draft.version.preview.text.text().startswith("Is de cheque"))
    draft.do.history.undo()
    draft.do.history.undo()
    draft.until(lambda: keys(draft) == before)


def test_a_question_moves_within_its_section_and_into_the_next(draft):
    first = draft.file.template.sections[0].questions
    draft.stand((QUESTION, first[0].key))
    draft.key(Qt.Key.Key_Down, ALT)
    draft.until(lambda: keys(draft)[1] == first[0].key)
    last = first[-1].key
    draft.until(lambda: draft.version.file.template.questions[1].key == first[0].key)
    draft.stand((QUESTION, last))
    draft.key(Qt.Key.Key_Down, ALT)
    draft.until(lambda: draft.file.template.sections[1].questions[0].key == last)


def test_a_question_that_was_taken_out_comes_back(draft):
    draft.stand((QUESTION, "DC-07"))
    draft.key(Qt.Key.Key_Delete)
    draft.until(lambda: "DC-07" not in keys(draft) and draft.messages)
    assert draft.messages[-1].undo
    draft.do.history.undo()
    draft.until(lambda: "DC-07" in keys(draft))


def test_a_section_is_named_and_copied_questions_get_the_next_number(draft):
    draft.stand((WHOLE, ""))
    draft.key(Qt.Key.Key_Insert, CONTROL)
    draft.type("9. Nazorg")
    draft.key(Qt.Key.Key_Return)
    draft.until(lambda: draft.file.template.sections[-1].title == "9. Nazorg")
    draft.until(lambda: draft.version.outline.current[0] == SECTION)
    draft.stand((QUESTION, "DC-27"))
    draft.key(Qt.Key.Key_D, CONTROL)
    draft.until(lambda: "DC-28" in keys(draft))
    assert draft.file.template.question("DC-28").text == draft.file.template.question("DC-27").text


def test_only_what_a_kind_of_answer_needs_is_shown(draft):
    draft.stand((QUESTION, "DC-05"))
    form = draft.version.question
    assert not form.form.row("options").isVisible()
    form.changed.emit("answer_type", AnswerType.CHOICE)
    draft.until(lambda: form.form.row("options").isVisible())
    form.changed.emit("options", "In het verslag = ja\nNergens = nee\nOnduidelijk")
    draft.until(lambda: len(draft.file.template.question("DC-05").options) == 3)
    assert draft.file.template.question("DC-05").options[1].counts_as is AnswerValue.NO


def test_a_condition_reads_as_a_sentence_and_is_refused_when_it_looks_ahead(draft):
    draft.stand((QUESTION, "DC-05"))
    form = draft.version.question
    form.fields["asked_after"].set_value("DC-03")
    form._hand_in("asked_after", "DC-03")
    draft.until(lambda: draft.file.template.question("DC-05").asked_when is not None)
    draft.until(lambda: draft.version.preview.when.isVisible())
    assert "DC-03" in draft.version.preview.when.text()
    form._hand_in("asked_values", (AnswerValue.NO, AnswerValue.PARTIAL))
    wanted = Condition("DC-03", (AnswerValue.PARTIAL, AnswerValue.NO))
    draft.until(
        lambda: set(draft.file.template.question("DC-05").asked_when.values) == set(wanted.values)
    )
    form.changed.emit("asked_when", Condition("DC-20", (AnswerValue.NO,)))
    draft.until(lambda: form.form.refusals())
    assert "asked_after" in form.form.refusals()


def test_a_number_taken_by_another_is_refused_at_its_field_and_stays(draft):
    draft.stand((QUESTION, "DC-05"))
    field = draft.version.question.fields["key"]
    field.setFocus()
    field.selectAll()
    draft.type("DC-06")
    draft.version.settle()
    draft.until(lambda: "key" in draft.version.question.form.refusals())
    assert field.text() == "DC-06"
    assert keys(draft).count("DC-06") == 1


def test_a_mistake_stands_in_the_way_of_publishing_and_is_named(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.version.question.changed.emit("text", "")
    draft.until(lambda: draft.version.file.blocking)
    assert draft.version.preview.remarks.isVisible()
    draft.press("Begin the test")
    draft.until(lambda: draft.version.file.state is VersionState.TEST)
    draft.press("Publish")
    draft.until(lambda: draft.messages and draft.messages[-1].tone == "late")
    assert "DC-05" in draft.messages[-1].sentence
    assert draft.file.state is VersionState.TEST


def test_a_published_version_is_used_by_the_next_check_and_locked(draft):
    draft.press("Begin the test")
    draft.until(lambda: draft.version.file.state is VersionState.TEST)
    draft.press("Publish")
    draft.until(lambda: draft.version.file.state is VersionState.PUBLISHED)
    draft.stand((QUESTION, "DC-05"))
    assert draft.version.question.fields["text"].isReadOnly()
    centre = draft.do.centres.add("0566988259", "Loopbaanhuis Demer bv")
    check = draft.do.checks.plan(centre)
    assert draft.do.checks.file(check).template.version == 2


def test_a_try_shows_verdict_and_score_and_is_kept_nowhere(draft):
    steps = len(draft.do.history.ids())
    draft.stand((QUESTION, "DC-05"))
    preview = draft.version.preview
    assert not preview.tried.isVisible()
    preview._try(AnswerValue.NO)
    assert preview.tried.isVisible()
    assert preview.verdict._state == "late"
    assert "DC-05" in preview.why.text()
    preview.begin_again()
    assert not preview.tried.isVisible()
    assert len(draft.do.history.ids()) == steps


def test_a_question_goes_to_the_library_and_into_another_section(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_K)
    draft.type("Loopbaanvraag")
    draft.key(Qt.Key.Key_Return)
    draft.until(lambda: draft.messages and draft.do.checklists.library())
    draft.stand((QUESTION, "DC-27"))
    draft.key(Qt.Key.Key_L)
    card = draft.version.placing.card
    draft.until(lambda: card.found.current is not None and draft.focus is card.search)
    draft.key(Qt.Key.Key_Return)
    draft.until(lambda: len(keys(draft)) == 28)
    assert keys(draft)[-1] == "DC-28"


def test_a_question_is_taken_out_of_the_library_and_undo_brings_it_back(draft):
    draft.do.checklists.keep_from("dossier_check", 1, "DC-05", "Loopbaanvraag")
    draft.stand((QUESTION, "DC-27"))
    draft.key(Qt.Key.Key_L)
    card = draft.version.placing.card
    draft.until(lambda: card.found.current is not None and draft.focus is card.search)
    card.remove.click()
    draft.until(lambda: card.none.isVisible() and draft.focus is card.search)
    assert draft.do.checklists.library() == ()
    assert draft.messages[-1].undo
    assert not card.give.isEnabled()
    draft.do.history.undo()
    assert [one.theme for one in draft.do.checklists.library()] == ["Loopbaanvraag"]


def test_two_versions_stand_side_by_side(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.version.question.changed.emit("text", "Staat de vraag van de klant in het verslag?")
    draft.until(lambda: "verslag" in draft.file.template.question("DC-05").text)
    draft.press("Beside version 1")
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.difference)
    (card,) = draft.page.difference.cards()
    texts = [one.text() for one in card.findChildren(Text)]
    assert "Staat de vraag van de klant in het verslag?" in texts
    assert "Staat er een concrete loopbaanvraag van de klant in het dossier?" in texts
    draft.page.difference.back.click()
    assert draft.page._stack.currentWidget() is draft.version


def test_after_a_restart_the_officer_is_back_in_the_version(draft, qtbot, tasks):
    again = ChecklistsPage(draft.do, tasks, draft.page._memory)
    qtbot.addWidget(again)
    draft.until(lambda: again.version.file is not None)
    assert again.version.name == ("dossier_check", 2)


def test_a_checklist_goes_to_excel_and_comes_back_as_a_new_draft(draft, tmp_path: Path):
    path = tmp_path / "lijst.xlsx"
    draft.version.acts._write(path)
    draft.until(lambda: draft.messages and path.exists())
    draft.page.take_workbook(path)
    draft.until(lambda: draft.page.back.isVisible())
    assert not draft.page.back.take.isEnabled()
    draft.page.back.close_card()
    rewrite(path, "Klant professioneel actief bij aanvraag", "Klant is aan het werk")
    draft.page.take_workbook(path)
    draft.until(lambda: draft.page.back.isVisible() and draft.focus is draft.page.back.take)
    draft.key(Qt.Key.Key_Return)
    draft.until(lambda: draft.version.name == ("dossier_check", 3) and draft.version.file)
    assert len(keys(draft)) == 27
    assert draft.file.template.question("DC-02").short == "Klant is aan het werk"
    draft.do.history.undo()
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.list)


def test_a_mistake_in_the_workbook_is_told_with_its_cell_and_nothing_is_written(
    draft, tmp_path: Path
):
    path = tmp_path / "lijst.xlsx"
    draft.do.outgoing.template("dossier_check", path, 2)
    place = rewrite(path, "DC-06", "DC-05")
    steps = len(draft.do.history.ids())
    draft.page.take_workbook(path)
    draft.until(lambda: draft.page.back.isVisible())
    assert not draft.page.back.take.isEnabled()
    assert place in {row.title for row in draft.page.back.lines.rows.items}
    assert place in draft.page.back.full.text()
    assert len(draft.do.history.ids()) == steps


def test_a_workbook_about_something_else_is_refused_in_a_sentence(draft, tmp_path: Path):
    path = tmp_path / "iets.xlsx"
    Workbook().save(path)
    draft.page.take_workbook(path)
    draft.until(lambda: draft.messages and draft.messages[-1].tone == "late")


def test_esc_keeps_what_was_typed_and_goes_back_to_the_questions(draft):
    draft.stand((QUESTION, "DC-05"))
    draft.key(Qt.Key.Key_Return)
    draft.focus.selectAll()
    draft.type("Wat vraagt de klant?")
    draft.key(Qt.Key.Key_Escape)
    assert draft.focus is draft.version.outline
    draft.until(lambda: draft.file.template.question("DC-05").text == "Wat vraagt de klant?")


def test_esc_leaves_the_difference(draft):
    draft.press("Beside version 1")
    draft.until(lambda: draft.page._stack.currentWidget() is draft.page.difference)
    draft.key(Qt.Key.Key_Escape)
    assert draft.page._stack.currentWidget() is draft.version


def test_a_version_that_stood_open_and_is_gone_is_forgotten_without_a_word(room, tmp_path):
    memory = Memory(tmp_path / "later.ini")
    memory.keep_word("checklists/open", "dossier_check 7")
    page = ChecklistsPage(room.do, room.page._tasks, memory)
    told: list[object] = []
    page.said.connect(told.append)
    room.qtbot.addWidget(page)
    room.until(lambda: memory.word("checklists/open") == "")
    assert page.version.name is None
    assert not told


@pytest.mark.parametrize("changed", ["title", "the sections", "the order"])
def test_a_workbook_in_which_only_the_frame_changed_can_be_taken_over(
    draft, tmp_path: Path, changed: str
):
    """The window said that nothing differs while the console took it over."""
    path = tmp_path / "lijst.xlsx"
    draft.do.outgoing.template("dossier_check", path, 2)
    first, *_others = draft.file.template.sections
    if changed == "title":
        rewrite(path, draft.file.template.title, "Dossiers van dit jaar")
    elif changed == "the sections":
        for _question in first.questions:
            rewrite(path, first.title, "Voor de start")
    else:
        swap(path, first.questions[0].key, first.questions[1].key)
    draft.page.take_workbook(path)
    draft.until(lambda: draft.page.back.isVisible() and draft.focus is draft.page.back.take)
    assert _("Also changed: {what}").format(what=_(changed)) in draft.page.back.told.text()
    draft.key(Qt.Key.Key_Return)
    draft.until(lambda: draft.version.name == ("dossier_check", 3) and draft.version.file)
    assert draft.do.checklists.difference("dossier_check", 2, 3).changed > 0
