"""What a paper tells of a check: as it stands now, or as it was kept at one moment.

A paper of what was kept says so when it is not the newest, and bears the mark it was kept under.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from controllers.checks.keeping import (
    content_now,
    reopened_words,
    reopening_words,
    told,
    version_words,
)
from controllers.export.channel_words import channel_line
from controllers.export.check_report import CheckReport
from controllers.export.closing_sheet import ClosingSheet
from controllers.export.report_words import unit_words
from models.checks import queries
from models.checks.entities import DossierCheck
from models.checks.queries import revisions as kept
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import from_plain, shown_mark
from models.checks.rules.content import Content, canonical, later, mark_of, read
from models.checks.rules.seal import went_on
from models.checks.rules.units import CHANNELS
from models.checks.values.exchange import SheetUse
from models.checks.values.kinds import RevisionKind
from models.checks.values.revision import Revision
from models.kernel.wording import long_date
from models.store.session import LookSession

DRAFT = "ontwerp"


def report(
    session: LookSession,
    check_id: UUID,
    revision_id: UUID | None,
    use: SheetUse = SheetUse.OFFICER,
) -> CheckReport:
    """A finished check is told by its last final revision, so that its mark is the one kept.

    What happened after that end comes along beside it. Raises KeyError for another's revision.
    """
    one = _moment(session, check_id, revision_id)
    if one is None:
        again = reopenings(session, check_id, None, use)
        return CheckReport(content_now(session, check_id), DRAFT, reopened=again, use=use)
    content = read(kept.contents(session, check_id)[one.id])
    made = CheckReport(
        content,
        version_words(one),
        outdated=outdated(session, check_id, one),
        reopened=reopenings(session, check_id, one, use),
        use=use,
    )
    if not _standing_end(session, check_id, one):
        return made
    now = content_now(session, check_id)
    return replace(made, since=later(now)) if went_on(content, now) else made


def closing(session: LookSession, check_id: UUID, revision_id: UUID | None) -> ClosingSheet:
    """A finished check is told as it was kept, so that its mark stands for what is printed.

    On a sheet of an earlier moment stand only those who saw that text. The centre gets it: that an
    earlier end was opened again stands on it, and not why.
    """
    one = _moment(session, check_id, revision_id)
    if one is None:
        check = queries.file(session, check_id)
        found = told(session, check, rows_of(session, check_id))
        content = content_now(session, check_id)
        mark = mark_of(canonical(content))
        seen = kept.seen_of(session, check_id, shown_mark(found))
        again = reopenings(session, check_id, None, SheetUse.CENTRE)
        beside = replace(ClosingSheet(found, seen, mark, 0), **_of_offer(content))
        return replace(beside, reopened=again[-1] if again else "")
    content = read(kept.contents(session, check_id)[one.id])
    found = from_plain(content["summary"])
    old = outdated(session, check_id, one)
    seen = kept.seen_of(session, check_id, shown_mark(found))
    again = reopenings(session, check_id, one, SheetUse.CENTRE)
    return ClosingSheet(
        closing=found,
        seen=tuple(each for each in seen if each.current) if old else seen,
        mark=one.sha256,
        revision=one.number,
        draft=one.kind is RevisionKind.DRAFT,
        outdated=old,
        reopened=again[-1] if again else "",
        **_of_offer(content),
    )


def _of_offer(content: Content) -> dict[str, Any]:
    """What the sheet of a check of the offer says otherwise; nothing of another one."""
    if unit_words(content) is not CHANNELS:
        return {}
    return {"offer": True, "channels": channel_line(content)}


def reopenings(
    session: LookSession, check_id: UUID, one: Revision | None, use: SheetUse
) -> tuple[str, ...]:
    """That ends before this moment were opened again, the first first; None: before now.

    With why for the service alone.
    """
    every = kept.revisions(session, check_id)
    before = every if one is None else every[: [each.id for each in every].index(one.id)]
    say = reopened_words if use is SheetUse.CENTRE else reopening_words
    return tuple(say(each) for each in before if each.reopened_at is not None)


def outdated(session: LookSession, check_id: UUID, one: Revision) -> str:
    """Why this moment is not the newest of its check, as a sentence; empty when it is.

    An end that stands is outdated by a next end alone: a draft of later shows what came after it.
    """
    every = kept.revisions(session, check_id)
    if one.undone:
        name = version_words(replace(one, undone=False))
        return f"Deze afronding werd ongedaan gemaakt: {name} geldt niet."
    place = [each.id for each in every].index(one.id)
    standing = [each for each in every[place + 1 :] if not each.undone]
    finals = [each for each in standing if each.kind is RevisionKind.FINAL]
    stands = one.kind is RevisionKind.FINAL and one.reopened_at is None
    if newer := finals or ([] if stands else standing):
        newest = newer[-1]
        day = long_date(_day(newest))
        return f"Dit is niet de nieuwste versie: {version_words(newest)} werd bewaard op {day}."
    if one.kind is RevisionKind.DRAFT:
        day = long_date(_day(one))
        return f"Dit is een ontwerp van {day}; de controle kan daarna gewijzigd zijn."
    return ""


def _moment(session: LookSession, check_id: UUID, revision_id: UUID | None) -> Revision | None:
    """The revision that was asked for; of a finished check without any, its last end."""
    check = session.get_one(DossierCheck, check_id)
    if revision_id is None:
        final = kept.last_final(session, check_id) if check.finished_at else None
        return kept.revision(final) if final is not None else None
    every = {one.id: one for one in kept.revisions(session, check_id)}
    return every[revision_id]


def _standing_end(session: LookSession, check_id: UUID, one: Revision) -> bool:
    """Whether this is the end of a check that is finished now."""
    final = kept.last_final(session, check_id)
    finished = session.get_one(DossierCheck, check_id).finished_at is not None
    return finished and final is not None and final.id == one.id


def _day(one: Revision) -> date:
    return _local(one.made_at)


def _local(moment: datetime) -> date:
    return moment.astimezone().date()
