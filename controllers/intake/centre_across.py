"""What rows of a list of centres say about each other: doubles, overlaps, removals, namesakes."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from controllers.intake.centre_facts import CentreFacts, CounsellorFacts, EstablishmentFacts
from controllers.intake.row_reader import Reader
from models.centres.rules import legal_name_key
from models.kernel.period import Period
from models.kernel.words import fold

_DAY = timedelta(days=1)
F = TypeVar("F", CentreFacts, EstablishmentFacts, CounsellorFacts)


@dataclass
class CentreIndex:
    """The sheet of centres by number; refused rows are known by what is left of them."""

    first: dict[str, CentreFacts] = field(default_factory=dict)
    """Usable enterprise number -> the first row with it."""
    refused: list[tuple[CentreFacts, str]] = field(default_factory=list)
    """Refused rows with the digits that were given."""

    def refused_row_of(self, number: str, centre_name: str) -> int | None:
        """The refused row of the centre a number means: same base number, or same name."""
        key = legal_name_key(centre_name)
        for facts, digits in self.refused:
            names = {legal_name_key(name) for name in (facts.legal_name, facts.trade_name) if name}
            if digits[:8] == number[:8] or (key and key in names):
                return facts.row
        return None


def index_centres(rows: Iterable[tuple[CentreFacts, Reader]]) -> CentreIndex:
    """Which centres the sheet holds."""
    index = CentreIndex()
    for facts, reader in rows:
        if facts.enterprise_number:
            index.first.setdefault(facts.enterprise_number, facts)
        else:
            digits = "".join(sign for sign in reader.text("enterprise_number") if sign.isdigit())
            index.refused.append((facts, digits.zfill(10)))
    return index


def judge_centres(rows: list[tuple[CentreFacts, Reader]], today: date) -> None:
    """Doubles, second mandates, overlaps, mandates that ended, same trade names."""
    by_number = _grouped(rows, lambda facts: facts.enterprise_number)
    for group in by_number.values():
        _judge_one_centre(group, today)
    for group in _grouped(rows, lambda facts: fold(facts.trade_name)).values():
        head, *rest = group
        for facts, reader in rest:
            if facts.enterprise_number != head[0].enterprise_number:
                reader.say("same_trade_name", "trade_name", head[0].row)


def judge_establishments(
    rows: list[tuple[EstablishmentFacts, Reader]], centres: CentreIndex | None
) -> dict[int, int]:
    """Doubles, removals to another centre, and centres that are not in the list.

    Gives the rows that wait for a refused row of the sheet of centres: row -> that row.
    """
    for group in _grouped(rows, _establishment_key).values():
        _judge_one_establishment(group)
    return _judge_belonging(rows, centres)


def judge_counsellors(
    rows: list[tuple[CounsellorFacts, Reader]], centres: CentreIndex | None
) -> dict[int, int]:
    """Doubles, people with two centres, namesakes, and centres that are not in the list.

    Gives the rows that wait for a refused row of the sheet of centres: row -> that row.
    """
    for group in _grouped(rows, _counsellor_key).values():
        _judge_one_counsellor(group)
    named = [(facts, reader) for facts, reader in rows if facts.email]
    for group in _grouped(named, _name_key).values():
        _judge_namesakes(group)
    return _judge_belonging(rows, centres)


def _judge_one_centre(group: list[tuple[CentreFacts, Reader]], today: date) -> None:
    """Rows with one enterprise number, in the order of the sheet."""
    kept: list[tuple[CentreFacts, Reader]] = []
    for facts, reader in group:
        double = next((other for other, _reader in kept if _same_mandate(facts, other)), None)
        if double:
            differs = legal_name_key(facts.legal_name) != legal_name_key(double.legal_name)
            differs = differs or facts.legal_name != double.legal_name
            key = "legal_name" if differs and reader.has("legal_name") else "enterprise_number"
            reader.say("duplicate_centre", key, double.row)
            continue
        if kept:
            _compare_mandates(facts, reader, kept)
        kept.append((facts, reader))
    last, reader = max(kept, key=lambda row: row[0].mandate_end or date.min)
    if last.mandate_end and last.mandate_end < today:
        reader.say("mandate_expired", "mandate_end", end=last.mandate_end)


def _same_mandate(one: CentreFacts, other: CentreFacts) -> bool:
    if one.mandate_number and other.mandate_number:
        return fold(one.mandate_number) == fold(other.mandate_number)
    return one.mandate_start == other.mandate_start


def _compare_mandates(
    facts: CentreFacts, reader: Reader, earlier: list[tuple[CentreFacts, Reader]]
) -> None:
    head, _reader = earlier[0]
    if legal_name_key(facts.legal_name) != legal_name_key(head.legal_name):
        reader.say("name_differs", "legal_name", head.row)
    mine = _term(facts)
    for other, other_reader in earlier:
        theirs = _term(other)
        if mine and theirs and mine.overlaps(theirs):
            reader.say("mandate_overlap", "mandate_start", other.row)
            other_reader.say("mandate_overlap", "mandate_start", facts.row)
            return
    near = next((other for other, _reader in earlier if _follow(mine, _term(other))), None)
    if near:
        reader.say("second_mandate", "mandate_number", near.row)
    elif mine:
        reader.say("mandate_gap", "mandate_start", earlier[-1][0].row)


def _term(facts: CentreFacts) -> Period | None:
    start, end = facts.mandate_start, facts.mandate_end
    return Period(start, end) if start and end and start <= end else None


def _follow(one: Period | None, other: Period | None) -> bool:
    if not one or not other or not one.end or not other.end:
        return False
    return one.start - other.end == _DAY or other.start - one.end == _DAY


def _establishment_key(facts: EstablishmentFacts) -> Hashable:
    if not facts.enterprise_number:
        return None
    if facts.establishment_number:
        return facts.establishment_number
    place = facts.address
    if not place.street:
        return None
    spot = (place.street, place.house_number, place.box, place.postal_code, facts.name)
    return (facts.enterprise_number, *map(fold, spot))


def _judge_one_establishment(group: list[tuple[EstablishmentFacts, Reader]]) -> None:
    for place, (facts, reader) in enumerate(group):
        earlier = group[:place]
        same = next(
            (other for other, _r in earlier if other.enterprise_number == facts.enterprise_number),
            None,
        )
        if same:
            key = "establishment_number" if facts.establishment_number else "name"
            reader.say("duplicate_row", key, same.row)
        elif earlier:
            other, other_reader = earlier[-1]
            if _at_once(facts, other):
                reader.say("establishment_at_two_centres", "establishment_number", other.row)
            elif (facts.since or date.min) >= (other.since or date.min):
                reader.say("establishment_moved", "establishment_number", other.row)
            else:
                other_reader.say("establishment_moved", "establishment_number", facts.row)


def _at_once(one: EstablishmentFacts, other: EstablishmentFacts) -> bool:
    if any(facts.active is False and facts.until is None for facts in (one, other)):
        return False
    if any(facts.since and facts.until and facts.until < facts.since for facts in (one, other)):
        return False
    mine = Period(one.since or date.min, one.until)
    return mine.overlaps(Period(other.since or date.min, other.until))


def _name_key(facts: CounsellorFacts) -> str:
    return fold(f"{facts.last_name}|{facts.first_name}".replace("-", " ").replace("'", ""))


def _counsellor_key(facts: CounsellorFacts) -> Hashable:
    if not facts.enterprise_number or not (facts.last_name or facts.first_name):
        return None
    return facts.email or (_name_key(facts), facts.enterprise_number)


def _judge_one_counsellor(group: list[tuple[CounsellorFacts, Reader]]) -> None:
    """Rows with one e-mail address (or, without, one name at one centre)."""
    for place, (facts, reader) in enumerate(group):
        earlier = [other for other, _reader in group[:place]]
        alike = [other for other in earlier if _name_key(other) == _name_key(facts)]
        here = [o for o in alike if o.enterprise_number == facts.enterprise_number]
        key = "email" if facts.email else "last_name"
        if here:
            reader.say("duplicate_row", key, here[0].row)
        elif alike:
            reader.say("counsellor_at_two_centres", key, alike[0].row)
        elif earlier:
            reader.say("email_shared", key, earlier[0].row)


def _judge_namesakes(group: list[tuple[CounsellorFacts, Reader]]) -> None:
    (head, _reader), *rest = group
    seen = {head.email}
    for facts, reader in rest:
        if facts.email not in seen:
            reader.say("same_name_other_person", "last_name", head.row)
            seen.add(facts.email)


def _judge_belonging(
    rows: Iterable[tuple[EstablishmentFacts | CounsellorFacts, Reader]],
    centres: CentreIndex | None,
) -> dict[int, int]:
    waiting: dict[int, int] = {}
    if centres is None:
        return waiting
    for facts, reader in rows:
        number = facts.enterprise_number
        if not number:
            continue
        if known := centres.first.get(number):
            _judge_centre_name(facts, reader, known)
        elif refused := centres.refused_row_of(number, facts.centre_name):
            waiting[facts.row] = refused
        else:
            reader.say("centre_unknown", "enterprise_number")
    return waiting


def _judge_centre_name(
    facts: EstablishmentFacts | CounsellorFacts, reader: Reader, centre: CentreFacts
) -> None:
    said = legal_name_key(facts.centre_name)
    names = {legal_name_key(name) for name in (centre.legal_name, centre.trade_name) if name}
    if said and said not in names:
        reader.say(
            "centre_name_differs", "centre_name", name=centre.trade_name or centre.legal_name
        )


def _grouped(
    rows: Iterable[tuple[F, Reader]], key: Callable[[F], Hashable]
) -> Mapping[Hashable, list[tuple[F, Reader]]]:
    """Rows by key, in their order; rows with an empty key left out."""
    groups: dict[Hashable, list[tuple[F, Reader]]] = {}
    for facts, reader in rows:
        if found := key(facts):
            groups.setdefault(found, []).append((facts, reader))
    return groups
