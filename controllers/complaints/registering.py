"""A complaint comes in, and is described: field by field, and never by who complained."""

import secrets
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from controllers.complaints.steps import Steps, room
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.checks.entities import DossierCheck
from models.complaints import queries, rules
from models.complaints.entities import Complaint, ComplaintRoute
from models.complaints.values import (
    CheckElsewhere,
    ComplaintChannel,
    ComplaintDraft,
    ComplaintMedium,
    RegistrationKind,
    SubjectParty,
)
from models.kernel.text import N_
from models.kernel.words import clean
from models.store.session import ChangeSession, LookSession

Value = str | date | StrEnum | UUID | None
CHOICES: Mapping[str, tuple[type[StrEnum], bool]] = {
    "kind": (RegistrationKind, False),
    "subject": (SubjectParty, False),
    "medium": (ComplaintMedium, True),
    "channel": (ComplaintChannel, True),
}
"""Fields that are chosen, and whether they may be left empty."""


class Registering(Steps):
    """What is known of a complaint."""

    def register(self, centre_id: UUID, draft: ComplaintDraft) -> UUID:
        """Write down a complaint of a centre with its first route; one step.

        Its reference is given here, once: KL, the year, seven signs. Who registers handles it,
        unless that person keeps the file of the centre (DOMAIN.md F2.07). Raises ThemeMissing,
        ComplainantNamed, FactsAfterReceipt, Gone, and refusals of days.
        """
        today, theme = self._today(), rules.needed_theme(draft.theme, room("theme") or 80)
        came = rules.past_day(draft.received_on, "received_on", today)
        if draft.facts_on is not None:
            rules.past_day(draft.facts_on, "facts_on", today)
            rules.check_facts_day(draft.facts_on, came)
        with self._store.look() as session:
            centre = centre_queries.identity(session, centre_id)
        me = self._myself()
        with self._store.change(N_("Register complaint"), centre.name) as session:
            row = Complaint(
                centre_id=session.get_one(CareerCentre, centre_id).id,
                reference=_new_reference(session, came.year),
                kind=draft.kind,
                subject=draft.subject,
                theme=theme,
                facts_on=draft.facts_on,
                medium=draft.medium,
                channel=draft.channel,
                handler=None if rules.handler_involved(me, centre.officer) else me,
            )
            session.add(row)
            session.flush()
            session.add(ComplaintRoute(complaint_id=row.id, entry=draft.entry, received_on=came))
            return row.id

    def edit(self, complaint_id: UUID, field: str, value: Value) -> None:
        """Write one field of a complaint. Raises KeyError for a field that nobody edits."""
        write = _WRITERS.get(field)
        if write is None:
            raise KeyError(field)
        kept = write(field, value)
        with self._change(N_("Edit complaint"), complaint_id) as (session, row):
            _check(session, row, field, kept, self._today())
            setattr(row, field, kept)

    def remove(self, complaint_id: UUID) -> None:
        """Take a complaint that was a mistake from the file, with its routes."""
        with self._change(N_("Remove complaint"), complaint_id, closed_too=True) as (session, row):
            for route in queries.routes(session, complaint_id):
                session.delete(route)
            session.delete(row)


def _check(session: LookSession, row: Complaint, field: str, value: Any, today: date) -> None:
    """What depends on the rest of the complaint."""
    if field == "facts_on" and value is not None:
        first = queries.routes(session, row.id)[0].received_on
        rules.past_day(value, field, today)
        rules.check_facts_day(value, first)
    if field == "check_id" and value is not None:
        check = session.get(DossierCheck, value)
        if check is None or check.deleted or check.centre_id != row.centre_id:
            raise CheckElsewhere(field=field)


def _text(field: str, value: Any) -> str | None:
    return rules.nameless(str(value or ""), field, room(field))


def _line(field: str, value: Any) -> str | None:
    return rules.nameless(clean(str(value or "")), field, room(field))


def _theme(field: str, value: Any) -> str:
    return rules.needed_theme(str(value or ""), room(field) or 80)


def _chosen(field: str, value: Any) -> StrEnum | None:
    kind, empty = CHOICES[field]
    if value is None and not empty:
        raise KeyError(field)
    return None if value is None else kind(value)


def _day(_field: str, value: Any) -> date | None:
    return value if isinstance(value, date) else None


def _row(_field: str, value: Any) -> UUID | None:
    return value if isinstance(value, UUID) else None


_WRITERS: Mapping[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(CHOICES, _chosen),
    "theme": _theme,
    "summary": _text,
    "handler": _line,
    "facts_on": _day,
    "check_id": _row,
}
"""How a value of each field that is edited freely is kept."""


def _new_reference(session: ChangeSession, year: int) -> str:
    """One that no complaint in this file has; seven hexadecimal signs keep laptops apart too."""
    while True:
        reference = f"KL-{year:04}-{secrets.token_hex(4)[:7].upper()}"
        if not queries.reference_taken(session, reference):
            return reference
