"""A draw made again, from what was kept or from a list somebody brings: the same, or where not.

The sentences are Dutch: the centre may read them along.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from models.checks.rules.draw import check_numbers, draw, fingerprint, listed
from models.checks.rules.sample import KeptList
from models.checks.values import DrawKind
from models.checks.values.sampling import Draw, Listed, Repeated, SampleFile
from models.checks.values.sampling_refusals import SampleTooLarge

SHOWN = 5
"""Numbers that are told by name; the others are counted."""
FAULTS = {
    "method_unknown": "De methode van deze trekking kent deze versie van Waarmerk niet.",
    "list_changed": (
        "De bewaarde lijst is niet meer de lijst van de trekking: de vingerafdruk klopt niet."
    ),
    "not_drawn": "Dossier {number} staat hier als getrokken, maar komt niet uit de trekking.",
    "no_spare": "Dossier {number} staat hier als reserve, maar komt niet uit de trekking.",
}


def own_sentence(sample: SampleFile, faults: Sequence[str]) -> str:
    """What came of drawing again from the list that was kept; `faults` as in `sample.faults`."""
    if faults:
        parts = (fault.partition(" ") for fault in faults)
        return " ".join(FAULTS[code].format(number=number) for code, _blank, number in parts)
    if sample.kind is DrawKind.SAME:
        return (
            f"Er is niet getrokken: dit zijn alle dossiers van controle {sample.earlier_reference}."
        )
    spares = _same_spares(sample.draw)
    return (
        f"De bewaarde lijst en de startwaarde {sample.draw.seed} geven opnieuw dezelfde"
        f" {len(sample.draw.drawn)} dossiers{spares}."
    )


def repeated(
    sample: SampleFile,
    kept: KeptList,
    brought: Iterable[Listed],
    known: Collection[str] = (),
    *,
    by_kept: bool = False,
) -> Repeated:
    """The draw from the list that somebody brings, against the one that was made.

    `known` are the numbers of the earlier check, for a follow-up that leaves them out. `by_kept`:
    the list has no groups of its own, so those that were kept are taken. Raises what `draw`
    raises, but for a list that became too short, and what `check_numbers` raises.
    """
    new, _twice = listed(brought)
    before = {entry.number: entry.group for entry in listed(kept.given)[0]}
    if by_kept:
        new = tuple(Listed(entry.number, before.get(entry.number, "")) for entry in new)
    check_numbers(new, before)
    away = kept.left_out | (frozenset(known) - kept.numbers)
    rows = [entry for entry in new if entry.number not in away]
    spread = bool(sample.grouped_by)
    try:
        again = draw(rows, sample.draw.seed, sample.size, sample.spares_asked, spread=spread)
    except SampleTooLarge:
        again = None
    moved = [
        one.number for one in rows if spread and before.get(one.number, one.group) != one.group
    ]
    same_list, told = _compared(sample, kept, [entry.number for entry in new], rows, moved)
    lines = [told, *_left_out(sample, len(new) - len(rows), len(rows))]
    if by_kept:
        lines.append(
            f"De lijst heeft geen kolom {sample.grouped_by}: de groepen van toen zijn gebruikt."
        )
    same = again is not None and (again.drawn, again.spares) == (
        sample.draw.drawn,
        sample.draw.spares,
    )
    lines.append(_outcome(sample, again))
    return Repeated(same=same and same_list, sentences=tuple(lines))


def _compared(
    sample: SampleFile,
    kept: KeptList,
    now: Sequence[str],
    rows: Sequence[Listed],
    moved: Sequence[str],
) -> tuple[bool, str]:
    """Whether it is the list of the draw, and where not: as it came in, or what was drawn from."""
    frame = [entry.number for entry in rows]
    drawn_from = fingerprint(frame) == sample.fingerprint_kept and not moved
    whole = sample.received
    if whole is None:
        now, same = frame, drawn_from
    else:
        same = fingerprint(now) == whole.fingerprint and not moved
    if same:
        return True, f"Dezelfde lijst: {len(now)} nummers, dezelfde vingerafdruk."
    if drawn_from and len(now) == len(frame):
        return True, (
            f"Dit is de lijst waaruit getrokken is: {len(now)} nummers, dezelfde vingerafdruk."
        )
    before = dict.fromkeys(entry.number for entry in kept.given)
    more = [number for number in now if number not in before]
    fewer = [number for number in before if number not in set(now)]
    kinds = ((more, "meer"), (fewer, "minder"), (moved, "in een andere groep"))
    told = "; ".join(f"{len(each)} {word} ({_some(each)})" for each, word in kinds if each)
    return False, f"Een andere lijst dan die van de trekking: {told}."


def _left_out(sample: SampleFile, away: int, left: int) -> Iterator[str]:
    """How many of the list were not drawn from, in a follow-up."""
    if away:
        are = "valt er 1 weg: het is" if away == 1 else f"vallen er {away} weg: ze zijn"
        yield (
            f"Van deze lijst {are} nagekeken bij controle {sample.earlier_reference}. Er blijven er"
            f" {left} over om uit te trekken."
        )


def _outcome(sample: SampleFile, again: Draw | None) -> str:
    if again is None:
        return f"Er zijn te weinig nummers om er {sample.size} te trekken."
    made = sample.draw
    came = [number for number in again.drawn if number not in made.drawn]
    went = [number for number in made.drawn if number not in again.drawn]
    if came or went:
        return (
            f"Met deze lijst waren andere dossiers getrokken: {_some(came)} in de plaats van"
            f" {_some(went)}."
        )
    if again.drawn != made.drawn:
        return "Dezelfde dossiers, in een andere volgorde."
    if again.spares != made.spares:
        return (
            f"Dezelfde {len(made.drawn)} dossiers, maar andere reserves:"
            f" {_some(again.spares) or 'geen'} in de plaats van {_some(made.spares) or 'geen'}."
        )
    spares = _same_spares(made)
    return f"Dezelfde startwaarde geeft dezelfde {len(made.drawn)} dossiers{spares}."


def _same_spares(made: Draw) -> str:
    count = len(made.spares)
    if not count:
        return ""
    return " en dezelfde reserve" if count == 1 else f" en dezelfde {count} reserves"


def _some(numbers: Sequence[str]) -> str:
    more = len(numbers) - SHOWN
    return ", ".join(numbers[:SHOWN]) + (f" en nog {more}" if more > 0 else "")
