"""Complaints on the screen, by keyboard: registered, routed, answered, closed; masked everywhere."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.complaints.values import (
    ComplaintJudgement,
    ComplaintState,
    EntryRoute,
    Inadmissibility,
    RegistrationKind,
)
from tests.conftest import TODAY
from ui.kit.base import Text
from ui.kit.page import Ref
from ui.why_card import WhyCard

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_rail_counts_what_is_open_and_what_is_late(desk):
    assert desk.counts[-1] == (1, 1)
    desk.controllers.complaints.close(desk.one, TODAY, "De klant is tevreden.")
    desk.rest()
    assert desk.counts[-1] == (0, 0)


def test_enter_in_the_list_opens_a_complaint_and_escape_by_its_crumb_leads_back(desk):
    desk.page.list.view.setFocus()
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.view.file is not None)
    assert desk.page.showing_one
    desk.view.header.crumb_chosen.emit(0)
    assert not desk.page.showing_one


def test_a_complaint_is_registered_by_keyboard_alone(desk):
    desk.page.open(Ref("complain", desk.kade))
    card = desk.page.new_card
    desk.until(lambda: card.theme.hasFocus())
    desk.type("geen POP")
    desk.key(Key.Key_Return)
    desk.until(lambda: desk.page.showing_one and desk.view.file is not None)
    file = desk.view.file
    assert (file.theme, file.centre_id, file.received_on) == ("geen POP", desk.kade, TODAY)
    assert file.kind is RegistrationKind.COMPLAINT


def test_without_a_centre_the_card_asks_for_one_and_keeps_what_was_typed(desk):
    desk.page.list.new.click()
    card = desk.page.new_card
    desk.until(lambda: card.isVisible())
    card.theme.setFocus()
    desk.type("geen POP")
    card.hand_in()
    desk.until(lambda: card.form.refusals())
    assert "centre" in card.form.refusals()
    assert card.theme.value() == "geen POP"
    card.close_card()


def test_a_day_keeps_itself_and_its_clock_stands_below(desk):
    desk.open()
    (card,) = desk.view.routes.cards.values()
    assert desk.focus is card.fields["acknowledged_on"]
    desk.type("3/4/2026")
    desk.key(Key.Key_Tab)
    desk.rest()
    assert desk.file.routes[0].days.acknowledged_on == date(2026, 4, 3)
    heard, answer = card.clocks.values()
    assert heard.label.text() == "in time; last day:"
    assert answer.label.text() == "12 days left"
    assert answer.day.text() == "16 mei 2026"
    assert answer.internal.text() == "work with 15 mei 2026"


def test_every_computed_date_answers_why(desk):
    desk.open()
    (card,) = desk.view.routes.cards.values()
    day = list(card.clocks.values())[1].day
    day.setFocus()
    desk.key(Key.Key_T, Qt.KeyboardModifier.AltModifier)
    found = desk.page.findChild(WhyCard)
    assert found is not None
    assert found.told.kind == "complaint_reply_days"
    assert "15 mei 2026" in found.told.why
    found.close_card()


def test_an_answer_before_the_receipt_is_refused_under_its_field(desk):
    desk.open()
    (card,) = desk.view.routes.cards.values()
    card.fields["answered_on"].setFocus()
    desk.type("31/3/2026")
    desk.key(Key.Key_Tab)
    desk.until(lambda: card.form.refusals())
    assert "answered_on" in card.form.refusals()
    assert card.fields["answered_on"].text() == "31/03/2026"
    assert desk.file.routes[0].days.answered_on is None
    assert desk.page.drafts() == desk.file.reference


def test_who_complained_is_refused_under_the_summary_and_the_form_says_so(desk):
    desk.open()
    form = desk.view.about
    said = " ".join(label.text() for label in form.findChildren(Text))
    assert "Do not note a name" in said
    form.fields["summary"].setFocus()
    desk.type("Naam: Jan Peeters")
    desk.key(Key.Key_Return, CONTROL)
    desk.until(lambda: form.form.refusals())
    assert "summary" in form.form.refusals()
    assert desk.file.summary == ""


def test_a_second_route_gets_a_card_and_clocks_of_its_own(desk):
    desk.open()
    desk.view.routes.add.click()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    assert desk.card.entry.value() is EntryRoute.OMBUDS
    desk.card.hand_in()
    desk.until(lambda: len(desk.view.routes.cards) == 2)
    assert len(desk.file.clocks) == 4
    assert desk.messages[-1].undo
    desk.controllers.history.undo()
    desk.until(lambda: len(desk.view.routes.cards) == 1)


def test_passing_on_leaves_the_first_receipt_in_sight(desk):
    desk.open()
    (card,) = desk.view.routes.cards.values()
    card.forward.click()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    desk.card.entry.set_value(EntryRoute.CENTRE, afresh=True)
    desk.card.hand_in()
    desk.until(lambda: len(desk.view.routes.cards) == 2)
    first, second = desk.file.routes
    assert (first.days.received_on, first.days.forwarded_on) == (date(2026, 4, 1), TODAY)
    assert second.days.received_on == TODAY


def test_what_is_not_admissible_says_why_on_a_card(desk):
    desk.open()
    desk.view.outcome.dismiss.click()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: "inadmissibility" in desk.card.form.refusals())
    desk.card.ground.set_value(Inadmissibility.NO_FACTS, afresh=True)
    desk.card.reason.setFocus()
    desk.type("Er staat niet in wat er gebeurde.")
    desk.card.hand_in()
    desk.until(lambda: desk.file.admissible is False)
    desk.rest()
    assert not desk.view.outcome.judgement.isEnabled()


def test_the_way_from_receipt_to_closed_and_open_again(desk):
    desk.open()
    acts = desk.view.acts
    acts.acknowledge()
    desk.until(lambda: desk.card is not None and desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: desk.file.state is ComplaintState.ACKNOWLEDGED)
    desk.rest()
    desk.view.outcome.admit.click()
    desk.rest()
    acts.answer()
    desk.until(lambda: desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: desk.file.state is ComplaintState.ANSWERED)
    desk.rest()
    desk.view.outcome.form.changed.emit("judgement", ComplaintJudgement.FOUNDED)
    desk.rest()
    assert desk.view.outcome.resolution.isVisible()
    assert "solved" in desk.file.warnings[0]
    acts.close()
    desk.until(lambda: desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: desk.file.closed)
    desk.rest()
    assert desk.view.about.fields["theme"].isReadOnly()
    acts.reopen()
    desk.until(lambda: desk.card.isVisible())
    desk.card.hand_in()
    desk.until(lambda: desk.card.form.refusals())
    desk.card.reason.setFocus()
    desk.type("Er kwam een tweede brief.")
    desk.card.hand_in()
    desk.until(lambda: not desk.file.closed)


def test_removing_leads_back_to_the_list_and_undo_brings_it_back(desk):
    desk.open()
    desk.view.acts.remove()
    desk.until(lambda: not desk.page.showing_one)
    desk.rest()
    assert desk.controllers.complaints.ids() == []
    desk.controllers.history.undo()
    desk.rest()
    assert desk.controllers.complaints.ids() == [desk.one]


def test_nothing_that_was_said_is_in_the_list(desk):
    desk.controllers.complaints.edit(desk.one, "summary", "Dit blijft binnen.")
    desk.rest()
    shown = [
        desk.page.list.table.data(desk.page.list.table.index(0, column))
        for column in range(desk.page.list.table.columnCount())
    ]
    words = [label.text() for label in desk.page.list.findChildren(QLabel)]
    assert "extra kosten" in str(shown)
    assert "blijft binnen" not in f"{shown} {words}"


def test_the_clock_that_runs_out_first_leads_over_all_routes(desk):
    do = desk.controllers.complaints
    (first,) = do.file(desk.one).routes
    do.acknowledge(desk.one, first.id, date(2026, 4, 8))
    ombuds = do.add_route(desk.one, EntryRoute.OMBUDS, date(2026, 4, 11))
    route, clock = do.file(desk.one).pressing
    assert (route.id, clock.term.due) == (ombuds, date(2026, 4, 21))
    desk.page.open(Ref("complaint", desk.one))
    desk.until(lambda: desk.view.file is not None)
    assert [one.text() for one in desk.view.acts.buttons()][-1] == "Confirm receipt"
    assert desk.focus is desk.view.routes.cards[ombuds].fields["acknowledged_on"]
    do.acknowledge(desk.one, ombuds, date(2026, 4, 20))
    assert do.file(desk.one).pressing[0].id == first.id
