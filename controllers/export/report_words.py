"""The sentences of the report of a check, in Dutch: objective, sample, limits, distribution."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from controllers.export.channel_words import looked_words
from models.checklists.rules import answer_label
from models.checklists.values import AnswerValue, Unit, source_words
from models.checks.rules.protocol import NOT_DRAWN, draw_facts
from models.checks.rules.sample import kept_sample, left_for, replacements, risk_of
from models.checks.rules.units import CHANNELS, Words, words
from models.checks.values.closing import Closing
from models.checks.values.exchange import SheetUse
from models.checks.values.kinds import Chosen, DrawKind
from models.checks.values.sampling import SampleFile
from models.kernel.wording import list_date

Facts = Mapping[str, Any]


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
    looked = looked_words(content, say, channels=say is CHANNELS) if count else ""
    counted = say.count(count) if count else f"nog geen {say.many}"
    yield f"Kader: {counted}{period}. {looked}".strip()


def sample_words(content: Facts) -> Iterator[str]:
    """How the dossiers came into the check; channels are all looked into that are known."""
    if unit_words(content) is CHANNELS:
        yield (
            "Bekeken zijn de kanalen waarlangs het centrum zijn aanbod bekendmaakt, voor zover"
            " bekend op de dag van de controle."
        )
        return
    samples = content.get("samples", ())
    yield from (_repeat(kept_sample(one)) for one in samples)
    say = unit_words(content)
    dossiers = content.get("dossiers", ())
    if not samples and not dossiers:
        yield f"Er zijn nog geen {say.many} gekozen."
    elif not samples and any(one.get("chosen") for one in dossiers):
        yield f"De {say.many} zijn niet getrokken; ze zijn gekozen zoals bij elk {say.one} staat."
    elif not samples:
        yield f"De {say.many} zijn niet getrokken. Hoe ze gekozen zijn, is niet genoteerd."
    yield from _risks(dossiers, say)
    if sentence := content["outcome"].get("sample"):
        yield f"Wat dit zegt over alle {say.many}: {sentence}"


def replaced_words(content: Facts) -> list[str]:
    """Which dossier left for which spare and why, also for a spare that left in its turn."""
    return [
        line
        for one in content.get("dossiers", ())
        if one.get("replaces_number")
        for line in replacements(
            left_for(str(one["replaces_number"]), str(one.get("chosen_why", ""))),
            str(one["number"]),
        )
    ]


def draws(content: Facts) -> list[tuple[tuple[str, str], ...]]:
    """Every draw line by line, as the protocol tells it."""
    made = (kept_sample(one) for one in content.get("samples", ()))
    return [draw_facts(one, one.drawn_at.astimezone().date()) for one in made]


def _repeat(sample: SampleFile) -> str:
    """That anybody can do it again, or that there was nothing to draw."""
    if sample.kind is DrawKind.SAME:
        return NOT_DRAWN.format(earlier=sample.earlier_reference)
    return "Met de gegevens hierboven kan iedereen de trekking narekenen."


def _risks(dossiers: Iterable[Facts], say: Words) -> Iterator[str]:
    """What somebody chose for a risk, with why; a dossier that was drawn afterwards is both."""
    for one in dossiers:
        why = str(one.get("chosen_why", "")).strip()
        if one.get("chosen") == Chosen.RISK:
            told = f"{one['number']} is gekozen om een risico, los van de steekproef"
            yield f"{told}: {why}" if why else f"{told}."
        elif (risk := _risk(one)) or one.get("picked"):
            told = f"{one['number']} is gekozen om een risico, en ook getrokken"
            yield f"{told}: {risk}" if risk else f"{told}."
    if any(one.get("chosen") == Chosen.RISK for one in dossiers):
        yield f"Uit wat om een risico gekozen is, volgt niets over de andere {say.many}."


def _risk(one: Facts) -> str:
    chosen = one.get("chosen")
    return risk_of(Chosen(chosen), str(one.get("chosen_why", ""))) if chosen else ""


def limits(content: Facts) -> Iterator[str]:
    """What this report does not say."""
    say = unit_words(content)
    if say is CHANNELS:
        yield (
            "Alleen de kanalen die hierboven staan, zijn bekeken, op het moment dat erbij staat."
            " Wat niet is vastgesteld, kan op andere kanalen of op een ander moment toch voorkomen."
        )
    else:
        yield from _not_all([kept_sample(one) for one in content.get("samples", ())], say)
    counts = [
        value
        for judged in content["outcome"].get("dossiers", {}).values()
        for value in judged.get("counts", {}).values()
    ]
    unseen = counts.count(AnswerValue.NOT_CHECKED.value)
    if unseen:
        one, word = unseen == 1, answer_label(AnswerValue.NOT_CHECKED)
        yield f"{unseen} {'antwoord luidt' if one else 'antwoorden luiden'} «{word}»."
    if say is CHANNELS:
        yield "Kanalen zijn genoemd zoals iedereen ze kent; er staan geen namen van klanten."
    else:
        yield (
            "Dossiers zijn genoemd met het nummer van het centrum; er staan geen namen van klanten."
        )


def _not_all(samples: Sequence[SampleFile], say: Words) -> Iterator[str]:
    """How much was looked into: a part of the list, all of it, or what was chosen."""
    if samples and all(one.whole_list for one in samples):
        yield (
            f"Alle {say.many} van de lijst van het centrum zijn getrokken. Wat niet op die lijst"
            " staat, is niet bekeken."
        )
        return
    blind = any(one.kind is not DrawKind.SAME for one in samples)
    looked = "Er is een steekproef bekeken, niet alle" if blind else "Bekeken zijn gekozen"
    yield (
        f"{looked} {say.many}. Wat niet is vastgesteld, kan {say.at} andere {say.many} toch"
        " voorkomen."
    )
    if not blind:
        yield f"Zonder trekking zegt het resultaat niets over de {say.many} die niet bekeken zijn."


AUDIENCE = {
    SheetUse.OFFICER: "Alleen voor de dienst: bevat nota's en redenen.",
    SheetUse.CENTRE: "Voor het centrum: zonder nota's en redenen van de dienst.",
}
"""Over a report, by whose it is."""


def distribution(closing: Closing, use: SheetUse) -> Iterator[str]:
    """Who gets it, and what follows; the service reads what the summary tells the centre."""
    if use is SheetUse.CENTRE:
        yield "Dit verslag is vertrouwelijk. Het is bestemd voor het centrum en voor VDAB."
        yield from closing.steps
        return
    yield (
        "Dit verslag is vertrouwelijk. Het is bestemd voor VDAB alleen: er staan nota's en"
        " redenen in. Voor het centrum is er een verslag zonder."
    )
    for step in closing.steps:
        yield f"In de samenvatting voor het centrum: «{step}»"


def criterion_of(question: Facts) -> str:
    """The question with what it rests on."""
    basis = source_words(str(question.get("basis", "")))
    return f"{question['text']} ({basis})" if basis else str(question["text"])


def review_words(one: Facts) -> str:
    """What the centre delivered, with its files by name."""
    files = f"\nBestanden: {one['files']}" if one.get("files") else ""
    return f"{one.get('delivered', '')}{files}"


def judgement_words(one: Facts) -> str:
    """Volstaat: the reason (name, day); or that nobody judged it yet. Without what is not told."""
    if not one.get("judged_on"):
        return "Nog niet beoordeeld"
    said = "Volstaat" if one.get("sufficient") else "Volstaat niet"
    day = list_date(date.fromisoformat(str(one["judged_on"])))
    told = f"{said}: {one['reason']}" if one.get("reason") else said
    return f"{told} ({', '.join(part for part in (one.get('judged_by'), day) if part)})"
