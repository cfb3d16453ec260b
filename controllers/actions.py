"""What people do with the log: write an action down, mend it, and read everything in its order."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from uuid import UUID

from controllers.columns import Column
from controllers.wording import action_word, medium_word
from models.actions import queries, rules
from models.actions.entities import QualityAction
from models.actions.rules import Value
from models.actions.values import (
    ActionDraft,
    ActionFile,
    ActionKind,
    ActionRow,
    ContactMedium,
)
from models.centres import queries as centre_queries
from models.centres.entities import CareerCentre
from models.kernel.text import N_, _
from models.settings import queries as settings_queries
from models.store.gate import longest
from models.store.session import ChangeSession, LookSession
from models.store.store import Store

__all__ = ["COLUMNS", "Actions", "kind_of"]

ROOM = {
    field: longest(QualityAction.metadata.tables["quality_action"], field)
    for field in ("subject", "text", "spoken_to", "officer", "hour")
}
"""Most characters of each text."""


def kind_of(action: ActionFile) -> str:
    """How an action is called in a list: a contact by what it went by."""
    if action.kind is ActionKind.CONTACT and action.medium is not None:
        said = medium_word(action.medium)
    else:
        said = action_word(action.kind)
    return _("{kind}, coaching").format(kind=said) if action.coaching else said


COLUMNS = (
    Column[ActionRow](
        "centre", N_("Centre"), lambda row: row.centre, width=32, kind="two",
        sub=lambda row: kind_of(row.action),
    ),
    Column[ActionRow](
        "enterprise_number", N_("Enterprise number"), lambda row: row.enterprise_number, width=14
    ),
    Column[ActionRow]("day", N_("Day"), lambda row: row.action.day, width=13, kind="date"),
    Column[ActionRow]("hour", N_("Hour"), lambda row: row.action.hour, width=8),
    Column[ActionRow]("kind", N_("Kind"), lambda row: action_word(row.action.kind), width=22),
    Column[ActionRow](
        "medium", N_("Went by"),
        lambda row: medium_word(row.action.medium) if row.action.medium else "", width=14,
    ),
    Column[ActionRow](
        "coaching", N_("Coaching"), lambda row: _("Yes") if row.action.coaching else "", width=10
    ),
    Column[ActionRow]("subject", N_("Subject"), lambda row: row.action.subject, width=36),
    Column[ActionRow]("text", N_("Text"), lambda row: row.action.text, width=60),
    Column[ActionRow]("spoken_to", N_("Spoken to"), lambda row: row.action.spoken_to, width=24),
    Column[ActionRow]("officer", N_("Officer"), lambda row: row.action.officer, width=20),
    Column[ActionRow](
        "reply_by", N_("Reply by"), lambda row: row.action.reply_by, width=13, kind="date"
    ),
    Column[ActionRow](
        "replied_on", N_("Replied on"), lambda row: row.action.replied_on, width=13, kind="date"
    ),
)  # fmt: skip


class Actions:
    """The log of quality actions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self) -> date:
        return self._store.now().astimezone().date()

    def file(self, action_id: UUID) -> ActionFile:
        with self._store.look() as session:
            return queries.file(session, action_id)

    def of_centre(self, centre_id: UUID) -> tuple[ActionFile, ...]:
        """What was written in the log of this centre, newest first."""
        with self._store.look() as session:
            return queries.of_centre(session, centre_id)

    def ids(self, centre_id: UUID | None = None) -> list[UUID]:
        with self._store.look() as session:
            return queries.ids(session, centre_id)

    def rows(self, wanted: Sequence[UUID]) -> list[ActionRow]:
        with self._store.look() as session:
            return queries.rows(session, wanted)

    def awaiting(self, until: date) -> list[ActionFile]:
        """Whose reply was expected by this day and has not come."""
        with self._store.look() as session:
            return queries.awaiting(session, until)

    def people(self, centre_id: UUID) -> list[str]:
        """Whom one may have spoken to: the contact persons of the centre, then its counsellors."""
        with self._store.look() as session:
            file = centre_queries.file(session, centre_id)
        names = [one.name for one in file.contacts] + [one.name for one in file.counsellors]
        return list(dict.fromkeys(name for name in names if name))

    def add(self, centre_id: UUID, draft: ActionDraft) -> UUID:
        """Write one action down, by whom the settings say. Raises Gone and refusals by field."""
        kept = rules.ready(draft, self.today(), ROOM)
        with self._store.change(N_("Add to the log"), self._name(centre_id)) as session:
            centre = session.get_one(CareerCentre, centre_id)
            row = _row(centre.id, kept, self._officer(session))
            session.add(row)
            session.flush()
            return row.id

    def add_all(self, drafts: Iterable[tuple[UUID, ActionDraft]]) -> int:
        """Write down many at once, as one step: such as an info mail to every centre."""
        today = self.today()
        kept = [(centre, rules.ready(draft, today, ROOM)) for centre, draft in drafts]
        with self._store.change(N_("Add to the log"), _of_many(len(kept))) as session:
            officer = self._officer(session)
            session.add_all([_row(centre, draft, officer) for centre, draft in kept])
        return len(kept)

    def edit(self, action_id: UUID, field: str, value: Value) -> None:
        """Write one field, unless it then clashes with another."""
        if field not in EDITED:
            raise KeyError(field)
        with self._store.change(N_("Edit the log"), self._subject(action_id)) as session:
            found = session.get_one(QualityAction, action_id)
            setattr(found, field, self._kept(field, value))
            if field == "kind":
                found.medium = rules.medium_of(found.kind, found.medium)
            if field in {"subject", "text"}:
                rules.check_said(found.subject, found.text, field)
            if field in {"day", "reply_by", "replied_on"}:
                days = found.day, found.reply_by, found.replied_on
                rules.check_reply(*days, self.today(), field)

    def remove(self, action_id: UUID) -> None:
        """Take an action from the log; undo brings it back."""
        with self._store.change(N_("Remove from the log"), self._subject(action_id)) as session:
            session.delete(session.get_one(QualityAction, action_id))

    def _kept(self, field: str, value: Value) -> Value:
        match value:
            case ActionKind():
                return rules.checked_kind(value)
            case ContactMedium():
                return value
            case str() if field == "hour":
                return rules.checked_hour(value)
            case str():
                return rules.checked_text(field, value, ROOM[field])
            case date() | None if field == "day":
                return rules.checked_day(value or self.today(), self.today())
            case _:
                return value

    def _officer(self, session: LookSession | ChangeSession) -> str:
        return settings_queries.settings(session).officer_name or self._store.who

    def _name(self, centre_id: UUID) -> str:
        with self._store.look() as session:
            return centre_queries.identity(session, centre_id).name

    def _subject(self, action_id: UUID) -> str:
        with self._store.look() as session:
            action = queries.file(session, action_id)
            name = centre_queries.identity(session, action.centre_id).name
        return f"{name}: {action.about}"[:200]


EDITED = frozenset(one.name for one in fields(ActionFile)) - {"id", "centre_id"}
"""The fields a person may edit."""


def _row(centre_id: UUID, draft: ActionDraft, officer: str) -> QualityAction:
    return QualityAction(
        centre_id=centre_id,
        kind=draft.kind,
        medium=draft.medium,
        day=draft.day,
        hour=draft.hour or None,
        coaching=draft.coaching or None,
        subject=draft.subject or None,
        text=draft.text or None,
        spoken_to=draft.spoken_to or None,
        officer=officer or None,
        reply_by=draft.reply_by,
        replied_on=draft.replied_on,
    )


def _of_many(count: int) -> str:
    return _("{count} lines").format(count=count)
