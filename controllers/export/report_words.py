"""The sentences of the report of a check, in Dutch: objective, sample, limits, distribution."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from models.checklists.values import Unit
from models.checks.rules.units import CHANNELS, Words, words
from models.checks.values.closing import Closing
from models.checks.values.kinds import Chosen, ReactionKind, ReactionOutcome, RecheckOutcome
from models.kernel.wording import enumeration, list_date

Facts = Mapping[str, Any]

CHOSEN: Mapping[str, str] = {
    Chosen.RANDOM: "door loting",
    Chosen.SPARE: "reserve uit de loting",
    Chosen.RISK: "gericht, om een risico",
    Chosen.AGAIN: "opnieuw bekeken",
    Chosen.BY_HAND: "met de hand",
}
KINDS: Mapping[str, str] = {
    ReactionKind.AGREES: "Akkoord",
    ReactionKind.TYPING: "Schrijffout",
    ReactionKind.FACT: "Een feit klopt niet",
    ReactionKind.OMISSION: "Er ontbreekt iets",
    ReactionKind.OPINION: "Andere mening",
}
RECHECKS: Mapping[str, str] = {
    RecheckOutcome.SOLVED: "Opgelost",
    RecheckOutcome.PARTLY: "Deels opgelost",
    RecheckOutcome.NOT_SOLVED: "Niet opgelost",
    RecheckOutcome.NOT_SEEN: "Niet kunnen nagaan",
}
OUTCOMES: Mapping[str, str] = {
    ReactionOutcome.ACCEPTED: "Aanvaard",
    ReactionOutcome.PARTLY: "Deels aanvaard",
    ReactionOutcome.REJECTED: "Verworpen",
}


def unit_words(content: Facts) -> Words:
    """How what was looked at is called, by the checklist of the check."""
    unit = content["checklist"].get("unit")
    return words(Unit(unit) if unit else Unit.CLIENT_DOSSIER)


def objective(content: Facts, closing: Closing) -> Iterator[str]:
    """Why, and what was looked into."""
    if content["checklist"].get("unit") == Unit.PUBLIC_CHANNEL:
        yield (
            "Doel: nagaan of wat het centrum over zijn aanbod bekendmaakt, juist is en"
            " beantwoordt aan de omschrijving van loopbaanbegeleiding en de regels."
        )
    else:
        yield (
            "Doel: nagaan of de begeleidingen beantwoorden aan de omschrijving van"
            " loopbaanbegeleiding en aan de voorwaarden van het mandaat, en het centrum helpen om"
            " ze te verbeteren."
        )
    count = len(content.get("dossiers", ()))
    say = unit_words(content)
    period = f" over de periode {closing.period}" if closing.period else ""
    if count == 1:
        yield f"Kader: 1 {say.one}{period}. Dit {say.one} is op alle vragen bekeken."
    else:
        every = f"Elk van deze {say.many} is op alle vragen bekeken."
        yield f"Kader: {count} {say.many}{period}. {every}"


def sample_words(content: Facts) -> Iterator[str]:
    """How the dossiers came into the check; channels are all looked into that are known."""
    if unit_words(content) is CHANNELS:
        yield (
            "Bekeken zijn de kanalen waarlangs het centrum zijn aanbod bekendmaakt, voor zover"
            " bekend op de dag van de controle."
        )
        return
    samples = content.get("samples", ())
    for one in samples:
        name = f" «{one['list_name']}»" if one.get("list_name") else ""
        spares = f", met {one['spares']} reserves" if one.get("spares") else ""
        spread = f", gespreid over {one['grouped_by']}" if one.get("grouped_by") else ""
        yield (
            f"Uit de lijst{name} van het centrum met {one['given']} nummers zijn er"
            f" {one['size']} geloot{spares}{spread}. Methode {one['method']}, zaad {one['seed']},"
            f" vingerafdruk van de lijst {one['fingerprint']}. Met die gegevens kan iedereen de"
            " loting overdoen."
        )
    say = unit_words(content)
    if not samples and any(one.get("chosen") for one in content.get("dossiers", ())):
        yield f"De {say.many} zijn niet geloot; ze zijn gekozen zoals bij elk {say.one} staat."
    elif not samples:
        yield f"De {say.many} zijn niet geloot. Hoe ze gekozen zijn, is niet genoteerd."
    risk = [
        str(one["number"])
        for one in content.get("dossiers", ())
        if one.get("chosen") == Chosen.RISK.value
    ]
    if risk:
        yield (
            f"Gericht gekozen, buiten de loting: {enumeration(risk)}. Daaruit wordt niets"
            f" afgeleid over de andere {say.many}."
        )


def limits(content: Facts) -> Iterator[str]:
    """What this report does not say."""
    say = unit_words(content)
    yield (
        f"Er is een steekproef bekeken, niet alle {say.many}. Wat niet is vastgesteld, kan"
        f" {say.at} andere {say.many} toch voorkomen."
    )
    if not content.get("samples"):
        yield f"Zonder loting zegt het resultaat niets over de {say.many} die niet bekeken zijn."
    counts = [
        value
        for judged in content["outcome"].get("dossiers", {}).values()
        for value in judged.get("counts", {}).values()
    ]
    unseen = counts.count("not_checked")
    if unseen:
        one = unseen == 1
        yield f"{unseen} {'antwoord luidt' if one else 'antwoorden luiden'} «niet nagegaan»."
    if say is CHANNELS:
        yield "Kanalen zijn genoemd zoals iedereen ze kent; er staan geen namen van klanten."
    else:
        yield (
            "Dossiers zijn genoemd met het nummer van het centrum; er staan geen namen van klanten."
        )


def distribution(closing: Closing) -> Iterator[str]:
    """Who gets it, and what follows."""
    yield "Dit verslag is vertrouwelijk. Het is bestemd voor het centrum en voor VDAB."
    yield from closing.steps


def criterion_of(question: Facts) -> str:
    """The question with what it rests on."""
    basis = str(question.get("basis", ""))
    return f"{question['text']} ({basis})" if basis else str(question["text"])


def review_words(one: Facts) -> str:
    """What the centre delivered, with its files by name."""
    files = f"\nBestanden: {one['files']}" if one.get("files") else ""
    return f"{one.get('delivered', '')}{files}"


def judgement_words(one: Facts) -> str:
    """Volstaat: the reason (name, day); or that nobody judged it yet."""
    if not one.get("judged_on"):
        return "Nog niet beoordeeld"
    said = "Volstaat" if one.get("sufficient") else "Volstaat niet"
    day = list_date(date.fromisoformat(str(one["judged_on"])))
    return f"{said}: {one.get('reason', '')} ({one.get('judged_by', '')}, {day})"
