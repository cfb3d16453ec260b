"""A check kept as it is at a moment: when it is finished, and when it goes out to be reacted to."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from controllers.checks.drawing import sample_desk
from controllers.checks.steps import Steps
from models.centres import queries as centre_queries
from models.checks import queries
from models.checks.entities import CheckRevision, DossierCheck
from models.checks.queries import revisions as kept
from models.checks.queries import samples
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import closing_of, owners_of, plain
from models.checks.rules.content import FORMAT, Content, canonical, content_of, mark_of, read
from models.checks.rules.difference import between
from models.checks.rules.protocol import honest
from models.checks.rules.recurrence import recurrence_sentence
from models.checks.rules.seal import holds, rule_of
from models.checks.values import CheckFile, CheckState
from models.checks.values.closing import Closing
from models.checks.values.kinds import RevisionKind
from models.checks.values.revision import (
    PaperDesk,
    Revision,
    RevisionDifference,
    RevisionProof,
    Rows,
)
from models.kernel.ids import stamped
from models.kernel.wording import long_date, moment_words
from models.letters import queries as letter_queries
from models.settings import queries as settings_queries
from models.store.session import ChangeSession, LookSession


@dataclass(frozen=True, slots=True)
class Maker:
    """Who keeps it, and when."""

    who: str
    at: datetime


class Keeping(Steps):
    """Revisions: what a check was, word for word, with the mark of it."""

    def revisions(self, check_id: UUID) -> tuple[Revision, ...]:
        """What was kept of this check, the first before the last."""
        with self._store.look() as session:
            return kept.revisions(session, check_id)

    def papers(self, check_id: UUID) -> PaperDesk:
        """Which papers there are of a check, and of which moments."""
        with self._store.look() as session:
            check = session.get_one(DossierCheck, check_id)
            return PaperDesk(
                check_id=check_id,
                reference=check.reference,
                centre=centre_queries.identity(session, check.centre_id).name,
                begun=check.started_at is not None,
                finished=check.finished_at is not None,
                drawn=samples.sample_row(session, check_id) is not None,
                revisions=kept.revisions(session, check_id),
            )

    def content(self, check_id: UUID) -> Content:
        """What stands in the check now, as it would be kept."""
        with self._store.look() as session:
            return content_now(session, check_id)

    def differences(
        self, check_id: UUID, first: UUID | None = None, second: UUID | None = None
    ) -> RevisionDifference | None:
        """Two moments side by side, the earlier first; None when nothing was kept to hold to.

        Without a second: the first beside the check as it stands. Without ids: the last final
        revision beside the check as it stands, or, when it is finished, beside the final
        revision before it.
        """
        with self._store.look() as session:
            return differences(session, check_id, first, second)

    def prove(self, check_id: UUID) -> RevisionProof:
        """Hold what was kept against its marks, and a finished check against what was kept."""
        with self._store.look() as session:
            return prove(session, check_id)

    def prove_all(self) -> tuple[str, ...]:
        """The references of finished or kept checks that do not hold any more."""
        with self._store.look() as session:
            odd = [one for one in kept.kept(session) if not prove(session, one).whole]
            found = [session.with_deleted(DossierCheck, one) for one in odd]
            return tuple(sorted(check.reference for check in found if check is not None))


def keep(session: ChangeSession, check_id: UUID, kind: RevisionKind, maker: Maker) -> CheckRevision:
    """Write the check down as it stands in this step."""
    session.flush()
    content = canonical(content_now(session, check_id))
    row = CheckRevision(
        check_id=check_id,
        number=kept.next_number(session, check_id, kind),
        kind=kind,
        made_at=maker.at,
        made_by=maker.who,
        content=content,
        sha256=mark_of(content),
    )
    session.add(row)
    session.flush()
    return row


def keep_shown(
    session: ChangeSession, check: DossierCheck, maker: Maker, summary: str | None = None
) -> UUID:
    """Where what the centre gets to see stands word for word: since the end, or in a draft.

    `summary` is the mark of the summary it sees; an end that tells it otherwise does not hold it.
    Nothing is kept twice.
    """
    final = kept.last_final(session, check.id)
    if check.finished_at is not None and final is not None:
        told = mark_of(canonical(read(final.content).get("summary")))
        if summary in {None, told}:
            return final.id
    session.flush()
    known = kept.same_content(session, check.id, mark_of(canonical(content_now(session, check.id))))
    return known or keep(session, check.id, RevisionKind.DRAFT, maker).id


def content_now(session: LookSession, check_id: UUID) -> Content:
    """Everything that is known of the check in this moment."""
    found = _written(session, check_id)
    if sentence := honest(sample_desk(session, check_id, made_on(check_id))):
        found["outcome"]["sample"] = sentence
    if proposed := _proposed(session, check_id):
        found["outcome"]["ladder"] = proposed
    return found


def _written(session: LookSession, check_id: UUID) -> Content:
    """As `content_now`, without what the draw and other checks of the centre lead to."""
    check, rows = queries.file(session, check_id), rows_of(session, check_id)
    row = session.with_deleted(DossierCheck, check_id)
    keys = {one.question_key for one in check.findings} - {""}
    before = queries.recurrences(session, row, keys) if row is not None and keys else {}
    often = {key: recurrence_sentence(one) for key, one in before.items()}
    again = queries.rechecks(session, check_id) if rows["recheck"] else ()
    return content_of(check, rows, plain(told(session, check, rows)), often, again)


def _proposed(session: LookSession, check_id: UUID) -> str:
    """The step of the ladder the rules propose on the day of the end, with the why."""
    check = session.get_one(DossierCheck, check_id)
    if check.finished_at is None:
        return ""
    day = check.finished_at.astimezone().date()
    found = letter_queries.ladder(session, check.centre_id, day, None, day)
    return found.why if found.proposed is not None else ""


def told(session: LookSession, check: CheckFile, rows: Rows) -> Closing:
    """The summary as the centre may see it; before any day is known, by the terms of its making."""
    changed = settings_queries.settings(session).changed
    return closing_of(check, owners_of(rows["finding"]), made_on(check.id), changed)


def made_on(check_id: UUID) -> date:
    """The day on which a check was planned."""
    return stamped(check_id).date()


def prove(session: LookSession, check_id: UUID) -> RevisionProof:
    """Whether what was kept of this check holds, and whether it still is that."""
    check = session.with_deleted(DossierCheck, check_id)
    every = kept.revisions(session, check_id)
    contents = kept.contents(session, check_id)
    finals = [one for one in every if one.kind is RevisionKind.FINAL]
    final = finals[-1] if finals else None
    finished = check is not None and not check.deleted and check.finished_at is not None
    broken = tuple(one for one in every if mark_of(contents[one.id]) != one.sha256)
    if final is None:
        return RevisionProof(finished=finished, final=None, broken=broken, stands=None)
    content = _legible(contents[final.id])
    if content is None:
        return RevisionProof(finished=finished, final=final, broken=broken, stands=False)
    rule = rule_of(content)
    return RevisionProof(
        finished=finished,
        final=final,
        broken=broken,
        stands=holds(content, _written(session, check_id)) if finished else None,
        rule=rule,
        newer=rule > FORMAT,
        older=rule < FORMAT,
        moments=len(every),
    )


def _legible(text: str) -> Content | None:
    """What was kept; None when somebody made it into something else than content."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


