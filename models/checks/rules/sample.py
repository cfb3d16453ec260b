"""A sample as it stands in a check: who left, who came in, and what may be said of all dossiers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from models.checks.rules.assurance import assurance, spread_assurance
from models.checks.rules.draw import draw, fingerprint, listed, normal
from models.checks.rules.units import Words
from models.checks.values import Chosen, DossierColumn, DrawKind, Verdict
from models.checks.values.sampling import (
    METHOD,
    Assurance,
    Draw,
    Listed,
    OwnPick,
    Pick,
    Received,
    SampleFile,
)

BLIND = frozenset({Chosen.RANDOM, Chosen.SPARE})
LEFT_OUT = "-"


@dataclass(frozen=True, slots=True)
class KeptList:
    """The list of a draw as it was given, and which of it were not drawn from."""

    given: tuple[Listed, ...]
    left_out: frozenset[str] = frozenset()
    """Numbers of the earlier check that a follow-up leaves out."""
    whole: bool = True
    """Whether what was left out was kept too; not of follow-ups drawn before that was so."""
    totals: tuple[str, ...] = ()
    """Rows of the list that add up and are no dossier: the row, a blank, its words."""

    @property
    def frame(self) -> list[Listed]:
        """What there is drawn from."""
        return [entry for entry in self.given if entry.number not in self.left_out]

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(entry.number for entry in self.given)


def kinds_apart(
    say: Words, chosen: Iterable[Chosen]
) -> tuple[tuple[Words, frozenset[Chosen]], ...]:
    """Those drawn, then the others, each with how they are called; one group when all are alike.

    A share of dossiers that somebody chose says nothing of the whole list.
    """
    here = frozenset(chosen)
    drawn, rest = here & BLIND, here - BLIND
    if not drawn or not rest:
        return ((say, here),)
    kind = "om een risico gekozen" if rest == {Chosen.RISK} else "niet getrokken"
    return (say.called("getrokken"), drawn), (say.called(kind), rest)


def apart(
    say: Words, dossiers: Sequence[DossierColumn]
) -> tuple[tuple[Words, Sequence[DossierColumn]], ...]:
    """The dossiers themselves, as `kinds_apart`."""
    return tuple(
        (called, [each for each in dossiers if each.chosen in kinds])
        for called, kinds in kinds_apart(say, (each.chosen for each in dossiers))
    )


def kept_list(
    entries: Iterable[Listed], known: Collection[str] = (), totals: Iterable[str] = ()
) -> KeptList:
    """A list as it is kept, normal and with duplicates; `known` numbers are not drawn from."""
    given = tuple(Listed(normal(each.number), normal(each.group)) for each in entries)
    left = frozenset(known) & {each.number for each in given}
    return KeptList(given, left, totals=tuple(map(normal, totals)))


def as_lines(kept: KeptList, *, follow_up: bool = False) -> str:
    """A line each: number, tab, group; of a follow-up one tab more, and LEFT_OUT or nothing.

    A row that adds up has no number before its tab: the draw passes it over.
    """
    plain = [(one.number, f"{one.number}\t{one.group}") for one in kept.given]
    plain += [("", f"\t{total}") for total in kept.totals]
    if not follow_up:
        return "\n".join(line for _number, line in plain)
    left = kept.left_out
    return "\n".join(f"{line}\t{LEFT_OUT if number in left else ''}" for number, line in plain)


def from_lines(text: str, *, follow_up: bool = False) -> KeptList:
    """The list as it was kept."""
    parts = [line.split("\t") for line in text.split("\n")]
    given = tuple(Listed(number, group) for number, group, *_mark in parts if number)
    totals = tuple(group for number, group, *_mark in parts if not number)
    left = frozenset(number for number, _group, *mark in parts if mark == [LEFT_OUT])
    return KeptList(given, left, not follow_up or all(len(part) > 2 for part in parts), totals)


def received(kept: KeptList) -> Received | None:
    """The list as the centre gave it; None when only what was drawn from was kept."""
    if not kept.whole:
        return None
    found, twice = listed(kept.given)
    numbers = [each.number for each in found]
    left = tuple(number for number in numbers if number in kept.left_out)
    given = len(numbers) + len(twice)
    return Received(given, twice, len(numbers), fingerprint(numbers), left, kept.totals)


def kept_sample(facts: Mapping[str, Any]) -> SampleFile:
    """A draw as it stands in the content of a check, made again from its list and its seed.

    Content says no ids: this one has none.
    """
    kind = DrawKind(facts["kind"])
    kept = from_lines(str(facts["numbers"]), follow_up=kind.leaves_out)
    seed, size, spares = str(facts["seed"]), int(facts["size"]), int(facts.get("spares", 0))
    grouped = str(facts.get("grouped_by", ""))
    return SampleFile(
        id=UUID(int=0),
        kind=kind,
        list_name=str(facts.get("list_name", "")),
        grouped_by=grouped,
        draw=draw(kept.frame, seed, size, spares, spread=bool(grouped)),
        fingerprint_kept=str(facts["fingerprint"]),
        program=str(facts["program"]),
        size=size,
        spares_asked=spares,
        why=str(facts.get("why", "")),
        earlier_reference=str(facts.get("earlier_check_id", "")),
        drawn_at=datetime.fromisoformat(str(facts["drawn_at"])),
        drawn_by=str(facts["drawn_by"]),
        received=received(kept),
    )


def picks(draw: Draw, dossiers: Sequence[DossierColumn]) -> tuple[Pick, ...]:
    """The places of the draw in rank order, with who stands there now."""
    by_number = {each.number: each for each in dossiers if each.chosen in BLIND}
    in_place = {each.replaces_number: each for each in dossiers if each.replaces_number}
    found = []
    for place, number in enumerate(draw.drawn, 1):
        now = in_place.get(number) or by_number.get(number)
        found.append(
            Pick(
                place=place,
                number=number,
                group=draw.group_of.get(number, ""),
                dossier_id=now.id if now else None,
                standing=now.number if now else "",
                left=departures(now) if now else (),
                risk=risk_of(now.chosen, now.chosen_why) if now else "",
            )
        )
    return tuple(found)


def known_as(number: str, there: Iterable[str], listed: Collection[str]) -> str | None:
    """Under which number a dossier of the list is in the check already; None when it is not.

    Another case is another way to write the same one, as it is for numbers added by hand, unless
    the list has both: then it knows two.
    """
    there = list(there)
    if number in there:
        return number
    alike = (one for one in there if one.casefold() == number.casefold() and one not in listed)
    return next(alike, None)


def departures(dossier: DossierColumn) -> tuple[tuple[str, str], ...]:
    """The dossiers that left the place of this one, each with why, in the order they left."""
    return left_for(dossier.replaces_number, dossier.chosen_why)


def left_for(replaced: str, why: str) -> tuple[tuple[str, str], ...]:
    """The same of what is kept: which dossier was drawn there, and every reason of the place."""
    if not replaced:
        return ()
    first, *more = why.split("\n")
    later = (line.partition("\t") for line in more)
    return ((replaced, first), *((number, reason) for number, _tab, reason in later if number))


def risk_of(chosen: Chosen, why: str) -> str:
    """Why somebody had picked the dossier that was drawn, or came in as a spare, before that.

    In the reasons of a place the risk of who stands there now is a line without a number.
    """
    if chosen is Chosen.SPARE:
        return next((line[1:] for line in why.split("\n") if line.startswith("\t")), "")
    return why if chosen is Chosen.RANDOM else ""


def replacements(left: Sequence[tuple[str, str]], standing: str) -> list[str]:
    """Who left a place, why, and which spare came in; spares that left again too."""
    after = [*(number for number, _why in left[1:]), standing]
    return [
        f"{number} werd vervangen door reserve {came}. {why}".strip()
        for (number, why), came in zip(left, after, strict=True)
    ]


def why_in_place(leaving: DossierColumn, why: str, risk: str = "") -> str:
    """What is written with the spare that comes in: every reason of this place, a line each.

    `risk` is why somebody had picked that spare before it came in.
    """
    before = [line for line in leaving.chosen_why.split("\n") if not line.startswith("\t")]
    said = [*before, f"{leaving.number}\t{why}"] if leaving.replaces_number else [why]
    return "\n".join([*said, f"\t{risk}"] if risk else said)


def spares_left(draw: Draw, dossiers: Iterable[DossierColumn]) -> tuple[str, ...]:
    """Spares that did not come in yet; one that was taken in and left is used up."""
    used: set[str] = set()
    for dossier in dossiers:
        if dossier.chosen in BLIND:
            used.add(dossier.number)
        used.update(number for number, _why in departures(dossier))
    return tuple(number for number in draw.spares if number not in used)


def others(dossiers: Iterable[DossierColumn]) -> tuple[OwnPick, ...]:
    """What is in the check without being drawn: it says nothing of the other dossiers."""
    return tuple(
        OwnPick(each.id, each.number, each.chosen, each.chosen_why)
        for each in dossiers
        if each.chosen not in BLIND
    )


def gaps(places: Sequence[Pick], dossiers: Iterable[DossierColumn]) -> tuple[int, int]:
    """How many places of the draw have no dossier, and how many a dossier without a verdict."""
    judged = {each.id for each in dossiers if each.verdict is not None}
    empty = sum(pick.dossier_id is None for pick in places)
    return empty, sum(pick.dossier_id not in judged for pick in places) - empty


def said_of_all(
    sample: SampleFile | None,
    places: Sequence[Pick],
    dossiers: Sequence[DossierColumn],
    level: Fraction,
) -> Assurance | None:
    """The honest sentence over the places of the draw, once each is filled and judged.

    Before that nothing may be said: what is left out could be just what was wrong.
    """
    if sample is None or not places or gaps(places, dossiers) != (0, 0):
        return None
    stand = {pick.dossier_id for pick in places}
    bad = sum(each.id in stand and each.verdict is Verdict.NON_CONFORM for each in dossiers)
    draw = sample.draw
    if not draw.groups:
        return assurance(draw.population, len(places), bad, level)
    stand_in = Counter(draw.group_of.get(pick.standing, "") for pick in places)
    groups = [(draw.group_sizes[one], stand_in[one]) for one in draw.groups]
    return spread_assurance(groups, bad, level)


def faults(
    method: str, fingerprint: str, draw: Draw | None, dossiers: Iterable[DossierColumn]
) -> list[str]:
    """What does not fit any more between a draw made again and what was kept: codes, or none."""
    if method != METHOD:
        return ["method_unknown"]
    if draw is None or draw.fingerprint != fingerprint:
        return ["list_changed"]
    found = []
    for each in dossiers:
        if each.chosen is Chosen.RANDOM and each.number not in draw.drawn:
            found.append(f"not_drawn {each.number}")
        if each.chosen is Chosen.SPARE and each.number not in draw.spares:
            found.append(f"no_spare {each.number}")
    return found
