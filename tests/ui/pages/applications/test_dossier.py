"""The dossier on the screen: keys judge, words keep themselves, refusals stand at their field."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from models.applications.values import (
    ApplicationKind,
    ApplicationState,
    DecisionKind,
    Judgement,
    Sending,
)
from models.checklists.rules import ASSESSMENT
from models.checklists.values import Proof
from tests.controllers.dossiers import CAME, Applicant
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.applications.application_view import CRITERIA, OUTCOME
from ui.pages.applications.page import ApplicationsPage

Key = Qt.Key


def judged(desk, key: str):
    return desk.one.file.of(key).judged


def test_keys_judge_and_write_and_go_on(desk):
    desk.open()
    assert desk.list.current == "MA-01"
    desk.key(Key.Key_1)
    desk.until(lambda: judged(desk, "MA-01").judgement is Judgement.MEETS)
    desk.rest()
    desk.key(Key.Key_N)
    assert desk.focus is desk.panel.motivation
    desk.type("Klopt met het KBO-uittreksel.")
    desk.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.rest()
    assert judged(desk, "MA-01").motivation == "Klopt met het KBO-uittreksel."
    assert desk.list.current == "MA-02"
    assert desk.focus is desk.list
    desk.key(Key.Key_3)
    desk.rest()
    assert judged(desk, "MA-02").judgement is Judgement.DOES_NOT_MEET
    desk.key(Key.Key_0)
    desk.rest()
    assert judged(desk, "MA-02").judgement is None


def test_f8_goes_to_the_next_gap_and_to_its_field(desk):
    desk.one.judge()
    desk.one.controllers.applications.judge(desk.one.application, "MA-04", None)
    desk.one.controllers.applications.write(desk.one.application, "MA-09", "motivation", "")
    desk.open()
    desk.key(Key.Key_F8)
    assert desk.list.current == "MA-04"
    assert desk.focus is desk.list
    desk.key(Key.Key_F8)
    assert desk.list.current == "MA-09"
    assert desk.focus is desk.panel.motivation
    desk.key(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert desk.list.current == "MA-04"


def test_f8_after_a_judgement_asks_for_its_own_motivation(desk):
    desk.open()
    desk.key(Key.Key_2)
    desk.rest()
    desk.key(Key.Key_F8)
    assert desk.list.current == "MA-01"
    assert desk.focus is desk.panel.motivation
    desk.key(Key.Key_F8)
    assert desk.list.current == "MA-02"


def test_a_refused_motivation_stays_with_its_sentence(desk):
    desk.open()
    desk.key(Key.Key_N)
    desk.type("Gesproken met het centrum.")
    desk.one.controllers.applications.retract(desk.one.application, date(2026, 4, 2))
    desk.key(Key.Key_Escape)
    desk.until(lambda: desk.panel.form.refusals())
    desk.view.criteria.stand_on("MA-02")
    desk.rest()
    assert desk.view.drafts()
    desk.view.criteria.stand_on("MA-01")
    desk.rest()
    assert desk.panel.motivation.value() == "Gesproken met het centrum."
    desk.view.settle()
    desk.rest()
    assert "motivation" in desk.panel.form.refusals()


def test_the_foot_says_what_is_missing_and_what_is_proposed(desk):
    desk.open()
    assert "14" in desk.view.criteria.foot.accessibleName()
    desk.one.judge()
    desk.rest()
    assert (
        desk.view.criteria.foot.sentence()
        == "The rules propose: positive. Every requirement is met."
    )


def test_an_advice_with_gaps_is_refused_and_leads_to_the_gap(desk):
    desk.one.complete()
    desk.open()
    desk.list.choose("MA-03")
    desk.view.acts.advise()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: desk.card.form.refusals())
    assert "MA-01" in desk.card.form.refusals()["outcome"]
    assert desk.view.sides.choice() == CRITERIA
    assert desk.list.current == "MA-04"
    desk.card.close_card()


def test_granting_from_the_card_makes_a_mandate_and_undo_takes_both_back(desk):
    desk.one.ready()
    desk.open()
    desk.view.acts.decide()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    assert desk.card.kind.value() is DecisionKind.GRANTED
    assert desk.card.fields["start_date"].value() == date(2026, 6, 1)
    desk.card.hand_in()
    desk.until(lambda: "decided_by" in desk.card.form.refusals())
    desk.card.fields["decided_by"].setText("An Peeters")
    desk.card.hand_in()
    desk.until(lambda: desk.one.file.state is ApplicationState.GRANTED)
    desk.rest()
    assert desk.messages[-1].undo
    assert len(desk.one.controllers.mandates.standing(desk.one.centre).mandates) == 1
    desk.one.controllers.history.undo()
    desk.rest()
    assert desk.view.file.state is ApplicationState.ADVISED


def test_a_mandate_that_needs_a_reason_asks_for_it_on_the_card(desk):
    desk.one.controllers.mandates.add(desk.one.centre, "LB-0", date(2019, 1, 1))
    desk.one.ready()
    desk.open()
    desk.view.acts.decide()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    reason = desk.card.form.row("deviation")
    assert not reason.isVisible()
    desk.card.fields["decided_by"].setText("An Peeters")
    desk.card.hand_in()
    desk.until(reason.isVisible)
    desk.card.fields["deviation"].setText("Nieuwe aanvraag na een onderbreking.")
    desk.card.hand_in()
    desk.until(lambda: desk.one.file.state is ApplicationState.GRANTED)


def test_how_a_decision_was_sent_keeps_itself_and_answers_until_when(desk):
    desk.one.ready()
    decision = desk.one.grant()
    desk.open()
    desk.view.show_side(OUTCOME)
    desk.rest()
    panel = desk.view.outcome.decision
    assert panel.until.term() is None
    panel.form.tell("sent_by", Sending.HANDED_OVER)
    panel.fields["sent_on"].setText("04/05/2026")
    panel.fields["sent_on"].settle()
    desk.rest()
    assert desk.one.controllers.applications.decision(decision).sent_on == date(2026, 5, 4)
    assert panel.until.term().due == date(2026, 7, 3)
    panel.fields["served_on"].setText("01/05/2026")
    panel.fields["served_on"].settle()
    desk.until(lambda: panel.form.refusals())
    assert "served_on" in panel.form.refusals()


def test_a_settled_dossier_cannot_be_judged(desk):
    desk.one.ready()
    desk.one.grant()
    desk.open()
    desk.key(Key.Key_3)
    desk.rest()
    assert judged(desk, "MA-01").judgement is Judgement.MEETS
    assert desk.panel.motivation.isReadOnly()


def test_asking_to_complete_shows_why_the_day_is_what_it_is(desk):
    desk.open()
    desk.view.acts.ask_to_complete()
    card = desk.card
    desk.rest()
    assert card.why.term() is not None
    assert card.by.value() == card.why.term().due
    card.hand_in()
    desk.until(lambda: "asked_for" in card.form.refusals())
    card.asked_for.setPlainText("De jaarrekening.")
    card.hand_in()
    desk.until(lambda: desk.one.file.state is ApplicationState.TO_COMPLETE)
    desk.rest()
    assert desk.view.band.steps[1].day.term() is not None


def test_the_list_leads_to_the_dossier_and_a_new_one_is_written_down(desk):
    assert desk.page.list.table.rowCount() == 1
    assert desk.page.list._count.text() == "1"
    other = desk.one.controllers.centres.add("0887010362", "Andere bv")
    desk.page.begin(other)
    card = desk.page.new_card
    desk.rest()
    assert card.search.text() == "Andere bv"
    card.hand_in()
    desk.until(lambda: desk.view.file is not None)
    assert desk.view.file.centre_id == other
    assert desk.view.file.advice is None


def test_files_are_kept_with_the_requirement_they_prove(desk, tmp_path):
    proof = tmp_path / "overzicht.txt"
    proof.write_text("412 uren")
    desk.open()
    desk.key(Key.Key_B)
    assert "Judge this requirement" in desk.panel.proof.trouble.text()
    desk.key(Key.Key_1)
    desk.rest()
    desk.panel.proof.bring([proof])
    desk.until(lambda: desk.panel.proof.files)
    assert desk.panel.proof.files[0].name == "overzicht.txt"
    desk.list.choose("MA-02")
    desk.key(Key.Key_1)
    desk.rest()
    assert desk.panel.proof.files == ()


def test_a_renewal_says_what_the_rules_ask_for_it(desk):
    desk.page.begin(desk.one.centre)
    card = desk.page.new_card
    card.start_day.set_value(date(2026, 11, 1), afresh=True)
    card.kind.set_value(ApplicationKind.RENEWAL, afresh=True)
    card.kind.edited.emit(ApplicationKind.RENEWAL)
    desk.rest()
    assert "no file" in card.form.row("kind").field.accessibleDescription()
    card.close_card()


def test_what_is_wrong_with_proof_comes_in_sight(desk):
    desk.page.resize(1047, 420)
    desk.open()
    desk.rest()
    trouble, port = desk.panel.proof.trouble, desk.panel._area.viewport()
    desk.panel._area.verticalScrollBar().setValue(0)
    QApplication.clipboard().setImage(QImage(20, 20, QImage.Format.Format_RGB32))
    desk.panel.proof.paste()
    assert "Judge this requirement" in trouble.text()
    desk.until(
        lambda: port.rect().contains(
            trouble.rect().translated(trouble.mapTo(port, trouble.rect().topLeft()))
        )
    )


@pytest.fixture
def proven(desk, tmp_path):
    """MA-01 and MA-02 are motivated; a file is kept with MA-01."""
    do = desk.one.controllers
    for key in ("MA-01", "MA-02"):
        do.applications.write(desk.one.application, key, "motivation", f"Zo staat het bij {key}.")
    scan = tmp_path / "bewijs.txt"
    scan.write_text("412 uren")
    about = do.applications.proof_of(desk.one.application, "MA-01")
    do.attachments.add(desk.one.centre, [scan], about)
    desk.open()
    desk.rest()
    return desk


def test_proof_that_comes_late_does_not_stand_under_the_next_requirement(proven):
    stand = proven.view.criteria.stand_on
    stand("MA-03")
    proven.rest()
    stand("MA-01")
    stand("MA-02")
    proven.rest()
    assert not proven.panel.proof.files
    stand("MA-01")
    proven.rest()
    assert [one.name for one in proven.panel.proof.files] == ["bewijs.txt"]


def test_more_proof_can_come_where_only_proof_is_left(proven):
    do = proven.one.controllers.applications
    proven.view.criteria.stand_on("MA-01")
    do.write(proven.one.application, "MA-01", "motivation", "")
    proven.rest()
    proven.panel.focus_proof()
    assert proven.panel.proof.trouble.isHidden()
    assert not proven.panel.proof.add.isHidden()


def test_what_lacks_its_proof_is_told_as_such(desk):
    lists = desk.one.controllers.checklists
    draft = lists.draft_from(ASSESSMENT, 1)
    lists.edit_question(lists.file(ASSESSMENT, 2).question_ids["MA-01"], "proof", Proof.PROOF)
    lists.begin_test(draft)
    lists.publish(draft)
    do = desk.one.controllers
    centre = do.centres.add("0123456749", "Loopbaanhuis Nete")
    desk.one = Applicant(do, centre, do.applications.receive(centre, CAME))
    desk.one.judge(MA_01=Judgement.DOES_NOT_MEET)
    desk.open()
    desk.rest()
    assert "1 without proof" in desk.view.criteria.foot.accessibleName()
    assert "without motivation" not in desk.view.criteria.foot.accessibleName()


def test_what_stood_open_last_time_and_is_gone_is_forgotten_without_a_word(desk, qtbot, tmp_path):
    memory = Memory(tmp_path / "later.ini")
    memory.keep_word("applications/open", str(uuid4()))
    page = ApplicationsPage(desk.one.controllers, desk.page._tasks, memory)
    told: list[Message] = []
    page.said.connect(told.append)
    qtbot.addWidget(page)
    desk.until(lambda: not page.showing_one)
    assert not told
    assert memory.word("applications/open") == ""
    page.open(Ref("application", uuid4()))
    desk.until(lambda: not page.showing_one)
    assert [one.sentence for one in told] == ["This record no longer exists."]


def test_what_is_taken_back_while_it_stands_open_is_told(desk, qtbot, tmp_path):
    memory = Memory(tmp_path / "later.ini")
    memory.keep_word("applications/open", str(desk.one.application))
    page = ApplicationsPage(desk.one.controllers, desk.page._tasks, memory)
    told: list[Message] = []
    page.said.connect(told.append)
    qtbot.addWidget(page)
    desk.until(lambda: page.dossier.file is not None)
    desk.one.controllers.history.undo()
    page.reload()
    desk.until(lambda: not page.showing_one)
    assert [one.sentence for one in told] == ["This record no longer exists."]
