"""One centre at a glance: everything its screen and its sheet of paper show, read in one moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from models.actions import queries as action_queries
from models.actions.values import ActionFile
from models.attachments import queries as attachment_queries
from models.centres import queries as centre_queries
from models.centres.values import CentreFile
from models.checks import queries as check_queries
from models.checks.values import Agreed, CheckRow, CheckState, LadderFile
from models.complaints import queries as complaint_queries
from models.complaints.values import ComplaintRow
from models.conditions import queries as condition_queries
from models.conditions.values import Condition, ConditionKind, Urgency
from models.letters import queries as letter_queries
from models.letters.values import LetterRow
from models.mandates import queries as mandate_queries
from models.mandates.rules import DURATION, certificate_gap, mandate_year
from models.mandates.values import CertificateGap, MandateFile, Standing
from models.settings import queries as settings_queries
from models.store.session import LookSession
from models.store.store import Store
from models.surveys import queries as survey_queries
from models.surveys.values import Satisfaction
from models.terms.rules import term
from models.terms.values import Term

PRESSING = frozenset({Urgency.LATE, Urgency.NOW, Urgency.SOON})
SHOWN_ELSEWHERE = frozenset(
    {
        ConditionKind.CERTIFICATE_TODAY,
        ConditionKind.CERTIFICATE_MISSING,
        ConditionKind.CERTIFICATE_NEXT,
        ConditionKind.MANDATE_END,
        ConditionKind.MEASURE,
        ConditionKind.COMPLAINT,
    }
)
"""Certificate, end of the mandate, measures and complaints have a place of their own here."""
R = TypeVar("R", CheckRow, LetterRow)

LETTERS_SHOWN = LOG_SHOWN = 3


@dataclass(frozen=True, slots=True)
class CentreCockpit:
    """A centre whole, how it stands on a day, what was agreed and how satisfied its users are."""

    today: date
    file: CentreFile
    standing: Standing
    end_term: Term | None
    """How the last day of the current mandate follows from the rule; None when it does not."""
    gap_today: CertificateGap | None
    """Since when no certificate holds, when none holds today."""
    gap_then: CertificateGap | None
    """The days without certificate before and on the first day of the next mandate."""
    year: tuple[int, int] | None
    """Which year of the current mandate it is, of how many; None before it starts."""
    checks: tuple[CheckRow, ...]
    letters: tuple[LetterRow, ...]
    """The newest few."""
    letter_count: int
    agreed: tuple[Agreed, ...]
    """Late first, then by last day, then what was carried out."""
    satisfaction: Satisfaction
    log: tuple[ActionFile, ...]
    """The newest few lines of the log of contacts and other actions."""
    attachment_count: int
    attention: tuple[Condition, ...]
    """Conditions of the mandate that ask for a hand now or soon, the most urgent first."""
    known_on: date | None = None
    """The day of the past that this is of; None for the file as it is now."""

    ladder: LadderFile | None = None
    """Which step of the ladder of measures stands, and which the rules propose."""
    complaints: tuple[ComplaintRow, ...] = ()
    """The most pressing first; nothing in them tells what was said, or by whom."""

    @property
    def open_complaints(self) -> tuple[ComplaintRow, ...]:
        return tuple(one for one in self.complaints if one.open)

    @property
    def late_complaints(self) -> int:
        return sum(one.late for one in self.complaints)

    @property
    def last_check(self) -> CheckRow | None:
        """The newest visit that began."""
        begun = [one for one in self.checks if one.state is not CheckState.PLANNED]
        return max(begun, key=_day, default=None)

    @property
    def next_check(self) -> CheckRow | None:
        """The first visit that was planned and not begun, late or to come."""
        planned = [one for one in self.checks if one.state is CheckState.PLANNED]
        return min(planned, key=_day, default=None)

    @property
    def open_measures(self) -> tuple[Agreed, ...]:
        return tuple(one for one in self.agreed if one.open)

    @property
    def late_measures(self) -> tuple[Agreed, ...]:
        return tuple(one for one in self.agreed if one.late)

    @property
    def drafts(self) -> int:
        """Letters among the newest few that are not ready."""
        return sum(bool(letter.missing) for letter in self.letters)


class Cockpits:
    """What one screen and one sheet say of a centre."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, centre_id: UUID) -> CentreCockpit:
        """Raises Gone when the centre is no longer there."""
        today = self._store.now().astimezone().date()
        with self._store.look() as session:
            found = seen(session, centre_id, today)
        return replace(found, known_on=self._store.known_on)


def seen(session: LookSession, centre_id: UUID, today: date) -> CentreCockpit:
    """A fixed number of statements, however much the centre has."""
    standing = mandate_queries.standing(session, centre_id, mandate_queries.day(session, today))
    check_ids = check_queries.ids(session, centre_id)
    letter_ids = letter_queries.ids(session, centre_id)
    spans = [(one.valid_from, one.valid_until) for one in standing.certificates]
    current = standing.current
    agreed, ladder = letter_queries.followed_up(session, centre_id, today)
    return CentreCockpit(
        today=today,
        file=centre_queries.file(session, centre_id),
        standing=standing,
        end_term=_end_term(session, current),
        gap_today=certificate_gap(spans, today),
        gap_then=certificate_gap(spans, standing.next_start) if standing.next_start else None,
        year=_year(current, today),
        checks=_ordered(check_ids, check_queries.rows(session, check_ids)),
        letters=_ordered(
            letter_ids, letter_queries.rows(session, letter_ids[:LETTERS_SHOWN], today)
        ),
        letter_count=len(letter_ids),
        agreed=agreed,
        ladder=ladder,
        satisfaction=survey_queries.satisfaction(session, centre_id, today),
        log=action_queries.of_centre(session, centre_id, LOG_SHOWN),
        attachment_count=len(attachment_queries.ids(session, centre_id)),
        attention=_attention(session, centre_id, today, agreed),
        complaints=tuple(complaint_queries.every(session, today, centre_id)),
    )


def _attention(
    session: LookSession, centre_id: UUID, today: date, agreed: tuple[Agreed, ...]
) -> tuple[Condition, ...]:
    """What the list of conditions says of this centre, but for what has its own place here."""
    found = condition_queries.conditions(session, today, centre_id, agreed={centre_id: agreed})
    return tuple(
        one for one in found if one.urgency in PRESSING and one.kind not in SHOWN_ELSEWHERE
    )


def _year(current: MandateFile | None, today: date) -> tuple[int, int] | None:
    """Of how many years it was granted for, also when it stops early; none after it stopped."""
    if current is None or (current.ended_on is not None and current.ended_on < today):
        return None
    return mandate_year(current.start, current.end, today)


def _end_term(session: LookSession, current: MandateFile | None) -> Term | None:
    if current is None:
        return None
    counted = term(DURATION, current.start, changed=settings_queries.settings(session).changed)
    return counted if counted.due == current.end else None


def _ordered(ids: Sequence[UUID], rows: Sequence[R]) -> tuple[R, ...]:
    found = {row.id: row for row in rows}
    return tuple(found[one] for one in ids if one in found)


def _day(row: CheckRow) -> date:
    return row.day or date.max
