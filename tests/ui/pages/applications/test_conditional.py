"""A requirement with a condition on the screen: not asked, asked, and out of the way again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from controllers.bundle import Controllers
from models.applications.values import Judgement
from models.checklists.rules import ASSESSMENT
from models.checklists.values import AnswerValue, Condition, Unit
from tests.controllers.dossiers import CAME, Applicant
from tests.ui.pages.applications.conftest import Desk

NEW, AFTER = "MA-15", "MA-09"
NOT_ASKED = "Not asked"


@pytest.fixture
def second(desk: Desk) -> Desk:
    """An application received after the office published a list with MA-15 after MA-09."""
    do = desk.one.controllers
    lists = do.checklists
    draft = lists.draft_from(ASSESSMENT, 1)
    file = lists.file(ASSESSMENT, 2)
    added = lists.add_question(file.section_ids["vision"], file.question_ids[AFTER])
    lists.edit_question(added, "text", "De onderaannemers zijn bij naam bekend.")
    lists.edit_question(added, "asked_when", Condition(AFTER, (AnswerValue.NO,)))
    lists.begin_test(draft)
    lists.publish(draft)
    centre = do.centres.add("0123456749", "Loopbaanhuis Nete")
    desk.one = Applicant(do, centre, do.applications.receive(centre, CAME))
    return desk


def badge_of(desk: Desk, key: str) -> str:
    row = next(one for one in desk.list.rows.items if getattr(one, "payload", "") == key)
    return row.badge[1]


def test_what_is_not_asked_says_why_and_takes_no_judgement(second: Desk):
    second.open()
    second.view.criteria.stand_on(NEW)
    second.rest()
    assert not second.page.grab().isNull()
    assert badge_of(second, NEW) == NOT_ASKED
    assert "“voldoet niet”" in second.panel.condition.text()
    assert second.panel.motivation.isReadOnly()
    second.key(Qt.Key.Key_1)
    second.rest()
    assert second.one.file.of(NEW).judged.judgement is None
    assert "14" in second.view.criteria.foot.accessibleName()


def test_the_judgement_before_it_brings_it_in_and_out_of_the_list(second: Desk):
    second.open()
    second.one.controllers.applications.judge(
        second.one.application, AFTER, Judgement.DOES_NOT_MEET
    )
    second.until(lambda: badge_of(second, NEW) != NOT_ASKED)
    assert "15" in second.view.criteria.foot.accessibleName()
    second.view.criteria.stand_on(NEW)
    second.rest()
    second.list.setFocus()
    second.key(Qt.Key.Key_2)
    second.rest()
    assert second.one.file.of(NEW).judged.judgement is Judgement.PARTLY
    second.one.controllers.applications.judge(second.one.application, AFTER, Judgement.MEETS)
    second.until(lambda: badge_of(second, NEW) == NOT_ASKED)
    assert "14" in second.view.criteria.foot.accessibleName()


def short_list(do: Controllers) -> None:
    """A second checklist for applications, published."""
    short = do.checklists.new("Verkorte beoordeling", Unit.MANDATE_APPLICATION)
    section = do.checklists.add_section(short, "A. Alles")
    asked = do.checklists.add_question(section)
    do.checklists.edit_question(asked, "text", "Alles is in orde.")
    do.checklists.begin_test(short)
    do.checklists.publish(short)


def test_a_new_application_asks_by_which_list_only_when_there_is_a_choice(desk: Desk):
    do = desk.one.controllers
    other = do.centres.add("0123456749", "Loopbaanhuis Nete")
    desk.page.begin(other)
    card = desk.page.new_card
    desk.until(lambda: card.isVisible() and card.checklist.value() == ASSESSMENT)
    assert not card.form.row("checklist").isVisible()
    card.close_card()
    short_list(do)
    desk.page.begin(other)
    card = desk.page.new_card
    desk.until(lambda: card.form.row("checklist").isVisible())
    card.received.set_value(CAME, afresh=True)
    card.checklist.set_value("verkorte_beoordeling", afresh=True)
    card.hand_in()
    desk.until(lambda: do.applications.ids(other))
    (made,) = do.applications.ids(other)
    assert do.applications.file(made).template.title == "Verkorte beoordeling"


def test_a_judgement_goes_on_to_what_it_brings_in(second: Desk):
    second.one.controllers.applications.write(
        second.one.application, AFTER, "motivation", "Het staat nergens."
    )
    second.open()
    second.view.criteria.stand_on(AFTER)
    second.rest()
    second.list.setFocus()
    second.key(Qt.Key.Key_3)
    assert second.list.current == NEW
    second.key(Qt.Key.Key_1)
    second.rest()
    assert second.one.file.of(NEW).judged.judgement is Judgement.MEETS
    assert second.list.current == NEW, "it still lacks its motivation"


def test_a_judgement_skips_what_it_takes_out(second: Desk):
    do = second.one.controllers.applications
    do.judge(second.one.application, AFTER, Judgement.DOES_NOT_MEET)
    do.write(second.one.application, AFTER, "motivation", "Het staat nergens.")
    second.open()
    second.view.criteria.stand_on(AFTER)
    second.rest()
    second.list.setFocus()
    second.key(Qt.Key.Key_1)
    assert second.list.current == "MA-10"
