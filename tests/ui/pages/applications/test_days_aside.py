"""What is being written in the facts of an application, or of its decision, lies aside and is masked."""

from __future__ import annotations

from tests.ui.pages.applications.test_cards_aside import another_window, aside
from ui.pages.applications.application_view import DAYS

REMARK = "De zaakvoerder belt in juni"


def write_on(field, text):
    """Somebody who does not pause: a text that hands itself in after a silence does not yet."""
    field._timer.setInterval(600_000)
    field.setPlainText(text)


def test_a_remark_half_written_stands_in_its_field_again(desk, tmp_path, qtbot):
    remark = desk.open().view.days.fields["remark"]
    desk.view.show_side(DAYS)
    write_on(remark, REMARK)
    desk.until(lambda: aside(desk) == {"remark": REMARK})
    again = another_window(desk, tmp_path, qtbot)
    said = []
    again.said.connect(said.append)
    field = again.dossier.days.fields["remark"]
    desk.until(lambda: field.toPlainText() == REMARK)
    desk.until(lambda: again.dossier.sides.choice() == DAYS)
    again.settle()
    desk.until(lambda: desk.one.file.remark == REMARK)
    desk.until(lambda: aside(desk) == {})


def test_a_register_number_in_a_remark_is_masked_while_it_is_typed(desk):
    remark = desk.open().view.days.fields["remark"]
    desk.view.show_side(DAYS)
    remark.setFocus()
    desk.type("Klant 85.07.30-033.28 belt ")
    assert "85.07.30" not in remark.toPlainText()
    assert desk.view.days.form.row("remark").warning()


def test_the_motivation_of_a_decision_lies_with_the_decision(desk):
    one = desk.one
    one.ready()
    decision = one.grant()
    panel = desk.open().view.outcome.decision
    desk.until(lambda: panel.form.of == decision)
    write_on(panel.fields["motivation"], "Mevrouw 85.07.30-033.28 voldoet")
    drafts = one.controllers.drafts
    desk.until(lambda: drafts.unsaved(decision))
    (lying,) = drafts.unsaved(decision).values()
    assert lying.text.endswith("voldoet")
    assert "85.07.30" not in panel.fields["motivation"].toPlainText()
