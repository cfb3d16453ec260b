"""The draw: dossiers come into a check by chance that can be repeated; spares take their place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from controllers.checks.steps import Steps, leave, of_check
from controllers.export.facts import MADE_WITH
from models.centres import queries as centre_queries
from models.centres.rules.editing import refuse_national_number
from models.checks import queries
from models.checks.entities import CheckedDossier, DossierCheck, DossierSample
from models.checks.queries import samples
from models.checks.rules import repeat
from models.checks.rules import sample as rules
from models.checks.rules.draw import check_numbers, draw, seed_of, shown
from models.checks.rules.sizing import certainty, proposal
from models.checks.rules.writing import checked_reason, imported_text, masked_text
from models.checks.values import Chosen, DrawKind, Verdict
from models.checks.values.sampling import Draw, DrawWish, Listed, Repeated, SampleDesk
from models.checks.values.sampling_refusals import (
    AlreadyDrawn,
    EarlierTooMany,
    NoEarlierCheck,
    NoSpareLeft,
    NotDrawn,
    NothingDrawn,
)
from models.kernel.errors import Gone
from models.kernel.text import N_
from models.settings import queries as settings_queries
from models.store.session import ChangeSession, LookSession

MOST_GROUP, MOST_NAME = 120, 300
"""Signs there is room for."""


class Drawing(Steps):
    """Drawing, replacing, and what a sample proves."""

    def desk(self, check_id: UUID) -> SampleDesk:
        """The sample of a check as it stands now. Raises Gone."""
        with self._store.look() as session:
            return sample_desk(session, check_id, self._today())

    def draw(self, check_id: UUID, wish: DrawWish) -> UUID:
        """Draw dossiers into a check, in one step. Gives the id of the sample.

        A dossier that was there already stays, with its answers. Raises AlreadyDrawn,
        NoEarlierCheck, EarlierTooMany, and what `rules.draw` and `check_numbers` raise.
        """
        wish = _without_national_numbers(wish)
        seed = seed_of(wish.seed)
        why, by = wish.why or None, wish.by or None
        with self._change(N_("Draw dossiers"), check_id, why=why or "") as (session, _):
            last = samples.sample_row(session, check_id)
            if last is not None:
                _refuse_second(session, check_id, last)
            again, kept, size = _follow_up(session, check_id, wish)
            check_numbers(kept.frame, again)
            found = draw(kept.frame, seed, size, wish.spares, spread=bool(by))
            row = DossierSample(
                check_id=check_id,
                kind=wish.kind,
                list_name=wish.list_name or None,
                numbers=rules.as_lines(kept, follow_up=wish.kind.leaves_out),
                grouped_by=by,
                given=shown(kept.given).given,
                fingerprint=found.fingerprint,
                seed=seed,
                method=found.method,
                program=MADE_WITH,
                size=size,
                spares=wish.spares,
                why=why,
                earlier_check_id=_earlier(session, check_id, wish.kind),
                drawn_at=self._store.now(),
                drawn_by=self._store.who,
            )
            session.add(row)
            session.flush()
            _bring_in(session, row, found, again)
            return row.id

    def replace_dossier(self, check_id: UUID, dossier_id: UUID, reason: str) -> UUID:
        """Let the next spare take the place of a dossier that was drawn, with a reason; one step.

        The dossier leaves with its answers; undo brings both back. Raises ReasonMissing, NotDrawn
        and NoSpareLeft.
        """
        why = checked_reason(reason, "reason")
        with self._change(N_("Replace dossier by a spare"), check_id, why=why) as (session, _):
            row = of_check(session, CheckedDossier, check_id, dossier_id)
            drawn = samples.sample_row(session, check_id)
            dossiers = samples.dossiers_of(session, check_id)
            leaving = next(each for each in dossiers if each.id == dossier_id)
            if drawn is None or leaving.chosen not in rules.BLIND:
                raise NotDrawn(number=row.number)
            again = samples.drawn_again(drawn)
            spares = rules.spares_left(again, dossiers)
            if not spares:
                raise NoSpareLeft
            leave(session, row)
            comes = _come_in(session, drawn, spares[0])
            there = next((each for each in dossiers if each.id == comes), None)
            risk = there.chosen_why if there and there.chosen is Chosen.RISK else ""
            return _put(
                session,
                drawn,
                spares[0],
                comes,
                position=row.position,
                chosen=Chosen.SPARE,
                chosen_why=rules.why_in_place(leaving, why, risk),
                replaces_number=leaving.replaces_number or leaving.number,
                grouped_as=again.group_of.get(spares[0], "")[:MOST_GROUP] or None,
            )

    def repeat_draw(
        self, check_id: UUID, brought: Sequence[Listed] | None = None, *, by_kept: bool = False
    ) -> Repeated:
        """Make the draw of a check again from what was kept, or from a list somebody brings.

        `by_kept`: that list has no groups of its own. Raises NothingDrawn, and what a list that
        cannot be drawn from raises.
        """
        with self._store.look() as session:
            row = samples.sample_row(session, check_id)
            made = samples.sample(session, check_id)
            if row is None or made is None:
                raise NothingDrawn
            faults = samples.faults_of(session, row)
            if brought is None or faults:
                return Repeated(not faults, (repeat.own_sentence(made, faults),))
            before = row.earlier_check_id if row.kind.leaves_out else None
            known = [each.number for each in samples.dossiers_of(session, before)] if before else []
            return repeat.repeated(made, samples.kept(row), brought, known, by_kept=by_kept)

    def prove_samples(self) -> tuple[str, ...]:
        """What does not come out again of the draws in this file; empty when all do."""
        with self._store.look() as session:
            return tuple(
                f"{reference}: {fault}" for reference, fault in samples.odd_samples(session)
            )


def sample_desk(session: LookSession, check_id: UUID, today: date) -> SampleDesk:
    """The sample of a check as it stands today. Raises Gone."""
    check = session.get(DossierCheck, check_id)
    if check is None:
        raise Gone
    centre = centre_queries.identity(session, check.centre_id)
    dossiers = samples.dossiers_of(session, check_id)
    found = samples.sample(session, check_id)
    before = samples.earlier(session, check_id)
    earlier = samples.dossiers_of(session, before) if before else ()
    blind = found is not None and found.kind is not DrawKind.SAME
    places = rules.picks(found.draw, dossiers) if found and blind else ()
    empty, unjudged = rules.gaps(places, dossiers)
    changed = settings_queries.settings(session).changed
    level = certainty(found.drawn_at.astimezone().date() if found else today, changed)
    reference = session.get_one(DossierCheck, before).reference if before else ""
    major = samples.major_findings(session, before) if before and not found else 0
    return SampleDesk(
        reference=check.reference,
        centre_name=centre.name,
        enterprise_number=centre.enterprise_number,
        sample=found,
        picks=places,
        others=rules.others(dossiers),
        spares=rules.spares_left(found.draw, dossiers) if found and blind else (),
        assurance=rules.said_of_all(found, places, dossiers, level),
        earlier=reference,
        earlier_failed=sum(each.verdict is Verdict.NON_CONFORM for each in earlier),
        earlier_all=len(earlier),
        earlier_numbers=frozenset(each.number for each in earlier),
        empty=empty,
        unjudged=unjudged,
        proposal=None if found else proposal(today, changed, reference, major),
        undone=samples.undone(session, check_id) if found else (),
        taken_back=None if found else samples.taken_back(session, check_id),
    )


def _without_national_numbers(wish: DrawWish) -> DrawWish:
    """The wish as it may be kept: what an officer typed is masked, what came in is refused.

    Groups are kept to draw again with, so they cannot be masked either.
    Raises NationalNumberFound.
    """
    for group in {entry.group for entry in wish.entries}:
        refuse_national_number(group, "by")
    return replace(
        wish,
        by=imported_text(wish.by[:MOST_GROUP], "by") or "",
        list_name=imported_text(wish.list_name[:MOST_NAME], "list_name") or "",
        why=masked_text(wish.why) or "",
    )


def _refuse_second(session: ChangeSession, check_id: UUID, last: DossierSample) -> None:
    """A second draw is only possible when nothing is left of the first; that one then goes."""
    if any(each.sample_id == last.id for each in samples.dossiers_of(session, check_id)):
        raise AlreadyDrawn
    session.delete(last)


def _earlier(session: LookSession, check_id: UUID, kind: DrawKind) -> UUID | None:
    if kind is DrawKind.FIRST:
        return None
    found = samples.earlier(session, check_id)
    if found is None:
        raise NoEarlierCheck(field="kind")
    return found


def _follow_up(
    session: LookSession, check_id: UUID, wish: DrawWish
) -> tuple[tuple[str, ...], rules.KeptList, int]:
    """Which dossiers come again whatever is drawn, the list that is drawn from, and how many."""
    before = _earlier(session, check_id, wish.kind)
    if before is None:
        return (), rules.kept_list(wish.entries, totals=wish.totals), wish.size
    known = samples.dossiers_of(session, before)
    numbers = tuple(each.number for each in known)
    if wish.kind is DrawKind.SAME:
        again = [Listed(each.number, each.group) for each in known]
        return numbers, rules.kept_list(again), len(numbers)
    kept = rules.kept_list(wish.entries, numbers, wish.totals)
    if wish.kind is DrawKind.NEW:
        return (), kept, wish.size
    failed = tuple(each.number for each in known if each.verdict is Verdict.NON_CONFORM)
    if len(failed) >= wish.size:
        raise EarlierTooMany(field="size", count=len(failed), size=wish.size)
    return failed, kept, wish.size - len(failed)


def _bring_in(
    session: ChangeSession, sample: DossierSample, found: Draw, again: tuple[str, ...]
) -> None:
    """Those looked at again first, then those drawn in the order of their rank."""
    known = samples.by_number(session, sample.check_id)
    listed = samples.kept(sample).numbers
    last = max((position for _row, position in known.values()), default=0)
    wanted = again or found.drawn
    if sample.kind is DrawKind.FAILED_AND_NEW:
        wanted = (*again, *found.drawn)
    for number in wanted:
        name = rules.known_as(number, known, listed)
        if name is None:
            last += 1
        row, place = known[name] if name else (queries.dossier_id(sample.check_id, number), last)
        chosen = Chosen.AGAIN if number in again else Chosen.RANDOM
        group = found.group_of.get(number, "")[:MOST_GROUP] or None
        _put(session, sample, number, row, position=place, chosen=chosen, grouped_as=group)


def _come_in(session: ChangeSession, sample: DossierSample, number: str) -> UUID:
    """The row of a spare: the one it has in the check already, or its own."""
    known = samples.by_number(session, sample.check_id)
    name = rules.known_as(number, known, samples.kept(sample).numbers)
    return known[name][0] if name else queries.dossier_id(sample.check_id, number)


def _put(
    session: ChangeSession, sample: DossierSample, number: str, row: UUID, **facts: object
) -> UUID:
    """A dossier of the draw; one that was there already stays, written as the list writes it."""
    given = {"check_id": sample.check_id, "number": number, "sample_id": sample.id}
    session.put(CheckedDossier, row, **given, **facts)
    return row
