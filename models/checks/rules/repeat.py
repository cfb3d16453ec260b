"""A draw made again, from what was kept or from a list somebody brings: the same, or where not.

The sentences are Dutch: the centre may read them along.
"""

from collections.abc import Iterable, Mapping, Sequence

from models.checks.rules.draw import check_numbers, draw, fingerprint, listed
from models.checks.values.sampling import Draw, Listed, Repeated, SampleFile, SampleTooLarge

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


def grouped_as_kept(entries: Iterable[Listed], kept: Iterable[Listed]) -> list[Listed]:
    """A list without groups, with those of the list that was kept."""
    groups = {entry.number: entry.group for entry in kept}
    found, _twice = listed(entries)
    return [Listed(entry.number, groups.get(entry.number, "")) for entry in found]


def own_sentence(sample: SampleFile, faults: Sequence[str]) -> str:
    """What came of drawing again from the list that was kept; `faults` as in `sample.faults`."""
    if faults:
        parts = (fault.partition(" ") for fault in faults)
        return " ".join(FAULTS[code].format(number=number) for code, _blank, number in parts)
    spares = f" en dezelfde {len(sample.draw.spares)} reserves" if sample.draw.spares else ""
    return (
        f"De bewaarde lijst en de startwaarde {sample.draw.seed} geven opnieuw dezelfde"
        f" {len(sample.draw.drawn)} dossiers{spares}."
    )


def repeated(
    sample: SampleFile, kept: Iterable[Listed], brought: Iterable[Listed], *, by_kept: bool = False
) -> Repeated:
    """The draw from the list that somebody brings, against the one that was made.

    `by_kept`: the list has no groups of its own, so those that were kept are taken. Raises what
    `draw` raises, but for a list that became too short.
    """
    old, _twice = listed(kept)
    rows = grouped_as_kept(brought, old) if by_kept else list(brought)
    new, _twice = listed(rows)
    now, before = _groups(new), _groups(old)
    check_numbers(now)
    spread = bool(sample.grouped_by)
    try:
        again = draw(rows, sample.draw.seed, sample.size, sample.spares_asked, spread=spread)
    except SampleTooLarge:
        again = None
    more = tuple(number for number in now if number not in before)
    fewer = tuple(number for number in before if number not in now)
    moved = tuple(
        number for number in now if spread and before.get(number, now[number]) != now[number]
    )
    same_list = fingerprint(now) == sample.fingerprint_kept and not moved
    lines = [_list_line(len(now), same_list, more, fewer, moved)]
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


def _groups(entries: Iterable[Listed]) -> Mapping[str, str]:
    return {entry.number: entry.group for entry in entries}


def _list_line(
    count: int,
    same: bool,
    more: Sequence[str],
    fewer: Sequence[str],
    moved: Sequence[str],
) -> str:
    if same:
        return f"Dezelfde lijst: {count} nummers, dezelfde vingerafdruk."
    kinds = ((more, "meer"), (fewer, "minder"), (moved, "in een andere groep"))
    told = "; ".join(f"{len(each)} {word} ({_some(each)})" for each, word in kinds if each)
    return f"Een andere lijst dan die van de trekking: {told}."


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
    spares = f" en dezelfde {len(made.spares)} reserves" if made.spares else ""
    return f"Dezelfde startwaarde geeft dezelfde {len(made.drawn)} dossiers{spares}."


def _some(numbers: Sequence[str]) -> str:
    more = len(numbers) - SHOWN
    return ", ".join(numbers[:SHOWN]) + (f" en nog {more}" if more > 0 else "")
