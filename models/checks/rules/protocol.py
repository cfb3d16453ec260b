"""What stands in the protocol of a sample, in Dutch: both parties read it at the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.centres.rules.numbers import show_enterprise_number
from models.checks.rules.kind_words import CHOSEN, DRAWS
from models.checks.rules.sample import replacements
from models.checks.values import Chosen, DrawKind
from models.checks.values.sampling import Pick, SampleDesk, SampleFile
from models.kernel.wording import long_date

REPEAT = (
    "Zo doet iedereen de trekking over: neem van elk nummer de SHA-256 van de tekst"
    " startwaarde|nummer (UTF-8). De laagste uitkomsten, vergeleken als hexadecimale tekst, zijn"
    " getrokken, in die volgorde; de volgende zijn de reserves."
)
LEAVE_OUT = (
    "Haal de weggelaten nummers eerst uit de lijst van het centrum: wat overblijft, geeft de tweede"
    " vingerafdruk, en daaruit is getrokken. "
)
NOT_DRAWN = "Er is niets getrokken: dit zijn alle dossiers van controle {earlier}."
SPREAD = (
    " De plaatsen zijn verdeeld in verhouding tot de grootte van elke groep (grootste resten, elke"
    " groep minstens één waar dat kan); per groep tellen dezelfde uitkomsten."
)
MORE = (
    " De vingerafdruk is de SHA-256 van de nummers, gesorteerd op Unicode-code en met een"
    " regeleinde ertussen. De handleiding van Waarmerk geeft de methode voluit, met tien regels"
    " Python. In Waarmerk doet «Trekking narekenen» dit voor u, ook met een lijst die u meebrengt."
)
NOTHING_JUDGED = "Nog geen enkel getrokken dossier heeft een oordeel."


@dataclass(frozen=True, slots=True)
class ProtocolLine:
    """A place of the draw."""

    place: str
    number: str
    group: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol from top to bottom."""

    title: str
    centre: str
    reference: str
    facts: tuple[tuple[str, str], ...]
    grouped_by: str
    drawn: tuple[ProtocolLine, ...]
    spares: str
    replaced: tuple[str, ...]
    own: tuple[str, ...]
    sentence: str
    repeat: str


def protocol(desk: SampleDesk, day: date) -> Protocol | None:
    """The protocol of a sample; `day` is the one of the draw. None when nothing was drawn."""
    sample = desk.sample
    if sample is None:
        return None
    draw = sample.draw
    return Protocol(
        title="Protocol van de steekproef",
        centre=f"{desk.centre_name} · {show_enterprise_number(desk.enterprise_number)}",
        reference=desk.reference,
        facts=_facts(desk, sample, day),
        grouped_by=sample.grouped_by,
        drawn=tuple(
            ProtocolLine(str(pick.place), pick.number, _group(pick, sample)) for pick in desk.picks
        ),
        spares=", ".join(draw.spares) if draw.spares and desk.picks else "geen",
        replaced=tuple(line for pick in desk.picks for line in _left(pick)),
        own=tuple(_own(desk)),
        sentence=honest(desk),
        repeat=_repeat(sample),
    )


def _repeat(sample: SampleFile) -> str:
    """How anybody does it again."""
    if sample.kind is DrawKind.SAME:
        return NOT_DRAWN.format(earlier=sample.earlier_reference)
    first = LEAVE_OUT if sample.received and sample.received.left_out else ""
    return first + REPEAT + (SPREAD if sample.grouped_by else "") + MORE


def _own(desk: SampleDesk) -> Iterator[str]:
    """What somebody chose: also what was drawn afterwards, for then both are true.

    Which risk was seen stays with the service: the centre initials this paper.
    """
    for pick in desk.picks:
        if pick.risk:
            yield f"{pick.standing}: {CHOSEN[Chosen.RISK]}, en ook getrokken"
    for one in desk.others:
        yield f"{one.number}: {CHOSEN[one.chosen]}"


def honest(desk: SampleDesk) -> str:
    """What may be said of all dossiers, as the check goes on."""
    sample = desk.sample
    if sample is None:
        return ""
    if sample.kind is DrawKind.SAME:
        return "Deze dossiers zijn niet opnieuw getrokken: ze zeggen niets over de andere."
    said = desk.assurance.sentence if desk.assurance else _missing(desk)
    if not desk.others:
        return said
    return f"{said} Dossiers die niet getrokken zijn ({len(desk.others)}) tellen daarin niet mee."


def _missing(desk: SampleDesk) -> str:
    """Why nothing may be said of all dossiers yet."""
    places = len(desk.picks)
    lacks = ((desk.empty, "zonder dossier"), (desk.unjudged, "zonder oordeel"))
    told = " en ".join(f"{count} {what}" for count, what in lacks if count)
    if not told or desk.unjudged == places - desk.empty:
        return NOTHING_JUDGED
    return f"Over alle dossiers valt nog niets te zeggen: van de {places} plaatsen {told}."


def _undone(desk: SampleDesk) -> str:
    """Draws that were made and taken back: nobody draws until the outcome pleases."""
    return "; ".join(
        f"{long_date(one.drawn_at.astimezone().date())}, {one.size} dossiers,"
        f" startwaarde {one.seed}, door {one.drawn_by}"
        for one in desk.undone
        if one.kind is not DrawKind.SAME
    )


