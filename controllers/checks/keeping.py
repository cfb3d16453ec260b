"""A check kept as it is at a moment: when it is finished, and when it goes out to be reacted to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from controllers.checks.steps import Steps
from models.checks import queries
from models.checks.entities import CheckRevision, DossierCheck
from models.checks.queries import revisions as kept
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import closing_of, owners_of, plain
from models.checks.rules.content import Content, canonical, content_of, locked, mark_of, read
from models.checks.rules.difference import difference
from models.checks.rules.recurrence import recurrence_sentence
from models.checks.values import CheckFile, CheckState
from models.checks.values.closing import Closing
from models.checks.values.kinds import RevisionKind
from models.checks.values.revision import (
    Revision,
    RevisionDifference,
    RevisionProof,
    Rows,
)
from models.kernel.ids import stamped
from models.kernel.text import N_
from models.settings import queries as settings_queries
from models.store.session import ChangeSession, LookSession


@dataclass(frozen=True, slots=True)
class Maker:
    """Who keeps it, and when."""

    who: str
    at: datetime


class Keeping(Steps):
    """Revisions: what a check was, word for word, with the mark of it."""

    def keep_draft(self, check_id: UUID) -> UUID:
        """Keep the check as it stands now as a draft, such as for a round of reactions.

        Gives the id of the revision. A finished check has its final one: that is given back.
        """
        with self._store.change(N_("Keep draft of check"), self._name(check_id)) as session:
            check = session.get_one(DossierCheck, check_id)
            final = kept.last_final(session, check_id)
            if check.finished_at is not None and final is not None:
                return final.id
            maker = Maker(self._store.who, self._store.now())
            return keep(session, check_id, RevisionKind.DRAFT, maker).id

    def revisions(self, check_id: UUID) -> tuple[Revision, ...]:
        """What was kept of this check, the first before the last."""
        with self._store.look() as session:
            return kept.revisions(session, check_id)

    def revision_content(self, check_id: UUID, revision_id: UUID) -> Content:
        """What stood in a check when it was kept. Raises KeyError for one of another check."""
        with self._store.look() as session:
            return read(kept.contents(session, check_id)[revision_id])

    def content(self, check_id: UUID) -> Content:
        """What stands in the check now, as it would be kept."""
        with self._store.look() as session:
            return content_now(session, check_id)

    def differences(
        self, check_id: UUID, first: UUID | None = None, second: UUID | None = None
    ) -> RevisionDifference | None:
        """Two moments side by side; None when nothing was kept to hold another to.

        Without ids: the last final revision beside the check as it stands, or, when it is
        finished, beside the final revision before it.
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


def content_now(session: LookSession, check_id: UUID) -> Content:
    """Everything that is known of the check in this moment."""
    check, rows = queries.file(session, check_id), rows_of(session, check_id)
    row = session.with_deleted(DossierCheck, check_id)
    keys = {one.question_key for one in check.findings} - {""}
    before = queries.recurrences(session, row, keys) if row is not None and keys else {}
    again = {key: recurrence_sentence(one) for key, one in before.items()}
    return content_of(check, rows, plain(told(session, check, rows)), again)


def told(session: LookSession, check: CheckFile, rows: Rows) -> Closing:
    """The summary as the centre may see it; before any day is known, by the terms of its making."""
    changed = settings_queries.settings(session).changed
    made = stamped(check.id).date()
    return closing_of(check, owners_of(rows["finding"]), made, changed)


def prove(session: LookSession, check_id: UUID) -> RevisionProof:
    """Whether what was kept of this check holds, and whether it still is that."""
    check = session.with_deleted(DossierCheck, check_id)
    every = kept.revisions(session, check_id)
    contents = kept.contents(session, check_id)
    finals = [one for one in every if one.kind is RevisionKind.FINAL]
    final = finals[-1] if finals else None
    finished = check is not None and not check.deleted and check.finished_at is not None
    stands = None
    if finished and final is not None:
        stands = locked(content_now(session, check_id)) == locked(read(contents[final.id]))
    return RevisionProof(
        finished=finished,
        final=final,
        broken=tuple(one for one in every if mark_of(contents[one.id]) != one.sha256),
        stands=stands,
    )


NOW = "de controle nu"


def differences(
    session: LookSession, check_id: UUID, first: UUID | None = None, second: UUID | None = None
) -> RevisionDifference | None:
    """As `Keeping.differences`."""
    check = queries.file(session, check_id)
    every = {one.id: one for one in kept.revisions(session, check_id)}
    finals = [one.id for one in every.values() if one.kind is RevisionKind.FINAL]
    if first is None and check.state is CheckState.FINISHED:
        first, second = (finals[-2], finals[-1]) if len(finals) > 1 else (None, None)
    elif first is None:
        first = finals[-1] if finals else None
    if first is None:
        return None
    contents = kept.contents(session, check_id)
    after = read(contents[second]) if second else content_now(session, check_id)
    return RevisionDifference(
        check_id=check_id,
        reference=check.reference,
        centre=check.centre_name,
        first=version_words(every[first]),
        second=version_words(every[second]) if second else NOW,
        lines=difference(read(contents[first]), after),
    )


def version_words(one: Revision) -> str:
    """Versie 2; ontwerp 1."""
    kind = "versie" if one.kind is RevisionKind.FINAL else "ontwerp"
    return f"{kind} {one.number}"
