"""The round of reactions: findings go to the centre, what it says, and what the officer decides."""

from datetime import date
from uuid import UUID

from controllers.checks.keeping import Maker, keep_shown
from controllers.checks.steps import Steps, finding_place, of_check
from models.checks import queries, rules
from models.checks.entities import CentreReaction, DossierCheck, Finding, ReactionRound
from models.checks.rules.order import refuse_sent
from models.checks.rules.writing import checked_reason, masked_text
from models.checks.values import (
    CheckNotBegun,
    DeliveryStillToCome,
    FindingUnknown,
    NoRound,
    NothingToSend,
    ReactionKind,
    ReactionMissing,
    ReactionOutcome,
    ReactionsOpen,
    RoundRuns,
    SentStillToCome,
)
from models.kernel.text import N_
from models.settings import queries as settings_queries
from models.store.session import ChangeSession


class Reacting(Steps):
    """Facts are checked with the centre before a finding is final."""

    def begin_round(self, check_id: UUID, sent_on: date, *, registered: bool = False) -> UUID:
        """The findings went to the centre on this day; the term counts from here.

        What it got to read is kept word for word in the same step.
        Raises SentStillToCome, SentBeforeVisit, SentBeforeRound, NothingToSend, RoundRuns,
        CheckNotBegun.
        """
        day = self._past_day(sent_on, "sent_on", SentStillToCome)
        with self._store.change(N_("Send findings to the centre"), self._name(check_id)) as (
            session
        ):
            check = session.get_one(DossierCheck, check_id)
            if check.started_at is None:
                raise CheckNotBegun
            if not any(not one.left_out for one in queries.file(session, check_id).findings):
                raise NothingToSend
            running = _running(session, check_id)
            if running is not None:
                raise RoundRuns(day=running.sent_on)
            changed = settings_queries.settings(session).changed
            sent = [one.sent_on for one in queries.rounds(session, check_id, changed)]
            refuse_sent(day, check.visit_date, max(sent, default=None))
            maker = Maker(self._store.who, self._store.now())
            row = ReactionRound(
                check_id=check_id,
                revision_id=keep_shown(session, check, maker),
                sent_on=day,
                registered=registered or None,
                reply_by=rules.reply_term(day, changed, registered=registered).due,
            )
            session.add(row)
            session.flush()
            return row.id

    def close_round(self, check_id: UUID, closing_words: str = "") -> None:
        """The round is over. Raises NoRound, and ReactionsOpen while one waits for a decision.

        What was said to a finding that no longer stands stays to be read, and waits for nobody.
        Nor does it wait when the centre agrees.
        """
        kept = masked_text(closing_words)
        today = self._today()
        with self._store.change(N_("Close round of reactions"), self._name(check_id)) as session:
            row = _running(session, check_id)
            if row is None:
                raise NoRound
            said = queries.reactions(session, check_id, None)
            standing = {one.key for one in queries.file(session, check_id).findings}
            waiting = sum(one.waits for key in standing & said.keys() for one in said[key])
            if waiting:
                raise ReactionsOpen(count=waiting)
            row.closed_on, row.closing_words = today, kept

    def add_reaction(
        self, check_id: UUID, question_key: str, kind: ReactionKind, text: str, received_on: date
    ) -> UUID:
        """Write down what the centre says to one finding; too late is told, never refused.

        `question_key` is the key of the finding. Raises FindingUnknown, ReactionMissing,
        DeliveryStillToCome, ReceivedBeforeSent, ReceivedBeforeVisit, NationalNumberFound.
        """
        day = self._past_day(received_on, "received_on", DeliveryStillToCome)
        kept = masked_text(text)
        if kept is None and kind is not ReactionKind.AGREES:
            raise ReactionMissing(field="text")
        with self._store.change(N_("Note reaction of the centre"), self._name(check_id)) as session:
            check = session.get_one(DossierCheck, check_id)
            running = _running(session, check_id)
            sent_on = running.sent_on if running else None
            rules.checked_received(day, sent_on, check.visit_date)
            row = CentreReaction(
                check_id=check_id,
                finding_id=_finding(session, check, question_key),
                received_on=day,
                kind=kind,
                text=kept or "",
            )
            session.add(row)
            session.flush()
            return row.id

    def judge_reaction(
        self, check_id: UUID, reaction_id: UUID, outcome: ReactionOutcome | None, reason: str = ""
    ) -> None:
        """Accept a reaction, in part or not, with a reason; None takes the decision back."""
        why = None if outcome is None else checked_reason(reason, "reason")
        today = None if outcome is None else self._today()
        with self._store.change(N_("Decide about a reaction"), self._name(check_id)) as session:
            row = of_check(session, CentreReaction, check_id, reaction_id)
            row.outcome, row.reason, row.judged_on = outcome, why, today
            row.judged_by = None if outcome is None else self._officer(session)

    def remove_reaction(self, check_id: UUID, reaction_id: UUID) -> None:
        """Take away a reaction that was noted by mistake."""
        with self._store.change(N_("Remove reaction"), self._name(check_id)) as session:
            session.delete(of_check(session, CentreReaction, check_id, reaction_id))


def _running(session: ChangeSession, check_id: UUID) -> ReactionRound | None:
    changed = settings_queries.settings(session).changed
    running = queries.running_round(session, check_id, changed)
    return session.get_one(ReactionRound, running.id) if running else None


def _finding(session: ChangeSession, check: DossierCheck, key: str) -> UUID:
    """The row a reaction is about; a finding nobody wrote in yet gets one."""
    known = queries.file(session, check.id).findings
    if not any(one.key == key for one in known):
        raise FindingUnknown(field="question_key", question=key)
    row, place = finding_place(session, check, key)
    standing = session.get(Finding, row)
    if standing is None or standing.deleted:
        session.put(Finding, row, **place)
    return row
