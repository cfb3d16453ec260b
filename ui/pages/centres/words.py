"""What is only said in this room: kinds of counsellors, ways to end, names of fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.centres.values import Gender
from models.kernel.text import N_, _
from models.kernel.wording import short_date

E = TypeVar("E", bound=StrEnum)

GENDERS: Mapping[Gender, str] = {
    Gender.WOMAN: N_("Mrs"),
    Gender.MAN: N_("Mr"),
    Gender.UNKNOWN: N_("Not known"),
}
FIELDS: Mapping[str, str] = {
    "enterprise_number": N_("Enterprise number"),
    "legal_name": N_("Legal name"),
    "trade_name": N_("Trade name"),
    "legal_form": N_("Legal form"),
    "street": N_("Street"),
    "house_number": N_("House number"),
    "box": N_("Box"),
    "postal_code": N_("Postal code"),
    "locality": N_("Town"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "website": N_("Website"),
    "officer": N_("File keeper"),
    "remark": N_("Remark"),
    "establishment_number": N_("Establishment number"),
    "name": N_("Name"),
    "active": N_("In use"),
    "since": N_("Since"),
    "until": N_("Until"),
    "first_name": N_("First name"),
    "last_name": N_("Family name"),
    "gender": N_("Salutation"),
    "role": N_("Role"),
    "languages": N_("Languages"),
    "engagement_type": N_("Works as"),
    "qualification": N_("Professional qualification"),
    "qualification_date": N_("Date of the qualification"),
    "number": N_("Number"),
    "start_date": N_("First day"),
    "end_date": N_("Last day"),
    "ended_on": N_("Ended early on"),
    "end_kind": N_("Reason of the early end"),
    "deviation": N_("Reason for other days"),
    "waiting_period_until": N_("Waiting period until"),
    "continued_on": N_("Told to go on, on"),
    "suspended_from": N_("Suspended from"),
    "suspended_until": N_("Suspended until"),
    "reported_on": N_("Reported to VDAB on"),
    "kind": N_("Kind"),
    "label": N_("As the office wrote it"),
    "issuer": N_("Issued by"),
    "valid_from": N_("Valid from"),
    "valid_until": N_("Valid until"),
    "period_from": N_("Answers from"),
    "period_to": N_("Answers until and with"),
    "invited": N_("How many were invited"),
    "respondents": N_("How many answered"),
    "satisfied": N_("How many of them were satisfied"),
    "source": N_("Where the numbers come from"),
}
"""What people call the fields of a centre file."""


def field_word(field: str) -> str:
    """How a field is called; its own name when this room does not show it."""
    return _(FIELDS[field]) if field in FIELDS else field


def choices(words: Mapping[E, str], nothing: str = "") -> list[tuple[E | None, str]]:
    """For a ChoiceField, in the order of the list; with a word for nothing chosen."""
    found: list[tuple[E | None, str]] = [(None, nothing)] if nothing else []
    return [*found, *((value, _(word)) for value, word in words.items())]


def period(since: date | None, until: date | None) -> str:
    """1 jan 2025 – 3 mrt 2026; with one of the two: since, or until."""
    if since is not None and until is not None:
        return f"{short_date(since)} – {short_date(until)}"
    if since is not None:
        return _("since {day}").format(day=short_date(since))
    return _("until {day}").format(day=short_date(until)) if until is not None else ""
