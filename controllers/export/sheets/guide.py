"""The sheet 'Lees mij' of a workbook for a centre: what it is, what we ask, how it comes back."""

from datetime import datetime

from controllers.export import labels
from controllers.export.sheets.book import Book
from controllers.export.sheets.guide_parts import (
    Fact,
    begin,
    write_facts,
    write_head,
    write_lines,
    write_meanings,
)
from controllers.export.sheets.returning import lock
from models.checks.rules.units import Words, words
from models.checks.values import CheckFile, ReactionKind

_STEPS = (
    (
        "1. Lees op het blad Vaststellingen wat we vaststelden, waarop we ons baseren en wat we"
        " vragen."
    ),
    (
        "2. Kies in de kolom Soort reactie uit de lijst, en schrijf daarnaast uw reactie en de"
        " datum. Alleen die drie kolommen staan open."
    ),
    (
        "3. Bewaar deze werkmap als .xlsx en bezorg ze ons terug. Een vaststelling waarop u niet"
        " reageert, laat u leeg."
    ),
    (
        "Wijzig niets anders. We vergelijken elke cel met wat we u bezorgden; een andere wijziging"
        " nemen we niet over. De antwoorden op het blad Matrix zijn om te lezen."
    ),
    "Schrijf geen namen en geen rijksregisternummers van klanten.",
)
_MEANINGS = {
    ReactionKind.AGREES: "U gaat akkoord. Een toelichting hoeft niet.",
    ReactionKind.TYPING: "Er staat een schrijffout of een verkeerd nummer.",
    ReactionKind.FACT: "Wat we schrijven, klopt niet met wat er is. Verwijs naar het stuk.",
    ReactionKind.OMISSION: "We zagen iets over het hoofd dat er wel was.",
    ReactionKind.OPINION: "De feiten kloppen, maar u beoordeelt ze anders.",
}


def write_guide(book: Book, check: CheckFile, made_at: datetime, program: str) -> None:
    """In the words of the centre; also what every column means."""
    say = words(check.template.unit)
    sheet = begin(book, 24.0, f"Vaststellingen na de {say.check}")
    row = write_facts(sheet, _facts(check), program, made_at)
    row = write_head(sheet, row + 1, "Wat we u vragen")
    row = write_lines(sheet, row, _STEPS, 88)
    row = write_head(sheet, row + 1, "Soorten reacties")
    kinds = ((labels.REACTIONS[kind], meaning) for kind, meaning in _MEANINGS.items())
    row = write_meanings(sheet, row, kinds)
    row = write_head(sheet, row + 1, "Kolommen van het blad Vaststellingen")
    write_meanings(sheet, row, _columns(say))
    lock(sheet)
    book.running_heads(sheet, f"{say.Check} {check.centre_name}", check.reference)


def _facts(check: CheckFile) -> tuple[Fact, ...]:
    return (
        ("Centrum", check.centre_name, "W feit"),
        ("Ondernemingsnummer", check.enterprise_number, "W feit"),
        ("Kenmerk", check.reference, "W feit"),
        ("Bezoek", check.visit_date, "W feit dag"),
        ("Controleur", check.officer, "W feit"),
        ("Checklist", f"{check.template.title}, versie {check.template.version}", "W feit"),
    )


def _columns(say: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("Ernst", "Ernstige tekortkoming, tekortkoming of aandachtspunt."),
        ("Vraag", "Sleutel van de vraag in de controlelijst; ze verwijst naar het blad Matrix."),
        ("Vaststelling", f"Wat we {say.at} de {say.many} zagen."),
        ("Waarop we ons baseren", "De vraag, en de zin of de regel waarop ze rust."),
        (say.Many, say.named),
        ("Maatregel", "Wat we van u vragen, met het bewijs dat we verwachten."),
        ("Uiterste datum", "De laatste dag om dat te doen."),
        ("Soort reactie", "Open: kies uit de lijst."),
        ("Reactie van het centrum", "Open: uw reactie in uw eigen woorden."),
        ("Datum van de reactie", "Open: een datum, zoals 12/05/2026."),
    )
