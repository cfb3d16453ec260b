"""The end of a visit: the summary as the centre may see it, and who saw it."""

from dataclasses import dataclass
from uuid import UUID

from controllers.checks.carrying import waiting
from controllers.checks.keeping import Maker, keep_shown, prove, told
from controllers.checks.steps import Steps
from models.checks import queries, rules
from models.checks.entities import DossierCheck, SeenByCentre
from models.checks.queries import revisions as kept
from models.checks.queries.facts import rows_of
from models.checks.rules.closing import shown_mark, unmeasured
from models.checks.rules.strokes import is_mark
from models.checks.rules.writing import checked_reason, masked_text
from models.checks.values import (
    CheckFile,
    CheckState,
    SeenNameMissing,
    SummaryChanged,
    Unit,
    VisitNotBegun,
)
from models.checks.values.closing import Closing, Seen
from models.checks.values.revision import RevisionProof
from models.kernel.text import N_
from models.kernel.typed import check_room

NAME, ROLE = 120, 120


@dataclass(frozen=True, slots=True)
class ClosingSight:
    """Everything the side that closes a visit shows, read in one moment."""

    check_id: UUID
    state: CheckState
    begun: bool
    closing: Closing
    shown_sha256: str
    """The mark of the summary: of exactly what is on the screen."""
    gaps: int
    unseen: tuple[str, ...]
    """The findings of earlier checks that wait for an answer: what they are about."""
    seen: tuple[Seen, ...]
    proof: RevisionProof
    unmarked: tuple[str, ...] = ()
    """The channels of which nobody noted when they were looked at."""
    unmeasured: tuple[str, ...] = ()
    """The serious findings without a measure: what they are about."""


@dataclass(frozen=True, slots=True)
class SeenDraft:
    """What somebody of the centre gave: a name, perhaps a role, a drawn mark, a remark.

    Who did not sign gives no mark, and `remark` is the reason.
    """

    name: str
    role: str = ""
    mark: str = ""
    remark: str = ""
    not_signed: bool = False


class ClosingVisits(Steps):
    """Closing a visit at the table."""

    def closing(self, check_id: UUID) -> ClosingSight:
        """The summary with its mark, what is still missing, and who saw it."""
        with self._store.look() as session:
            check = queries.file(session, check_id)
            found = told(session, check, rows_of(session, check_id))
            mark = shown_mark(found)
            return ClosingSight(
                check_id=check_id,
                state=check.state,
                begun=check.started_at is not None,
                closing=found,
                shown_sha256=mark,
                gaps=len(rules.gaps(check.template, check.dossiers)),
                unseen=waiting(session, check_id, self._today()),
                seen=kept.seen_of(session, check_id, mark),
                proof=prove(session, check_id),
                unmarked=_unmarked(check),
                unmeasured=unmeasured(check),
            )

    def sign(self, check_id: UUID, draft: SeenDraft, shown_sha256: str) -> UUID:
        """Note that somebody of the centre saw this summary; what was seen is kept with it.

        Or that somebody did not sign, and why: what was shown is kept all the same.
        Raises SeenNameMissing, ReasonMissing, NationalNumberFound, TextTooLong, and SummaryChanged
        when the summary is not what was shown any more, and VisitNotBegun before the visit.
        """
        words = _words(draft)
        now = self._store.now()
        with self._store.change(N_("Note seen by centre"), self._name(check_id)) as session:
            check = session.get_one(DossierCheck, check_id)
            if check.started_at is None:
                raise VisitNotBegun
            found = told(session, queries.file(session, check_id), rows_of(session, check_id))
            if shown_mark(found) != shown_sha256:
                raise SummaryChanged
            maker = Maker(self._store.who, now)
            revision = keep_shown(session, check, maker, shown_sha256)
            row = SeenByCentre(
                check_id=check_id,
                seen_at=now,
                shown_sha256=shown_sha256,
                revision_id=revision,
                **words,
            )
            session.add(row)
            session.flush()
            return row.id


def _unmarked(check: CheckFile) -> tuple[str, ...]:
    if check.template.unit is not Unit.PUBLIC_CHANNEL:
        return ()
    return tuple(one.number for one in check.dossiers if one.looked_at is None)


def _words(draft: SeenDraft) -> dict[str, str | bool | None]:
    name = masked_text(draft.name)
    if name is None:
        raise SeenNameMissing(field="name")
    role = masked_text(draft.role)
    check_room(name, NAME, "name")
    check_room(role or "", ROLE, "role")
    if draft.mark and not is_mark(draft.mark):
        raise ValueError(draft.mark[:40])
    if draft.not_signed:
        why = checked_reason(draft.remark, "remark")
        return {"name": name, "role": role, "remark": why, "not_signed": True}
    remark = masked_text(draft.remark)
    return {"name": name, "role": role, "mark": draft.mark or None, "remark": remark}
