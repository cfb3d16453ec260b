"""What becomes of a complaint: handled or not, founded or not, solved or not, closed."""

from datetime import date
from uuid import UUID

from controllers.complaints.steps import Steps
from controllers.wording import word
from models.complaints import queries, rules
from models.complaints.entities import Complaint
from models.complaints.values import (
    ComplaintJudgement,
    ComplaintNotClosed,
    ComplaintResolution,
    Inadmissibility,
    UnansweredUnexplained,
)
from models.kernel.text import N_, _
from models.kernel.wording import enumeration
from models.store.session import LookSession


class Settling(Steps):
    """Verbs that weigh and end; a closed complaint changes only after it was reopened."""

    def admit(self, complaint_id: UUID, *, admissible: bool | None = True) -> None:
        """It will be handled; None takes that back. A ground of before goes away with it."""
        label = N_("Admit complaint") if admissible else N_("Weigh admissibility of complaint")
        with self._change(label, complaint_id) as (_session, row):
            row.admissible = admissible
            row.inadmissibility, row.admissibility_reason = None, None

    def dismiss(self, complaint_id: UUID, ground: Inadmissibility | None, reason: str) -> None:
        """It will not be handled: on which ground, and why (DOMAIN.md F2.04, F2.05).

        Raises InadmissibilityMissing, InadmissibilityUnmotivated, JudgedThoughInadmissible.
        """
        kept = rules.nameless(reason, "admissibility_reason")
        rules.check_inadmissible(ground, kept)
        with self._change(N_("Dismiss complaint"), complaint_id) as (_session, row):
            rules.check_judgement(row.judgement, admissible=False)
            row.admissible = False
            row.inadmissibility, row.admissibility_reason = ground, kept

    def judge(
        self,
        complaint_id: UUID,
        judgement: ComplaintJudgement | None,
        resolution: ComplaintResolution | None = None,
    ) -> None:
        """Whether it is founded, and how far it was solved; None takes the judgement away.

        Raises JudgedThoughInadmissible and SolvedThoughUnfounded.
        """
        rules.check_resolution(resolution, judgement)
        with self._change(N_("Judge complaint"), complaint_id) as (_session, row):
            rules.check_judgement(judgement, row.admissible)
            row.judgement, row.resolution = judgement, resolution

    def solve(self, complaint_id: UUID, resolution: ComplaintResolution | None) -> None:
        """How far it was solved. Raises SolvedThoughUnfounded."""
        with self._change(N_("Say how far complaint was solved"), complaint_id) as (_s, row):
            rules.check_resolution(resolution, row.judgement)
            row.resolution = resolution

    def explain(self, complaint_id: UUID, reason: str) -> None:
        """The reasons of the judgement, without names."""
        kept = rules.nameless(reason, "judgement_reason")
        with self._change(N_("Motivate judgement of complaint"), complaint_id) as (_session, row):
            row.judgement_reason = kept

    def close(self, complaint_id: UUID, day: date | None, reason: str = "") -> None:
        """Nothing more is done with it. Without an answer on every route it needs a reason.

        Raises UnansweredUnexplained, which names the routes, and refusals of days.
        """
        kept, today = rules.nameless(reason, "closing_reason"), self._today()
        with self._change(N_("Close complaint"), complaint_id) as (session, row):
            first = _last_day(session, row)
            event = _("the last day of its routes")
            row.closed_on = rules.past_day(day, "closed_on", today, first, event)
            waiting = [
                word(route.entry)
                for route in queries.routes(session, row.id)
                if route.days.settled_on is None
            ]
            if waiting and not kept:
                raise UnansweredUnexplained(field="closing_reason", routes=enumeration(waiting))
            row.closing_reason = kept

    def reopen(self, complaint_id: UUID, reason: str) -> None:
        """Go on with a closed one; the reason stands in the history. Raises ComplaintNotClosed."""
        kept = rules.reopening_reason(reason)
        if not self._file(complaint_id).closed:
            raise ComplaintNotClosed
        label = N_("Reopen complaint")
        with self._change(label, complaint_id, why=kept, closed_too=True) as (_session, row):
            row.closed_on, row.closing_reason = None, None


def _last_day(session: LookSession, row: Complaint) -> date:
    """The newest day that is written in its routes."""
    return max(
        day
        for route in queries.routes(session, row.id)
        for day in (
            route.received_on,
            route.acknowledged_on,
            route.answered_on,
            route.forwarded_on,
        )
        if day is not None
    )