def _same_undone(desk: SampleDesk) -> str:
    """The same dossiers as before, taken and taken back: nothing was drawn by lot."""
    return "; ".join(
        f"{long_date(one.drawn_at.astimezone().date())}, {one.size} dossiers, niet getrokken,"
        f" door {one.drawn_by}"
        for one in desk.undone
        if one.kind is DrawKind.SAME
    )


def _facts(desk: SampleDesk, sample: SampleFile, day: date) -> tuple[tuple[str, str], ...]:
    told = (("Controle", desk.reference), *draw_facts(sample, day))
    undone = (
        ("Ongedaan gemaakte trekkingen", _undone(desk)),
        ("Ongedaan gemaakte keuzes", _same_undone(desk)),
    )
    return (*told, *((name, said) for name, said in undone if said))


def draw_facts(sample: SampleFile, day: date) -> tuple[tuple[str, str], ...]:
    """What a draw was, line by line, on every paper alike; `day` is the one of the draw."""
    earlier = f" ({sample.earlier_reference})" if sample.earlier_reference else ""
    drawn = sample.kind is not DrawKind.SAME
    facts = (
        ("Soort trekking", DRAWS[sample.kind] + earlier),
        ("Reden", sample.why),
        *(_list_facts(sample) if drawn else _same_facts(sample)),
        ("Getrokken door" if drawn else "Gekozen door", f"{sample.drawn_by}, {long_date(day)}"),
    )
    return tuple((name, value) for name, value in facts if value)


def _same_facts(sample: SampleFile) -> Iterator[tuple[str, str]]:
    """Of the same dossiers again: nothing was drawn, and no list was given."""
    yield "Dossiers", f"{sample.size}, alle van controle {sample.earlier_reference}"
    yield "Gekozen met", sample.program


def _list_facts(sample: SampleFile) -> Iterator[tuple[str, str]]:
    """The list as it came in, what was drawn from it, and how."""
    draw = sample.draw
    spread = ", ".join(
        f"{group or 'zonder groep'} {count} van {draw.group_sizes[group]}"
        for group, count in draw.groups.items()
    )
    yield "Lijst", sample.list_name or "geplakt of getypt"
    yield from _numbers(sample)
    dossiers = "1 dossier" if sample.size == 1 else f"{sample.size} dossiers"
    spares = "1 reserve" if len(draw.spares) == 1 else f"{len(draw.spares)} reserves"
    yield "Getrokken", f"{dossiers} en {spares}"
    yield f"Gespreid over {sample.grouped_by}" if sample.grouped_by else "Gespreid", spread
    yield "Startwaarde", draw.seed
    yield from _fingerprints(sample)
    yield "Methode", f"{draw.method}, met {sample.program}"


def _numbers(sample: SampleFile) -> Iterator[tuple[str, str]]:
    """How many came in, which stood twice, which were left out and why, and what was left."""
    draw, whole, earlier = sample.draw, sample.received, sample.earlier_reference
    if whole is None:
        yield "Nummers", f"{draw.population} om uit te trekken"
        yield (
            "Weggelaten",
            (f"de dossiers van controle {earlier}; de lijst zoals ze gekregen is, is niet bewaard"),
        )
        return
    twice = f", {len(whole.duplicates)} dubbel" if whole.duplicates else ", geen dubbel"
    yield "Nummers", f"{whole.given} gekregen{twice}, {whole.numbers} over"
    yield "Dubbele nummers", ", ".join(whole.duplicates)
    rows = (total.partition(" ") for total in whole.totals)
    told = ", ".join(f"rij {row} ({words})" for row, _blank, words in rows)
    yield "Totaalrijen", f"geen dossier, niet meegeteld: {told}" if told else ""
    if not sample.kind.leaves_out:
        return
    left = whole.left_out
    if left:
        are = "nummer, nagekeken" if len(left) == 1 else "nummers, nagekeken"
        yield "Weggelaten", f"{len(left)} {are} bij controle {earlier}: {', '.join(left)}"
    else:
        yield "Weggelaten", f"geen: op deze lijst staat geen dossier van controle {earlier}"
    yield "Om uit te trekken", f"{draw.population} nummers"


def _fingerprints(sample: SampleFile) -> Iterator[tuple[str, str]]:
    """Of the list as it came in, and of what was drawn from where that is another."""
    whole, kept = sample.received, sample.fingerprint_kept
    population = sample.draw.population
    if whole is None:
        yield "Vingerafdruk", f"{kept} (van de {population} om uit te trekken)"
    elif not whole.left_out:
        yield "Vingerafdruk van de lijst", kept
    else:
        said = f"{whole.fingerprint} (de {whole.numbers} zoals gekregen, dubbele één keer)"
        yield "Vingerafdruk van de lijst", said
        yield "Tweede vingerafdruk", f"{kept} (de {population} om uit te trekken)"


def _group(pick: Pick, sample: SampleFile) -> str:
    if pick.left:
        return f"vervangen door {pick.standing}"
    if pick.dossier_id is None:
        return "niet nagekeken"
    return (pick.group or "zonder groep") if sample.grouped_by else ""


def _left(pick: Pick) -> list[str]:
    """Who left this place, why, and who came in for it."""
    if not pick.left:
        return []
    return [f"{pick.place}. {line}" for line in replacements(pick.left, pick.standing)]
