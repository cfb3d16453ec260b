"""Centres that stand in the file twice: found, held side by side, and made one again."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from controllers.field_words import field_word, table_word
from models.centres import queries
from models.centres.entities import CareerCentre, ContactPerson, Engagement, FormerName
from models.centres.rules import show_enterprise_number, show_phone
from models.centres.rules.editing import refuse_national_number
from models.centres.values import CentreIdentity, NameKind
from models.duplicates import queries as twins
from models.duplicates.entities import KnownApart
from models.duplicates.rules import like_pairs, same_names
from models.duplicates.values import (
    Candidate,
    Comparison,
    FieldPair,
    LikenessReason,
    LikePair,
    MergeReasonMissing,
    MergeWithItself,
    Side,
)
from models.kernel.ids import natural_id
from models.kernel.text import N_, _
from models.kernel.typed import keepable
from models.kernel.wording import short_date
from models.kernel.words import fold
from models.mandates import queries as mandate_queries
from models.mandates.entities import Mandate
from models.store.session import ChangeSession, LookSession
from models.store.store import Store
from models.store.trail import last_words

REASONS = {
    LikenessReason.SAME_NUMBER: N_("same enterprise number"),
    LikenessReason.LIKE_NUMBER: N_("number nearly the same"),
    LikenessReason.LIKE_NAME: N_("name nearly the same"),
    LikenessReason.SAME_ADDRESS: N_("same address"),
    LikenessReason.SAME_PHONE: N_("same telephone"),
    LikenessReason.SAME_EMAIL: N_("same e-mail address"),
    LikenessReason.SAME_WEBSITE: N_("same website"),
}
SAME_NAMES = {
    (NameKind.LEGAL, NameKind.LEGAL): N_("same legal name"),
    (NameKind.TRADE, NameKind.TRADE): N_("same trade name"),
    (NameKind.LEGAL, NameKind.TRADE): N_("legal name of one is trade name of the other"),
    (NameKind.TRADE, NameKind.LEGAL): N_("legal name of one is trade name of the other"),
}
ADDRESS = ("street", "house_number", "box", "postal_code", "locality")
"""Chosen together: a street of the one with a number of the other is nowhere."""
FIELDS = (
    *("enterprise_number", "legal_name", "trade_name", "legal_form", "address"),
    *("phone", "email", "website", "officer", "remark"),
)
NAMES = {"legal_name": NameKind.LEGAL, "trade_name": NameKind.TRADE}


class Merging:
    """Finds centres that may be one; a person decides, field by field."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def candidates(self) -> list[Candidate]:
        """The pairs that look alike, the surest first; nothing is ever merged by itself."""
        with self._store.look() as session:
            pairs = like_pairs(twins.looks(session), twins.apart(session))
            ids = {one for pair in pairs for one in pair.ids}
            known = queries.identities(session, ids)
        return [_candidate(pair, known) for pair in pairs]

    def keep_apart(self, one: UUID, other: UUID) -> None:
        """These are two: do not propose them again."""
        with self._store.look() as session:
            names = [queries.identity(session, each).name for each in (one, other)]
        with self._store.change(N_("Keep centres apart"), " · ".join(names)) as session:
            _put_apart(session, one, other)

    def fuller(self, one: UUID, other: UUID) -> tuple[UUID, UUID]:
        """Both, the one first to which the most belongs: it is the likelier one to stay."""
        with self._store.look() as session:
            counts = [sum(twins.counted(session, each).values()) for each in (one, other)]
        return (other, one) if counts[1] > counts[0] else (one, other)

    def compare(self, keep: UUID, other: UUID) -> Comparison:
        """Both field by field, and what would move. Raises Gone and MergeWithItself."""
        _two(keep, other)
        with self._store.look() as session:
            ours, theirs = (queries.identity(session, one) for one in (keep, other))
            words = [last_words(session.connection(), one) for one in (keep, other)]
            return Comparison(
                keep=ours,
                other=theirs,
                fields=tuple(
                    FieldPair(
                        key,
                        _("address") if key == "address" else field_word("centre", key),
                        _side(ours, key, words[0]),
                        _side(theirs, key, words[1]),
                    )
                    for key in FIELDS
                ),
                moves=tuple(
                    (table_word(table), count)
                    for table, count in twins.counted(session, other).items()
                ),
                overlaps=tuple(_told(pair) for pair in _overlaps(session, keep, other)),
                people=tuple(_people(session, keep, other)),
            )

    def merge(self, keep: UUID, other: UUID, taken: Collection[str] = (), why: str = "") -> None:
        """Make one centre of two, in one step: the other goes up in the one that stays.

        `taken` names the fields that come from the other. All that belongs to the other moves
        along; its names are kept as former ones, its number and id lead here from now on. Raises
        Gone, MergeWithItself, and MergeReasonMissing when mandates would overlap without a reason.
        """
        _two(keep, other)
        reason = keepable(why).strip()
        refuse_national_number(reason, "why")
        with self._store.look() as session:
            names = [queries.identity(session, one).name for one in (other, keep)]
            overlaps = _overlaps(session, keep, other)
            if overlaps and not reason:
                told = ", ".join(_told(pair) for pair in overlaps)
                raise MergeReasonMissing(field="why", mandates=told)
        subject = " → ".join(names)
        with self._store.change(N_("Merge centres"), subject, why=reason) as session:
            ours, theirs = (session.get_one(CareerCentre, one) for one in (keep, other))
            before = [*_names_of(ours), *_names_of(theirs)]
            _drop_doubles(session, keep, other)
            _move(session, keep, other, reason)
            _take(ours, theirs, taken)
            _remember_names(session, ours, before)
            _lead_here(session, ours, theirs)


