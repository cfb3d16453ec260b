"""What is being written of a complaint lies aside, but never who complained."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.card_drafts import of_new
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.complaints.page import ComplaintsPage

WHY = "Er kwam een tweede brief"


def aside(desk, owner=None):
    found = desk.controllers.drafts.unsaved(owner or desk.one)
    return {name.rpartition("|")[2]: one.text for name, one in found.items()}


def another_window(desk, tmp_path, qtbot):
    page = ComplaintsPage(desk.controllers, desk.page._tasks, Memory(tmp_path / "ander.ini"))
    qtbot.addWidget(page)
    page.show()
    page.open(Ref("complaint", desk.one))
    return page


def test_what_happened_half_written_stands_in_its_field_again(desk, tmp_path, qtbot):
    summary = desk.open().view.about.fields["summary"]
    summary._timer.setInterval(600_000)
    summary.setPlainText("Er werd twee keer betaald")
    desk.until(lambda: aside(desk) == {"summary": "Er werd twee keer betaald"})
    again = another_window(desk, tmp_path, qtbot)
    field = again.one.about.fields["summary"]
    desk.until(lambda: field.toPlainText() == "Er werd twee keer betaald")
    again.settle()
    desk.until(lambda: desk.file.summary == "Er werd twee keer betaald")
    desk.until(lambda: aside(desk) == {})


def test_what_comes_back_in_another_room_waits_until_one_is_here(desk, tmp_path, qtbot):
    summary = desk.open().view.about.fields["summary"]
    summary._timer.setInterval(600_000)
    summary.setPlainText("Er werd twee keer betaald")
    desk.until(lambda: aside(desk) == {"summary": "Er werd twee keer betaald"})
    page, told = ComplaintsPage(desk.controllers, desk.page._tasks, Memory(tmp_path / "x")), []
    qtbot.addWidget(page)
    page.said.connect(told.append)
    page.open(Ref("complaint", desk.one))
    field = page.one.about.fields["summary"]
    desk.until(lambda: field.toPlainText() == "Er werd twee keer betaald")
    assert not told
    page.show()
    desk.until(lambda: told)
    page.one.settle()
    desk.until(lambda: desk.file.summary == "Er werd twee keer betaald")


def test_who_complained_does_not_even_lie_aside(desk):
    summary = desk.open().view.about.fields["summary"]
    summary._timer.setInterval(600_000)
    summary.setPlainText("Naam")
    desk.until(lambda: aside(desk) == {"summary": "Naam"})
    summary.setPlainText("Naam: Jan Peeters")
    desk.until(lambda: aside(desk) == {})


def test_a_reason_on_a_card_stands_there_again(desk, tmp_path, qtbot):
    desk.open().view.acts.dismiss()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    desk.card.reason.setPlainText(WHY)
    desk.until(lambda: aside(desk) == {"admissibility_reason": WHY})
    again = another_window(desk, tmp_path, qtbot)
    desk.until(lambda: again.one.acts.card is not None)
    desk.until(lambda: again.one.acts.card.reason.toPlainText() == WHY)
    again.one.acts.card.cancel.click()
    desk.until(lambda: aside(desk) == {})


def test_a_new_complaint_half_written_is_there_when_the_card_opens_again(desk):
    desk.page.begin(desk.kade)
    desk.page.new_card.theme.setText("extra kosten")
    desk.until(lambda: aside(desk, of_new("complaint")) == {"theme": "extra kosten"})
    desk.page.new_card.close_card()
    QApplication.processEvents()
    desk.page.begin(desk.kade)
    assert desk.page.new_card.theme.text() == "extra kosten"
    desk.page.new_card.hand_in()
    desk.until(lambda: len(desk.controllers.complaints.ids()) == 2)
    desk.until(lambda: aside(desk, of_new("complaint")) == {})