NOW = "de controle nu"


def differences(
    session: LookSession, check_id: UUID, first: UUID | None = None, second: UUID | None = None
) -> RevisionDifference | None:
    """As `Keeping.differences`. Raises KeyError for a revision of another check."""
    check = queries.file(session, check_id)
    every = kept.revisions(session, check_id)
    known = {one.id: one for one in every}
    if first is None:
        first, second = _usual(every, finished=check.state is CheckState.FINISHED)
    if first is None:
        return None
    if second is not None and _before(every, second, first):
        first, second = second, first
    contents = kept.contents(session, check_id)
    after = read(contents[second]) if second else content_now(session, check_id)
    marks = (
        known[first].sha256,
        known[second].sha256 if second else mark_of(canonical(after)),
    )
    return RevisionDifference(
        check_id=check_id,
        reference=check.reference,
        centre=check.centre_name,
        first=version_words(known[first]),
        second=version_words(known[second]) if second else NOW,
        lines=between(read(contents[first]), after, marks),
        first_id=first,
        second_id=second,
        first_mark=marks[0],
        second_mark=marks[1],
        moments=(kept_words(known[first]), kept_words(known[second]) if second else ""),
        reopened=tuple(
            reopening_words(one)
            for one in _between(every, first, second)
            if one.reopened_at is not None
        ),
    )


def _between(every: tuple[Revision, ...], first: UUID, second: UUID | None) -> tuple[Revision, ...]:
    """From the first moment up to the second; up to now without one."""
    order = [one.id for one in every]
    return every[order.index(first) : order.index(second) if second else None]


def kept_words(one: Revision) -> str:
    """Bewaard op 14 april 2026, 9.30 uur, door Lotte Verhaegen."""
    return f"bewaard op {moment_words(one.made_at)}, door {one.made_by}"


def reopening_words(one: Revision) -> str:
    """That an end was opened again, when, by whom and why."""
    return f"{reopened_words(one)} Reden: {one.reopened_why}"


def reopened_words(one: Revision) -> str:
    """The same without why: that stays with the service."""
    assert one.reopened_at is not None  # noqa: S101 - asked of one that was opened again
    at = one.reopened_at.astimezone()
    moment = f"{long_date(at.date())} om {at.hour}.{at:%M} uur"
    opened = f"{version_words(one).capitalize()} werd op {moment} opnieuw geopend"
    return f"{opened} door {one.reopened_by}."


def _usual(every: tuple[Revision, ...], *, finished: bool) -> tuple[UUID | None, UUID | None]:
    """The last end beside the check now; of a finished check the two last ends."""
    finals = [one.id for one in every if one.kind is RevisionKind.FINAL]
    if not finished:
        return (finals[-1] if finals else None), None
    return (finals[-2], finals[-1]) if len(finals) > 1 else (None, None)


def _before(every: tuple[Revision, ...], one: UUID, other: UUID) -> bool:
    order = [each.id for each in every]
    return order.index(one) < order.index(other)


def version_words(one: Revision) -> str:
    """Versie 2; ontwerp 1; versie 1 (ongedaan gemaakt)."""
    kind = "versie" if one.kind is RevisionKind.FINAL else "ontwerp"
    return f"{kind} {one.number}{' (ongedaan gemaakt)' if one.undone else ''}"
