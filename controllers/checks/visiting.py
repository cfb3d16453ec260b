"""A check from plan to end: when, where, by whom, begun, finished, opened again."""

import secrets
from datetime import date
from uuid import UUID

from controllers.checks.carrying import carry_over
from controllers.checks.channels import add_website
from controllers.checks.keeping import Maker, keep
from controllers.checks.rechecking import refuse_moved_recheck, refuse_unseen
from controllers.checks.steps import Steps
from models.centres import queries as centre_queries
from models.centres.entities import Establishment
from models.checklists import queries as checklist_queries
from models.checklists.values import (
    ChecklistTemplate,
    ChecklistUnknown,
    Unit,
    VersionNotReady,
    VersionState,
)
from models.checks import queries, rules
from models.checks.entities import DossierCheck
from models.checks.queries.revisions import last_final
from models.checks.rules.order import refuse_moved
from models.checks.rules.writing import check_period, checked_day, checked_reason
from models.checks.values import CheckIncomplete, CheckNotBegun, EstablishmentOfAnother
from models.checks.values.kinds import RevisionKind
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.settings import queries as settings_queries
from models.store.session import ChangeSession, LookSession

DOSSIERS, OFFER = "dossier_check", "offer_check"
"""Keys of the checklists that ship with the program."""
READY = frozenset({VersionState.TEST, VersionState.PUBLISHED})
"""A version in one of these states can be used in a new check."""
_PREFIX = {Unit.CLIENT_DOSSIER: "DC", Unit.PUBLIC_CHANNEL: "NA"}
TEXTS = frozenset({"officer", "spoken_to", "conclusion", "follow_up"})
DAYS = frozenset({"planned_on", "visit_date", "period_from", "period_to"})


class Visiting(Steps):
    """The check itself."""

    def plan(
        self,
        centre_id: UUID,
        day: date | None = None,
        establishment_id: UUID | None = None,
        checklist: str = DOSSIERS,
        version: int | None = None,
    ) -> UUID:
        """Put a check on the calendar of a centre, with the newest version of a checklist.

        A version can be asked for by its number: one in test only so.

        Its reference is given here, once: DC (of the offer NA), the year, seven signs. A check of
        the offer begins with the website of the centre, when it is known. Raises DayNotPossible,
        EstablishmentOfAnother, ChecklistUnknown, VersionNotReady.
        """
        today = self._today()
        planned = None if day is None else checked_day(day, "planned_on", today)
        with self._store.look() as looking:
            name = centre_queries.identity(looking, centre_id).name
            officer = settings_queries.settings(looking).officer_name or self._store.who
            unit = _template(looking, checklist, version).unit
        offer = unit is Unit.PUBLIC_CHANNEL
        label = N_("Plan check of the offer") if offer else N_("Plan dossier check")
        with self._store.change(label, name) as session:
            template = _template(session, checklist, version)
            _check_place(session, centre_id, establishment_id)
            check = DossierCheck(
                centre_id=centre_id,
                reference=_new_reference(session, _PREFIX[template.unit], today.year),
                template_key=template.key,
                template_version=template.version,
                unit=template.unit,
                establishment_id=establishment_id,
                planned_on=planned,
                officer=officer,
            )
            session.add(check)
            session.flush()
            if template.unit is Unit.PUBLIC_CHANNEL:
                add_website(session, check)
            carry_over(session, check, today)
            return check.id

    def start(self, check_id: UUID) -> None:
        """Begin the visit: its day is today unless it was set."""
        now = self._store.now()
        with self._change(N_("Start dossier check"), check_id) as (session, check):
            carry_over(session, check, now.astimezone().date())
            check.started_at = check.started_at or now
            check.visit_date = check.visit_date or now.astimezone().date()

    def visit(self, check_id: UUID, establishment_id: UUID | None) -> None:
        """Say which establishment is visited; None is the seat of the centre.

        Raises EstablishmentOfAnother, and Gone for one that was removed since.
        """
        with self._change(N_("Edit dossier check"), check_id) as (session, check):
            if establishment_id != check.establishment_id:
                _check_place(session, check.centre_id, establishment_id)
                check.establishment_id = establishment_id

    def edit(self, check_id: UUID, field: str, value: str | date | None) -> None:
        """Write a text or a day of the check. The visit is today at the latest.

        Raises VisitAfterFollowed and RecheckBeforeVisit for a visit that moves past what came of
        it, or before what it looked at again.
        """
        if field not in TEXTS | DAYS:
            raise KeyError(field)
        kept = self._kept(field, value)
        with self._change(N_("Edit dossier check"), check_id) as (session, check):
            if field == "visit_date" and isinstance(kept, date):
                refuse_moved(kept, queries.days_after(session, check_id))
                refuse_moved_recheck(session, check_id, kept)
            setattr(check, field, kept)
            if field.startswith("period"):
                check_period(check.period_from, check.period_to, field)

    def finish(self, check_id: UUID) -> None:
        """Close the check and keep it word for word, with its mark.

        Raises CheckNotBegun, and CheckIncomplete while cells are missing.
        """
        now = self._store.now()
        with self._change(N_("Finish dossier check"), check_id) as (session, check):
            template = queries.template_of(session, check)
            dossiers = queries.columns(session, check_id, template)
            if check.started_at is None or not dossiers:
                raise CheckNotBegun
            missing = rules.gaps(template, dossiers)
            if missing:
                raise CheckIncomplete(gaps=len(missing))
            refuse_unseen(session, check_id)
            check.finished_at = now
            keep(session, check_id, RevisionKind.FINAL, Maker(self._store.who, now))

    def reopen(self, check_id: UUID, reason: str) -> None:
        """Open a finished check again; the reason stands with its revision and in the history."""
        kept = checked_reason(reason)
        name, now = self._name(check_id), self._store.now()
        with self._store.change(N_("Reopen dossier check"), name, why=kept) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.finished_at is None:
                return
            check.finished_at = None
            final = last_final(session, check_id)
            if final is not None and final.reopened_at is None:
                final.reopened_at, final.reopened_by = now, self._store.who
                final.reopened_why = kept


def _template(session: LookSession, key: str, version: int | None) -> ChecklistTemplate:
    """Raises ChecklistUnknown, also for a list of applications, and VersionNotReady for a draft
    and for one that is retired.
    """
    try:
        found = checklist_queries.template(session, key, version)
    except KeyError as missing:
        raise ChecklistUnknown(field="checklist", key=key, version=version or 1) from missing
    if found.unit not in _PREFIX:
        raise ChecklistUnknown(field="checklist", key=key, version=found.version)
    if version is not None and checklist_queries.state_of(session, found) not in READY:
        raise VersionNotReady(field="checklist", title=found.title, version=version)
    return found


def _check_place(session: LookSession, centre_id: UUID, establishment_id: UUID | None) -> None:
    if establishment_id is None:
        return
    found = session.get(Establishment, establishment_id)
    if found is None or found.deleted:
        raise Gone(field="place")
    if found.centre_id != centre_id:
        raise EstablishmentOfAnother(field="place")


def _new_reference(session: ChangeSession, prefix: str, year: int) -> str:
    """One that no check in this file has; seven hexadecimal signs keep laptops apart too."""
    while True:
        reference = f"{prefix}-{year:04}-{secrets.token_hex(4)[:7].upper()}"
        if not queries.reference_taken(session, reference):
            return reference
