"""Complaints on a real encrypted file: registered, routed, answered, closed, and all of it undone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.cockpit_words import complaints_title, complaints_words
from controllers.complaints import COLUMNS, Complaints
from controllers.export.centre_sheet import centre_sheet
from models.applications.values import DayMissing, DayStillToCome, DayTooEarly
from models.complaints.values import (
    CheckElsewhere,
    ClockKind,
    ComplainantNamed,
    ComplaintClosed,
    ComplaintDraft,
    ComplaintJudgement,
    ComplaintMedium,
    ComplaintNotClosed,
    ComplaintResolution,
    ComplaintState,
    DaysOutOfOrder,
    EntryRoute,
    FactsAfterReceipt,
    Inadmissibility,
    InadmissibilityMissing,
    JudgedThoughInadmissible,
    LastRoute,
    ReasonForReopening,
    RegistrationKind,
    RouteSettled,
    RouteTakenAlready,
    SolvedThoughUnfounded,
    ThemeMissing,
    UnansweredUnexplained,
)
from models.conditions.values import ConditionKind, Urgency
from models.kernel.errors import Gone
from models.retention.values import Holding
from models.store.file import create
from tests.conftest import PASSPHRASE, TODAY

CAME = date(2026, 4, 1)
DRAFT = ComplaintDraft(CAME, theme="extra kosten", facts_on=date(2026, 3, 12))


@pytest.fixture
def desk(controllers: Controllers) -> Complaints:
    return controllers.complaints


@pytest.fixture
def kade(controllers: Controllers) -> UUID:
    return controllers.centres.add("0566988259", "De Kade")


@pytest.fixture
def one(desk: Complaints, kade: UUID) -> UUID:
    return desk.register(kade, DRAFT)


def route(desk: Complaints, complaint: UUID, place: int = 0) -> UUID:
    return desk.file(complaint).routes[place].id


def test_a_complaint_is_registered_with_its_first_route(desk, one, kade):
    file = desk.file(one)
    assert file.reference.startswith("KL-2026-")
    assert len(file.reference) == len("KL-2026-3F2A91B")
    assert (file.centre_id, file.theme, file.received_on) == (kade, "extra kosten", CAME)
    assert file.state is ComplaintState.RECEIVED
    assert file.late  # the receipt was to be confirmed by 11 April
    assert [clock.kind for clock in file.clocks] == [ClockKind.ACKNOWLEDGE, ClockKind.REPLY]


def test_it_is_one_step_that_can_be_undone_and_redone(desk, one, controllers):
    assert controllers.history.undo()
    assert desk.ids() == []
    with pytest.raises(Gone):
        desk.file(one)
    controllers.history.redo()
    assert desk.file(one).routes[0].days.received_on == CAME


def test_who_registers_handles_it_unless_it_is_the_keeper_of_the_file(desk, kade, controllers):
    assert desk.file(desk.register(kade, DRAFT)).handler == "Lotte Verhaegen"
    controllers.centres.edit(kade, "officer", "Lotte Verhaegen")
    second = desk.register(kade, DRAFT)
    assert desk.file(second).handler == ""
    desk.edit(second, "handler", "Lotte Verhaegen")
    (said,) = desk.file(second).warnings
    assert "Lotte Verhaegen" in said


@pytest.mark.parametrize(
    ("draft", "refusal", "field"),
    [
        (ComplaintDraft(CAME, theme=" "), ThemeMissing, "theme"),
        (ComplaintDraft(None, theme="kosten"), DayMissing, "received_on"),
        (ComplaintDraft(TODAY + timedelta(days=1), theme="k"), DayStillToCome, "received_on"),
        (ComplaintDraft(CAME, theme="k", facts_on=TODAY), FactsAfterReceipt, "facts_on"),
        (ComplaintDraft(CAME, theme="mevrouw Peeters"), ComplainantNamed, "theme"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept(
    desk, kade, draft, refusal, field
):
    with pytest.raises(refusal) as told:
        desk.register(kade, draft)
    assert told.value.field == field
    assert desk.ids() == []


def test_fields_are_edited_one_by_one(desk, one, controllers):
    desk.edit(one, "summary", "Factuur van 95 euro voor een test.")
    desk.edit(one, "medium", ComplaintMedium.EMAIL)
    desk.edit(one, "kind", RegistrationKind.SUGGESTION)
    file = desk.file(one)
    assert (file.summary, file.medium) == (
        "Factuur van 95 euro voor een test.",
        ComplaintMedium.EMAIL,
    )
    assert file.clocks == ()
    assert not file.late
    controllers.history.undo()
    assert desk.file(one).kind is RegistrationKind.COMPLAINT
    with pytest.raises(KeyError):
        desk.edit(one, "reference", "KL-1")


def test_who_complained_cannot_be_written_anywhere(desk, one):
    for act in (
        lambda said: desk.edit(one, "summary", said),
        lambda said: desk.edit(one, "theme", said),
        lambda said: desk.explain(one, said),
        lambda said: desk.dismiss(one, Inadmissibility.NO_FACTS, said),
        lambda said: desk.close(one, TODAY, said),
    ):
        with pytest.raises(ComplainantNamed):
            act("Naam: Jan Peeters")


def test_receipt_is_confirmed_and_the_complaint_answered(desk, one, controllers):
    desk.acknowledge(one, route(desk, one), date(2026, 4, 3))
    assert desk.file(one).state is ComplaintState.ACKNOWLEDGED
    assert not desk.file(one).late
    desk.admit(one)
    assert desk.file(one).state is ComplaintState.IN_HANDLING
    desk.answer(one, route(desk, one), date(2026, 5, 2))
    file = desk.file(one)
    assert file.state is ComplaintState.ANSWERED
    assert not any(clock.open for clock in file.clocks)
    (row,) = desk.rows([one])
    assert row.days_taken == 31
    controllers.history.undo()
    assert desk.file(one).state is ComplaintState.IN_HANDLING


def test_an_answer_before_the_receipt_is_refused(desk, one):
    with pytest.raises(DayTooEarly):
        desk.answer(one, route(desk, one), date(2026, 3, 31))
    with pytest.raises(DayStillToCome):
        desk.answer(one, route(desk, one), TODAY + timedelta(days=1))
    with pytest.raises(DayMissing):
        desk.answer(one, route(desk, one), None)
    desk.answer(one, route(desk, one), date(2026, 4, 20))
    with pytest.raises(DaysOutOfOrder):
        desk.edit_route(one, route(desk, one), "received_on", date(2026, 4, 21))
    with pytest.raises(FactsAfterReceipt):
        desk.edit_route(one, route(desk, one), "received_on", date(2026, 3, 1))
    assert desk.file(one).received_on == CAME


def test_the_ombudsman_asks_about_the_same_and_both_clocks_show(desk, one, controllers):
    second = desk.add_route(one, EntryRoute.OMBUDS, date(2026, 4, 2))
    file = desk.file(one)
    assert [each.days.entry for each in file.routes] == [EntryRoute.VDAB, EntryRoute.OMBUDS]
    assert len(file.clocks) == 4
    with pytest.raises(RouteTakenAlready):
        desk.add_route(one, EntryRoute.OMBUDS, TODAY)
    desk.answer(one, route(desk, one), date(2026, 4, 20))
    assert desk.file(one).state is not ComplaintState.ANSWERED
    desk.remove_route(one, second)
    assert desk.file(one).state is ComplaintState.ANSWERED
    with pytest.raises(LastRoute):
        desk.remove_route(one, route(desk, one))
    controllers.history.undo()
    assert len(desk.file(one).routes) == 2


def test_a_forwarded_complaint_has_a_new_day_of_receipt(desk, kade, controllers):
    one = desk.register(kade, ComplaintDraft(CAME, EntryRoute.OMBUDS, theme="bereikbaarheid"))
    desk.forward(one, route(desk, one), EntryRoute.VDAB, date(2026, 4, 8), date(2026, 4, 9))
    first, second = desk.file(one).routes
    assert first.days.forwarded_on == date(2026, 4, 8)
    assert not any(clock.open for clock in first.clocks)
    assert second.days.received_on == date(2026, 4, 9)
    assert second.clocks[1].term.due == date(2026, 5, 24)
    assert desk.file(one).received_on == CAME
    with pytest.raises(RouteSettled):
        desk.forward(one, first.id, EntryRoute.CENTRE, TODAY)
    with pytest.raises(DaysOutOfOrder):
        desk.forward(one, second.id, EntryRoute.CENTRE, TODAY, CAME)
    controllers.history.undo()
    (only,) = desk.file(one).routes
    assert only.days.forwarded_on is None


def test_not_handling_asks_a_ground_and_runs_a_clock_of_its_own(desk, one):
    with pytest.raises(InadmissibilityMissing):
        desk.dismiss(one, None, "omdat")
    desk.dismiss(one, Inadmissibility.OLDER_THAN_ONE_YEAR, "De feiten zijn van 2024.")
    file = desk.file(one)
    assert file.admissible is False
    assert file.clocks[1].kind is ClockKind.NOTICE
    with pytest.raises(JudgedThoughInadmissible):
        desk.judge(one, ComplaintJudgement.FOUNDED)
    desk.admit(one)
    assert desk.file(one).inadmissibility is None
    desk.admit(one, admissible=None)
    assert desk.file(one).admissible is None


def test_a_judgement_and_how_far_it_was_solved(desk, one, controllers):
    with pytest.raises(SolvedThoughUnfounded):
        desk.judge(one, ComplaintJudgement.UNFOUNDED, ComplaintResolution.SOLVED)
    desk.judge(one, ComplaintJudgement.PARTLY_FOUNDED)
    desk.solve(one, ComplaintResolution.SOLVED)
    desk.judge(one, ComplaintJudgement.UNFOUNDED)
    assert desk.file(one).resolution is None
    controllers.history.undo()
    assert desk.file(one).resolution is ComplaintResolution.SOLVED


def test_closing_without_an_answer_needs_a_reason(desk, one):
    with pytest.raises(UnansweredUnexplained) as told:
        desk.close(one, TODAY)
    assert told.value.field == "closing_reason"
    desk.close(one, TODAY, "De klant is tevreden.")
    file = desk.file(one)
    assert file.state is ComplaintState.CLOSED
    assert not any(clock.open for clock in file.clocks)
    for act in (
        lambda: desk.edit(one, "theme", "iets anders"),
        lambda: desk.add_route(one, EntryRoute.OMBUDS, TODAY),
        lambda: desk.judge(one, ComplaintJudgement.FOUNDED),
        lambda: desk.close(one, TODAY, "nog eens"),
    ):
        with pytest.raises(ComplaintClosed):
            act()


def test_reopening_keeps_its_reason_in_the_history(desk, one, controllers):
    desk.answer(one, route(desk, one), date(2026, 4, 20))
    with pytest.raises(ComplaintNotClosed):
        desk.reopen(one, "zomaar")
    with pytest.raises(DayTooEarly):
        desk.close(one, date(2026, 4, 19))
    desk.close(one, TODAY)
    with pytest.raises(ReasonForReopening):
        desk.reopen(one, " ")
    desk.reopen(one, "Er kwam een tweede brief.")
    assert desk.file(one).state is ComplaintState.ANSWERED
    newest = controllers.history.steps(controllers.history.ids()[:1])[0]
    assert newest.why == "Er kwam een tweede brief."
    controllers.history.undo()
    assert desk.file(one).closed_on == TODAY


def test_a_complaint_that_was_a_mistake_is_removed(desk, one, controllers):
    desk.close(one, TODAY, "Dubbel ingevoerd.")
    desk.remove(one)
    assert desk.ids() == []
    controllers.history.undo()
    assert desk.file(one).routes


def test_the_check_it_led_to_is_one_of_this_centre(desk, one, kade, controllers):
    other = controllers.centres.add("0887010362", "Elders")
    with pytest.raises(CheckElsewhere):
        desk.edit(one, "check_id", controllers.checks.plan(other, TODAY))
    check = controllers.checks.plan(kade, TODAY)
    desk.edit(one, "check_id", check)
    assert desk.file(one).check_reference.startswith("DC-")


def test_the_open_and_late_stand_first(desk, kade, one):
    fresh = desk.register(kade, ComplaintDraft(TODAY, theme="laat antwoord"))
    done = desk.register(kade, ComplaintDraft(CAME, theme="oud"))
    desk.answer(done, route(desk, done), date(2026, 4, 2))
    assert desk.ids() == [one, fresh, done]
    assert desk.waiting() == (2, 1)
    assert desk.ids(order="theme") == [one, fresh, done]
    assert desk.ids(order="received_on", descending=True)[0] == fresh


def test_the_workbook_holds_what_the_list_shows_and_nothing_that_was_said(
    desk, one, controllers, tmp_path
):
    desk.edit(one, "summary", "Dit blijft binnen.")
    controllers.outgoing.complaints(tmp_path / "klachten.xlsx")
    sheet = load_workbook(tmp_path / "klachten.xlsx").worksheets[0]
    cells = [[cell.value for cell in line] for line in sheet.iter_rows()]
    texts = [str(value) for line in cells for value in line]
    assert any("extra kosten" in text for text in texts)
    assert not any("blijft binnen" in text for text in texts)
    assert any(len([one for one in line if one]) >= len(COLUMNS) - 2 for line in cells)


def test_complaints_follow_their_centre_when_two_are_merged(desk, one, kade, controllers):
    other = controllers.centres.add("0887010362", "De Kade bis")
    moved = desk.register(other, ComplaintDraft(CAME, theme="annulering"))
    controllers.merging.merge(kade, other)
    assert desk.file(moved).centre_id == kade
    assert set(desk.ids(kade)) == {one, moved}
    controllers.history.undo()
    assert desk.file(moved).centre_id == other


def test_clocks_that_run_stand_in_the_follow_up_from_the_day_the_office_aims_at(
    desk, one, controllers
):
    (line,) = controllers.conditions.every()
    assert (line.kind, line.urgency) == (ConditionKind.COMPLAINT, Urgency.LATE)
    assert line.opens.id == one
    assert (line.start, line.last) == (date(2026, 4, 8), date(2026, 4, 11))
    assert line.term is not None
    desk.acknowledge(one, route(desk, one), date(2026, 4, 3))
    (line,) = controllers.conditions.every()
    assert (line.start, line.last) == (date(2026, 4, 21), date(2026, 5, 16))
    assert line.urgency is Urgency.NOW
    desk.answer(one, route(desk, one), date(2026, 5, 1))
    assert controllers.conditions.every() == []


def test_the_cockpit_and_its_sheet_show_numbers_and_days_only(desk, one, kade, controllers):
    desk.edit(one, "summary", "Dit blijft binnen.")
    seen = controllers.cockpit.of(kade)
    assert (len(seen.open_complaints), seen.late_complaints) == (1, 1)
    assert complaints_title(seen) == "Complaints: 1 open, 1 late"
    assert complaints_words(seen) == "1 open · 1 late · next term 10 apr 2026 · 1 complaint in all"
    sheet = repr(centre_sheet(seen))
    assert complaints_words(seen) in sheet
    for kept in ("blijft binnen", "extra kosten", desk.file(one).reference):
        assert kept not in sheet


def test_a_complaint_that_is_open_keeps_the_file_of_its_centre(desk, one, kade, controllers):
    held = {row.id: row.verdict.holding for row in controllers.retention.book().kept}
    assert held[kade] is Holding.COMPLAINT
    desk.close(one, TODAY, "De klant is tevreden.")
    file = desk.file(one)
    assert file.keeping is not None
    assert file.keeping.due == date(2031, 5, 4)
    assert file.keeping.rule.certainty == "G"
    held = {row.id: row.verdict.holding for row in controllers.retention.book().kept}
    assert held[kade] is Holding.TERM


def test_as_known_on_a_day_a_complaint_stands_as_it_stood(terms, tmp_path):
    moment = [datetime(2026, 4, 2, 9, tzinfo=UTC)]
    store, _ = create(
        tmp_path / "toen.waarmerk", PASSPHRASE, replace(terms, clock=lambda: moment[0])
    )
    controllers = Controllers(store)
    kade = controllers.centres.add("0566988259", "De Kade")
    one = controllers.complaints.register(kade, DRAFT)
    moment[0] = datetime(2026, 4, 20, 9, tzinfo=UTC)
    controllers.complaints.answer(one, route(controllers.complaints, one), date(2026, 4, 19))
    past = controllers.as_known(kade, date(2026, 4, 10))
    assert past.complaints.file(one).state is ComplaintState.RECEIVED
    assert controllers.complaints.file(one).state is ComplaintState.ANSWERED
    past.close()
    store.close()