def _two(one: UUID, other: UUID) -> None:
    if one == other:
        raise MergeWithItself


def _candidate(pair: LikePair, known: dict[UUID, CentreIdentity]) -> Candidate:
    one, other = known[pair.one], known[pair.other]
    return Candidate(one, other, pair.score, tuple(_reasons(pair, one, other)))


def _reasons(pair: LikePair, one: CentreIdentity, other: CentreIdentity) -> Iterator[str]:
    """The reasons in words; of a name that is the same also which one."""
    for reason in pair.reasons:
        if reason is LikenessReason.SAME_NAME:
            both = [(each.legal_name, each.trade_name) for each in (one, other)]
            yield from (_(SAME_NAMES[kinds]) for kinds in same_names(*both))
        else:
            yield _(REASONS[reason])


def _put_apart(session: ChangeSession, one: UUID, other: UUID) -> None:
    first, second = sorted((one, other))
    row = natural_id(KnownApart.__tablename__, first, second)
    session.put(KnownApart, row, first_id=first, second_id=second)


def _columns(key: str) -> Sequence[str]:
    return ADDRESS if key == "address" else (key,)


def _side(centre: CentreIdentity, key: str, words: dict[str, tuple[str, datetime]]) -> Side:
    told = [words[column] for column in _columns(key) if column in words]
    text = _text(centre, key)
    if not told:
        return Side(text)
    who, at = max(told, key=lambda each: each[1])
    return Side(text, who, at)


def _text(centre: CentreIdentity, key: str) -> str:
    match key:
        case "address":
            return ", ".join(centre.address.lines())
        case "enterprise_number":
            return show_enterprise_number(centre.enterprise_number)
        case "phone":
            return show_phone(centre.phone)
        case _:
            return str(getattr(centre, key))


Meeting = tuple[Mandate, Mandate]
"""A mandate of the one and a mandate of the other that run at the same time."""


def _overlaps(session: LookSession, keep: UUID, other: UUID) -> list[Meeting]:
    return [
        (ours, theirs)
        for ours in mandate_queries.others(session, keep)
        for theirs in mandate_queries.others(session, other)
        if ours.facts.start <= theirs.facts.last and theirs.facts.start <= ours.facts.last
    ]


