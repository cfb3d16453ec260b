"""What the rest of the house may know of quality actions (content/codelists.yaml)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_


class ActionKind(StrEnum):
    """The kinds of quality action that the agency names (PRODUCT.md S12)."""

    CONTACT = "contact"
    INFO_MAIL = "info_mail"
    INFO_PAGE = "info_page"
    DOSSIER_CHECK = "dossier_check"
    """Never written in the log: every dossier check is one by itself."""
    USER_SURVEY = "user_survey"
    OFFER_CHECK = "offer_check"


LOGGED = tuple(kind for kind in ActionKind if kind is not ActionKind.DOSSIER_CHECK)
"""The kinds that are written by hand."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind is called: alone, as a title over several, within a sentence, and counted."""

    name: str
    many: str
    inside: str
    counted: tuple[str, str, str]
    """None, one, and `{count}` of them."""


KIND_WORDS = {
    ActionKind.CONTACT: KindWords(
        *(N_("Contact"), N_("Contacts"), N_("contact")),
        (N_("no contact"), N_("1 contact"), N_("{count} contacts")),
    ),
    ActionKind.DOSSIER_CHECK: KindWords(
        *(N_("Dossier check"), N_("Dossier checks"), N_("dossier check")),
        (N_("no dossier check"), N_("1 dossier check"), N_("{count} dossier checks")),
    ),
    ActionKind.USER_SURVEY: KindWords(
        *(N_("Survey of users"), N_("User surveys"), N_("user survey")),
        (N_("no user survey"), N_("1 user survey"), N_("{count} user surveys")),
    ),
    ActionKind.OFFER_CHECK: KindWords(
        *(N_("Check of the offer"), N_("Offer checks"), N_("offer check")),
        (N_("no offer check"), N_("1 offer check"), N_("{count} offer checks")),
    ),
    ActionKind.INFO_MAIL: KindWords(
        *(N_("Info mail"), N_("Info mails"), N_("info mail")),
        (N_("no info mail"), N_("1 info mail"), N_("{count} info mails")),
    ),
    ActionKind.INFO_PAGE: KindWords(
        *(N_("Info page"), N_("Info pages"), N_("info page")),
        (N_("no info page"), N_("1 info page"), N_("{count} info pages")),
    ),
}
"""The only table of these words: for log, timelines, coverage and workbooks."""


class ContactMedium(StrEnum):
    """How a contact went."""

    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    ONLINE = "online"
    MEETING = "meeting"


class ActionDayToCome(Refused):
    sentence = N_(
        "{day} is still to come, and the log holds what was done. Write a day up to today, {today}."
    )


class ActionDayTooOld(Refused):
    sentence = N_("{day} is before {first}: that cannot be right here. Check the year.")


class ActionHourUnreadable(Refused):
    sentence = N_("{raw} is not an hour of the day. Write it as 9.30 or 14u15.")


class ActionEmpty(Refused):
    sentence = N_("Write in one line what it was about: a subject, or a text.")


class ActionOfItself(Refused):
    sentence = N_(
        "A dossier check stands in the log by itself. Plan it under Checks; choose another kind"
        " here."
    )


class ReplyBeforeAction(Refused):
    sentence = N_("{day} is before the day of this action, {start}. Choose a later day.")


class ReplyTooFar(Refused):
    sentence = N_("{day} is more than two years after {start}. Check the year.")


class NoReplyAsked(Refused):
    sentence = N_("No reply was asked here. Write first by which day it was expected.")


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """What somebody writes down of one action. Without a day it is of today."""

    kind: ActionKind = ActionKind.CONTACT
    medium: ContactMedium | None = None
    day: date | None = None
    hour: str = ""
    coaching: bool = False
    subject: str = ""
    text: str = ""
    spoken_to: str = ""
    reply_by: date | None = None
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class ActionFile:
    """One action whole. `hour` is 09:30 or empty."""

    id: UUID
    centre_id: UUID
    kind: ActionKind
    medium: ContactMedium | None
    day: date
    hour: str
    coaching: bool
    subject: str
    text: str
    spoken_to: str
    officer: str
    reply_by: date | None
    replied_on: date | None

    @property
    def about(self) -> str:
        """Its subject; without one the first line of its text."""
        return self.subject or self.text.partition("\n")[0]

    def reply_late(self, today: date) -> bool:
        """Whether a reply is still wanted and its last day is over."""
        return self.reply_by is not None and self.replied_on is None and self.reply_by < today


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in a list of several centres."""

    id: UUID
    centre_id: UUID
    enterprise_number: str
    centre: str
    action: ActionFile


class EntryKind(StrEnum):
    """What stands in the log of a centre: actions, and what other rooms did there."""

    ACTION = "action"
    CHECK = "check"
    LETTER = "letter"
    APPLICATION = "application"
    DECISION = "decision"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log of a centre: a day, what it was, and the thing itself.

    `opens` is the id of the thing to open; `action` is there for what was written by hand.
    """

    kind: EntryKind
    id: UUID
    day: date
    title: str
    sub: str
    opens: UUID
    action: ActionFile | None = None
