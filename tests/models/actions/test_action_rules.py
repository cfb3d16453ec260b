"""What may stand in the log: days that were, hours of the day, replies in their order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actions import rules
from models.actions.values import (
    LOGGED,
    ActionDayToCome,
    ActionDayTooOld,
    ActionDraft,
    ActionEmpty,
    ActionHourUnreadable,
    ActionKind,
    ActionOfItself,
    ContactMedium,
    NoReplyAsked,
    ReplyBeforeAction,
    ReplyTooFar,
)
from models.centres.values import NationalNumberFound
from models.kernel.days import OUR_TIME

TODAY = date(2026, 5, 4)
ROOM = {"subject": 300, "text": 1000, "spoken_to": 300}


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        *(("9.30", "09:30"), ("9u30", "09:30"), ("9:30", "09:30"), ("0930", "09:30")),
        *(("14u", "14:00"), ("9", "09:00"), ("23:59", "23:59"), ("0.00", "00:00"), ("", None)),
        *(("14.15 u.", "14:15"), ("9 uur", "09:00"), ("930", "09:30")),
    ],
)
def test_an_hour_is_read_however_it_is_typed(typed, hour):
    assert rules.checked_hour(typed) == hour


@pytest.mark.parametrize("typed", ["24:00", "9.75", "straks", "12:345", "-1", "9,5"])
def test_what_is_no_hour_of_the_day_is_refused(typed):
    with pytest.raises(ActionHourUnreadable) as refused:
        rules.checked_hour(typed)
    assert refused.value.field == "hour"


@given(st.times())
def test_every_hour_of_the_day_reads_back_as_itself(moment):
    said = f"{moment:%H:%M}"
    assert rules.checked_hour(said) == said
    assert rules.checked_hour(said.replace(":", "u")) == said


@given(st.dates(OUR_TIME, TODAY))
def test_a_day_that_was_is_kept(day):
    assert rules.checked_day(day, TODAY) == day


def test_the_log_holds_no_day_to_come_and_no_day_of_another_century():
    with pytest.raises(ActionDayToCome) as refused:
        rules.checked_day(TODAY + timedelta(days=1), TODAY)
    assert refused.value.field == "day"
    with pytest.raises(ActionDayTooOld):
        rules.checked_day(date(1926, 5, 4), TODAY)


def test_a_reply_comes_after_what_it_replies_to():
    day = date(2026, 4, 1)
    rules.check_reply(day, date(2026, 4, 1), date(2026, 5, 4), TODAY, "reply_by")
    with pytest.raises(ReplyBeforeAction):
        rules.check_reply(day, date(2026, 3, 31), None, TODAY, "reply_by")
    with pytest.raises(ReplyBeforeAction):
        rules.check_reply(day, date(2026, 4, 30), date(2026, 3, 31), TODAY, "replied_on")
    with pytest.raises(ReplyTooFar):
        rules.check_reply(day, date(2062, 4, 30), None, TODAY, "reply_by")
    with pytest.raises(ActionDayToCome):
        rules.check_reply(day, date(2026, 6, 1), date(2026, 5, 5), TODAY, "replied_on")
    with pytest.raises(NoReplyAsked):
        rules.check_reply(day, None, date(2026, 4, 3), TODAY, "replied_on")


def test_a_draft_is_of_today_unless_it_says_otherwise_and_only_a_contact_went_by_something():
    draft = ActionDraft(medium=ContactMedium.PHONE, subject="  Vraag\tover uren \0")
    kept = rules.ready(draft, TODAY, ROOM)
    assert (kept.day, kept.subject, kept.medium) == (TODAY, "Vraag over uren", ContactMedium.PHONE)
    mail = ActionDraft(ActionKind.INFO_MAIL, ContactMedium.EMAIL, text="Regel 1\nRegel 2")
    assert rules.ready(mail, TODAY, ROOM).medium is None
    assert rules.ready(mail, TODAY, ROOM).text == "Regel 1\nRegel 2"


def test_an_action_that_says_nothing_or_stands_there_by_itself_is_refused():
    with pytest.raises(ActionEmpty):
        rules.ready(ActionDraft(spoken_to="An"), TODAY, ROOM)
    with pytest.raises(ActionOfItself):
        rules.ready(ActionDraft(ActionKind.DOSSIER_CHECK, subject="x"), TODAY, ROOM)
    assert ActionKind.DOSSIER_CHECK not in LOGGED


@pytest.mark.parametrize("field", ["subject", "text", "spoken_to"])
def test_a_national_register_number_is_kept_nowhere(field):
    with pytest.raises(NationalNumberFound) as refused:
        rules.ready(ActionDraft(**({"subject": "x"} | {field: "85.07.30-033.28"})), TODAY, ROOM)
    assert refused.value.field == field
