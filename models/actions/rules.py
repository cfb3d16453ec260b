"""What may stand in the log: days that were, hours of the day, texts without register numbers."""

import re
from dataclasses import replace
from datetime import date, timedelta

from models.actions.values import (
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
from models.centres.rules.editing import kept_text
from models.kernel.days import OUR_TIME
from models.kernel.words import clean

MOST_WAITING = timedelta(days=731)
"""A reply that is expected later than this is a slip of the pen."""
MULTILINE = frozenset({"text"})
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:.hu]\s*(\d{2})?|(\d{2}))?\s*(?:u|uur)?\.?")

Value = str | date | bool | None


def checked_text(field: str, text: str, most: int) -> str | None:
    """The text as it is kept; None when empty. Raises NationalNumberFound and TextTooLong."""
    return kept_text(text, field, one_line=field not in MULTILINE, most=most)


def checked_day(day: date, today: date, field: str = "day") -> date:
    """A day that has been. Raises ActionDayToCome and ActionDayTooOld."""
    if day > today:
        raise ActionDayToCome(field=field, day=day, today=today)
    if day < OUR_TIME:
        raise ActionDayTooOld(field=field, day=day, first=OUR_TIME)
    return day


def checked_hour(raw: str) -> str | None:
    """09:30, however it is typed: 9.30, 9u30, 9:30, 0930, 9u. Raises ActionHourUnreadable."""
    text = clean(raw).lower()
    if not text:
        return None
    match = _HOUR.fullmatch(text)
    hour, minute = (int(match[1]), int(match[2] or match[3] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise ActionHourUnreadable(field="hour", raw=clean(raw))
    return f"{hour:02}:{minute:02}"


def check_reply(
    day: date, reply_by: date | None, replied_on: date | None, today: date, field: str
) -> None:
    """A reply comes after what it replies to, and only when one was asked.

    Raises ReplyBeforeAction, ReplyTooFar, NoReplyAsked and ActionDayToCome.
    """
    if replied_on is not None and reply_by is None:
        raise NoReplyAsked(field=field)
    for then in (reply_by, replied_on):
        if then is not None and then < day:
            raise ReplyBeforeAction(field=field, day=then, start=day)
    if reply_by is not None and reply_by > day + MOST_WAITING:
        raise ReplyTooFar(field=field, day=reply_by, start=day)
    if replied_on is not None:
        checked_day(replied_on, today, field)


def checked_kind(kind: ActionKind) -> ActionKind:
    """A kind that is written by hand. Raises ActionOfItself."""
    if kind is ActionKind.DOSSIER_CHECK:
        raise ActionOfItself(field="kind")
    return kind


def check_said(subject: str | None, text: str | None, field: str = "subject") -> None:
    """Raises ActionEmpty for an action that says nothing."""
    if not (subject or text):
        raise ActionEmpty(field=field)


def medium_of(kind: ActionKind, medium: ContactMedium | None) -> ContactMedium | None:
    """Only a contact goes by something."""
    return medium if kind is ActionKind.CONTACT else None


def ready(draft: ActionDraft, today: date, room: dict[str, int]) -> ActionDraft:
    """The draft as it can be kept, with its day; every text cleaned. Raises a Refused."""
    day = checked_day(draft.day or today, today)
    subject, text, spoken_to = (
        checked_text(field, getattr(draft, field), room[field]) or ""
        for field in ("subject", "text", "spoken_to")
    )
    check_said(subject, text)
    check_reply(day, draft.reply_by, draft.replied_on, today, "reply_by")
    return replace(
        draft,
        kind=checked_kind(draft.kind),
        medium=medium_of(draft.kind, draft.medium),
        day=day,
        hour=checked_hour(draft.hour) or "",
        subject=subject,
        text=text,
        spoken_to=spoken_to,
    )
