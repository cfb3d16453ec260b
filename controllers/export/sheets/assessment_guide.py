"""The sheet 'Lees mij' of an assessment: what it is of, what is open, how it comes back."""

from datetime import datetime

from controllers.export.sheets.book import Book
from controllers.export.sheets.criteria import COLUMNS
from controllers.export.sheets.guide_parts import (
    Fact,
    begin,
    write_facts,
    write_head,
    write_lines,
    write_meanings,
)
from controllers.export.sheets.returning import Return, lock
from models.applications.values import ApplicationFile

_OPEN = (
    "Op het blad Vereisten staan drie kolommen open: Oordeel, Motivering en Wat ontvangen is. Een"
    " oordeel kiest u uit de lijst; bij elk oordeel hoort een motivering."
)
_CLOSED = "Deze aanvraag is afgesloten: wat op het blad Vereisten staat, is om te lezen."
_LINES = (
    (
        "Er is geen wachtwoord: de beveiliging voorkomt vergissingen. Bij het inlezen wordt elke"
        " cel vergeleken met wat er bij de uitvoer stond en met wat er nu in het dossier staat; u"
        " kiest wat wordt overgenomen."
    ),
    (
        "Rijen sorteren, filteren of schrappen mag: elke rij heeft een verborgen sleutel. Wat u"
        " schrapt, blijft in het dossier staan."
    ),
    "Schrijf geen rijksregisternummers en geen namen van klanten.",
)
_MEANINGS = (
    "Sleutel van de vereiste, zoals op het scherm en op papier.",
    "De vereiste zoals ze in deze versie luidt, en wanneer ze maar soms wordt gevraagd.",
    "De zin uit de kwaliteitswaarborg of de regel waarop ze rust.",
    "Stukken waarmee een centrum het kan aantonen.",
    "Wat het programma zelf vond; het beoordeelt niets.",
    "Open: kies uit de lijst.",
    "Open: waarom, en waaruit dat blijkt.",
    "Open: wat er is ontvangen, en waar het bewaard wordt.",
)
_OPEN_COLUMNS = 3
"""The last of them are written in, while the application is not decided."""
_READ_MEANINGS = (
    *_MEANINGS[:-_OPEN_COLUMNS],
    "Het oordeel zoals het werd gegeven.",
    "Waarom, en waaruit dat blijkt.",
    "Wat er is ontvangen, en waar het bewaard wordt.",
)


def write_guide(
    book: Book, file: ApplicationFile, back: Return, made_at: datetime, program: str
) -> None:
    """In the words of who judges; also what every column means."""
    sheet = begin(book, 28.0, "Beoordeling van een aanvraag")
    row = write_facts(sheet, _facts(file), program, made_at)
    row = write_head(sheet, row + 1, "Invullen en terugbrengen")
    row = write_lines(sheet, row, (_OPEN if back.answers_open else _CLOSED, *_LINES), 92)
    row = write_head(sheet, row + 1, "Kolommen van het blad Vereisten")
    labels = (label for label, _width, _id in COLUMNS)
    meanings = _MEANINGS if back.answers_open else _READ_MEANINGS
    write_meanings(sheet, row, zip(labels, meanings, strict=True))
    lock(sheet)
    book.running_heads(sheet, f"Beoordeling {file.centre_name}", file.reference)


def _facts(file: ApplicationFile) -> tuple[Fact, ...]:
    template = file.template
    return (
        ("Centrum", file.centre_name, "W feit"),
        ("Ondernemingsnummer", file.enterprise_number, "W feit"),
        ("Kenmerk", file.reference, "W feit"),
        ("Ontvangen", file.days.received_on, "W feit dag"),
        ("Gevraagd vanaf", file.requested_start, "W feit dag"),
        ("Beoordelaar", file.assessor, "W feit"),
        ("Controlelijst", f"{template.title}, versie {template.version}", "W feit"),
    )
