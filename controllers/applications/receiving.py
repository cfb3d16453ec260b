"""An application comes in, is completed, or is taken back by its centre."""

import secrets
from datetime import date
from uuid import UUID

from controllers.applications.steps import NAME_ROOM, Steps
from models.applications import queries
from models.applications.entities import MandateApplication
from models.applications.rules.states import COMPLETION
from models.applications.rules.writing import any_day, kept_name, past_day
from models.applications.values import (
    ApplicationKind,
    ApplicationRunning,
    DayTooEarly,
    QuestionMissing,
    ReceivedTooLate,
    StartBeforeReceived,
)
from models.centres.entities import CareerCentre
from models.centres.rules.editing import kept_text
from models.checklists import queries as checklist_queries
from models.checklists.rules import ASSESSMENT
from models.checklists.values import ChecklistTemplate, ChecklistUnknown, Unit
from models.kernel.text import N_, _
from models.settings import queries as settings_queries
from models.store.session import ChangeSession
from models.terms.rules import term

Value = str | date | ApplicationKind | None


class Receiving(Steps):
    """The days of an application."""

    def receive(
        self,
        centre_id: UUID,
        received_on: date | None,
        kind: ApplicationKind = ApplicationKind.FIRST,
        requested_start: date | None = None,
        checklist: str = ASSESSMENT,
    ) -> UUID:
        """Write down that a centre asks for a mandate, with the newest version of a checklist.

        It stays bound to that version. Its reference is given here, once: AV, the year, seven
        signs. Raises ApplicationRunning while another one is open, ChecklistUnknown for a list
        that assesses no applications, Gone, and refusals of days.
        """
        today = self._today()
        came = past_day(received_on, "received_on", today)
        start = (
            None if requested_start is None else any_day(requested_start, "requested_start", today)
        )
        if start is not None and start < came:
            raise StartBeforeReceived(field="requested_start", start=start, day=came)
        name, assessor = self._name(centre_id), self._myself()
        with self._store.change(N_("Receive application"), name) as session:
            centre = session.get_one(CareerCentre, centre_id)
            _alone(session, centre_id)
            template = _assessment(session, checklist)
            row = MandateApplication(
                centre_id=centre.id,
                reference=_new_reference(session, today.year),
                kind=kind,
                template_key=template.key,
                template_version=template.version,
                received_on=came,
                requested_start=start,
                assessor=assessor,
            )
            session.add(row)
            session.flush()
            return row.id

    def edit(self, application_id: UUID, field: str, value: Value) -> None:
        """Write one field of an application. Raises KeyError for a field that nobody edits."""
        kept = self._kept(field, value)
        with self._change(N_("Edit application"), application_id) as (session, row):
            setattr(row, field, kept)
            _check_order(session, row, field)

    def ask_to_complete(
        self,
        application_id: UUID,
        asked_for: str,
        asked_on: date | None,
        complete_by: date | None = None,
    ) -> None:
        """Ask the centre for what is missing; without a day by when, the rule says it.

        What was complete before waits again. Raises QuestionMissing and refusals of days.
        """
        question = kept_text(asked_for, "asked_for")
        if question is None:
            raise QuestionMissing(field="asked_for")
        with self._change(N_("Ask to complete application"), application_id) as (session, row):
            asked = self._after(asked_on, "asked_on", row)
            changed = settings_queries.settings(session).changed
            due = term(COMPLETION, asked, changed=changed).due
            by = due if complete_by is None else any_day(complete_by, "complete_by", self._today())
            row.asked_for, row.asked_on, row.complete_by = question, asked, by
            row.completed_on = None
            _check_order(session, row, "complete_by")

    def complete(self, application_id: UUID, day: date | None) -> None:
        """Say that the application is complete. Raises refusals of days."""
        with self._change(N_("Complete application"), application_id) as (_session, row):
            first, event = row.received_on, _("the day it came in")
            if row.asked_on is not None:
                first, event = row.asked_on, _("the day the centre was asked")
            row.completed_on = past_day(day, "completed_on", self._today(), first, event)

    def retract(self, application_id: UUID, day: date | None) -> None:
        """The centre takes its application back. Raises refusals of days."""
        with self._change(N_("Take application back"), application_id) as (_session, row):
            row.retracted_on = self._after(day, "retracted_on", row)

    def _after(self, day: date | None, field: str, row: MandateApplication) -> date:
        event = _("the day it came in")
        return past_day(day, field, self._today(), row.received_on, event)

    def _kept(self, field: str, value: Value) -> Value:
        match field, value:
            case "kind", ApplicationKind():
                return value
            case "received_on", _day if value is None or isinstance(value, date):
                return past_day(value, field, self._today())
            case (("requested_start" | "complete_by"), None):
                return None
            case (("requested_start" | "complete_by"), date()):
                return any_day(value, field, self._today())
            case "assessor", str():
                return kept_name(value, field, NAME_ROOM)
            case (("remark" | "asked_for"), str()):
                return kept_text(value, field)
            case _other:
                raise KeyError(field)


def _alone(session: ChangeSession, centre_id: UUID) -> None:
    other = queries.running(session, centre_id)
    if other is not None:
        raise ApplicationRunning(field="centre", reference=other.reference, day=other.received_on)


def _assessment(session: ChangeSession, key: str) -> ChecklistTemplate:
    """The newest published version of a checklist for applications. Raises ChecklistUnknown."""
    try:
        found = checklist_queries.template(session, key)
    except KeyError as missing:
        raise ChecklistUnknown(key=key, version="–") from missing
    if found.unit is not Unit.MANDATE_APPLICATION:
        raise ChecklistUnknown(key=key, version=found.version)
    return found


def _check_order(session: ChangeSession, row: MandateApplication, field: str) -> None:
    """The days of an application follow one another.

    Raises StartBeforeReceived, ReceivedTooLate and DayTooEarly.
    """
    start = row.requested_start
    if field in {"received_on", "requested_start"} and start and start < row.received_on:
        raise StartBeforeReceived(field=field, start=start, day=row.received_on)
    if field == "received_on":
        advised = [one.given_on for one in queries.advices(session, row.id)]
        worked = [day for day in (row.asked_on, row.completed_on, *advised) if day is not None]
        first = min(worked, default=row.received_on)
        if first < row.received_on:
            raise ReceivedTooLate(field=field, day=row.received_on, first=first)
    by, asked = row.complete_by, row.asked_on
    if field == "complete_by" and by is not None and asked is not None and by < asked:
        raise DayTooEarly(field=field, day=by, first=asked, event=_("the day the centre was asked"))


def _new_reference(session: ChangeSession, year: int) -> str:
    """One that no application in this file has; seven hexadecimal signs keep laptops apart too."""
    while True:
        reference = f"AV-{year:04}-{secrets.token_hex(4)[:7].upper()}"
        if not queries.reference_taken(session, reference):
            return reference