def _told(pair: Meeting) -> str:
    return " / ".join(
        f"{mandate.number or _('without a number')} {short_date(mandate.facts.start)}"
        f" – {short_date(mandate.facts.last)}"
        for mandate in pair
    )


def _people(session: LookSession, keep: UUID, other: UUID) -> Iterator[str]:
    ours = twins.engagements(session, keep)
    for engagement, person in twins.engagements(session, other):
        name = f"{person.first_name or ''} {person.last_name}".strip()
        same = [one for one, who in ours if who.id == person.id]
        if any(_double(one, engagement) for one in same):
            yield _("{name} stands in both files alike, and stays once.").format(name=name)
        elif same:
            yield _("{name} works in both files in another way; both stay.").format(name=name)
        elif any(_namesakes(person, who) for _one, who in ours):
            yield _("{name} is in both files as two persons; both stay.").format(name=name)


def _namesakes(one: object, other: object) -> bool:
    return all(
        fold(getattr(one, field) or "") == fold(getattr(other, field) or "")
        for field in ("first_name", "last_name")
    )


def _double(one: Engagement, other: Engagement) -> bool:
    """The same person in the same way in the same days, with nothing that would be lost."""
    same = ("counsellor_id", "engagement_type", "reported_on", "since", "until")
    return all(getattr(one, field) == getattr(other, field) for field in same) and (
        other.remark in {None, one.remark}
    )


def _drop_doubles(session: ChangeSession, keep: UUID, other: UUID) -> None:
    ours = twins.engagements(session, keep)
    for engagement, _person in twins.engagements(session, other):
        if any(_double(one, engagement) for one, _who in ours):
            session.delete(engagement)


def _move(session: ChangeSession, keep: UUID, other: UUID, reason: str) -> None:
    """All that belongs to the other, also what was removed: contacts after those that are there."""
    last = queries.last_positions(session, [keep]).get(keep, 0)
    meeting = {theirs.id for _ours, theirs in _overlaps(session, keep, other)}
    rows = list(twins.belongings(session, other))
    people = [row for row in rows if isinstance(row, ContactPerson) and not row.deleted]
    people.sort(key=lambda person: (person.position or 0, person.id))
    for place, person in enumerate(people, start=last + 1):
        person.position = place
    for row in rows:
        row.centre_id = keep
        if isinstance(row, Mandate) and row.id in meeting and not row.deviation:
            row.deviation = reason


def _take(ours: CareerCentre, theirs: CareerCentre, taken: Collection[str]) -> None:
    """The chosen values. Both numbers go on leading here: the one that gives way stays behind."""
    for key in taken:
        if key not in FIELDS:
            raise KeyError(key)
        for column in _columns(key):
            before = getattr(ours, column)
            setattr(ours, column, getattr(theirs, column))
            if key == "enterprise_number":
                setattr(theirs, column, before)


def _names_of(centre: CareerCentre) -> list[tuple[str, NameKind]]:
    found = ((getattr(centre, field), kind) for field, kind in NAMES.items())
    return [(name, kind) for name, kind in found if name]


def _remember_names(
    session: ChangeSession, centre: CareerCentre, before: Sequence[tuple[str, NameKind]]
) -> None:
    """What it was called in either file and no longer is."""
    known = {name for name, _kind in _names_of(centre)}
    known |= set(twins.former_names(session, centre.id))
    for name, kind in before:
        if name not in known:
            known.add(name)
            session.add(FormerName(centre_id=centre.id, name=name, kind=kind))


def _lead_here(session: ChangeSession, ours: CareerCentre, theirs: CareerCentre) -> None:
    """Who asks for the other, or for one that had gone up in it, finds the one that stays."""
    for earlier in twins.once_merged(session, theirs.id):
        earlier.merged_into_id = ours.id
    for pair in twins.apart(session):
        if theirs.id in pair and ours.id not in pair:
            _put_apart(session, ours.id, *(pair - {theirs.id}))
    theirs.merged_into_id = ours.id
    session.delete(theirs)
